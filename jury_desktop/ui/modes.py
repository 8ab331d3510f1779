"""What the window offers for what is open in it: a whole dossier, or the packet of one juror."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Role
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.glance import call_of
from jury_desktop.services.packet_desk import desk_of, is_desk, own_work
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring_desk import ScoringRow, own_desk
from jury_desktop.ui.navigation import RailEntry
from jury_desktop.ui.readings import Hit, RailState
from jury_desktop.ui.wiring import Wiring

DESK = RailEntry("desk", "clipboard-check", "desk:DeskPage")
OWN = RailEntry("own", "clipboard-check", "desk:OwnPage")
_READS: Mapping[Role, frozenset[str]] = {
    Role.OBSERVER: frozenset({"overview", "candidacies", "planning", "session", "deliberation"}),
    Role.SECOND_READER: frozenset({"overview", "candidacies", "deliberation", "letters", "journal"}),
}
"""The pages that show what a role may read."""


@dataclass(frozen=True, slots=True)
class Mode:
    """The pages of the rail, and what is read for the frame of the window.

    :ivar reading: why what changes something is not offered; None where it is.
    """

    stages: tuple[RailEntry, ...]
    rail: Callable[[Dossier], RailState]
    search: Callable[[Dossier], Sequence[Hit]]
    reading: Message | None = None


def mode_for(dossier: Dossier, wiring: Wiring, stages: Sequence[RailEntry]) -> Mode:
    """For a packet or a juror their own page and nothing else; for a dossier all stages that its user may
    see."""
    role = dossier.who.role if dossier.who is not None else None
    if is_desk(dossier):
        return Mode((DESK,), _desk_state, _desk_hits)
    if role is Role.JUROR:
        return Mode((OWN,), _own_state, _own_hits)
    if role is not None and role in _READS:
        shown = tuple(each for each in stages if each.key in _READS[role])
        return Mode(shown, wiring.rail, _work_hits, say(f"rights.works_as_{role.value}"))
    return usual_mode(wiring, stages)


def usual_mode(wiring: Wiring, stages: Sequence[RailEntry]) -> Mode:
    """The whole procedure."""
    return Mode(tuple(stages), wiring.rail, wiring.search)


def _desk_state(dossier: Dossier) -> RailState:
    work = own_work(desk_of(dossier))
    call = f"{work.desk.call.short_title} · {work.desk.call.year}"
    count = f"{work.submitted}/{len(work.rows)}"
    return RailState(call, dossier.actor, dossier.store.name, work.saved, False, {DESK.key: count})


def _own_state(dossier: Dossier) -> RailState:
    """What a juror who signed in sees in the frame: how far they are, and nothing of the others."""
    rows, call = _own_rows(dossier), call_of(dossier)
    count = f"{sum(row.submitted for row in rows)}/{len(rows)}"
    title = f"{call.short_title} · {call.year}"
    return RailState(title, dossier.actor, dossier.store.name, counts={OWN.key: count})


def _own_hits(dossier: Dossier) -> tuple[Hit, ...]:
    return tuple(_hit(row.candidacy, OWN) for row in _own_rows(dossier))


def _own_rows(dossier: Dossier) -> tuple[ScoringRow, ...]:
    desk = own_desk(dossier)
    return desk.mine.rows if desk is not None and desk.mine is not None else ()


def _work_hits(dossier: Dossier) -> tuple[Hit, ...]:
    """The candidacies that may be read."""
    return tuple(
        Hit(f"{c.reference}  {c.organisation}", "", "candidacies", c.reference, "inbox")
        for c in (row.candidacy for row in list_candidacies(dossier))
    )


def _desk_hits(dossier: Dossier) -> tuple[Hit, ...]:
    return tuple(_hit(row.candidacy, DESK) for row in own_work(desk_of(dossier)).rows)


def _hit(candidacy: Candidacy, page: RailEntry) -> Hit:
    text = f"{candidacy.reference}  {candidacy.organisation}"
    return Hit(text, "", page.key, candidacy.reference, page.icon)
