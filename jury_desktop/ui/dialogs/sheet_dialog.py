"""What a sheet file that came back would change, before anything of it is kept; never a score."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.packet_return import PacketReturn, ReturnedSheet, ReturnState
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.dialogs.sheet_tables import CellsTable, SheetsTable
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.wording import moment, render

tr = area("jury")


class SheetDialog(QDialog):
    """The sheets of one juror, and the cells of the chosen one. Opens without blocking.

    :ivar choice_changed: on some candidacies the other side is to win; carries their references.
    :ivar kept: take it over; carries the same.
    """

    choice_changed = Signal(object)
    kept = Signal(object)

    def __init__(self, found: PacketReturn, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._found = found
        self.setWindowTitle(tr("Sheet of {name}").format(name=found.juror.name))
        self.setModal(True)
        self.sheets = SheetsTable()
        self.cells = CellsTable()
        self.about = label("", "heading", wrap=True)
        self.notes = note("", Tone.WARN)
        self.theirs = QCheckBox(tr("Take what the juror filled in, also where something else stands here"))
        self.keep = button(tr("Take over"), self._keep, part="primary")
        self._fill(found)
        self.sheets.chosen.connect(self._show_sheet)
        self.theirs.clicked.connect(self._chosen)
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self.finished.connect(self.deleteLater)
        self.show_return(found)

    def _fill(self, found: PacketReturn) -> None:
        rounds = {Round.WRITTEN: tr("written round"), Round.PITCH: tr("pitch round")}
        when = moment(found.written_at.replace(second=0, microsecond=0), self._language)
        told = tr("{round} · made on {when} by the clock of the juror").format(
            round=rounds[found.round], when=when
        )
        sealed = tr("The scores themselves stay hidden until the rule of the call opens them.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(f"{told}. {sealed}", "muted", wrap=True))
        if found.state is ReturnState.KNOWN:
            text = tr("This very sheet has been taken over before. Taking it over again does no harm.")
            column.addWidget(note(text, Tone.INFO))
        column.addWidget(self.sheets, 2)
        column.addWidget(self.about)
        column.addWidget(self.notes)
        column.addWidget(self.theirs)
        column.addWidget(self.cells, 3)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.resize(theme.metrics().base * 66, theme.metrics().base * 50)

    def show_return(self, found: PacketReturn) -> None:
        """Show what would happen, after another choice as well."""
        self._found = found
        self.sheets.show_sheets(found.sheets)
        self.keep.setEnabled(found.changes or found.state is ReturnState.NEW)
        if self.sheets.current() is None and found.sheets:
            self.sheets.choose(self.sheets.rows.rows[0].reference)
        self._show_sheet(self.sheets.current())

    def taken(self) -> tuple[str, ...]:
        """The candidacies on which the juror's side is to win."""
        return tuple(sheet.reference for sheet in self._found.sheets if sheet.taken)

    def _show_sheet(self, sheet: ReturnedSheet | None) -> None:
        if sheet is None:
            return
        self.about.setText(" · ".join(filter(None, (sheet.reference, sheet.organisation))))
        self.notes.setText(" ".join(render(each, self._language) for each in sheet.notes))
        self.notes.setVisible(bool(sheet.notes))
        self.theirs.setVisible(sheet.differs_here or sheet.taken)
        self.theirs.setChecked(sheet.taken)
        self.cells.show_cells(sheet.cells)

    def _chosen(self, on: bool) -> None:
        if (sheet := self.sheets.current()) is not None:
            others = set(self.taken()) - {sheet.reference}
            self.choice_changed.emit(tuple(sorted(others | {sheet.reference} if on else others)))

    def _keep(self) -> None:
        self.kept.emit(self.taken())  # first: the next file is compared with what this one leaves
        self.accept()
