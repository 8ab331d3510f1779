"""What stands in a document for the record, as plain values: titles, words, facts, tables, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of level 2 or 3; the document itself has the only one of level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Running text; empty lines part paragraphs. ``small`` for what is told beside it."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what they are: "place", "town hall"."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row; the first cell of each row is its header.

    :param shares: of the width, one for each column, together 1.
    :param figures: columns (from 0) with numbers, flush right.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """A score with the reasons for it: what it is about, the figure, and paragraphs of which the last are
    small."""

    title: str
    figure: str
    paragraphs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reasons:
    """Scores with their reasons as a table of two columns with these heads."""

    heads: tuple[str, str]
    rows: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room to sign: function and name of each, with a word for the date and for the signature."""

    people: tuple[tuple[str, str], ...]
    date: str
    signature: str


Part = Title | Words | Facts | Grid | Reasons | Signatures


@dataclass(frozen=True, slots=True)
class Record:
    """A document for the record.

    :param about: lines under the title.
    :param foot: at the foot of every page, beside its number.
    :param made: aware; the only date in the file.
    :param source: the anchor of the journal it was made from.
    """

    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    foot: str
    author: str
    language: str
    made: datetime
    source: str = ""
