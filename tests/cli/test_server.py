"""``server``: a database prepared, people let in and out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from jury_desktop.cli import main
from tests.postgres import ONE_SERVER, drop_database, owned_database

pytestmark = ONE_SERVER
Console = pytest.CaptureFixture[str]


@pytest.fixture
def address(server: str) -> Iterator[str]:
    """The address of an empty database, for its owner."""
    yield owned_database(server, "commands")
    drop_database(server, "commands")


def told(console: Console, *words: str) -> object:
    """What a command that must succeed tells as JSON."""
    assert main([*words, "--json"]) == 0
    return json.loads(console.readouterr().out)


def test_a_database_is_prepared_and_people_come_and_go(address: str, capsys: Console) -> None:
    assert told(capsys, "server", "init", address, "--call", "lier-2023") == {"database": "commands"}
    added = told(capsys, "server", "add", address, "Ria Regisseur", "regisseur")
    told(capsys, "server", "add", address, "Tom Tweede", "second_reader", "--login", "tt", "--no-password")
    listed = told(capsys, "server", "list", address)
    told(capsys, "server", "remove", address, "ria.regisseur")
    gone = told(capsys, "server", "remove", address, "Tom Tweede")

    assert isinstance(added, dict)
    assert len(added.pop("password")) > 20
    ria = {"login": "ria.regisseur", "name": "Ria Regisseur", "role": "regisseur", "connected": 0}
    tom = {"login": "tt", "name": "Tom Tweede", "role": "second_reader", "connected": 0}
    assert (added, listed, gone) == (ria, [ria, tom], tom)
    assert told(capsys, "server", "list", address) == []


def test_in_words_the_password_is_told_once(address: str, capsys: Console) -> None:
    main(["server", "init", address, "--call", "lier-2023"])
    main(["server", "list", address])
    main(["server", "add", address, "Ria Regisseur", "regisseur"])
    lines = capsys.readouterr().out.splitlines()
    main(["server", "list", address])
    listed = capsys.readouterr().out
    main(["server", "remove", address, "ria.regisseur"])

    password = lines[3].removeprefix("Wachtwoord, hier één keer getoond: ")
    assert lines[1:3] == [
        "Nog niemand is toegelaten.",
        "Ria Regisseur mag verbinden met de login ria.regisseur.",
    ]
    assert password != lines[3]
    assert password not in listed
    assert "ria.regisseur" in listed


def test_a_copy_to_a_file_can_be_encrypted_with_words_that_are_drawn(
    address: str, capsys: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "lier.jury")
    told(capsys, "server", "init", address, "--call", "lier-2023")
    copied = told(capsys, "server", "copy", address, file, "--draw")
    assert isinstance(copied, dict)
    words, recovery = copied.pop("passphrase"), copied.pop("recovery")

    monkeypatch.setenv("JURY_PASSPHRASE", words)
    anchor = told(capsys, "verify", file)
    assert isinstance(anchor, dict)
    assert (len(words) > 20, recovery.count("-"), anchor["ok"]) == (True, 13, True)
    assert (copied["problems"], copied["accounts"], copied["people"]) == (0, [], [])
    assert Path(file).read_bytes()[:15] != b"SQLite format 3"


def test_a_passphrase_is_for_a_file_and_a_login_for_a_server(
    address: str, capsys: Console, tmp_path: Path
) -> None:
    file = str(tmp_path / "lier.jury")
    assert main(["new", file, "--call", "lier-2023"]) == 0

    assert main(["server", "copy", file, address, "--draw"]) == 1
    assert main(["server", "copy", file, str(tmp_path / "kopie.jury"), "--people"]) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["lier.jury"]
    assert "ligt niet in een eigen bestand" in (said := capsys.readouterr().err)
    assert "daar zijn geen logins" in said


def test_a_network_in_the_clear_is_refused_before_anything_is_sent(capsys: Console) -> None:
    assert main(["server", "init", "postgresql://b@db.example/lier?sslmode=disable"]) == 1

    assert "sslmode=disable" in capsys.readouterr().err
