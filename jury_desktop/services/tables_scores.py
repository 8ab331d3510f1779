"""Tables of what the jurors gave: scores with their comments, old values, goals, and who heard a pitch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.juror_names import JurorNames
from jury_desktop.domain.score_row import ScoreRow
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import label
from jury_desktop.domain.table import Cell, Column, Table, table
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.score_rows import score_rows

_PLACE = (Column("reference", 9), Column("round", 10), Column("juror", 26), Column("item", 18))


def score_tables(uow: UnitOfWork, selection: Selection, names: JurorNames) -> tuple[Table, ...]:
    """Scores, changes, goals and attendance; of open scores alone."""
    rows = open_rows(uow, selection)
    return (
        _scores(selection, rows, names),
        _changes(selection, rows, names),
        _goals(selection, names),
        _attendance(selection, names),
    )


def open_rows(uow: UnitOfWork, selection: Selection) -> tuple[ScoreRow, ...]:
    """Every open score row of the dossier, by candidacy and round."""
    return tuple(
        row
        for candidacy in selection.candidacies
        for row in score_rows(uow, selection, candidacy.id, _widest(selection, candidacy.id))
    )


def _widest(selection: Selection, candidacy: str) -> Stage:
    """The stage that looks at most rounds of a candidacy."""
    in_pitch = any(each.id == candidacy for each in selection.in_round(Round.PITCH))
    return Stage.FINAL if in_pitch else Stage.SHORTLIST


def _place(selection: Selection, row: ScoreRow, names: JurorNames) -> tuple[Cell, ...]:
    sheet = row.sheet
    return (
        selection.candidacy(sheet.candidacy).reference,
        sheet.round.value,
        names.about(sheet.candidacy).of(sheet.juror),
        row.item.key,
    )


def _sorted(rows: Iterator[tuple[Cell, ...]], names: JurorNames) -> list[tuple[Cell, ...]]:
    """By place; without names the order of the jury may not tell who is who."""
    found = list(rows)
    return sorted(found, key=lambda row: tuple(map(str, row[:4]))) if names.hidden else found


def _scores(selection: Selection, rows: Sequence[ScoreRow], names: JurorNames) -> Table:
    columns = (
        *_PLACE,
        Column("title", 40),
        Column("value", 8),
        Column("not_applicable", 8),
        Column("comment", 60, personal=True),
        Column("counts", 8),
        Column("version", 8),
        Column("submitted_at", 18, personal=True),
    )
    made = (
        (
            *_place(selection, row, names),
            label(row.item),
            row.answer.value,
            row.answer.not_applicable,
            row.answer.comment,
            row.counts,
            row.sheet.version,
            row.sheet.submitted_at,
        )
        for row in rows
    )
    return table("scores", columns, _sorted(made, names), fixed=4)


def _changes(selection: Selection, rows: Sequence[ScoreRow], names: JurorNames) -> Table:
    columns = (
        *_PLACE,
        Column("old_value", 8),
        Column("new_value", 8),
        Column("old_comment", 40, personal=True),
        Column("new_comment", 40, personal=True),
        Column("at", 18),
        Column("by", 22, personal=True),
        Column("reason", 40, personal=True),
    )
    made = (
        (
            *_place(selection, row, names),
            change.old.value,
            change.new.value,
            change.old.comment,
            change.new.comment,
            change.at,
            change.by,
            change.reason,
        )
        for row in rows
        for change in row.changes
    )
    return table("changes", columns, _sorted(made, names), fixed=4)


def _goals(selection: Selection, names: JurorNames) -> Table:
    columns = (*_PLACE[:3], Column("goal", 8), Column("goal_text", 70), Column("mark", 12))
    texts = {goal.key: goal.text for each in selection.call.challenges for goal in each.goals}
    made = (
        (
            candidacy.reference,
            round_.value,
            names.about(candidacy.id).of(sheet.juror),
            goal,
            texts.get(goal, ""),
            sheet.goal_marks[goal].value,
        )
        for candidacy in selection.candidacies
        for round_ in Round
        for sheet in selection.open_sheets(candidacy.id, round_)
        for goal in sorted(sheet.goal_marks)
    )
    return table("goals", columns, _sorted(made, names), fixed=4)


def _attendance(selection: Selection, names: JurorNames) -> Table:
    columns = (
        Column("reference", 9),
        Column("who", 26),
        Column("attendance", 12),
        Column("minutes", 9),
        Column("scores", 8),
        Column("consequence", 16),
        Column("reason", 40, personal=True),
    )
    return table("attendance", columns, _attended(selection, names), fixed=2)


def _attended(selection: Selection, names: JurorNames) -> Iterator[tuple[Cell, ...]]:
    for run in sorted(selection.runs, key=lambda run: selection.candidacy(run.candidacy).reference):
        reference, candidate = selection.candidacy(run.candidacy).reference, run.candidate
        called = names.about(run.candidacy)
        if candidate is not None:
            follows = candidate.consequence.value if candidate.consequence else ""
            late = (candidate.attendance.value, candidate.late, None, follows, candidate.reason)
            yield (reference, selection.candidacy(run.candidacy).organisation, *late)
        for juror in sorted(run.jurors, key=lambda each: called.of(each.juror)):
            told = (juror.attendance.value, juror.missed, juror.scores, "", juror.reason)
            yield (reference, called.of(juror.juror), *told)
