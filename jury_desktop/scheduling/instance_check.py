"""What must hold between the parts of an instance: names are unique and refer to something that exists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Pitch, PlanInstance

MOST = {"pitches": 2000, "jurors": 300, "windows": 100, "conflicts": 100_000}
"""How much of each a problem may hold: about three times the largest known selection."""
MOST_ROOMS = 50
"""Rooms of one window."""


def check_size(document: Any) -> None:
    """JuryError when a problem is larger than can be planned; looks at nothing but how much there is."""
    if not isinstance(document, dict):
        return
    for name, most in MOST.items():
        found = document.get(name)
        if isinstance(found, list) and len(found) > most:
            raise refuse("scheduling.too_large", place=name, found=len(found), most=most)


def check(instance: PlanInstance) -> None:
    """JuryError that names the place when an id is used twice or refers to nothing."""
    for index, window in enumerate(instance.windows):
        if window.rooms > MOST_ROOMS:
            place = f"windows[{index}].rooms"
            raise refuse("scheduling.too_large", place=place, found=window.rooms, most=MOST_ROOMS)
    windows = _unique("windows", (window.id for window in instance.windows))
    pitches = _unique("pitches", (pitch.id for pitch in instance.pitches))
    jurors = _unique("jurors", (juror.id for juror in instance.jurors))
    for index, pitch in enumerate(instance.pitches):
        _check_pitch(f"pitches[{index}]", pitch, windows)
    for index, (juror, pitch_id) in enumerate(instance.conflicts):
        _known(f"conflicts[{index}].juror", juror, jurors)
        _known(f"conflicts[{index}].pitch", pitch_id, pitches)
    if len(set(instance.rules.levels)) < len(instance.rules.levels):
        raise refuse("scheduling.twice", place="rules.levels", name=", ".join(instance.rules.levels))


def warnings_of(instance: PlanInstance) -> tuple[Message, ...]:
    """What is strange and keeps nobody from solving: a quorum that no panel may reach, and wishes for windows
    that are not there, each with its place.

    Such a wish stays what it is, and cannot be met.
    """
    windows, rules = {window.id for window in instance.windows}, instance.rules
    found: tuple[Message, ...] = ()
    if rules.panel_max is not None and rules.panel_max < rules.quorum:
        found = (say("scheduling.quorum_large", quorum=rules.quorum, largest=rules.panel_max),)
    return found + tuple(
        say("scheduling.unknown_wish", place=f"pitches[{p}].preferred_windows[{w}]", name=name)
        for p, pitch in enumerate(instance.pitches)
        for w, name in enumerate(pitch.preferred_windows)
        if name not in windows
    )


def _check_pitch(place: str, pitch: Pitch, windows: set[str]) -> None:
    if pitch.pinned is not None:
        _known(f"{place}.pinned.window", pitch.pinned.window, windows)


def _unique(place: str, names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            raise refuse("scheduling.twice", place=f"{place}[{index}].id", name=name)
        seen.add(name)
    return seen


def _known(place: str, name: str, names: set[str]) -> None:
    if name not in names:
        raise refuse("scheduling.unknown_name", place=place, name=name)
