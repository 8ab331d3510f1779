"""A drawing in the window: as wide as its room, in the colours of the theme, told in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.contrast import ENOUGH, contrast
from jury_desktop.domain.drawing import Block, Chip, Drawing, Ink, Shape, Spot, Stroke, Words
from jury_desktop.ui import theme
from jury_desktop.ui.widgets.drawing_view import DrawingView, ground, ink_in_cell


def sample(width: float) -> Drawing:
    """One of every mark, the last of them far below."""
    marks = (
        Stroke(0, 4, width, 4, Ink.TEXT, 2, dashed=True),
        Block(0, 20, 60, 20, 1.0),
        Block(70, 20, 60, 20, None),
        Words(0, 30, 60, "9,99", depth=1.0),
        Spot(150, 30, 6, Ink.ACCENT, Shape.DIAMOND),
        Spot(170, 30, 5, Ink.MUTED, Shape.HOLLOW),
        Chip(195, 30, 2),
        Block(0, 570, 60, 20, 1.0),
    )
    return Drawing("Titel", "In woorden", width, 600, marks)


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    made = DrawingView()
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show_drawing(sample)
    made.show()
    QApplication.processEvents()
    return made


def colours(view: DrawingView, box: QRect) -> set[str]:
    picture = view.grab(box).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_it_is_drawn_anew_for_another_width(view: DrawingView) -> None:
    view.resize(300, 600)
    QApplication.processEvents()
    assert view.drawing is not None
    assert view.drawing.width == 300
    assert view.sizeHint().height() == 600


def test_it_is_told_in_words(view: DrawingView) -> None:
    assert (view.accessibleName(), view.accessibleDescription()) == ("Titel", "In woorden")


@pytest.mark.parametrize(
    ("box", "ink"),
    [
        (QRect(0, 20, 60, 20), "accent"),
        (QRect(70, 20, 60, 20), "line_soft"),
        (QRect(144, 24, 12, 12), "accent"),
    ],
)
def test_marks_have_the_colours_of_the_theme(view: DrawingView, box: QRect, ink: str) -> None:
    assert getattr(theme.current().colours, ink) in colours(view, box)


def test_a_challenge_has_its_own_colour(view: DrawingView) -> None:
    assert theme.current().challenge(2).lower() in colours(view, QRect(184, 19, 22, 22))


def test_what_is_far_below_is_drawn_when_it_comes_into_view(view: DrawingView) -> None:
    assert theme.current().colours.accent in colours(view, QRect(0, 565, 60, 30))


def test_before_it_has_a_drawing_it_takes_no_room(qtbot: QtBot) -> None:
    empty = DrawingView()
    qtbot.addWidget(empty)
    assert empty.sizeHint().height() == 0


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("depth", [at / 50 for at in range(51)])
def test_the_figure_in_a_cell_can_be_read_on_any_depth(
    monkeypatch: pytest.MonkeyPatch, name: str, depth: float
) -> None:
    monkeypatch.setattr(theme, "current", lambda: theme.load(name))
    for ink in (Ink.TEXT, Ink.MUTED):
        assert contrast(ink_in_cell(ink, depth), ground(depth)) >= ENOUGH
