"""What a change of the sessions asks of the regisseur: another plan, and another question to jurors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch_windows import stands
from jury_desktop.domain.selection import Selection
from jury_desktop.services.step import Step, Urgency


def loose_pitches(selection: Selection) -> tuple[str, ...]:
    """The pitches (references) that stand in a session that was changed since, in the order of the plan."""
    heard = {candidacy.reference for candidacy in selection.heard}
    places = selection.plan.plan.assignments if selection.plan else ()
    windows = selection.call.windows
    return tuple(it.pitch for it in places if it.pitch in heard and not stands(it, windows))


def ask_again(selection: Selection, today: date) -> Iterator[Step]:
    """The sessions to come of which it is not known who of the jury can sit in them."""
    for kept in selection.windows:
        waiting = [juror for juror in selection.jurors if juror.scores and juror.id in kept.unanswered]
        moment = kept.window.start.astimezone(BRUSSELS)
        if waiting and moment.date() >= today:
            text = say("steps.ask_again", count=len(waiting), moment=moment)
            yield Step(Urgency.TODAY, text, say("steps.ask_again_button"), "jury", "availability")
