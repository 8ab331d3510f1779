"""The document model: what a letter says, free of how it is written down or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; a newline in it is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the letter; the subject is level 1, so these start at 2."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item holds blocks of its own."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


class Align(StrEnum):
    """How the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table with one header row; every row has as many cells as the header."""

    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    aligns: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The place of the score table; its rows come from the data of the letter."""


Block = Paragraph | Heading | ListBlock | Table | Scores


def plain(runs: tuple[Run, ...]) -> str:
    """The text of some runs."""
    return "".join(run.text for run in runs)


def lines_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The text of blocks, a line per paragraph, list item or table row; the score table is left out."""
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield plain(runs)
            case ListBlock(_, items):
                for item in items:
                    yield from (f"- {line}" for line in lines_of(item))
            case Table(header, rows, _):
                for row in (header, *rows):
                    yield " | ".join(plain(cell) for cell in row)
            case Scores():
                pass
