"""Pages below each other, drawn elsewhere as they come in sight; until then white, or as they were."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from jury_desktop.domain.messages import Message
from jury_desktop.services.preview import Pages
from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.page_images import Draws, PageImages
from jury_desktop.wording import render

MARGIN, GAP = 6, 8
SETTLED = 120
"""Milliseconds without a change of size after which the pages in sight are drawn anew."""
STEP = 1.2
SMALLEST, LARGEST = 0.25, 5.0


def column(sizes: Sequence[tuple[float, float]], widths: Sequence[float], room: int) -> list[QRect]:
    """Where pages of these sizes stand when they are so wide, each in the middle of the room."""
    found, top = [], MARGIN
    for (width, height), wanted in zip(sizes, widths, strict=True):
        size = QSize(max(1, round(wanted)), max(1, round(wanted * height / width)))
        left = max(MARGIN, (room - size.width()) // 2)
        found.append(QRect(left, top, size.width(), size.height()))
        top += size.height() + GAP
    return found


class PagesArea(QAbstractScrollArea):
    """Scrolls through the pages of a file.

    :ivar page_changed: another page is the one that is read; carries its number, from 0.
    :ivar refused: a page in sight cannot be drawn, and says so in its place; carries why.
    """

    page_changed = Signal(int)
    refused = Signal(object)

    def __init__(self, name: str, draw: Draws, language: str) -> None:
        super().__init__()
        self.page = 0
        self.zoom: float | None = None
        """How large the pages are; None when they fit the width."""
        self._language = language
        self._pages: Pages | None = None
        self._rects: list[QRect] = []
        self._images = PageImages(draw, self)
        self._images.changed.connect(self.viewport().update)
        self._images.refused.connect(self._tell)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._want)
        self._dress(name)

    def _dress(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(always)  # one that comes makes the pages smaller, and goes again
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._rects)

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages, from the place that was looked for, or none."""
        self._pages, self._rects, self.page, self.zoom = pages, [], 0, None
        self._images.show(pages)
        self.setAccessibleDescription("")
        self._lay_out()
        self.go_to(*(pages.place if pages and pages.place else (0, 0.0)))
        self.page_changed.emit(self.page)
        self._want()

    # where the pages stand

    def _lay_out(self) -> None:
        """Place the pages for the room there is, with what is read in its place."""
        page, before = self.page, self._rects[self.page] if self._rects else None
        read = (self.verticalScrollBar().value() - before.top()) / before.height() if before else 0.0
        sizes = self._pages.sizes if self._pages else ()
        self._rects = column(sizes, [self._width(width) for width, _ in sizes], self.viewport().width())
        lowest = self._rects[-1].bottom() + MARGIN if self._rects else 0
        widest = max((rect.right() + MARGIN for rect in self._rects), default=0)
        self._set_range(widest, lowest)
        if before and self._rects:
            rect = self._rects[page]
            self.verticalScrollBar().setValue(round(rect.top() + read * rect.height()))
        self.viewport().update()

    def _set_range(self, width: int, height: int) -> None:
        room = self.viewport().size()
        for bar, most, step in (
            (self.horizontalScrollBar(), width - room.width(), room.width()),
            (self.verticalScrollBar(), height - room.height(), room.height()),
        ):
            bar.setRange(0, max(0, most))
            bar.setPageStep(max(1, step - 2 * theme.metrics().base))
            bar.setSingleStep(3 * theme.metrics().base)

    def _width(self, points: float) -> float:
        """How wide a page is on the screen; a picture is not stretched to fit."""
        natural = points * self.logicalDpiX() / 72
        if self.zoom is not None:
            return natural * self.zoom
        room = float(max(1, self.viewport().width() - 2 * MARGIN))
        return min(room, natural) if self._pages and self._pages.is_picture else room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._settled.start()

    # going

    def go_to(self, page: int, below: float = 0.0) -> None:
        """Go to a page, from 0, and so many points below its upper edge; past the ends nothing happens."""
        if self._pages is None or not 0 <= page < self.count:
            return
        rect, (width, _) = self._rects[page], self._pages.sizes[page]
        down = max(0.0, below * rect.width() / width - 2 * theme.metrics().base) if below else -MARGIN
        self.verticalScrollBar().setValue(round(rect.top() + down))
        self._read(page)

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        line = bar.value() + self.viewport().height() // 3
        at = bisect_right(self._rects, line, key=QRect.top) - 1
        self._read(self.count - 1 if bar.maximum() and bar.value() == bar.maximum() else max(0, at))
        self.viewport().update()
        self._want()

    def _read(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages so large, within bounds, or as wide as there is room."""
        self.zoom = None if zoom is None else min(LARGEST, max(SMALLEST, zoom))
        self._lay_out()
        self._settled.start()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller than what is seen."""
        self.set_zoom((self.fitted() if self.zoom is None else self.zoom) * factor)

    def fitted(self) -> float:
        """The zoom that fitting the width amounts to now."""
        if self._pages is None or not self._rects:
            return 1.0
        return self._rects[self.page].width() * 72 / (self._pages.sizes[self.page][0] * self.logicalDpiX())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.verticalScrollBar().maximum()}
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if (value := ends.get(Qt.Key(event.key()))) is not None:
            self.verticalScrollBar().setValue(value)
        elif sideways and not self.horizontalScrollBar().maximum():
            event.ignore()  # nothing to scroll: whoever is around it turns the page
        else:
            super().keyPressEvent(event)

    # drawing

    def _in_sight(self) -> list[int]:
        """The pages in sight, from above."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        first = bisect_left(self._rects, top, key=QRect.bottom)
        return list(range(first, bisect_left(self._rects, bottom, key=QRect.top)))

    def _want(self) -> None:
        """Have the pages in sight drawn, then those next to them."""
        seen = self._in_sight()
        around = [at for at in (seen[-1] + 1, seen[0] - 1) if 0 <= at < self.count] if seen else []
        dots = self.devicePixelRatioF()
        self._images.want([(at, round(self._rects[at].width() * dots)) for at in (*seen, *around)])

    def _tell(self, why: Message) -> None:
        self.setAccessibleDescription(render(why, self._language))
        self.refused.emit(why)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour(theme.current().colours.sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for page in self._in_sight():
            self._paint(painter, page, self._rects[page].translated(-across, -down))
        if self.hasFocus():
            paint.draw_focus(painter, QRectF(self.viewport().rect()), 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint(self, painter: QPainter, page: int, rect: QRect) -> None:
        image, refusal = self._images.image(page), self._images.refusal(page)
        if image is not None:
            painter.drawImage(rect, image)
            return
        painter.fillRect(rect, Qt.GlobalColor.white)
        if refusal is not None:
            inner = rect.adjusted(GAP, GAP, -GAP, -GAP)
            painter.setPen(Qt.GlobalColor.black)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, flags, render(refusal, self._language))
