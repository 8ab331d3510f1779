"""Everything within reach of a few letters."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui.command_palette import CommandPalette, Line, rank
from tests.ui.conftest import settle

TEXTS = (
    "Postvak importeren…",
    "Plan pitches",
    "Kandidaturen",
    "K-02 Huis van Morgen vzw",
    "K-12 Meegaan vzw",
)


def lines(done: list[str] | None = None) -> list[Line]:
    kept = [] if done is None else done
    return [Line(text, "", "", lambda text=text: kept.append(text)) for text in TEXTS]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("plan", "Plan pitches"),
        ("postv", "Postvak importeren…"),
        ("imp post", "Postvak importeren…"),
        ("k-12", "K-12 Meegaan vzw"),
        ("morgen", "K-02 Huis van Morgen vzw"),
        ("MORGEN", "K-02 Huis van Morgen vzw"),
        ("kandidturen", "Kandidaturen"),
    ],
)
def test_a_few_letters_find_it(typed: str, first: str) -> None:
    assert rank(lines(), typed)[0].text == first


def test_a_full_name_comes_before_what_has_its_words_elsewhere() -> None:
    names = ("K-13  Rand 12", "K-09  Ons Rand 13", "K-20  Rand 130", "K-14  Rand 13")
    found = rank([Line(name, "", "", print) for name in names], "Rand 13")

    assert [line.text for line in found] == [
        "K-14  Rand 13",
        "K-09  Ons Rand 13",
        "K-20  Rand 130",
        "K-13  Rand 12",
    ]


def test_a_number_finds_its_own_candidacy_before_a_longer_one() -> None:
    lines = [Line(text, "", "", print) for text in ("K-131  Anker", "K-13  Brug")]

    assert [line.text for line in rank(lines, "k-13")] == ["K-13  Brug", "K-131  Anker"]


def test_nothing_typed_shows_all_in_their_own_order() -> None:
    assert [line.text for line in rank(lines(), "  ")] == list(TEXTS)


def test_what_has_nothing_in_common_is_not_shown() -> None:
    assert rank(lines(), "zzzz") == []


def test_other_words_and_the_detail_find_it_too() -> None:
    line = Line("Donker thema", "Ctrl+D", "", print, "nacht zwart")

    assert rank([line], "nacht") == [line]
    assert rank([line], "ctrl") == [line]


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def palette(window: QWidget, done: list[str]) -> CommandPalette:
    made = CommandPalette(lines(done), window)
    made.open()
    return made


def test_it_has_the_keyboard_at_once_and_gives_it_back(qtbot: QtBot, window: QWidget) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    opened = CommandPalette(lines(), window)
    opened.open()
    typing = QApplication.focusWidget()
    qtbot.keyClick(opened.field, Qt.Key.Key_Escape)

    assert (typing is opened.field, QApplication.focusWidget() is field) == (True, True)


def test_it_lies_over_the_window_and_follows_its_size(window: QWidget, palette: CommandPalette) -> None:
    window.resize(600, 400)
    QApplication.processEvents()

    assert palette.size() == window.size()
    assert window.rect().contains(palette.box.geometry())


def test_a_click_beside_it_closes_it(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert (palette.isHidden(), done) == (True, [])


def test_it_goes_when_something_else_takes_the_keyboard(window: QWidget, palette: CommandPalette) -> None:
    other = QLineEdit(window)
    other.show()
    other.setFocus()

    assert (palette.isHidden(), QApplication.focusWidget() is other) == (True, True)


def test_enter_does_the_first_line(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.keyClicks(palette.field, "plan")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert done == ["Plan pitches"]
    assert palette.isHidden()


def test_arrows_choose_another_line_and_stop_at_the_ends(
    qtbot: QtBot, palette: CommandPalette, done: list[str]
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        qtbot.keyClick(palette.field, key)

    assert done == [TEXTS[-1]]


def test_escape_does_nothing_at_all(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    assert (done, palette.isHidden()) == ([], True)


def test_it_says_when_nothing_is_found(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.keyClicks(palette.field, "zzzz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert (palette.list.isHidden(), done) == (True, [])


def test_candidacies_that_come_later_join_what_is_typed(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClicks(palette.field, "brug")
    palette.set_lines([*lines(), Line("K-01 De Brug vzw", "", "", print)])

    assert palette.list.count() == 1


def test_a_closed_palette_is_freed(palette: CommandPalette) -> None:
    palette.dismiss()
    settle()

    assert not shiboken6.isValid(palette)
