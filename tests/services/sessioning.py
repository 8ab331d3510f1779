"""A half-day of pitches in memory, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from jury_desktop.domain.call import PitchRules, Round, SessionWindow
from jury_desktop.domain.pitch import Assignment, Slot, StoredPlan
from jury_desktop.domain.sheet import Sheet
from jury_desktop.scheduling.solve import solve
from jury_desktop.services.planning import planning_problem
from jury_desktop.services.ports import Dossier
from tests.builders import a_call, a_candidacy, a_juror, a_plan, a_sheet, a_version
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier, invited

PITCHES = tuple(a_candidacy(number, versions=(a_version(attachments=()),)) for number in (1, 2, 3))
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
ONE, TWO, THREE = PITCHES
WEDNESDAY: SessionWindow = a_call().windows[0]


class Clock:
    """The time of day in minutes after the start of the session; the test moves it."""

    def __init__(self, minutes: float = 0) -> None:
        self.minutes = minutes

    def __call__(self) -> datetime:
        return at(self.minutes)


def at(minutes: float) -> datetime:
    """A moment so many minutes after the start of the session of Wednesday."""
    return WEDNESDAY.start + timedelta(minutes=minutes)


def in_session(
    clock: Clock | None = None, sheets: Iterable[Sheet] = (), *, sound: bool = False, **rules: object
) -> Dossier:
    """Three pitches of 35 minutes one after another, before three jurors, by a call with these pitch rules.

    :param sound: the plan stands up to the verifier, so that it can be changed.
    """
    call = replace(a_call(), pitch=replace(a_call().pitch, **rules))  # type: ignore[arg-type]
    dossier = replace(
        a_dossier(PITCHES, JURORS, sheets, [invited(each) for each in PITCHES], store=MemoryStore(call)),
        now=clock or Clock(),
    )
    plan = _solved(dossier) if sound else a_plan(PITCHES, JURORS)
    with dossier.change() as uow:
        uow.plans.save(plan)
        uow.journal.append("plan.made", "plan", "v1")
    return dossier


def _solved(dossier: Dossier) -> StoredPlan:
    """The same three pitches at their places, as the program itself would have planned them."""
    problem = planning_problem(dossier)
    places = {place.pitch: place for place in a_plan(PITCHES, JURORS).plan.assignments}
    pinned = tuple(
        replace(pitch, pinned=Slot(places[pitch.id].window, 1, places[pitch.id].start))
        for pitch in problem.pitches
    )
    plan = solve(replace(problem, pitches=pinned), time_limit=10.0, seed=1)
    return StoredPlan("p1", 1, problem, plan, dossier.now())


def scored(juror: int, candidacy: int) -> Sheet:
    """The submitted sheet of a juror on a pitch."""
    return a_sheet(JURORS[juror - 1], PITCHES[candidacy - 1], Round.PITCH)


def pitch_rules(**changes: object) -> PitchRules:
    """The rules of the call with changes."""
    return replace(a_call().pitch, **changes)  # type: ignore[arg-type]


def place_now(dossier: Dossier, reference: str) -> Assignment:
    """Where a pitch stands on the newest plan."""
    with dossier.read() as uow:
        newest = max(uow.plans.find(), key=lambda plan: plan.version)
    return next(place for place in newest.plan.assignments if place.pitch == reference)
