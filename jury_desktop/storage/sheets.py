"""Score sheets in tables: one row for each answer and each goal mark."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKeyConstraint, Table, UniqueConstraint

from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, SheetState
from jury_desktop.storage.collection import Kind, PartRows, Parts
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import identity, metadata, number, part_of, refers, text
from jury_desktop.storage.types import Choice, Moment

sheet = Table(
    "sheet",
    metadata,
    *identity(),
    refers("juror", "juror.id"),
    refers("candidacy", "candidacy.id"),
    Column("round", Choice(Round), nullable=False),
    number("version"),
    Column("state", Choice(SheetState), nullable=False),
    text("remark"),
    Column("submitted_at", Moment),
    UniqueConstraint("juror", "candidacy", "round"),
    ForeignKeyConstraint(
        ["candidacy", "version"],
        ["candidacy_version.owner", "candidacy_version.number"],
        deferrable=True,
        initially="DEFERRED",
    ),
)
answer = Table(
    "sheet_answer",
    metadata,
    *part_of("sheet"),
    text("item"),
    number("value", nullable=True),
    Column("not_applicable", Boolean, nullable=False),
    text("comment"),
    UniqueConstraint("owner", "item"),
)
goal_mark = Table(
    "sheet_goal_mark",
    metadata,
    *part_of("sheet"),
    text("goal"),
    Column("mark", Choice(GoalMark), nullable=False),
    UniqueConstraint("owner", "goal"),
)


def _part_rows(item: Sheet) -> PartRows:
    return {
        answer: [as_row(given, item=key) for key, given in item.answers.items()],
        goal_mark: [{"goal": key, "mark": mark} for key, mark in item.goal_marks.items()],
    }


def _build(row: Row, parts: Parts) -> Sheet:
    return from_row(
        Sheet,
        row,
        answers={part["item"]: from_row(Answer, part) for part in parts[answer]},
        goal_marks={part["goal"]: part["mark"] for part in parts[goal_mark]},
    )


SHEETS = Kind(
    sheet,
    (answer, goal_mark),
    row=lambda item: as_row(item, "answers", "goal_marks"),
    part_rows=_part_rows,
    build=_build,
)
