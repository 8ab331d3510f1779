"""F1: the manual at the page on show, and the list of shortcuts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QDialog, QGridLayout, QTextBrowser, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, shortcut_text
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, role, row
from jury_desktop.ui.widgets.form import scroll

tr = area("shell")


LINE_HEIGHT = 120
"""Of the manual, in percent of the height of its letters."""


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
        give_air(self.text.document())
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


def give_air(document: QTextDocument) -> None:
    """Room between the parts of a text from Markdown, which Qt sets without any."""
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        table = cursor.currentTable()
        if table is None:
            cursor.mergeBlockFormat(_airy(block.blockFormat(), in_list=block.textList() is not None))
        else:
            _air_table(table)
        block = block.next()


def _airy(given: QTextBlockFormat, *, in_list: bool) -> QTextBlockFormat:
    unit, made = theme.metrics().unit, QTextBlockFormat()
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(5 * unit if given.headingLevel() else 0)
    made.setBottomMargin(unit if in_list else 2 * unit)
    return made


def _air_table(table: QTextTable) -> None:
    made, unit = table.format(), theme.metrics().unit
    if made.cellPadding() == unit * 1.5:
        return
    made.setCellPadding(unit * 1.5)
    made.setBorder(0)
    made.setTopMargin(unit)
    made.setBottomMargin(3 * unit)
    table.setFormat(made)


def _shortcut_list(actions: Sequence[Action]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(8, 8, 8, 8)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(0, 1)
    for at, action in enumerate(action for action in actions if action.keys):
        grid.addWidget(label(action.text), at, 0)
        grid.addWidget(role(label(shortcut_text(action.keys)), "key"), at, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return holder
