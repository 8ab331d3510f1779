"""Icons in the colour of the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from jury_desktop import resources
from jury_desktop.ui import theme
from jury_desktop.ui.icons import icon, pixmap, set_icon
from tests.architecture.checkout import modules

NAMES = resources.names("icons", ".svg")


def inks(drawn: QImage) -> set[str]:
    """The colours of the parts that are wholly covered."""
    plain = drawn.convertToFormat(QImage.Format.Format_ARGB32)  # named: its bits live no longer than it does
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(pixels) if pixel >> 24 == 0xFF}


def test_every_icon_is_drawn_in_the_colour_asked(qapp: QApplication) -> None:
    drawn = {name: inks(pixmap(name, "#ff0000", 24, 2).toImage()) for name in NAMES}

    assert drawn == {name: {"#ff0000"} for name in NAMES}


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2, 3])
def test_an_icon_is_drawn_for_the_pixels_of_every_screen(qapp: QApplication, scale: float) -> None:
    drawn = icon("upload", "#ff0000").pixmap(QSize(16, 16), scale).toImage()

    assert drawn == pixmap("upload", "#ff0000", 16, scale).toImage()


def test_an_icon_keeps_no_picture_larger_than_a_button_shows(qapp: QApplication) -> None:
    """Hundreds are kept as long as the window lasts."""
    assert max(size.width() for size in icon("upload").availableSizes()) == 3 * 16


def test_every_icon_that_the_code_names_is_there() -> None:
    named = re.compile(r'icon="([a-z0-9-]+)"|icon_button\(\s*"([a-z0-9-]+)"|EmptyState\(\s*"([a-z0-9-]+)"')
    asked = {
        next(filter(None, found))
        for file in modules("ui")
        for found in named.findall(Path(file).read_text(encoding="utf-8"))
    }

    assert asked - set(NAMES) == set()


def test_the_icon_of_a_button_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("Bewaren")
    qtbot.addWidget(button)
    set_icon(button, "square", "text")

    theme.apply(qapp, "dark")
    try:
        drawn = button.icon().pixmap(button.iconSize(), 2.0).toImage()
    finally:
        theme.apply(qapp, "light")

    assert inks(drawn) == {theme.load("dark").colours.text}
