"""What a message brings to the dossier: a candidacy filled in from its form, or a version; and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from jury_desktop.domain.arrival import received_by
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy, Version, next_reference
from jury_desktop.domain.entry import Entry, EntryKind, Placed
from jury_desktop.domain.form import challenge_numbers
from jury_desktop.domain.mail import FieldValue, Mail, UnreadableMail
from jury_desktop.domain.mending import mends
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.unreadable import as_file

_TICKED, _BOXES = "☒☑", "☐☒☑"
_NOBODY = frozenset({"geen", "geen partners", "nvt", "n.v.t", "niet van toepassing", "none", "/"})
"""How a form says that a list is empty."""
_LIST_SIGNS = re.compile(r"[,;\n]| en ")


class References:
    """Gives out references that no candidacy has yet. Which there are is read once: messages come by the
    thousand."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._last = ""

    def next(self) -> str:
        """The one after the highest."""
        taken = (
            (self._last,) if self._last else tuple(each.reference for each in self._uow.candidacies.find())
        )
        self._last = next_reference(taken)
        return self._last


def bring(
    uow: UnitOfWork, message: Mail | UnreadableMail, entry: Entry, references: References | None = None
) -> None:
    """Opens the candidacy that a message brings, or adds the message to the one it belongs to.

    Of one that could not be read only its headers are known; it is itself the file that came.

    :param references: of many messages that are brought in one piece of work.
    """
    mail = message if isinstance(message, Mail) else _unopened(message)
    home = next(iter(uow.candidacies.find(id=entry.candidacy)), None)
    if home is not None:
        new = _extended(uow, home, mail, entry)
        uow.candidacies.save(new)
        record_change(uow, "candidacy.version_received", ("candidacy", new.reference), home, new)
    elif entry.kind is EntryKind.CANDIDACY:
        new = _opened(uow, mail, entry, (references or References(uow)).next())
        uow.candidacies.save(new)
        record_change(uow, "candidacy.received", ("candidacy", new.reference), None, new)


def without(call: Call, candidacy: Candidacy, mail: str) -> Candidacy | None:
    """The candidacy without the version a message brought, or None when no other is left.

    What only that version said goes with it; what the regisseur corrected stays.
    """
    gone = next(version for version in candidacy.versions if version.mail == mail)
    rest = tuple(version for version in candidacy.versions if version is not gone)
    if not rest:
        return None
    return _unsaid(call, replace(candidacy, versions=_numbered(rest)), gone)


def proven_anew(call: Call, candidacy: Candidacy, proofs: Mapping[str, Placed]) -> Candidacy:
    """The candidacy after the arrival of messages was judged again (``proofs`` by their SHA-256).

    When another version counts from now on, what it says counts too; what the regisseur corrected stays.
    """
    versions = tuple(_reproven(version, proofs.get(version.mail)) for version in candidacy.versions)
    new = replace(candidacy, versions=versions)
    return new if new.current.mail == candidacy.current.mail else _unsaid(call, new, candidacy.current)


def _reproven(version: Version, placed: Placed | None) -> Version:
    if placed is None:
        return version
    arrival = placed.mail.arrival
    return replace(
        version,
        received_at=arrival.at,
        received_by=received_by(arrival),
        verdict=placed.entry.verdict.value,
    )


def _unsaid(call: Call, left: Candidacy, gone: Version) -> Candidacy:
    """The candidacy with what its current version says where it still says what only ``gone`` said."""
    said, before = _filled(call, left, gone.fields), _filled(call, left, left.current.fields)
    names = [field.name for field in fields(Candidacy) if _said(field.name, left, said, before)]
    return replace(left, **{name: getattr(before, name) for name in names})


def _said(name: str, left: Candidacy, said: Candidacy, before: Candidacy) -> bool:
    """Whether a field is as the version that goes left it, and an earlier version said something else."""
    return bool(getattr(left, name) == getattr(said, name) != getattr(before, name))


def _unopened(mail: UnreadableMail) -> Mail:
    """The message as it is kept, for people to hand on or to open with the key they have."""
    whole = (as_file(mail),) if mail.whole else ()
    return replace(mail.known, attachments=whole)


def _opened(uow: UnitOfWork, mail: Mail, entry: Entry, reference: str) -> Candidacy:
    empty = Candidacy(mail.sha256, reference, "", "", "", "", "", (), (), (), ())
    version = _version(1, mail, entry)
    filled = _filled(uow.call, empty, mail.fields)
    return replace(
        filled,
        organisation=filled.organisation or mail.sender.name or mail.sender.email,
        email=filled.email or mail.sender.email,
        versions=(version,),
    )


def _extended(uow: UnitOfWork, old: Candidacy, mail: Mail, entry: Entry) -> Candidacy:
    """A late message never changes what a timely candidacy says; it stays visible as a version."""
    place = _place(uow, old, mail)
    version = _version(place + 1, mail, entry)
    if not mail.fields and place:
        version = _carried(version, old.versions[place - 1])
    new = replace(old, versions=_numbered((*old.versions[:place], version, *old.versions[place:])))
    if new.current.mail != mail.sha256:
        return new
    mended = _mended(uow, old.reference)
    return replace(_filled(uow.call, new, mail.fields), **{name: getattr(old, name) for name in mended})


def _mended(uow: UnitOfWork, reference: str) -> Iterable[str]:
    """The particulars that stay as the regisseur made them, whatever a later version says."""
    return mends(uow.journal.about("candidacy", [reference]))


def _place(uow: UnitOfWork, candidacy: Candidacy, mail: Mail) -> int:
    """Among the versions by time of arrival; at the end once sheets name versions by their number."""
    arrived = mail.arrival.at
    if arrived is None or uow.sheets.find(candidacy=candidacy.id):
        return len(candidacy.versions)
    return sum(v.received_at is not None and v.received_at <= arrived for v in candidacy.versions)


def _numbered(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    return tuple(replace(version, number=n) for n, version in enumerate(versions, start=1))


def _version(number: int, mail: Mail, entry: Entry) -> Version:
    return Version(
        number,
        mail.sha256,
        mail.arrival.at,
        received_by(mail.arrival),
        entry.verdict.value,
        mail.attachments,
        mail.fields,
    )


def _carried(version: Version, previous: Version) -> Version:
    """An addition without a form: what the version before it brought still belongs to the candidacy."""
    own = {(file.sha256, file.name) for file in version.attachments}
    earlier = tuple(file for file in previous.attachments if (file.sha256, file.name) not in own)
    return replace(version, attachments=(*earlier, *version.attachments), fields=previous.fields)


def _filled(call: Call, candidacy: Candidacy, form: Iterable[FieldValue]) -> Candidacy:
    """The candidacy with what the form says; what the form leaves out stays as it was."""
    said = {field.key: field.value.strip() for field in form if field.value.strip()}
    known = {challenge.number for challenge in call.challenges}
    chosen = tuple(number for number in challenge_numbers(said.get("challenges", "")) if number in known)
    return replace(
        candidacy,
        organisation=said.get("organisation", candidacy.organisation),
        contact=said.get("contact", candidacy.contact),
        email=said.get("email", candidacy.email),
        phone=said.get("phone", candidacy.phone),
        address=said.get("address", candidacy.address),
        challenges=chosen or candidacy.challenges,
        municipalities=_listed(said.get("municipalities", "")) or candidacy.municipalities,
        partners=_listed(said.get("partners", "")) or candidacy.partners,
    )


def _listed(value: str) -> tuple[str, ...]:
    """The parts of a list; where boxes are ticked, only those with a tick."""
    parts = [part.strip(" .•-") for part in _LIST_SIGNS.split(value)]
    if any(part[:1] in _BOXES for part in parts if part):
        parts = [part[1:].strip() for part in parts if part[:1] in _TICKED]
    return tuple(part for part in parts if part and part.casefold() not in _NOBODY)
