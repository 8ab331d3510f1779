"""Who changed this? One key away on every page, about what is chosen there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.domain.journal import Event
from jury_desktop.services.history import Thing, What
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.dialogs.history_dialog import HistoryDialog
from jury_desktop.ui.main_window import MainWindow
from tests.services.whole import at_the_end
from tests.ui.test_sign_in import a_window

CONTROL = Qt.KeyboardModifier.ControlModifier
ABOUT = {
    "candidacies": Thing(What.CANDIDACY, "K-01"),
    "jury": Thing(What.JUROR, "Jurylid 1"),
    "assessment": Thing(What.ROUND, "pitch"),
    "planning": Thing(What.PLAN),
    "session": Thing(What.PLAN),
    "deliberation": Thing(What.DECISION, "K-01"),
    "letters": Thing(What.LETTER, "K-01"),
    "rebuttal": Thing(What.REBUTTAL, "K-03"),
    "settings": Thing(What.SETTINGS),
}
"""What stands first on each page; the overview has nothing of its own, and the journal is told apart."""
SECTIONS = {
    "house": What.SETTINGS,
    "accounts": What.ACCOUNTS,
    "dossier": What.DOSSIER,
    "privacy": What.DOSSIER,
    "protection": What.DOSSIER,
}


@pytest.fixture
def window(qtbot: QtBot, dutch: object) -> Iterator[MainWindow]:
    dossier = at_the_end()
    made = a_window(dossier)
    made.show_dossier(dossier)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)


def asked(qtbot: QtBot, window: MainWindow) -> HistoryDialog | None:
    """Presses Ctrl+H; the dialog that opens."""
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    quiet(qtbot, window)
    return window.findChild(HistoryDialog)


@pytest.mark.parametrize("page", ABOUT)
def test_every_page_asks_about_what_is_chosen_on_it(qtbot: QtBot, window: MainWindow, page: str) -> None:
    window.go_to(page)
    quiet(qtbot, window)

    dialog = asked(qtbot, window)

    assert dialog is not None
    assert dialog._thing == ABOUT[page]
    dialog.reject()


def test_where_nothing_is_chosen_the_journal_opens(qtbot: QtBot, window: MainWindow) -> None:
    quiet(qtbot, window)
    assert (asked(qtbot, window), window._key) == (None, "journal")


def test_an_event_of_the_journal_leads_to_the_history_of_its_thing(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("journal")
    quiet(qtbot, window)
    page = window.page
    assert page is not None
    event = newest(window.shell.opened())

    dialog = asked(qtbot, window)

    assert dialog is not None
    shown = dialog.table.current()
    assert shown is not None
    assert (dialog._thing, shown.past.line.event) == (Thing(What.DOSSIER, "test", event.sequence), event)
    dialog.reject()


def newest(dossier: Dossier) -> Event:
    with dossier.read() as uow:
        found = uow.journal.newest()
    assert found is not None
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_of_the_settings_asks_about_its_own(qtbot: QtBot, window: MainWindow, section: str) -> None:
    window.go_to("settings", section)
    quiet(qtbot, window)

    assert window.page is not None
    assert window.page.thing() == Thing(SECTIONS[section])
