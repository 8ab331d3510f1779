"""One thing that the regisseur has to do, with the place where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jury_desktop.domain.messages import Message
from jury_desktop.domain.selection import Selection


class Urgency(StrEnum):
    """How a step is marked."""

    TODAY = "today"
    DECIDE = "decide"
    DATED = "dated"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    :param page: key of the rail; ``ref`` the object on it ("" for the page itself).
    :param due: the date by which, for a dated step.
    """

    urgency: Urgency
    text: Message
    button: Message
    page: str
    ref: str = ""
    due: date | None = None


def milestone_day(selection: Selection, milestone: str) -> date | None:
    """The last day of a milestone; None where the call has no such line or gives no date."""
    return next((m.end for m in selection.call.milestones if m.key == milestone), None)


def urgency(due: date | None, today: date) -> Urgency:
    """Dated while its day is still to come; otherwise for today."""
    return Urgency.DATED if due is not None and due > today else Urgency.TODAY
