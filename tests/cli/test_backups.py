"""Copies from the command line: make, list, put back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from jury_desktop.cli import main
from jury_desktop.storage.store import create_store
from tests.storage.conftest import a_small_call


@pytest.fixture
def file(tmp_path: Path) -> Path:
    create_store(tmp_path / "lier.jury", a_small_call()).close()
    run_quietly("jurors", "import", str(tmp_path / "lier.jury"), str(a_list(tmp_path, "Jan Peeters")))
    return tmp_path / "lier.jury"


def a_list(folder: Path, name: str) -> Path:
    made = folder.parent / f"{folder.name}-lijst.csv"
    made.write_text(f"naam;functie\n{name};Voorzitter\n", encoding="utf-8")
    return made


def run_quietly(*words: str) -> None:
    assert main(words) == 0


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_copy_is_made_listed_and_put_back(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told(capsys, "backup", str(file))
    copy = Path(made["file"])
    assert made["sha256"] == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert (made["reason"], made["problems"]) == ("asked", 0)
    run_quietly("jurors", "import", str(file), str(a_list(file.parent, "Els Claes")))

    listed = told(capsys, "backups", str(file))
    assert listed == {"folder": str(copy.parent), "copies": [made]}
    done = told(capsys, "restore", str(file), copy.name)

    assert file.read_bytes() == copy.read_bytes()
    assert (done["copy"], done["events"]) == (copy.name, made["events"])
    assert Path(done["aside"]).is_file()
    assert [c["reason"] for c in told(capsys, "backups", str(file))["copies"]] == ["restore", "asked"]
    run_quietly("verify", str(file))


def test_for_people_it_is_said_in_lines(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_quietly("backups", str(file))
    assert f"Van “{file}” is er nog geen reservekopie." in capsys.readouterr().out
    run_quietly("backup", str(file), "--today", "2026-11-26")
    run_quietly("backups", str(file))
    run_quietly("restore", str(file))

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Reservekopie gemaakt en volledig nagelezen: ")
    assert lines[1].startswith("lier 2026-11-26 120000.jury  ")
    assert lines[1].endswith(" MB  zelf gemaakt  nagelezen, in orde")
    assert lines[2].startswith(
        f"“{file}” is weer zoals in de reservekopie lier 2026-11-26 120000.jury. Wat er"
    )


def test_a_copy_may_go_to_another_folder(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told(capsys, "backup", str(file), "--to", str(file.parent / "elders"))

    assert Path(made["file"]).parent == file.parent / "elders"
    assert told(capsys, "restore", str(file), made["file"])["copy"] == Path(made["file"]).name


def test_a_damaged_dossier_is_put_back_from_its_copy(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_quietly("backup", str(file))
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    assert main(["verify", str(file)]) == 1

    done = told(capsys, "restore", str(file))

    assert Path(done["aside"]).read_bytes() == content
    run_quietly("verify", str(file))


def test_without_a_copy_nothing_is_put_back(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(file), "weg.jury"]) == 1
    assert capsys.readouterr().err.startswith("Er is geen reservekopie “weg.jury”. Er is niets teruggezet.")


def test_what_can_be_read_is_saved_and_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = file.with_name("gered.jury")

    done = told(capsys, "salvage", str(file), str(target))

    assert (done["dossier"], done["problems"]) == (str(target), 0)
    assert all(each["lost"] == 0 for each in done["tables"])
    assert main(["salvage", str(file), str(target)]) == 1
    assert capsys.readouterr().err.startswith("Er is al iets met de naam “gered.jury”.")
