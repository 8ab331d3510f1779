"""Between frozen dataclasses and rows: a field is the column of the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Row = Mapping[Any, Any]
"""Values by the name of their column."""


def as_row(item: Any, /, *apart: str, **more: object) -> Row:
    """The fields of a dataclass as a row, but for those kept ``apart`` in tables of their own."""
    own = {name: getattr(item, name) for name in field_names(item.__class__) if name not in apart}
    return own | more


def from_row(kind: Callable[..., T], row: Row, /, **more: object) -> T:
    """The dataclass whose fields are the columns of the same name, and ``more`` from elsewhere."""
    return kind(**{name: row[name] for name in field_names(kind) if name not in more}, **more)


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order."""
    return tuple(field.name for field in fields(kind))
