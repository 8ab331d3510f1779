"""The list on the screen: choosing, opening, staying put when the rows change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.cells import ChipsCell, IntervalCell, PillCell
from jury_desktop.ui.widgets.paint import Interval, Pill
from jury_desktop.ui.widgets.rows_model import NOWHERE, Column, Index, RowsModel
from jury_desktop.ui.widgets.table import Table
from tests.ui.widgets.test_rows_model import COLUMNS, ROWS, Row


@pytest.fixture
def table(qtbot: QtBot) -> Table[Row]:
    model = RowsModel(COLUMNS, key=lambda row: row.reference)
    model.set_rows(ROWS)
    made = Table(model, "Kandidaturen", "Nog geen kandidaturen")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_choosing_a_row_tells_which(qtbot: QtBot, table: Table[Row]) -> None:
    heard: list[Row | None] = []
    table.chosen.connect(heard.append)

    assert table.choose("K-02")
    assert not table.choose("K-99")
    assert heard == [ROWS[1]]
    assert table.current() == ROWS[1]


def test_a_click_anywhere_in_the_row_chooses_it(qtbot: QtBot, table: Table[Row]) -> None:
    at = table.visualRect(table.rows.index(2, 3)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert table.current() == ROWS[2]


def test_enter_opens_the_chosen_row(qtbot: QtBot, table: Table[Row]) -> None:
    heard: list[Row] = []
    table.opened.connect(heard.append)
    table.choose("K-03")
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert heard == [ROWS[2]]


def test_arrows_move_and_tab_leaves(qtbot: QtBot, table: Table[Row]) -> None:
    table.choose("K-01")
    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert table.current() == ROWS[1]
    assert not table.tabKeyNavigation()


def test_the_same_row_stays_chosen_when_the_rows_change_place(qtbot: QtBot, table: Table[Row]) -> None:
    table.choose("K-02")
    table.rows.set_rows((Row("K-00", "Eerste"), *ROWS))
    grown = table.current()
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    sorted_ = table.current()
    table.rows.set_filter(lambda row: row.reference == "K-02")

    assert grown == sorted_ == table.current() == ROWS[1]


def test_it_tells_when_the_chosen_row_is_gone(qtbot: QtBot, table: Table[Row]) -> None:
    table.choose("K-02")
    heard: list[Row | None] = []
    table.chosen.connect(heard.append)
    table.rows.set_rows((ROWS[0],))

    assert heard[-1] is None
    assert table.current() is None


def test_the_whole_row_lights_up_under_the_mouse(qtbot: QtBot, table: Table[Row]) -> None:
    at = table.visualRect(table.rows.index(1, 0)).center()
    qtbot.mouseMove(table.viewport(), at + QPoint(1, 1))
    qtbot.mouseMove(table.viewport(), at)

    assert table.hovered_row == 1
    right = table.visualRect(table.rows.index(1, 3)).center()
    ground = table.viewport().grab().toImage().pixelColor(right).name()
    assert ground == theme.current().colours.hover


def test_an_empty_list_says_so(qtbot: QtBot, table: Table[Row]) -> None:
    before = table.grab().toImage()
    table.rows.set_rows(())
    empty = table.grab().toImage()
    plain = Table(RowsModel(COLUMNS, key=lambda row: row.reference), "Kandidaturen")
    qtbot.addWidget(plain)
    plain.resize(600, 300)

    assert empty != before
    assert empty != plain.grab().toImage()


def test_marks_are_drawn_where_there_is_one(qtbot: QtBot) -> None:
    """A cell without its mark stays empty instead of showing its text."""
    marks = {
        ChipsCell: (1, 4, 7),
        PillCell: Pill("Laattijdig", theme.Tone.BAD),
        IntervalCell: Interval(3.8, 3.2, 4.4),
    }
    drawn = {}
    for cell, mark in marks.items():
        pictures = []
        for shown in (mark, None):
            column = Column("Kop", lambda row: "tekst", mark=lambda _, s=shown: s, delegate=cell)
            model = RowsModel([column], key=str)
            model.set_rows(["a"])
            table = Table(model, "Proef")
            qtbot.addWidget(table)
            pictures.append(table.grab().toImage())
        drawn[cell] = pictures[0] != pictures[1]

    assert drawn == dict.fromkeys(marks, True)


def test_several_rows_can_be_chosen_where_that_is_meant(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, key=lambda row: row.reference)
    model.set_rows(ROWS)
    table = Table(model, "Brieven", many=True)
    qtbot.addWidget(table)
    table.selectAll()

    assert table.chosen_rows() == list(ROWS)


def test_the_chosen_row_stays_in_view_when_the_table_gets_lower(qtbot: QtBot, table: Table[Row]) -> None:
    table.choose(ROWS[-1].reference)
    table.resize(600, table.horizontalHeader().height() + 2 * theme.metrics().row)

    row = table.visualRect(table.selectionModel().selectedRows()[0])
    assert table.viewport().rect().contains(row.center())


class CountedModel(RowsModel[Row]):
    """Knows how often it was asked how many rows it has."""

    asked = 0

    def rowCount(self, parent: Index = NOWHERE) -> int:
        self.asked += 1
        return super().rowCount(parent)


def test_however_many_rows_are_chosen_drawing_them_does_not_ask_about_each(qtbot: QtBot) -> None:
    model = CountedModel(COLUMNS, key=lambda row: row.reference)
    model.set_rows([replace(ROWS[0], reference=f"K-{number:04}") for number in range(1000)])
    table = Table(model, "Kandidaturen", many=True)
    qtbot.addWidget(table)
    table.show()
    table.selectAll()
    model.asked = 0
    table.grab()

    assert len(table.chosen_rows()) == 1000
    assert model.asked < 1000
