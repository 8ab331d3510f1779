"""What a step did to the jury, and the way back: jurors and conflicts as they were before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.blank_sheets import drop_blanks, given_sheets
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import SEPARATOR, record_change
from jury_desktop.services.rounds import latest_plan

T = TypeVar("T", Juror, Conflict, KeptWindow)


@dataclass(frozen=True, slots=True)
class JuryState:
    """The jurors, conflicts and changed sessions of a moment, by id."""

    jurors: Mapping[str, Juror]
    conflicts: Mapping[str, Conflict]
    windows: Mapping[str, KeptWindow]


@dataclass(frozen=True, slots=True)
class JuryChange:
    """The jurors and conflicts that a step touched: as they were (None: not there) and as they became.

    :param uncounted: the name of the juror whose submitted sheet no longer counts by this; mostly empty.
    :param windows: the sessions about which somebody answered by this, as they were and became.
    """

    jurors: tuple[tuple[Juror | None, Juror | None], ...] = ()
    conflicts: tuple[tuple[Conflict | None, Conflict | None], ...] = ()
    uncounted: str = ""
    windows: tuple[tuple[KeptWindow | None, KeptWindow | None], ...] = ()


def jury_state(uow: UnitOfWork) -> JuryState:
    """The jury as it is now."""
    return JuryState(
        {juror.id: juror for juror in uow.jurors.find()},
        {conflict.id: conflict for conflict in uow.conflicts.find()},
        {window.id: window for window in uow.windows.find()},
    )


def jury_change(uow: UnitOfWork, before: JuryState) -> JuryChange:
    """What has become different since."""
    after = jury_state(uow)
    return JuryChange(
        _differing(before.jurors, after.jurors),
        _differing(before.conflicts, after.conflicts),
        windows=_differing(before.windows, after.windows),
    )


@needs(Right.KEEP_JURY)
def take_back_jury(dossier: Dossier, change: JuryChange) -> None:
    """Puts back the jurors and conflicts as they were before a step.

    Refused when one of them has been changed again since, and for a juror on whom something rests by now.
    """
    with dossier.change() as uow:
        _refuse_changed_since(uow, change)
        _ask_again(uow, change)
        for old, new in change.jurors:
            if old is not None:
                _put_back_juror(uow, old, new)
        for before, after in change.conflicts:
            _put_back_conflict(uow, before, after)
        for old, new in change.jurors:
            if old is None and new is not None:
                drop_juror(uow, new)


def _ask_again(uow: UnitOfWork, change: JuryChange) -> None:
    """Who had answered about a session has not; a session that was changed since stays as it is."""
    kept = {window.id: window for window in uow.windows.find()}
    for before, after in change.windows:
        if before is not None and after is not None and kept.get(after.id) == after:
            uow.windows.save(before)


def drop_juror(uow: UnitOfWork, juror: Juror) -> None:
    """Takes a juror away with the conflicts nobody judged; refused once anything else rests on the juror."""
    conflicts = uow.conflicts.find(juror=juror.id)
    judged = [each for each in conflicts if each.state is not ConflictState.SUGGESTED]
    scored = given_sheets(uow, juror=juror.id) or uow.packets.find(juror=juror.id)
    if judged or scored or _planned(uow, juror.id) or uow.accounts.find(juror=juror.id):
        raise refuse("jury.juror_in_use", name=juror.name)
    for conflict in conflicts:
        uow.conflicts.remove(conflict.id)
        record_change(uow, "conflict.withdrawn", ("conflict", pair_of(uow, conflict)), conflict, None)
    drop_blanks(uow, juror=juror.id)
    uow.jurors.remove(juror.id)
    record_change(uow, "juror.removed", ("juror", juror.name), juror, None)


def refuse_scoring_observer(uow: UnitOfWork, old: Juror | None, new: Juror) -> None:
    """Keeps who has scored, or has a seat on the newest plan, from becoming an observer: what was given would
    stop counting without a word."""
    if old is None or old.observer or not new.observer:
        return
    if given_sheets(uow, juror=new.id):
        raise refuse("jury.observer_has_scores", name=old.name)
    plan = latest_plan(uow)
    if plan is not None and any(new.id in place.jurors for place in plan.plan.assignments):
        raise refuse("jury.observer_has_seat", name=old.name)


def pair_of(uow: UnitOfWork, conflict: Conflict) -> str:
    """A conflict as the journal names it: juror and candidacy."""
    juror, candidacy = uow.jurors.get(conflict.juror), uow.candidacies.get(conflict.candidacy)
    return SEPARATOR.join((juror.name, candidacy.reference))


def _differing(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[tuple[T | None, T | None], ...]:
    keys: Iterable[str] = {**before, **after}
    pairs = ((before.get(key), after.get(key)) for key in keys)
    return tuple((old, new) for old, new in pairs if old != new)


def _refuse_changed_since(uow: UnitOfWork, change: JuryChange) -> None:
    now = jury_state(uow)
    for old, new in change.jurors:
        known = new or old
        if known is not None and now.jurors.get(known.id) != new:
            raise refuse("jury.changed_since", name=known.name)
    for before, after in change.conflicts:
        conflict = after or before
        if conflict is not None and now.conflicts.get(conflict.id) != after:
            raise refuse("jury.conflict_changed_since")


def _put_back_juror(uow: UnitOfWork, old: Juror, new: Juror | None) -> None:
    refuse_scoring_observer(uow, new, old)
    uow.jurors.save(old)
    record_change(uow, "juror.changed" if new else "juror.added", ("juror", old.name), new, old)


def _put_back_conflict(uow: UnitOfWork, before: Conflict | None, after: Conflict | None) -> None:
    if before is not None:
        uow.conflicts.save(before)
        record_change(uow, "conflict.restored", ("conflict", pair_of(uow, before)), after, before)
    elif after is not None:
        uow.conflicts.remove(after.id)
        record_change(uow, "conflict.withdrawn", ("conflict", pair_of(uow, after)), after, None)


def _planned(uow: UnitOfWork, juror: str) -> bool:
    return any(juror in place.jurors for stored in uow.plans.find() for place in stored.plan.assignments)
