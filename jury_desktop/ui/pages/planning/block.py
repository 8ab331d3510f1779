"""One pitch on the plan: a block that is chosen, dragged, moved and locked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.pitch import Assignment
from jury_desktop.ui import theme
from jury_desktop.ui.icons import pixmap
from jury_desktop.ui.pages.planning.grip import Grip
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint

tr = area("planning")

MARK = 14
"""Side of the mark of a pitch that is locked, or that no longer holds, in points."""
CHOOSE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Placed:
    """A pitch on the plan with its candidacy; ``pinned`` ones stay where they are, ``broken`` ones no
    longer can stand so."""

    place: Assignment
    candidacy: Candidacy
    jurors: tuple[str, ...]
    pinned: bool
    broken: bool = False


class PitchBlock(QWidget):
    """One pitch: its hours, reference and organisation, on an edge in the colour of its first challenge.

    :ivar chosen: carries its reference; so do ``move_wanted`` (M) and ``lock_wanted`` (L).
    :ivar dragged: reference, where the mouse is on the screen, and how far below the top it holds the block.
    :ivar released: the mouse let go of it after a drag.
    :ivar let_be: Escape during a drag.
    """

    chosen = Signal(str)
    move_wanted = Signal(str)
    lock_wanted = Signal(str)
    dragged = Signal(str, QPoint, int)
    released = Signal()
    let_be = Signal()

    def __init__(self, pitch: Placed, parent: QWidget) -> None:
        super().__init__(parent)
        self.pitch = pitch
        self.selected = False
        self._grip = Grip()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        locked = (tr("locked"),) if pitch.pinned else ()
        broken = (tr("no longer holds"),) if pitch.broken else ()
        said = ", ".join((f"{hours(pitch.place)} {self._name()}", *broken, *pitch.jurors, *locked))
        self.setAccessibleName(said)
        self.setToolTip("\n".join((hours(pitch.place), self._name(), *broken, *pitch.jurors)))

    def select(self, chosen: bool) -> None:
        """Show whether this is the pitch that the side panel tells about."""
        self.selected = chosen
        self.update()

    def _name(self) -> str:
        return f"{self.pitch.candidacy.reference} {self.pitch.candidacy.organisation}"

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        with paint.painting(painter):
            edge = look.colours.tone(Tone.BAD)[0] if self.pitch.broken else look.colours.line
            painter.setPen(theme.pen(look.colours.accent if self.selected else edge, 1))
            painter.setBrush(theme.colour(look.colours.accent_soft if self.selected else look.colours.panel))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.challenge(min(self.pitch.candidacy.challenges, default=7))))
            painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
        self._write(painter)
        for place, (name, ink) in enumerate(self._marks(), 1):
            mark = pixmap(name, ink, MARK, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - place * (MARK + 4) - 4, 8, mark)
        if self.hasFocus():
            paint.draw_focus(painter, QRectF(self.rect()), 5)

    def _marks(self) -> list[tuple[str, str]]:
        """What stands in the corner: the icon and its colour, from the right."""
        colours = theme.current().colours
        broken = [("triangle-alert", colours.tone(Tone.BAD)[0])] if self.pitch.broken else []
        return [*broken, *([("lock", colours.muted)] if self.pitch.pinned else [])]

    def _write(self, painter: QPainter) -> None:
        colours = theme.current().colours
        chip, width = theme.metrics().chip, self.width() - 24
        names = self._names(width - len(self._marks()) * (MARK + 4))
        top = 8.0 if len(names) == 1 else 5.0
        for name in names:
            top = _line(painter, top, name, theme.font(weight=600), colours.text)
        small, gap = theme.font("small", figures=True), 2 if len(names) == 1 else 0
        top = _line(painter, top + gap, self._details(QFontMetrics(small), width + 4), small, colours.muted)
        if self.height() > top + chip + 4:
            paint.draw_chips(painter, QRectF(14, top + 3 + gap, width, chip), self.pitch.candidacy.challenges)

    def _names(self, room: int) -> list[str]:
        """The name, on two lines where it needs them and the block is high enough for its chips too."""
        font, metrics = theme.font(weight=600), theme.metrics()
        needed = 2 * QFontMetrics(font).height() + QFontMetrics(theme.font("small")).height() + metrics.chip
        return paint.wrapped(self._name(), font, room, 2 if self.height() >= needed + 10 else 1)

    def _details(self, measure: QFontMetrics, width: int) -> str:
        """The hours, with the number of jurors where there is room for it."""
        when, jurors = hours(self.pitch.place), tr("%n jurors", "", len(self.pitch.jurors))
        whole = f"{when} · {jurors}"
        return whole if measure.horizontalAdvance(whole) <= width else when

    # mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.chosen.emit(self.pitch.candidacy.reference)
        self._grip.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip.moves(event) and self._grip.held is not None:
            at = event.globalPosition().toPoint()
            self.dragged.emit(self.pitch.candidacy.reference, at, self._grip.held.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip.let_go():
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        reference, key = self.pitch.candidacy.reference, Qt.Key(event.key())
        if key in CHOOSE:
            self.chosen.emit(reference)
        elif key == Qt.Key.Key_M:
            self.move_wanted.emit(reference)
        elif key == Qt.Key.Key_L:
            self.lock_wanted.emit(reference)
        elif key == Qt.Key.Key_Escape and self._grip.let_go():
            self.let_be.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.pitch.candidacy.reference)


def _line(painter: QPainter, top: float, text: str, font: QFont, ink: str) -> float:
    """Draw a line and return where the next begins."""
    measure = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(QPointF(14, top + measure.ascent()), text)
    return top + measure.height()


def hours(place: Assignment) -> str:
    """ "13:00–13:35"."""
    start, end = place.start.astimezone(BRUSSELS), place.end.astimezone(BRUSSELS)
    return f"{start:%H:%M}–{end:%H:%M}"
