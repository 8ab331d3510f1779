"""What the frame of the window reads from the dossier: the rail's counts and what the palette can find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from jury_desktop.services.ports import Dossier


@dataclass(frozen=True, slots=True)
class RailState:
    """What the rail shows beside its entries.

    :param call: title of the call, shown in at most two lines.
    :param user: who works here; ``file`` the name of the dossier.
    :param saved: when the dossier was last written, aware; None if never.
    :param read_only: nothing can be changed in it here.
    :param counts: per stage key its count as text ("14", "71%", "12/12"); a missing key shows none.
    """

    call: str = ""
    user: str = ""
    file: str = ""
    saved: datetime | None = None
    read_only: bool = False
    counts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something the palette can find besides actions: shown as ``text``, with ``detail`` in grey.

    :param page: the page that shows it, and ``ref`` what to select there.
    """

    text: str
    detail: str
    page: str
    ref: str
    icon: str = "file-text"


def rail_state(dossier: Dossier) -> RailState:
    """The rail for this dossier, as it is now."""
    from jury_desktop.services.stage_counts import stage_counts

    seen = stage_counts(dossier)
    call = f"{seen.call.short_title} · {seen.call.year}"
    reads = dossier.store.read_only is not None
    return RailState(call, dossier.actor, dossier.store.name, seen.saved, reads, seen.counts)


def search_hits(dossier: Dossier) -> tuple[Hit, ...]:
    """Candidacies and jurors, by reference and name."""
    with dossier.read() as uow:
        candidacies = [
            Hit(f"{c.reference}  {c.organisation}", "", "candidacies", c.reference, "inbox")
            for c in uow.candidacies.find()
        ]
        jurors = [Hit(j.name, j.organisation, "jury", j.id, "user") for j in uow.jurors.find()]
    return (*candidacies, *jurors)
