"""Cells that show a share, what several people gave, and a text that stands out where it has to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import MarkedCell, ShareCell, StripCell
from jury_desktop.ui.widgets.paint import Pill, Strip
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

Shows = Callable[[type[QStyledItemDelegate], object], dict[str, int]]


@pytest.fixture
def shows(qtbot: QtBot) -> Shows:
    """How many pixels of each colour a cell with a mark shows."""

    def drawn(kind: type[QStyledItemDelegate], mark: object) -> dict[str, int]:
        column = Column[str]("", str, Look.FIGURES, mark=lambda row: mark, delegate=kind, width=160)
        table = Table(RowsModel([column], str), "Tabel")
        qtbot.addWidget(table)
        table.resize(180, 120)
        table.rows.set_rows(["12"])
        table.show()
        QApplication.processEvents()
        picture = table.viewport().grab(table.visualRect(table.rows.index(0, 0))).toImage()
        found: dict[str, int] = {}
        for x in range(picture.width()):
            for y in range(picture.height()):
                name = picture.pixelColor(x, y).name()
                found[name] = found.get(name, 0) + 1
        return found

    return drawn


def accent(found: dict[str, int]) -> int:
    return found.get(theme.current().colours.accent, 0)


def test_a_larger_share_fills_more_of_its_bar(shows: Shows) -> None:
    nothing, little, much = (accent(shows(ShareCell, share)) for share in (0.0, 0.3, 0.9))
    assert nothing == 0 < little < much


def test_of_nothing_known_there_is_no_bar(shows: Shows) -> None:
    assert theme.current().colours.line_soft not in _without_the_line_below(shows(ShareCell, None))


def _without_the_line_below(found: dict[str, int]) -> set[str]:
    """The colours of a cell but for the one line that lies under every row."""
    return {name for name, count in found.items() if count > 170}


def test_every_score_has_its_dot(shows: Shows) -> None:
    one, three = (accent(shows(StripCell, Strip(values))) for values in ((4,), (1, 4, 4)))
    assert 0 < one < three


def test_what_stands_out_is_a_pill_and_the_rest_is_text(shows: Shows) -> None:
    _, ground = theme.current().colours.tone(Tone.WARN)
    assert ground in shows(MarkedCell, Pill("3 ↑", Tone.WARN))
    assert ground not in shows(MarkedCell, None)
    assert theme.current().colours.text in shows(MarkedCell, None)
