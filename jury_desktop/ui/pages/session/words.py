"""What phases, states and attendance of a session are called, and how its hours are written."""

from __future__ import annotations

from datetime import datetime, timedelta

from jury_desktop.domain.call import BRUSSELS, Consequence
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.session import Attendance, JurorPresence, Phase, PitchState
from jury_desktop.services.session import Session, SessionPitch
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.wording import day

tr = area("session")


def phase_name(phase: Phase) -> str:
    """A part of the pitch."""
    return {
        Phase.PITCH: tr("Pitch"),
        Phase.QUESTIONS: tr("Questions"),
        Phase.DELIBERATION: tr("Deliberation of the jury"),
    }[phase]


def state_pill(pitch: SessionPitch) -> Pill:
    """How far a pitch is."""
    if pitch.state is PitchState.GOING and pitch.run is not None and not pitch.run.running:
        return Pill(tr("stopped"), Tone.WARN)
    return {
        PitchState.TO_COME: Pill(tr("to come"), Tone.NEUTRAL),
        PitchState.GOING: Pill(tr("going on"), Tone.INFO),
        PitchState.HELD: Pill(tr("held"), Tone.GOOD),
        PitchState.ABSENT: Pill(tr("absent"), Tone.BAD),
        PitchState.MOVED: Pill(tr("moved"), Tone.WARN),
    }[pitch.state]


def attendance_name(attendance: Attendance) -> str:
    """Whether somebody was there, in a word."""
    return {
        Attendance.PRESENT: tr("present"),
        Attendance.LATE: tr("late"),
        Attendance.ABSENT: tr("absent"),
    }[attendance]


def consequence_name(consequence: Consequence) -> str:
    """What follows for a candidate, in a few words."""
    return {
        Consequence.AS_PLANNED: tr("The whole pitch, later"),
        Consequence.SHORTENED: tr("A shorter pitch: what was lost is taken off"),
        Consequence.MOVED: tr("Another free place on the plan"),
        Consequence.WITHDRAWN: tr("No pitch: the written score stands, without a score of the pitch"),
    }[consequence]


def seat_pill(submitted: bool, noted: JurorPresence | None) -> Pill:
    """Whether a juror has submitted, or does not score; never what."""
    if noted is not None and not noted.scores:
        return Pill(tr("does not score"), Tone.NEUTRAL)
    return Pill(tr("submitted"), Tone.GOOD) if submitted else Pill(tr("to score"), Tone.WARN)


def clock_time(moment: datetime) -> str:
    """ "13:35"."""
    return f"{moment.astimezone(BRUSSELS):%H:%M}"


def hours(hour: Interval) -> str:
    """ "13:35–14:10"."""
    return f"{clock_time(hour.start)}–{clock_time(hour.end)}"


def hours_of(pitch: SessionPitch) -> str:
    """The hours of a pitch; of one that goes on only since when, as its clock alone knows when it is over."""
    if pitch.state is PitchState.GOING:
        return tr("since {time}").format(time=clock_time(pitch.expected.start))
    return hours(pitch.expected)


def countdown(left: timedelta) -> str:
    """ "4:05", and "−0:15" once it has run over. A second counts until it is over."""
    seconds = -int((-left).total_seconds() // 1)
    sign = "−" if seconds < 0 else ""
    return f"{sign}{abs(seconds) // 60}:{abs(seconds) % 60:02d}"


def day_name(moment: datetime, language: str) -> str:
    """ "woensdag 14 juni 2023"."""
    return day(moment.astimezone(BRUSSELS).date(), language, "EEEE d MMMM y")


def session_name(session: Session, language: str) -> str:
    """ "Woensdag 14 juni · 13:00–17:00 · Zaal A"; a room without a name only where there are more."""
    start, end = session.window.start, session.window.end
    name = day(start.astimezone(BRUSSELS).date(), language, "EEEE d MMMM").capitalize()
    told = [name, f"{clock_time(start)}–{clock_time(end)}"]
    if named := session.window.room_name(session.room):
        told.append(named)
    elif session.window.rooms > 1:
        told.append(tr("room {number}").format(number=session.room))
    return " · ".join(told)
