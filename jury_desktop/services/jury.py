"""Jurors and their conflicts of interest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import Conflict, ConflictState, Suspicion, suspect
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.crossing import joined
from jury_desktop.services.jury_changes import (
    JuryChange,
    drop_juror,
    jury_change,
    jury_state,
    pair_of,
    refuse_scoring_observer,
)
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.window_answers import note_answers


@dataclass(frozen=True, slots=True)
class JurorRow:
    """A juror with what there is to know at a glance.

    :param conflicts: how many candidacies are barred; ``suggested`` how many conflicts nobody judged yet.
    :param written: sheets submitted in the written round, and how many are expected; ``pitch`` alike.
    """

    juror: Juror
    conflicts: int
    suggested: int
    written: tuple[int, int]
    pitch: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict with the people and organisations it concerns."""

    conflict: Conflict
    juror: Juror
    candidacy: Candidacy


@dataclass(frozen=True, slots=True)
class Jury:
    """All jurors and all conflicts of the dossier, with the call and the candidacies they are about."""

    call: Call
    rows: tuple[JurorRow, ...]
    conflicts: tuple[ConflictRow, ...]
    candidacies: tuple[Candidacy, ...]

    @property
    def jurors(self) -> tuple[Juror, ...]:
        """Everybody on the list, observers included."""
        return tuple(row.juror for row in self.rows)

    @property
    def observers(self) -> tuple[Juror, ...]:
        """Who attends without scoring."""
        return tuple(juror for juror in self.jurors if juror.active and juror.observer)


@needs(Right.KEEP_JURY)
def jury(dossier: Dossier) -> Jury:
    """The jury as it is now."""
    with dossier.read() as uow:
        selection = selection_of(uow)
    rows = tuple(_row(selection, juror) for juror in selection.jurors)
    conflicts = tuple(
        ConflictRow(conflict, selection.juror(conflict.juror), selection.candidacy(conflict.candidacy))
        for conflict in selection.conflicts
    )
    return Jury(selection.call, rows, conflicts, selection.candidacies)


def new_juror_id(*about: str) -> str:
    """A fresh id for a juror that is being entered.

    :param about: what tells the juror from others who come with the same list.
    """
    return new_id("juror", *about)


@needs(Right.KEEP_JURY)
def save_juror(dossier: Dossier, juror: Juror, seen: Juror | None = None) -> JuryChange:
    """Adds a juror or keeps the changes, then looks for conflicts that may follow from them.

    :param seen: the juror as whoever changes it had them before them; what others changed since stays.
    :raises JuryError: others changed the same otherwise.
    """
    check_juror(juror)
    with dossier.change() as uow:
        before = jury_state(uow)
        now = before.jurors.get(juror.id)
        if seen is not None and now is not None:
            juror = joined(seen, now, juror, say("jury.crossed", name=now.name))
        if keep_juror(uow, now, juror):
            suggest_conflicts(uow, [juror])
        return jury_change(uow, before)


def check_juror(juror: Juror) -> None:
    """Refuses a juror without a name, or with an address that cannot receive mail."""
    if not juror.name.strip():
        raise refuse("jury.name_missing")
    name, _, domain = juror.email.partition("@")
    if juror.email and not (name and "." in domain and " " not in juror.email):
        raise refuse("jury.email_wrong", email=juror.email)


def keep_juror(uow: UnitOfWork, old: Juror | None, juror: Juror) -> bool:
    """Keeps a juror within a piece of work, and gives whether anything was different; refused for who has
    scored and is to observe from now on.

    The conflicts that may follow are suggested apart from it, once for all jurors who were kept.
    """
    if old == juror:
        return False
    refuse_scoring_observer(uow, old, juror)
    uow.jurors.save(juror)
    note_answers(uow, old, juror)
    action = "juror.changed" if old else "juror.added"
    record_change(uow, action, ("juror", juror.name), old, juror)
    return True


@needs(Right.KEEP_JURY)
def remove_juror(dossier: Dossier, juror: str) -> JuryChange:
    """Takes away a juror who was entered by mistake; refused once anything rests on the juror.

    Who is not there (any more) changes nothing.
    """
    with dossier.change() as uow:
        before = jury_state(uow)
        if juror in before.jurors:
            drop_juror(uow, before.jurors[juror])
        return jury_change(uow, before)


@needs(Right.DECLARE, own="juror")
def declare_conflict(
    dossier: Dossier, juror: str, candidacy: str, reason: str, *, by_juror: bool = False
) -> JuryChange:
    """A juror reports a conflict; it bars from this moment on.

    :param by_juror: whether the juror does so at the officer's computer; else the officer notes it.
    """
    if not reason.strip():
        raise refuse("jury.conflict_needs_reason")
    with dossier.change() as uow:
        old = _between(uow, juror, candidacy)
        key = old.id if old else new_id("conflict", juror, candidacy)
        new = Conflict(key, juror, candidacy, ConflictState.DECLARED, reason)
        name = uow.jurors.get(juror).name if by_juror else ""
        _keep(uow, "conflict.declared", old, new, reason, name)
        return JuryChange(conflicts=((old, new),), uncounted=_uncounted(uow, new))


@needs(Right.KEEP_JURY)
def judge_conflict(dossier: Dossier, conflict: str, *, confirmed: bool, reason: str) -> JuryChange:
    """The regisseur confirms or dismisses a conflict, with a reason that stays."""
    if not reason.strip():
        raise refuse("jury.conflict_needs_reason")
    with dossier.change() as uow:
        old = uow.conflicts.get(conflict)
        state = ConflictState.CONFIRMED if confirmed else ConflictState.DISMISSED
        new = replace(old, state=state, reason=reason)
        _keep(uow, f"conflict.{state.value}", old, new, reason)
        return JuryChange(conflicts=((old, new),), uncounted=_uncounted(uow, new))


def _uncounted(uow: UnitOfWork, conflict: Conflict) -> str:
    """The name of the juror whose submitted sheet a conflict keeps from counting; empty if there is none."""
    sheets = uow.sheets.find(juror=conflict.juror, candidacy=conflict.candidacy) if conflict.bars else ()
    return uow.jurors.get(conflict.juror).name if any(sheet.submitted for sheet in sheets) else ""


def suggest_conflicts(uow: UnitOfWork, jurors: Iterable[Juror] | None = None) -> None:
    """Adds a suggestion for every suspicious pair that has no conflict yet, whatever its state.

    :param jurors: whom to look at; the whole jury unless said otherwise.
    """
    known = {(conflict.juror, conflict.candidacy) for conflict in uow.conflicts.find()}
    for suspicion in suspect(uow.jurors.find() if jurors is None else jurors, uow.candidacies.find()):
        if (suspicion.juror, suspicion.candidacy) not in known:
            _suggest(uow, suspicion)


def _row(selection: Selection, juror: Juror) -> JurorRow:
    states = Counter(conflict.state for conflict in selection.conflicts if conflict.juror == juror.id)
    barred = sum(who == juror.id for who, _ in selection.barred)
    written, pitch = (_progress(selection, juror, round_) for round_ in (Round.WRITTEN, Round.PITCH))
    return JurorRow(juror, barred, states[ConflictState.SUGGESTED], written, pitch)


def _progress(selection: Selection, juror: Juror, round_: Round) -> tuple[int, int]:
    panel = selection.panel(round_)
    done, due = (sum(who == juror.id for who, _ in pairs) for pairs in (panel.submitted, panel.expected))
    return done, due


def _suggest(uow: UnitOfWork, suspicion: Suspicion) -> None:
    reason = suspicion.reason
    pair = suspicion.juror, suspicion.candidacy
    new = Conflict(new_id("conflict", *pair), *pair, ConflictState.SUGGESTED, reason)
    _keep(uow, "conflict.suggested", None, new, reason)


def _keep(
    uow: UnitOfWork, action: str, old: Conflict | None, new: Conflict, reason: str, on_behalf_of: str = ""
) -> None:
    pair = pair_of(uow, new)  # on a server the juror sees the candidacy no more once it is kept
    uow.conflicts.save(new)
    record_change(uow, action, ("conflict", pair), old, new, reason, on_behalf_of)


def _between(uow: UnitOfWork, juror: str, candidacy: str) -> Conflict | None:
    return next(iter(uow.conflicts.find(juror=juror, candidacy=candidacy)), None)
