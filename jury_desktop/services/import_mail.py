"""Import of a mailbox export: every message accounted for, nothing twice, nothing half done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import BRINGS, EntryKind, Intake, Placed
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.intake import sort
from jury_desktop.domain.mail import Mail, ReadMail, UnreadableMail, warnings
from jury_desktop.domain.messages import Message
from jury_desktop.domain.rights import Right
from jury_desktop.domain.servers import receiving_servers, reconsider
from jury_desktop.mailbox.reader import read
from jury_desktop.services.account import IMPORTED
from jury_desktop.services.admission import needs
from jury_desktop.services.bring import References, bring
from jury_desktop.services.fingerprints import Fingerprints, fingerprints
from jury_desktop.services.import_progress import Progress, Telling
from jury_desktop.services.jury import suggest_conflicts
from jury_desktop.services.ports import Blobs, Dossier, UnitOfWork
from jury_desktop.services.proof import MailServers, confirmed_servers, servers_of
from jury_desktop.services.rebuttal_mail import spare_decided
from jury_desktop.services.record import as_json

AnyMail = Mail | UnreadableMail
_HEAP = 1024 * 1024
"""Bytes of content that wait to be put away together."""
_TOGETHER = 100
"""Messages that are put away together; with more, the driver keeps the window from its turn too long."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The account of one import: always as many places as messages.

    :param candidacies: the ones the messages brought, as the dossier has them after the import (in a dry
        run as it would have them).
    :param unreadable: source and reason of each message kept unread.
    :param number: that of the import in the journal, by which it can be taken back.
    :param servers: the mail servers on which every arrival rests now, and who says that they are our own.
    :param warnings: source of each message of which something may be missing, and what.
    """

    intake: Intake
    candidacies: tuple[Candidacy, ...]
    unreadable: tuple[UnreadableMail, ...]
    dry_run: bool
    number: int
    servers: MailServers
    warnings: tuple[tuple[str, Message], ...] = ()


@needs(Right.KEEP_INTAKE)
def import_mail(
    dossier: Dossier,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Reads mail into the dossier; when it fails or is cancelled nothing of it is kept.

    Candidacies come in undecided: the regisseur judges them, and may change any place.

    :raises Cancelled: the user stopped it.
    """
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        raise refuse("import.no_such_file", path=str(missing[0]))
    files = [path for path in paths if path.is_file()]
    work = dossier.rehearse(bulk=True) if dry_run else dossier.change(bulk=True)
    with fingerprints(files) as prints, work as uow:
        found = _read_in(uow, paths, Telling(progress, cancelled))
        account = _account(files, prints, found)
        event = uow.journal.append(IMPORTED, "mail", _names(paths), new=as_json(account))
        return _report(uow, found, dry_run, event.sequence)


@dataclass(frozen=True, slots=True)
class _Found:
    """Every message with its place, what is new of it, and what the dossier had before."""

    mails: list[AnyMail]
    intake: Intake
    fresh: list[Placed]
    earlier: tuple[Placed, ...]


def _read_in(uow: UnitOfWork, paths: Sequence[Path], telling: Telling) -> _Found:
    earlier = uow.mails.all()
    mails = _proven(uow, earlier, list(_keep_contents(uow, paths, telling)))
    intake = spare_decided(uow, mails, sort(mails, earlier, uow.call))
    fresh = _fresh(earlier, mails, intake)
    _keep(uow, fresh, telling)
    references = References(uow)
    for placed in fresh:
        if placed.kind in BRINGS:
            bring(uow, placed.mail, placed.entry, references)
    suggest_conflicts(uow)
    telling.stop_if_asked()
    return _Found(mails, intake, fresh, earlier)


def _keep_contents(uow: UnitOfWork, paths: Sequence[Path], telling: Telling) -> Iterator[AnyMail]:
    """Puts raw messages and attachments away as they come, so that memory never holds a whole mailbox."""
    servers = confirmed_servers(uow) or uow.call.own_servers
    heap = _Heap(uow.blobs)
    for item in read(paths, servers, uow.call.form, telling.read, telling.asked_to_stop):
        if isinstance(item, ReadMail):
            files = tuple(file.sha256 for file in item.mail.attachments if file.sha256 in item.contents)
            heap.add({item.mail.sha256: item.raw, **item.contents}, carried=files)
            yield item.mail
        else:
            heap.add({item.sha256: item.raw})
            yield replace(item, raw=b"")
    heap.put_away()


class _Heap:
    """Contents that wait to be put away together: one by one, small ones take ten times as long."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._contents: dict[str, bytes] = {}
        self._carried: dict[str, tuple[str, ...]] = {}
        self._bytes = 0

    def add(self, contents: Mapping[str, bytes], carried: tuple[str, ...] = ()) -> None:
        """:param carried: what stands in the first of them, the message, in order."""
        self._contents.update(contents)
        self._carried[next(iter(contents))] = carried
        self._bytes += sum(map(len, contents.values()))
        if self._bytes >= _HEAP or len(self._contents) >= _TOGETHER:
            self.put_away()

    def put_away(self) -> None:
        self._blobs.keep(self._contents, self._carried)
        self._contents, self._carried, self._bytes = {}, {}, 0


def _proven(uow: UnitOfWork, earlier: Sequence[Placed], mails: list[AnyMail]) -> list[AnyMail]:
    """The messages with their arrival, by servers learned from all mail where nobody named any.

    What the dossier holds counts too: one message that comes later says nothing about whose its server is.
    """
    if confirmed_servers(uow):
        return mails
    everything = [*(placed.mail for placed in earlier), *mails]
    servers = receiving_servers(everything, uow.call.own_servers, uow.call.submission_email).servers
    if servers == uow.call.own_servers:
        return mails
    return [replace(mail, arrival=reconsider(mail.arrival, servers)) for mail in mails]


def _fresh(earlier: Sequence[Placed], mails: Sequence[AnyMail], intake: Intake) -> list[Placed]:
    """What the dossier does not have yet, each message once, by time of arrival (so are references given)."""
    known = {placed.mail.sha256 for placed in earlier}
    fresh = [
        Placed(mail, entry)
        for mail, entry in zip(mails, intake.entries, strict=True)
        if mail.sha256 not in known and entry.original != mail.sha256
    ]
    return sorted(fresh, key=_arrived)


def _arrived(placed: Placed) -> datetime:
    return placed.mail.arrival.at or datetime.max.replace(tzinfo=UTC)


def _keep(uow: UnitOfWork, fresh: Sequence[Placed], telling: Telling) -> None:
    for start in range(0, len(fresh), _TOGETHER):
        telling.stop_if_asked()
        uow.mails.add(*fresh[start : start + _TOGETHER])
        telling.kept(min(start + _TOGETHER, len(fresh)), len(fresh))


def _account(files: Sequence[Path], prints: Fingerprints, found: _Found) -> dict[str, object]:
    intake = found.intake
    return {
        "files": [{"name": path.name, "sha256": key} for path, key in zip(files, prints(), strict=True)],
        "added": len(found.fresh),
        "counts": {kind.value: len(intake.of(kind)) for kind in EntryKind},
        "duplicates": [[e.source, e.sha256, e.original] for e in intake.of(EntryKind.DUPLICATE)],
    }


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _report(uow: UnitOfWork, found: _Found, dry_run: bool, number: int) -> ImportReport:
    opened, unread = (found.intake.of(kind) for kind in (EntryKind.CANDIDACY, EntryKind.UNREADABLE))
    unreadable = {mail.sha256: mail for mail in reversed(found.mails) if isinstance(mail, UnreadableMail)}
    return ImportReport(
        found.intake,
        tuple(uow.candidacies.get(entry.sha256) for entry in opened),
        tuple(unreadable[entry.sha256] for entry in unread),
        dry_run,
        number,
        servers_of(uow, (*found.earlier, *found.fresh)),
        tuple((mail.source, note) for mail in found.mails for note in warnings(mail)),
    )
