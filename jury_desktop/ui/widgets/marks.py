"""Small marks as widgets: challenge chips, status pill, score with interval, icon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.icons import pixmap
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.paint import Interval, Pill
from jury_desktop.wording import number as written_number

tr = area("widgets")


class ChallengeChips(QWidget):
    """The challenges of a candidacy as numbered squares.

    :param names: what a screen reader and the tooltip say per number: ``{1: "Wonen"}``.
    """

    def __init__(self, numbers: Sequence[int] = (), names: dict[int, str] | None = None) -> None:
        super().__init__()
        self._names = names or {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_numbers(numbers)

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Show other challenges."""
        self.numbers = tuple(numbers)
        said = spoken_challenges(self.numbers, self._names)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return paint.chips_size(len(self.numbers)).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_chips(QPainter(self), QRectF(self.rect()), self.numbers)


def spoken_challenges(numbers: Sequence[int], names: dict[int, str] | None = None) -> str:
    """ "Regio-uitdaging 1 Wonen, 4 Werk": what the chips say without colour."""
    if not numbers:
        return tr("No challenge")
    listed = ", ".join(f"{number} {(names or {}).get(number, '')}".strip() for number in numbers)
    return tr("Challenge {list}").format(list=listed)


class ChallengeChip(QWidget):
    """One challenge; with ``faint`` it shows grey, as a challenge that is not covered."""

    def __init__(self, number: int, name: str = "", *, faint: bool = False) -> None:
        super().__init__()
        self._number = number
        self._faint = faint
        self.setFixedSize(theme.metrics().chip, theme.metrics().chip)
        said = spoken_challenges((number,), {number: name})
        self.setAccessibleName(said)
        self.setToolTip(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_chip(QPainter(self), QPointF(0, 0), self._number, faint=self._faint)


class StatusPill(QWidget):
    """A state in a word."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_pill(Pill(text, tone))

    def show_pill(self, pill: Pill) -> None:
        """Show another state."""
        self.pill = pill
        self.setAccessibleName(pill.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wanted = paint.pill_size(self.pill)
        return QSize(round(wanted.width() + 0.5), round(wanted.height() + 0.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.pill.text:
            paint.draw_pill(QPainter(self), QRectF(self.rect()), self.pill)


def spoken_interval(interval: Interval | None, language: str = "nl") -> str:
    """ "3,8, tussen 3,4 en 4,2"."""
    if interval is None:
        return tr("No score")
    value, low, high = (
        written_number(part, language, 1) for part in (interval.value, interval.low, interval.high)
    )
    return tr("{value}, between {low} and {high}").format(value=value, low=low, high=high)


class IconMark(QWidget):
    """An icon in a colour of the theme that follows the theme; ``ink`` is a field of ``Colours``."""

    def __init__(self, icon: str, side: int = 18, ink: str = "muted") -> None:
        super().__init__()
        self._icon = icon
        self._ink = ink
        self.setFixedSize(side, side)

    def show_icon(self, icon: str, ink: str = "") -> None:
        """Show another icon."""
        self._icon = icon
        self._ink = ink or self._ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = getattr(theme.current().colours, self._ink)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._icon, ink, self.width(), self.devicePixelRatioF()))


class Chip(QPushButton):
    """A button in the shape of a pill, for attachments and filters; a chosen chip carries the accent.

    :param tone: of a chip that is not chosen.
    """

    def __init__(self, text: str, *, checked: bool = False, tip: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__(text)
        self._tone = tone
        self.setCheckable(True)
        self.setChecked(checked)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wanted = paint.pill_size(Pill(self.text()))
        return QSize(round(wanted.width()) + 9, round(wanted.height()) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = Tone.INFO if self.isChecked() else self._tone
        paint.draw_pill(painter, QRectF(self.rect()).adjusted(4, 0, -4, 0), Pill(self.text(), tone))
        if self.hasFocus():
            paint.draw_focus(painter, QRectF(self.rect()), self.height() / 2 - 1)
