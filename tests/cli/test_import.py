"""``import``: every message accounted for, and no arrival taken for granted."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jury_desktop import bootstrap, resources
from jury_desktop.cli import main
from jury_desktop.domain.call import BRUSSELS
from tests.services.mailing import TOO_LATE, a_message, an_export, form

Console = pytest.CaptureFixture[str]
LAST_MINUTE = datetime(2023, 6, 2, 23, 59, 30, tzinfo=BRUSSELS)
FIELDS = {
    "reference", "organisation", "challenges", "received_at", "received_by", "late", "verdict", "sender",
    "status", "attachments", "messages",
}  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = str(tmp_path / "proef.jury")
    bootstrap.create_dossier(target, "lier-2023").store.close()
    return target


@pytest.fixture
def export(tmp_path: Path) -> str:
    """In time, in the last minute, too late, and without anything that proves when it came."""
    plain = a_message("an@tandem.example", form("Tandem vzw"))
    unproven = b"\n".join(line for line in plain.splitlines() if not line.startswith(b"Received:"))
    return str(
        an_export(
            tmp_path,
            a_message("an@brug.example", form("Brug vzw")),
            a_message("an@route.example", form("Route vzw"), arrived=LAST_MINUTE),
            a_message("an@welkom.example", form("Welkom vzw"), arrived=TOO_LATE),
            unproven,
        )
    )


def read(dossier: str, *paths: str, console: Console) -> tuple[dict[str, Any], str]:
    assert main(["import", dossier, *paths, "--json"]) == 0
    out, err = console.readouterr()
    return json.loads(out), err


def test_an_arrival_that_is_not_proven_is_never_taken_for_in_time(
    dossier: str, export: str, capsys: Console
) -> None:
    view, err = read(dossier, export, console=capsys)
    told = {c["organisation"]: (c["verdict"], c["late"], c["received_at"]) for c in view["candidacies"]}

    assert told == {
        "Brug vzw": ("in_time", False, "2023-06-01T10:00:00+02:00"),
        "Route vzw": ("borderline", False, "2023-06-02T23:59:30+02:00"),
        "Welkom vzw": ("late", True, "2023-06-03T00:07:00+02:00"),
        "Tandem vzw": ("unknown", False, None),
    }
    assert view["late"] == 1
    assert [line.split(":")[0] for line in err.splitlines()] == ["K-02 Route vzw", "K-04 Tandem vzw"]


def test_a_list_for_people_marks_what_is_not_simply_in_time(
    dossier: str, export: str, capsys: Console
) -> None:
    main(["import", dossier, export])
    capsys.readouterr()
    main(["candidacies", dossier])

    assert capsys.readouterr().out.splitlines() == [
        "K-01  Brug vzw",
        "K-02  Route vzw (grensgeval)",
        "K-03  Welkom vzw (laattijdig)",
        "K-04  Tandem vzw (niet bewezen)",
    ]


def test_every_message_has_its_place_with_the_reason(dossier: str, capsys: Console) -> None:
    view, _ = read(dossier, str(resources.path("sample", "postvak.mbox")), console=capsys)
    kinds = Counter(entry["kind"] for entry in view["entries"])

    assert kinds == {
        "candidacy": len(view["candidacies"]),
        "revision": view["revisions"],
        "duplicate": view["duplicates"],
        "other": view["other"],
        "unreadable": len(view["unreadable"]),
    }
    assert kinds.total() == len(view["entries"]) == view["messages"]
    assert all(entry["reason"] and entry["source"] for entry in view["entries"])
    assert all(set(candidacy) == FIELDS for candidacy in view["candidacies"])


def test_what_brought_no_candidacy_is_listed_for_people_too(dossier: str, capsys: Console) -> None:
    main(["import", dossier, str(resources.path("sample", "postvak.mbox"))])
    lines = capsys.readouterr().out.splitlines()
    main(["import", dossier, str(resources.path("sample", "postvak.mbox")), "--json", "--dry-run"])
    again = json.loads(capsys.readouterr().out)

    words = Counter(line.split(":")[0] for line in lines)
    assert (words["herzien"], words["dubbel"], words["andere"], words["onleesbaar"]) == (3, 6, 19, 1)
    assert "dubbel: postvak.mbox · 42: Hetzelfde bericht, al eerder gelezen." in lines
    assert again["duplicates"] == again["messages"] == 43


def test_half_a_character_from_hostile_mail_can_be_printed(
    dossier: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    strange = a_message("an@brug.example", form("Brug vzw")).replace(
        b"Subject: Kandidatuur", b"Subject: =?utf-8?b?7aCA?= Kandidatuur"
    )
    assert main(["import", dossier, str(an_export(tmp_path, strange)), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["messages"] == 1


def test_an_account_with_something_unread_never_says_that_nothing_is_lost(
    dossier: str, export: str, tmp_path: Path, capsys: Console
) -> None:
    broken = tmp_path / "half.zip"
    broken.write_bytes(b"PK\x03\x04 en niet meer")

    told = []
    for path in (export, str(broken)):
        main(["import", dossier, path])
        told.append(capsys.readouterr().out.splitlines()[1])
    main(["mail", dossier])

    assert told == ["Niets verloren.", "Niet gelezen: 1. Hieronder staat bij elk waarom en wat je kunt doen."]
    assert capsys.readouterr().out.splitlines()[1] == told[1]


def test_the_same_content_under_two_names_is_two_attachments(
    dossier: str, tmp_path: Path, capsys: Console
) -> None:
    files = {"statuten.txt": b"gelijk", "begroting.txt": b"gelijk"}
    message = a_message("an@brug.example", form("Brug vzw"), files=files)

    view, _ = read(dossier, str(an_export(tmp_path, message)), console=capsys)
    main(["export", dossier, "--out", str(tmp_path / "uit")])

    (candidacy,) = view["candidacies"]
    assert [file["name"] for file in candidacy["attachments"]] == list(files)
    written = (tmp_path / "uit" / "bijlagen" / "K-01").iterdir()
    assert sorted(path.name.partition("-")[2] for path in written) == sorted(files)


def test_what_may_be_missing_is_told_by_the_import_and_by_the_account(
    dossier: str, tmp_path: Path, capsys: Console
) -> None:
    message = a_message("an@brug.example", form("Brug vzw"), files={"plan.txt": b"plan" * 200})
    export = an_export(tmp_path, message[: message.rindex(b"--===")])

    view, _ = read(dossier, str(export), console=capsys)
    main(["mail", dossier])
    _, ending, *_, told = capsys.readouterr().out.splitlines()
    main(["mail", dossier, "--json"])
    (entry,) = json.loads(capsys.readouterr().out)["entries"]

    [warning] = view["warnings"]
    assert warning["source"] == "export/01.eml"
    assert warning["text"].startswith("Het bericht lijkt afgebroken")
    assert told == f"let op: {warning['source']}: {warning['text']}"
    assert ending == "Alles is gelezen, maar van 1 bericht ontbreekt misschien iets: zie onderaan."
    assert entry["warnings"] == [warning["text"]]


def test_the_unreadable_ones_are_those_of_the_entries(dossier: str, tmp_path: Path, capsys: Console) -> None:
    for name in ("a.bin", "b.bin"):
        (tmp_path / name).write_bytes(b"geen mail")

    view, _ = read(dossier, str(tmp_path / "a.bin"), str(tmp_path / "b.bin"), console=capsys)

    told = [entry["source"] for entry in view["entries"] if entry["kind"] == "unreadable"]
    assert [found["source"] for found in view["unreadable"]] == told == ["a.bin"]
