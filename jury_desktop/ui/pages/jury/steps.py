"""What the user changes in the jury, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from jury_desktop.domain.availability import Stretches
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.services.availability import save_availability
from jury_desktop.services.import_jurors import JurorImport, import_jurors
from jury_desktop.services.jury import ConflictRow, declare_conflict, judge_conflict, remove_juror, save_juror
from jury_desktop.services.jury_changes import JuryChange, take_back_jury
from jury_desktop.services.packet_return import PacketReturn, SheetOutcome, import_sheet_file
from jury_desktop.services.packets import MadePacket, make_packet
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.text import area

tr = area("jury")

JUROR: Changes = frozenset({Subject.JUROR, Subject.CONFLICT})
CONFLICT: Changes = frozenset({Subject.CONFLICT})
SHEET: Changes = frozenset({Subject.SHEET})


def _take_back(change: JuryChange) -> Verb[None]:
    """Puts the jury back as it was before a step."""
    return calling(take_back_jury, change)


def _take_back_list(found: JurorImport) -> Verb[None]:
    return _take_back(found.change)


def saving(
    juror: Juror, seen: Juror | None = None, failed: Callable[[JuryError], object] | None = None
) -> Operation[JuryChange]:
    """Add a juror, or keep what was changed in what was ``seen``."""
    text = tr("Save juror {name}").format(name=juror.name)
    said = tr("{name} has been added.") if seen is None else tr("{name} has been changed.")
    told = Always(said.format(name=juror.name))
    verb = calling(save_juror, juror, seen)
    return Operation(text, verb, JUROR, _take_back, said=told, failed=failed)


def freeing(available: Mapping[str, Stretches]) -> Operation[JuryChange]:
    """Keep when several jurors (by id) can sit."""
    said = Always(tr("The availability of %n jurors has been changed.", "", len(available)))
    verb = calling(save_availability, available)
    return Operation(tr("Change availability"), verb, JUROR, _take_back, said=said)


def removing(juror: Juror) -> Operation[JuryChange]:
    """Take a juror away."""
    text = tr("Remove juror {name}").format(name=juror.name)
    told = Always(tr("{name} has been removed.").format(name=juror.name))
    return Operation(text, calling(remove_juror, juror.id), JUROR, _take_back, said=told)


def declaring(juror: str, candidacy: str, reason: str) -> Operation[JuryChange]:
    """Report a conflict."""
    verb = calling(declare_conflict, juror, candidacy, reason)
    told = partial(_told, tr("The conflict of interest has been declared."))
    return Operation(tr("Declare a conflict of interest"), verb, CONFLICT, _take_back, said=told)


def judging(row: ConflictRow, reason: str, *, confirmed: bool) -> Operation[JuryChange]:
    """Confirm or dismiss a conflict."""
    verb = calling(judge_conflict, row.conflict.id, confirmed=confirmed, reason=reason)
    said = tr("The conflict of {name} has been confirmed.")
    if not confirmed:
        said = tr("The conflict of {name} has been dismissed.")
    told = partial(_told, said.format(name=row.juror.name))
    return Operation(tr("Judge a conflict of interest"), verb, CONFLICT, _take_back, said=told)


def _told(done: str, change: JuryChange) -> str:
    """What was done, and that a sheet which was submitted already no longer counts."""
    if not change.uncounted:
        return done
    uncounted = tr("The sheet that {name} had submitted no longer counts.")
    return f"{done} {uncounted.format(name=change.uncounted)}"


def importing(file: Path) -> Operation[JurorImport]:
    """Take a list over."""
    verb = calling(import_jurors, file)
    return Operation(tr("Import jurors"), verb, JUROR, _take_back_list, said=_imported)


def _imported(found: JurorImport) -> str:
    added, changed = len(found.added), len(found.changed)
    return tr("%n jurors added", "", added) + ", " + tr("%n changed", "", changed) + "."


def packing(
    juror: Juror, round_: Round, file: Path, done: Callable[[MadePacket], object]
) -> Operation[MadePacket]:
    """Make a packet. It cannot be undone: the file has left the program."""
    text = tr("Making the packet for {name}…").format(name=juror.name)
    return Operation(text, calling(make_packet, juror.id, round_, file), JUROR, Final.LEFT, done=done)


def taking_over(file: Path, taken: tuple[str, ...]) -> Operation[PacketReturn]:
    """Take over what a juror sent back. What was submitted with it changes with a reason only."""
    text = tr("Take over the sheet of a juror")
    verb = calling(import_sheet_file, file, take_theirs=taken)
    return Operation(text, verb, SHEET, Final.SEALED, said=_taken_over)


def _taken_over(found: PacketReturn) -> str:
    submitted = len(found.outcomes(SheetOutcome.SUBMITTED, SheetOutcome.AMENDED))
    drafts, refused = (len(found.outcomes(each)) for each in (SheetOutcome.KEPT, SheetOutcome.REFUSED))
    counts = (
        tr("%n sheets submitted", "", submitted),
        tr("%n kept as a draft", "", drafts) if drafts else "",
        tr("%n not taken over", "", refused) if refused else "",
    )
    return tr("{name}: {counts}.").format(name=found.juror.name, counts=", ".join(filter(None, counts)))
