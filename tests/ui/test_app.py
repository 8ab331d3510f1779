"""The program from start to end, on a real dossier, without anybody at the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import create_dossier, open_dossier
from jury_desktop.ui import theme
from jury_desktop.ui.app import Program, shade
from jury_desktop.ui.navigation import NARROW, WIDE
from jury_desktop.ui.settings import Preferences, SettingsFile
from jury_desktop.wording import catalogue
from tests.ui.sample_page import SAMPLE_STAGES, SamplePage, a_dossier, a_wiring


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, settings_file: Path) -> Iterator[Program]:
    wiring, kept = a_wiring(open=open_dossier), SettingsFile(settings_file)
    made = Program(qapp, wiring, kept, Preferences(theme="light"), SAMPLE_STAGES)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    theme.apply(qapp, "light")


def test_it_opens_on_a_dossier_and_remembers_it(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    place = str(tmp_path / "lier.jury")
    create_dossier(place, "lier-2023").store.close()
    program.show(place)
    qtbot.waitUntil(lambda: not program.window.shell.jobs.running, timeout=30_000)

    assert program.window.isVisible()
    assert program.window.header.title.text() == "Titel overview"
    assert program.kept.load().recent == (place,)


def test_the_words_of_the_language_are_read_beside_the_window(qtbot: QtBot, program: Program) -> None:
    catalogue.cache_clear()
    program.show("")
    qtbot.waitUntil(lambda: not program.window.shell.jobs.running, timeout=30_000)
    assert catalogue.cache_info().currsize == 1


def test_a_choice_shows_at_once_and_is_kept(program: Program, settings_file: Path) -> None:
    program.window.shell.save_preferences(Preferences(theme="dark", text_scale=1.3, language="en"))

    assert theme.current().name == "dark"
    assert theme.metrics().base == round(13 * 1.3)
    assert program.window.rail.buttons["overview"].text() == "Overview"
    assert SettingsFile(settings_file).load() == Preferences(theme="dark", text_scale=1.3, language="en")


def test_after_another_theme_from_the_palette_the_keyboard_is_where_it_was(
    qtbot: QtBot, program: Program
) -> None:
    window = program.window
    window.show_dossier(a_dossier())
    window.show()
    window.activateWindow()
    page = cast(SamplePage, window.page)
    page.field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.field)
    window.open_palette()
    typed = cast(QWidget, QApplication.focusWidget())
    qtbot.keyClicks(typed, "donker")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)

    assert theme.current().name == "dark"
    assert QApplication.focusWidget() is page.field


def test_the_language_of_one_run_is_not_kept(
    qtbot: QtBot, qapp: QApplication, settings_file: Path, tmp_path: Path
) -> None:
    place, kept = str(tmp_path / "lier.jury"), SettingsFile(settings_file)
    create_dossier(place, "lier-2023").store.close()
    program = Program(
        qapp, a_wiring(open=open_dossier), kept, Preferences(theme="light"), SAMPLE_STAGES, language="en"
    )
    program.show(place)
    qtbot.waitUntil(lambda: not program.window.shell.jobs.running, timeout=30_000)
    shown = program.window.rail.buttons["overview"].text()
    after_opening = SettingsFile(settings_file).load()
    for language in ("nl", "en"):
        program.prefer(replace(program.window.shell.preferences, language=language))
    after_choosing = SettingsFile(settings_file).load()
    program.window.close()
    program.close()
    program.window.deleteLater()

    assert (shown, after_opening.recent, after_opening.language) == ("Overview", (place,), "nl")
    assert after_choosing.language == "en"


def test_a_choice_that_changes_nothing_on_the_screen_builds_nothing(program: Program) -> None:
    rail = program.window.rail
    program.window.shell.save_preferences(replace(program.window.shell.preferences, user="Els"))

    assert program.window.rail is rail


def test_the_window_stands_where_it_stood(program: Program, settings_file: Path) -> None:
    program.show("")
    program.window.resize(1200, 800)
    program.close()

    assert SettingsFile(settings_file).geometry() == program.window.saveGeometry()


def test_a_collapsed_rail_stays_collapsed(program: Program, settings_file: Path) -> None:
    program.show("")
    program.window.resize(1440, 900)
    program.window.toggle_rail()
    kept = SettingsFile(settings_file).load().rail_collapsed
    program.window.toggle_rail()

    assert (kept, SettingsFile(settings_file).load().rail_collapsed) == (True, False)


def test_larger_text_has_a_wider_rail_or_icons_alone(program: Program) -> None:
    program.show("")
    widths = []
    for size, scale in ((1440, 1.0), (1600, 1.3), (1440, 1.3)):
        program.window.resize(size, 900)
        program.prefer(replace(program.window.shell.preferences, text_scale=scale))
        widths.append(program.window.rail.width())

    assert widths == [WIDE, theme.scaled(WIDE), NARROW]


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_chosen_theme_is_that_theme(chosen: str, qapp: QApplication) -> None:
    assert shade(chosen) == chosen


def test_the_theme_of_the_system_is_one_of_ours(qapp: QApplication) -> None:
    assert shade("system") in theme.NAMES
