"""Making a packet: one juror's work in one round, in a locked file to score from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.packet import IssuedPacket, Packet, taken_along
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.packets import new_key, new_passphrase, write_packet
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import SEPARATOR, record_change
from jury_desktop.services.rounds import refuse_when_closed, selection_of
from jury_desktop.services.scoring import refuse_observer
from jury_desktop.services.scoring_order import draw_order, in_order, kept_order
from jury_desktop.services.whole_files import write_whole

PACKET_SUFFIX = ".jurypakket"
SHEET_SUFFIX = ".juryblad"


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet as it was made.

    :param candidacies: the references of those in it; ``left_out`` of those with a conflict of interest.
    :param passphrase: what opens it. It is kept nowhere: who loses it makes another packet.
    """

    file: Path
    juror: Juror
    round: Round
    candidacies: tuple[str, ...]
    left_out: tuple[str, ...]
    bytes: int
    passphrase: str


@needs(Right.KEEP_JURY)
def make_packet(dossier: Dossier, juror: str, round_: Round, file: Path) -> MadePacket:
    """Writes a packet with the candidacies as they are now; another file at that place is replaced.

    :raises JuryError: the juror has nothing to score, the round has ended, or the file cannot be written;
        the dossier then knows of no packet.
    """
    draw_order(dossier, juror, round_)
    with dossier.read() as uow:
        refuse_when_closed(uow, round_)
        selection = selection_of(uow)
        packet = _packet(dossier, selection, juror, round_, kept_order(uow, juror, round_))
        newest = uow.journal.newest()
        packet = replace(packet, anchor=str(anchor_of(newest)) if newest else "")
        files = {each.sha256: uow.blobs.get(each.sha256) for each in packet.files}
    passphrase = new_passphrase()
    content = write_packet(packet, files, passphrase)
    with dossier.change() as uow:
        _issue(uow, packet)
        write_whole(file, content)
    barred = tuple(c.reference for c in selection.in_round(round_) if (juror, c.id) in selection.barred)
    references = tuple(each.reference for each in packet.candidacies)
    return MadePacket(file, packet.juror, round_, references, barred, len(content), passphrase)


def packet_name(juror: Juror, round_: Round) -> str:
    """What a packet is called until somebody calls it otherwise: "Els-Maes.jurypakket"."""
    name = file_stem(juror.name)
    about = [round_.value] if round_ is Round.PITCH or not name else []
    return f"{'-'.join(filter(None, [name, *about]))}{PACKET_SUFFIX}"


def file_stem(name: str) -> str:
    """A name as any disk takes it: "Els-Maes"."""
    return "-".join("".join(c if c.isalnum() else " " for c in name).split())


def _packet(
    dossier: Dossier, selection: Selection, juror: str, round_: Round, order: tuple[str, ...]
) -> Packet:
    expected = selection.panel(round_).expected
    asked = in_order((c for c in selection.in_round(round_) if (juror, c.id) in expected), order)
    mine = [taken_along(c) for c in asked]
    if not mine:
        refuse_observer(selection.juror(juror))
        raise refuse("packet.nothing_to_score", name=selection.juror(juror).name)
    sheets = (selection.sheet(juror, candidacy.id, round_) for candidacy in mine)
    return Packet(
        new_id("packet"),
        new_key(),
        selection.call.text,
        selection.juror(juror),
        round_,
        tuple(mine),
        tuple(sheet for sheet in sheets if sheet is not None),
        dossier.now(),
    )


def _issue(uow: UnitOfWork, packet: Packet) -> None:
    kept = IssuedPacket(
        packet.id, packet.secret, packet.juror.id, packet.round, packet.made_at, packet.sheets
    )
    uow.packets.save(kept)
    told = {"candidacies": [each.reference for each in packet.candidacies]}
    record_change(uow, "packet.made", packet_subject(packet.juror, packet.round), None, told)


def packet_subject(juror: Juror, round_: Round) -> tuple[str, str]:
    """A packet as the journal names it: the juror and the round."""
    return "packet", SEPARATOR.join((juror.name, round_.value))
