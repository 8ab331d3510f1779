"""Decisions of the jury and the motivation that carries them (wet van 29 juli 1991)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """When a decision falls: after the written round, or at the end."""

    SHORTLIST = "shortlist"
    FINAL = "final"


class DecisionKind(StrEnum):
    """What was decided; the first two close the written round, the others the selection."""

    INVITED = "invited"
    NOT_SHORTLISTED = "not_shortlisted"
    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"


KINDS = {
    Stage.SHORTLIST: (DecisionKind.INVITED, DecisionKind.NOT_SHORTLISTED),
    Stage.FINAL: (DecisionKind.SELECTED, DecisionKind.RESERVE, DecisionKind.NOT_SELECTED),
}
"""Which decisions belong to which stage."""


@dataclass(frozen=True, slots=True)
class MotivationLine:
    """The reason on one item, with the score rows it rests on: ids of sheets and the item key."""

    item: str
    text: str
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on one candidacy with its motivation; ``summary`` opens the motivation in the letter."""

    id: str
    candidacy: str
    stage: Stage
    kind: DecisionKind
    summary: str
    lines: tuple[MotivationLine, ...]
    decided_at: datetime
    place: int | None = None
    """The place on the reserve list, from 1; None otherwise."""
    revised: int = 0
    """How many times it was formally revised after the candidate had been told."""
    revision_reason: str = ""
    """Why it was revised the last time; it comes into the letter."""
    decided_by: str = ""
    """Who kept it as it stands; "" of one that an older program kept."""
    confirmed_by: str = ""
    """The second person who confirmed it as it stands; "" until then."""
    confirmed_at: datetime | None = None
    sent_back: str = ""
    """Why the second person sent it back; "" otherwise."""

    @property
    def confirmed(self) -> bool:
        """Whether a second person has confirmed it as it stands."""
        return self.confirmed_at is not None
