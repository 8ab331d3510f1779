"""What differs between two texts, line by line and within a line word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

LONGEST = 4000
"""Lines of a text that are compared; comparing costs the square of their number."""

_WORDS = re.compile(r"\s+|[^\s]+")
_RELATED = 0.4
"""From this share of equal words on, two lines are one line that changed."""
_LONG_LINE = 2000
"""A line of more words and spaces than this is not compared within."""
_REPEATS = 200_000
"""Pairs of equal lines or words; a text that says the same over and over would take hours beyond it."""


class Mark(StrEnum):
    """What became of a line."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line; ``changed`` when the other side has something else there."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the old text beside the one of the new; the empty side of what was added or removed is ()."""

    mark: Mark
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as they are compared: spaces made one, no empty lines, at most :data:`LONGEST`."""
    kept = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in kept if line)[:LONGEST]


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Line, ...]:
    """Both texts beside each other, every line of each exactly once and in order."""
    matcher = _matcher(old, new)
    found: list[Line] = []
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            found += [Line(Mark.SAME, (Piece(line),), (Piece(line),)) for line in old[i:i_end]]
        else:
            found += _replaced(old[i:i_end], new[j:j_end])
    return tuple(found)


def differs(lines: Sequence[Line]) -> int:
    """How many lines are not the same."""
    return sum(line.mark is not Mark.SAME for line in lines)


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines in the place of others: side by side where they are alike, else below each other."""
    for one, other in zip_longest(old, new):
        pair = _pair(one, other) if one is not None and other is not None else None
        if pair is not None:
            yield pair
            continue
        if one is not None:
            yield Line(Mark.REMOVED, (Piece(one),), ())
        if other is not None:
            yield Line(Mark.ADDED, (), (Piece(other),))


def _pair(old: str, new: str) -> Line | None:
    """The two as one line that changed, word by word, or None where they have too little in common."""
    words = [_WORDS.findall(text) for text in (old, new)]
    if max(map(len, words)) > _LONG_LINE or _matcher(old.split(), new.split()).ratio() < _RELATED:
        return None
    matcher = _matcher(words[0], words[1])
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        for side, part in zip(sides, (words[0][i:i_end], words[1][j:j_end]), strict=True):
            if part:
                side.append(Piece("".join(part), tag != "equal"))
    return Line(Mark.CHANGED, tuple(sides[0]), tuple(sides[1]))


def _matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """Finds what both have in common; where nearly all repeats, not by what repeats most."""
    often = Counter(old)
    return SequenceMatcher(None, old, new, autojunk=sum(often[one] for one in new) > _REPEATS)
