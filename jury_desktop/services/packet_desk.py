"""The desk of a juror who scores elsewhere: a packet that has been opened, and the work on it.

The packet becomes a dossier in memory, so that every rule of scoring holds as it does at the officer's, and
nothing of it lies on the disk unlocked. What the juror does is kept after each change, locked with the key of
the packet, in the same form in which it goes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.errors import CallFileError, JuryError, refuse
from jury_desktop.domain.packet import Packet, ReturnedWork, are_of, is_whole
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.soundness import Finding
from jury_desktop.packets import read_packet, read_sheet_file, write_sheet_file
from jury_desktop.packets.files import LARGEST_PACKET, LARGEST_SHEET_FILE
from jury_desktop.services.admission import for_everybody
from jury_desktop.services.packets import PACKET_SUFFIX, SHEET_SUFFIX, packet_name, packet_subject
from jury_desktop.services.ports import Dossier, Store, UnitOfWork
from jury_desktop.services.record import SEPARATOR
from jury_desktop.services.scoring_desk import Desk, ScoringRow, scoring_desk
from jury_desktop.services.whole_files import read_whole, write_whole

_STEP = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class PacketDesk:
    """An opened packet, and its work as a dossier that every service of scoring takes."""

    packet: Packet
    dossier: Dossier
    keeper: WorkKeeper

    def sheet_file(self) -> bytes:
        """What the juror sends back, as it is now."""
        with self.dossier.read() as uow:
            return self.keeper.sheet_file(uow, self.dossier.now())


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A juror's work on a packet as it is now.

    :param sheet_name: what the file that goes back is called until somebody calls it otherwise.
    :param saved: when the work was last kept, by this computer's clock.
    """

    packet: Packet
    desk: Desk
    sheet_name: str
    saved: datetime | None

    @property
    def rows(self) -> tuple[ScoringRow, ...]:
        """The juror's candidacies."""
        return self.desk.mine.rows if self.desk.mine else ()

    @property
    def submitted(self) -> int:
        """How many of them have been submitted."""
        return sum(row.submitted for row in self.rows)


def is_packet(place: str) -> bool:
    """Whether a place names a packet rather than a dossier."""
    return place.casefold().endswith(PACKET_SUFFIX)


@for_everybody("a packet has a lock of its own")
def is_desk(dossier: Dossier) -> bool:
    """Whether a dossier is a packet that was opened."""
    return isinstance(dossier.store, KeptStore)


@for_everybody("a packet has a lock of its own")
def desk_of(dossier: Dossier) -> PacketDesk:
    """The desk behind a dossier for which :func:`is_desk` holds."""
    assert isinstance(dossier.store, KeptStore)
    keeper = dossier.store.keeper
    return PacketDesk(keeper.packet, dossier, keeper)


def own_work(desk: PacketDesk) -> OwnWork:
    """The work of the juror the packet was made for."""
    packet = desk.packet
    found = scoring_desk(desk.dossier, packet.juror.id, packet.round)
    with desk.dossier.read() as uow:
        newest = uow.journal.newest()
    name = packet_name(packet.juror, packet.round).removesuffix(PACKET_SUFFIX) + SHEET_SUFFIX
    return OwnWork(packet, found, name, newest.at if newest else None)


def open_desk(
    file: Path,
    passphrase: str,
    work_folder: Path,
    make_store: Callable[[Call, str], Store],
    now: Callable[[], datetime],
) -> PacketDesk:
    """Opens a packet, with the work that was done on it before at this computer.

    :param work_folder: where the work is kept, locked.
    :param make_store: an empty store in memory, for a call and with a name.
    :raises JuryError: it cannot be read, is no packet, or the passphrase is another one.
    """
    content = read_whole(file, refuse("packet.too_large"), LARGEST_PACKET)
    return sit_down(*read_packet(content, passphrase), file.name, work_folder, make_store, now)


def sit_down(
    packet: Packet,
    files: Mapping[str, bytes],
    name: str,
    work_folder: Path,
    make_store: Callable[[Call, str], Store],
    now: Callable[[], datetime],
) -> PacketDesk:
    """The desk of a packet that has been unlocked; see :func:`open_desk`.

    :param name: of the packet, for people.
    """
    call = _checked(packet, files, name)
    keeper = WorkKeeper(packet, work_folder / f"{packet.id}{SHEET_SUFFIX}")
    work = keeper.read()
    inner = make_store(call, name)
    filling = Dossier(inner, packet.juror.name, now)
    with filling.change() as uow:
        _fill(uow, packet, files, packet.sheets if work is None else work.sheets)
    return PacketDesk(packet, replace(filling, store=KeptStore(inner, keeper)), keeper)


def write_sheet(desk: PacketDesk, file: Path) -> Path:
    """Writes what the juror sends back, and gives where.

    :raises JuryError: it cannot be written.
    """
    write_whole(file, desk.sheet_file())
    return file


def _checked(packet: Packet, files: Mapping[str, bytes], name: str) -> Call:
    try:
        call = parse_call(packet.call, name)
    except CallFileError as error:
        raise refuse("packet.damaged") from error
    if not is_whole(packet, call) or {file.sha256 for file in packet.files} - set(files):
        raise refuse("packet.damaged")
    return call


def _fill(uow: UnitOfWork, packet: Packet, files: Mapping[str, bytes], sheets: tuple[Sheet, ...]) -> None:
    """Everything the packet holds, and nothing else; in the pitch round its candidates are those invited."""
    uow.jurors.save(replace(packet.juror, active=True))
    for content in files.values():
        uow.blobs.put(content)
    for candidacy in packet.candidacies:
        uow.candidacies.save(candidacy)
        if packet.round is Round.PITCH:
            uow.decisions.save(_invited(candidacy.id, packet.made_at))
    for sheet in sheets:
        uow.sheets.save(sheet)
    uow.journal.append("packet.opened", *packet_subject(packet.juror, packet.round))


def _invited(candidacy: str, at: datetime) -> Decision:
    return Decision(candidacy, candidacy, Stage.SHORTLIST, DecisionKind.INVITED, "", (), at)


class WorkKeeper:
    """The work on a packet in a file of its own, as it would go back now.

    :param file: where; it is made with the first change.
    """

    def __init__(self, packet: Packet, file: Path) -> None:
        self.packet = packet
        self._file = file
        self._reasons: dict[str, str] = {}
        self._written_at = packet.made_at
        self._known: tuple[int, int] | None = None

    def read(self) -> ReturnedWork | None:
        """The work done before; None if there is none.

        :raises JuryError: it cannot be read. It is left as it is, for it may be all there is of the work.
        """
        if not self._file.exists():
            return None
        content = read_whole(self._file, refuse("packet.sheet_too_large"), LARGEST_SHEET_FILE)
        work = self._understood(content)
        self._reasons, self._written_at = dict(work.reasons), work.written_at
        self._known = self._state()
        return work

    def keep(self, uow: UnitOfWork, now: datetime) -> None:
        """Writes the work as it is in ``uow``.

        :raises JuryError: it cannot be written, or another window has written it since.
        """
        if self._state() != self._known:
            raise refuse("packet.open_twice")
        self._remember_reasons(uow)
        with suppress(OSError):  # what is wrong with the folder is told by the writing
            self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, self.sheet_file(uow, now))
        self._known = self._state()

    def sheet_file(self, uow: UnitOfWork, now: datetime) -> bytes:
        """The work as it goes back; of two, the one made later says so, whatever the clock does."""
        packet = self.packet
        self._written_at = max(now, self._written_at + _STEP)
        sheets = uow.sheets.find()
        work = ReturnedWork(
            packet.id,
            packet.juror.id,
            packet.round,
            self._written_at,
            sheets,
            dict(self._reasons),
            packet.anchor,
        )
        return write_sheet_file(work, packet.secret)

    def _understood(self, content: bytes) -> ReturnedWork:
        packet = self.packet
        try:
            work = read_sheet_file(content, {packet.id: packet.secret})
        except JuryError as error:
            raise refuse("packet.work_damaged", file=str(self._file)) from error
        versions = {(each.id, made.number) for each in packet.candidacies for made in each.versions}
        known = all((sheet.candidacy, sheet.version) in versions for sheet in work.sheets)
        if not (known and are_of(work.sheets, packet.juror.id, packet.round)):
            raise refuse("packet.work_damaged", file=str(self._file))
        return work

    def _remember_reasons(self, uow: UnitOfWork) -> None:
        """Why submitted sheets were changed, from the journal of this sitting; the last reason counts."""
        keys = {candidacy.reference: candidacy.id for candidacy in self.packet.candidacies}
        for event in uow.journal.of("sheet.amended"):
            self._reasons[keys[event.subject.split(SEPARATOR)[-2]]] = event.reason

    def _state(self) -> tuple[int, int] | None:
        """By which one sees that a file is another than it was."""
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


class KeptStore:
    """A store whose changes count once the work they make has been kept; see ``services.ports.Store``."""

    def __init__(self, inner: Store, keeper: WorkKeeper) -> None:
        self.name, self.file, self.read_only = inner.name, inner.file, inner.read_only
        self.lock = inner.lock
        self._inner = inner
        self.keeper = keeper

    def read(self) -> AbstractContextManager[UnitOfWork]:
        return self._inner.read()

    @contextmanager
    def change(self, actor: str, now: datetime, *, bulk: bool = False) -> Iterator[UnitOfWork]:
        with self._inner.change(actor, now, bulk=bulk) as uow:
            yield uow
            self.keeper.keep(uow, now)

    def is_free(self) -> bool:
        return self._inner.is_free()

    def problems(self, tell: Tell = untold) -> Iterable[Finding]:
        return self._inner.problems(tell)

    def journal_problems(self) -> Iterable[Finding]:
        return self._inner.journal_problems()

    def close(self) -> None:
        self._inner.close()
