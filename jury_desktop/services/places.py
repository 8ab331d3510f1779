"""The places of messages: the regisseur confirms what the import proposed, or decides otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.entry import BRINGS, Confidence, Entry, EntryKind, Placed
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.blank_sheets import drop_blanks, given_sheets
from jury_desktop.services.bring import bring, without
from jury_desktop.services.jury import suggest_conflicts
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json, record_change

BY_HAND = "import.placed_by_hand"
"""Why a message has its place, where the regisseur said so."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The messages, candidacies and conflicts that a change of place touches, at one moment."""

    places: tuple[Placed, ...]
    candidacies: tuple[Candidacy, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A message that got another place, with all it touched before and after, so that it can be undone."""

    sha256: str
    homes: tuple[str, ...]
    before: Picture
    after: Picture


@needs(Right.SEE_MAIL)
def places(dossier: Dossier) -> tuple[Placed, ...]:
    """Every message of the dossier with its place, in order of import."""
    with dossier.read() as uow:
        return uow.mails.all()


@needs(Right.KEEP_INTAKE)
def confirm_places(dossier: Dossier, mails: Sequence[str]) -> tuple[str, ...]:
    """The regisseur agrees with the places of these messages (by SHA-256); gives those that were open."""
    return _set_confirmed(dossier, mails, True, "mail.confirmed")


@needs(Right.KEEP_INTAKE)
def reopen_places(dossier: Dossier, mails: Sequence[str]) -> tuple[str, ...]:
    """Takes confirmations back: these messages wait for the regisseur again."""
    return _set_confirmed(dossier, mails, False, "mail.reopened")


@needs(Right.KEEP_INTAKE)
def change_place(
    dossier: Dossier, sha256: str, kind: EntryKind, candidacy: str | None, reason: str
) -> PlaceChange:
    """Gives a message another place, with a reason; its candidacy or version follows.

    A person can place what the program could not read. Refused where a sheet or decision already rests on
    the candidacy.
    """
    if not reason.strip():
        raise refuse("import.place_needs_reason")
    if kind is EntryKind.REVISION and candidacy is None:
        raise refuse("import.revision_needs_candidacy")
    with dossier.change() as uow:
        old = _present(uow, sha256)
        home = sha256 if kind is EntryKind.CANDIDACY else candidacy
        new = replace(old, entry=_entry(uow, old.entry, kind, home, reason), confirmed=True)
        homes = tuple({key for key in (old.candidacy, home) if key})
        before = _picture(uow, sha256, homes)
        _take_back(uow, old, reason)
        _refuse_homeless(uow, new)
        uow.mails.place(new)
        if kind in BRINGS:
            bring(uow, old.mail, new.entry)
            suggest_conflicts(uow)
        record_change(uow, "mail.placed", ("mail", old.entry.source), old.entry, new.entry, reason)
        return PlaceChange(sha256, homes, before, _picture(uow, sha256, homes))


@needs(Right.KEEP_INTAKE)
def undo_place(dossier: Dossier, change: PlaceChange, reason: str) -> None:
    """Puts everything back as it was; refused when something changed in it since."""
    with dossier.change() as uow:
        taken = {c.reference for c in uow.candidacies.find() if c.id not in change.homes}
        _present(uow, change.sha256)
        clash = taken & {candidacy.reference for candidacy in change.before.candidacies}
        if clash or _picture(uow, change.sha256, change.homes) != change.after:
            raise refuse("import.changed_since")
        for conflict in change.after.conflicts:
            uow.conflicts.remove(conflict.id)
        for candidacy in change.after.candidacies:
            if candidacy.id not in {kept.id for kept in change.before.candidacies}:
                uow.candidacies.remove(candidacy.id)
                record_change(uow, "candidacy.removed", ("candidacy", candidacy.reference), candidacy, None)
        _restore(uow, change, reason)


def _restore(uow: UnitOfWork, change: PlaceChange, reason: str) -> None:
    for placed in change.before.places:
        uow.mails.place(placed)
    present = {candidacy.id: candidacy for candidacy in change.after.candidacies}
    for candidacy in change.before.candidacies:
        if (now := present.get(candidacy.id)) != candidacy:
            uow.candidacies.save(candidacy)
            subject = ("candidacy", candidacy.reference)
            record_change(uow, "candidacy.restored", subject, now, candidacy, reason)
    for conflict in change.before.conflicts:
        uow.conflicts.save(conflict)
    was = _of(change.before, change.sha256).entry
    record_change(
        uow, "mail.placed", ("mail", was.source), _of(change.after, change.sha256).entry, was, reason
    )


def _of(picture: Picture, sha256: str) -> Placed:
    return next(placed for placed in picture.places if placed.mail.sha256 == sha256)


def _picture(uow: UnitOfWork, sha256: str, homes: tuple[str, ...]) -> Picture:
    touched = (uow.mails.get(sha256), *(placed for key in homes for placed in uow.mails.of(key)))
    return Picture(
        tuple({placed.mail.sha256: placed for placed in touched}.values()),
        tuple(c for key in homes for c in uow.candidacies.find(id=key)),
        tuple(c for key in homes for c in uow.conflicts.find(candidacy=key)),
    )


def _entry(uow: UnitOfWork, old: Entry, kind: EntryKind, home: str | None, reason: str) -> Entry:
    """The new place; a duplicate repeats the message that counts for its candidacy."""
    original = None
    if kind is EntryKind.DUPLICATE and home is not None:
        original = uow.candidacies.get(home).current.mail or None
    said = say(BY_HAND, reason=reason.strip())
    return replace(
        old, kind=kind, candidacy=home, original=original, reason=said, confidence=Confidence.CERTAIN
    )


def _set_confirmed(dossier: Dossier, mails: Sequence[str], confirmed: bool, action: str) -> tuple[str, ...]:
    with dossier.change() as uow:
        found = tuple(_present(uow, sha256) for sha256 in mails)
        other = [placed for placed in found if placed.confirmed is not confirmed]
        for placed in other:
            uow.mails.place(replace(placed, confirmed=confirmed))
        changed = tuple(placed.mail.sha256 for placed in other)
        if changed:
            uow.journal.append(action, "mail", _subject(other), new=as_json(list(changed)))
        return changed


def _present(uow: UnitOfWork, sha256: str) -> Placed:
    """A message that a step names; refused when its import has been taken back since."""
    try:
        return uow.mails.get(sha256)
    except KeyError as gone:
        raise refuse("import.changed_since") from gone


def _subject(mails: Sequence[Placed]) -> str:
    return mails[0].mail.source if len(mails) == 1 else str(len(mails))


def _take_back(uow: UnitOfWork, placed: Placed, reason: str) -> None:
    """Undoes what the message brought."""
    if placed.candidacy is None or placed.kind not in BRINGS:
        return
    home = uow.candidacies.get(placed.candidacy)
    _refuse_when_used(uow, home, placed.mail.sha256)
    rest = without(uow.call, home, placed.mail.sha256)
    if rest is None:
        _remove(uow, home, reason)
    else:
        uow.candidacies.save(rest)
        subject = ("candidacy", home.reference)
        record_change(uow, "candidacy.version_removed", subject, home, rest, reason)


def _remove(uow: UnitOfWork, candidacy: Candidacy, reason: str) -> None:
    """Takes a candidacy away; messages that belonged to it stay, and belong to none."""
    for conflict in uow.conflicts.find(candidacy=candidacy.id):
        uow.conflicts.remove(conflict.id)
    for placed in uow.mails.of(candidacy.id):
        uow.mails.place(replace(placed, entry=replace(placed.entry, candidacy=None)))
    drop_blanks(uow, candidacy=candidacy.id)
    uow.candidacies.remove(candidacy.id)
    record_change(uow, "candidacy.removed", ("candidacy", candidacy.reference), candidacy, None, reason)


def _refuse_homeless(uow: UnitOfWork, placed: Placed) -> None:
    """Keeps a message from belonging to a candidacy that is gone, be it because only that message made it."""
    opens = placed.kind is EntryKind.CANDIDACY
    if not opens and placed.candidacy is not None and not uow.candidacies.find(id=placed.candidacy):
        raise refuse("import.revision_needs_candidacy")


def _refuse_when_used(uow: UnitOfWork, candidacy: Candidacy, mail: str) -> None:
    """Scores, decisions and letters keep what they rest on; a later version than any of them may go."""
    number = next(version.number for version in candidacy.versions if version.mail == mail)
    scored = any(sheet.version >= number for sheet in given_sheets(uow, candidacy=candidacy.id))
    if scored or uow.decisions.find(candidacy=candidacy.id) or uow.letters.find(candidacy=candidacy.id):
        raise RuleError(say("import.candidacy_in_use", reference=candidacy.reference))
