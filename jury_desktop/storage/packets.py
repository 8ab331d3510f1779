"""What the dossier keeps of the packets that went to jurors, in a table."""

from __future__ import annotations

from sqlalchemy import Column, Table

from jury_desktop.domain.call import Round
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.sheet import Sheet
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, refers, text, whole
from jury_desktop.storage.types import Choice, Moment

packet = Table(
    "packet",
    metadata,
    *identity(),
    text("secret"),
    refers("juror", "juror.id"),
    Column("round", Choice(Round), nullable=False),
    Column("made_at", Moment, nullable=False),
    whole("seen", tuple[Sheet, ...]),
    Column("returned_at", Moment),
)

PACKETS = plain(packet, IssuedPacket)
