"""The fields that can be put into a text: searched by name or meaning, put in with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.services.letter_fields import FieldHelp
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import line_edit
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("texts")


class FieldsDialog(QDialog):
    """Typing narrows the list; arrows move in it while the cursor stays in the search field."""

    def __init__(
        self, shell: Shell, fields: Sequence[FieldHelp], chosen: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Insert a field"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._shell, self._chosen = shell, chosen
        self.search = line_edit(suggestion=tr("Search by name or meaning"))
        self.search.setAccessibleName(tr("Search by name or meaning"))
        self.table = Table(RowsModel(self._columns(), lambda each: each.name), tr("Fields"))
        self.insert = button(tr("Insert"), self._accept, part="primary")
        self._fill()
        self.table.rows.set_rows(fields)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._accept)
        self.table.opened.connect(self._accept)
        self._choose_first()
        self.search.setFocus()

    def _columns(self) -> tuple[Column[FieldHelp], ...]:
        words = self._shell.words
        return (
            Column(tr("Field"), lambda each: each.name, Look.STRONG, width=190),
            Column(tr("Meaning"), lambda each: words(each.meaning)),
            Column(tr("Example"), _example, Look.MUTED, width=290, tip=_example),
        )

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.insert))
        base = theme.metrics().base
        self.resize(base * 66, base * 40)

    def _narrow(self, typed: str) -> None:
        sought = typed.casefold().split()
        words = self._shell.words

        def fits(each: FieldHelp) -> bool:
            text = f"{each.name} {words(each.meaning)} {each.example}".casefold()
            return all(part in text for part in sought)

        self.table.rows.set_filter(fits)
        self._choose_first()

    def _choose_first(self) -> None:
        rows = self.table.rows.rows
        self.insert.setEnabled(bool(rows))
        if rows and self.table.current() is None:
            self.table.choose(rows[0].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        rows, current = self.table.rows.rows, self.table.current()
        if step is None or current is None:
            super().keyPressEvent(event)
            return
        at = min(max(rows.index(current) + step, 0), len(rows) - 1)
        self.table.choose(rows[at].name)

    def _accept(self, *_: object) -> None:
        if (current := self.table.current()) is not None:
            deliver(self._chosen, current.snippet)
            self.accept()


def _example(each: FieldHelp) -> str:
    return each.example or tr("no value in this letter")
