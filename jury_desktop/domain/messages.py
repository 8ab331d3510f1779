"""What the program has to say to a person, as data; :mod:`jury_desktop.wording` puts it into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Value = str | int | float | date | datetime | tuple[str, ...]
"""What may fill a gap in a sentence. Dates are written out in the reader's language."""
ALSO = "also"
"""The value that fills no gap: the key of a second sentence, without gaps, that follows the first."""


class Phrase(str):
    """A value that is put into words itself: the key of a phrase without gaps, to stand within a sentence."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for a person: a key of the catalogue and the values for its gaps.

    :param key: ``room.sentence``, for example ``intake.after_deadline``.
    :param values: named values (each a ``Value``; ``say`` holds callers to that), inserted where the wording
        has ``{name}``.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.key, tuple(sorted((k, str(v)) for k, v in self.values.items()))))


def say(key: str, **values: Value) -> Message:
    """The message ``key`` with its values."""
    return Message(key, values)
