"""From the Markdown subset of the templates to the document model.

Allowed: paragraphs, headings, lists, tables, emphasis, hard line breaks. All else, HTML too, is plain text.
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from jury_desktop.letters.document import Align, Block, Heading, ListBlock, Paragraph, Run, Scores, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCORES = "\ue000"
"""Stands where the score table comes; no value can hold it, since private-use characters are taken out."""

_RULES = ("heading", "list", "table", "emphasis", "escape", "newline")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_TOP_LEVEL = 2
_DEEPEST_LEVEL = 3


def escape(value: str) -> str:
    """``value`` as Markdown that shows exactly this text; blank lines still part paragraphs."""
    lines = clean(value).split("\n")
    return "\n".join("".join(_escaped(character) for character in line.strip()) for line in lines)


def clean(value: str) -> str:
    """``value`` composed (NFC), without control, private-use, surrogate and invisible format characters."""
    composed = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    spaced = composed.replace("\t", " ").replace("\u2028", "\n").replace("\u2029", "\n\n")
    if spaced.replace("\n", "").isprintable():
        return spaced
    return "".join(c for c in spaced if c == "\n" or unicodedata.category(c) not in _UNSEEN)


def parse(markdown: str) -> tuple[Block, ...]:
    """The blocks that ``markdown`` describes."""
    return tuple(_blocks(_Cursor(_parser().parse(markdown)), end=None))


def _escaped(character: str) -> str:
    return f"\\{character}" if character in string.punctuation else character


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(list(_RULES))


class _Cursor:
    """The tokens with a place among them."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = iter(tokens)

    def until(self, end: str | None) -> Iterator[Token]:
        return takewhile(lambda token: token.type != end, self._tokens)

    def next(self) -> Token:
        return next(self._tokens)


def _blocks(cursor: _Cursor, end: str | None) -> Iterator[Block]:
    for token in cursor.until(end):
        match token.type:
            case "paragraph_open":
                yield _paragraph(_inline(cursor, "paragraph_close"))
            case "heading_open":
                level = min(max(int(token.tag[1]), _TOP_LEVEL), _DEEPEST_LEVEL)
                yield Heading(level, _inline(cursor, "heading_close"))
            case "bullet_list_open" | "ordered_list_open":
                closing = token.type.replace("open", "close")
                yield ListBlock(token.type.startswith("ordered"), tuple(_items(cursor, closing)))
            case "table_open":
                yield _table(cursor)


def _paragraph(runs: tuple[Run, ...]) -> Block:
    return Scores() if runs == (Run(SCORES),) else Paragraph(runs)


def _items(cursor: _Cursor, end: str) -> Iterator[tuple[Block, ...]]:
    for _ in cursor.until(end):
        yield tuple(_blocks(cursor, "list_item_close"))


def _table(cursor: _Cursor) -> Table:
    rows: list[tuple[tuple[Run, ...], ...]] = []
    aligns: tuple[Align, ...] = ()
    for token in cursor.until("table_close"):
        if token.type == "tr_open":
            cells = [
                (cell, _inline(cursor, cell.type.replace("open", "close")))
                for cell in cursor.until("tr_close")
            ]
            aligns = aligns or tuple(_align(cell) for cell, _ in cells)
            rows.append(tuple(runs for _, runs in cells))
    return Table(rows[0], tuple(rows[1:]), aligns)


def _align(cell: Token) -> Align:
    return Align.RIGHT if "right" in str(cell.attrs.get("style", "")) else Align.LEFT


def _inline(cursor: _Cursor, end: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for token in cursor.until(end):
        runs.extend(_runs(token.children or []))
    return tuple(runs)


def _runs(tokens: list[Token]) -> Iterator[Run]:
    strong = emphasis = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "softbreak":
                yield Run(" ", strong > 0, emphasis > 0)
            case "hardbreak":
                yield Run("\n")
            case _ if token.content:
                yield Run(token.content, strong > 0, emphasis > 0)
