"""The reserve list: who leaves it moves everybody below up, whatever their letters say."""

from __future__ import annotations

from collections.abc import Iterable

from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.selection import Selection


def place_now(decision: Decision, decisions: Iterable[Decision]) -> int | None:
    """The place that a decision gives now, below all that stand higher; None where it gives none.

    :param decisions: those on the candidacies that still take part.
    """
    if decision.kind is not DecisionKind.RESERVE or decision.place is None:
        return None
    listed = (each.place for each in decisions if each.kind is DecisionKind.RESERVE and each.place)
    return 1 + sum(place < decision.place for place in listed)


def standing(selection: Selection) -> tuple[Decision, ...]:
    """The final decisions on those who still take part."""
    return tuple(
        each
        for each in selection.decisions
        if each.stage is Stage.FINAL and selection.candidacy(each.candidacy).takes_part
    )
