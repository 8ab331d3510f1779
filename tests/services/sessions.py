"""Plans put down by hand, for what is made of a plan whatever the solver thinks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Assignment, PitchPlan, PlanStatus, StoredPlan
from jury_desktop.services.planning import plan_view
from jury_desktop.services.ports import Dossier
from tests.builders import a_call

WEDNESDAY = a_call().windows[0]
FIRST = WEDNESDAY.start
SECOND = WEDNESDAY.start + timedelta(hours=1)
LENGTH = timedelta(minutes=35)


def at(candidacy: Candidacy, start: datetime, panel: Iterable[Juror], room: int = 1) -> Assignment:
    """A pitch on Wednesday before a panel."""
    jurors = tuple(juror.id for juror in panel)
    return Assignment(candidacy.reference, WEDNESDAY.id, room, start, start + LENGTH, jurors)


def with_plan(dossier: Dossier, *places: Assignment, told: bool = False) -> StoredPlan:
    """Keeps a next version of the plan; ``told`` as one that was communicated."""
    view = plan_view(dossier)
    version = view.plan.version + 1 if view.plan else 1
    plan = PitchPlan(PlanStatus.FEASIBLE, (), places, (), (), 0.0, 1)
    now = dossier.now()
    stored = StoredPlan(f"plan-{version}", version, view.problem, plan, now, now if told else None)
    with dossier.change() as uow:
        uow.plans.save(stored)
        uow.journal.append("plan.made", "plan", f"v{version}")
    return stored
