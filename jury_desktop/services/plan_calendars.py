"""The plan as calendar files: one for each juror, for each candidate, and for each room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.due import Due
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Assignment
from jury_desktop.letters.calendar import Appointment, calendar_file, candidate_appointment
from jury_desktop.services.letter_data import UNPLANNED, letter_data, pitch_slot
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.packets import file_stem
from jury_desktop.services.programme import Programme, Turn
from jury_desktop.services.whereabouts import address, room
from jury_desktop.wording import render


class Whose(StrEnum):
    """Whose calendar it is."""

    JURORS = "jurors"
    CANDIDATES = "candidates"
    ROOMS = "rooms"


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file to be written; ``name`` is safe on every file system."""

    name: str
    content: bytes


def calendars(programme: Programme, whose: Whose, language: str = "nl") -> tuple[OutFile, ...]:
    """A file for everybody of a kind, in a stable order.

    What was communicated and does not take place any more comes along as cancelled.
    """
    makers = {Whose.JURORS: _of_jurors, Whose.CANDIDATES: _of_candidates, Whose.ROOMS: _of_rooms}
    used, files = Counter[str](), []
    for stem, title, found in makers[whose](programme, language):
        used[stem] += 1  # two people may have one name
        name = f"{stem}.ics" if used[stem] == 1 else f"{stem}-{used[stem]}.ics"
        files.append(OutFile(name, calendar_file(title, programme.call.contact, found, programme.edition)))
    return tuple(files)


_Calendar = tuple[str, str, list[Appointment]]
"""The name of the file, that of the calendar, and what is in it."""


# jurors


def _of_jurors(programme: Programme, language: str) -> Iterable[_Calendar]:
    for juror in programme.selection.jurors:
        mine = [turn for turn in programme.turns if juror in turn.panel]
        told = [place for place in _told(programme) if juror.id in place.jurors]
        gone = _gone(programme, told, mine)
        found = [_seat(programme, juror, turn, language) for turn in mine]
        found += [_cancelled(programme, it, juror.id, language) for it in gone]
        if found:
            title = render(say("plan_out.calendar_juror", name=juror.name, call=_call(programme)), language)
            yield f"{_word('jury', language)}-{file_stem(juror.name)}", title, found


def _seat(programme: Programme, juror: Juror, turn: Turn, language: str) -> Appointment:
    panel = ", ".join(each.name for each in turn.panel)
    lines = (*_course(programme, turn, language), render(say("plan_out.panel", names=panel), language))
    return _appointment(programme, turn, juror.id, lines, language)


# candidates


def _of_candidates(programme: Programme, _language: str) -> Iterable[_Calendar]:
    """What goes with the invitation too; it is in the language of the letters and names no juror."""
    for turn in programme.turns:
        found = _of_candidate(programme, turn.candidacy, turn.place)
        yield _stem(turn.candidacy), found.summary, [found]
    for candidacy, place in _gone(programme, _told(programme), programme.turns):
        made = replace(_of_candidate(programme, candidacy, place), cancelled=True)
        yield _stem(candidacy), made.summary, [made]


def _of_candidate(programme: Programme, candidacy: Candidacy, place: Assignment) -> Appointment:
    due = Due(LetterType.INVITATION)
    wanted = Wanted(programme.selection, programme.house, candidacy, due, UNPLANNED)
    return candidate_appointment(letter_data(wanted), candidacy.id, pitch_slot(wanted, place))


# rooms


def _of_rooms(programme: Programme, language: str) -> Iterable[_Calendar]:
    """Each room in a file; a pitch that changed rooms is cancelled in the one where it was."""
    for number in range(1, programme.rooms + 1):
        mine = [turn for turn in programme.turns if turn.place.room == number]
        gone = _gone(programme, [place for place in _told(programme) if place.room == number], mine)
        found = [_in_room(programme, turn, language) for turn in mine]
        found += [_cancelled(programme, it, _room_key(number), language) for it in gone]
        if named := _room_names(programme, number):
            yield file_stem(named), f"{named} – {_call(programme)}", found
        else:
            title = render(say("plan_out.calendar_room", room=number, call=_call(programme)), language)
            yield f"{_word('room', language)}-{number}", title, found


def _room_names(programme: Programme, number: int) -> str:
    """What a room is called in the sessions that use it; "" where it goes by its number in one of them."""
    used = dict.fromkeys(turn.place.window for turn in programme.turns if turn.place.room == number)
    names = [room(programme.call, window, number, several=False) for window in used]
    return " / ".join(dict.fromkeys(names)) if all(names) else ""


def _in_room(programme: Programme, turn: Turn, language: str) -> Appointment:
    panel = ", ".join(each.name for each in turn.panel)
    lines = [*_course(programme, turn, language), render(say("plan_out.panel", names=panel), language)]
    if turn.outside:
        names = ", ".join(each.name for each in turn.outside)
        lines.append(render(say("plan_out.leaves", names=names), language))
    return _appointment(programme, turn, _room_key(turn.place.room), tuple(lines), language)


# what they share


def _appointment(
    programme: Programme, turn: Turn, whose: str, lines: tuple[str, ...], language: str
) -> Appointment:
    place, where = turn.place, _where(programme, turn.place, language)
    identity = (turn.candidacy.id, whose)
    return Appointment(identity, place.start, place.end, _summary(turn.candidacy), where, lines)


def _cancelled(
    programme: Programme, gone: tuple[Candidacy, Assignment], whose: str, language: str
) -> Appointment:
    candidacy, place = gone
    where, identity = _where(programme, place, language), (candidacy.id, whose)
    return Appointment(identity, place.start, place.end, _summary(candidacy), where, cancelled=True)


def _where(programme: Programme, place: Assignment, language: str) -> str:
    call, several = programme.call, programme.rooms > 1
    parts = (
        address(programme.house, call, place.window, language),
        room(call, place.window, place.room, language, several=several),
    )
    return ", ".join(filter(None, parts))


def _course(programme: Programme, turn: Turn, language: str) -> tuple[str, ...]:
    rules = programme.call.pitch
    pitch, questions, talk = (f"{each.astimezone(BRUSSELS):%H:%M}" for each in turn.phases(rules))
    said = say("plan_out.course", pitch=pitch, questions=questions, deliberation=talk)
    about = [f"{number} {programme.call.challenge(number).personas}" for number in turn.candidacy.challenges]
    return render(said, language), render(say("plan_out.challenges", names=", ".join(about)), language)


def _summary(candidacy: Candidacy) -> str:
    return f"Pitch {candidacy.reference} {candidacy.organisation}"


def _stem(candidacy: Candidacy) -> str:
    return f"{candidacy.reference}-{file_stem(candidacy.organisation)}"


def _told(programme: Programme) -> list[Assignment]:
    """Every place that was communicated, of the oldest plan first."""
    return [place for plan in programme.told for place in plan.plan.assignments]


def _gone(
    programme: Programme, told: Iterable[Assignment], now: Iterable[Turn]
) -> list[tuple[Candidacy, Assignment]]:
    """The candidates who were told a place that is not among those of now, with the last that they heard."""
    kept = {turn.candidacy.reference for turn in now}
    last = {place.pitch: place for place in told if place.pitch not in kept}
    return [
        (each, last[each.reference]) for each in programme.selection.candidacies if each.reference in last
    ]


def _room_key(room: int) -> str:
    return f"room-{room}"


def _call(programme: Programme) -> str:
    return f"{programme.call.short_title} {programme.call.year}"


def _word(key: str, language: str) -> str:
    return render(say(f"plan_out.file_{key}"), language)
