"""The weerwoord: what a candidate answered within the term, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from jury_desktop.domain.call import BRUSSELS, Counts
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.term import Term

ANSWER_DAYS = 14
"""Within how many days a rebuttal is answered where the call does not say."""
_DAY = "@"


class RebuttalOutcome(StrEnum):
    """How a rebuttal ended."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    """Unfounded: the decision stays as it was."""
    IN_PART = "followed_in_part"
    """Founded in part: the decision is taken anew, with the same end or another."""
    REVISED = "revised"
    """Founded: the decision is replaced."""
    INADMISSIBLE = "inadmissible"
    """Not heard: it came too late, or from somebody who may not speak for the candidate."""
    WITHDRAWN = "withdrawn"
    """The candidate took it back."""


FOLLOWED = frozenset({RebuttalOutcome.IN_PART, RebuttalOutcome.REVISED})
"""The outcomes with which the decision itself has to be taken anew."""
UNHEARD = frozenset({RebuttalOutcome.INADMISSIBLE, RebuttalOutcome.WITHDRAWN})
"""The outcomes for which no argument is answered."""


class Remedy(StrEnum):
    """What an argument asks for."""

    UNSAID = ""
    SCORE = "higher_score"
    DECISION = "other_decision"
    CORRECTION = "correction"
    REASONS = "fuller_reasons"


class Ruling(StrEnum):
    """What the jury thinks of an argument."""

    NONE = ""
    FOUNDED = "founded"
    IN_PART = "founded_in_part"
    UNFOUNDED = "unfounded"


class Entitled(StrEnum):
    """Whether whoever handed it in may speak for the candidate."""

    TO_CHECK = "to_check"
    YES = "entitled"
    NO = "not_entitled"


@dataclass(frozen=True, slots=True)
class Point:
    """One argument, the criterion (item key) it is about or "", what it asks, and the jury's answer to it."""

    text: str
    item: str = ""
    answer: str = ""
    remedy: Remedy = Remedy.UNSAID
    ruling: Ruling = Ruling.NONE


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """A received rebuttal.

    :param letter: the id of the letter it answers; ``mail`` a message's SHA-256.
    :param sent_at: when it left, where that is known (a postmark) and the term asks for it.
    :param submitted_by: who handed it in, name and function.
    :param outcome_text: the reasons of its end; of an open one, what has been written of them.
    :param answer_by: the day to which the answer was put off, with ``extension_reason``; None as usual.
    """

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
    sent_at: datetime | None = None
    submitted_by: str = ""
    entitled: Entitled = Entitled.TO_CHECK
    answer_by: date | None = None
    extension_reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its end."""
        return self.outcome is RebuttalOutcome.OPEN

    def in_time(self, ends: Term) -> bool:
        """Whether it came, or left where the call counts that, within its term."""
        return ends.met_by(self.sent_at or self.received_at, self.received_at)


def answer_by(rebuttal: Rebuttal, ends: Term) -> date:
    """The last day to answer: the one it was put off to, or the days of the call after the end of the term.

    Where the call gives no days, and for what came after the term, the days count from the day it arrived.
    """
    if rebuttal.answer_by is not None:
        return rebuttal.answer_by
    arrived = rebuttal.received_at.astimezone(BRUSSELS).date()
    days = (ends.assessed_by - ends.end).days
    first = max(arrived, ends.end) if days else arrived
    return first + timedelta(days=days or ANSWER_DAYS)


def extension_of(rebuttal: Rebuttal) -> str:
    """By what the letter on the day to which the answer is put off is told from that on another day."""
    return f"{rebuttal.id}{_DAY}{rebuttal.answer_by}"


def rebuttal_in(about: str) -> str:
    """The id of the rebuttal that a letter is about, whatever it says of it; see ``Letter.about``."""
    return about.partition(_DAY)[0]


def objections(rebuttal: Rebuttal, ends: Term) -> tuple[Message, ...]:
    """Why a rebuttal may be inadmissible; what to do with that is for people to decide."""
    found = []
    if not rebuttal.in_time(ends):
        sent = rebuttal.sent_at if ends.counts is Counts.DISPATCH else None
        counted = sent or rebuttal.received_at
        found.append(say("rebuttal.too_late", moment=counted, end=ends.last_moment))
    if rebuttal.entitled is Entitled.NO:
        found.append(say("rebuttal.not_entitled", who=rebuttal.submitted_by or "?"))
    return tuple(found)


def proposed(rebuttal: Rebuttal, ends: Term, rulings: Sequence[Ruling]) -> RebuttalOutcome:
    """The outcome that follows from admissibility and what the jury thinks of each argument."""
    if objections(rebuttal, ends):
        return RebuttalOutcome.INADMISSIBLE
    if rulings and set(rulings) == {Ruling.FOUNDED}:
        return RebuttalOutcome.REVISED
    followed = any(ruling in (Ruling.FOUNDED, Ruling.IN_PART) for ruling in rulings)
    return RebuttalOutcome.IN_PART if followed else RebuttalOutcome.CONFIRMED


def unchecked(rebuttal: Rebuttal, outcome: RebuttalOutcome) -> Message | None:
    """Why a rebuttal cannot be heard yet, if it cannot: nobody looked up who handed it in."""
    if outcome in UNHEARD or rebuttal.entitled is not Entitled.TO_CHECK:
        return None
    return say("rebuttal.entitled_unknown")


def contradiction(outcome: RebuttalOutcome, points: Sequence[Point]) -> Message | None:
    """Why an outcome cannot stand beside what the jury thinks of the arguments, if it cannot."""
    ruled = [point.ruling for point in points if point.ruling]
    followed = any(ruling is not Ruling.UNFOUNDED for ruling in ruled)
    if outcome is RebuttalOutcome.CONFIRMED and followed:
        return say("rebuttal.followed_yet_confirmed")
    if outcome in FOLLOWED and ruled and not followed:
        return say("rebuttal.nothing_followed")
    return None
