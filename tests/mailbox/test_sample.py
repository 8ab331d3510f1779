"""The shipped mailbox, read and sorted, against what its makers meant (expected.json)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jury_desktop import resources
from jury_desktop.domain.arrival import received_by
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.entry import EntryKind, Intake, Placed
from jury_desktop.domain.form import challenge_numbers
from jury_desktop.domain.intake import sort
from jury_desktop.domain.mail import Mail, ReadMail, UnreadableMail
from jury_desktop.mailbox.mbox import split
from tests.builders import a_call
from tests.mailbox.builders import everything, mbox, written, zipped

BOX = resources.path("sample", "postvak.mbox")


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.text("sample", "expected.json"))
    return found


@cache
def messages() -> tuple[Mail | UnreadableMail, ...]:
    return tuple(item.mail if isinstance(item, ReadMail) else item for item in everything(BOX))


@cache
def intake() -> Intake:
    return sort(messages(), (), a_call())


def mail(number: int) -> Mail:
    found = messages()[number - 1]
    assert isinstance(found, Mail)
    return found


def number_of(candidacy: str | None) -> int | None:
    """The number of the message that brought the candidacy."""
    return next((n for n, item in enumerate(messages(), 1) if item.sha256 == candidacy), None)


def arrival(item: Mail | UnreadableMail) -> str | None:
    at = item.arrival.at if isinstance(item, Mail) else None
    return at.astimezone(BRUSSELS).isoformat() if at else None


def fields(item: Mail) -> dict[str, str]:
    return {found.key: found.value for found in item.fields}


def test_every_message_has_the_place_that_was_meant() -> None:
    brought = {c["reference"]: c["messages"][0]["number"] for c in expected()["candidacies"]}
    related = (EntryKind.CANDIDACY, EntryKind.REVISION, EntryKind.DUPLICATE)

    places = [
        (n, entry.kind.value, number_of(entry.candidacy) if entry.kind in related else None)
        for n, entry in enumerate(intake().entries, 1)
    ]

    assert places == [(m["number"], m["kind"], brought.get(m["of"])) for m in expected()["messages"]]


def test_the_account_is_the_one_of_the_readme() -> None:
    kinds = (
        EntryKind.CANDIDACY,
        EntryKind.REVISION,
        EntryKind.DUPLICATE,
        EntryKind.OTHER,
        EntryKind.UNREADABLE,
    )
    totals = expected()["totals"]

    assert [intake().messages, *(len(intake().of(kind)) for kind in kinds), intake().late] == [
        totals[key]
        for key in ("messages", "candidacies", "revisions", "duplicates", "other", "unreadable", "late")
    ]


def test_every_arrival_and_attachment_is_found() -> None:
    found = [
        (n, arrival(item), [(file.name, file.sha256) for file in item.attachments])
        for n, item in enumerate(messages(), 1)
        if isinstance(item, Mail)
    ]

    assert found == [
        (m["number"], m["received_at"], [(file["name"], file["sha256"]) for file in m["attachments"]])
        for m in expected()["messages"]
        if m["kind"] != "unreadable"
    ]


def test_every_candidacy_says_what_its_form_says() -> None:
    for candidacy in expected()["candidacies"]:
        first = mail(candidacy["messages"][0]["number"])
        found = fields(first)

        assert found["organisation"] == candidacy["organisation"]
        assert challenge_numbers(found["challenges"]) == tuple(candidacy["challenges_first_sent"])
        assert {key: found.get(key, "") for key in candidacy["fields"]} == {
            key: value or "" for key, value in candidacy["fields"].items()
        }
        assert received_by(first.arrival) == candidacy["received_by"]


def test_every_version_has_its_verdict() -> None:
    told = {entry["number"]: entry["verdict"] for c in expected()["candidacies"] for entry in c["messages"]}

    assert {n: intake().entries[n - 1].verdict.value for n in told} == told


def test_read_again_it_brings_nothing_new() -> None:
    dossier = [Placed(item, entry) for item, entry in zip(messages(), intake().entries, strict=True)]

    again = sort(messages(), dossier, a_call())

    assert {entry.kind for entry in again.entries} == {EntryKind.DUPLICATE}


def raws() -> list[bytes]:
    with BOX.open("rb") as stream:
        return [piece.raw for piece in split(stream)]


def as_folder(folder: Path) -> Path:
    for n, raw in enumerate(raws()):
        written(folder, f"export/{43 - n:02d}.eml", raw)
    return folder / "export"


def as_maildir(folder: Path) -> Path:
    for n, raw in enumerate(raws()):
        written(folder, f"Maildir/{'cur' if n % 2 else 'new'}/1685{n:06d}.M{n}.host", raw)
    return folder / "Maildir"


def as_windows_files_in_a_zip(folder: Path) -> Path:
    files = {f"Postvak IN/{n}.eml": raw.replace(b"\n", b"\r\n") for n, raw in enumerate(raws())}
    return written(folder, "export.zip", zipped(files))


def as_mbox_of_thunderbird(folder: Path) -> Path:
    return written(folder, "Inbox", mbox(reversed(raws()), "From - Sat Jun  3 09:00:00 2023"))


@pytest.mark.parametrize("export", [as_folder, as_maildir, as_windows_files_in_a_zip, as_mbox_of_thunderbird])
def test_the_way_of_exporting_changes_nothing(export: Callable[[Path], Path], tmp_path: Path) -> None:
    found = [item.mail if isinstance(item, ReadMail) else item for item in everything(export(tmp_path))]

    other = sort(found, (), a_call())

    assert account(found, other) == account(messages(), intake())


def account(mails: Sequence[Mail | UnreadableMail], sorted_: Intake) -> list[tuple[object, ...]]:
    """Kind, verdict and subject of every message, in an order of its own."""
    return sorted(
        (entry.kind.value, entry.verdict.value, entry.late, item.subject if isinstance(item, Mail) else "")
        for item, entry in zip(mails, sorted_.entries, strict=True)
    )
