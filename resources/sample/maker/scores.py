"""The score sheets of the sample: true quality, plus the juror's leniency, plus chance with a fixed seed.

value = quality of the item + shift in the pitch round + leniency of the juror + spread × noise,
and on a disputed item + or − dispute, by juror; rounded and kept within 0 to 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from maker.comments import comment
from maker.model import Candidacy
from maker.panel import ROUNDS, Item, Panel, Truth, goal_keys, items_for

FIRST_SHEET = datetime.fromisoformat("2023-06-05T09:00:00+02:00")
LAST_PITCH = datetime.fromisoformat("2023-06-19T12:00:00+02:00")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a value, or n.v.t., with its comment."""

    value: int | None
    comment: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One juror, one candidacy, one round; ``submitted_at`` None for a draft."""

    juror: str
    candidacy: str
    round: str
    submitted_at: datetime | None
    answers: Mapping[str, Answer]
    goals: Mapping[str, str]


def all_sheets(
    candidacies: Mapping[str, Candidacy], truths: Mapping[str, Truth], panel: Panel
) -> tuple[Sheet, ...]:
    """Every sheet: all jurors without a conflict, in the pitch round for the invited alone."""
    return tuple(
        _sheet(panel, truth, candidacies[truth.candidacy], juror, round_)
        for round_ in ROUNDS
        for truth in truths.values()
        if round_ == "written" or truth.shortlist["kind"] == "invited"
        for juror in panel.leniency
        if (juror, truth.candidacy) not in panel.barred
    )


def mean_of(sheets: tuple[Sheet, ...], candidacy: str, item: Item, rounds: tuple[str, ...]) -> float:
    """The mean of the submitted values of one item over the rounds."""
    values = [
        answer.value
        for sheet in sheets
        if sheet.candidacy == candidacy and sheet.round in rounds and sheet.submitted_at is not None
        if (answer := sheet.answers.get(item.key)) is not None and answer.value is not None
    ]
    return sum(values) / len(values)


def _sheet(panel: Panel, truth: Truth, candidacy: Candidacy, juror: str, round_: str) -> Sheet:
    draft = panel.drafts.get((juror, truth.candidacy), frozenset()) if round_ == "written" else frozenset()
    asked = [item for item in items_for(candidacy) if round_ in item.rounds and item.key not in draft]
    answers = {item.key: _answer(panel, truth, item, juror, round_) for item in asked}
    moment = None if draft else _moment(panel, truth, juror, round_)
    goals = _goals(panel, truth, candidacy, juror) if round_ == "written" else {}
    return Sheet(juror, truth.candidacy, round_, moment, answers, goals)


def _answer(panel: Panel, truth: Truth, item: Item, juror: str, round_: str) -> Answer:
    refused = panel.not_applicable.get((juror, truth.candidacy, item.key))
    if refused is not None and round_ == "written":
        return Answer(None, refused)
    chance = _chance(panel, juror, truth.candidacy, round_, item.key)
    value = _value(panel, truth, item, juror, round_, chance)
    return Answer(value, comment(truth, item, round_, value, chance))


def _value(panel: Panel, truth: Truth, item: Item, juror: str, round_: str, chance: Random) -> int:
    level = truth.quality[item.key] + panel.leniency[juror] + panel.spread * _noise(chance)
    if round_ == "pitch":
        level += truth.pitch
    if item.key in truth.disputed:
        side = _chance(panel, juror, truth.candidacy, item.key).random() < 0.5
        level += panel.dispute if side else -panel.dispute
    return min(max(round(level), 0), 5)


def _goals(panel: Panel, truth: Truth, candidacy: Candidacy, juror: str) -> dict[str, str]:
    """A mark per goal: what the form plans for is shown or partly shown, the rest seldom more than not."""
    planned = {goal.key for goal in candidacy.goals}
    marks: dict[str, str] = {}
    for challenge in candidacy.challenges:
        quality = truth.quality[f"challenge.{challenge}"]
        for key in goal_keys(challenge):
            luck = _chance(panel, juror, truth.candidacy, key).random() + (quality - 3.5) / 5
            marks[key] = _mark(luck, planned=key in planned)
    return marks


def _mark(luck: float, planned: bool) -> str:
    if planned:
        return "shown" if luck > 0.3 else "partly"
    return "partly" if luck > 0.8 else "not"


def _moment(panel: Panel, truth: Truth, juror: str, round_: str) -> datetime:
    """When the sheet was submitted: in the week of 5 June, in the pitch round on the last day."""
    chance = _chance(panel, juror, truth.candidacy, round_, "moment")
    if round_ == "pitch":
        return LAST_PITCH + timedelta(minutes=chance.randrange(5, 90))
    return FIRST_SHEET + timedelta(days=chance.randrange(4), minutes=chance.randrange(8 * 60))


def _noise(chance: Random) -> float:
    """Nearly normal with deviation 1; sums of twelve, because gauss leans on the machine's logarithm."""
    return sum(chance.random() for _ in range(12)) - 6


def _chance(panel: Panel, *words: str) -> Random:
    return Random("|".join((str(panel.seed), *words)))
