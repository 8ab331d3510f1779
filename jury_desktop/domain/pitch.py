"""The pitch planning problem and its plan, as data (scheduling.md: instance and plan)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.messages import Message, Value


class Expertise(StrEnum):
    """Whether a panel must know one of the challenges of the pitch."""

    HARD = "hard"
    SOFT = "soft"
    OFF = "off"


class Level(StrEnum):
    """The soft goals, in the default order of importance; each is a whole number, smaller is better.

    A level that the rules leave out is not pursued; without LEFT_OUT every pitch must get a place.
    """

    LEFT_OUT = "left_out"
    """Pitches without a place."""
    TOLD_LEFT_OUT = "told_left_out"
    """Communicated pitches without a place: when some must go without, it is who was told nothing yet."""
    MOVED = "moved"
    """Communicated pitches that do not stand at their slot, also those that lost their place."""
    MOVED_MINUTES = "moved_minutes"
    """Minutes between communicated and planned start, over the communicated pitches with a place."""
    PREFERENCE_MISSED = "preference_missed"
    """Pitches with a place outside the windows they prefer."""
    NO_EXPERT = "no_expert"
    """Pitches with a place whose panel knows none of their challenges; 0 when expertise is off."""
    NO_COMMON_JURORS = "no_common_jurors"
    """All used windows when fewer than ``common_jurors`` jurors sit in every used window, otherwise 0."""
    CHALLENGE_CHANGES = "challenge_changes"
    """Neighbours in a room of a window that share no challenge."""
    JUROR_BURDEN = "juror_burden"
    """60 for each day a juror attends, plus minutes between first and last pitch of a window without a seat,
    plus the difference in minutes between who sits most and who sits least."""
    IDLE_ROOM = "idle_room"
    """Minutes a used room stands empty between the start of the window and its last pitch."""


class PlanStatus(StrEnum):
    """What the solver proved. OPTIMAL only when every level is proven."""

    OPTIMAL = "OPTIMAL"
    FEASIBLE = "FEASIBLE"
    INFEASIBLE = "INFEASIBLE"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time, aware, ``end`` not included."""

    start: datetime
    end: datetime

    def covers(self, other: Interval) -> bool:
        """Whether ``other`` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share any time."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the plan: window, room (from 1) and start."""

    window: str
    room: int
    start: datetime


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The rules of a plan; minutes. ``panel_max`` None seats everyone who can."""

    quorum: int
    panel_max: int | None
    break_after: int
    break_minutes: int
    changeover_minutes: int
    expertise: Expertise
    common_jurors: int
    levels: tuple[Level, ...] = tuple(Level)


@dataclass(frozen=True, slots=True)
class Pitch:
    """One candidacy to be heard. ``pinned`` stays; ``communicated`` may move, at a cost."""

    id: str
    minutes: int
    organisations: tuple[str, ...]
    challenges: tuple[int, ...]
    unavailable: tuple[Interval, ...] = ()
    preferred_windows: tuple[str, ...] = ()
    pinned: Slot | None = None
    communicated: Slot | None = None


@dataclass(frozen=True, slots=True)
class PlanJuror:
    """A juror as the planner sees one."""

    id: str
    organisation: str
    available: tuple[Interval, ...]
    expertise: tuple[int, ...] = ()
    max_minutes_per_day: int | None = None


@dataclass(frozen=True, slots=True)
class PlanInstance:
    """A whole planning problem. ``conflicts`` are (juror id, pitch id)."""

    grid_minutes: int
    windows: tuple[SessionWindow, ...]
    rules: PlanRules
    pitches: tuple[Pitch, ...]
    jurors: tuple[PlanJuror, ...]
    conflicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """One pitch on the plan with its panel."""

    pitch: str
    window: str
    room: int
    start: datetime
    end: datetime
    jurors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelResult:
    """How a level came out: its value and the best bound the solver proved (equal when optimal)."""

    name: Level
    value: int
    bound: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A pitch without a place and why."""

    pitch: str
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A constraint that binds: who it concerns, the sentence, and what would help (each tested).

    :param also: further sentences, where facts bind only together and one explanation has to tell them all.
    """

    constraint: str
    who: tuple[str, ...]
    text: Message
    would_help: tuple[Message, ...] = ()
    also: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PitchPlan:
    """The solver's answer; ``seconds`` is wall time."""

    status: PlanStatus
    levels: tuple[LevelResult, ...]
    assignments: tuple[Assignment, ...]
    left_out: tuple[LeftOut, ...]
    explanation: tuple[Explanation, ...]
    seconds: float
    seed: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the solver is: improving ``level`` (``step`` of ``steps``), its best ``value`` and proven
    ``bound`` so far (None while no plan is known); ``seconds`` since the start."""

    level: Level
    step: int
    steps: int
    value: int | None
    bound: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Move:
    """The verdict on placing a pitch by hand.

    :param reasons: why it cannot, empty when legal.
    :param plan: the plan after the move, None when it is not legal.
    :param also_moved: other pitches that changed place, as in a swap.
    :param worse: levels that come out worse than before, as (level, before, after).
    """

    legal: bool
    reasons: tuple[Message, ...]
    plan: PitchPlan | None
    also_moved: tuple[str, ...] = ()
    worse: tuple[tuple[Level, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A pitch plan as kept: version number from 1, the problem it solves, and whether it was communicated."""

    id: str
    version: int
    instance: PlanInstance
    plan: PitchPlan
    created_at: datetime
    communicated_at: datetime | None = None


def with_names(message: Message, names: Mapping[str, str]) -> Message:
    """The message with the ids in its values replaced by the names people know; others stay as they are."""

    def named(value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(names.get(one, one) for one in value)
        return names.get(value, value) if isinstance(value, str) else value

    return Message(message.key, {key: named(value) for key, value in message.values.items()})
