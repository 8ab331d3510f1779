"""Watches one unit of work: reading alters nothing, and what is altered is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class UnrecordedChangeError(RuntimeError):
    """A unit of work altered the dossier and recorded no event: a mistake in the program, nothing is kept."""


class ReadOnlyWorkError(RuntimeError):
    """A unit of work that was opened for reading tried to alter or record: a mistake in the program."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who works, and when (aware)."""

    actor: str
    now: datetime

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("the moment of a change needs a time zone")


class Guard:
    """Knows whose hand works (None: only reads), and whether anything was altered and recorded."""

    def __init__(self, hand: Hand | None = None) -> None:
        self._hand = hand
        self._unrecorded = False

    def altering(self) -> None:
        """To be called before anything is altered."""
        self._working()
        self._unrecorded = True

    def recording(self) -> Hand:
        """To be called before an event is recorded; gives the hand to record."""
        self._unrecorded = False
        return self._working()

    def finish(self) -> None:
        """To be called before the work is kept."""
        if self._unrecorded:
            raise UnrecordedChangeError("the dossier was altered, and no event after that says so")

    def _working(self) -> Hand:
        if self._hand is None:
            raise ReadOnlyWorkError("this unit of work only reads")
        return self._hand
