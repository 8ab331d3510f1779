"""``docs/cli.md`` and the parser name the same commands and options; its examples are what is printed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from jury_desktop.cli import main, packet_grammar, server_grammar, texts_grammar
from jury_desktop.cli.commands import COMMANDS as FUNCTIONS
from jury_desktop.cli.parser import COMMANDS
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.term import Channel
from tests.architecture.checkout import ROOT

TEXT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([a-z-]+)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
"""The sections that are about one command; the others have headings of several words."""
OPTION = re.compile(r"--[a-z][a-z-]+")
ACTIONS = {
    "packet": packet_grammar.ACTIONS,
    "texts": texts_grammar.ACTIONS,
    "server": server_grammar.ACTIONS,
}
EVERYWHERE = {"--help", "--json", "--lang", "--today", "--as"}


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert set(SECTIONS) == set(COMMANDS)


def test_every_command_that_is_parsed_does_something() -> None:
    assert set(FUNCTIONS) == {*COMMANDS, "window"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_a_command_are_those_of_its_section(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = set[str]()
    for action in ACTIONS.get(command, [""]):
        with pytest.raises(SystemExit) as caught:
            main([command, *filter(None, [action]), "--help"])
        assert caught.value.code == 0
        options |= set(OPTION.findall(capsys.readouterr().out)) - EVERYWHERE

    assert set(OPTION.findall(SECTIONS[command])) == options


def test_values_that_can_be_chosen_are_told() -> None:
    assert [type_.value for type_ in LetterType if f"`{type_.value}`" not in SECTIONS["letters"]] == []
    assert [channel.value for channel in Channel if f"`{channel.value}`" not in SECTIONS["term"]] == []


def test_the_example_of_a_term_is_what_the_program_prints(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["term", "--communicated", "2023-07-07", "--channel", "email", "--json"])
    printed = json.loads(capsys.readouterr().out)
    example = example_of("term")

    assert code == 0
    assert {**printed, "trace": printed["trace"][:1]} == example


def test_the_example_of_a_new_dossier_is_what_the_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "lier.jury", "--call", "lier-2023", "--json"])

    assert json.loads(capsys.readouterr().out) == example_of("new")


def test_the_fields_of_a_check_and_of_a_list_of_jurors_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, listed = str(tmp_path / "lier.jury"), tmp_path / "jury.csv"
    listed.write_text("naam,organisatie\nAn Peeters,Stad Lier\n,zonder naam\n", encoding="utf-8")
    main(["new", dossier, "--call", "lier-2023"])
    capsys.readouterr()
    main(["verify", dossier, "--json"])
    verified = json.loads(capsys.readouterr().out)
    main(["jurors", "import", dossier, str(listed), "--json"])
    taken = json.loads(capsys.readouterr().out)

    assert list(verified) == list(example_of("verify"))
    assert {**taken, "rejected": [{"row": 3, "reason": "…"}]} == example_of("jurors")


def example_of(command: str) -> Any:
    """The JSON that the section of a command shows."""
    return json.loads(re.findall(r"```json\n(.*?)```", SECTIONS[command], re.DOTALL)[0])
