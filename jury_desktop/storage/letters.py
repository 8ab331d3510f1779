"""Letters and the rebuttals to them in tables; every argument of a rebuttal has its row."""

from __future__ import annotations

from sqlalchemy import Column, Table

from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import Entitled, Point, Rebuttal, RebuttalOutcome, Remedy, Ruling
from jury_desktop.storage.collection import Kind, Parts, plain
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import identity, metadata, part_of, refers, text
from jury_desktop.storage.types import Choice, Day, Moment

letter = Table(
    "letter",
    metadata,
    *identity(),
    refers("candidacy", "candidacy.id"),
    text("type"),
    Column("state", Choice(LetterState), nullable=False),
    refers("pdf", "blob.sha256", optional=True),
    text("basis"),
    Column("created_at", Moment, nullable=False),
    text("channel"),
    Column("sent_at", Moment),
    text("sent_to"),
    text("postal_reference"),
    text("about"),
    text("decision"),
    text("planned_channel"),
    Column("dated", Day),
    Column("term_end", Moment),
    Column("presented", Day),
    text("told"),
    refers("grounds", "blob.sha256", optional=True),
    refers("signed", "blob.sha256", optional=True),
    Column("bounced_at", Moment),
    text("bounce"),
    Column("receipt_at", Moment),
    text("receipt"),
)
rebuttal = Table(
    "rebuttal",
    metadata,
    *identity(),
    refers("candidacy", "candidacy.id"),
    refers("letter", "letter.id", optional=True),
    Column("received_at", Moment, nullable=False),
    text("channel"),
    Column("outcome", Choice(RebuttalOutcome), nullable=False),
    text("outcome_text"),
    refers("mail", "mail.id", nullable=True),
    Column("concluded_at", Moment),
    Column("sent_at", Moment),
    text("submitted_by"),
    Column("entitled", Choice(Entitled), nullable=False),
    Column("answer_by", Day),
    text("extension_reason"),
)
point = Table(
    "rebuttal_point",
    metadata,
    *part_of("rebuttal"),
    text("text"),
    text("item"),
    text("answer"),
    Column("remedy", Choice(Remedy), nullable=False),
    Column("ruling", Choice(Ruling), nullable=False),
)


def _build(row: Row, parts: Parts) -> Rebuttal:
    return from_row(Rebuttal, row, points=tuple(from_row(Point, part) for part in parts[point]))


LETTERS = plain(letter, Letter)
REBUTTALS = Kind(
    rebuttal,
    (point,),
    row=lambda item: as_row(item, "points"),
    part_rows=lambda item: {point: [as_row(made) for made in item.points]},
    build=_build,
)
