"""The two lists of a sheet file that came back: a row for each candidacy, and for each cell of one."""

from __future__ import annotations

from collections.abc import Sequence

from jury_desktop.domain.sheet_merge import CellKind, CellState
from jury_desktop.services.packet_return import DIFFERING, TAKEN, NamedCell, ReturnedSheet, SheetOutcome
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("jury")

CellRow = tuple[int, NamedCell]
"""A cell with its place on the sheet."""
ORDER = (CellState.CONFLICT, CellState.KEPT, CellState.NEW, CellState.CHANGED, CellState.EQUAL)
"""What asks for attention first."""


class SheetsTable(Table[ReturnedSheet]):
    """What becomes of the sheet on each candidacy."""

    def __init__(self) -> None:
        columns: tuple[Column[ReturnedSheet], ...] = (
            Column(tr("Candidacy"), _reference, Look.MUTED, width=88),
            Column("", _organisation, Look.STRONG, tip=_organisation),
            Column(tr("Filled in"), _taken, Look.FIGURES, width=84),
            Column(tr("Otherwise here"), _otherwise, Look.FIGURES, width=116),
            Column(tr("Result"), _result, mark=_outcome, delegate=PillCell, width=170),
        )
        super().__init__(RowsModel(columns, _reference), tr("Sheets"), tr("Nothing of it is new."))

    def show_sheets(self, sheets: Sequence[ReturnedSheet]) -> None:
        """Show other sheets, without telling; what asks for attention comes first."""
        self.blockSignals(True)
        self.rows.set_rows(sorted(sheets, key=_attention))
        self.blockSignals(False)


class CellsTable(Table[CellRow]):
    """What becomes of each cell of one sheet; what asks for attention comes first."""

    def __init__(self) -> None:
        columns: tuple[Column[CellRow], ...] = (
            Column(tr("On the sheet"), _name, tip=_name),
            Column(tr("State"), _state, mark=_pill, delegate=PillCell, width=170),
        )
        empty = tr("Nothing of this sheet is taken over.")
        super().__init__(RowsModel(columns, _place), tr("Answers"), empty)

    def show_cells(self, cells: Sequence[NamedCell]) -> None:
        """Show the cells of another sheet."""
        rows = list(enumerate(cells))
        self.rows.set_rows(sorted(rows, key=lambda row: (ORDER.index(row[1].state), row[0])))


def _attention(sheet: ReturnedSheet) -> tuple[bool, bool, bool, str]:
    refused = sheet.outcome is SheetOutcome.REFUSED
    return (
        not refused,
        not (sheet.differs_here or sheet.taken),
        sheet.outcome is SheetOutcome.SAME,
        sheet.reference,
    )


def _reference(sheet: ReturnedSheet) -> str:
    return sheet.reference


def _organisation(sheet: ReturnedSheet) -> str:
    return sheet.organisation


def _taken(sheet: ReturnedSheet) -> str:
    return str(sheet.count(*TAKEN) or "–")


def _otherwise(sheet: ReturnedSheet) -> str:
    return str(sheet.count(*DIFFERING) or "–")


def _result(sheet: ReturnedSheet) -> str:
    return _outcome(sheet).text


def _outcome(sheet: ReturnedSheet) -> Pill:
    pills = {
        SheetOutcome.SAME: Pill(tr("unchanged"), Tone.NEUTRAL),
        SheetOutcome.KEPT: Pill(tr("kept as a draft"), Tone.INFO),
        SheetOutcome.SUBMITTED: Pill(tr("submitted"), Tone.GOOD),
        SheetOutcome.AMENDED: Pill(tr("changed, with a reason"), Tone.GOOD),
        SheetOutcome.REFUSED: Pill(tr("not taken over"), Tone.BAD),
    }
    return pills[sheet.outcome]


def _place(row: CellRow) -> str:
    return str(row[0])


def _name(row: CellRow) -> str:
    cell = row[1]
    if cell.kind is CellKind.GOAL:
        return tr("Goal: {text}").format(text=cell.name)
    return cell.name or tr("General remark")


def _state(row: CellRow) -> str:
    return _pill(row).text


def _pill(row: CellRow) -> Pill:
    pills = {
        CellState.NEW: Pill(tr("new"), Tone.GOOD),
        CellState.CHANGED: Pill(tr("changed"), Tone.INFO),
        CellState.EQUAL: Pill(tr("the same"), Tone.NEUTRAL),
        CellState.KEPT: Pill(tr("filled in here"), Tone.WARN),
        CellState.CONFLICT: Pill(tr("different on both"), Tone.BAD),
    }
    return pills[row[1].state]
