"""All sessions of the pitches in a list, to add to, change and take from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.services.session_windows import SessionRow, change_window, session_rows
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks, may
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.planning.sessions.changing import Changing
from jury_desktop.ui.pages.planning.sessions.words import (
    day_text,
    hours_text,
    place_text,
    rooms_text,
)
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("windows")


class SessionsDialog(QDialog):
    """Every change is kept at once, and can be undone like any other step."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setWindowTitle(tr("Sessions of the pitches"))
        self.setModal(True)
        self.changing = Changing(shell, self, self.read)
        columns: tuple[Column[SessionRow], ...] = (
            Column(tr("Day"), self._day, Look.STRONG, order=_order, width=130),
            Column(tr("Hours"), _hours, width=110),
            Column(tr("Where"), self._place, tip=self._place),
            Column(tr("Rooms"), _rooms, tip=_rooms, width=150),
            Column(tr("Pitches"), _pitches, Look.FIGURES, order=_count, width=80),
            Column(tr("To be asked"), self._asked, Look.MUTED, tip=_names, width=120),
        )
        self.table: Table[SessionRow] = Table(RowsModel(columns, _key), self.windowTitle())
        self.add = button(tr("Add…"), self.changing.add, icon="plus")
        self.change = button(tr("Change…"), self._change, icon="pencil")
        self.remove = button(tr("Remove…"), self._remove, icon="trash-2")
        self._fill()
        self.finished.connect(self.deleteLater)
        self.read()
        self.table.setFocus()

    def _fill(self) -> None:
        told = tr(
            "The call file gave the first sessions; here you change them for this dossier. What it does to "
            "the plan and the jury is said before it is kept. Enter changes the chosen session, Delete "
            "removes it."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(told, "muted", wrap=True))
        column.addWidget(self.table, 1)
        close = button(tr("Close"), self.accept)
        column.addLayout(row(self.add, self.change, self.remove, None, close))
        base = theme.metrics().base
        self.resize(base * 66, base * 34)
        self.table.opened.connect(self._opened)
        self.table.chosen.connect(self._follow)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove.click)
        self._follow()

    def read(self, _change: object = None) -> None:
        """Show the sessions as they are now."""
        self._shell.run_job(calling(session_rows), self._show, key="planning-sessions-list")

    def _show(self, rows: Sequence[SessionRow]) -> None:
        self.table.rows.set_rows(rows)
        if self.table.current() is None and rows:
            self.table.choose(_key(rows[0]))
        self._follow()

    def _follow(self, _row: object = None) -> None:
        chosen = self.table.current() is not None
        for each in (self.change, self.remove):
            each.setEnabled(chosen)

    def _opened(self, row_: SessionRow) -> None:
        if may(self, change_window):
            self.changing.change(row_.window.id)

    @asks(change_window)
    def _change(self) -> None:
        if (chosen := self.table.current()) is not None:
            self.changing.change(chosen.window.id)

    @asks(change_window)
    def _remove(self) -> None:
        if (chosen := self.table.current()) is not None:
            self.changing.remove(chosen.window.id)

    def _day(self, row_: SessionRow) -> str:
        return day_text(row_.window, self._shell.language)

    def _place(self, row_: SessionRow) -> str:
        return place_text(row_.window) or tr("as under Settings")

    def _asked(self, row_: SessionRow) -> str:
        return tr("%n jurors", "", len(row_.unanswered)) if row_.unanswered else ""


def _key(row_: SessionRow) -> str:
    return row_.window.id


def _order(row_: SessionRow) -> float:
    return row_.window.start.timestamp()


def _hours(row_: SessionRow) -> str:
    return hours_text(row_.window)


def _rooms(row_: SessionRow) -> str:
    return rooms_text(row_.window)


def _count(row_: SessionRow) -> int:
    return len(row_.pitches)


def _pitches(row_: SessionRow) -> str:
    return str(len(row_.pitches))


def _names(row_: SessionRow) -> str:
    return ", ".join(juror.name for juror in row_.unanswered)
