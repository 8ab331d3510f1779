"""Readers for the fields of a call file: each gives the value of a field, or says what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.call_lines import Path
from jury_desktop.domain.errors import CallFileError
from jury_desktop.domain.messages import Value, say

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a call file: its value as TOML gave it, the way to it, and the file for messages.

    :param source: the name of the file, for people.
    :param lines: the line of every field of the file.
    """

    value: object
    source: str
    lines: Mapping[Path, int] = field(repr=False)
    path: Path = ()

    @property
    def name(self) -> str:
        """The field as a message shows it, places counted from 1: ``challenges[2].goals[1]``."""
        shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return shown.removeprefix(".")

    @property
    def line(self) -> int:
        """The line of the field, or of the nearest table around it that the file writes out."""
        ways = (self.path[:length] for length in range(len(self.path), 0, -1))
        return next((self.lines[way] for way in ways if way in self.lines), 1)

    def child(self, *steps: str | int) -> Field:
        """The field at ``steps`` inside this one; its value is None where there is no such field."""
        value = self.value
        for step in steps:
            value = _inside(value, step)
        return Field(value, self.source, self.lines, (*self.path, *steps))

    def children(self) -> Iterator[Field]:
        """The elements of a list, in order; nothing for another field."""
        if isinstance(self.value, list):
            yield from (self.child(place) for place in range(len(self.value)))

    def fault(self, key: str, /, **values: Value) -> CallFileError:
        """The error ``call.<key>`` about this field; to be raised."""
        return CallFileError(
            say(f"call.{key}", source=self.source, line=self.line, field=self.name, **values)
        )

    def expected(self, kind: str, /, **values: Value) -> CallFileError:
        """The error that this field should be of ``kind``, with what it is instead; to be raised."""
        return self.fault(f"expected_{kind}", found=_shown(self.value), **values)


Reader = Callable[[Field], T]
"""Gives the value of a field, or raises a CallFileError that says what was expected."""


@dataclass(frozen=True, slots=True)
class Omittable:
    """A field that a call file may leave out; ``default`` is its value then."""

    reader: Reader[object]
    default: object = None


def words(entry: Field) -> str:
    """A text of at least one word. Line breaks, indentation and control characters count as one space."""
    if not isinstance(entry.value, str):
        raise entry.expected("text")
    text = re.sub(r"[\x00-\x20\x7f]+", " ", entry.value).strip(" ")
    if not text:
        raise entry.fault("empty_text")
    return text


def matching(pattern: str, kind: str) -> Reader[str]:
    """A text that matches ``pattern`` as a whole; ``kind`` names it in the message."""

    def read(entry: Field) -> str:
        text = words(entry)
        if re.fullmatch(pattern, text) is None:
            raise entry.expected(kind)
        return text

    return read


slug = matching(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", "slug")
email = matching(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+", "email")
host = matching(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+", "host")
clock = matching(r"([01][0-9]|2[0-3]):[0-5][0-9]", "clock")


def whole(lowest: int, highest: int) -> Reader[int]:
    """A whole number from ``lowest`` to ``highest``."""

    def read(entry: Field) -> int:
        value = entry.value
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise entry.expected("whole", lowest=lowest, highest=highest)
        return value

    return read


def number(lowest: float, highest: float) -> Reader[float]:
    """A number, whole or not, from ``lowest`` to ``highest``."""

    def read(entry: Field) -> float:
        value = entry.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not lowest <= value <= highest:
            raise entry.expected("number", lowest=lowest, highest=highest)
        return float(value)

    return read


def flag(entry: Field) -> bool:
    """true or false."""
    if not isinstance(entry.value, bool):
        raise entry.expected("flag")
    return entry.value


def day(entry: Field) -> date:
    """A calendar date without a time."""
    if isinstance(entry.value, datetime) or not isinstance(entry.value, date):
        raise entry.expected("date")
    return entry.value


def moment(entry: Field) -> datetime:
    """A date and time whose offset is the one of Brussels on that day; given in Brussels time."""
    if not isinstance(entry.value, datetime) or entry.value.tzinfo is None:
        raise entry.expected("moment")
    local = _in_brussels(entry, entry.value)
    if local.utcoffset() != entry.value.utcoffset():
        raise entry.fault("wrong_offset", offset=local.isoformat()[-6:], found=_shown(entry.value))
    return local


def choice(kind: type[E], *allowed: E) -> Reader[E]:
    """One of the words of an enumeration, or of those ``allowed`` here."""

    def read(entry: Field) -> E:
        options = tuple(str(option) for option in allowed or kind)
        if entry.value not in options:
            raise entry.expected("choice", options=options)
        return kind(str(entry.value))

    return read


def many(reader: Reader[T], at_least: int = 1) -> Reader[tuple[T, ...]]:
    """A list whose elements ``reader`` reads."""

    def read(entry: Field) -> tuple[T, ...]:
        if not isinstance(entry.value, list):
            raise entry.expected("list")
        if len(entry.value) < at_least:
            raise entry.fault("short_list", least=at_least)
        return tuple(reader(element) for element in entry.children())

    return read


def table(build: Callable[..., T], **fields: Reader[object] | Omittable) -> Reader[T]:
    """A table with exactly these fields; ``build`` makes the value of them."""

    def read(entry: Field) -> T:
        for name in _names(entry):
            if name not in fields:
                raise _unknown(entry.child(name), name, tuple(fields))
        return build(**{name: _read(entry.child(name), reader) for name, reader in fields.items()})

    return read


def by_number(reader: Reader[T]) -> Reader[tuple[tuple[int, T], ...]]:
    """A table whose keys are challenge numbers, as pairs of number and value."""

    def read(entry: Field) -> tuple[tuple[int, T], ...]:
        for name in _names(entry):
            if not re.fullmatch(r"[1-9][0-9]?", name):
                raise entry.child(name).fault("not_a_number")
        return tuple((int(name), reader(entry.child(name))) for name in _names(entry))

    return read


def _names(entry: Field) -> tuple[str, ...]:
    if not isinstance(entry.value, dict):
        raise entry.expected("table")
    return tuple(entry.value)


def _read(entry: Field, reader: Reader[object] | Omittable) -> object:
    if entry.value is not None:
        return reader.reader(entry) if isinstance(reader, Omittable) else reader(entry)
    if isinstance(reader, Omittable):
        return reader.default
    raise entry.fault("missing_field")


def _unknown(entry: Field, name: str, known: tuple[str, ...]) -> CallFileError:
    near = get_close_matches(name, known, n=1)
    if near:
        return entry.fault("unknown_field_near", near=near[0])
    return entry.fault("unknown_field", known=known)


def _in_brussels(entry: Field, value: datetime) -> datetime:
    try:
        return value.astimezone(BRUSSELS)
    except OverflowError:
        raise entry.expected("moment") from None


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int):
        return value[step]
    return None


def _shown(value: object) -> str:
    """The value as a message shows it: as in the file, long ones cut."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}"
    shown = _plain(value)
    shown = shown if len(shown) <= 40 else shown[:39] + "…"
    return f"“{shown}”" if isinstance(value, str) else shown


def _plain(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > 64:
        return hex(value)  # Python refuses to write out very long whole numbers
    return value.isoformat() if isinstance(value, date) else str(value)
