"""How long a dossier is kept, and how far that is: data about people may not be kept longer than needed
(General Data Protection Regulation, article 5(1)(e))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SOON = 90
"""Days before the end of which the regisseur is told: time for an archive, and to ask who needs it."""


class Keeping(StrEnum):
    """How far the time for which a dossier is kept has come."""

    UNSET = "unset"
    RUNNING = "running"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Retention:
    """Until which day, that day included, a dossier is kept, and on what ground.

    ``until`` is None as long as nobody said.
    """

    until: date | None = None
    ground: str = ""

    def days_left(self, today: date) -> int | None:
        """Days from today to the last one; below zero once that has passed."""
        return (self.until - today).days if self.until is not None else None

    def keeping(self, today: date) -> Keeping:
        """How far it is."""
        left = self.days_left(today)
        if left is None:
            return Keeping.UNSET
        if left < 0:
            return Keeping.OVER
        return Keeping.SOON if left <= SOON else Keeping.RUNNING
