"""What a template sees of a letter's data: its fields, and a mark where one has no value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any, get_args, get_type_hints

from jury_desktop.domain.letter import LetterData

Unfilled = dict[str, None]
"""The names of the fields a letter needed and did not have, in order of use."""

_HIDDEN = frozenset({"other_names"})


class Missing:
    """A field without a value. It shows its name in the letter, counts as false and as an empty list.

    :param used: takes the name down as soon as the letter needs the value.
    """

    def __init__(self, name: str, used: Unfilled) -> None:
        self._name = name
        self._used = used

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("_"):
            raise AttributeError(name)
        return Missing(f"{self._name}.{name}", self._used)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        self._used[self._name] = None
        return iter(())

    def __len__(self) -> int:
        return 0

    def __str__(self) -> str:
        self._used[self._name] = None
        return f"[{self._name}]"


Shape = dict[str, Any]
"""The parts a value has, by name; each has a shape of its own, empty for a plain value."""


@cache
def shape() -> Shape:
    """Every field that a template may use, and the parts of each."""
    return {name: part for name, part in _parts(LetterData).items() if name not in _HIDDEN}


def _parts(kind: type) -> Shape:
    hints = get_type_hints(kind)
    return {field.name: _shape_of(hints[field.name]) for field in fields(kind)}


def _shape_of(hint: Any) -> Shape:
    """The parts of a dataclass, also where it may be None or is one of many."""
    inner = [part for part in get_args(hint) if isinstance(part, type)] if get_args(hint) else [hint]
    return next((_parts(part) for part in inner if isinstance(part, type) and is_dataclass(part)), {})


def context(data: LetterData, unfilled: Unfilled) -> dict[str, Any]:
    """The fields of ``data`` for a template; those without a value are :class:`Missing`."""
    return {name: _seen(name, getattr(data, name), unfilled) for name in shape()}


def _seen(name: str, value: Any, unfilled: Unfilled) -> Any:
    if value in (None, "", ()):
        return Missing(name, unfilled)
    if isinstance(value, tuple):
        return tuple(_seen(f"{name}[{at}]", item, unfilled) for at, item in enumerate(value, start=1))
    if is_dataclass(value):
        shown = {field.name: getattr(value, field.name) for field in fields(value)}
        return SimpleNamespace(**{key: _seen(f"{name}.{key}", item, unfilled) for key, item in shown.items()})
    return value
