"""A packet that went to a juror, and sheet files that come back, for the tests of both sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.packet import IssuedPacket, Packet, ReturnedWork
from jury_desktop.domain.sheet import Answer, Sheet, SheetState, items_of
from jury_desktop.packets import read_packet, write_sheet_file
from jury_desktop.services.packets import MadePacket, make_packet
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_call, a_candidacy, a_conflict, a_juror, a_sheet, a_version, an_attachment
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier

CONTENT, OTHER_CONTENT = b"%PDF-1.7 een", b"%PDF-1.7 twee"
ELS, JAN = a_juror(1, name="Els Maes"), a_juror(2, name="Jan Claes")
OPEN, BARRED, BEGUN = (
    a_candidacy(
        number,
        versions=(a_version(attachments=(an_attachment(content, name="dossier.pdf"),)),),
    )
    for number, content in ((1, CONTENT), (2, OTHER_CONTENT), (3, CONTENT))
)
"""Els has to score the first and the third, on which she has begun; she is kept apart from the second."""
KEYS = tuple(item.key for item in items_of(a_call().rubric, OPEN.challenges, Round.WRITTEN))
FIRST, SECOND = KEYS[:2]
DRAFT = a_sheet(ELS, BEGUN, value=None, id="d" * 32, answers={FIRST: Answer(2)})


@dataclass(frozen=True, slots=True)
class Issued:
    """A dossier from which a packet went out to Els, as it was just then, and what is in the packet."""

    store: MemoryStore
    made: MadePacket
    packet: Packet
    files: Mapping[str, bytes]

    def dossier(self) -> Dossier:
        """The dossier, for one test."""
        return Dossier(self.store.copied(), "Regisseur", lambda: NOW)


def issue(folder: Path) -> Issued:
    """Makes the packet; takes as long as a passphrase takes to guess."""
    sheets = [DRAFT, a_sheet(JAN, OPEN, value=5, remark="Van Jan alleen")]
    conflicts = [a_conflict(ELS, BARRED)]
    store = MemoryStore(a_call())
    dossier = a_dossier((OPEN, BARRED, BEGUN), (ELS, JAN), sheets, conflicts=conflicts, store=store)
    with dossier.change() as uow:
        for content in (CONTENT, OTHER_CONTENT):
            uow.blobs.put(content)
        uow.settings.set(f"order.written.{ELS.id}", f"{OPEN.id} {BEGUN.id}")  # as it was drawn for her
        uow.journal.append("test.filed", "dossier", "test")
    made = make_packet(dossier, ELS.id, Round.WRITTEN, folder / "els.jurypakket")
    return Issued(store, made, *read_packet(made.file.read_bytes(), made.passphrase))


def issued_packet(dossier: Dossier) -> IssuedPacket:
    """What the dossier keeps of its one packet."""
    with dossier.read() as uow:
        return uow.packets.find()[0]


def filled(candidacy: Candidacy = OPEN, value: int = 4, *, draft: bool = False, **changes: object) -> Sheet:
    """Els's sheet with a word of explanation everywhere, submitted unless it is a draft."""
    answers = {key: Answer(value, comment="Degelijk") for key in KEYS}
    state = SheetState.DRAFT if draft else SheetState.SUBMITTED
    whole = a_sheet(
        ELS, candidacy, id=f"{candidacy.id}".ljust(32, "0"), answers=answers, state=state, submitted_at=None
    )
    return replace(whole, **changes)


Returns = Callable[..., Path]


def sheet_files(folder: Path, dossier: Dossier) -> Returns:
    """Writes a file with these sheets, as the program of the juror would."""

    def write(*sheets: Sheet, after: int = 1, reasons: Mapping[str, str] | None = None) -> Path:
        packet = issued_packet(dossier)
        written_at = NOW + timedelta(hours=after)
        work = ReturnedWork(packet.id, packet.juror, packet.round, written_at, sheets, reasons or {})
        file = folder / f"els-{after}.juryblad"
        file.write_bytes(write_sheet_file(work, packet.secret))
        return file

    return write


def kept(dossier: Dossier, juror: Juror = ELS) -> dict[str, Sheet]:
    """A juror's sheets in the dossier, by the reference of the candidacy."""
    with dossier.read() as uow:
        references = {candidacy.id: candidacy.reference for candidacy in uow.candidacies.find()}
        return {references[sheet.candidacy]: sheet for sheet in uow.sheets.find(juror=juror.id)}
