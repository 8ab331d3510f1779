"""Saving what can be read of a damaged dossier, with an account of what was lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.messages import Message, say
from jury_desktop.services.ports import Dossier
from jury_desktop.services.record import as_json
from jury_desktop.services.soundness import verify
from jury_desktop.storage.salvage import Carried, salvage
from jury_desktop.storage.store import open_store


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came of a damaged dossier.

    :param file: the new dossier.
    :param tables: how much of each was kept and lost.
    :param problems: what the check of the new dossier finds: where its history has holes.
    """

    file: Path
    tables: tuple[Carried, ...]
    problems: int

    @property
    def lost(self) -> tuple[Carried, ...]:
        """The tables of which something is lost."""
        return tuple(each for each in self.tables if each.lost != 0)

    def account(self) -> Iterator[Message]:
        """What was lost, a line for each table, and where an empty row stands in the place of a lost one."""
        for each in self.lost:
            if each.lost is None:
                yield say("salvage.lost_unknown", table=each.table, kept=each.kept)
            else:
                yield say("salvage.lost", table=each.table, kept=each.kept, lost=each.lost)
        for each in self.tables:
            if each.stubs:
                yield say("salvage.stubs", table=each.table, names=", ".join(each.stubs))


def save_readable(damaged: Path, target: Path, who: str, now: datetime) -> Salvage:
    """Makes a new dossier of what can be read of a damaged one; its journal says so.

    :raises JuryError: nothing of it can be read, or the new file cannot be made; nothing is left behind.
    """
    tables = salvage(damaged, target)
    store = open_store(target)
    try:
        dossier = Dossier(store, who, lambda: now)
        with dossier.change() as uow:
            lost = {each.table: "?" if each.lost is None else each.lost for each in tables if each.lost != 0}
            stubs = {each.table: each.stubs for each in tables if each.stubs}
            told = as_json({"lost": lost, "stubs": stubs})
            uow.journal.append("dossier.salvaged", "dossier", damaged.name, new=told)
        return Salvage(target, tables, len(verify(dossier).problems))
    except BaseException:
        store.close()
        target.unlink(missing_ok=True)
        raise
    finally:
        store.close()
