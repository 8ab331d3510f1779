"""What a jury should talk about first: the scores on which it is divided, where that may matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.ranking import Uncertainty
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, Item, Sheet, items_of

MARKED = 1.5
"""Jurors are divided on an item from so many times the usual spread."""
GAP = 2
"""Two camps stand so many points of the scale apart, with nobody in between."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One item of one candidacy on which the jurors are divided.

    :param values: what they gave, lowest first.
    :param spread: the standard deviation of these (with n - 1), ``ratio`` that to the panel's usual one.
    :param camps: the jurors stand in two groups of at least two, :data:`GAP` points apart.
    :param unexplained: how many gave a value without the comment that the call requires.
    :param closeness: how open it is whether the candidacy comes above the cut: 0 certain, 1 a coin toss.
    """

    candidacy: Candidacy
    round: Round
    item: Item
    values: tuple[int, ...]
    spread: float
    ratio: float
    camps: bool
    unexplained: int
    closeness: float

    @property
    def urgency(self) -> float:
        """What the agenda is ordered by: the spread counts double where it may decide."""
        return self.ratio * (1 + self.closeness)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The topics, most urgent first, and the panel's usual spread on an item."""

    topics: tuple[Topic, ...]
    usual: float


@dataclass(frozen=True, slots=True)
class _Cell:
    """Every score on one item of one candidacy."""

    candidacy: Candidacy
    round: Round
    item: Item
    answers: tuple[Answer, ...]

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(sorted(answer.value for answer in self.answers if answer.value is not None))


def agenda(selection: Selection, stage: Stage, unsure: Mapping[str, Uncertainty], cut: int) -> Agenda:
    """Where the jurors of a stage are divided, or in two camps, or owe a reason; only of open scores.

    :param unsure: how sure each rank is, as far as known; without it no item counts double.
    """
    cells = [cell for cell in _cells(selection, stage) if len(cell.values) > 1]
    usual = _usual_spread([cell.values for cell in cells])
    found = (_topic(cell, usual, _closeness(unsure.get(cell.candidacy.id), cut)) for cell in cells)
    topics = [topic for topic in found if topic.ratio >= MARKED or topic.camps or topic.unexplained]
    topics.sort(key=lambda topic: (-topic.urgency, topic.candidacy.reference, topic.item.key))
    return Agenda(tuple(topics), usual)


def in_camps(values: Sequence[int]) -> bool:
    """Whether values, lowest first, fall into two groups of at least two with a gap between."""
    splits = range(2, len(values) - 1)
    return any(values[at] - values[at - 1] >= GAP for at in splits)


def spread(values: Sequence[float]) -> float:
    """The standard deviation with n - 1; 0 of a single value."""
    if len(values) < 2:
        return 0.0
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def _usual_spread(cells: Sequence[Sequence[int]]) -> float:
    """The spread that jurors have on an item on the whole: all cells pooled by their degrees of freedom."""
    freedom = sum(len(values) - 1 for values in cells)
    return sqrt(fsum(spread(v) ** 2 * (len(v) - 1) for v in cells) / freedom) if freedom else 0.0


def _topic(cell: _Cell, usual: float, closeness: float) -> Topic:
    values, required = cell.values, cell.item.criterion.comment_required
    own = spread(values)
    silent = [answer for answer in cell.answers if answer.value is not None and not answer.comment.strip()]
    unexplained = len(silent) if required else 0
    ratio = own / usual if usual else 0.0
    place = (cell.candidacy, cell.round, cell.item)
    return Topic(*place, values, own, ratio, in_camps(values), unexplained, closeness)


def _closeness(unsure: Uncertainty | None, cut: int) -> float:
    if unsure is None:
        return 0.0
    chance = unsure.chance(cut)
    return 4 * chance * (1 - chance)


def _cells(selection: Selection, stage: Stage) -> Iterator[_Cell]:
    for key in selection.open_scores(stage):
        candidacy = selection.candidacy(key)
        for round_ in selection.rounds(stage):
            sheets = selection.open_sheets(key, round_)
            for item in items_of(selection.call.rubric, candidacy.challenges, round_):
                yield _Cell(candidacy, round_, item, _answers(sheets, item))


def _answers(sheets: Sequence[Sheet], item: Item) -> tuple[Answer, ...]:
    return tuple(sheet.answers.get(item.key, Answer()) for sheet in sheets)
