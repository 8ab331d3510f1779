"""The messages that nobody could read, written to a folder as they were kept: of what is no mail and large,
only the beginning, as the list then says. Such a message is also the one file of a candidacy it brought."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import Attachment, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.mailbox.names import safe_name
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier
from jury_desktop.wording import moment, render

_OUTLOOK = b"\xd0\xcf\x11\xe0"
"""How a message begins that Outlook keeps in its own form."""
_FORMULA = frozenset("=+-@")
"""How a cell begins that a spreadsheet reckons out."""
_COLUMNS = ("file", "source", "sender", "subject", "arrived", "reason")
MESSAGE_TYPES = frozenset({"message/rfc822", "application/vnd.ms-outlook"})
"""What a message is as a file."""


@needs(Right.TAKE_OUT)
def export_unreadable(dossier: Dossier, folder: Path, language: str = "nl") -> int:
    """Writes each unreadable message to ``folder``, with a list of what is known of them; gives the count.

    Those that a person gave a place are among them: reading them is still impossible.

    A file that is there already is never overwritten. Of what could not even be opened only the list tells.

    :raises JuryError: there is none, or it cannot be written there.
    """
    with dossier.read() as uow:
        unread = [placed.mail for placed in uow.mails.all() if isinstance(placed.mail, UnreadableMail)]
    if not unread:
        raise refuse("import.nothing_unreadable")
    try:
        _write(folder, unread, language)
    except OSError as error:
        raise refuse("import.cannot_write", path=str(folder), detail=cause(error)) from error
    return len(unread)


def as_file(mail: UnreadableMail) -> Attachment:
    """The message itself as a file, under its subject; the program will not open it, as the reason says."""
    outlook = mail.raw.startswith(_OUTLOOK)
    called = safe_name(mail.subject or mail.source.replace(" · ", " - "), "bericht")
    suffix = ".msg" if outlook else ".eml"
    return Attachment(
        called if called.lower().endswith((".eml", ".msg")) else f"{called}{suffix}",
        "application/vnd.ms-outlook" if outlook else "message/rfc822",
        mail.sha256,
        len(mail.raw),
        mail.reason,
    )


def _write(folder: Path, unread: Sequence[UnreadableMail], language: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = [_name(number, mail) if mail.raw else "" for number, mail in enumerate(unread, start=1)]
    for name, mail in zip(names, unread, strict=True):
        if name:
            with (folder / name).open("xb") as file:
                file.write(mail.raw)
    heads = [render(say(f"import.unreadable_{name}"), language) for name in _COLUMNS]
    listed = folder / f"{render(say('import.unreadable_list'), language)}.csv"
    with listed.open("x", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(heads)
        for name, mail in zip(names, unread, strict=True):
            table.writerow(map(_harmless, (name, *_told(mail, language))))


def _harmless(text: str) -> str:
    """As text for a spreadsheet, which would take what a sender wrote for a formula."""
    return f"'{text}" if text.lstrip()[:1] in _FORMULA else text


def _told(mail: UnreadableMail, language: str) -> tuple[str, ...]:
    at = mail.arrival.at
    return (
        mail.source,
        mail.sender.email or mail.sender.name,
        mail.subject,
        moment(at, language) if at else "",
        render(mail.reason, language),
    )


def _name(number: int, mail: UnreadableMail) -> str:
    """ "003 export.mbox - 12.eml": a number, and what it was called; never the sender's folders."""
    called = safe_name(mail.source.replace(" · ", " - "), "bericht")
    return f"{number:03d} {called}" if "." in called[-6:] else f"{number:03d} {called}.eml"
