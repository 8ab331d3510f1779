"""The running order of the pitch sessions, for who opens the door and watches the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.letters.bitmaps import Bitmap, page_bitmaps
from jury_desktop.letters.running_sheet import RunningRoom, RunningSheet, RunningTurn
from jury_desktop.services.programme import Programme, Sitting, Turn
from jury_desktop.services.whereabouts import address, room
from jury_desktop.wording import day, render

BREAK_FROM = timedelta(minutes=10)
"""A gap between pitches of this length is named a break."""


def running_sheet(programme: Programme, language: str = "nl") -> RunningSheet:
    """What the running order says; making the PDF of it needs no dossier."""
    call = programme.call
    about = say("plan_out.about", call=f"{call.short_title} {call.year}", version=programme.stored.version)
    return RunningSheet(
        render(about, language),
        tuple(_room(programme, sitting, language) for sitting in programme.sittings),
        tuple(f"{each.reference} {each.organisation}" for each in programme.waiting),
        call.contact.name,
        language,
        programme.made,
    )


def running_order(programme: Programme, language: str = "nl") -> bytes:
    """The running order as a PDF, fit to keep and to read aloud."""
    from jury_desktop.letters.running_order import running_order_pdf

    return running_order_pdf(running_sheet(programme, language))


def printed(pdf: bytes, dots: int) -> Iterator[Bitmap]:
    """The pages of a running order for a printer, one at a time; ``dots`` to an inch."""
    return page_bitmaps(pdf, dots)


def _room(programme: Programme, sitting: Sitting, language: str) -> RunningRoom:
    window = sitting.window
    date = day(window.start.astimezone(BRUSSELS).date(), language, "EEEE d MMMM y").capitalize()
    title = f"{date} · {_hours(window.start, window.end)}"
    several = programme.rooms > 1
    if name := room(programme.call, window.id, sitting.room, language, several=several):
        title += f" · {name}"
    seated = {juror.id for turn in sitting.turns for juror in turn.panel}
    names = ", ".join(juror.name for juror in programme.selection.jurors if juror.id in seated)
    parts = (
        address(programme.house, programme.call, window.id, language),
        render(say("plan_out.pitches", count=len(sitting.turns)), language),
        render(say("plan_out.present", names=names), language),
    )
    return RunningRoom(title, " · ".join(filter(None, parts)), tuple(_turns(programme, sitting, language)))


def _turns(programme: Programme, sitting: Sitting, language: str) -> Iterator[RunningTurn]:
    """The pitches with the breaks between them."""
    end = None
    for turn in sitting.turns:
        if end is not None and turn.place.start - end >= BREAK_FROM:
            yield RunningTurn(_hours(end, turn.place.start))
        yield _turn(programme, turn, language)
        end = turn.place.end


def _turn(programme: Programme, turn: Turn, language: str) -> RunningTurn:
    candidacy, rules = turn.candidacy, programme.call.pitch
    words = [render(say(f"plan_out.phase_{name}"), language) for name in ("pitch", "questions", "talk")]
    lengths = (rules.pitch_minutes, rules.question_minutes, rules.deliberation_minutes)
    phases = tuple(
        (_clock(start), word)
        for start, word, length in zip(turn.phases(rules), words, lengths, strict=True)
        if length
    )
    person = candidacy.contact.partition(",")[0].strip()
    return RunningTurn(
        _hours(turn.place.start, turn.place.end),
        phases,
        candidacy.reference,
        candidacy.organisation,
        " · ".join(filter(None, (person, candidacy.phone))),
        tuple((number, programme.call.challenge(number).personas) for number in candidacy.challenges),
        tuple(juror.name for juror in turn.panel),
        tuple(juror.name for juror in turn.outside),
    )


def _hours(start: datetime, end: datetime) -> str:
    return f"{_clock(start)}–{_clock(end)}"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(BRUSSELS):%H:%M}"
