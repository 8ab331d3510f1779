"""The passphrase of a dossier from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jury_desktop.cli import main
from jury_desktop.storage import cipher
from jury_desktop.storage.store import create_store
from tests.storage.conftest import a_small_call

WORDS = "appel-fiets-lamp-wolk-trein-boter"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    create_store(tmp_path / "lier.jury", a_small_call()).close()
    yield tmp_path / "lier.jury"
    cipher._known.clear()


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Without a passphrase, and with nobody at the keyboard."""
    monkeypatch.delenv("JURY_PASSPHRASE", raising=False)
    monkeypatch.delenv("JURY_NEW_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return monkeypatch


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(words) == 1
    return capsys.readouterr().err


def test_a_dossier_is_protected_opened_and_freed_again(
    file: Path, capsys: pytest.CaptureFixture[str], environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("JURY_NEW_PASSPHRASE", WORDS)
    made = told(capsys, "protect", str(file))
    assert (made["dossier"], made["passphrase"], len(made["recovery"])) == (str(file), None, 69)
    assert not file.read_bytes().startswith(b"SQLite")
    assert "JURY_PASSPHRASE" in refused(capsys, "verify", str(file))

    for secret in (WORDS, made["recovery"]):
        environment.setenv("JURY_PASSPHRASE", secret)
        assert told(capsys, "verify", str(file))["ok"]
    environment.setenv("JURY_PASSPHRASE", "iets anders helemaal")
    assert "opent" in refused(capsys, "verify", str(file))

    environment.setenv("JURY_PASSPHRASE", WORDS)
    copy = told(capsys, "backup", str(file))
    assert copy["problems"] == 0
    assert told(capsys, "restore", str(file), Path(copy["file"]).name)["copy"] == Path(copy["file"]).name
    assert told(capsys, "unprotect", str(file)) == {"dossier": str(file)}
    environment.delenv("JURY_PASSPHRASE")
    assert told(capsys, "verify", str(file))["ok"]


def test_words_can_be_drawn(
    file: Path, capsys: pytest.CaptureFixture[str], environment: pytest.MonkeyPatch
) -> None:
    made = told(capsys, "protect", str(file), "--draw")
    environment.setenv("JURY_PASSPHRASE", made["passphrase"])
    assert told(capsys, "verify", str(file))["ok"]


def test_without_words_nothing_changes(
    file: Path, capsys: pytest.CaptureFixture[str], environment: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    assert "JURY_NEW_PASSPHRASE" in refused(capsys, "protect", str(file))
    environment.setenv("JURY_NEW_PASSPHRASE", "geheim")
    assert "te gemakkelijk" in refused(capsys, "protect", str(file))
    assert file.read_bytes() == before
