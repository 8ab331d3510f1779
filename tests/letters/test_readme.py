"""The guide for who edits templates names everything there is, and nothing else."""

from __future__ import annotations

import re

from jury_desktop import resources
from jury_desktop.domain.letter import Block
from jury_desktop.letters import fields
from jury_desktop.letters.filters import FILTERS


def section(title: str) -> str:
    return resources.text("letters", "README.md").split(f"## {title}\n")[1].split("\n## ")[0]


def first_cells(title: str) -> list[str]:
    return [line.split("|")[1] for line in section(title).splitlines() if line.startswith("| `")]


def quoted(texts: list[str]) -> set[str]:
    return {name for text in texts for name in re.findall(r"`(\w+)`", text)}


def test_every_field_and_part_is_explained():
    assert quoted(first_cells("Velden")) == set(fields.shape())
    for line in section("Velden").splitlines():
        names = re.findall(r"`(\w+)`", line)
        parts = {part for name in names if name in fields.shape() for part in fields.shape()[name].parts}
        assert parts <= set(names)


def test_every_format_is_explained():
    assert quoted(first_cells("Opmaak")) == set(FILTERS)


def test_every_block_is_explained():
    assert quoted(first_cells("Wettelijke tekstblokken")) == set(Block)
