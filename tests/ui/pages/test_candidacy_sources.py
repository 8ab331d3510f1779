"""From a particular to the line it came from, in whatever file or message that stands; and who mended it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from jury_desktop.services.import_mail import import_mail
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from jury_desktop.ui.pages.candidacies.source_field import SourceField
from tests.mailbox.documents.forms import a_pdf_form, a_word_form
from tests.services.mailing import IN_TIME, a_dossier, a_message, an_export
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import opened

Opened = tuple[CandidaciesPage, DirectShell]
ADDRESS = "Adres: Kaaihof 7, 2500 Lier"


def printed() -> bytes:
    """A form that was printed to a PDF: three pages, the phone on the last."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for lines in (("Naam van de organisatie: Anker vzw",), ("Aanpak:", "Wij"), ("Telefoon: 03 111 22 33",)):
        for number, line in enumerate(lines):
            canvas.drawString(72, 400 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def show(qtbot: QtBot, dutch: object, tmp_path: Path) -> Callable[..., Opened]:
    """The page with one candidacy that came with these files."""

    def shown(**files: bytes) -> Opened:
        dossier = a_dossier()
        named = {name.replace("_", "."): content for name, content in files.items()}
        raw = a_message("An <an@anker.example>", f"Beste\n\n{ADDRESS}", files=named, arrived=IN_TIME)
        import_mail(dossier, [an_export(tmp_path, raw)])
        page, shell = opened(qtbot, CandidaciesPage, dossier)
        page.show_object("K-01.particulars")
        qtbot.waitUntil(page.isVisible)
        return page, shell

    return shown


def field(page: CandidaciesPage, name: str) -> SourceField:
    return page.details.particulars._fields[name]


def test_a_click_goes_to_the_line_in_the_text_of_a_word_form(show: Callable[..., Opened]) -> None:
    page, _ = show(formulier_docx=a_word_form())

    field(page, "contact").go.click()

    assert page.details.tabs.current() == "files"
    assert page.details.files.view.text.textCursor().selectedText().startswith("Contactpersoon")


def test_a_click_goes_to_the_page_of_a_pdf_that_says_it(show: Callable[..., Opened], qtbot: QtBot) -> None:
    page, _ = show(formulier_pdf=printed())

    field(page, "phone").go.click()

    pages = page.details.files.view.pages
    qtbot.waitUntil(lambda: pages.area.page == 2)


def test_of_a_fillable_pdf_the_page_with_the_label_is_shown(
    show: Callable[..., Opened], qtbot: QtBot
) -> None:
    """What is filled in is no text of the page, but what is printed beside it is."""
    page, _ = show(formulier_pdf=a_pdf_form())

    field(page, "email").go.click()

    pages = page.details.files.view.pages
    qtbot.waitUntil(lambda: pages.area.page == 1)


def test_a_line_of_the_mail_is_marked_in_the_message(show: Callable[..., Opened]) -> None:
    page, _ = show(formulier_docx=a_word_form())

    field(page, "address").go.click()

    assert page.details.tabs.current() == "messages"
    marked = [shown.selectedText() for shown in page.details.messages.findChildren(QLabel)]
    assert [text for text in marked if text] == [ADDRESS]


def test_the_keyboard_goes_there_from_the_field_with_the_cursor(
    show: Callable[..., Opened], qtbot: QtBot
) -> None:
    page, _ = show(formulier_docx=a_word_form())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.details.particulars.lines["phone"].setFocus(Qt.FocusReason.TabFocusReason)

    next(action for action in page.page_actions() if action.id == "candidacies.source").run()

    assert page.details.files.view.text.textCursor().selectedText().startswith("Telefoon")


def test_a_field_that_stands_nowhere_leads_nowhere(show: Callable[..., Opened]) -> None:
    page, _ = show(formulier_pdf=printed())

    assert (field(page, "contact").go.isVisible(), field(page, "phone").go.isVisible()) == (False, True)


def test_a_mended_field_says_who_mended_it_and_what_the_form_says(show: Callable[..., Opened]) -> None:
    page, shell = show(formulier_docx=a_word_form())
    typed = page.details.particulars.lines

    typed["contact"].setText("Bea Maes")
    page.details.particulars.commit()

    said = field(page, "contact").hint.text().splitlines()
    assert said[0] == "Verbeterd door Regisseur op 9 juni 2023 14:00; wijkt af van het formulier."
    assert said[1].startswith("Uit formulier.docx: “Contactpersoon")
    shell.undo()
    assert len(field(page, "contact").hint.text().splitlines()) == 1
