"""Between frozen dataclasses and rows: a field is the column of the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from jury_desktop.domain.messages import say
from jury_desktop.storage.types import MeaninglessError

T = TypeVar("T")
Row = Mapping[Any, Any]
"""Values by the name of their column."""


def as_row(item: Any, /, *apart: str, **more: object) -> Row:
    """The fields of a dataclass as a row, but for those kept ``apart`` in tables of their own."""
    own = {name: getattr(item, name) for name in field_names(item.__class__) if name not in apart}
    return own | more


def from_row(kind: Callable[..., T], row: Row, /, **more: object) -> T:
    """The dataclass whose fields are the columns of the same name, and ``more`` from elsewhere.

    :raises MeaninglessError: nothing stands where something has to: something else than this program took it.
    """
    values = {name: row[name] for name in field_names(kind) if name not in more}
    if None in values.values():
        _refuse_gaps(kind, values)
    return kind(**values, **more)


def _refuse_gaps(kind: Callable[..., T], values: Mapping[str, object]) -> None:
    optional = _optional(kind)
    for name, value in values.items():
        if value is None and name not in optional:
            raise MeaninglessError(say("storage.meaningless", value=f"{name}: NULL"))


@cache
def _optional(kind: Any) -> frozenset[str]:
    """The names of the fields that may be None."""
    hints = get_type_hints(kind)
    return frozenset(name for name in field_names(kind) if type(None) in get_args(hints[name]))


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order."""
    return tuple(field.name for field in fields(kind))
