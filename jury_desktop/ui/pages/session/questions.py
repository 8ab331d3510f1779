"""What is asked before a step of the session that is seldom meant."""

from __future__ import annotations

from datetime import datetime

from jury_desktop.services.session import SessionPitch
from jury_desktop.ui.pages.session.words import day_name
from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area

tr = area("session")

START, HEARD = "start", "heard"


def whether_other_day(pitch: SessionPitch, now: datetime, language: str) -> Question:
    """Whether a pitch is begun on another day than planned."""
    reference = pitch.candidacy.reference
    told = tr(
        "{reference} is planned for {planned}; today is {today}. Is it to be heard on another day, then give "
        "it that day at Planning first. Hours are only shifted on the day itself."
    )
    text = told.format(
        reference=reference,
        planned=day_name(pitch.place.start, language),
        today=day_name(now, language),
    )
    title = tr("Start {reference} on another day?").format(reference=reference)
    return Question(title, text, (Choice(START, tr("Start all the same"), primary=True),))


def whether_heard(pitch: SessionPitch) -> Question:
    """Whether a pitch was heard of which nobody started the clock."""
    reference = pitch.candidacy.reference
    told = tr(
        "This session is kept by the clock, and {reference} has not begun. Start the pitch first. If it was "
        "heard without the clock, it is noted as held, and the jurors can score it."
    )
    title = tr("{reference} has not been heard yet").format(reference=reference)
    choice = Choice(HEARD, tr("Heard without the clock"), primary=True)
    return Question(title, told.format(reference=reference), (choice,))
