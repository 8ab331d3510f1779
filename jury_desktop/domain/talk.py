"""What the jury said about one candidacy at the table: notes, agreed sentences, second looks and votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jury_desktop.domain.decision import Stage


@dataclass(frozen=True, slots=True)
class Agreed:
    """The sentence on which the jury agreed for one item, with the score rows it rests on (ids of sheets)."""

    item: str
    text: str
    sheets: tuple[str, ...]
    agreed_at: datetime


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The jury comes back to a candidacy at the end of the discussion, for a reason.

    :param done_at: when it was looked at again; None while that has still to happen.
    """

    reason: str
    asked_at: datetime
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """How a vote came out, in numbers: who voted what is nowhere kept."""

    in_favour: int
    against: int
    abstained: int

    @property
    def cast(self) -> int:
        """How many took part."""
        return self.in_favour + self.against + self.abstained


@dataclass(frozen=True, slots=True)
class Talk:
    """The discussion of a candidacy at a stage."""

    id: str
    candidacy: str
    stage: Stage
    notes: str = ""
    agreed: tuple[Agreed, ...] = ()
    looks: tuple[SecondLook, ...] = ()
    votes: Votes | None = None

    @property
    def waiting(self) -> SecondLook | None:
        """The second look that has still to happen, if any."""
        return next((look for look in self.looks if look.done_at is None), None)

    def wording(self, item: str) -> Agreed | None:
        """What was agreed on an item, if anything was."""
        return next((agreed for agreed in self.agreed if agreed.item == item), None)
