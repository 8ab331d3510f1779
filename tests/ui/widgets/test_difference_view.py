"""Two texts in two columns: marks beside colours, long runs folded, keys from one difference to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.domain.difference import difference
from jury_desktop.ui.widgets.difference_view import MOST, DifferenceView, Part


@pytest.fixture
def view(qtbot: QtBot, dutch: object) -> DifferenceView:
    made = DifferenceView()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def part(old: list[str], new: list[str], remark: str = "") -> Part:
    return Part("Plan.pdf", remark, difference(old, new))


def shown(view: DifferenceView) -> list[str]:
    return [line for line in view.toPlainText().replace("\u2028", "\n").splitlines() if line.strip()]


def test_what_went_has_a_minus_and_what_came_a_plus(view):
    view.show_parts([part(["een twee drie"], ["een twee vier"])])

    assert shown(view) == ["Plan.pdf ", "−", "een twee drie", "+", "een twee vier"]
    assert view.count == 1


def test_long_runs_of_equal_lines_are_told_by_their_number(view):
    same = [f"regel {n}" for n in range(20)]

    view.show_parts([part(["oud", *same], ["nieuw", *same])])

    assert "⋯ 18 gelijke regels" in shown(view)
    assert "regel 5" not in shown(view)


def test_a_remark_stands_beside_the_name(view):
    view.show_parts([part([], [], "hetzelfde bestand")])

    assert shown(view) == ["Plan.pdf hetzelfde bestand"]


def test_what_a_document_says_is_never_taken_for_markup(view):
    view.show_parts([part(["a"], ["<b>vet</b> & <img src='x'>"])])

    assert "<b>vet</b> & <img src='x'>" in shown(view)


def test_a_book_is_not_drawn_whole(view):
    view.show_parts([part([], [f"regel {n}" for n in range(MOST + 7)])])

    assert shown(view)[-1] == "⋯ Nog 7 regels; open beide documenten om ze te zien."


def test_the_keys_go_round(view, qtbot):
    view.show_parts([part(["a", "x", "y", "z", "b"], ["c", "x", "y", "z", "d"])])
    assert view.count == 4

    passed = []
    for key, shift in (
        (Qt.Key.Key_P, False),
        (Qt.Key.Key_N, False),
        (Qt.Key.Key_F7, False),
        (Qt.Key.Key_F7, True),
    ):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(view, key, modifier)
        passed.append(view.at)

    assert passed == [4, 1, 2, 1]
