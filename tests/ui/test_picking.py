"""Choosing files and folders: what is chosen in Qt's dialog reaches whoever asked."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.window_shell import KIND, WindowShell
from tests.ui.sample_page import a_window

Ask = Callable[[WindowShell, Callable[[object], object]], None]


@pytest.fixture
def window(qtbot: QtBot, dutch: object) -> Iterator[MainWindow]:
    made = a_window()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def choose(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Fill in a path and accept, as somebody does after a while."""
    gc.collect()
    [dialog] = [found for found in window.findChildren(QFileDialog) if found.isVisible()]
    dialog.findChild(QLineEdit, "fileNameEdit").setText(name)
    box = dialog.findChild(QDialogButtonBox)
    [accept] = [b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole]
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())


@pytest.mark.parametrize(
    ("ask", "chosen"),
    [
        (lambda shell, done: shell.pick_open("Openen", "Alles (*)", done, many=True), "hier.txt"),
        (lambda shell, done: shell.pick_save("Bewaren", "Dossiers (*.jury)", "x.jury", done), "nieuw.jury"),
        (lambda shell, done: shell.pick_folder("Map", done), ""),
    ],
    ids=["files", "a place to save", "a folder"],
)
def test_what_is_chosen_arrives(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, ask: Ask, chosen: str
) -> None:
    (tmp_path / "hier.txt").touch()
    got: list[object] = []
    ask(window.shell, got.append)
    choose(qtbot, window, str(tmp_path / chosen))

    path = tmp_path / chosen
    assert got == [(path,) if chosen == "hier.txt" else path]


def test_the_dialog_of_qt_speaks_dutch(qtbot: QtBot, window: MainWindow) -> None:
    window.shell.pick_open("Dossier openen", "Dossiers (*.jury)", print)
    [dialog] = [found for found in window.findChildren(QFileDialog) if found.isVisible()]
    said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel) if label.isVisible()}
    kinds = [view.isColumnHidden(KIND) for view in dialog.findChildren(QTreeView)]
    dialog.reject()

    assert (said, kinds) == ({"Zoeken in:", "Bestandsnaam:", "Bestandstype:"}, [True])


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_names_that_complete_a_path_stand_on_the_ground_of_the_theme(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, name: str
) -> None:
    theme.apply(qapp, name)
    window.shell.pick_open("Dossier openen", "Dossiers (*.jury)", print)
    [dialog] = [found for found in window.findChildren(QFileDialog) if found.isVisible()]
    [field] = [field for field in dialog.findChildren(QLineEdit) if field.completer() is not None]
    names = field.completer().popup()
    names.resize(200, 120)
    names.show()
    QApplication.processEvents()

    picture = names.grab().toImage()  # Qt may have fitted it to the names that are there
    ground = picture.pixelColor(picture.width() - 4, picture.height() - 4)
    names.hide()
    assert ground.name() == theme.load(name).colours.panel.lower()
    theme.apply(qapp, "light")
