"""Where in a template something begins that has no end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from jury_desktop.letters.checking import environment

OURS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})
"""The words of choices and series, which belong in a template, if not everywhere."""
_BEGINS, _ENDS = ("variable_begin", "block_begin"), ("variable_end", "block_end")
_CLOSED_BY = {"endif": "if", "endfor": "for"}


class Opening(NamedTuple):
    """The word that opens a choice or series, and its line."""

    word: str
    line: int


def without_end(text: str) -> Opening | None:
    """The innermost choice or series that is not closed."""
    open_: list[Opening] = []
    for word, line in _words(text):
        if word in _CLOSED_BY.values():
            open_.append(Opening(word, line))
        elif open_ and _CLOSED_BY.get(word) == open_[-1].word:
            open_.pop()
    return open_[-1] if open_ else None


def tag_around(text: str, line: int) -> int:
    """The line on which the tag begins in which this line lies; this line itself where none does."""
    begun = 0
    for number, kind, _ in _tokens(text):
        if kind in _BEGINS:
            begun = number
        elif kind in _ENDS:
            if begun and number >= line:
                break
            begun = 0
    return min(begun, line) if begun else line


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The first word of every block tag, with its line."""
    first = False
    for line, kind, value in _tokens(text):
        if kind == "name" and first:
            yield value, line
        if kind != "whitespace":
            first = kind == "block_begin"


def _tokens(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, kind and text of what a template is made of, as far as it can be read."""
    try:
        yield from environment().lex(text)
    except TemplateSyntaxError:
        return
