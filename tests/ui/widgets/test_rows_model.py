"""A table as data: sorted, filtered and spoken, under Qt's own model tester."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel

Role = Qt.ItemDataRole
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Row:
    """A candidacy, shortened."""

    reference: str
    name: str
    score: float | None = None
    challenges: tuple[int, ...] = ()


COLUMNS: Sequence[Column[Row]] = (
    Column("Nr.", lambda row: row.reference, Look.MUTED, width=60),
    Column("Organisatie", lambda row: row.name, Look.STRONG, tip=lambda row: f"{row.name} vzw"),
    Column("Score", lambda row: "" if row.score is None else f"{row.score:.1f}", Look.FIGURES,
           order=lambda row: -1 if row.score is None else row.score),
    Column("Uitdagingen", lambda row: ", ".join(map(str, row.challenges)), mark=lambda row: row.challenges,
           spoken=lambda row: f"{len(row.challenges)} uitdagingen"),
)  # fmt: skip
ROWS = (
    Row("K-01", "De Brug", 3.8, (1, 2)),
    Row("K-02", "ankerpunt", None, (4,)),
    Row("K-03", "Tandem", 10.0),
)


@pytest.fixture
def model(qtbot: QtBot) -> RowsModel[Row]:
    made = RowsModel(COLUMNS, key=lambda row: row.reference)
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    made.set_rows(ROWS)
    return made


def keys(model: RowsModel[Row]) -> list[str]:
    return [row.reference for row in model.rows]


def test_a_cell_gives_its_text_mark_tip_and_what_is_said_aloud(model: RowsModel[Row]) -> None:
    def roles(row: int, column: int) -> tuple[object, ...]:
        index = model.index(row, column)
        wanted = (Role.DisplayRole, Role.UserRole, Role.ToolTipRole, Role.AccessibleTextRole)
        return tuple(index.data(role) for role in wanted)

    assert roles(0, 1) == ("De Brug", None, "De Brug vzw", "Organisatie: De Brug")
    assert roles(0, 3) == ("1, 2", (1, 2), None, "Uitdagingen: 2 uitdagingen")


def test_figures_stand_at_the_right_in_the_cell_and_in_the_header(model: RowsModel[Row]) -> None:
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    assert model.index(0, 2).data(Role.TextAlignmentRole) == right
    assert model.headerData(2, Qt.Orientation.Horizontal, Role.TextAlignmentRole) == right


def test_sorting_goes_by_the_order_of_the_column_not_by_its_text(model: RowsModel[Row]) -> None:
    model.sort(2, DOWN)
    by_score = keys(model)
    model.sort(1, UP)
    by_name = keys(model)
    model.sort(-1)

    assert (by_score, by_name) == (["K-03", "K-01", "K-02"], ["K-02", "K-01", "K-03"])
    assert keys(model) == ["K-01", "K-02", "K-03"]


def test_new_rows_come_in_the_order_that_was_chosen(model: RowsModel[Row]) -> None:
    model.sort(0, DOWN)
    model.set_rows((*ROWS, Row("K-04", "Nieuw")))

    assert keys(model) == ["K-04", "K-03", "K-02", "K-01"]


def test_a_filter_holds_for_later_rows_too(model: RowsModel[Row]) -> None:
    model.set_filter(lambda row: row.score is not None)
    model.set_rows((*ROWS, Row("K-04", "Nieuw", 1.0), Row("K-05", "Leeg")))
    filtered = keys(model)
    model.set_filter(None)

    assert filtered == ["K-01", "K-03", "K-04"]
    assert len(keys(model)) == 5


def test_a_row_that_changed_is_updated_where_it_stands(qtbot: QtBot, model: RowsModel[Row]) -> None:
    marker = QPersistentModelIndex(model.index(1, 0))
    with qtbot.waitSignals([model.dataChanged]), qtbot.assertNotEmitted(model.modelReset):
        model.set_rows((ROWS[0], Row("K-02", "Ankerpunt", 4.0), ROWS[2]))

    assert marker.isValid()
    assert model.index(1, 1).data() == "Ankerpunt"


def test_a_place_that_was_kept_follows_its_row_through_a_sort(model: RowsModel[Row]) -> None:
    marker = QPersistentModelIndex(model.index(0, 1))
    model.sort(0, DOWN)

    assert (marker.row(), marker.column(), marker.data()) == (2, 1, "De Brug")


def test_no_rows_is_a_table_too(model: RowsModel[Row]) -> None:
    model.set_rows(())

    assert (model.rowCount(), model.columnCount(), model.row_of("K-01")) == (0, 4, -1)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 50), st.floats(0, 5)), unique_by=lambda pair: pair[0], max_size=30))
def test_sorting_keeps_every_row_and_puts_them_in_order(pairs: list[tuple[int, float]]) -> None:
    model = RowsModel(COLUMNS, key=lambda row: row.reference)
    rows = [Row(f"K-{number:02d}", "x", score) for number, score in pairs]
    model.set_rows(rows)
    model.sort(2, UP)

    assert sorted(keys(model)) == sorted(row.reference for row in rows)
    scores = [row.score for row in model.rows]
    assert scores == sorted(score for _, score in pairs)
