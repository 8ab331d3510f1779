"""What the page asks of the services, as values that run on the database's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jury_desktop.services.packet_desk import OwnWork, desk_of, own_work, write_sheet
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext


@dataclass(frozen=True, slots=True)
class ReadOwnWork:
    """The juror's work as it is now."""

    def __call__(self, dossier: Dossier, context: JobContext) -> OwnWork:
        return own_work(desk_of(dossier))


@dataclass(frozen=True, slots=True)
class WriteSheet:
    """Writes the sheet that goes back."""

    file: Path

    def __call__(self, dossier: Dossier, context: JobContext) -> Path:
        return write_sheet(desk_of(dossier), self.file)
