"""What a proposal says, made: the instance as it would be, read off the sentence alone.

Written apart from ``scheduling.relax`` and ``scheduling.drop``, whose proposals are checked with it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Expertise, Interval, PlanInstance, PlanJuror


def carried_out(instance: PlanInstance, proposal: Message) -> PlanInstance:
    """The instance with exactly what a proposal asks, and nothing else."""
    values: dict[str, Any] = dict(proposal.values)
    window = _window(instance, values["when"]) if "when" in values else None
    match proposal.key.removeprefix("scheduling.help_"):
        case "break":
            return _rules(instance, break_minutes=values["minutes"])
        case "quorum":
            return _rules(instance, quorum=values["quorum"])
        case "expertise":
            return _rules(instance, expertise=Expertise.SOFT)
        case "pinned":
            pitches = (
                replace(it, pinned=None) if it.id == values["pitch"] else it for it in instance.pitches
            )
            return replace(instance, pitches=tuple(pitches))
        case "day_limit":
            return _juror(instance, values["juror"], lambda it: replace(it, max_minutes_per_day=None))
        case "absent":
            assert window is not None
            span = Interval(window.start, window.end)
            return _juror(instance, values["juror"], lambda it: replace(it, available=(*it.available, span)))
        case "candidate":
            return _candidate_comes(instance, values["pitch"], window)
        case "room":
            return _windows(instance, window, lambda it: replace(it, rooms=it.rooms + 1))
        case "window" | "window_jurors":
            return _longer(instance, window, values)
        case other:
            raise AssertionError(f"a proposal that nobody can check: {other}")


def _longer(instance: PlanInstance, window: SessionWindow | None, values: dict[str, Any]) -> PlanInstance:
    assert window is not None
    end = window.end + timedelta(minutes=values["minutes"])
    changed = _windows(instance, window, lambda it: replace(it, end=end))
    if "jurors" in values:
        assert values["until"] == end
    more = Interval(window.end, end)
    for name in values.get("jurors", ()):
        changed = _juror(changed, name, lambda it: replace(it, available=(*it.available, more)))
    return changed


def _candidate_comes(instance: PlanInstance, pitch: str, window: SessionWindow | None) -> PlanInstance:
    assert window is not None
    kept = []
    for it in next(it for it in instance.pitches if it.id == pitch).unavailable:
        if it.start < window.start:
            kept.append(Interval(it.start, min(it.end, window.start)))
        if it.end > window.end:
            kept.append(Interval(max(it.start, window.end), it.end))
    pitches = (replace(it, unavailable=tuple(kept)) if it.id == pitch else it for it in instance.pitches)
    return replace(instance, pitches=tuple(pitches))


def _window(instance: PlanInstance, moment: date | datetime | str) -> SessionWindow:
    if isinstance(moment, str):
        return next(it for it in instance.windows if moment.endswith(f"({it.id})"))
    exact = isinstance(moment, datetime)
    (found,) = (it for it in instance.windows if (it.start if exact else it.start.date()) == moment)
    return found


def _rules(instance: PlanInstance, **values: Any) -> PlanInstance:
    return replace(instance, rules=replace(instance.rules, **values))


def _windows(instance: PlanInstance, window: SessionWindow | None, change: Any) -> PlanInstance:
    assert window is not None
    return replace(
        instance, windows=tuple(change(it) if it.id == window.id else it for it in instance.windows)
    )


def _juror(instance: PlanInstance, name: str, change: Any) -> PlanInstance:
    jurors: tuple[PlanJuror, ...] = tuple(change(it) if it.id == name else it for it in instance.jurors)
    return replace(instance, jurors=jurors)
