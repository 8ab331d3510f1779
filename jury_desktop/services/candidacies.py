"""The candidacies: the list, and the regisseur's decisions and corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.completeness import Checked, missing_fields, open_items
from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.proven import against_proof
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Sheet, SheetState
from jury_desktop.services.account import Account, account_of
from jury_desktop.services.admission import needs
from jury_desktop.services.crossing import joined
from jury_desktop.services.form_revision import judged
from jury_desktop.services.jury import suggest_conflicts
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.undoing import refuse_changed_since

NEEDS_REASON = frozenset({Admissibility.LATE, Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class CandidacyRow:
    """A candidacy on the list, with what asks for attention: conflicts to judge, and what lacks.

    :param outdated: how many submitted sheets judge an older version than the one that counts now.
    """

    candidacy: Candidacy
    open_conflicts: int
    missing_fields: tuple[str, ...]
    open_items: tuple[Checked, ...]
    outdated: int = 0

    @property
    def late_version(self) -> bool:
        """Whether the candidacy came in time and a replacement of it did not."""
        first, *later = self.candidacy.versions
        return first.verdict != "late" and any(version.verdict == "late" for version in later)


@dataclass(frozen=True, slots=True)
class CandidacyList:
    """Every candidacy by reference, the call they answer, and what became of all mail that was read."""

    call: Call
    rows: tuple[CandidacyRow, ...]
    account: Account


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the regisseur may correct in a candidacy."""

    organisation: str
    contact: str
    email: str
    phone: str
    address: str
    challenges: tuple[int, ...]
    municipalities: tuple[str, ...]
    partners: tuple[str, ...]


def particulars_of(candidacy: Candidacy) -> Particulars:
    """The particulars as the candidacy has them now."""
    return Particulars(**{field.name: getattr(candidacy, field.name) for field in fields(Particulars)})


@needs(Right.SEE_WORK)
def list_candidacies(dossier: Dossier) -> tuple[CandidacyRow, ...]:
    """Every candidacy, by reference."""
    with dossier.read() as uow:
        return _rows(uow)


@needs(Right.SEE_SELECTION)
def candidacy_list(dossier: Dossier) -> CandidacyList:
    """The candidacies with the account of the mail they came from."""
    with dossier.read() as uow:
        return CandidacyList(uow.call, _rows(uow), account_of(uow))


@needs(Right.SEE_WORK)
def attachment_content(dossier: Dossier, sha256: str) -> bytes:
    """The bytes of an attachment, message or letter."""
    with dossier.read() as uow:
        return uow.blobs.get(sha256)


@needs(Right.KEEP_INTAKE)
def judge_admissibility(
    dossier: Dossier, candidacy: str, verdict: Admissibility, reason: str = ""
) -> Candidacy:
    """The regisseur's decision on form; late, inadmissible and withdrawn need a reason, and so does letting a
    candidacy take part that came late by all proof.

    Refused once the jury has decided, but for a candidate who withdraws. After the candidate has been told it
    is a formal revision: that needs a reason as well, and owes a letter.
    """
    if verdict in NEEDS_REASON and not reason.strip():
        raise refuse("candidacy.reason_missing")
    with dossier.change() as uow:
        old = uow.candidacies.get(candidacy)
        if not reason.strip() and against_proof(old, verdict):
            raise refuse("candidacy.late_needs_reason", reference=old.reference)
        return _judge(uow, old, verdict, reason.strip(), dossier.now())


@needs(Right.KEEP_INTAKE)
def take_back_judgement(dossier: Dossier, made: Candidacy, before: Candidacy) -> Candidacy:
    """Puts back the judgement on form that stood before another one was made.

    Refused when it was judged anew since, and as :func:`judge_admissibility` once the jury has decided or the
    candidate has been told.
    """
    verdict, reason = before.admissibility, before.admissibility_reason
    with dossier.change() as uow:
        old = uow.candidacies.get(made.id)
        _refuse_changed_since(old, made, ("admissibility", "admissibility_reason"))
        return _judge(uow, old, verdict, reason, dossier.now(), judged_before=before)


def _judge(
    uow: UnitOfWork,
    old: Candidacy,
    verdict: Admissibility,
    reason: str,
    now: datetime,
    judged_before: Candidacy | None = None,
) -> Candidacy:
    """Keeps a judgement.

    :param judged_before: as it was when it was judged so: that moment counts, unless it is a revision now.
    """
    if Admissibility.WITHDRAWN not in (verdict, old.admissibility):
        _refuse_when_decided(uow, old)
    new = judged(uow, old, verdict, reason, now)
    if judged_before is not None and new.form_revised == judged_before.form_revised:
        new = replace(new, judged_at=judged_before.judged_at)
    return _keep(uow, "candidacy.judged", old, new, reason)


@needs(Right.KEEP_INTAKE)
def set_availability(
    dossier: Dossier,
    candidacy: str,
    unavailable: tuple[Interval, ...],
    preferred_windows: tuple[str, ...],
    *,
    undoes: Candidacy | None = None,
) -> Candidacy:
    """When the candidate cannot pitch (any stretches) and which windows it prefers (ids of the call).

    :param undoes: what the step that this takes back gave; refused when either was changed since.
    """
    if any(stretch.start >= stretch.end for stretch in unavailable):
        raise refuse("candidacy.stretch_empty")
    with dossier.change() as uow:
        old = uow.candidacies.get(candidacy)
        _refuse_changed_since(old, undoes, ("unavailable", "preferred_windows"))
        new = replace(old, unavailable=unavailable, preferred_windows=preferred_windows)
        return _keep(uow, "candidacy.changed", old, new, "")


@needs(Right.KEEP_INTAKE)
def correct_candidacy(
    dossier: Dossier,
    candidacy: str,
    particulars: Particulars,
    *,
    undoes: Candidacy | None = None,
    seen: Particulars | None = None,
) -> Candidacy:
    """Keeps corrections of the particulars, then looks for conflicts that may follow from them.

    Challenges stay as they are once somebody submitted scores, for the scores are given per challenge.

    :param undoes: what the correction that this takes back gave; refused when they were changed since.
    :param seen: as whoever corrects had them before them; what others corrected since stays.
    :raises JuryError: others corrected the same otherwise.
    """
    if not particulars.organisation.strip():
        raise refuse("candidacy.organisation_missing")
    with dossier.change() as uow:
        old = uow.candidacies.get(candidacy)
        _refuse_changed_since(old, undoes, [field.name for field in fields(Particulars)])
        if seen is not None:
            crossed = say("candidacy.crossed", reference=old.reference)
            particulars = joined(seen, particulars_of(old), particulars, crossed)
        new = replace(old, **asdict(particulars))
        if new.challenges != old.challenges:
            _refuse_challenges(uow, new)
        kept = _keep(uow, "candidacy.changed", old, new, "")
        suggest_conflicts(uow)
        return kept


def _rows(uow: UnitOfWork) -> tuple[CandidacyRow, ...]:
    conflicts = uow.conflicts.find(state=ConflictState.SUGGESTED)
    sheets = uow.sheets.find(state=SheetState.SUBMITTED)
    rows = (_row(uow.call, candidacy, conflicts, sheets) for candidacy in uow.candidacies.find())
    return tuple(sorted(rows, key=lambda row: row.candidacy.reference))


def _row(
    call: Call, candidacy: Candidacy, suggested: tuple[Conflict, ...], sheets: tuple[Sheet, ...]
) -> CandidacyRow:
    open_conflicts = sum(conflict.candidacy == candidacy.id for conflict in suggested)
    lacking = missing_fields(call, candidacy)
    newest = candidacy.current.number
    older = sum(sheet.candidacy == candidacy.id and sheet.version < newest for sheet in sheets)
    return CandidacyRow(candidacy, open_conflicts, lacking, open_items(call, candidacy), older)


def _keep(uow: UnitOfWork, action: str, old: Candidacy, new: Candidacy, reason: str) -> Candidacy:
    if old != new:
        uow.candidacies.save(new)
        record_change(uow, action, ("candidacy", new.reference), old, new, reason)
    return new


def _refuse_changed_since(now: Candidacy, made: Candidacy | None, names: Iterable[str]) -> None:
    refuse_changed_since(now, made, names, say("candidacy.changed_since", reference=now.reference))


def _refuse_when_decided(uow: UnitOfWork, candidacy: Candidacy) -> None:
    if uow.decisions.find(candidacy=candidacy.id):
        raise RuleError(say("candidacy.already_decided", reference=candidacy.reference))


def _refuse_challenges(uow: UnitOfWork, candidacy: Candidacy) -> None:
    unknown = set(candidacy.challenges) - {challenge.number for challenge in uow.call.challenges}
    if unknown:
        raise RuleError(say("candidacy.unknown_challenge", number=min(unknown)))
    if any(sheet.submitted for sheet in uow.sheets.find(candidacy=candidacy.id)):
        raise RuleError(say("candidacy.challenges_scored", reference=candidacy.reference))
