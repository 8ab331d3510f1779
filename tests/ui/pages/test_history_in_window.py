"""Who changed this: one key, or one click in the header, on every page, about what is on show there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.services.history import Thing, What
from jury_desktop.ui.dialogs.history_dialog import HistoryDialog, named
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.settings import Preferences
from tests.services.whole import MAIL, at_the_end
from tests.ui.sample_page import a_wiring

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, dutch: object) -> Iterator[MainWindow]:
    dossier = at_the_end()
    made = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.show_dossier(dossier, "overview")
    with qtbot.waitActive(made):
        made.show()
    rest(qtbot, made)
    yield made
    made.close()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)
    QApplication.processEvents()


def asked(qtbot: QtBot, window: MainWindow) -> str:
    """What the dialog that Ctrl+H opens says it is about; empty where it opens none."""
    qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_H, CONTROL)
    rest(qtbot, window)
    dialogs = [each for each in window.findChildren(HistoryDialog) if each.isVisible()]
    told = [label.text() for dialog in dialogs for label in dialog.findChildren(QLabel)]
    for dialog in dialogs:
        dialog.reject()
    return told[1] if told else ""


@pytest.mark.parametrize(
    ("page", "ref", "thing"),
    [
        ("candidacies", "K-02", Thing(What.CANDIDACY, "K-02")),
        ("jury", "", Thing(What.JUROR, "Jurylid 1")),
        ("planning", "", Thing(What.PLAN)),
        ("planning", "K-01", Thing(What.PITCH, "K-01")),
        ("session", "", Thing(What.PITCH, "K-02")),
        ("deliberation", "K-02", Thing(What.DECISION, "K-02")),
        ("letters", "K-03", Thing(What.LETTER, "K-03")),
        ("letters", "text.appeal", Thing(What.TEXT, "appeal")),
        ("rebuttal", "K-03", Thing(What.REBUTTAL, "K-03")),
        ("settings", "", Thing(What.SETTINGS)),
        ("journal", "", Thing(What.DOSSIER)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_key_asks_about_what_is_on_show(
    page: str, ref: str, thing: Thing, qtbot: QtBot, window: MainWindow
) -> None:
    window.go_to(page, ref)
    rest(qtbot, window)
    assert asked(qtbot, window) == named(thing, "nl")


def test_a_message_is_asked_about_in_the_review(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("candidacies", "review")
    rest(qtbot, window)
    assert asked(qtbot, window) == named(Thing(What.MAIL, MAIL.source), "nl")


def test_where_nothing_is_chosen_the_journal_tells(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("overview")
    rest(qtbot, window)
    assert asked(qtbot, window) == ""
    assert window.page is not None
    assert window.page.key == "journal"


def test_one_click_in_the_header_does_the_same(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("candidacies", "K-01")
    rest(qtbot, window)
    assert window.header.history.accessibleName().startswith("Wie wijzigde dit?")
    qtbot.mouseClick(window.header.history, Qt.MouseButton.LeftButton)
    rest(qtbot, window)
    assert [each.isVisible() for each in window.findChildren(HistoryDialog)] == [True]
