"""What the page of the session offers in its header, the menu and the palette, by what is on show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jury_desktop.domain.session import PitchState
from jury_desktop.services.session_runs import ClockStep
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.text import area

if TYPE_CHECKING:
    from jury_desktop.ui.pages.session.page import SessionPage

tr = area("session")


def scoring_actions(page: SessionPage) -> Sequence[Action]:
    """While jurors score."""
    submit, back = tr("Submit"), tr("Back to the session")
    run, ready = page.scoring.keeper.submit, page.scoring.can_submit()
    return (
        Action("session.submit", submit, run, icon="send", place=Place.PRIMARY, enabled=ready),
        Action("session.order", back, page.show_order, "Ctrl+E", "list", place=Place.HEADER),
    )


def main_actions(page: SessionPage) -> Sequence[Action]:
    """While the regisseur runs the session: the coloured button is what comes next for the pitch on show."""
    step, primary, ready = page.doing.next_step(), Place.PRIMARY, page.can_score()
    pitch = page.pitch()
    begun = pitch is not None and pitch.state is PitchState.GOING
    start = tr("Continue") if begun else tr("Start the pitch")
    texts = {ClockStep.NEXT_PHASE: tr("Next phase"), ClockStep.END: tr("End the pitch")}
    icons = {ClockStep.NEXT_PHASE: "arrow-right", ClockStep.END: "check"}
    text = texts.get(step, start) if step else start
    icon, run, may = icons.get(step, "play") if step else "play", page.doing.advance, step is not None
    scored, sheet, header = page.scored_now(), "clipboard-check", Place.HEADER
    score = tr("Score {reference}").format(reference=scored.candidacy.reference if scored else "…")
    return (
        Action("session.advance", text, run, icon=icon, place=primary, enabled=may),
        Action("session.score", score, page.score, "Ctrl+E", sheet, place=header, enabled=ready),
    )


def clock_actions(page: SessionPage) -> Sequence[Action]:
    """The clock of the pitch on show."""
    pitch = page.pitch()
    there, going = pitch is not None, pitch is not None and pitch.state is PitchState.GOING
    clock, phase, end = tr("Start or stop the clock"), tr("Next phase"), tr("End the pitch")
    on = "arrow-right"
    return (
        Action("session.clock", clock, page.toggle_clock, "Ctrl+Space", "timer", enabled=there),
        Action("session.phase", phase, page.next_phase, "Ctrl+Shift+Space", on, enabled=there),
        Action("session.end", end, page.end_pitch, "Ctrl+Shift+E", "check", enabled=going),
    )


def other_actions(page: SessionPage) -> Sequence[Action]:
    """What can be done with the session and who is at it."""
    here, pitch = page.session() is not None, page.pitch() is not None
    late, present, notes = tr("Running late…"), tr("Everybody present"), tr("Write a note")
    next_, previous, header = tr("Next pitch"), tr("Previous pitch"), Place.HEADER
    run, words = page.doing.late, tr("delay shift hours")
    heard, unheard = tr("Heard without the clock"), page.still_to_come()
    all_, noting = page.doing.everybody, pitch and not page.is_scoring
    return (
        Action("session.late", late, run, "Ctrl+L", "clock", place=header, enabled=here, words=words),
        Action("session.present", present, all_, "Ctrl+Shift+P", "users", enabled=pitch),
        Action("session.heard", heard, page.doing.note_heard, icon="check", enabled=unheard),
        Action("session.note", notes, page.write_note, "Ctrl+Shift+N", "pencil", enabled=noting),
        Action("session.next", next_, page.to_next, "Alt+Down", enabled=here),
        Action("session.previous", previous, page.to_previous, "Alt+Up", enabled=here),
    )
