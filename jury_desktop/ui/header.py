"""The bar above a page: title, subtitle, the search field, the page's actions and its one primary button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, ActionBook, Group, Place, shortcut_text
from jury_desktop.ui.icons import refresh_icon, set_icon
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, clear, icon_button, label, widgets_in
from jury_desktop.ui.widgets.elided import ElidedLabel

tr = area("shell")

SIDE, SPACING = 22, 14
"""Room at both ends and between the parts, in points."""


class Header(QFrame):
    """The bar itself.

    :ivar search_wanted: the user clicked the search field; ``history_wanted`` the clock beside it.
    """

    search_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, book: ActionBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.setObjectName("header")
        self.setFixedHeight(theme.metrics().unit * 15)
        self.title = label("")
        self.title.setObjectName("header-title")
        self.subtitle = ElidedLabel("muted")
        self.search = self._search_button()
        self.history = icon_button("history", self._history_words(), self._history_clicked)
        self.history.setObjectName("history")
        self._search_width = self.search.sizeHint().width()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._fill()

    def _fill(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 0, SIDE, 0)
        line.setSpacing(SPACING)
        line.addWidget(self.title)
        line.addWidget(self.subtitle, 1)
        line.addWidget(self.history)
        line.addWidget(self.search)
        line.addLayout(self._buttons)

    def _search_button(self) -> QPushButton:
        made = button(self._search_words(), self._search_clicked)
        made.setObjectName("search")
        made.setAccessibleName(tr("Search or run a command"))
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_icon(made, "search", "muted")
        return made

    def _history_words(self) -> str:
        return tr("Who changed this?") + f" ({shortcut_text('Ctrl+H')})"

    def _history_clicked(self) -> None:
        self.history_wanted.emit()

    def _search_clicked(self) -> None:
        self.search_wanted.emit()

    def show_page(self, title: str, subtitle: str, actions: Sequence[Action]) -> None:
        """Show another page's words and buttons."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        clear(self._buttons)
        for group, listed in _groups(actions).items():
            self._buttons.addWidget(self._list_button(group, listed))
        shown = [action for action in actions if action.place is not Place.NONE]
        for action in sorted(shown, key=lambda each: each.place is Place.PRIMARY):
            self._buttons.addWidget(self._button(action))
        self._fit()

    def _button(self, action: Action) -> QPushButton:
        part = "primary" if action.place is Place.PRIMARY else ""
        made = button(action.text, icon=action.icon, part=part, tip=_tip(action))
        made.setObjectName(action.id)
        made.setEnabled(action.enabled)
        qt: QAction = self._book.qt(action.id)
        made.clicked.connect(qt.trigger)
        return made

    def _list_button(self, group: Group, listed: Sequence[Action]) -> QPushButton:
        made = button(group.text, icon=group.icon)
        made.setObjectName(group.id)
        menu = QMenu(made)
        for action in listed:
            menu.addAction(self._book.qt(action.id))
        made.setMenu(menu)
        made.setEnabled(any(action.enabled for action in listed))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all, the search field shows its icon alone; the subtitle stays whole."""
        parts = [self.title, self.history, *self.buttons()]
        needed = sum(part.sizeHint().width() + SPACING for part in parts) + 2 * SIDE
        needed += self.subtitle.fontMetrics().horizontalAdvance(self.subtitle.text()) + SPACING
        self._set_compact(needed + self._search_width > self.width())

    def _set_compact(self, compact: bool) -> None:
        words = self._search_words()
        self.search.setText("" if compact else words)
        refresh_icon(self.search)
        self.search.setToolTip(words if compact else "")

    def _search_words(self) -> str:
        return tr("Search or run a command…") + f"   {shortcut_text('Ctrl+K')}"

    def buttons(self) -> list[QPushButton]:
        """The buttons of the page on show."""
        return [widget for widget in widgets_in(self._buttons) if isinstance(widget, QPushButton)]


def _groups(actions: Sequence[Action]) -> dict[Group, list[Action]]:
    """The lists of the header, each with its actions in their order."""
    found: dict[Group, list[Action]] = {}
    for action in actions:
        if action.within is not None:
            found.setdefault(action.within, []).append(action)
    return found


def _tip(action: Action) -> str:
    tip = action.tip
    if action.shortcut:
        tip = f"{tip or action.text} ({shortcut_text(action.shortcut)})"
    return tip
