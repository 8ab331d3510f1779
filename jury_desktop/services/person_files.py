"""What was found on one person, as a folder to hand out: a page, the same as JSON, the person's own mails.

What is found may be about others too: the officer looks through it before it leaves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.bundle_files import as_bytes
from jury_desktop.services.html_pages import Link, Page, Said, Section, page_bytes
from jury_desktop.services.person_data import OwnMail, PersonData, Room
from jury_desktop.services.ports import Dossier
from jury_desktop.services.record import as_json, unrecorded
from jury_desktop.services.whole_files import fill_folder
from jury_desktop.wording import catalogue, moment, render


@needs(Right.TAKE_OUT)
def write_person(dossier: Dossier, found: PersonData, folder: Path, language: str = "nl") -> Path:
    """Writes what was found into a new folder, whole or not at all, and journals that it was handed out:
    when and how much, not of whom. The journal of a dossier that can only be read does not get to know.

    :raises JuryError: the folder cannot be written.
    """
    with dossier.read() as uow:

        def fill(half: Path) -> None:
            (half / "index.html").write_bytes(page_bytes(_page(found, language), language))
            (half / "gegevens.json").write_bytes(_document(found))
            for mail in found.mails:
                target = half / mail.path
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(uow.blobs.get(mail.sha256))
            _note(dossier, found)

        try:
            return fill_folder(folder, fill)
        except OSError as error:
            raise refuse("privacy.person_unwritten", folder=str(folder), detail=cause(error)) from error


def _note(dossier: Dossier, found: PersonData) -> None:
    told = {"found": len(found.hits), "messages": len(found.mails)}
    if unrecorded(dossier.store) is None:
        with dossier.change() as uow:
            uow.journal.append("person.handed_out", "dossier", uow.call.id, new=as_json(told))


def _document(found: PersonData) -> bytes:
    """What was found, for another program to read (article 20)."""
    document = {
        "searched_for": found.wanted.words,
        "call": found.call,
        "made_at": found.made_at.isoformat(),
        "sealed_sheets": found.sealed,
        "found": [asdict(hit) for hit in found.hits],
        "messages": [asdict(mail) for mail in found.mails],
    }
    return as_bytes(json.dumps(document, default=_plain, ensure_ascii=False, indent=1) + "\n")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _page(found: PersonData, language: str) -> Page:
    lead = [
        _said("person_lead", language),
        _said("person_searched", language, words=found.wanted.words),
        _said("person_others", language),
    ]
    if found.sealed:
        lead.append(_said("person_sealed", language, count=found.sealed))
    sections = [_section(found, room, language) for room in Room if found.count(room)]
    mails = _own(found.mails, language)
    return Page("index.html", _said("person_title", language), tuple(lead), (*sections, mails))


def _section(found: PersonData, room: Room, language: str) -> Section:
    heads = tuple(_said(f"column_{name}", language) for name in ("where", "field", "at", "text"))
    hits = (hit for hit in found.hits if hit.room is room)
    rows: Iterable[tuple[Said, ...]] = (
        (hit.where, _field(hit.field, language), _moment(hit.at, language), hit.text) for hit in hits
    )
    return Section(_said(f"room_{room.value}", language), heads, tuple(rows))


def _field(path: str, language: str) -> str:
    """What holds it in words: "versies · formulier · waarde"; what has no word stays as the JSON has it."""
    known = catalogue(language)
    parts = dict.fromkeys(part for part in path.split(".") if not part.isdigit())
    return " · ".join(
        known.get(f"privacy.field_{part}") or known.get(f"actions.field_{part}", part) for part in parts
    )


def _own(mails: Iterable[OwnMail], language: str) -> Section:
    heads = tuple(_said(f"column_{name}", language) for name in ("message", "at", "subject"))
    rows: Iterable[tuple[Said, ...]] = (
        (
            Link(mail.path, mail.path.rpartition("/")[2]),
            moment(mail.at, language) if mail.at else "",
            mail.subject,
        )
        for mail in mails
    )
    return Section(_said("own_messages", language), heads, tuple(rows), _said("no_messages", language))


def _moment(at: datetime | None, language: str) -> str:
    return moment(at, language) if at else ""


def _said(key: str, language: str, **values: Value) -> str:
    return render(say(f"privacy.{key}", **values), language)
