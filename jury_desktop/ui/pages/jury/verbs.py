"""What the page asks of the services, as values that run on the database's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jury_desktop.domain.availability import Stretches
from jury_desktop.domain.call import Round
from jury_desktop.domain.juror import Juror
from jury_desktop.services.availability import save_availability
from jury_desktop.services.import_jurors import JurorImport, import_jurors
from jury_desktop.services.jury import declare_conflict, judge_conflict, remove_juror, save_juror
from jury_desktop.services.jury_changes import JuryChange, take_back_jury
from jury_desktop.services.packet_return import PacketReturn, import_sheet_file
from jury_desktop.services.packets import MadePacket, make_packet
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext


@dataclass(frozen=True, slots=True)
class SaveJuror:
    """Adds or changes a juror."""

    juror: Juror

    def __call__(self, dossier: Dossier, context: JobContext) -> JuryChange:
        return save_juror(dossier, self.juror)


@dataclass(frozen=True, slots=True)
class SaveAvailability:
    """Keeps when several jurors can sit."""

    available: Mapping[str, Stretches]

    def __call__(self, dossier: Dossier, context: JobContext) -> JuryChange:
        return save_availability(dossier, self.available)


@dataclass(frozen=True, slots=True)
class RemoveJuror:
    """Takes away a juror who was entered by mistake."""

    juror: str

    def __call__(self, dossier: Dossier, context: JobContext) -> JuryChange:
        return remove_juror(dossier, self.juror)


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    """A juror reports a conflict."""

    juror: str
    candidacy: str
    reason: str

    def __call__(self, dossier: Dossier, context: JobContext) -> JuryChange:
        return declare_conflict(dossier, self.juror, self.candidacy, self.reason)


@dataclass(frozen=True, slots=True)
class JudgeConflict:
    """The officer confirms or dismisses a conflict."""

    conflict: str
    confirmed: bool
    reason: str

    def __call__(self, dossier: Dossier, context: JobContext) -> JuryChange:
        return judge_conflict(dossier, self.conflict, confirmed=self.confirmed, reason=self.reason)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Puts the jury back as it was before one of these steps."""

    change: JuryChange

    def __call__(self, dossier: Dossier, context: JobContext) -> None:
        take_back_jury(dossier, self.change)


@dataclass(frozen=True, slots=True)
class RehearseImport:
    """What a list of jurors would change."""

    file: Path

    def __call__(self, dossier: Dossier, context: JobContext) -> JurorImport:
        return import_jurors(dossier, self.file, dry_run=True)


@dataclass(frozen=True, slots=True)
class ImportJurors:
    """Keeps a list of jurors."""

    file: Path

    def __call__(self, dossier: Dossier, context: JobContext) -> JurorImport:
        return import_jurors(dossier, self.file)


def take_back_list(found: JurorImport) -> TakeBack:
    """Takes a whole list back."""
    return TakeBack(found.change)


@dataclass(frozen=True, slots=True)
class MakePacket:
    """Writes a packet for a juror."""

    juror: str
    round: Round
    file: Path

    def __call__(self, dossier: Dossier, context: JobContext) -> MadePacket:
        return make_packet(dossier, self.juror, self.round, self.file)


@dataclass(frozen=True, slots=True)
class RehearseReturn:
    """What a sheet file that came back would change."""

    file: Path
    taken: tuple[str, ...] = ()

    def __call__(self, dossier: Dossier, context: JobContext) -> PacketReturn:
        return import_sheet_file(dossier, self.file, take_theirs=self.taken, dry_run=True)


@dataclass(frozen=True, slots=True)
class TakeReturn:
    """Takes a sheet file over."""

    file: Path
    taken: tuple[str, ...]

    def __call__(self, dossier: Dossier, context: JobContext) -> PacketReturn:
        return import_sheet_file(dossier, self.file, take_theirs=self.taken)
