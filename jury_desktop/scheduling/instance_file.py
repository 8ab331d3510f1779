"""The planning instance and the plan as JSON (scheduling.md: instance, plan)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import (
    Expertise,
    Interval,
    Level,
    Pitch,
    PitchPlan,
    PlanInstance,
    PlanJuror,
    PlanRules,
    Slot,
)
from jury_desktop.scheduling.instance_check import check, check_size, warnings_of
from jury_desktop.scheduling.json_node import LET_THROUGH, Node, NumberName

T = TypeVar("T")
LONGEST = timedelta(days=1)
"""No session window lasts longer."""


def read_instance(text: str) -> PlanInstance:
    """The instance that a JSON text describes; JuryError with the place when something is wrong with it."""
    return read_problem(text)[0]


def read_problem(text: str) -> tuple[PlanInstance, tuple[Message, ...]]:
    """The instance, and what in the text is strange but keeps nobody from solving it.

    JuryError with the place when something is wrong, and when it is more than can be planned.
    """
    try:
        document = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise refuse("scheduling.not_json", line=line) from error
    check_size(document)
    node = Node(document, "")
    found = node.read(_instance)
    check(found)
    return found, (*node.strange.values(), *warnings_of(found))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of one part; which of two of one name counts, nobody can know."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs if not name.startswith(LET_THROUGH)]
        for name in names:
            if names.count(name) > 1:
                raise refuse("scheduling.key_twice", name=name)
    return found


def _many(node: Node, name: str, read: Callable[[Node], T]) -> tuple[T, ...]:
    found = node.get(name)
    return found.each(read) if found else ()


def _maybe(node: Node, name: str, read: Callable[[Node], T]) -> T | None:
    found = node.get(name)
    return read(found) if found else None


def _instance(node: Node) -> PlanInstance:
    return PlanInstance(
        grid_minutes=node.need("grid_minutes").whole(1),
        windows=node.need("windows").each(_window),
        rules=node.need("rules").read(_rules),
        pitches=node.need("pitches").each(_pitch),
        jurors=node.need("jurors").each(_juror),
        conflicts=_many(node, "conflicts", _conflict),
    )


def _window(node: Node) -> SessionWindow:
    node.know("place", "room_names", "online")
    stretch = _interval(node)
    rooms = node.get("rooms")
    if stretch.end - stretch.start > LONGEST:
        raise refuse("scheduling.too_long", place=node.place)
    return SessionWindow(node.need("id").name(), stretch.start, stretch.end, rooms.whole(1) if rooms else 1)


def _interval(node: Node) -> Interval:
    start, end = node.need("start").moment(), node.need("end").moment()
    if end <= start:
        raise refuse("scheduling.ends_before_start", place=node.place)
    return Interval(start, end)


def _slot(node: Node) -> Slot:
    room = node.get("room")
    return Slot(node.need("window").name(), room.whole(1) if room else 1, node.need("start").moment())


def _rules(node: Node) -> PlanRules:
    def number(name: str, default: int) -> int:
        found = node.get(name)
        return found.whole() if found else default

    expertise = node.get("expertise")
    levels = node.get("levels")
    return PlanRules(
        quorum=node.need("quorum").whole(),
        panel_max=_maybe(node, "panel_max", lambda it: it.whole(1)),
        break_after=number("break_after", 0),
        break_minutes=number("break_minutes", 0),
        changeover_minutes=number("changeover_minutes", 0),
        expertise=expertise.one_of(Expertise, tuple(Expertise)) if expertise else Expertise.SOFT,
        common_jurors=number("common_jurors", 0),
        levels=levels.each(lambda it: it.one_of(Level, tuple(Level))) if levels else tuple(Level),
    )


def _pitch(node: Node) -> Pitch:
    return Pitch(
        id=node.need("id").name(),
        minutes=node.need("minutes").whole(1),
        organisations=_many(node, "organisations", Node.name),
        challenges=_many(node, "challenges", Node.whole),
        unavailable=_many(node, "unavailable", _interval),
        preferred_windows=_many(node, "preferred_windows", Node.name),
        pinned=_maybe(node, "pinned", lambda it: it.read(_slot)),
        communicated=_maybe(node, "communicated", lambda it: it.read(_slot)),
    )


def _juror(node: Node) -> PlanJuror:
    return PlanJuror(
        id=node.need("id").name(),
        organisation=_maybe(node, "organisation", lambda it: str(it.value)) or "",
        available=node.need("available").each(_interval),
        expertise=_many(node, "expertise", Node.whole),
        max_minutes_per_day=_maybe(node, "max_minutes_per_day", Node.whole),
    )


def _conflict(node: Node) -> tuple[str, str]:
    return node.need("juror").name(), node.need("pitch").name()


def instance_document(instance: PlanInstance) -> dict[str, Any]:
    """The instance as plain values, ready for JSON."""
    return {
        "grid_minutes": instance.grid_minutes,
        "windows": [
            {"id": w.id, "start": w.start.isoformat(), "end": w.end.isoformat(), "rooms": w.rooms}
            for w in instance.windows
        ],
        "rules": _rules_document(instance.rules),
        "pitches": [_pitch_document(pitch) for pitch in instance.pitches],
        "jurors": [_juror_document(juror) for juror in instance.jurors],
        "conflicts": [{"juror": juror, "pitch": pitch} for juror, pitch in instance.conflicts],
    }


def _rules_document(rules: PlanRules) -> dict[str, Any]:
    return {
        "quorum": rules.quorum,
        "panel_max": rules.panel_max,
        "break_after": rules.break_after,
        "break_minutes": rules.break_minutes,
        "changeover_minutes": rules.changeover_minutes,
        "expertise": rules.expertise.value,
        "common_jurors": rules.common_jurors,
        "levels": [level.value for level in rules.levels],
    }


def _pitch_document(pitch: Pitch) -> dict[str, Any]:
    return {
        "id": pitch.id,
        "minutes": pitch.minutes,
        "organisations": list(pitch.organisations),
        "challenges": list(pitch.challenges),
        "unavailable": [_interval_document(stretch) for stretch in pitch.unavailable],
        "preferred_windows": list(pitch.preferred_windows),
        "pinned": _slot_document(pitch.pinned),
        "communicated": _slot_document(pitch.communicated),
    }


def _juror_document(juror: PlanJuror) -> dict[str, Any]:
    return {
        "id": juror.id,
        "organisation": juror.organisation,
        "available": [_interval_document(stretch) for stretch in juror.available],
        "expertise": list(juror.expertise),
        "max_minutes_per_day": juror.max_minutes_per_day,
    }


def _interval_document(stretch: Interval) -> dict[str, str]:
    return {"start": stretch.start.isoformat(), "end": stretch.end.isoformat()}


def _slot_document(slot: Slot | None) -> dict[str, Any] | None:
    if slot is None:
        return None
    return {"window": slot.window, "room": slot.room, "start": slot.start.isoformat()}


def _written(name: str) -> str | int:
    """An id as the file of the problem writes it."""
    return int(name) if isinstance(name, NumberName) else name


def plan_document(plan: PitchPlan, words: Callable[[Message], str]) -> Mapping[str, Any]:
    """The plan as plain values, ready for JSON; ``words`` renders its texts in the language of the reader."""
    return {
        "status": plan.status.value,
        "levels": [{"name": it.name.value, "value": it.value, "bound": it.bound} for it in plan.levels],
        "assignments": [
            {
                "pitch": _written(it.pitch),
                "window": _written(it.window),
                "room": it.room,
                "start": it.start.isoformat(),
                "end": it.end.isoformat(),
                "jurors": [_written(name) for name in it.jurors],
            }
            for it in plan.assignments
        ],
        "left_out": [
            {"pitch": _written(it.pitch), "reasons": [words(reason) for reason in it.reasons]}
            for it in plan.left_out
        ],
        "explanation": [
            {
                "constraint": it.constraint,
                "who": [_written(name) for name in it.who],
                "text": " ".join(map(words, (it.text, *it.also))),
                "would_help": [words(help_) for help_ in it.would_help],
            }
            for it in plan.explanation
        ],
        "seconds": plan.seconds,
        "seed": plan.seed,
    }
