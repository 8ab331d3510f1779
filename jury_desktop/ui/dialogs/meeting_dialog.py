"""When and where the jury met, and who was there; for the minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jury_desktop.services.meeting import MeetingDetails, MeetingForm
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit, text_edit
from jury_desktop.ui.widgets.moments import moment_edit, moment_of
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("minutes")


class MeetingDialog(QDialog):
    """Asks for the details of a meeting. Opens without blocking.

    :ivar filled: the user keeps them; carries :class:`~jury_desktop.services.meeting.MeetingDetails`.
    """

    filled = Signal(object)

    def __init__(self, form: MeetingForm, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The meeting of the jury"))
        self.setModal(True)
        known = form.meeting or form.proposed
        self.started, self.ended = (
            moment_edit(known.started_at),
            moment_edit(known.ended_at or known.started_at),
        )
        self.has_end = QCheckBox(tr("It has ended"))
        self.has_end.setChecked(known.ended_at is not None)
        self.place, self.chair = line_edit(known.place), line_edit(known.chair)
        self.secretary = line_edit(known.secretary)
        self.guests = text_edit("\n".join(known.guests), lines=2)
        self.guests.setFixedHeight(self.guests.minimumHeight())
        self.jurors = _people(form, set(known.present))
        self.keep = button(tr("Keep"), self._keep, part="primary")
        self._fill()
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        self.has_end.toggled.connect(self.ended.setEnabled)
        self.ended.setEnabled(self.has_end.isChecked())
        self.keep.setDefault(True)
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        end = Field(tr("Ended on"), self.ended)
        begin = Field(tr("Began on"), self.started)
        column.addLayout(row(stack(begin, None), stack(end, self.has_end, None), spacing=16))
        column.addWidget(Field(tr("Place"), self.place))
        names = (Field(tr("Chair"), self.chair), Field(tr("Secretary"), self.secretary))
        column.addLayout(row(*names, spacing=16))
        column.addWidget(Field(tr("Jurors who were there"), self.jurors, tr("The others were absent.")), 1)
        column.addWidget(Field(tr("Others who were there, such as observers (one a line)"), self.guests))
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 42)

    def details(self) -> MeetingDetails:
        """What the fields say."""
        items = (self.jurors.item(at) for at in range(self.jurors.count()))
        present = [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is Qt.CheckState.Checked]
        return MeetingDetails(
            moment_of(self.started),
            moment_of(self.ended) if self.has_end.isChecked() else None,
            self.place.text(),
            self.chair.text(),
            self.secretary.text(),
            tuple(present),
            tuple(self.guests.toPlainText().splitlines()),
        )

    def _keep(self) -> None:
        if take_all(self.started, *([self.ended] if self.has_end.isChecked() else [])):
            self.filled.emit(self.details())
            self.accept()


def _people(form: MeetingForm, present: set[str]) -> QListWidget:
    made = QListWidget()
    for juror in form.jurors:
        item = QListWidgetItem(", ".join(filter(None, (juror.name, juror.organisation))))
        item.setData(Qt.ItemDataRole.UserRole, juror.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if juror.id in present else Qt.CheckState.Unchecked)
        made.addItem(item)
    made.setMinimumHeight(round(theme.metrics().base * 13.5))  # five whole lines
    return made
