"""Printing: the dialog gives the printer on, and pages are drawn on it one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.errors import Cancelled
from jury_desktop.letters.bitmaps import Bitmap
from jury_desktop.ui.printing import ask_printer, print_pages


@dataclass(frozen=True)
class Ink:
    """A page that is black from edge to edge."""

    width: int = 100
    height: int = 141
    stride: int = 300

    @property
    def rgb(self) -> bytes:
        return bytes(self.stride * self.height)


def a_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(file))
    return printer


@pytest.mark.parametrize(
    ("answer", "count"), [(QDialog.DialogCode.Accepted, 1), (QDialog.DialogCode.Rejected, 0)]
)
def test_the_printer_is_given_on_when_it_was_chosen(
    qtbot: QtBot, answer: QDialog.DialogCode, count: int
) -> None:
    window, chosen = QWidget(), list[QPrinter]()
    qtbot.addWidget(window)
    window.show()
    ask_printer(window, "Draaiboek", chosen.append)
    dialog = window.findChild(QPrintDialog)
    dialog.done(answer)
    assert [printer.docName() for printer in chosen] == ["Draaiboek"] * count


def test_every_page_is_drawn_as_large_as_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    told = list[int]()
    assert print_pages(a_printer(tmp_path / "uit.pdf"), [Ink(), Ink()], told.append) == 2

    assert told == [1, 2]
    with pypdfium2.PdfDocument(tmp_path / "uit.pdf") as printed:
        shades = [page.render(scale=0.2).to_pil().convert("L").histogram() for page in printed]
    assert len(shades) == 2
    assert all(sum(each[:64]) > 0.95 * sum(each) for each in shades)


def test_printing_stops_when_the_user_wants_it(qtbot: QtBot, tmp_path: Path) -> None:
    drawn = list[Bitmap]()

    def pages() -> Iterator[Bitmap]:
        for _ in range(3):
            page = Bitmap(10, 14, 30, bytes(420))
            drawn.append(page)
            yield page

    def stop(number: int) -> None:
        if number == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(a_printer(tmp_path / "uit.pdf"), pages(), stop)
    assert len(drawn) == 2
