"""``docs/undo.md`` says of every event whether it can be taken back from the history, as the program does."""

from __future__ import annotations

import re

from jury_desktop.services.ways_back import WAYS
from jury_desktop.wording import catalogue
from tests.architecture.checkout import ROOT

TEXT = (ROOT / "docs" / "undo.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
NO_ACTION = re.compile(r"(field|value|subject)_|.*_(single|many)$")


def events(section: str) -> list[str]:
    rows = re.findall(r"^\|.*", SECTIONS[section], re.MULTILINE)
    return re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)`", "".join(rows))


def test_the_events_that_are_taken_back_are_those_with_a_way() -> None:
    assert sorted(events("From the history")) == sorted(WAYS)


def test_every_other_event_has_its_reason() -> None:
    keys = (key.removeprefix("actions.") for key in catalogue("nl") if key.startswith("actions."))
    actions = {key for key in keys if not NO_ACTION.match(key)}
    told = [each.replace(".", "_") for each in (*events("From the history"), *events("Not from the history"))]

    assert sorted(told) == sorted(actions)
