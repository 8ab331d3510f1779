"""The weerwoord: what a candidate answered within the term, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RebuttalOutcome(StrEnum):
    """What the jury decided on a rebuttal."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REVISED = "revised"
    INADMISSIBLE = "inadmissible"


@dataclass(frozen=True, slots=True)
class Point:
    """One argument, the criterion (item key) it is about or "", and the jury's answer to it."""

    text: str
    item: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """A received rebuttal. ``letter`` is the id of the letter it answers, ``mail`` a message's SHA-256."""

    id: str
    candidacy: str
    letter: str
    received_at: datetime
    channel: str
    points: tuple[Point, ...]
    outcome: RebuttalOutcome = RebuttalOutcome.OPEN
    outcome_text: str = ""
    mail: str | None = None
    concluded_at: datetime | None = None
