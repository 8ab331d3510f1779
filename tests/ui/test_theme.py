"""Both themes are whole, and everything on them can be read."""

from __future__ import annotations

import dataclasses
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QStyle,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jury_desktop.domain.contrast import contrast
from jury_desktop.ui import theme
from jury_desktop.ui.theme import Colours, Tone

READABLE = 4.5
"""Contrast of text (WCAG 2.2, success criterion 1.4.3)."""
VISIBLE = 3.0
"""Contrast of marks and outlines that carry meaning (1.4.11)."""
TEXT_ON = {
    "text": ("ground", "panel", "field", "sunken", "hover", "accent_soft", "line_soft"),
    "muted": ("ground", "panel", "field", "sunken", "hover", "accent_soft", "line_soft"),
    "accent_text": ("panel", "ground", "hover", "accent_soft"),
    "accent_ink": ("accent", "accent_hover"),
    "rail_text": ("rail", "rail_hover"),
    "rail_muted": ("rail", "rail_hover"),
    "rail_selected_text": ("rail_selected",),
    "good": ("good_soft", "panel"),
    "warn": ("warn_soft", "panel"),
    "bad": ("bad_soft", "panel"),
    "info": ("info_soft", "panel"),
    "neutral": ("neutral_soft", "panel"),
}
MARK_ON = {
    "focus": ("panel", "ground", "sunken"),
    "rail_focus": ("rail", "rail_hover"),
    "line_strong": ("panel", "ground"),
    "accent": ("panel", "ground", "line"),
}


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_text_can_be_read_on_every_ground_it_stands_on(name: str) -> None:
    colours = theme.load(name).colours
    pairs = [(ink, ground) for ink, grounds in TEXT_ON.items() for ground in grounds]

    faint = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := contrast(getattr(colours, pair[0]), getattr(colours, pair[1]))) < READABLE
    }

    assert faint == {}


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_mark_stands_out(name: str) -> None:
    colours = theme.load(name).colours
    pairs = [(ink, ground) for ink, grounds in MARK_ON.items() for ground in grounds]

    faint = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := contrast(getattr(colours, pair[0]), getattr(colours, pair[1]))) < VISIBLE
    }

    assert faint == {}


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("number", range(1, 8))
def test_the_number_on_a_challenge_can_be_read(name: str, number: int) -> None:
    look = theme.load(name)

    assert contrast(look.challenge_ink(number), look.challenge(number)) >= READABLE


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_seven_challenges_have_seven_colours(name: str) -> None:
    look = theme.load(name)

    assert len({look.challenge(number) for number in range(1, 8)}) == 7
    assert look.challenge(8) == look.challenge(1)


@pytest.mark.parametrize("name", theme.NAMES)
def test_a_theme_file_gives_every_colour_as_rrggbb(name: str) -> None:
    colours = theme.load(name).colours

    odd = [
        f.name
        for f in dataclasses.fields(Colours)
        if not re.fullmatch("#[0-9a-f]{6}", getattr(colours, f.name))
    ]

    assert odd == []


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#0b5d66", "#0b5d66") == 1


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("base", [11, 13, 20])
def test_the_style_sheet_fills_in_every_name(name: str, base: int) -> None:
    sheet = theme.style_sheet(theme.load(name), theme.measure(base))

    assert "$" not in sheet.replace("The $names", "")
    assert theme.load(name).colours.accent in sheet


def test_sizes_grow_with_the_text() -> None:
    small, large = theme.measure(13), theme.measure(20)

    assert all(getattr(large, f.name) > getattr(small, f.name) for f in dataclasses.fields(small))


def test_a_tone_is_an_ink_and_a_soft_ground() -> None:
    colours = theme.load("light").colours

    assert colours.tone(Tone.WARN) == (colours.warn, colours.warn_soft)


def test_switching_dresses_what_is_already_on_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel("tekst")
    qtbot.addWidget(label)
    label.show()

    theme.apply(qapp, "dark", 1.5)
    try:
        assert theme.current().name == "dark"
        assert label.palette().windowText().color().name() == theme.load("dark").colours.text
        assert label.fontInfo().pixelSize() == round(theme.BASE_PIXELS * 1.5)
        assert label.fontInfo().family() == theme.FAMILY
    finally:
        theme.apply(qapp, "light")


def test_figures_are_of_equal_width_where_asked(qtbot: QtBot) -> None:
    from PySide6.QtGui import QFontMetricsF

    tabular = QFontMetricsF(theme.font(figures=True))

    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("0000")
    assert QFontMetricsF(theme.font()).horizontalAdvance("1111") < tabular.horizontalAdvance("1111")


def test_a_field_for_a_moment_is_as_high_as_a_choice(qtbot: QtBot) -> None:
    fields = [QComboBox(), QLineEdit(), QDateEdit(), QDateTimeEdit(), QSpinBox()]
    holder = QWidget()
    line = QHBoxLayout(holder)
    for field in fields:
        line.addWidget(field)
    qtbot.addWidget(holder)
    holder.show()

    assert len({field.height() for field in fields}) == 1


def ticked(view: QListWidget | QTreeWidget | QTableWidget) -> list[str]:
    """The colour left of the mark in the box of each of the two rows."""
    picture, origin = view.grab().toImage(), view.viewport().pos()
    found = []
    for row in range(2):
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = view.visualRect(view.model().index(row, 0))
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
        found.append(picture.pixelColor(origin + QPoint(box.left() + 2, box.center().y() - 3)).name())
    return found


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("kind", [QListWidget, QTreeWidget, QTableWidget])
def test_a_box_to_tick_in_a_list_shows_whether_it_is_ticked(
    qtbot: QtBot,
    qapp: QApplication,
    name: str,
    kind: type[QListWidget] | type[QTreeWidget] | type[QTableWidget],
) -> None:
    theme.apply(qapp, name)
    try:
        view = kind(2, 1) if kind is QTableWidget else kind()  # type: ignore[call-overload]
        qtbot.addWidget(view)
        for row, state in enumerate((Qt.CheckState.Checked, Qt.CheckState.Unchecked)):
            put(view, row, state)
        view.show()
        heights = [view.visualRect(view.model().index(row, 0)).height() for row in range(2)]
        look = theme.load(name).colours
        assert (ticked(view), heights[0]) == ([look.accent, look.panel], heights[1])
    finally:
        theme.apply(qapp, "light")


def put(view: QListWidget | QTreeWidget | QTableWidget, row: int, state: Qt.CheckState) -> None:
    """A line with a box."""
    if isinstance(view, QListWidget):
        QListWidgetItem("regel", view).setCheckState(state)
    elif isinstance(view, QTreeWidget):
        QTreeWidgetItem(view, ["regel"]).setCheckState(0, state)
    else:
        item = QTableWidgetItem("regel")
        item.setCheckState(state)
        view.setItem(row, 0, item)
