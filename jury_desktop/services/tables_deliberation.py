"""Tables of what was said and decided: talks, decisions, motivation with its references, and the ranking."""

from __future__ import annotations

from collections.abc import Iterator

from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.juror_names import JurorNames
from jury_desktop.domain.score_row import ScoreRow, shaken
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Sheet, items_of, label
from jury_desktop.domain.standing import RankingRow, ranking_of
from jury_desktop.domain.table import Cell, Column, Table, table
from jury_desktop.domain.talk import Talk, Votes
from jury_desktop.services.panels import uncertainty_of
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.score_rows import score_rows

_PLACE = (Column("reference", 9), Column("stage", 12))


def deliberation_tables(uow: UnitOfWork, selection: Selection, names: JurorNames) -> tuple[Table, ...]:
    """Talks, decisions, motivation and ranking."""
    return (
        _talks(selection),
        _agreed(selection, names),
        _decisions(selection),
        _motivation(uow, selection, names),
        _ranking(selection),
    )


def _reference(selection: Selection, candidacy: str) -> str:
    return selection.candidacy(candidacy).reference


def _talks(selection: Selection) -> Table:
    columns = (
        *_PLACE,
        Column("notes", 60),
        Column("in_favour", 8),
        Column("against", 8),
        Column("abstained", 8),
        Column("second_looks", 50),
        Column("waiting", 8),
    )
    rows = (
        (
            _reference(selection, talk.candidacy),
            talk.stage.value,
            talk.notes,
            *_voted(talk.votes),
            " · ".join(look.reason for look in talk.looks),
            talk.waiting is not None,
        )
        for talk in _by_place(selection)
    )
    return table("talks", columns, rows, fixed=2, personal=True)


def _voted(votes: Votes | None) -> tuple[int | None, int | None, int | None]:
    return (votes.in_favour, votes.against, votes.abstained) if votes else (None, None, None)


def _by_place(selection: Selection) -> list[Talk]:
    return sorted(selection.talks, key=lambda talk: (_reference(selection, talk.candidacy), talk.stage.value))


def _agreed(selection: Selection, names: JurorNames) -> Table:
    columns = (
        *_PLACE,
        Column("item", 18),
        Column("text", 70),
        Column("rests_on", 50),
        Column("agreed_at", 18),
    )
    sheets = {sheet.id: sheet for sheet in selection.sheets}
    rows = (
        (
            _reference(selection, talk.candidacy),
            talk.stage.value,
            agreed.item,
            agreed.text,
            ", ".join(
                sorted({_called(sheets[key], names) for key in agreed.sheets if key in sheets}),
            ),
            agreed.agreed_at,
        )
        for talk in _by_place(selection)
        for agreed in talk.agreed
    )
    return table("agreed", columns, rows, fixed=3, personal=True)


def _decisions(selection: Selection) -> Table:
    columns = (
        *_PLACE,
        Column("decision", 16),
        Column("place", 7),
        Column("decided_at", 18),
        Column("summary", 70),
        Column("revised", 8),
        Column("revision_reason", 40),
        Column("decided_by", 22, personal=True),
        Column("confirmed_by", 22, personal=True),
        Column("confirmed_at", 18),
        Column("sent_back", 40, personal=True),
    )
    rows = (
        (
            _reference(selection, decision.candidacy),
            decision.stage.value,
            decision.kind.value,
            decision.place,
            decision.decided_at,
            decision.summary,
            decision.revised,
            decision.revision_reason,
            decision.decided_by,
            decision.confirmed_by,
            decision.confirmed_at,
            decision.sent_back,
        )
        for decision in _in_order(selection)
    )
    return table("decisions", columns, rows, fixed=2)


def _in_order(selection: Selection) -> list[Decision]:
    """By candidacy, and of each in the order of the procedure."""
    stages = list(Stage)
    return sorted(
        selection.decisions, key=lambda d: (_reference(selection, d.candidacy), stages.index(d.stage))
    )


def _motivation(uow: UnitOfWork, selection: Selection, names: JurorNames) -> Table:
    columns = (
        *_PLACE,
        Column("item", 18),
        Column("title", 40),
        Column("text", 70),
        Column("rests_on", 50),
        Column("changed_since", 40),
    )
    rows = (line for decision in _in_order(selection) for line in _lines(uow, selection, decision, names))
    return table("motivation", columns, rows, fixed=3)


def _lines(
    uow: UnitOfWork, selection: Selection, decision: Decision, names: JurorNames
) -> Iterator[tuple[Cell, ...]]:
    rows = score_rows(uow, selection, decision.candidacy, decision.stage)
    chosen = selection.candidacy(decision.candidacy).challenges
    rubric, rounds = selection.call.rubric, selection.rounds(decision.stage)
    items = {item.key: item for round_ in rounds for item in items_of(rubric, chosen, round_)}
    for line in decision.lines:
        mine = [row for row in rows if row.item.key == line.item and row.sheet.id in line.sheets]
        changed = shaken(rows, line.item, line.sheets, decision.decided_at)
        yield (
            _reference(selection, decision.candidacy),
            decision.stage.value,
            line.item,
            label(items[line.item]) if line.item in items else "",
            line.text,
            ", ".join(sorted(_told(row, names) for row in mine)),
            ", ".join(sorted(_told(row, names) for row in changed)),
        )


def _called(sheet: Sheet, names: JurorNames) -> str:
    return names.about(sheet.candidacy).of(sheet.juror)


def _told(row: ScoreRow, names: JurorNames) -> str:
    value = "–" if row.answer.value is None else row.answer.value
    return f"{_called(row.sheet, names)} {row.sheet.round.value} {value}"


def _ranking(selection: Selection) -> Table:
    columns = (
        Column("stage", 12),
        Column("reference", 9),
        Column("organisation", 30),
        Column("first_place", 8),
        Column("last_place", 8),
        Column("score", 9),
        Column("written", 9),
        Column("pitch", 9),
        Column("advisory_score_low", 10),
        Column("advisory_score_high", 10),
        Column("advisory_place_low", 10),
        Column("advisory_place_high", 10),
        Column("goals_covered", 9),
        Column("decision", 16),
    )
    rows = (
        _ranked(stage, row)
        for stage in Stage
        for row in ranking_of(selection, stage, uncertainty_of(selection, stage)).rows
    )
    return table("ranking", columns, rows, fixed=3)


def _ranked(stage: Stage, row: RankingRow) -> tuple[Cell, ...]:
    unsure, official = row.uncertainty, row.official
    return (
        stage.value,
        row.candidacy.reference,
        row.candidacy.organisation,
        row.rank.first if row.rank else None,
        row.rank.last if row.rank else None,
        row.score,
        official.written if official else None,
        official.pitch if official and stage is Stage.FINAL else None,
        *(unsure.score if unsure else (None, None)),
        *(unsure.rank if unsure else (None, None)),
        len(row.coverage.goals) if row.coverage else None,
        row.decision.kind.value if row.decision else "",
    )
