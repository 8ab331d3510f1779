"""The window looks after the dossier by itself, and tells everywhere when it was tampered with."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.ui import soundness_watch
from jury_desktop.ui.main_window import MainWindow
from tests.ui.whole_window import notices, quiet, small_file, windows_on

pytestmark = pytest.mark.xdist_group("window")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return small_file(tmp_path)


@pytest.fixture
def show(qtbot: QtBot, file: Path, dutch: object) -> Iterator[Callable[[], MainWindow]]:
    with windows_on(file, qtbot) as shown:
        yield shown


def tamper(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as bare, bare:
        bare.execute(statement)


def test_a_journal_that_is_whole_is_told_in_the_rail(show):
    window = show()

    assert window.rail.soundness.text() == "Logboek in orde"
    assert window.rail.soundness.isVisible()
    assert notices(window) == []


def test_all_of_the_dossier_is_checked_once_the_window_rests(show, qtbot):
    window = show()
    assert window.soundness.rest.isActive()

    window.soundness.rest.timeout.emit()
    quiet(qtbot, window)

    assert window.rail.soundness.text() == "Dossier in orde · nagekeken om 14:00"


def test_a_journal_that_was_changed_is_told_when_the_dossier_is_opened(show, file):
    tamper(file, "UPDATE journal SET reason = 'later bedacht' WHERE sequence = 1")

    window = show()

    assert window.rail.soundness.text() == "Dossier NIET in orde"
    assert notices(window) == [
        "Iets anders dan het programma heeft het dossier gewijzigd. logboek, gebeurtenis 1: "
        "Gebeurtenis 1 is na het vastleggen gewijzigd: de vingerafdruk klopt niet meer."
    ]


def test_a_row_that_was_changed_is_told_once_the_window_rests_and_what_to_do_is_one_click_away(
    show, file, qtbot
):
    tamper(file, "UPDATE juror SET email = 'iemand@anders.example'")
    window = show()
    assert notices(window) == []

    window.soundness.rest.timeout.emit()
    quiet(qtbot, window)

    (notice,) = window.shell.notices.bars()
    assert str(notice.notice.text).startswith(
        "Iets anders dan het programma heeft het dossier gewijzigd. jurylid Jurylid 1: "
    )
    notice.notice.run()
    quiet(qtbot, window)
    assert window.page is not None
    assert "Wat nu" in window.page.outcome.text()
    assert (notices(window), window.rail.soundness.text()) == ([], "Dossier NIET in orde")


def test_what_is_known_stays_when_the_language_changes(show):
    window = show()

    window.rebuild()

    assert window.rail.soundness.text() == "Logboek in orde"


def test_a_large_dossier_is_checked_in_full_once_a_day(show, qtbot, monkeypatch):
    monkeypatch.setattr(soundness_watch, "LARGE", 1)
    first = show()
    kept = []
    first.shell.store_preferences = kept.append

    first.soundness.rest.timeout.emit()
    quiet(qtbot, first)
    (preferences,) = kept
    first.shell.preferences = preferences
    first.soundness.watch()
    quiet(qtbot, first)

    assert first.rail.soundness.text() == "Logboek in orde"
    assert not first.soundness.rest.isActive()
    assert show().soundness.rest.isActive(), "nobody noted it there"
