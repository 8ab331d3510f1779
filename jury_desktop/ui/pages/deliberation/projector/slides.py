"""The slides of the projector as widgets; sizes come from the height of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.projector import Bar, CardSlide, DoorSlide, Line, RankingSlide, Slide
from jury_desktop.ui import theme
from jury_desktop.ui.pages.deliberation.words import decision_name
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.basics import label, role
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.marks import spoken_challenges
from jury_desktop.wording import score as written

tr = area("projector")

LINES = 27
"""Lines of ordinary text that fit below each other on a screen: what is read from the back of a room."""
ROOM = 1.75
"""Lines that a row of a long slide takes with the air around it."""
LARGE = 2.2
"""How much larger a title is."""


class Size:
    """The sizes of type on a screen of a height, in pixels; ``rows`` of a long slide make them smaller."""

    def __init__(self, height: int, rows: int = 0) -> None:
        lines = max(LINES, round(rows * ROOM) + 7)
        self.text = max(11, round(height / lines))
        self.title = round(min(self.text * LARGE, height / LINES * LARGE))

    def font(self, *, title: bool = False, strong: bool = False) -> QFont:
        """The font of a text or a title."""
        made = theme.font("base", 600 if strong or title else 400, figures=True)
        made.setPixelSize(self.title if title else self.text)
        return made


def slide_widget(slide: Slide, language: str, height: int, *, comments: bool = False) -> QWidget:
    """A slide for a screen of so many pixels high."""
    match slide:
        case RankingSlide():
            return _ranking(slide, language, Size(height, len(slide.lines)))
        case DoorSlide():
            return _door(slide, Size(height))
        case CardSlide():
            return _card(slide, language, Size(height, len(slide.bars) + 6), comments=comments)


def _text(words: str, font: QFont, part: str = "", *, wrap: bool = False) -> QLabel:
    made = label(words, part, wrap=wrap)
    made.setFont(font)
    return made


# the ranking


def _ranking(slide: RankingSlide, language: str, size: Size) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(_text(tr("Ranking"), size.font(title=True)))
    grid = QGridLayout()
    grid.setHorizontalSpacing(size.text)
    grid.setVerticalSpacing(round(size.text * 0.35))
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(slide.lines):
        for place, cell in enumerate(_cells(line, language, slide.highest, size)):
            grid.addWidget(cell, at, place)
    column.addLayout(grid)
    if any(line.withheld for line in slide.lines):
        told = tr("No places: somebody in the room has a conflict of interest with a candidacy.")
        column.addWidget(_text(told, size.font(), "muted", wrap=True))
    column.addStretch(1)
    return made


def _cells(line: Line, language: str, highest: int, size: Size) -> Sequence[QWidget]:
    place = _text(line.place, size.font(strong=True))
    place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    name = ElidedLabel(text=f"{line.reference}  {line.organisation}")
    name.setFont(size.font(strong=True))
    if line.withheld:
        return place, name, _text(tr("not shown: conflict of interest"), size.font(), "muted")
    if line.score is None:
        return place, name, _text(tr("sealed"), size.font(), "muted")
    decided = decision_name(line.decision) if line.decision else ""
    value = _text(written(line.score, language), size.font(strong=True))
    return place, name, ScoreBar(line.score, highest, size.text), value, _text(decided, size.font(), "muted")


# the door


def _door(slide: DoorSlide, size: Size) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addStretch(1)
    if slide.reference:
        column.addWidget(_text(f"{slide.reference}  {slide.organisation}", size.font(title=True), wrap=True))
    for words in _at_the_door(slide):
        column.addWidget(_text(words, size.font(title=True), wrap=True))
    column.addStretch(2)
    return made


def _at_the_door(slide: DoorSlide) -> list[str]:
    told = []
    if slide.leave:
        told.append(tr("Who has a conflict of interest with this candidacy leaves the room now."))
        told.append(tr("%n jurors leave", "", slide.leave))
    if slide.stay:
        told.append(tr("%n jurors stay outside", "", slide.stay))
    if slide.back:
        told.append(tr("%n jurors come back", "", slide.back))
    return told


# a candidacy


def _card(slide: CardSlide, language: str, size: Size, *, comments: bool) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setSpacing(round(size.text * 0.5))
    column.addWidget(_text(f"{slide.reference}  {slide.organisation}", size.font(title=True), wrap=True))
    column.addWidget(_text(" · ".join(_facts(slide, language)), size.font(), wrap=True))
    if slide.sealed:
        column.addWidget(_text(tr("The scores are still sealed."), size.font(), "muted"))
    for bar in slide.bars:
        column.addWidget(_bar(bar, slide, language, size))
        if comments:
            column.addWidget(_text(_comments(bar), size.font(), "muted", wrap=True))
        elif bar.agreed:
            column.addWidget(_text(tr("Agreed: {text}").format(text=bar.agreed), size.font(), wrap=True))
    if slide.bars and not comments:
        told = tr("Ring: what a juror gave; larger where several gave the same. Bar: the mean.")
        column.addWidget(_text(told, size.font(), "muted", wrap=True))
    column.addStretch(1)
    return made


def _facts(slide: CardSlide, language: str) -> list[str]:
    told = [spoken_challenges(slide.challenges)]
    if slide.again:
        told.append(tr("second look"))
    if slide.score is not None:
        told.append(tr("score {score}").format(score=written(slide.score, language)))
    if slide.interval is not None:
        low, high = (written(end, language) for end in slide.interval)
        told.append(tr("advisory: between {low} and {high}").format(low=low, high=high))
    if slide.decision is not None:
        told.append(decision_name(slide.decision))
    return told


def _bar(bar: Bar, slide: CardSlide, language: str, size: Size) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(size.text)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.addWidget(_text(bar.title, size.font(strong=True), wrap=True), 0, 0)
    values = [int(value) for _, _, value, _ in bar.given if value.isdigit()]
    grid.addWidget(ScoreBar(bar.mean or 0.0, slide.highest, size.text, values), 0, 1)
    mean = "–" if bar.mean is None else written(bar.mean, language)
    grid.addWidget(_text(mean, size.font(strong=True)), 0, 2)
    return made


def _comments(bar: Bar) -> str:
    form = tr("{juror}, {round} ({value}): {text}")
    said = (
        form.format(juror=who, round=_round(round_), value=value, text=text)
        for who, round_, value, text in bar.given
        if text
    )
    return "\n".join(said)


def _round(round_: Round) -> str:
    return {Round.WRITTEN: tr("written"), Round.PITCH: tr("pitch")}[round_]


class ScoreBar(QWidget):
    """A score as a bar on the scale of the call, with a ring for what each juror gave."""

    def __init__(self, score: float, highest: int, height: int, given: Sequence[int] = ()) -> None:
        super().__init__()
        self._score, self._highest, self._given = score, max(1, highest), tuple(given)
        self.setMinimumWidth(height * 8)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        role(self, "score")

    def sizeHint(self) -> QSize:
        return QSize(self.height() * 12, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        thick = box.height() * 0.5
        colours = theme.current().colours
        paint.draw_bar(painter, box, self._score / self._highest, colours.accent, thick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.pen(colours.text, 1.5))
        painter.setBrush(theme.colour(colours.panel))
        radius = box.height() * 0.16
        for value, count in sorted((v, self._given.count(v)) for v in set(self._given)):
            size = min(box.height() / 2, radius * (1 + 0.18 * (count - 1)))
            across = min(box.width() * value / self._highest, box.width() - size - 1)
            across = max(across, size + 1)
            painter.drawEllipse(QRectF(across - size, box.center().y() - size, 2 * size, 2 * size))
        painter.end()
