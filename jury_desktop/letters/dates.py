"""Dates in a letter that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import OPENS_TERM, LetterData, LetterProblem, LetterType, ProblemKind
from jury_desktop.domain.messages import say
from jury_desktop.letters.unfilled import spoken

_TERM_STARTS = OPENS_TERM | {LetterType.REVISED_DECISION}
"""The letters whose weerwoord still has to be sent, so that its last day lies ahead."""


def problems(letter_type: LetterType, data: LetterData) -> Iterator[LetterProblem]:
    """Every date that lies on the wrong side of the date of the letter, or of another one."""
    for field, day in _past(data):
        if day is not None and day > data.dated:
            yield _wrong("letters.date_after_letter", field, day, data.dated)
    for field, day in _future(letter_type, data):
        if day is not None and day <= data.dated:
            yield _wrong("letters.date_before_letter", field, day, data.dated)
    if data.slot and data.slot.end <= data.slot.start:
        yield _wrong("letters.slot_backwards", "slot.end", data.slot.end, data.slot.start)
    if data.slot and data.confirm_by and data.confirm_by >= data.slot.start:
        yield _wrong("letters.confirm_after_slot", "confirm_by", data.confirm_by, data.slot.start)
    if data.earlier and data.decided_on and data.earlier.dated > data.decided_on:
        yield _wrong("letters.earlier_is_later", "earlier.dated", data.earlier.dated, data.decided_on)


def _past(data: LetterData) -> Iterator[tuple[str, date | None]]:
    """What happened before the letter was written."""
    yield "decided_on", data.decided_on
    yield "call_date", data.call_date
    yield "arrival.at", _day(data.arrival.at if data.arrival else None)
    yield "rebuttal_arrival.at", _day(data.rebuttal_arrival.at if data.rebuttal_arrival else None)
    yield "earlier.dated", data.earlier.dated if data.earlier else None


def _future(letter_type: LetterType, data: LetterData) -> Iterator[tuple[str, date | None]]:
    """What happens after it."""
    yield "slot.start", _day(data.slot.start if data.slot else None)
    yield "confirm_by", _day(data.confirm_by)
    yield "valid_until", data.valid_until
    yield "next_step_on", data.next_step_on
    yield "answer_by", data.answer_by
    if letter_type in _TERM_STARTS:
        yield "term_end", _day(data.term_end)


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(BRUSSELS).date() if moment else None


def _wrong(key: str, field: str, found: date, other: date) -> LetterProblem:
    return LetterProblem(ProblemKind.WRONG_DATE, say(key, field=spoken(field), found=found, other=other))
