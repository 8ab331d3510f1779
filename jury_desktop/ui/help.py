"""F1: the manual at the page on show, and the list of shortcuts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QTextBrowser, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, shortcut_text
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, role, row
from jury_desktop.ui.widgets.form import scroll

tr = area("shell")


class ManualDialog(QDialog):
    """A part of the manual, beside the window; it opens no link and fetches nothing."""

    def __init__(self, markdown: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("Manual"))
        self.text.document().setDocumentMargin(20)
        self.text.setMarkdown(markdown)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.text, 1)
        column.addLayout(row(None, button(tr("Close"), self.close)))
        self.resize(theme.metrics().base * 54, theme.metrics().base * 52)


class ShortcutsDialog(QDialog):
    """Every action that has a shortcut, as it stands now."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(scroll(_shortcut_list(actions), self.windowTitle()), 1)
        column.addLayout(row(None, button(tr("Close"), self.close)))
        self.resize(theme.metrics().base * 36, theme.metrics().base * 44)


def _shortcut_list(actions: Sequence[Action]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(0, 1)
    for at, action in enumerate(action for action in actions if action.shortcut):
        grid.addWidget(label(action.text), at, 0)
        grid.addWidget(role(label(shortcut_text(action.shortcut)), "key"), at, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return holder
