"""The marks that widgets and table cells share: chip, pill, bar, interval. One drawing for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

from jury_desktop.ui import theme
from jury_desktop.ui.theme import Tone

CHIP_GAP = 3
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Pill:
    """A short word on a soft ground: "Ontvankelijk"."""

    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its uncertainty, all on one axis from ``lowest`` to ``highest``."""

    value: float
    low: float
    high: float
    lowest: float = 0.0
    highest: float = 5.0


@dataclass(frozen=True, slots=True)
class Strip:
    """What several people gave, on a scale of whole numbers."""

    values: tuple[int, ...]
    lowest: int = 0
    highest: int = 5


@contextmanager
def painting(painter: QPainter) -> Iterator[QPainter]:
    """A smooth painter without pen or brush, put back as it was afterwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    try:
        yield painter
    finally:
        painter.restore()


def chips_size(count: int) -> QSizeF:
    """The room that ``count`` chips in one row take."""
    side = theme.metrics().chip
    return QSizeF(max(0, count * (side + CHIP_GAP) - CHIP_GAP), side)


def draw_chip(painter: QPainter, at: QPointF, number: int, *, faint: bool = False) -> None:
    """One challenge: a square in its colour with its number. ``faint`` for a challenge that is not chosen."""
    look = theme.current()
    box = QRectF(at, QSizeF(theme.metrics().chip, theme.metrics().chip))
    with painting(painter):
        painter.setBrush(theme.colour(look.colours.line_soft if faint else look.challenge(number)))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font("tiny", 700))
        painter.setPen(theme.colour(look.colours.muted if faint else look.challenge_ink(number)))
        painter.drawText(box, CENTRE, str(number))


def draw_chips(painter: QPainter, box: QRectF, numbers: Sequence[int]) -> None:
    """Chips from the left, in the middle of the height; what does not fit becomes "+2"."""
    side = theme.metrics().chip
    step = side + CHIP_GAP
    room = max(1, int((box.width() + CHIP_GAP) // step))
    shown = list(numbers) if len(numbers) <= room else list(numbers)[: max(0, room - 1)]
    top = box.center().y() - side / 2
    for place, number in enumerate(shown):
        draw_chip(painter, QPointF(box.left() + place * step, top), number)
    if len(shown) < len(numbers):
        rest = QRectF(box.left() + len(shown) * step, top, side * 1.4, side)
        _draw_text(painter, rest, f"+{len(numbers) - len(shown)}")


def _draw_text(painter: QPainter, box: QRectF, text: str) -> None:
    with painting(painter):
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.colour(theme.current().colours.muted))
        painter.drawText(box, CENTRE, text)


def pill_size(pill: Pill) -> QSizeF:
    """The room a pill takes."""
    measure = QFontMetricsF(theme.font("tiny", 600))
    unit = theme.metrics().unit
    return QSizeF(measure.horizontalAdvance(pill.text) + 4.5 * unit, measure.height() + unit)


def draw_pill(painter: QPainter, box: QRectF, pill: Pill) -> None:
    """A pill at the left of ``box``, in the middle of its height; shortened when it does not fit."""
    ink, ground = theme.current().colours.tone(pill.tone)
    size = pill_size(pill)
    width = min(size.width(), box.width())
    shape = QRectF(box.left(), box.center().y() - size.height() / 2, width, size.height())
    font = theme.font("tiny", 600)
    room = width - 3 * theme.metrics().unit
    text = QFontMetricsF(font).elidedText(pill.text, Qt.TextElideMode.ElideRight, room)
    with painting(painter):
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(shape, size.height() / 2, size.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(shape, CENTRE, text)


def draw_bar(painter: QPainter, box: QRectF, share: float, colour: str, height: float = 6) -> None:
    """A bar filled for ``share`` (0–1), in the middle of the height of ``box``."""
    track = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
    share = min(1.0, max(0.0, share))
    with painting(painter):
        painter.setBrush(theme.colour(theme.current().colours.line_soft))
        painter.drawRoundedRect(track, height / 2, height / 2)
        if share > 0:
            painter.setBrush(theme.colour(colour))
            filled = QRectF(track.left(), track.top(), max(height, track.width() * share), height)
            painter.drawRoundedRect(filled, height / 2, height / 2)


def draw_interval(painter: QPainter, box: QRectF, interval: Interval) -> None:
    """A value on an axis with its interval: a band with ends, and a tall thin line for the value.

    The line is narrower than any band, so that a small uncertainty shows too.
    """
    colours = theme.current().colours
    reach = interval.highest - interval.lowest
    middle = box.center().y()

    def place(value: float) -> float:
        share = (value - interval.lowest) / reach if reach else 0.0
        return box.left() + 5 + min(1.0, max(0.0, share)) * (box.width() - 10)

    low, high = place(interval.low), place(interval.high)
    with painting(painter):
        painter.setBrush(theme.colour(colours.line))
        painter.drawRect(QRectF(box.left(), middle - 0.5, box.width(), 1))
        painter.setBrush(theme.colour(colours.accent, 0.35))
        painter.drawRect(QRectF(low, middle - 4, max(1.0, high - low), 8))
        painter.setBrush(theme.colour(colours.accent))
        for end in (low, high):
            painter.drawRect(QRectF(end - 0.5, middle - 5, 1, 10))
        painter.setBrush(theme.colour(colours.text))
        painter.drawRoundedRect(QRectF(place(interval.value) - 1.25, middle - 8, 2.5, 16), 1, 1)


def draw_strip(painter: QPainter, box: QRectF, strip: Strip) -> None:
    """A stack of dots over every value of the scale, as high as many gave it."""
    colours = theme.current().colours
    count = strip.highest - strip.lowest + 1
    step = box.width() / count
    floor = box.bottom() - 6
    most = max([strip.values.count(value) for value in set(strip.values)], default=1)
    rise = min(5.0, (floor - box.top() - 6) / max(1, most - 1))
    with painting(painter):
        painter.setBrush(theme.colour(colours.line))
        painter.drawRect(QRectF(box.left(), floor + 3, box.width(), 1))
        painter.setBrush(theme.colour(colours.accent))
        for value in range(strip.lowest, strip.highest + 1):
            x = box.left() + (value - strip.lowest + 0.5) * step
            for at in range(strip.values.count(value)):
                painter.drawEllipse(QPointF(x, floor - at * rise), 2.4, 2.4)


def wrapped(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """The text on at most ``lines`` lines of ``width``, broken between words; "…" for what is left over."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    parts = [text[a:b].strip() for a, b in pairwise([*starts[:lines], len(text)])]
    measure = QFontMetricsF(font)
    return [measure.elidedText(part, Qt.TextElideMode.ElideRight, width) for part in parts]


def fitted(text: str, font: QFont, box: QRectF) -> str:
    """The text for a box: on a second line what does not fit on the first, where the box is high enough."""
    measure = QFontMetricsF(font)
    if measure.horizontalAdvance(text) <= box.width() or box.height() < 2 * measure.height():
        return measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    return "\n".join(wrapped(text, font, box.width(), 2))


def draw_focus(painter: QPainter, box: QRectF, radius: float = 6) -> None:
    """The ring around what has the keyboard."""
    with painting(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.pen(theme.current().colours.focus, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
