"""How much a letter may hold: enough for every letter, and too little to keep the program busy."""

from __future__ import annotations

from collections.abc import Iterator

from jury_desktop.domain.errors import refuse
from jury_desktop.letters.document import Block, Heading, ListBlock, Paragraph, Run, Scores, Table

MOST_PIECES = 2_000
"""Paragraphs, headings, lines, items and cells of one letter, all together: some sixty pages of them."""

MOST_COLUMNS = 12
"""Columns of a table, on a page of 16 centimetres."""


def refuse_endless(body: tuple[Block, ...]) -> None:
    """Refuses a text that is no letter any more: laying it out would take minutes."""
    for pieces in _growing(body):
        if pieces > MOST_PIECES:
            raise refuse("letters.too_many_pieces", most=MOST_PIECES)


def _growing(body: tuple[Block, ...]) -> Iterator[int]:
    count = 0
    for pieces in _pieces(body):
        count += pieces
        yield count


def _pieces(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield 1 + _breaks(runs)
            case ListBlock(_, items):
                for item in items:
                    yield 1
                    yield from _pieces(item)
            case Table(header, rows, _):
                if len(header) > MOST_COLUMNS:
                    raise refuse("letters.too_many_columns", most=MOST_COLUMNS)
                yield from (len(row) + sum(map(_breaks, row)) for row in (header, *rows))
            case Scores():
                yield 1


def _breaks(runs: tuple[Run, ...]) -> int:
    return sum(run.text == "\n" for run in runs)
