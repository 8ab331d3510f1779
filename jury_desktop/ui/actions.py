"""Actions are data: menu, shortcuts, header buttons and command palette come from one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from jury_desktop.ui.icons import icon
from jury_desktop.ui.text import area

tr = area("shell")

SUBMIT = "Ctrl+Return"
"""Presses the primary button of a page that has no shortcut of its own."""
PRINTED = {"Return": "Enter", "Up": "↑", "Down": "↓"}
"""What a keyboard has on the keys that Qt calls otherwise."""


class Menu(StrEnum):
    """Under which heading of the menu an action stands."""

    NONE = ""
    FILE = "file"
    EDIT = "edit"
    PAGE = "page"
    VIEW = "view"
    GO = "go"
    HELP = "help"

    def title(self) -> str:
        """The heading in the user's language."""
        titles = {
            Menu.FILE: tr("File"),
            Menu.EDIT: tr("Edit"),
            Menu.PAGE: tr("This page"),
            Menu.VIEW: tr("View"),
            Menu.GO: tr("Go to"),
            Menu.HELP: tr("Help"),
        }
        return titles.get(self, "")


class Place(StrEnum):
    """Where on the page's header an action shows, besides menu and palette."""

    NONE = ""
    HEADER = "header"
    PRIMARY = "primary"
    """The one coloured button at the upper right."""


@dataclass(frozen=True, slots=True)
class Group:
    """A button of the header that opens into a list of actions; ``id`` is unique in the window."""

    id: str
    text: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do.

    :param id: stable name, ``candidacies.import``; unique in the window.
    :param run: what it does; a bound method, never a lambda that captures a widget.
    :param shortcut: as Qt writes it in English: ``Ctrl+I``.
    :param words: more words by which the palette finds it.
    :param tip: what the header button says on hover, when more than its text is useful.
    :param within: the button of the header in whose list it stands, when it has none of its own.
    """

    id: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    menu: Menu = Menu.PAGE
    place: Place = Place.NONE
    enabled: bool = True
    words: str = ""
    tip: str = ""
    within: Group | None = None

    @property
    def keys(self) -> str:
        """The shortcut that does it: its own, or that of the coloured button."""
        return self.shortcut or (SUBMIT if self.place is Place.PRIMARY else "")


class ActionBook(QObject):
    """All actions of this moment: those of the window and those of the page on show.

    :ivar changed: the list has changed; header, menu and palette read it again.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._groups: dict[str, tuple[Action, ...]] = {}
        self._made: dict[str, QAction] = {}

    def put(self, group: str, actions: Iterable[Action]) -> None:
        """Replace the actions of ``group`` (``window`` or ``page``)."""
        for action in self._groups.pop(group, ()):
            self._forget(action)
        self._groups[group] = tuple(actions)
        for action in self._groups[group]:
            self._made[action.id] = self._make(action)
        self.changed.emit()

    def all(self) -> tuple[Action, ...]:
        """Every action, those of the page first."""
        groups = sorted(self._groups, key=lambda name: name != "page")
        return tuple(action for name in groups for action in self._groups[name])

    def of(self, group: str) -> tuple[Action, ...]:
        """The actions of one group."""
        return self._groups.get(group, ())

    def qt(self, action_id: str) -> QAction:
        """Qt's side of an action; KeyError if there is none now."""
        return self._made[action_id]

    def set_state(self, action_id: str, *, text: str, enabled: bool) -> None:
        """Change what an action is called and whether it can be done now."""
        for group, actions in self._groups.items():
            self._groups[group] = tuple(
                replace(action, text=text, enabled=enabled) if action.id == action_id else action
                for action in actions
            )
        self._made[action_id].setText(text)
        self._made[action_id].setEnabled(enabled)

    def fill(self, menu: QMenu) -> None:
        """Fill a menu, with one submenu per heading."""
        menu.clear()
        for heading in Menu:
            chosen = [action for action in self.all() if action.menu is heading]
            if heading is not Menu.NONE and chosen:
                self._fill_part(menu.addMenu(heading.title()), chosen)

    def recolour(self) -> None:
        """Draw the icons again, after a change of theme."""
        for action in self.all():
            if action.icon:
                self._made[action.id].setIcon(icon(action.icon))

    def _fill_part(self, menu: QMenu, actions: Sequence[Action]) -> None:
        for action in actions:
            menu.addAction(self._made[action.id])

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self._window)
        if action.icon:
            made.setIcon(icon(action.icon))
        if action.keys:
            made.setShortcut(QKeySequence(action.keys))
        made.setToolTip(action.tip or action.text)
        made.setEnabled(action.enabled)
        made.triggered.connect(action.run)
        self._window.addAction(made)
        return made

    def _forget(self, action: Action) -> None:
        made = self._made.pop(action.id)
        self._window.removeAction(made)
        made.deleteLater()


def shortcut_text(shortcut: str) -> str:
    """A shortcut as this machine writes it: ``Ctrl+K``, ``⌘K``; keys as they are printed on the keyboard."""
    text = _native(shortcut)
    for key, printed in PRINTED.items():
        name = _native(key)
        if len(name) > 1:
            text = text.replace(name, printed)
    return text


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
