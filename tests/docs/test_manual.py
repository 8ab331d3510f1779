"""The manual covers the program: every page, every key, every picture."""

from __future__ import annotations

import re

import pytest

from jury_desktop.services.manual import manual_page
from jury_desktop.ui.modes import DESK, OWN
from jury_desktop.ui.navigation import STAGES
from tests.architecture.checkout import PACKAGE, ROOT

DOCS = ROOT / "docs"
MANUAL = (DOCS / "handleiding.md").read_text(encoding="utf-8")
PICTURE = re.compile(r"!\[(?P<told>[^\]]*)\]\((?P<file>[^)]+)\)")
SHORTCUT = re.compile(r'"((?:Ctrl|Alt)\+[^"{\s]+|F\d+)"')
DUTCH = {"Return": "Enter", "Space": "Spatie", "Down": "↓", "Up": "↑"}
LARGEST = 150_000
"""Bytes of a picture under version control."""


@pytest.mark.parametrize("page", [stage.key for stage in (*STAGES, OWN, DESK)])
def test_every_page_has_its_own_part_of_the_manual(page: str) -> None:
    part = manual_page(page, "nl")

    assert part.startswith("## ")
    assert part != manual_page("", "nl")


def test_the_parts_stand_in_the_order_of_the_rail() -> None:
    marks = re.findall(r"^<!-- page: ([a-z]+) -->$", MANUAL, re.MULTILINE)

    assert marks == [*(stage.key for stage in STAGES), OWN.key, DESK.key, "export", "trouble"]


def test_no_picture_reaches_the_window_where_it_could_not_be_found() -> None:
    parts = [manual_page(page, "nl") for page in ("", *(stage.key for stage in STAGES))]

    assert [part for part in parts if PICTURE.search(part)] == []


def test_every_shortcut_of_the_window_stands_in_the_manual() -> None:
    sources = "\n".join(file.read_text(encoding="utf-8") for file in (PACKAGE / "ui").rglob("*.py"))
    shortcuts = {_in_dutch(shortcut) for shortcut in SHORTCUT.findall(sources)}

    assert len(shortcuts) > 15
    assert {shortcut for shortcut in shortcuts if shortcut not in MANUAL} == set()


def test_every_picture_is_used_told_and_small() -> None:
    pictures = {file.name for file in (DOCS / "screenshots").iterdir()}
    used = [match for match in PICTURE.finditer(MANUAL) if match["told"].strip()]

    assert {match["file"].removeprefix("screenshots/") for match in used} == pictures
    assert [file.name for file in (DOCS / "screenshots").iterdir() if file.stat().st_size > LARGEST] == []


def _in_dutch(shortcut: str) -> str:
    for english, dutch in DUTCH.items():
        shortcut = shortcut.replace(english, dutch)
    return shortcut
