"""The order of discussion in which the fewest people leave the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.discussion import Barred, Discussion
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking_in


@needs(Right.SEE_DELIBERATION)
def door(dossier: Dossier, stage: Stage) -> tuple[tuple[str, ...], Barred]:
    """Who is on the table of a stage, in the order of the ranking, and which jurors may not be there."""
    now = known(dossier)
    order = tuple(row.candidacy.id for row in ranking_in(now, stage).rows)
    active = {juror.id for juror in now.selection.jurors if juror.active}
    pairs = [(juror, candidacy) for juror, candidacy in now.selection.barred if juror in active]
    barred = {key: frozenset(juror for juror, candidacy in pairs if candidacy == key) for key in order}
    return order, barred


def discussion_order(
    order: Sequence[str], barred: Barred, *, cancelled: Callable[[], bool] | None = None
) -> Discussion:
    """The order in which the fewest people leave the room; needs no dossier."""
    from jury_desktop.scheduling.discussion import discuss

    return discuss(order, barred, cancelled=cancelled)
