"""The drawn pages of a file: one is asked at a time, those seen last are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.services.preview import Drawn, Pages
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.text import area

tr = area("widgets")

KEPT = 128 * 1024 * 1024
"""Bytes of drawn pages that are kept."""


class Draws(Protocol):
    """Has work done on the thread for drawing: :meth:`~jury_desktop.ui.shell.Shell.run_drawing`."""

    def __call__(
        self,
        work: Callable[[JobContext], Any],
        done: Callable[[Any], object],
        *,
        text: str = "",
        ended: Callable[[], object] | None = None,
    ) -> object: ...


@dataclass(frozen=True, slots=True)
class PageDrawn:
    """A page as asked for, or why there is none."""

    pages: Pages
    number: int
    width: int
    result: Drawn | Message


@dataclass(frozen=True, slots=True)
class DrawPage:
    """The job: knows the page, not the widget."""

    pages: Pages
    number: int
    width: int

    def __call__(self, context: JobContext) -> PageDrawn:
        with context.ending(self.pages.drawer.stop):
            try:
                result: Drawn | Message = self.pages.draw(self.number, self.width)
            except JuryError as refusal:
                result = refusal.message
        return PageDrawn(self.pages, self.number, self.width, result)


class PageImages(QObject):
    """Draws what is wanted, as it is wanted.

    :ivar changed: a page has come.
    :ivar refused: a page cannot be drawn; carries why.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, draw: Draws, parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._pages: Pages | None = None
        self._kept: OrderedDict[int, tuple[int, QImage]] = OrderedDict()
        """(width that was asked for, the page) by number, those that came last at the end."""
        self._refusals: dict[int, Message] = {}
        self._wanted: Sequence[tuple[int, int]] = ()
        self._busy = False

    def show(self, pages: Pages | None) -> None:
        """Forget what was drawn; what is being drawn of another file is ended."""
        if self._busy and self._pages is not None and self._pages is not pages:
            self._pages.drawer.stop()
        self._pages, self._busy, self._wanted = pages, False, ()
        self._kept.clear()
        self._refusals.clear()

    def image(self, page: int) -> QImage | None:
        """The page as it was drawn last, at whatever width."""
        return self._kept[page][1] if page in self._kept else None

    def refusal(self, page: int) -> Message | None:
        """Why a page cannot be drawn."""
        return self._refusals.get(page)

    def want(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Have these pages drawn in this order, each so many pixels wide, instead of those of before."""
        self._wanted = wanted
        self._go_on()

    def _go_on(self) -> None:
        if self._busy or self._pages is None:
            return
        for number, width in self._wanted:
            if number not in self._refusals and self._kept.get(number, (0, None))[0] != width:
                self._busy = True
                said = tr("Drawing page {page}…").format(page=number + 1)
                self._draw(DrawPage(self._pages, number, width), self._came, text=said, ended=self._ended)
                return

    def _came(self, page: PageDrawn) -> None:
        if page.pages is not self._pages:
            return
        self._busy = False
        QTimer.singleShot(0, self, self._go_on)
        if isinstance(page.result, Message):
            self._refusals[page.number] = page.result
            self.refused.emit(page.result)
        else:
            self._keep(page.number, page.width, page.result)
        self.changed.emit()

    def _keep(self, number: int, asked: int, drawn: Drawn) -> None:
        width, height = drawn.width, drawn.height
        image = QImage(drawn.pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        self._kept.pop(number, None)
        self._kept[number] = asked, image
        while len(self._kept) > 3 and sum(kept.sizeInBytes() for _, kept in self._kept.values()) > KEPT:
            self._kept.popitem(last=False)

    def _ended(self) -> None:
        """Also after the user has stopped it: the page is drawn when it is wanted again."""
        self._busy = False
