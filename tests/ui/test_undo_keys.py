"""Ctrl+Z in a field: first what was typed, then the last step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import Operation, Subject
from tests.ui.sample_page import a_dossier, a_window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def undone() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, dutch: object, undone: list[str]) -> Iterator[MainWindow]:
    made = a_window()
    made.show_dossier(a_dossier())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    step = Operation(
        "Stap",
        lambda *_: None,
        frozenset({Subject.PLAN}),
        inverse=lambda _: lambda *_: undone.append("stap"),
    )
    made.shell.run_operation(step)
    qtbot.waitUntil(lambda: not made.shell.jobs.running, timeout=5_000)
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_step_is_undone_once_nothing_typed_is_left(
    qtbot: QtBot, window: MainWindow, undone: list[str], kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    field = kind(window)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    after_typing = (field.text() if isinstance(field, QLineEdit) else field.toPlainText(), list(undone))
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=5_000)

    assert QApplication.focusWidget() is field
    assert (after_typing, undone) == (("", []), ["stap"])
