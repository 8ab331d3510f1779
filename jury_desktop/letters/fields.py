"""What a template sees of a letter's data: its fields, and a mark where one has no value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from types import NoneType, SimpleNamespace
from typing import Any, get_args, get_origin, get_type_hints

from jury_desktop import wording
from jury_desktop.domain.letter import LetterData
from jury_desktop.domain.messages import say
from jury_desktop.letters.unfilled import spoken

Unfilled = dict[str, None]
"""The names of the fields a letter needed and did not have, in order of use."""

_HIDDEN = frozenset({"other_names", "logo"})
"""Nobody else's name, and nothing that is no text."""


class Missing:
    """A field without a value. It shows what is to come there, counts as false and as an empty list.

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
        return wording.render(say("letters.to_fill", field=spoken(self._name)), "nl")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a template may know of a value before there is one.

    :param kind: its type, or that of each where there are ``many``.
    :param parts: what it is made of, by name; empty for a plain value.
    """

    kind: type
    many: bool = False
    parts: Mapping[str, Shape] = field(default_factory=dict)

    @property
    def each(self) -> Shape:
        """One of many."""
        return replace(self, many=False)


@cache
def shape() -> Mapping[str, Shape]:
    """Every field that a template may use, and the parts of each."""
    return _parts(LetterData)


def _parts(kind: type) -> Mapping[str, Shape]:
    hints = get_type_hints(kind)
    return {each.name: _shape_of(hints[each.name]) for each in fields(kind) if each.name not in _HIDDEN}


def _shape_of(hint: Any) -> Shape:
    """Of ``T``, ``T | None`` or ``tuple[T, ...]``."""
    kind = next(part for part in (*get_args(hint), hint) if isinstance(part, type) and part is not NoneType)
    return Shape(kind, get_origin(hint) is tuple, _parts(kind) if is_dataclass(kind) else {})


class Counted(tuple[Any, ...]):
    """Values to go through one by one, each counted.

    :ivar step: called at each; it refuses when there have been too many.
    """

    step: Callable[[], None]

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            self.step()
            yield item


def context(data: LetterData, unfilled: Unfilled, step: Callable[[], None]) -> dict[str, Any]:
    """The fields of ``data`` for a template; those without a value are :class:`Missing`.

    :param step: called at every turn of a loop.
    """
    seen = _Seen(unfilled, step)
    return {name: seen(name, getattr(data, name)) for name in shape()}


@dataclass(frozen=True, slots=True)
class _Seen:
    """Values as a template sees them."""

    unfilled: Unfilled
    step: Callable[[], None]

    def __call__(self, name: str, value: Any) -> Any:
        if value in (None, "", ()):
            return Missing(name, self.unfilled)
        if isinstance(value, tuple):
            items = Counted(self(f"{name}[{at}]", item) for at, item in enumerate(value, start=1))
            items.step = self.step
            return items
        if is_dataclass(value):
            shown = [each.name for each in fields(value) if each.name not in _HIDDEN]
            return SimpleNamespace(**{part: self(f"{name}.{part}", getattr(value, part)) for part in shown})
        return value
