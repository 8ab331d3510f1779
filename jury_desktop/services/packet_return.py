"""A sheet file that came back from a juror: recognised, compared cell by cell, and merged into the dossier.

What would be taken over is told without a single score: until the call's rule opens them, nobody sees what
another has given. Every rule of the desk holds: not where a conflict bars by now, not in a sheet that was
submitted here meanwhile, not in a round that has ended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from jury_desktop.domain.anchor import typed
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.packet import IssuedPacket, ReturnedWork, are_of
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Sheet, items_of, label, missing
from jury_desktop.domain.sheet_merge import Cell, CellKind, CellState, merge_sheets, same_answers
from jury_desktop.packets import read_sheet_file
from jury_desktop.packets.files import LARGEST_SHEET_FILE
from jury_desktop.services.admission import needs
from jury_desktop.services.anchors import held
from jury_desktop.services.packets import packet_subject
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import refuse_when_closed
from jury_desktop.services.scoring import keep_sheet, refuse_incomplete, sealed, sheet_of
from jury_desktop.services.session_runs import refuse_still_to_come
from jury_desktop.services.whole_files import read_whole

TAKEN = (CellState.NEW, CellState.CHANGED)
"""The cells that a sheet brings without anybody having to choose."""
DIFFERING = (CellState.CONFLICT, CellState.KEPT)
"""The cells that hold something else here, because they were changed here since."""


class ReturnState(StrEnum):
    """What a sheet file is to the dossier."""

    NEW = "new"
    KNOWN = "known"
    """The very same one was taken over before."""
    OUTDATED = "outdated"
    """A later one of the same juror was taken over before: nothing of this one is."""


class SheetOutcome(StrEnum):
    """What becomes of the sheet on one candidacy."""

    SAME = "same"
    """Nothing changes."""
    KEPT = "kept"
    """It is kept as a draft."""
    SUBMITTED = "submitted"
    AMENDED = "amended"
    """It had been submitted, and is changed with the juror's reason."""
    REFUSED = "refused"
    """Nothing of it is taken over; a note says why."""


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell by the name people know; empty for the general remark."""

    kind: CellKind
    name: str
    state: CellState


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """The sheet on one candidacy: its cells, what becomes of it, and what there is to know.

    :param taken: whether the juror's side is taken where this side changed something too.
    """

    reference: str
    organisation: str
    cells: tuple[NamedCell, ...]
    outcome: SheetOutcome
    notes: tuple[Message, ...] = ()
    taken: bool = False

    def count(self, *states: CellState) -> int:
        """How many cells are in one of these states."""
        return sum(cell.state in states for cell in self.cells)

    @property
    def differs_here(self) -> bool:
        """Whether somebody has to choose between what is here and what came back."""
        return self.count(*DIFFERING) > 0


@dataclass(frozen=True, slots=True)
class PacketReturn:
    """What a sheet file brings, or would bring in a dry run.

    :param written_at: when it was written, by the juror's clock.
    """

    juror: Juror
    round: Round
    written_at: datetime
    state: ReturnState
    sheets: tuple[ReturnedSheet, ...]
    dry_run: bool

    def outcomes(self, *wanted: SheetOutcome) -> tuple[str, ...]:
        """The references of the sheets with one of these outcomes."""
        return tuple(sheet.reference for sheet in self.sheets if sheet.outcome in wanted)

    @property
    def changes(self) -> bool:
        """Whether anything is different afterwards."""
        return bool(self.outcomes(SheetOutcome.KEPT, SheetOutcome.SUBMITTED, SheetOutcome.AMENDED))


@needs(Right.KEEP_ROUNDS)
def import_sheet_file(
    dossier: Dossier, file: Path, *, take_theirs: Collection[str] = (), dry_run: bool = False
) -> PacketReturn:
    """Takes over what a juror sent back; with ``dry_run`` only tells what would happen.

    :param take_theirs: the references of the candidacies on which the juror's side wins where something was
        changed here too; on the others what is here stays, and the sheet stays a draft.
    :raises JuryError: it is no sheet file, belongs to another dossier, or was tampered with; nothing changes.
    """
    content = read_whole(file, refuse("packet.sheet_too_large"), LARGEST_SHEET_FILE)
    with dossier.rehearse() if dry_run else dossier.change() as uow:
        issued = {packet.id: packet for packet in uow.packets.find()}
        work = read_sheet_file(content, {key: packet.secret for key, packet in issued.items()})
        packet = issued[work.packet]
        if not are_of(work.sheets, packet.juror, packet.round):
            raise refuse("packet.sheet_forged")
        return _Return(uow, packet, work, dossier.now(), take_theirs).take_over(dry_run)


class _Return:
    """One sheet file on its way into the dossier."""

    def __init__(
        self,
        uow: UnitOfWork,
        packet: IssuedPacket,
        work: ReturnedWork,
        now: datetime,
        take_theirs: Collection[str],
    ) -> None:
        self._uow = uow
        self._packet = packet
        self._work = work
        self._now = now
        self._take_theirs = take_theirs
        self._juror = uow.jurors.get(packet.juror)
        self._candidacies = {candidacy.id: candidacy for candidacy in uow.candidacies.find()}
        self._broken = tuple(_broken_anchor(uow, work.anchor))

    def take_over(self, dry_run: bool) -> PacketReturn:
        state, sheets = self._state(), tuple[ReturnedSheet, ...]()
        if state is not ReturnState.OUTDATED:
            sheets = tuple(self._sheet(theirs) for theirs in self._work.sheets)
        found = PacketReturn(self._juror, self._packet.round, self._work.written_at, state, sheets, dry_run)
        if found.changes or state is ReturnState.NEW:
            self._record(found)
        return found

    def _state(self) -> ReturnState:
        last = self._packet.returned_at
        if last is None or self._work.written_at > last:
            return ReturnState.NEW
        return ReturnState.KNOWN if self._work.written_at == last else ReturnState.OUTDATED

    def _sheet(self, theirs: Sheet) -> ReturnedSheet:
        candidacy = self._candidacies.get(theirs.candidacy)
        if candidacy is None:
            return ReturnedSheet("–", "", (), SheetOutcome.REFUSED, (say("packet.candidacy_gone"),))
        taken = candidacy.reference in self._take_theirs
        told = ReturnedSheet(candidacy.reference, candidacy.organisation, (), SheetOutcome.SAME, taken=taken)
        try:
            return self._merged(told, candidacy, theirs)
        except JuryError as error:
            return replace(told, outcome=SheetOutcome.REFUSED, notes=(error.message,))

    def _merged(self, told: ReturnedSheet, candidacy: Candidacy, theirs: Sheet) -> ReturnedSheet:
        """Nothing has been altered when this is refused."""
        ours = sheet_of(self._uow, self._juror.id, candidacy.id, self._packet.round)
        if theirs.version not in {version.number for version in candidacy.versions}:
            raise refuse("packet.version_gone", version=theirs.version)
        names = self._names(candidacy)
        items, goals = ([key for of, key in names if of is kind] for kind in (CellKind.ANSWER, CellKind.GOAL))
        seen = self._packet.seen_of(candidacy.id)
        merge = merge_sheets(seen, ours, theirs, items, goals, take_theirs=told.taken)
        whole = theirs.submitted and same_answers(merge.sheet, theirs, items, goals)
        outcome = self._kept(ours, merge.sheet, whole)
        cells = tuple(NamedCell(c.kind, names.get((c.kind, c.key), ""), c.state) for c in merge.cells)
        notes = self._notes(candidacy, ours, theirs, () if told.taken else merge.cells)
        return replace(told, cells=cells, outcome=outcome, notes=notes)

    def _names(self, candidacy: Candidacy) -> dict[tuple[CellKind, str], str]:
        """What can be filled in for a candidacy, in the order of the sheet."""
        call = self._uow.call
        items = items_of(call.rubric, candidacy.challenges, self._packet.round)
        goals = (goal for number in sorted(candidacy.challenges) for goal in call.challenge(number).goals)
        answers = {(CellKind.ANSWER, item.key): label(item) for item in items}
        return answers | {(CellKind.GOAL, goal.key): goal.text for goal in goals}

    def _kept(self, ours: Sheet, new: Sheet, whole: bool) -> SheetOutcome:
        """Keeps the merged sheet by the rules of the desk; submitted where the juror submitted ``whole``."""
        if ours.submitted:
            return SheetOutcome.SAME if new == ours else self._amended(ours, new)
        if new == ours and not whole:
            return SheetOutcome.SAME
        refuse_when_closed(self._uow, self._packet.round)
        refuse_still_to_come(self._uow, new.candidacy, new.round)
        if new != ours:
            self._keep(ours, new, "sheet.saved")
        items = items_of(self._uow.call.rubric, self._candidacies[new.candidacy].challenges, new.round)
        if not whole or missing(new, items):
            return SheetOutcome.KEPT
        self._keep(new, sealed(new, self._now), "sheet.submitted")
        return SheetOutcome.SUBMITTED

    def _amended(self, ours: Sheet, new: Sheet) -> SheetOutcome:
        reason = self._work.reasons.get(new.candidacy, "").strip()
        if not reason:
            raise refuse("packet.sealed_since")
        refuse_incomplete(self._uow, new)
        self._keep(ours, new, "sheet.amended", reason)
        return SheetOutcome.AMENDED

    def _keep(self, old: Sheet, new: Sheet, action: str, reason: str = "") -> None:
        keep_sheet(self._uow, old, new, action, reason, on_behalf_of=self._juror.name)

    def _notes(
        self, candidacy: Candidacy, ours: Sheet, theirs: Sheet, cells: tuple[Cell, ...]
    ) -> tuple[Message, ...]:
        notes = list(self._broken)
        if theirs.version < candidacy.current.number:
            newest = candidacy.current.number
            notes.append(say("packet.newer_version", version=theirs.version, newest=newest))
        states = DIFFERING if theirs.submitted else (CellState.CONFLICT,)
        count = sum(cell.state in states for cell in cells)
        if count and not ours.submitted:
            notes.append(say("packet.differs_here", count=count))
        return tuple(notes)

    def _record(self, found: PacketReturn) -> None:
        """Both sides have seen what came back, but for what was refused or has still to be chosen."""
        open_ = {
            sheet.reference
            for sheet in found.sheets
            if sheet.outcome is SheetOutcome.REFUSED or (sheet.count(CellState.CONFLICT) and not sheet.taken)
        }
        theirs = {sheet.candidacy: sheet for sheet in self._work.sheets}
        settled = {key: sheet for key, sheet in theirs.items() if self._reference(key) not in open_}
        before = {sheet.candidacy: sheet for sheet in self._packet.seen}
        seen = tuple({**before, **settled}.values())
        self._uow.packets.save(replace(self._packet, seen=seen, returned_at=self._work.written_at))
        told = {outcome.value: list(found.outcomes(outcome)) for outcome in SheetOutcome}
        subject = packet_subject(self._juror, self._packet.round)
        new = {key: references for key, references in told.items() if references}
        record_change(self._uow, "packet.returned", subject, None, new, on_behalf_of=self._juror.name)

    def _reference(self, candidacy: str) -> str:
        found = self._candidacies.get(candidacy)
        return found.reference if found else "–"


def _broken_anchor(uow: UnitOfWork, kept: str) -> Iterator[Message]:
    """What is wrong when the journal is no longer what it was when the packet went out."""
    anchor = typed(kept)
    if anchor is not None:
        problem = held(uow, anchor, say("soundness.inside")).problem
        yield from (problem,) if problem is not None else ()
