"""The clock of a pitch: its phases, started, stopped and continued, all told by moments that are kept.

Nothing counts seconds: what has passed follows from when the clock was started, so that a program that
crashed shows the same time when it is back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jury_desktop.domain.call_rules import PitchRules
from jury_desktop.domain.session import Phase, PitchRun, Stretch

NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A phase and how long it may take."""

    phase: Phase
    length: timedelta


def parts(rules: PitchRules, run: PitchRun | None = None) -> tuple[Part, ...]:
    """The phases of a pitch by the call, the first shortened where that was decided; none of no minutes."""
    shortened = run.candidate.pitch_minutes if run and run.candidate else None
    lengths = (
        (Phase.PITCH, rules.pitch_minutes if shortened is None else shortened),
        (Phase.QUESTIONS, rules.question_minutes),
        (Phase.DELIBERATION, rules.deliberation_minutes),
    )
    return tuple(Part(phase, timedelta(minutes=minutes)) for phase, minutes in lengths if minutes)


def part_now(run: PitchRun | None, phases: Sequence[Part]) -> Part:
    """The phase the clock stands in; the first before it was started."""
    here = run.stretches[-1].phase if run and run.stretches else None
    return next((part for part in phases if part.phase is here), phases[0])


def spent(run: PitchRun | None, phase: Phase, now: datetime) -> timedelta:
    """How long the clock ran in a phase; a clock that was set back meanwhile takes nothing away."""
    stretches = [it for it in run.stretches if it.phase is phase] if run else []
    return sum((max(NONE, (it.end or now) - it.start) for it in stretches), NONE)


def left(run: PitchRun | None, phases: Sequence[Part], now: datetime) -> timedelta:
    """What is left of the phase the clock stands in; below zero once it has run over."""
    part = part_now(run, phases)
    return part.length - spent(run, part.phase, now)


def expected_end(run: PitchRun | None, phases: Sequence[Part], now: datetime) -> datetime:
    """When the pitch is over if it goes on from now, and every phase still to come takes its whole length."""
    here = part_now(run, phases)
    later = phases[list(phases).index(here) + 1 :]
    return now + max(NONE, left(run, phases, now)) + sum((part.length for part in later), NONE)


def started(run: PitchRun, phases: Sequence[Part], now: datetime) -> PitchRun:
    """The clock runs, in the phase it stands in; one that runs stays as it is."""
    if run.running:
        return run
    stretch = Stretch(part_now(run, phases).phase, now)
    return replace(run, stretches=(*run.stretches, stretch), ended_at=None)


def stopped(run: PitchRun, now: datetime) -> PitchRun:
    """The clock stands still."""
    if not run.running:
        return run
    last = run.stretches[-1]
    return replace(run, stretches=(*run.stretches[:-1], replace(last, end=max(last.start, now))))


def in_next_phase(run: PitchRun, phases: Sequence[Part], now: datetime) -> PitchRun:
    """The next phase begins and its clock runs; after the last one nothing changes."""
    at = list(phases).index(part_now(run, phases))
    if at == len(phases) - 1:
        return run
    halted = stopped(run, now)
    return replace(halted, stretches=(*halted.stretches, Stretch(phases[at + 1].phase, now)), ended_at=None)


def ended(run: PitchRun, now: datetime) -> PitchRun:
    """The pitch is over."""
    return replace(stopped(run, now), ended_at=now)
