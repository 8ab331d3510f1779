"""What a letter tells, part by part, so that of one that left it can be said what is otherwise now.

A letter states what was true when it left. That there are eleven candidates now where it says "plaats 9 van
12", that an address was mended or a name written otherwise, takes nothing from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum

from jury_desktop.domain.letter import LetterData, LetterType
from jury_desktop.domain.told import Act
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letter_words import decision_now
from jury_desktop.services.record import as_json

_SILENT = frozenset({LetterType.ACKNOWLEDGEMENT, LetterType.REBUTTAL_RECEIPT})
"""Letters that make no decision known."""
_WITHOUT_REASONS = _SILENT | {LetterType.INVITATION}
_LENGTH = 16


class Part(StrEnum):
    """What a candidate goes by. Where a pitch is held is none: another invitation tells that."""

    DECISION = "decision"
    SCORES = "scores"
    MOTIVATION = "motivation"
    TERM = "term"


def decision_told(wanted: Wanted) -> str:
    """The decision that a letter makes known, in its own words; "" where it announces nothing."""
    if wanted.due.type in _SILENT:
        return ""
    return decision_now(wanted.selection, wanted.candidacy, wanted.act)


def told_in(wanted: Wanted, data: LetterData) -> str:
    """A hash of each part, as a letter keeps it; scores that nobody may see by none.

    :param data: what the letter says, whatever the day and the way in which it leaves.
    """
    parts = {
        Part.DECISION: (decision_told(wanted), data.reserve_place, data.new_decision, data.outcome_confirmed),
        Part.MOTIVATION: _reasons(wanted, data),
        Part.TERM: (data.term_end, data.rebuttal_in_time, data.rebuttal_arrival),
    }
    if _scores_are_known(wanted):
        rows = [(row.criterion, row.score, row.maximum) for row in data.rows]
        parts[Part.SCORES] = (rows, data.total, data.maximum, data.threshold)
    return " ".join(f"{part}={_hash(parts[part])}" for part in Part if part in parts)


def changed_since(told: str, now: str) -> tuple[Part, ...]:
    """The parts that are told otherwise now; of one that either side does not tell nothing can be said."""
    before, after = _parsed(told), _parsed(now)
    return tuple(
        part for part in Part if part in before.keys() & after.keys() and before[part] != after[part]
    )


def _reasons(wanted: Wanted, data: LetterData) -> tuple[object, ...]:
    """Taken from the decision and not from the table, which is empty while scores are sealed."""
    decision = wanted.decision if wanted.due.type not in _WITHOUT_REASONS else None
    lines = [(line.item, line.text) for line in decision.lines] if decision else []
    answers = [(point.argument, point.answer) for point in data.points]
    on_form = (data.condition, data.finding, data.arrival, data.deadline)
    anew = (data.new_reasons,) if data.new_reasons else ()
    return data.summary, lines, answers, data.revision_reason, on_form, *anew


def _scores_are_known(wanted: Wanted) -> bool:
    """Not while they are sealed, again perhaps for a juror who came late, nor of who takes part no more."""
    on_form = wanted.act is Act.FORM
    return on_form or wanted.candidacy.id in wanted.selection.open_scores(wanted.stage)


def _hash(value: object) -> str:
    return hashlib.sha256(as_json(value).encode()).hexdigest()[:_LENGTH]


def _parsed(told: str) -> Mapping[str, str]:
    pairs = (part.partition("=") for part in told.split())
    return {name: value for name, _, value in pairs}
