"""The sessions of the pitches as the regisseur changes them, and what that does to the plan and the jury."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Assignment, Pitch, PlanInstance, Slot
from jury_desktop.domain.pitch_windows import (
    KeptWindow,
    address_of,
    fault_of,
    fits,
    in_order,
    in_windows,
    is_new_time,
    named,
)
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.invitations import last_invitation
from jury_desktop.services.plan_doubts import plan_doubts
from jury_desktop.services.planning import PlanView, communicated_slots, view_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it is now.

    :param pitches: the references of those who have a place in it on the newest plan.
    :param unanswered: the jurors of whom it is not known whether they can sit in it.
    """

    window: SessionWindow
    pitches: tuple[str, ...]
    unanswered: tuple[Juror, ...]


@dataclass(frozen=True, slots=True)
class WindowEffect:
    """What would come of a change of one session; nothing is kept yet.

    :param old: None when the session is new; ``new`` None when it goes, else under the id it gets.
    :param loose: the pitches (references) that lose their place by it, in the order of the plan.
    :param told: those of them whose place was communicated; ``locked``: those that are locked there.
    :param wishes: candidates (references) who asked for the session, which is gone or on another day.
    :param ask: the jurors who have to be asked whether they can come.
    :param invited: the pitches that stay, whose candidates had their invitation for another address.
    :param needs_reason: a plan was communicated, so that the journal has to say why.
    """

    old: SessionWindow | None
    new: SessionWindow | None
    loose: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    ask: tuple[Juror, ...] = ()
    invited: tuple[str, ...] = ()
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class WindowsChange:
    """The windows that the dossier kept before a step and after it."""

    before: tuple[KeptWindow, ...]
    after: tuple[KeptWindow, ...]


@needs(Right.SEE_SELECTION)
def session_rows(dossier: Dossier) -> tuple[SessionRow, ...]:
    """The sessions in order of time."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        kept = kept_windows(uow)
    places = selection.plan.plan.assignments if selection.plan else ()
    return tuple(
        SessionRow(
            each.window,
            tuple(place.pitch for place in places if place.window == each.id),
            tuple(juror for juror in selection.jurors if juror.scores and juror.id in each.unanswered),
        )
        for each in kept
    )


def kept_windows(uow: UnitOfWork) -> tuple[KeptWindow, ...]:
    """The sessions as the dossier would keep them, in order of time, also while those of the call hold."""
    found = uow.windows.find() or tuple(KeptWindow(each.id, each) for each in uow.call.windows)
    return tuple(sorted(found, key=lambda each: each.window.start))


@needs(Right.SEE_SELECTION)
def weigh_window(dossier: Dossier, key: str, new: SessionWindow | None) -> WindowEffect:
    """What would come of it; refused when the session cannot be so. Changes nothing.

    :param key: the id of the session that changes, "" for a new one.
    :param new: as it would be, under any id; None takes it away.
    """
    with dossier.read() as uow:
        return _Weighing(uow, key, new, dossier.now()).effect()


@needs(Right.SET_UP)
def change_window(dossier: Dossier, key: str, new: SessionWindow | None, reason: str = "") -> WindowsChange:
    """Adds, changes or takes away a session; see :func:`weigh_window`.

    :param reason: needed once a plan was communicated.
    """
    with dossier.change() as uow:
        weighing = _Weighing(uow, key, new, dossier.now())
        effect = weighing.effect()
        if effect.needs_reason and not reason.strip():
            raise refuse("windows.needs_reason")
        change = WindowsChange(uow.windows.find(), weighing.after)
        if effect.old == effect.new:
            return replace(change, after=change.before)
        _put(uow, change.before, change.after)
        action = "removed" if effect.new is None else "changed" if effect.old else "added"
        named_ = effect.old or effect.new
        assert named_ is not None
        subject = ("session", window_title(named_))
        record_change(uow, f"window.{action}", subject, effect.old, effect.new, reason.strip())
        return change


@needs(Right.SET_UP)
def take_back_windows(dossier: Dossier, change: WindowsChange) -> None:
    """Puts the sessions back as they were before a step; refused when they were changed again since."""
    with dossier.change() as uow:
        if set(uow.windows.find()) != set(change.after):
            raise refuse("windows.changed_since")
        if change.before == change.after:
            return
        _put(uow, change.after, change.before)
        was, is_ = (_said(uow, each) for each in (change.after, change.before))
        record_change(uow, "windows.taken_back", ("session", "sessions"), was, is_)


def window_title(window: SessionWindow) -> str:
    """A session as the journal names it: "14/06/2023 13:00–17:00"."""
    start, end = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
    return f"{start:%d/%m/%Y %H:%M}–{end:%H:%M}"


def _said(uow: UnitOfWork, kept: Collection[KeptWindow]) -> list[str]:
    """The windows as people read them; those of the call where none are kept."""
    windows = in_order(each.window for each in kept) if kept else uow.call.windows
    return [window_title(window) for window in windows]


def _put(uow: UnitOfWork, before: Collection[KeptWindow], after: Collection[KeptWindow]) -> None:
    wanted = {each.id: each for each in after}
    for old in before:
        if old.id not in wanted:
            uow.windows.remove(old.id)
    known = {each.id: each for each in before}
    for each in after:
        if known.get(each.id) != each:
            uow.windows.save(each)


class _Weighing:
    """One change of the sessions against all that rests on them."""

    def __init__(self, uow: UnitOfWork, key: str, new: SessionWindow | None, now: datetime) -> None:
        self._uow, self._now = uow, now
        self._selection = selection_of(uow)
        self._kept = kept_windows(uow)
        self._old = next((each.window for each in self._kept if each.id == key), None)
        if key and self._old is None:
            raise refuse("windows.gone")
        here = [each.window for each in self._kept if each.id != key]
        past = [window for plan in self._selection.plans for window in plan.instance.windows]
        self._new = None if new is None else named(new, self._old, here, past)
        self._view = view_of(uow, self._selection)

    @property
    def after(self) -> tuple[KeptWindow, ...]:
        """The sessions after the change."""
        rest = tuple(each for each in self._kept if self._old is None or each.id != self._old.id)
        return rest if self._new is None else (*rest, self._kept_new(self._new))

    def effect(self) -> WindowEffect:
        self._refuse_wrong()
        problem = in_windows(self._view.problem, in_order(each.window for each in self.after))
        loose = self._loose(problem)
        told = communicated_slots(self._uow)
        return WindowEffect(
            self._old,
            self._new,
            loose,
            tuple(pitch for pitch in loose if pitch in told),
            tuple(it.id for it in self._planned() if it.pinned and it.id in loose),
            tuple(self._wishes()),
            self._to_ask(),
            tuple(self._invited(loose)),
            bool(told),
        )

    def _refuse_wrong(self) -> None:
        others = [each.window for each in self._kept if self._old is None or each.id != self._old.id]
        if self._new is None and not others:
            raise refuse("windows.last")
        if self._new is not None:
            fault = fault_of(self._new, others, self._uow.call)
            if fault is not None:
                raise RuleError(fault)
        for place in self._standing():
            if self._has_begun(place) and not self._stays(place):
                raise refuse("windows.begun", reference=place.pitch)

    def _standing(self) -> Iterator[Assignment]:
        """The places of the newest plan in the session as it was."""
        places = self._view.plan.plan.assignments if self._view.plan else ()
        return (place for place in places if self._old is not None and place.window == self._old.id)

    def _has_begun(self, place: Assignment) -> bool:
        candidacy = self._view.candidacies.get(place.pitch)
        run = self._selection.run(candidacy.id) if candidacy else None
        return run is not None and run.started_at is not None

    def _stays(self, place: Assignment) -> bool:
        same = self._new is not None and self._new.id == place.window
        minutes = round((place.end - place.start).total_seconds() / 60)
        slot = Slot(place.window, place.room, place.start)
        return same and fits(minutes, slot, self._new, self._view.problem)

    def _loose(self, problem: PlanInstance) -> tuple[str, ...]:
        """The pitches that break a rule by the change, and did not before."""
        before, after = _doubtful(self._view), _doubtful(replace(self._view, problem=problem))
        places = self._view.plan.plan.assignments if self._view.plan else ()
        return tuple(place.pitch for place in places if place.pitch in after - before)

    def _planned(self) -> tuple[Pitch, ...]:
        return self._view.plan.instance.pitches if self._view.plan else ()

    def _wishes(self) -> Iterator[str]:
        old = self._old
        if old is not None and (self._new is None or self._new.id != old.id):
            for candidacy in self._selection.heard:
                if old.id in candidacy.preferred_windows:
                    yield candidacy.reference

    def _to_ask(self) -> tuple[Juror, ...]:
        if self._new is None or not is_new_time(self._new, (each.window for each in self._kept)):
            return ()
        return tuple(juror for juror in self._selection.jurors if juror.scores)

    def _kept_new(self, new: SessionWindow) -> KeptWindow:
        """Who was to be asked about the session, or about the hours that it takes over, still is."""
        old = next((each for each in self._kept if self._old and each.id == self._old.id), None)
        waiting = (*(juror.id for juror in self._to_ask()), *(old.unanswered if old else ()))
        moved = old is not None and address_of(old.window) != address_of(new)
        since = self._now if moved else old.readdressed_at if old else None
        return KeptWindow(new.id, new, tuple(dict.fromkeys(waiting)), since)

    def _invited(self, loose: Collection[str]) -> Iterator[str]:
        old, new = self._old, self._new
        if old is None or new is None or address_of(old) == address_of(new):
            return
        for place in self._standing():
            candidacy = self._view.candidacies.get(place.pitch)
            if candidacy is None or place.pitch in loose:
                continue
            if last_invitation(self._selection, candidacy) is not None:
                yield place.pitch


def _doubtful(view: PlanView) -> set[str]:
    return {pitch for doubt in plan_doubts(view) for pitch in doubt.pitches}
