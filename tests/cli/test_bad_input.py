"""Whatever a command is given: one line and an exit code, never a traceback, and JSON alone on its output."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from jury_desktop import bootstrap
from jury_desktop.cli import main

Console = pytest.CaptureFixture[str]

FILES: dict[str, bytes] = {
    "leeg": b"",
    "binair": bytes(range(256)) * 20,
    "nul.json": b"\0" * 100,
    "utf16.json": '{"a": 1}'.encode("utf-16"),
    "diep.json": b"[" * 100_000,
    "getal.json": b"1e999",
    "lijst.json": b"[]",
    "niets.json": b'{"grid_minutes": NaN}',
    "groot.json": b'{"grid_minutes": ' + b"9" * 5_000 + b"}",
    "kop.jury": b"SQLite format 3\0" + b"\0" * 100,
    "oproep.toml": b"title = 3\n",
    "stuk.xlsx": b"PK\x03\x04" + bytes(range(200)),
    "namen.csv": b"naam\nAn Peeters\n",
}
STRANGE = [
    *FILES, "weg.jury", "map", "goed.jury/binnenin", "", "x" * 300 + ".jury", "\udcff.jury", "vreemd.jury",
    "half.jury", "postgresql://", "postgresql://server.example:poort/x", "sqlite:///x",
]  # fmt: skip
COMMANDS = {
    "candidacies": ("candidacies", "{}"),
    "rank": ("rank", "{}"),
    "plan": ("plan", "{}", "--time-limit", "1"),
    "plan-instance": ("plan-instance", "{}"),
    "call show": ("call", "show", "{}"),
    "new by call": ("new", "nieuw.jury", "--call", "{}"),
    "import into": ("import", "{}", "namen.csv"),
    "import from": ("import", "goed.jury", "{}", "--dry-run"),
    "mail": ("mail", "{}"),
    "servers": ("servers", "confirm", "{}"),
    "server": ("servers", "confirm", "goed.jury", "{}"),
    "arrival of": ("arrival", "goed.jury", "{}", "--at", "2023-06-02T10:00+02:00", "--reason", "x"),
    "place of": ("place", "goed.jury", "{}", "other", "--reason", "x"),
    "place with": ("place", "goed.jury", "K-01", "other", "--reason", "x", "--candidacy", "{}"),
    "take-back": ("take-back", "{}"),
    "ask for": ("ask-copy", "goed.jury", "{}", "--out", "uit.eml"),
    "unreadable of": ("unreadable", "{}"),
    "unreadable to": ("unreadable", "goed.jury", "--out", "{}"),
    "jurors into": ("jurors", "import", "{}", "namen.csv"),
    "jurors from": ("jurors", "import", "goed.jury", "{}", "--dry-run"),
    "scores into": ("scores", "import", "{}", "namen.csv"),
    "scores from": ("scores", "import", "goed.jury", "{}", "--submit"),
    "portfolio": ("portfolio", "{}"),
    "rebuttals": ("rebuttals", "{}"),
    "export": ("export", "{}", "--out", "uit"),
    "retention": ("retention", "{}"),
    "person": ("person", "{}", "--find", "Aerts"),
    "archive": ("archive", "{}", "--out", "uit.jury", "--ground", "x"),
    "delete": ("delete", "{}", "--name", "x", "--ground", "x", "--report", "uit.html"),
    "letters of": ("letters", "{}", "--out", "uit"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that is not what it should be, and one good dossier."""
    place = tmp_path_factory.mktemp("vreemd")
    for name, content in FILES.items():
        (place / name).write_bytes(content)
    (place / "map").mkdir()
    bootstrap.create_dossier(str(place / "goed.jury"), "lier-2023").store.close()
    whole = (place / "goed.jury").read_bytes()
    (place / "half.jury").write_bytes(whole[: len(whole) // 2])
    with sqlite3.connect(place / "vreemd.jury") as other:
        other.execute("create table x (y)")
    other.close()
    return place


@pytest.fixture
def here(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder to stand in; a report of a fault would come here too, and is looked for."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("jury_desktop.cli.log_folder", lambda: tmp_path / "verslagen")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_strange_input_gives_an_answer_or_one_line(command: str, here: Path, capsys: Console) -> None:
    for strange in STRANGE:
        code = main([*(word.format(strange) for word in COMMANDS[command]), "--json"])
        out, err = capsys.readouterr()

        assert code in (0, 1), strange
        if code == 0:
            json.loads(out)
        else:
            assert (out, err.count("\n")) == ("", 1), strange
    assert not (here / "verslagen").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "half.jury"),
        ("letters", "goed.jury", "--out", "leeg", "--type", "zomaar"),
        ("new", "map/nergens/x.jury", "--call", "lier-2023"),
        ("new", "map", "--call", "lier-2023"),
        ("new", "goed.jury", "--call", "lier-2023"),
        ("term", "--communicated", "9999-12-31", "--channel", "email"),
        ("term", "--communicated", "2023-07-07", "--channel", "registered-receipt"),
        ("nergens.jury",),
        ("demo", "--headless", "--out", "leeg"),
        ("export", "goed.jury", "--out", "map/../map/../goed.jury"),
        ("export", "goed.jury", "--out", "."),
    ],
)
def test_what_cannot_be_done_says_so_in_one_line(words: tuple[str, ...], here: Path, capsys: Console) -> None:
    before = sorted(here.iterdir())
    assert main([*words, "--json"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert sorted(here.iterdir()) == before


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", ["candidacies", "rank", "verify"])
def test_the_clock_may_stand_on_any_day(command: str, day: str, here: Path, capsys: Console) -> None:
    assert main([command, "goed.jury", "--json", "--today", day]) == 0


def test_a_fault_of_the_program_is_one_line_that_names_its_report(
    here: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LookupError("Lier\udcff")

    monkeypatch.setattr("jury_desktop.cli.commands.list_candidacies", broken)

    assert main(["candidacies", "goed.jury", "--json"]) == 1
    out, err = capsys.readouterr()
    report = next((here / "verslagen").iterdir())
    assert (out, err.count("\n")) == ("", 1)
    assert "LookupError" in err
    assert str(report) in err
    assert "in broken" in report.read_text(encoding="utf-8")


def test_a_fault_is_told_as_well_where_no_report_can_be_written(
    here: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jury_desktop.cli.log_folder", lambda: here / "leeg")
    monkeypatch.setattr("jury_desktop.cli.commands.list_candidacies", lambda _: 1 / 0)

    assert main(["candidacies", "goed.jury"]) == 1
    assert "(ZeroDivisionError, <elsewhere>:" in capsys.readouterr().err
