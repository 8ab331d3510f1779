"""Messages of invented organisations as a mailbox would export them, and a dossier to read them into."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.store import SqlStore, create_store
from tests.builders import NOW, a_call
from tests.fakes import MemoryStore

OWN_SERVER = a_call().own_servers[0]
IN_TIME = datetime(2023, 6, 1, 10, 0, tzinfo=BRUSSELS)
TOO_LATE = datetime(2023, 6, 3, 0, 7, tzinfo=BRUSSELS)


def a_dossier(store: MemoryStore | SqlStore | None = None) -> Dossier:
    """A dossier of the Lier call, in memory unless a store is given."""
    return Dossier(store or MemoryStore(a_call()), "Regisseur", lambda: NOW)


def a_dossier_file(folder: Path) -> Dossier:
    """A dossier of the Lier call in a file."""
    return a_dossier(create_store(folder / "lier.jury", a_call()))


def form(organisation: str, challenges: str = "1, 4", contact: str = "An Peeters", **more: str) -> str:
    """The body of a message with a filled-in form."""
    email = f"info@{organisation.partition(' ')[0].lower()}.example"
    lines = [
        f"Naam van de organisatie: {organisation}",
        f"Contactpersoon: {contact}",
        f"E-mailadres: {email}",
        f"Regio-uitdagingen: {challenges}",
        *(f"{label}: {value}" for label, value in more.items()),
        f"Aanpak: {organisation} begeleidt mensen thuis en op het werk, telkens met één vaste coach.",
    ]
    return "Wij dienen onze kandidatuur in.\n\n" + "\n\n".join(lines)


def a_message(
    sender: str,
    text: str,
    *,
    subject: str = "Kandidatuur",
    arrived: datetime = IN_TIME,
    files: dict[str, bytes] | None = None,
) -> bytes:
    """A message with proof of arrival by the own mail server."""
    message = EmailMessage()
    host = sender.partition("@")[2].rstrip(">")
    stamp = format_datetime(arrived)
    message["Received"] = f"from {host} by {OWN_SERVER} with ESMTP id 1; {stamp}"
    message["From"], message["To"], message["Subject"] = sender, a_call().submission_email, subject
    message["Date"], message["Message-ID"] = stamp, f"<{abs(hash((sender, stamp, subject, text)))}@{host}>"
    message.set_content(text)
    for name, content in (files or {}).items():
        subtype = name.rpartition(".")[2].replace("txt", "octet-stream")
        message.add_attachment(content, maintype="application", subtype=subtype, filename=name)
    return message.as_bytes()


def an_export(folder: Path, *messages: bytes) -> Path:
    """A folder with these messages as .eml files, in order."""
    place = folder / "export"
    place.mkdir(exist_ok=True)
    for number, raw in enumerate(messages, start=1):
        (place / f"{number:02d}.eml").write_bytes(raw)
    return place
