"""The pitch plan as a workbook: the pitches, who sits where, and who has no place, each in a stable order."""

from __future__ import annotations

from datetime import date, time

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.services.programme import Programme, Turn
from jury_desktop.services.whereabouts import room
from jury_desktop.services.workbook import SheetOf, Value, workbook
from jury_desktop.wording import render

_PITCHES = {
    "day": 12,
    "start": 8,
    "questions": 14,
    "talk": 14,
    "end": 8,
    "room": 18,
    "reference": 13,
    "organisation": 30,
    "challenges": 18,
    "panel": 60,
    "leaves": 30,
    "contact": 26,
    "phone": 16,
    "email": 32,
    "locked": 12,
}
_SEATS = {"juror": 26, "day": 12, "start": 8, "end": 8, "room": 18, "reference": 13, "organisation": 30}
_WAITING = {"reference": 13, "organisation": 30, "contact": 26, "phone": 16, "email": 32}


def plan_workbook(programme: Programme, language: str = "nl") -> bytes:
    """The workbook: pitches by time and room, seats by juror and time, the others by reference."""
    return workbook(
        _sheet(
            "pitches", _PITCHES, [_pitch(programme, turn, language) for turn in programme.turns], language
        ),
        _sheet("seats", _SEATS, _seats(programme), language),
        _sheet("waiting", _WAITING, _waiting(programme), language),
    )


def _sheet(key: str, columns: dict[str, int], rows: list[list[Value]], language: str) -> SheetOf:
    named = [(render(say(f"plan_out.column_{name}"), language), width) for name, width in columns.items()]
    return SheetOf(render(say(f"plan_out.sheet_{key}"), language), named, rows)


def _pitch(programme: Programme, turn: Turn, language: str) -> list[Value]:
    candidacy = turn.candidacy
    _, questions, talk = (each.astimezone(BRUSSELS).time() for each in turn.phases(programme.call.pitch))
    pinned = {pitch.id for pitch in programme.stored.instance.pitches if pitch.pinned is not None}
    day, start, end = _hours(turn)
    return [
        day,
        start,
        questions,
        talk,
        end,
        _room(programme, turn),
        candidacy.reference,
        candidacy.organisation,
        ", ".join(map(str, candidacy.challenges)),
        ", ".join(juror.name for juror in turn.panel),
        ", ".join(juror.name for juror in turn.outside),
        candidacy.contact,
        candidacy.phone,
        candidacy.email,
        render(say("plan_out.locked"), language) if candidacy.reference in pinned else "",
    ]


def _seats(programme: Programme) -> list[list[Value]]:
    return [
        [
            juror.name,
            *_hours(turn),
            _room(programme, turn),
            turn.candidacy.reference,
            turn.candidacy.organisation,
        ]
        for juror in programme.jurors
        for turn in programme.turns
        if juror in turn.panel
    ]


def _room(programme: Programme, turn: Turn) -> Value:
    """The name of the room, or its number where it has none."""
    place = turn.place
    return room(programme.call, place.window, place.room, several=False) or place.room


def _waiting(programme: Programme) -> list[list[Value]]:
    return [[c.reference, c.organisation, c.contact, c.phone, c.email] for c in programme.waiting]


def _hours(turn: Turn) -> tuple[date, time, time]:
    start, end = turn.place.start.astimezone(BRUSSELS), turn.place.end.astimezone(BRUSSELS)
    return start.date(), start.time(), end.time()
