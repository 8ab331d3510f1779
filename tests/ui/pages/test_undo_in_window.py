"""Undo as the user has it: the notice offers it, Ctrl+Z does it, Ctrl+Shift+Z does the step again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from jury_desktop.domain.conflict import ConflictState
from jury_desktop.services.jury import jury, save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.store import create_store
from jury_desktop.ui.dialogs.declare_conflict import DeclareConflictDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.jury import JuryPage
from jury_desktop.ui.settings import Preferences
from tests.builders import RAW, a_call, a_candidacy, a_juror, a_mail, a_version, placed
from tests.services.mailing import a_dossier
from tests.ui.pages.driving import nameless
from tests.ui.sample_page import a_wiring

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MAIL = a_mail()


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    made = a_dossier(create_store(tmp_path / "lier.jury", a_call()))
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        uow.candidacies.save(a_candidacy(1, versions=(a_version(mail=MAIL.sha256),)))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    save_juror(made, a_juror(1))
    yield made
    made.store.close()


@pytest.fixture
def window(qtbot: QtBot, dutch: object, dossier: Dossier) -> Iterator[MainWindow]:
    made = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.show_dossier(dossier, "jury")
    with qtbot.waitActive(made):
        made.show()
    rest(qtbot, made)
    yield made
    made.close()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)


def shortcut(qtbot: QtBot, window: MainWindow, *modifiers: Qt.KeyboardModifier) -> None:
    """Ctrl+Z, or with Shift Ctrl+Shift+Z, wherever the cursor is."""
    held = Modifier.ControlModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_Z, held)
    rest(qtbot, window)


def states(dossier: Dossier) -> list[ConflictState]:
    return [row.conflict.state for row in jury(dossier).conflicts]


def offers(window: MainWindow) -> list[tuple[str, str]]:
    return [(bar.text.text(), bar.notice.action) for bar in window.shell.notices.bars()]


def test_a_conflict_is_declared_without_a_mouse_undone_and_done_again(
    qtbot: QtBot, window: MainWindow, dossier: Dossier
) -> None:
    page = window.page
    assert isinstance(page, JuryPage)
    page.conflicts.declare.setFocus()
    qtbot.keyClick(page.conflicts.declare, Key.Key_Space)
    dialog = page.findChild(DeclareConflictDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert nameless(dialog) == []
    candidacy, reason = dialog.candidacy.widget, dialog.reason.widget
    assert isinstance(candidacy, QComboBox)
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClick(candidacy, Key.Key_Down)
    qtbot.keyClicks(reason, "Familie")
    qtbot.keyClick(reason, Key.Key_Return, Modifier.ControlModifier)
    rest(qtbot, window)
    assert states(dossier) == [ConflictState.DECLARED]
    assert offers(window) == [("Het belangenconflict is gemeld.", "Ongedaan maken")]
    undo = window.book.qt("edit.undo")
    assert undo.text() == "Ongedaan maken: Belangenconflict melden"

    with qtbot.waitActive(window):  # offscreen, a dialog that closes does not give the keys back
        window.activateWindow()
    page.table.setFocus()
    shortcut(qtbot, window)
    assert states(dossier) == []
    assert offers(window) == [("Ongedaan gemaakt: Belangenconflict melden", "")]
    shortcut(qtbot, window, Modifier.ShiftModifier)
    assert states(dossier) == [ConflictState.DECLARED]
    shortcut(qtbot, window)
    assert states(dossier) == []
