"""A few words side by side of which one holds, or none yet: smaller than a scale, one stop for Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.digits import digit
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint

CLEAR_KEYS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class StateSegments(QWidget):
    """Digits choose, arrows go on from a choice that is there; Backspace, or a click on it, takes it back.

    :ivar changed: the user chose the state with this key, or took it back (empty).
    """

    changed = Signal(str)

    def __init__(self, title: str, states: Sequence[tuple[str, str, Tone]], none: str) -> None:
        """
        :param states: key, word and tone of each.
        :param none: what a screen reader says without a choice.
        """
        super().__init__()
        self._title = title
        self._states = tuple(states)
        self._none = none
        self._hovered = ""
        self.state = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def show_state(self, state: str) -> None:
        """Show a choice without telling that it changed; empty for none."""
        self.state = state
        self._name()
        self.update()

    def _choose(self, state: str) -> None:
        if state != self.state and self.isEnabled():
            self.show_state(state)
            self.changed.emit(state)

    def _name(self) -> None:
        words = {key: word for key, word, _ in self._states}
        self.setAccessibleName(f"{self._title}: {words.get(self.state, self._none)}")

    # keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = Qt.Key(event.key()), [state for state, _, _ in self._states]
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if step and self.state in keys:
            at = keys.index(self.state) + step
            self._choose(keys[max(0, min(len(keys) - 1, at))])
        elif (pressed := digit(event)) is not None and 1 <= pressed <= len(keys):
            self._choose(keys[pressed - 1])
        elif key in CLEAR_KEYS:
            self._choose("")
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and found:
            self._choose("" if found == self.state else found)

    def _hover(self, state: str) -> None:
        if state != self._hovered:
            self._hovered = state
            self.update()

    def _at(self, x: float) -> str:
        return next((key for key, box in self.boxes().items() if box.left() <= x < box.right()), "")

    # drawing

    def boxes(self) -> dict[str, QRectF]:
        """Where each state is drawn."""
        sizes = theme.metrics()
        measure = QFontMetricsF(theme.font("tiny", 600))
        left, found = 2.0, {}
        for key, word, _ in self._states:
            width = measure.horizontalAdvance(word) + 4 * sizes.unit
            found[key] = QRectF(left, 2, width, measure.height() + 2 * sizes.unit)
            left += width
        return found

    def sizeHint(self) -> QSize:
        last = list(self.boxes().values())[-1]
        return QSize(round(last.right() + 2.5), round(last.height() + 4.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        boxes = self.boxes()
        outline = QRectF(2, 2, self.sizeHint().width() - 4, next(iter(boxes.values())).height())
        shape = QPainterPath()
        shape.addRoundedRect(outline, 5, 5)
        with paint.painting(painter):
            painter.setClipPath(shape)
            for key, word, tone in self._states:
                self._paint_state(painter, boxes[key], key, word, tone)
        with paint.painting(painter):
            painter.setPen(theme.pen(theme.current().colours.line_strong))
            painter.drawPath(shape)
        if self.hasFocus():
            paint.draw_focus(painter, outline.adjusted(-2, -2, 2, 2), 6)

    def _paint_state(self, painter: QPainter, box: QRectF, key: str, word: str, tone: Tone) -> None:
        colours = theme.current().colours
        chosen = key == self.state
        ink, soft = colours.tone(tone)
        ground = soft if chosen else colours.panel
        if key == self._hovered and not chosen and self.isEnabled():
            ground = colours.hover
        painter.fillRect(box, theme.colour(ground))
        painter.setFont(theme.font("tiny", 600 if chosen else 400))
        painter.setPen(theme.colour(ink if chosen else colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        painter.fillRect(QRectF(box.right() - 0.5, box.top(), 1, box.height()), theme.colour(colours.line))
