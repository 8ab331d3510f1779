"""``texts``: worded from a file, put back, approved and taken back, as JSON and in lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jury_desktop.cli import main
from jury_desktop.domain.letter import Block, LetterType

Run = Callable[..., Any]
BLOCKS = [block.value for block in Block]


@pytest.fixture
def dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    place = str(tmp_path / "lier.jury")
    assert main(["new", place, "--call", "lier-2023"]) == 0
    capsys.readouterr()
    return place


@pytest.fixture
def run(dossier: str, capsys: pytest.CaptureFixture[str]) -> Run:
    def runs(action: str, *words: str, code: int = 0) -> Any:
        assert main(["texts", action, dossier, *words, "--today", "2023-07-12", "--json"]) == code
        printed = capsys.readouterr()
        return json.loads(printed.out) if code == 0 else printed.err

    return runs


def test_every_text_is_listed(run: Run) -> None:
    listed = run("list")
    assert [each["text"] for each in listed] == [*(kind.value for kind in LetterType), *BLOCKS]
    assert listed[0] == {"text": "acknowledgement", "name": "Ontvangstbevestiging", "own": False}
    appeal = next(each for each in listed if each["text"] == "appeal")
    assert (appeal["approved"], appeal["approval"]) == (False, None)


@pytest.mark.parametrize("text", ["late", "appeal"])
def test_a_text_that_is_shown_can_be_read_again_as_it_is(text: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "tekst.md"
    file.write_text(run("show", text)["source"], encoding="utf-8")
    assert run("edit", text, str(file))[0]["own"] is False


def test_a_text_is_worded_otherwise_and_put_back(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    shipped = run("show", "late")["source"]
    file.write_text(shipped.replace("Uw kandidatuur kwam te laat", "Helaas: ze kwam te laat"), "utf-8")
    assert run("edit", "late", str(file)) == [{"text": "late", "name": "Laattijdig", "own": True}]
    assert "Helaas: ze kwam te laat" in run("show", "late")["source"]
    run("restore", "late")
    assert run("show", "late")["source"] == shipped


def test_every_fault_in_a_text_is_told_and_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_text('+++\nsubject = "Te laat"\n+++\nHallo {{ naam }}\n', encoding="utf-8")
    told = run("edit", "late", str(file), code=1)
    assert "naam" in told
    assert "Ontbreekt: " in told
    assert run("show", "late")["own"] is False


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "kan niet gelezen worden"),
        (b"\xff\xfe\x00", "geen tekst in UTF-8"),
        (b"x" * 200_001, "groter dan 200 kB"),
        (b"Zonder onderwerp", "brief.md"),
    ],
    ids=["missing", "not utf-8", "too large", "no subject"],
)
def test_a_file_that_is_no_text_is_refused(
    content: bytes | None, told: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "brief.md"
    if content is not None:
        file.write_bytes(content)
    assert told in run("edit", "late", str(file), code=1)


def test_blocks_are_approved_all_at_once_and_one_is_taken_back(run: Run) -> None:
    made = run("approve", "--by", "mr. Els Claes", "--on", "2023-07-10")
    assert [each["text"] for each in made] == BLOCKS
    assert {(each["approval"]["by"], each["approval"]["on"]) for each in made} == {
        ("mr. Els Claes", "2023-07-10")
    }
    assert all(each["approved"] for each in made)
    assert run("approve", "--by", "mr. Els Claes") == []
    (back,) = run("withdraw", "appeal")
    assert (back["approved"], back["approval"]) == (False, None)
    (again,) = run("approve", "appeal", "--by", "mr. Jan Smet")
    assert again["approval"] == {"by": "mr. Jan Smet", "on": "2023-07-12", "version": again["version"]}


def test_a_block_that_is_worded_otherwise_has_to_be_approved_anew(run: Run, tmp_path: Path) -> None:
    run("approve", "--by", "mr. Els Claes")
    file = tmp_path / "beroep.md"
    file.write_text(run("show", "appeal")["source"] + "\nBel ons gerust.\n", encoding="utf-8")
    (row,) = run("edit", "appeal", str(file))
    assert (row["own"], row["approved"], row["approval"]["by"]) == (True, False, "mr. Els Claes")


def test_a_block_that_does_not_exist_is_named(run: Run) -> None:
    assert "Er is geen tekstblok “beroep”" in run("approve", "beroep", "--by", "mr. Els Claes", code=1)


def test_the_lines_for_people(dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["texts", "list", dossier]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "acknowledgement: Ontvangstbevestiging, meegeleverde tekst"
    assert lines[-1].endswith("nog door een jurist goed te keuren")
