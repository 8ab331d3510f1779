"""What was typed at this sitting, and the grid that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jury_desktop.domain.paper_sheet import ENTERABLE, PaperState, goal_code
from jury_desktop.domain.sheet import Answer, GoalMark, Item
from jury_desktop.services.paper import Given, PaperGrid, PaperRow
from jury_desktop.ui.pages.assessment.paper.model import GridCell, GridColumn, GridRow, Mark
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Pill

tr = area("assessment")

Cell = tuple[str, str]
"""Candidacy, and the key of an item or of a goal."""


@dataclass
class Entry:
    """One sitting: the first entry or the second.

    :ivar typed: what was typed, by cell; ``first`` what the second entry differs from.
    :ivar cleared: what was wiped at this sitting; ``refused`` where something was typed that cannot be given.
    :ivar comments: the words of explanation typed at this sitting.
    """

    second: bool = False
    typed: dict[Cell, Given] = field(default_factory=dict)
    first: dict[Cell, Given | None] = field(default_factory=dict)
    cleared: set[Cell] = field(default_factory=set)
    refused: set[Cell] = field(default_factory=set)
    comments: dict[Cell, str] = field(default_factory=dict)

    def type(self, cell: Cell, given: Given | None) -> None:
        """Somebody typed this; None, or an answer that says nothing, clears the cell."""
        self.refused.discard(cell)
        if given is None or given == Answer():
            self.typed.pop(cell, None)
            self.cleared.add(cell)
        else:
            self.typed[cell] = given
            self.cleared.discard(cell)

    def forget(self, cell: Cell) -> None:
        """Nobody has typed there at this sitting."""
        self.typed.pop(cell, None)
        self.cleared.discard(cell)

    def typed_of(self, candidacy: str) -> dict[str, Given]:
        """What was typed on one sheet, by the key of item or goal."""
        return {key: given for (of, key), given in self.typed.items() if of == candidacy}

    def show_first(self, candidacy: str, differing: Mapping[str, Given | None]) -> None:
        """Remember where a sheet differs from its first entry."""
        others = {cell: answer for cell, answer in self.first.items() if cell[0] != candidacy}
        self.first = others | {(candidacy, key): given for key, given in differing.items()}

    def agrees(self, row: PaperRow) -> bool:
        """Whether the whole sheet has been typed a second time, with the same outcome."""
        key = row.candidacy.id
        same = not any(cell[0] == key for cell in self.first)
        return bool(row.filled) and same and row.filled | row.marked <= set(self.typed_of(key))

    # what it looks like

    def rows(self, grid: PaperGrid, *, goals: bool = False) -> list[GridRow]:
        """The grid with what was typed, of the scores or of the goals; never what others typed before."""
        codes = {line.item.key: line.code for line in grid.lines}
        return [self._row(row, goals, lacking(row, codes)) for row in grid.rows]

    def _row(self, row: PaperRow, goals: bool, lacks: str) -> GridRow:
        candidacy = row.candidacy
        open_ = row.state in ENTERABLE and not (self.second and row.state is PaperState.EMPTY)
        cells = (self._goals(row) if goals else self._scores(row)) if open_ else {}
        pill = state_pill(row)
        return GridRow(candidacy.id, candidacy.reference, candidacy.organisation, pill, cells, lacks)

    def _goals(self, row: PaperRow) -> dict[str, GridCell]:
        return {goal.key: self._cell(row, goal.key, goal.key in row.marked) for goal in row.goals}

    def _scores(self, row: PaperRow) -> dict[str, GridCell]:
        return {item.key: self._score(row, item) for item in row.items}

    def _score(self, row: PaperRow, item: Item) -> GridCell:
        filled, commented = item.key in row.filled, item.key in row.commented
        wanting = filled and item.criterion.comment_required and not commented
        return replace(self._cell(row, item.key, filled), wanting=wanting)

    def _cell(self, row: PaperRow, key: str, known: bool) -> GridCell:
        cell = (row.candidacy.id, key)
        given = self.typed.get(cell)
        if given is None:
            dot = known and not self.second and cell not in self.cleared
            empty = GridCell("?", Mark.REFUSED) if cell in self.refused else GridCell("", Mark.OPEN)
            return GridCell("•", Mark.KNOWN) if dot else empty
        if not self.second:
            return GridCell(written(given), Mark.TYPED)
        if cell in self.first:
            return GridCell(f"{written(given)} ≠ {written(self.first[cell])}", Mark.DIFFERENT)
        return GridCell(written(given), Mark.SAME)


def columns(grid: PaperGrid, *, goals: bool = False) -> list[GridColumn]:
    """The lines, or the goals, that the sheets may have; one that no sheet has is left out."""
    if goals:
        asked_goals = {goal.key: goal for row in grid.rows for goal in row.goals}
        return [GridColumn(goal.key, goal_code(goal), goal.text) for _, goal in sorted(asked_goals.items())]
    asked = {item.key for row in grid.rows for item in row.items}
    return [
        GridColumn(line.item.key, line.code, line_name(line.item))
        for line in grid.lines
        if line.item.key in asked
    ]


def line_name(item: Item) -> str:
    """A line in words."""
    if item.challenge is None:
        return item.criterion.title
    return tr("{title}: challenge {number}").format(title=item.criterion.title, number=item.challenge)


def written(answer: Given | None) -> str:
    """A score, or the number of a mark, as it stands on paper; a dash where there is none."""
    if isinstance(answer, GoalMark):
        return str(list(GoalMark).index(answer) + 1)
    if answer is None:
        return "–"
    if answer.not_applicable:
        return tr("n/a")
    return "–" if answer.value is None else str(answer.value)


def state_pill(row: PaperRow) -> Pill:
    """How far a sheet is."""
    if row.state is PaperState.ENTERED and not row.missing:
        return Pill(tr("complete"), Tone.INFO)
    if row.state is PaperState.CHECKED and row.missing:
        return Pill(tr("entered twice, %n missing", "", row.missing), Tone.WARN)
    pills = {
        PaperState.EMPTY: Pill(tr("to enter"), Tone.NEUTRAL),
        PaperState.ENTERED: Pill(tr("%n missing", "", row.missing), Tone.WARN),
        PaperState.CHECKED: Pill(tr("entered twice"), Tone.GOOD),
        PaperState.ON_SCREEN: Pill(tr("on the screen"), Tone.NEUTRAL),
        PaperState.SUBMITTED: Pill(tr("submitted"), Tone.GOOD),
    }
    return pills[row.state]


def lacking(row: PaperRow, codes: Mapping[str, str]) -> str:
    """What a sheet that was begun still takes, by the codes of its lines; nothing where it is complete.

    :param codes: the code of each line, by the key of its item.
    """
    if row.state not in (PaperState.ENTERED, PaperState.CHECKED):
        return ""
    kinds = ((tr("score at {codes}"), row.unscored), (tr("comment at {codes}"), row.unexplained))
    parts = [
        text.format(codes=", ".join(codes[item.key] for item in items)) for text, items in kinds if items
    ]
    return tr("Still needed: {parts}").format(parts="; ".join(parts)) if parts else ""
