"""What the planning page reads of the dossier, made ready for its columns beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jury_desktop.domain.availability import joined
from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Interval, StoredPlan
from jury_desktop.services.plan_doubts import Doubt, plan_doubts, proof_holds
from jury_desktop.services.planning import PlanView, plan_view
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning.block import Placed
from jury_desktop.ui.pages.planning.column import Session
from jury_desktop.ui.pages.planning.lane import Free
from jury_desktop.wording import day


@dataclass(frozen=True, slots=True)
class Reading:
    """The plan with what its ids stand for, what each column shows, and what of the plan no longer holds."""

    view: PlanView
    sessions: tuple[Session, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    holds: bool = True
    """Whether what was proven of the plan still says anything about what the dossier states now."""


@dataclass(frozen=True, slots=True)
class Read:
    """Reads the newest plan."""

    language: str

    def __call__(self, dossier: Dossier, context: JobContext) -> Reading:
        return prepared(plan_view(dossier), self.language)


def prepared(view: PlanView, language: str) -> Reading:
    """What the page shows of a plan."""
    if view.plan is None:
        return Reading(view)
    doubts = plan_doubts(view)
    broken = {pitch for doubt in doubts for pitch in doubt.pitches}
    holds = not doubts and proof_holds(view.problem, view.plan)
    return Reading(view, _sessions(view, view.plan, language, broken), doubts, holds)


def _sessions(view: PlanView, stored: StoredPlan, language: str, broken: set[str]) -> tuple[Session, ...]:
    """The sessions as they are now, with the pitches where the plan has them; a session that is gone stays on
    show as long as pitches stand in it."""
    pinned = {pitch.id for pitch in stored.instance.pitches if pitch.pinned is not None}
    inside: dict[str, list[Placed]] = {}
    for place in stored.plan.assignments:
        if place.pitch in view.candidacies:
            names = tuple(view.jurors[juror].name for juror in place.jurors if juror in view.jurors)
            candidacy = view.candidacies[place.pitch]
            placed = Placed(place, candidacy, names, place.pitch in pinned, place.pitch in broken)
            inside.setdefault(place.window, []).append(placed)
    shown = _shown(view, stored, inside)
    free = _free(view, tuple(window for window, _ in shown))
    quorum = stored.instance.rules.quorum
    return tuple(
        Session(
            window, _title(window, language), tuple(inside.get(window.id, ())), free[window.id], quorum, now
        )
        for window, now in shown
    )


def _shown(
    view: PlanView, stored: StoredPlan, inside: Mapping[str, Sequence[Placed]]
) -> list[tuple[SessionWindow, SessionWindow | None]]:
    """Each session with the hours to show, and as it is now: None when it is gone."""
    now = {window.id: window for window in view.problem.windows}
    found: list[tuple[SessionWindow, SessionWindow | None]] = [
        (_around(window, inside.get(window.id, ())), window) for window in now.values()
    ]
    gone = (window for window in stored.instance.windows if window.id not in now and window.id in inside)
    found += [(window, None) for window in gone]
    return sorted(found, key=lambda each: each[0].start)


def _around(window: SessionWindow, pitches: Sequence[Placed]) -> SessionWindow:
    """The session with its hours wide enough for the pitches that stand in it."""
    places = [it.place for it in pitches]
    return replace(
        window,
        start=min((window.start, *(it.start for it in places))),
        end=max((window.end, *(it.end for it in places))),
        rooms=max((window.rooms, *(it.room for it in places))),
    )


def _title(window: SessionWindow, language: str) -> str:
    return day(window.start.astimezone(BRUSSELS).date(), language, "EEEE d/MM").capitalize()


def _free(view: PlanView, windows: tuple[SessionWindow, ...]) -> dict[str, tuple[Free, ...]]:
    """By session, when each juror can sit in it."""
    known = [juror for juror in view.problem.jurors if juror.id in view.jurors]
    stretches = {juror.id: joined(juror.available) for juror in known}
    return {
        window.id: tuple(
            Free(juror.id, view.jurors[juror.id].name, _inside(stretches[juror.id], window))
            for juror in known
        )
        for window in windows
    }


def _inside(stretches: tuple[Interval, ...], window: SessionWindow) -> tuple[Interval, ...]:
    span = Interval(window.start, window.end)
    return tuple(
        Interval(max(each.start, span.start), min(each.end, span.end))
        for each in stretches
        if each.overlaps(span)
    )
