"""What can be done anywhere in the window, whatever page is on show."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from jury_desktop.ui.actions import Action, Menu
from jury_desktop.ui.dialogs.history_dialog import HistoryDialog
from jury_desktop.ui.help import ManualDialog, ShortcutsDialog
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area

if TYPE_CHECKING:
    from jury_desktop.ui.main_window import MainWindow

tr = area("shell")

STEPS = (0.85, 1.0, 1.15, 1.3, 1.5)
"""Sizes of the text that can be chosen."""


class Do:
    """Calls ``step`` with the window; holds it weakly, because Qt keeps what an action is connected to."""

    def __init__(self, window: MainWindow, step: Callable[..., object], *values: object) -> None:
        self._window = weakref.ref(window)
        self._step = step
        self._values = values

    def __call__(self) -> None:
        window = self._window()
        if window is not None:
            self._step(window, *self._values)


def window_actions(window: MainWindow) -> tuple[Action, ...]:
    """Every action of the window itself."""
    groups = (_file_actions, _edit_actions, _go_actions, _view_actions, _help_actions)
    return tuple(action for group in groups for action in group(window))


def _file_actions(window: MainWindow) -> tuple[Action, ...]:
    opening = window.opening
    return (
        Action("file.open", tr("Open a dossier…"), opening.choose, "Ctrl+O", "folder-open", Menu.FILE),
        Action("file.server", tr("Connect to a server…"), opening.choose_server, "", "database", Menu.FILE),
        Action("file.new", tr("New dossier…"), opening.create_new, "Ctrl+N", "plus", Menu.FILE),
        Action("file.lock", tr("Lock, or another user…"), Do(window, _switch), "Ctrl+L", "lock", Menu.FILE),
        Action("file.quit", tr("Quit"), window.close, "Ctrl+Q", "x", Menu.FILE),
    )


def _switch(window: MainWindow) -> None:
    window.guard.switch()


def _edit_actions(window: MainWindow) -> tuple[Action, ...]:
    operations = window.shell.operations
    find = tr("Search or run a command…")
    return (
        Action("edit.undo", tr("Undo"), operations.undo, "Ctrl+Z", "undo-2", Menu.EDIT, enabled=False),
        Action("edit.redo", tr("Redo"), operations.redo, "Ctrl+Shift+Z", "redo-2", Menu.EDIT, enabled=False),
        Action("edit.history", tr("Who changed this?"), Do(window, _history), "Ctrl+H", "history", Menu.EDIT),
        Action("edit.find", find, window.open_palette, "Ctrl+K", "search", Menu.EDIT),
    )


def _history(window: MainWindow) -> None:
    """What happened to the thing on show; where nothing is chosen, the whole journal. It is for who may read
    that."""
    page = window.page
    if page is None:
        return
    if all(stage.key != "journal" for stage in window.stages):
        window.shell.notify(Notice(tr("Who changed what is in the journal, which the regisseur reads.")))
        return
    thing = page.thing() if not page.is_waiting else None
    if thing is not None:
        HistoryDialog(window.shell, thing, window).open()
    else:
        _go(window, "journal")


def _go_actions(window: MainWindow) -> list[Action]:
    keys = [f"Ctrl+{digit}" for digit in range(1, 10)] + ["Ctrl+0", "Ctrl+,"]
    return [
        Action(f"go.{stage.key}", stage.title(), Do(window, _go, stage.key), key, stage.icon, Menu.GO)
        for stage, key in zip(window.stages, keys, strict=False)
    ]


def _go(window: MainWindow, key: str) -> None:
    if window.shell.dossier is not None:
        window.go_to(key)


def _view_actions(window: MainWindow) -> tuple[Action, ...]:
    rail = tr("Collapse or open the rail")
    return (
        Action("view.rail", rail, window.toggle_rail, "Ctrl+B", "panel-left", Menu.VIEW),
        Action("view.light", tr("Light theme"), Do(window, _theme, "light"), "", "sun", Menu.VIEW),
        Action("view.dark", tr("Dark theme"), Do(window, _theme, "dark"), "", "moon", Menu.VIEW),
        Action("view.larger", tr("Larger text"), Do(window, _scale, 1), "Ctrl++", "zoom-in", Menu.VIEW),
        Action("view.smaller", tr("Smaller text"), Do(window, _scale, -1), "Ctrl+-", "zoom-out", Menu.VIEW),
    )


def _theme(window: MainWindow, name: str) -> None:
    window.shell.save_preferences(replace(window.shell.preferences, theme=name))


def _scale(window: MainWindow, step: int) -> None:
    now = window.shell.preferences.text_scale
    nearest = min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - now))
    wanted = STEPS[max(0, min(len(STEPS) - 1, nearest + step))]
    window.shell.save_preferences(replace(window.shell.preferences, text_scale=wanted))


def _help_actions(window: MainWindow) -> tuple[Action, ...]:
    keys = tr("Keyboard shortcuts")
    return (
        Action("help.manual", tr("Manual"), Do(window, _manual), "F1", "circle-question-mark", Menu.HELP),
        Action("help.keys", keys, Do(window, _shortcuts), "Ctrl+/", "keyboard", Menu.HELP),
    )


def _manual(window: MainWindow) -> None:
    key = window.page.key if window.page is not None else ""
    ManualDialog(window.wiring.manual(key, window.shell.language), window).show()


def _shortcuts(window: MainWindow) -> None:
    ShortcutsDialog(window.book.all(), window).open()
