"""A list from Excel or CSV: the first row names the columns, every other row is one thing."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message

LARGEST = 5_000_000
"""Bytes of a list; a jury of a hundred takes a few thousand."""

Cells = Mapping[str, str]
"""The text of a row by column; empty where the list has no such column."""
Columns = Mapping[str, Sequence[str]]
"""What each column may be called: small letters, without spaces or signs. The first is how people know it."""

_BROKEN = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    SyntaxError,
    BadZipFile,
    OSError,
    EOFError,
    zlib.error,
)
"""What the readers raise on a damaged file; both XML parsers count their errors among the SyntaxErrors."""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not taken over. ``row`` counts as the spreadsheet does: the first thing is on row 2."""

    row: int
    reason: Message


def read_list(
    file: Path, columns: Columns, needed: Sequence[str], other: Callable[[str], str] | None = None
) -> tuple[tuple[int, Cells], ...]:
    """The rows that hold anything, with the number the spreadsheet shows beside them.

    :param other: gives, from its title as it stands, the key of a column that is known by more than its
        letters; "" when it is none.
    :raises JuryError: it cannot be read as a list, is too large for one, or lacks a column that is needed.
    """
    header, *rows = _table(file) or [[]]
    places = _places(header, columns)
    others = {key: at for at, title in enumerate(header) if other and (key := other(title))}
    for key in needed:
        if key not in places:
            known = tuple(names[0] for names in columns.values())
            raise refuse("lists.no_column", file=file.name, column=columns[key][0], known=known)
    return tuple(
        (
            number,
            {key: cells[places[key]] if key in places else "" for key in columns}
            | {key: cells[at] for key, at in others.items()},
        )
        for number, cells in enumerate(rows, start=2)
        if any(cells)
    )


def _places(header: list[str], columns: Columns) -> dict[str, int]:
    plain = [re.sub(r"[^a-z]", "", title.casefold()) for title in header]
    return {
        key: place
        for key, titles in columns.items()
        for place in [next((at for at, title in enumerate(plain) if title in titles), -1)]
        if place >= 0
    }


def _table(file: Path) -> list[list[str]]:
    """Every cell as text, the first row included."""
    content = _content(file)
    try:
        return _excel(content) if content.startswith(b"PK") else _csv(content)
    except _BROKEN as error:
        raise refuse("lists.unreadable", file=file.name) from error


def _content(file: Path) -> bytes:
    try:
        if (size := file.stat().st_size) > LARGEST:
            raise refuse("lists.too_large", file=file.name, megabytes=size // 1_000_000)
        return file.read_bytes()
    except OSError as error:
        raise refuse("lists.unreadable", file=file.name) from error


def _excel(content: bytes) -> list[list[str]]:
    import pandas

    return _texts(pandas.read_excel(BytesIO(content), header=None, dtype=str, keep_default_na=False))


def _csv(content: bytes) -> list[list[str]]:
    import pandas

    if b"\0" in content:
        raise ValueError("no text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    options = {"header": None, "dtype": str, "keep_default_na": False, "skip_blank_lines": False}
    return _texts(pandas.read_csv(BytesIO(text.encode()), sep=separator, **options))


def _texts(frame: Any) -> list[list[str]]:
    rows = frame.to_numpy().tolist()
    return [["" if cell != cell else " ".join(str(cell).split()) for cell in row] for row in rows]
