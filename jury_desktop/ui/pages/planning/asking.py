"""Questions about the plan, answered by the planner beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.services.plan_versions import why_no_seat
from jury_desktop.services.planning import PlanView, why_not, with_names
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning.why import Answered, WhyNot
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("planning")


@dataclass(frozen=True, slots=True)
class Seats:
    """Who does not sit on the panel of a pitch, and why, by juror."""

    pitch: str
    reasons: Mapping[str, Message]


def ask_why_not(shell: Shell, view: PlanView, panel: WhyNot, asked: tuple[str, str]) -> None:
    """Why a pitch does not stand in a session; the answer comes in the panel."""
    stored, jurors = view.plan, view.jurors
    if stored is None:
        return
    shell.run_calculation(
        lambda context: _answer(stored, jurors, asked, context),
        panel.show_answer,
        key=f"planning-why-{asked[1]}",
        text=tr("Looking why not…"),
    )


def _answer(
    stored: StoredPlan, jurors: Mapping[str, Juror], asked: tuple[str, str], context: JobContext
) -> Answered:
    found = why_not(stored, *asked, cancelled=context.cancelled)
    helps, also = (
        tuple(with_names(message, jurors) for message in each) for each in (found.would_help, found.also)
    )
    text = with_names(found.text, jurors)
    return Answered(*asked, replace(found, text=text, would_help=helps, also=also))


def seats_of(stored: StoredPlan, pitch: str) -> Seats:
    """Who does not sit there and why."""
    return Seats(pitch, why_no_seat(stored, pitch))
