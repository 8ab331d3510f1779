"""Printing a PDF that the program made: choosing a printer, and drawing the pages on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from jury_desktop.domain.errors import refuse

DOTS = 200
"""To an inch: text stays sharp, and a page takes about ten megabytes while it is drawn."""


class PrintedPage(Protocol):
    """A page as rows of red, green and blue, a byte each; a row takes ``stride`` bytes."""

    @property
    def width(self) -> int:
        """In pixels, as is ``height``."""

    @property
    def height(self) -> int: ...

    @property
    def stride(self) -> int: ...

    @property
    def rgb(self) -> bytes: ...


def ask_printer(window: QWidget, title: str, picked: Callable[[QPrinter], object]) -> None:
    """Let the user choose a printer; ``picked`` is not called when the user backs out."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.finished.connect(_Chosen(printer, picked))  # its own "accepted" differs from that of a dialog
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


def print_pages(printer: QPrinter, pages: Iterable[PrintedPage], before: Callable[[int], object]) -> int:
    """Draws pages on a printer and gives how many; may be done beside the window.

    :param before: hears the number of each page (from 1) before it is drawn; may raise ``Cancelled``.
    :raises JuryError: the printer does not take the work.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise refuse("shell.printer", name=printer.printerName())
    count = 0
    try:
        for count, page in enumerate(pages, start=1):
            before(count)
            if count > 1:
                printer.newPage()
            _draw(painter, printer, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return count


def _draw(painter: QPainter, printer: QPrinter, page: PrintedPage) -> None:
    """As large as the paper lets it be, in the middle."""
    image = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    where = QRect(paper.topLeft(), size)
    where.moveCenter(paper.center())
    painter.drawImage(where, image)


class _Chosen:
    """Gives the printer on; Qt keeps this as long as the dialog lives."""

    def __init__(self, printer: QPrinter, picked: Callable[[QPrinter], object]) -> None:
        self._printer, self._picked = printer, picked

    def __call__(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self._picked(self._printer)
