"""What the pitch sessions ask of the regisseur: the one of today, and absences still to decide on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.session import PitchState
from jury_desktop.services.session import Session, sessions_of
from jury_desktop.services.step import Step, Urgency


def session_steps(selection: Selection, today: date) -> Iterator[Step]:
    """The sessions of today that have pitches to come, and candidates who were absent."""
    for session in sessions_of(selection, {}).sessions:
        for pitch in session.pitches:
            if pitch.state is PitchState.ABSENT and pitch.run is not None and not pitch.run.withdrawn:
                reference = pitch.candidacy.reference
                text = say("steps.session_undecided", reference=reference)
                yield Step(Urgency.DECIDE, text, say("steps.session_button"), "session", reference)
        if session.window.start.astimezone(BRUSSELS).date() == today:
            yield from _today(session)


def _today(session: Session) -> Iterator[Step]:
    left = [pitch for pitch in session.pitches if pitch.state in {PitchState.TO_COME, PitchState.GOING}]
    if left:
        hour = f"{left[0].expected.start.astimezone(BRUSSELS):%H:%M}"
        text = say("steps.session_today", count=len(left), hour=hour)
        reference = left[0].candidacy.reference
        yield Step(Urgency.TODAY, text, say("steps.session_button"), "session", reference)
