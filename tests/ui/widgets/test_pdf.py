"""Reading a PDF: real pages, damaged ones, and none."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.pdf import LARGEST, SMALLEST, PdfView


def a_pdf(pages: int = 3, password: str = "") -> bytes:
    """A PDF with some empty A4 pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


@pytest.fixture
def view(qtbot: QtBot, dutch: object) -> PdfView:
    made = PdfView("Kandidatuurformulier.pdf")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def words(view: PdfView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_it_shows_the_pages_and_how_many_there_are(qtbot: QtBot, view: PdfView) -> None:
    assert view.show_bytes(a_pdf(3))
    assert view.document.pageCount() == 3
    assert view.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
    assert words(view) == "Blz. 1 van 3"


def test_pages_turn_by_keyboard_and_stop_at_the_ends(qtbot: QtBot, view: PdfView) -> None:
    view.show_bytes(a_pdf(3))
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
        seen.append(view.view.pageNavigator().currentPage())

    assert seen == [0, 1, 2, 2]
    assert words(view) == "Blz. 3 van 3"


def test_zoom_starts_from_what_is_seen_and_has_bounds(qtbot: QtBot, view: PdfView) -> None:
    view.show_bytes(a_pdf(1))
    fitted = view._fitted()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    first = view.view.zoomFactor()
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    large = view.view.zoomFactor()
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    small = view.view.zoomFactor()
    qtbot.keyClick(view, Qt.Key.Key_0)

    assert first == pytest.approx(fitted * 1.2)
    assert (large, small) == (LARGEST, SMALLEST)
    assert view.view.zoomMode() is QPdfView.ZoomMode.FitToWidth


NO_PDF = {"none": b"", "text": b"hallo", "cut": a_pdf()[:100], "noise": b"%PDF-1.7\n" + b"\xff" * 500}


@pytest.mark.parametrize("content", NO_PDF.values(), ids=NO_PDF)
def test_what_is_no_pdf_is_said_and_does_no_harm(view: PdfView, content: bytes) -> None:
    assert not view.show_bytes(content)
    assert "Het is bewaard zoals het binnenkwam" in words(view)
    assert view.show_bytes(a_pdf(1))


def test_a_password_is_said(view: PdfView) -> None:
    assert not view.show_bytes(a_pdf(1, password="geheim"))
    assert "met een wachtwoord beveiligd" in words(view)


def test_another_document_takes_the_place_of_the_first(view: PdfView) -> None:
    for pages in (5, 1, 2):
        view.show_bytes(a_pdf(pages))
    view.clear()

    assert view.document.status() is QPdfDocument.Status.Null
    assert "Geen document" in words(view)


def test_closing_it_with_a_document_open_is_safe(qtbot: QtBot) -> None:
    view = PdfView()
    view.show_bytes(a_pdf(2))
    view.close()
    view.deleteLater()
