"""What a letter tells, part by part, so that of one that left it can be said what is otherwise now.

A letter states what was true when it left. That there are eleven candidates now where it says "plaats 9 van
12", that an address was mended or a name written otherwise, takes nothing from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from jury_desktop.domain.letter import SILENT, LetterData, LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import rebuttal_in
from jury_desktop.domain.told import Act
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letter_words import decision_now
from jury_desktop.services.record import as_json

_WITHOUT_REASONS = SILENT | {LetterType.INVITATION}
_LENGTH, _SHORT = 16, 8
_ANSWER = "answer"
"""By what letters that promise an answer to a rebuttal keep its day, written out."""
_REASONS = "reasons"
"""By what the reasons of a decision are kept; :attr:`Part.MOTIVATION` covers all that a letter argues."""


class Part(StrEnum):
    """What a candidate goes by. Where a pitch is held is none: another invitation tells that."""

    DECISION = "decision"
    SCORES = "scores"
    MOTIVATION = "motivation"
    TERM = "term"


def decision_told(wanted: Wanted) -> str:
    """The decision that a letter makes known, in its own words; "" where it announces nothing."""
    if wanted.due.type in SILENT:
        return ""
    return decision_now(wanted.selection, wanted.candidacy, wanted.act)


def told_in(wanted: Wanted, data: LetterData) -> str:
    """A hash of each part, as a letter keeps it, and of what it says of each criterion; scores that nobody
    may see by none.

    :param data: what the letter says, whatever the day and the way in which it leaves.
    """
    anew = "" if wanted.due.type in SILENT else data.new_decision
    parts = {
        Part.DECISION: (decision_told(wanted), data.reserve_place, anew, data.outcome_confirmed),
        Part.MOTIVATION: _reasons(wanted, data),
        Part.TERM: (data.term_end, data.rebuttal_in_time, data.rebuttal_arrival),
    }
    if _scores_are_known(wanted):
        rows = [(row.criterion, row.score, row.maximum) for row in data.rows]
        parts[Part.SCORES] = (rows, data.total, data.maximum, data.threshold)
    told = {part.value: parts[part] for part in Part if part in parts} | dict(_reasoned(wanted, data))
    promised = [f"{_ANSWER}={data.answer_by}"] if data.answer_by else []
    return " ".join([*(f"{name}={_hash(value)}" for name, value in told.items()), *promised])


def changed_since(told: str, now: str) -> tuple[Part, ...]:
    """The parts that are told otherwise now; of one that either side does not tell nothing can be said."""
    before, after = _parsed(told), _parsed(now)
    return tuple(
        part for part in Part if part in before.keys() & after.keys() and before[part] != after[part]
    )


def promising(letters: Iterable[Letter]) -> Mapping[str, Letter]:
    """By rebuttal (id), the last letter that left and promises the day of its answer."""
    left = (letter for letter in letters if letter.sent and _ANSWER in _parsed(letter.told))
    ordered = sorted(left, key=lambda letter: (letter.sent_at or letter.created_at, letter.about))
    return {rebuttal_in(letter.about): letter for letter in ordered}


def promised(letters: Iterable[Letter]) -> Mapping[str, date]:
    """By rebuttal (id), the day by which the letters that left promise its answer."""
    last = promising(letters)
    return {key: date.fromisoformat(_parsed(letter.told)[_ANSWER]) for key, letter in last.items()}


def adapted(before: str, now: str) -> frozenset[Part] | None:
    """Whether scores and reasons of a decision are others than in an earlier letter on it, whatever else the
    two say; None where an older program left untold what one of both says."""
    return _otherwise(before, now, {Part.SCORES: Part.SCORES.value, Part.MOTIVATION: _REASONS})


def adapted_on(criterion: str, before: str, now: str) -> frozenset[Part] | None:
    """The same of one criterion."""
    return _otherwise(
        before, now, dict(zip((Part.SCORES, Part.MOTIVATION), _names_of(criterion), strict=True))
    )


def _otherwise(before: str, now: str, names: Mapping[Part, str]) -> frozenset[Part] | None:
    then, since = _parsed(before), _parsed(now)
    if not then.keys() & since.keys() >= set(names.values()):
        return None
    return frozenset(part for part, name in names.items() if then[name] != since[name])


def _reasoned(wanted: Wanted, data: LetterData) -> Iterator[tuple[str, object]]:
    """What letters on the same decision can be compared by, of whatever type they are."""
    decision = wanted.decision if wanted.due.type not in _WITHOUT_REASONS else None
    if decision is None:
        return
    yield _REASONS, (decision.summary, [(line.item, line.text) for line in decision.lines])
    if _scores_are_known(wanted):
        for row in data.rows:
            score, words = _names_of(row.criterion)
            yield score, row.score
            yield words, row.motivation


def _names_of(criterion: str) -> tuple[str, str]:
    """By what the score and the words of a criterion are kept."""
    key = _hash(criterion)[:_SHORT]
    return f"score.{key}", f"words.{key}"


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
