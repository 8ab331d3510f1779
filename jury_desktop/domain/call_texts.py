"""What a call says in its own words: its challenges, the analysis behind them, and its headings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """One "zodat ze …" of a challenge. ``key`` is challenge and position: ``"1.03"``."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One obstacle of a challenge. ``key`` is challenge and position: ``"1.03"``."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """A regio-uitdaging, in the call's own words.

    :param prevalence: its place in order of how common the persona is (1 = most).
    :param statement: the paragraphs before the obstacles.
    :param heading: the line above it in the call.
    :param goals_intro: the question the goals complete ("… zodat ze:").
    """

    number: int
    personas: str
    prevalence: int
    statement: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    goals: tuple[Goal, ...]
    heading: str = ""
    goals_intro: str = ""


@dataclass(frozen=True, slots=True)
class ServiceType:
    """A type of service the arena analysis found most needed."""

    text: str


@dataclass(frozen=True, slots=True)
class LocalAnalysis:
    """Verrijking, arena analysis and the other local input, in the call's own words; a call may lack any.

    :param arena_preferences: the way of working the participants prefer, one paragraph per group.
    :param arena_needs: what else they need, such as support for families.
    """

    enrichment_intro: tuple[str, ...] = ()
    recurring_points: tuple[str, ...] = ()
    extra_ideas: tuple[str, ...] = ()
    extra_obstacles_intro: str = ""
    extra_obstacles: tuple[str, ...] = ()
    arena_intro: tuple[str, ...] = ()
    arena_preferences: tuple[str, ...] = ()
    arena_needs: tuple[str, ...] = ()
    services_intro: str = ""
    services: tuple[ServiceType, ...] = ()
    arena_closing: tuple[str, ...] = ()
    other_input: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headings:
    """What the call prints above its parts; letters cite them ("zie Lokale timing"). Empty where it has none.

    :param timing_points: the points listed under the heading of the timing, before its table.
    """

    area: str = ""
    challenges: str = ""
    analysis: str = ""
    enrichment: str = ""
    arena: str = ""
    personas: str = ""
    other_input: str = ""
    timing: str = ""
    timing_points: tuple[str, ...] = ()
    contact: str = ""
