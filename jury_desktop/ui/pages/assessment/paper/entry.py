"""What was typed at this sitting, and the grid that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from jury_desktop.domain.paper_sheet import ENTERABLE, PaperState
from jury_desktop.domain.sheet import Answer, Item
from jury_desktop.services.paper import PaperGrid, PaperRow
from jury_desktop.ui.pages.assessment.paper.model import GridCell, GridColumn, GridRow, Mark
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Pill

tr = area("assessment")

Cell = tuple[str, str]
"""Candidacy and item."""


@dataclass
class Entry:
    """One sitting: the first entry or the second.

    :ivar typed: what was typed, by cell; ``first`` what the second entry differs from.
    :ivar comments: the words of explanation typed at this sitting.
    """

    second: bool = False
    typed: dict[Cell, Answer] = field(default_factory=dict)
    first: dict[Cell, Answer] = field(default_factory=dict)
    comments: dict[Cell, str] = field(default_factory=dict)

    def type(self, cell: Cell, answer: Answer) -> None:
        """Somebody typed this; in the second entry a cell that was cleared counts as not typed."""
        if self.second and answer == Answer():
            self.typed.pop(cell, None)
        else:
            self.typed[cell] = answer

    def typed_of(self, candidacy: str) -> dict[str, Answer]:
        """What was typed on one sheet, by item."""
        return {item: answer for (of, item), answer in self.typed.items() if of == candidacy}

    def show_first(self, candidacy: str, differing: dict[str, Answer]) -> None:
        """Remember where a sheet differs from its first entry."""
        others = {cell: answer for cell, answer in self.first.items() if cell[0] != candidacy}
        self.first = others | {(candidacy, item): answer for item, answer in differing.items()}

    def agrees(self, row: PaperRow) -> bool:
        """Whether the whole sheet has been typed a second time, with the same outcome."""
        key = row.candidacy.id
        same = not any(cell[0] == key for cell in self.first)
        return bool(row.filled) and same and row.filled <= set(self.typed_of(key))

    # what it looks like

    def rows(self, grid: PaperGrid) -> list[GridRow]:
        """The grid with what was typed; never what others typed before."""
        return [self._row(row) for row in grid.rows]

    def _row(self, row: PaperRow) -> GridRow:
        candidacy = row.candidacy
        open_ = row.state in ENTERABLE and not (self.second and row.state is PaperState.EMPTY)
        cells = {item.key: self._cell(row, item) for item in row.items} if open_ else {}
        return GridRow(candidacy.id, candidacy.reference, candidacy.organisation, state_pill(row), cells)

    def _cell(self, row: PaperRow, item: Item) -> GridCell:
        cell = (row.candidacy.id, item.key)
        answer = self.typed.get(cell)
        filled = item.key in row.filled
        commented = item.key in row.commented
        wanting = filled and item.criterion.comment_required and not (commented or self.second)
        if answer is None or answer == Answer():
            if filled and not (self.second or answer is not None):
                return GridCell("•", Mark.KNOWN, wanting)
            return GridCell("", Mark.OPEN, wanting)
        if not self.second:
            return GridCell(written(answer), Mark.TYPED, wanting)
        if cell in self.first:
            return GridCell(f"{written(answer)} ≠ {written(self.first[cell])}", Mark.DIFFERENT)
        return GridCell(written(answer), Mark.SAME)


def columns(grid: PaperGrid) -> list[GridColumn]:
    """The lines that the sheets may have; one that no sheet has is left out."""
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


def written(answer: Answer) -> str:
    """A score as it stands on paper; a dash where there is none."""
    if answer.not_applicable:
        return tr("n/a")
    return "–" if answer.value is None else str(answer.value)


def state_pill(row: PaperRow) -> Pill:
    """How far a sheet is."""
    if row.state is PaperState.ENTERED and not row.missing:
        return Pill(tr("complete"), Tone.INFO)
    pills = {
        PaperState.EMPTY: Pill(tr("to enter"), Tone.NEUTRAL),
        PaperState.ENTERED: Pill(tr("%n missing", "", row.missing), Tone.WARN),
        PaperState.CHECKED: Pill(tr("entered twice"), Tone.GOOD),
        PaperState.ON_SCREEN: Pill(tr("on the screen"), Tone.NEUTRAL),
        PaperState.SUBMITTED: Pill(tr("submitted"), Tone.GOOD),
    }
    return pills[row.state]
