"""The way back of what was changed in the jury and its conflicts of interest."""

from __future__ import annotations

from collections.abc import Mapping

from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror import Juror
from jury_desktop.services.event_values import the_one, whole
from jury_desktop.services.jury_changes import JuryChange, pair_of, take_back_jury
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.sheet_history import names_of
from jury_desktop.services.ways_back.way import Back, Way


def _juror(uow: UnitOfWork, event: Event) -> Back | None:
    """A juror is known by any name the journal has for this person."""
    if not event.old:
        added = whole(event.new, Juror)
        return _jury(JuryChange(jurors=((None, added),))) if added in uow.jurors.find() else None
    named = [juror for juror in uow.jurors.find() if event.subject in names_of(uow, juror.name)]
    found = the_one(named, event)
    return _jury(JuryChange(jurors=((found[1], found[0]),))) if found else None


def _juror_removed(uow: UnitOfWork, event: Event) -> Back | None:
    """The suspicions that went along with a juror come back along."""
    gone = whole(event.old, Juror)
    if gone is None or uow.jurors.find(id=gone.id):
        return None
    along = [each for each in uow.journal.of("conflict.withdrawn") if each.at == event.at]
    conflicts = (whole(each.old, Conflict) for each in along)
    back = tuple((conflict, None) for conflict in conflicts if conflict and conflict.juror == gone.id)
    return _jury(JuryChange(jurors=((gone, None),), conflicts=back))


def _conflict(uow: UnitOfWork, event: Event) -> Back | None:
    """Declared, confirmed or dismissed: what stood before it, or nothing."""
    if not event.old:
        new = whole(event.new, Conflict)
        return _jury(JuryChange(conflicts=((None, new),))) if new in uow.conflicts.find() else None
    found = the_one([each for each in uow.conflicts.find() if pair_of(uow, each) == event.subject], event)
    return _jury(JuryChange(conflicts=((found[1], found[0]),))) if found else None


def _conflict_withdrawn(uow: UnitOfWork, event: Event) -> Back | None:
    gone = whole(event.old, Conflict)
    if (
        gone is None
        or uow.conflicts.find(id=gone.id)
        or not uow.jurors.find(id=gone.juror)
        or not uow.candidacies.find(id=gone.candidacy)
    ):
        return None
    return _jury(JuryChange(conflicts=((gone, None),)))


def _jury(change: JuryChange) -> Back:
    return lambda dossier: take_back_jury(dossier, change)


WAYS: Mapping[str, Way] = {
    "juror.added": _juror,
    "juror.changed": _juror,
    "juror.removed": _juror_removed,
    "conflict.declared": _conflict,
    "conflict.confirmed": _conflict,
    "conflict.dismissed": _conflict,
    "conflict.restored": _conflict,
    "conflict.withdrawn": _conflict_withdrawn,
}
