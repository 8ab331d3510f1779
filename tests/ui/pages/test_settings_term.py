"""Instellingen: the closing days of the service."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.ui.pages.settings.page import SettingsPage
from jury_desktop.ui.pages.settings.term_section import TermSection, stretches
from tests.services.scenario import a_dossier
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import nameless, opened, texts


def section(qtbot: QtBot) -> tuple[TermSection, DirectShell]:
    page, shell = opened(qtbot, SettingsPage, a_dossier())
    page.show_object("term")
    assert nameless(page) == []
    return page.term, shell


def kept(shell: DirectShell) -> tuple[date, ...]:
    assert shell.dossier is not None
    return dossier_settings(shell.dossier).closing_days


def test_closing_days_are_added_taken_away_and_undone(qtbot: QtBot, dutch: object) -> None:
    term, shell = section(qtbot)
    ends = "Op een beslissing die vandaag per e-mail vertrekt, kan weerwoord tot {}, 23:59."
    assert ends.format("vrijdag 23 juni 2023") in texts(term)
    term.first.setDate(QDate(2023, 6, 23))
    term.last.setDate(QDate(2023, 6, 26))
    qtbot.mouseClick(term.add, Qt.MouseButton.LeftButton)
    assert kept(shell) == tuple(date(2023, 6, day) for day in range(23, 27))
    assert "vrijdag 23 juni 2023 tot en met maandag 26 juni 2023" in texts(term)
    assert ends.format("dinsdag 27 juni 2023") in texts(term)
    away = next(each for each in term.findChildren(QToolButton) if each.accessibleName().startswith("Weg"))
    assert away.accessibleName() == "Weghalen: vrijdag 23 juni 2023 tot en met maandag 26 juni 2023"
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert kept(shell) == ()
    shell.undo()
    assert len(kept(shell)) == 4
    shell.undo()
    assert "Nog geen eigen sluitingsdagen." in texts(term)


def test_the_last_day_follows_the_first(qtbot: QtBot) -> None:
    term, shell = section(qtbot)
    term.first.setDate(QDate(2023, 12, 27))
    assert term.last.date() == QDate(2023, 12, 27)
    qtbot.mouseClick(term.add, Qt.MouseButton.LeftButton)
    assert kept(shell) == (date(2023, 12, 27),)


def test_days_that_follow_each_other_are_one_stretch() -> None:
    first, second, apart = date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 3)
    assert stretches([apart, second, first]) == [(first, second), (apart, apart)]
