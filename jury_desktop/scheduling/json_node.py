"""Values of a JSON document that know where they stand, so that every complaint names the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from rapidfuzz import fuzz, process

from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.messages import Message, say

T = TypeVar("T")
HIGHEST = 1_000_000
YEARS = range(1970, 2200)
ALIKE = 82
"""From which likeness on, of 100, a field is taken for another that was misspelt."""
LET_THROUGH = ("_", "x-", "$", "comment")
"""How the fields begin that a writer may add for himself."""


def _nearest(name: str, names: Sequence[str]) -> str | None:
    """The one of the names that is nearly written like this, None when there is none."""
    found = process.extractOne(name.casefold(), sorted(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else None


class NumberName(str):
    """An id that the file writes as a number."""

    __slots__ = ()


class Node:
    """A value in the document that knows where it stands, so that a complaint can name the place."""

    def __init__(self, value: Any, place: str, strange: dict[str, Message] | None = None) -> None:
        """:param strange: hears of fields that nobody asked for; each sort of them once."""
        self.value = value
        self.place = place
        self.strange = {} if strange is None else strange
        self._asked: set[str] = set()

    def read(self, read: Callable[[Node], T]) -> T:
        """The object as ``read`` makes it; the fields it asked for are those that there are.

        One that looks like a field that is not there is refused as misspelt; any other is told of as unknown.
        """
        made = read(self)
        for name in self.value if isinstance(self.value, dict) else ():
            if name in self._asked or name.startswith(LET_THROUGH):
                continue
            meant = _nearest(name, [it for it in self._asked if it not in self.value])
            if meant is not None:
                raise self._misspelt(name, meant)
            place = self._inside(name)
            text = say("scheduling.unknown_field", place=place)
            self.strange.setdefault(re.sub(r"\[\d+\]", "[]", place), text)
        return made

    def know(self, *names: str) -> None:
        """Fields that may be there and that nothing is done with."""
        self._asked.update(names)

    def _inside(self, name: str) -> str:
        return f"{self.place}.{name}".lstrip(".")

    def _misspelt(self, name: str, meant: str) -> JuryError:
        return refuse("scheduling.misspelt", place=self._inside(name), meant=meant)

    def get(self, name: str) -> Node | None:
        """The field, None when absent or null."""
        if not isinstance(self.value, dict):
            raise refuse("scheduling.not_an_object", place=self.place or "JSON")
        self._asked.add(name)
        if self.value.get(name) is None:
            return None
        return Node(self.value[name], self._inside(name), self.strange)

    def need(self, name: str) -> Node:
        """The field, which must be there."""
        found = self.get(name)
        if found is None:
            for other in self.value:
                if other not in self._asked and _nearest(other, [name]):
                    raise self._misspelt(other, name)
            raise refuse("scheduling.field_missing", place=self._inside(name))
        return found

    def each(self, read: Callable[[Node], T]) -> tuple[T, ...]:
        """Every element of a list."""
        if not isinstance(self.value, list):
            raise refuse("scheduling.not_a_list", place=self.place)
        nodes = (Node(item, f"{self.place}[{index}]", self.strange) for index, item in enumerate(self.value))
        return tuple(node.read(read) for node in nodes)

    def text(self) -> str:
        """A piece of text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise refuse("scheduling.not_a_text", place=self.place)
        return self.value

    def name(self) -> str:
        """An id: a text, or a whole number, which the plan gives back as one."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return NumberName(self.value)
        return self.text()

    def whole(self, lowest: int = 0) -> int:
        """A whole number, at least ``lowest`` and of a size that means something."""
        number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        if not number or not lowest <= self.value <= HIGHEST or self.value != int(self.value):
            raise refuse("scheduling.not_a_number", place=self.place, lowest=lowest, highest=HIGHEST)
        return int(self.value)

    def moment(self) -> datetime:
        """A date and time with its offset."""
        try:
            found = datetime.fromisoformat(self.text())
        except ValueError as error:
            raise refuse("scheduling.not_a_moment", place=self.place) from error
        if found.tzinfo is None:
            raise refuse("scheduling.no_offset", place=self.place)
        if found.year not in YEARS:
            raise refuse("scheduling.not_a_moment", place=self.place)
        return found

    def one_of(self, kind: Callable[[str], T], names: Sequence[str]) -> T:
        """One of a fixed set of words."""
        if self.value not in names:
            raise refuse("scheduling.not_one_of", place=self.place, names=tuple(names))
        return kind(self.value)
