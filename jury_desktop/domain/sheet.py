"""Score sheets: what one juror gives one candidacy in one round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.call import Criterion, CriterionKind, Round, Rubric
from jury_desktop.domain.messages import Message, say


class SheetState(StrEnum):
    """Life of a sheet: drafted as the juror types, then sealed."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


class GoalMark(StrEnum):
    """How far the proposal shows a goal ("zodat ze …"); feeds coverage, never the score."""

    SHOWN = "shown"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to score on a sheet: a criterion, for a challenge criterion once per chosen challenge."""

    criterion: Criterion
    challenge: int | None = None

    @property
    def key(self) -> str:
        """Stable name on the sheet: ``"outreach"`` or ``"challenge.4"``."""
        return self.criterion.key if self.challenge is None else f"{self.criterion.key}.{self.challenge}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The juror's answer to one item: a value, "n.v.t.", or neither yet (missing); never a silent zero."""

    value: int | None = None
    not_applicable: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A score sheet. ``version`` is the candidacy version it judged; maps go by item key and goal key."""

    id: str
    juror: str
    candidacy: str
    round: Round
    version: int
    state: SheetState = SheetState.DRAFT
    answers: Mapping[str, Answer] = field(default_factory=dict)
    goal_marks: Mapping[str, GoalMark] = field(default_factory=dict)
    remark: str = ""
    submitted_at: datetime | None = None

    @property
    def submitted(self) -> bool:
        """Whether it is sealed and counts."""
        return self.state is SheetState.SUBMITTED

    @property
    def is_blank(self) -> bool:
        """Whether it is a draft on which nothing is given, or nothing any more."""
        return self.state is SheetState.DRAFT and not _parts(self)


def items_of(rubric: Rubric, challenges: tuple[int, ...], round_: Round) -> tuple[Item, ...]:
    """What has to be scored for a candidacy with these challenges in this round, challenges first."""
    asked = [criterion for criterion in rubric.criteria if round_ in criterion.rounds]
    per_challenge = [c for c in asked if c.kind is CriterionKind.CHALLENGE]
    general = [c for c in asked if c.kind is CriterionKind.GENERAL]
    items = [Item(criterion, number) for number in sorted(challenges) for criterion in per_challenge]
    return (*items, *(Item(criterion) for criterion in general))


def overwrites(old: Sheet, new: Sheet, known: Sequence[Sheet]) -> bool:
    """Whether a change from ``old`` to ``new`` takes something away that whoever makes it never saw: what
    stands there is in none of the states of the sheet that they know."""
    seen = [_parts(each) for each in known]
    was, becomes = _parts(old), _parts(new)
    changed = [part for part in {**was, **becomes} if was.get(part) != becomes.get(part)]
    return any(was.get(part) not in [each.get(part) for each in seen] for part in changed)


def _parts(sheet: Sheet) -> Mapping[tuple[str, str], object]:
    """All that is filled in on a sheet, by where it stands."""
    answers = {("answer", key): answer for key, answer in sheet.answers.items() if answer != Answer()}
    marks = {("mark", key): mark for key, mark in sheet.goal_marks.items()}
    return {**answers, **marks, **({("remark", ""): sheet.remark} if sheet.remark else {})}


def answered(sheet: Sheet, item: Item) -> bool:
    """Whether the juror gave the item a value or "n.v.t."."""
    answer = sheet.answers.get(item.key, Answer())
    return answer.value is not None or answer.not_applicable


def begun(sheet: Sheet | None, items: tuple[Item, ...]) -> bool:
    """Whether any of the items is answered."""
    return sheet is not None and any(answered(sheet, item) for item in items)


def progress(sheet: Sheet | None, items: tuple[Item, ...]) -> tuple[int, int]:
    """How many of the items are complete, with the comment the call requires, and how many there are."""
    done = len(items) - len(missing(sheet, items)) if sheet is not None else 0
    return done, len(items)


def missing(sheet: Sheet, items: tuple[Item, ...]) -> tuple[Message, ...]:
    """What keeps the sheet from being submitted: values not given, comments the call requires."""
    return tuple(problem for item in items if (problem := _lack(sheet, item)) is not None)


def _lack(sheet: Sheet, item: Item) -> Message | None:
    answer = sheet.answers.get(item.key, Answer())
    if not answered(sheet, item):
        or_not = "_or_not_applicable" if item.criterion.not_applicable_allowed else ""
        return say(f"scoring.value_missing{or_not}", item=label(item))
    if item.criterion.comment_required and not answer.comment.strip():
        return say("scoring.comment_missing", item=label(item))
    return None


def label(item: Item) -> str:
    """How an item is named to people: its title, with the challenge number where it has one."""
    return item.criterion.title if item.challenge is None else f"{item.criterion.title} {item.challenge}"


def check_answer(answer: Answer, item: Item, rubric: Rubric) -> Message | None:
    """Why an answer cannot be given: outside the scale, or n.v.t. where the call does not allow it."""
    if answer.value is not None and answer.not_applicable:
        return say("scoring.value_and_not_applicable", item=label(item))
    if answer.value is not None and not rubric.lowest <= answer.value <= rubric.highest:
        return say("scoring.outside_scale", item=label(item), lowest=rubric.lowest, highest=rubric.highest)
    if answer.not_applicable and not item.criterion.not_applicable_allowed:
        return say("scoring.not_applicable_refused", item=label(item))
    return None
