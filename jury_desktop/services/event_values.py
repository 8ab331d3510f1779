"""What an event of the journal says a thing was before it, as the thing itself again.

An event keeps of a change the fields that differ, and the whole thing where it came or went. So what a thing
was follows from what it is now, as long as it still is what the event made of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from jury_desktop.codec import converter
from jury_desktop.domain.journal import Event

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)
else:
    T = TypeVar("T")


def as_it_was(now: T, event: Event) -> T | None:
    """What a thing was before an event; None when it is not what the event made of it any more, or what it
    was cannot be read from the event."""
    old, new = (fields_of(text, type(now)) for text in (event.old, event.new))
    if old is None or not new or any(getattr(now, name) != value for name, value in new.items()):
        return None
    return replace(now, **old)


def whole(text: str, kind: type[T]) -> T | None:
    """A thing that an event keeps whole, because it came or went; None when the event keeps less."""
    found = fields_of(text, kind)
    return kind(**found) if found and set(found) == {field.name for field in fields(kind)} else None


def the_one(now: Iterable[T], event: Event) -> tuple[T, T] | None:
    """Of several things the one that an event changed, as it is and as it was; None unless that is clear."""
    found = [(each, was) for each in now if (was := as_it_was(each, event)) is not None]
    return found[0] if len(found) == 1 else None


def fields_of(text: str, kind: type) -> dict[str, Any] | None:
    """The fields of a thing that an event keeps, by name; None where it keeps something else.

    Values are compared as what they are: an hour may be written in one zone and kept in another.
    """
    hints = _hints(kind)
    try:
        found = json.loads(text) if text else {}
        return {name: converter().structure(value, hints[name]) for name, value in found.items()}
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
