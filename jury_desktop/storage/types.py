"""Column types that give the same values back on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from jury_desktop import codec
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say

E = TypeVar("E", bound=StrEnum)
K = TypeVar("K")
V = TypeVar("V")
UNFIT = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What comes of reckoning with what is no value of this program."""
_SHORT = 100
"""Characters of a JSON text that is read once for all the times it comes by."""
ESCAPE = "\ue000"
"""Begins what stands for a character that no database takes."""
_REFUSED = re.compile("[\x00\ud800-\udfff\ue000]")
_ESCAPED = re.compile("\ue000([0-9a-f]{4})")


class MeaninglessError(StorageError):
    """Something stands in the dossier that is no value of this program."""


def unescaped(kept: str) -> str:
    """The text that is kept so."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), kept)


class AnyText(TypeDecorator[str]):
    """Any Python text. Hostile mail holds NUL characters, which PostgreSQL refuses, and lone surrogates,
    which have no UTF-8: both are kept as a private-use character and their number."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return _REFUSED.sub(lambda m: f"{ESCAPE}{ord(m[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return _read(value, _text)


class Reference(AnyText):
    """The key of another row, or "" for none: "" is kept as NULL, so that the foreign key holds."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return super().process_bind_param(value, dialect) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> str:
        return super().process_result_value(value, dialect) or ""


class Number(TypeDecorator[int]):
    """A whole number. SQLite keeps a text or bytes as well where one belongs."""

    impl = Integer
    cache_ok = True

    def process_result_value(self, value: int | None, dialect: Dialect) -> int | None:
        return _read(value, _number)


class Size(Number):
    """A number of bytes."""

    impl = BigInteger
    cache_ok = True


class Moment(TypeDecorator[datetime]):
    """An aware moment, as UTC ISO text of one width, so that text order is time order; gives UTC back."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without time zone cannot be kept: {value!r}")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return _read(value, datetime.fromisoformat)


class Day(TypeDecorator[date]):
    """A calendar date, as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return _read(value, date.fromisoformat)


class Choice(TypeDecorator[E], Generic[E]):
    """A member of an enumeration, by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__()
        self.choices = choices
        self._by_value = {str(choice.value): choice for choice in choices}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.value if type(value) is self.choices else self.choices(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return _read(value, self._member)

    def _member(self, value: str) -> E:
        return self._by_value.get(value) or self.choices(value)


class Whole(TypeDecorator[Any]):
    """A value that is always read and written whole, as JSON text. ``kind`` is its Python type."""

    impl = AnyText
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        self._known = lru_cache(maxsize=1024)(self._load)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else codec.dump(value, self.kind)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Short ones come again and again, so that thousands of messages share them; they never change."""
        short = value is not None and len(value) <= _SHORT
        return _read(value, self._known if short else self._load)

    def _load(self, text: str) -> Any:
        return codec.load(text, self.kind)


def _text(kept: str) -> str:
    return unescaped(kept) if ESCAPE in kept else kept


def _number(kept: int) -> int:
    if not isinstance(kept, int):
        raise TypeError(f"no number: {str(kept)[:60]}")
    return kept


def _read(value: K | None, meaning: Callable[[K], V]) -> V | None:
    """What a value that is not NULL means.

    :raises StorageError: it means nothing, so something else than this program wrote it.
    """
    try:
        return None if value is None else meaning(value)
    except UNFIT as error:
        raise MeaninglessError(say("storage.meaningless", value=str(value)[:60])) from error
