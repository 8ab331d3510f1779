"""The scale of a criterion as segments 0–5, with "n.v.t." where the call allows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.digits import digit
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.form import go_to_field

tr = area("widgets")

CLEAR_KEYS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
NOT_APPLICABLE_KEYS = {Qt.Key.Key_N, Qt.Key.Key_Minus}


BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
"""How the focus comes without a click: a click must not move what is under the mouse."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is given: a value, n.v.t., or neither (missing). Never two, and missing is not zero."""

    value: int | None = None
    not_applicable: bool = False


class ScoreSegments(QWidget):
    """One criterion's scale. Digits give a score, ``n`` gives n.v.t., Backspace takes it back.

    The arrows go one up or down from a score that is there, and never give the first one.

    :ivar before: the scale that Shift+Tab goes to; None leaves it to the order of the fields.
    :ivar after: the scale that Tab goes to, so that digits follow each other whatever stands in between.
    :ivar changed: the juror gave another score; carries a :class:`Given`.
    :ivar anchor: the sentence to show for the segment under the mouse or with the keyboard; may be empty.
    :ivar arrived: the keyboard has come here, without the mouse.
    :ivar refused: why a key gave no score; empty once another key did something.
    """

    changed = Signal(object)
    anchor = Signal(str)
    refused = Signal(str)
    arrived = Signal()

    def __init__(
        self,
        title: str,
        anchors: Sequence[str],
        *,
        lowest: int = 0,
        not_applicable: bool = False,
        question: str = "",
    ) -> None:
        """
        :param question: what is asked; a screen reader says it, with every sentence, before a score is given.
        """
        super().__init__()
        self._question = question
        self._title = title
        self._anchors = tuple(anchors)
        self._options = [Given(lowest + step) for step in range(len(anchors))]
        if not_applicable:
            self._options.append(Given(not_applicable=True))
        self._hovered: Given | None = None
        self.given = Given()
        self.before: QWidget | None = None
        self.after: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    # the score

    def show_given(self, given: Given) -> None:
        """Show a score without telling that it changed."""
        self.given = given
        self._name()
        self.update()

    def _give(self, given: Given) -> None:
        if given != self.given and self.isEnabled():
            self.show_given(given)
            self.changed.emit(given)
        self.anchor.emit(self.anchor_of(given))

    def anchor_of(self, given: Given) -> str:
        """The sentence of the rubric for a score."""
        if given.not_applicable:
            return tr("Not applicable: does not count, neither for nor against")
        if given.value is None:
            return ""
        return self._anchors[self._options.index(Given(given.value))]

    def _name(self) -> None:
        said = _word(self.given) or tr("not scored yet")
        self.setAccessibleName(f"{self._title}: {said}")
        self.setAccessibleDescription(self.anchor_of(self.given) or self._explained())

    def _explained(self) -> str:
        if not self._question:
            return ""
        scores = [option for option in self._options if option.value is not None]
        return " ".join((self._question, *(f"{_word(each)}: {self.anchor_of(each)}" for each in scores)))

    # keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted(event)
        if wanted is not None:
            self._give(wanted)
            self.refused.emit("")
        elif why := self._why_not(event):
            self.refused.emit(why)
        else:
            super().keyPressEvent(event)

    def _wanted(self, event: QKeyEvent) -> Given | None:
        """What a key asks for; None when it is not ours."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        pressed = digit(event)
        if pressed is not None and Given(pressed) in self._options:
            return Given(pressed)
        if key in NOT_APPLICABLE_KEYS and self._options[-1].not_applicable:
            return self._options[-1]
        if key in CLEAR_KEYS:
            return Given()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return self._beside(1 if key == Qt.Key.Key_Right else -1)
        return None

    def _why_not(self, event: QKeyEvent) -> str:
        """Why a key that means a score gives none here; empty for any other key."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return ""
        if digit(event) is not None:
            scores = [option.value for option in self._options if option.value is not None]
            text = tr("The scale goes from {lowest} to {highest}. Nothing has changed.")
            return text.format(lowest=scores[0], highest=scores[-1])
        if Qt.Key(event.key()) in NOT_APPLICABLE_KEYS:
            return tr("The call does not allow n/a here. Nothing has changed.")
        return ""

    def _beside(self, step: int) -> Given:
        if self.given not in self._options:
            return self.given
        at = self._options.index(self.given) + step
        return self._options[max(0, min(len(self._options) - 1, at))]

    def focusNextPrevChild(self, onward: bool) -> bool:
        wanted = self.after if onward else self.before
        return go_to_field(wanted, onward=onward) or super().focusNextPrevChild(onward)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self._give(Given() if found == self.given else found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.anchor.emit(self.anchor_of(self.given))
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self.arrived.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.anchor.emit("")
        super().focusOutEvent(event)

    def _hover(self, option: Given | None) -> None:
        if option != self._hovered:
            self._hovered = option
            said = self.anchor_of(option) if option else ""
            self.setToolTip(said)
            self.anchor.emit(said or (self.anchor_of(self.given) if self.hasFocus() else ""))
            self.update()

    def _at(self, x: float) -> Given | None:
        for option, box in self._boxes():
            if box.left() <= x < box.right():
                return option
        return None

    # drawing

    def sizeHint(self) -> QSize:
        last = self._boxes()[-1][1]
        return QSize(round(last.right()) + 2, round(last.height()) + 4)

    def _boxes(self) -> list[tuple[Given, QRectF]]:
        sizes = theme.metrics()
        height = sizes.control - sizes.unit
        wide = QFontMetricsF(theme.font()).horizontalAdvance(_word(Given(not_applicable=True)))
        boxes, left = [], 2.0
        for option in self._options:
            width = wide + 4 * sizes.unit if option.not_applicable else sizes.control * 1.08
            boxes.append((option, QRectF(left, 2, width, height)))
            left += width
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        boxes = self._boxes()
        outline = boxes[0][1].united(boxes[-1][1])
        shape = QPainterPath()
        shape.addRoundedRect(outline, 6, 6)
        with paint.painting(painter):
            painter.setClipPath(shape)
            for option, box in boxes:
                self._paint_segment(painter, option, box)
        self._paint_frame(painter, outline, shape)

    def _paint_segment(self, painter: QPainter, option: Given, box: QRectF) -> None:
        colours = theme.current().colours
        chosen = option == self.given
        ground = colours.accent if chosen else colours.panel
        if option == self._hovered and not chosen and self.isEnabled():
            ground = colours.accent_soft
        painter.fillRect(box, theme.colour(ground))
        ink = colours.accent_ink if chosen else colours.text
        painter.setFont(theme.font(weight=700 if chosen else 400))
        painter.setPen(theme.colour(ink if self.isEnabled() or chosen else colours.disabled))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _word(option))
        painter.fillRect(QRectF(box.right() - 0.5, box.top(), 1, box.height()), theme.colour(colours.line))

    def _paint_frame(self, painter: QPainter, outline: QRectF, shape: QPainterPath) -> None:
        with paint.painting(painter):
            painter.setPen(theme.pen(theme.current().colours.line_strong))
            painter.drawPath(shape)
        if self.hasFocus():
            paint.draw_focus(painter, outline.adjusted(-2, -2, 2, 2), 7)


def _word(given: Given) -> str:
    if given.not_applicable:
        return tr("n/a")
    return "" if given.value is None else str(given.value)
