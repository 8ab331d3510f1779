"""Import of a mailbox export: every message accounted for, nothing twice, nothing half done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import BRINGS, EntryKind, Intake, Placed
from jury_desktop.domain.errors import Cancelled, refuse
from jury_desktop.domain.intake import sort
from jury_desktop.domain.mail import Mail, ReadMail, UnreadableMail
from jury_desktop.domain.servers import receiving_servers, reconsider
from jury_desktop.mailbox.reader import read
from jury_desktop.services.account import IMPORTED
from jury_desktop.services.bring import bring
from jury_desktop.services.jury import suggest_conflicts
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.proof import MailServers, confirmed_servers, servers_of
from jury_desktop.services.record import as_json

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The account of one import: always as many places as messages.

    :param candidacies: the ones the messages brought, as the dossier has them after the import (in a dry
        run as it would have them).
    :param unreadable: source and reason of each message kept unread.
    :param number: that of the import in the journal, by which it can be taken back.
    :param servers: the mail servers on which every arrival rests now, and who says that they are our own.
    """

    intake: Intake
    candidacies: tuple[Candidacy, ...]
    unreadable: tuple[UnreadableMail, ...]
    dry_run: bool
    number: int
    servers: MailServers


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
    """
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        raise refuse("import.no_such_file", path=str(missing[0]))
    with dossier.rehearse() if dry_run else dossier.change() as uow:
        return _import(uow, paths, dry_run, progress, cancelled)


def _import(
    uow: UnitOfWork,
    paths: Sequence[Path],
    dry_run: bool,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> ImportReport:
    earlier = uow.mails.all()
    mails = _proven(uow, earlier, list(_keep_contents(uow, paths, progress, cancelled)))
    intake = sort(mails, earlier, uow.call)
    fresh = _fresh(earlier, mails, intake)
    for placed in fresh:
        uow.mails.add(placed)
        if placed.kind in BRINGS:
            bring(uow, placed.mail, placed.entry)
    suggest_conflicts(uow)
    event = uow.journal.append(
        IMPORTED, "mail", _names(paths), new=as_json(_account(paths, intake, len(fresh)))
    )
    _stop_if(cancelled)
    return ImportReport(
        intake,
        tuple(uow.candidacies.get(entry.sha256) for entry in intake.of(EntryKind.CANDIDACY)),
        tuple(
            mail
            for mail, entry in zip(mails, intake.entries, strict=True)
            if isinstance(mail, UnreadableMail) and entry.kind is EntryKind.UNREADABLE
        ),
        dry_run,
        event.sequence,
        servers_of(uow, (*earlier, *fresh)),
    )


def _keep_contents(
    uow: UnitOfWork,
    paths: Sequence[Path],
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[Mail | UnreadableMail]:
    """Puts raw messages and attachments away one by one, so that memory never holds a whole mailbox."""
    servers = confirmed_servers(uow) or uow.call.own_servers
    for item in read(paths, servers, uow.call.form, progress, cancelled):
        _stop_if(cancelled)
        uow.blobs.put(item.raw)
        if isinstance(item, ReadMail):
            for content in item.contents.values():
                uow.blobs.put(content)
            yield item.mail
        else:
            yield replace(item, raw=b"")


def _proven(
    uow: UnitOfWork, earlier: Sequence[Placed], mails: list[Mail | UnreadableMail]
) -> list[Mail | UnreadableMail]:
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


def _stop_if(cancelled: Callable[[], bool] | None) -> None:
    """Within the unit of work, so that nothing is kept."""
    if cancelled is not None and cancelled():
        raise Cancelled


def _fresh(earlier: Sequence[Placed], mails: Sequence[Mail | UnreadableMail], intake: Intake) -> list[Placed]:
    """What the dossier does not have yet, each message once, by time of arrival (so are references given)."""
    known = {placed.mail.sha256 for placed in earlier}
    fresh = [
        Placed(mail, entry)
        for mail, entry in zip(mails, intake.entries, strict=True)
        if mail.sha256 not in known and entry.original != mail.sha256
    ]
    return sorted(fresh, key=lambda placed: _arrived(placed.mail))


def _arrived(mail: Mail | UnreadableMail) -> datetime:
    return mail.arrival.at or datetime.max.replace(tzinfo=UTC)


def _account(paths: Sequence[Path], intake: Intake, added: int) -> dict[str, object]:
    return {
        "files": [{"name": path.name, "sha256": _file_hash(path)} for path in paths if path.is_file()],
        "added": added,
        "counts": {kind.value: len(intake.of(kind)) for kind in EntryKind},
        "duplicates": [[e.source, e.sha256, e.original] for e in intake.of(EntryKind.DUPLICATE)],
    }


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _file_hash(path: Path) -> str:
    """Empty where the file cannot be read: it is among the unreadable ones then."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
