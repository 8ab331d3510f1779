"""Decisions in tables: every line of the motivation, and for each the sheets it rests on."""

from __future__ import annotations

from sqlalchemy import Column, Table, UniqueConstraint

from jury_desktop.domain.decision import Decision, DecisionKind, MotivationLine, Stage
from jury_desktop.storage.collection import Kind, PartRows, Parts
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import identity, metadata, number, part_of, refers, text
from jury_desktop.storage.types import Choice, Moment

decision = Table(
    "decision",
    metadata,
    *identity(),
    refers("candidacy", "candidacy.id"),
    Column("stage", Choice(Stage), nullable=False),
    Column("kind", Choice(DecisionKind), nullable=False),
    text("summary"),
    Column("decided_at", Moment, nullable=False),
    number("place", nullable=True),
    number("revised"),
    text("revision_reason"),
    text("decided_by"),
    text("confirmed_by"),
    Column("confirmed_at", Moment),
    text("sent_back"),
    UniqueConstraint("candidacy", "stage"),
)
line = Table("motivation_line", metadata, *part_of("decision"), text("item"), text("text"))
source = Table(
    "motivation_source", metadata, *part_of("decision"), number("line"), refers("sheet", "sheet.id")
)


def _part_rows(item: Decision) -> PartRows:
    return {
        line: [as_row(made, "sheets") for made in item.lines],
        source: [
            {"line": position, "sheet": sheet}
            for position, made in enumerate(item.lines)
            for sheet in made.sheets
        ],
    }


def _build(row: Row, parts: Parts) -> Decision:
    return from_row(Decision, row, lines=tuple(_line(part, parts) for part in parts[line]))


def _line(row: Row, parts: Parts) -> MotivationLine:
    sheets = tuple(part["sheet"] for part in parts[source] if part["line"] == row["position"])
    return from_row(MotivationLine, row, sheets=sheets)


DECISIONS = Kind(
    decision, (line, source), row=lambda item: as_row(item, "lines"), part_rows=_part_rows, build=_build
)
