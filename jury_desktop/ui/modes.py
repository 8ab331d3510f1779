"""What the window offers for what is open in it: a whole dossier, or the packet of one juror."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jury_desktop.services.packet_desk import desk_of, is_desk, own_work
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.navigation import RailEntry
from jury_desktop.ui.readings import Hit, RailState
from jury_desktop.ui.wiring import Wiring

DESK = RailEntry("desk", "clipboard-check", "desk:DeskPage")


@dataclass(frozen=True, slots=True)
class Mode:
    """The pages of the rail, and what is read for the frame of the window."""

    stages: tuple[RailEntry, ...]
    rail: Callable[[Dossier], RailState]
    search: Callable[[Dossier], Sequence[Hit]]


def mode_for(dossier: Dossier, wiring: Wiring, stages: Sequence[RailEntry]) -> Mode:
    """For a packet the juror's own page and nothing else; for a dossier all stages."""
    if is_desk(dossier):
        return Mode((DESK,), _desk_state, _desk_hits)
    return usual_mode(wiring, stages)


def usual_mode(wiring: Wiring, stages: Sequence[RailEntry]) -> Mode:
    """The whole procedure."""
    return Mode(tuple(stages), wiring.rail, wiring.search)


def _desk_state(dossier: Dossier) -> RailState:
    work = own_work(desk_of(dossier))
    call = f"{work.desk.call.short_title} · {work.desk.call.year}"
    count = f"{work.submitted}/{len(work.rows)}"
    return RailState(call, dossier.actor, dossier.store.name, work.saved, False, {DESK.key: count})


def _desk_hits(dossier: Dossier) -> tuple[Hit, ...]:
    rows = own_work(desk_of(dossier)).rows
    return tuple(
        Hit(f"{c.reference}  {c.organisation}", "", DESK.key, c.reference, "clipboard-check")
        for c in (row.candidacy for row in rows)
    )
