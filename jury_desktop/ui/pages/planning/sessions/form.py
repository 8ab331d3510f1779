"""One session to fill in: its day and hours, where it is, and its rooms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, line_edit, number_box
from jury_desktop.ui.widgets.moments import QuarterClock, day_edit, day_of
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("windows")

MOST_ROOMS = 50
SATURDAY = 5
"""The number of its weekday."""


class SessionForm(QDialog):
    """Asks for a session. It stays open until the session is kept, or the user backs out.

    :ivar filled: the user wants to keep it; carries the :class:`~jury_desktop.domain.call.SessionWindow`.
    """

    filled = Signal(object)

    def __init__(
        self, window: SessionWindow, words: Callable[[Message], str], parent: QWidget, *, new: bool
    ) -> None:
        super().__init__(parent)
        self._window, self._words = window, words
        self.setWindowTitle(tr("New session") if new else tr("Change session"))
        self.setModal(True)
        start, end = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
        self.day = day_edit(start.date())
        self.start, self.end = QuarterClock(start.time()), QuarterClock(end.time())
        self.online = QCheckBox(tr("Online"))
        self.online.setChecked(window.online)
        self.place = line_edit(window.place)
        self.rooms = number_box(1, MOST_ROOMS, window.rooms, tr("side by side"))
        self.names = line_edit(", ".join(window.room_names))
        self.keep = button(tr("Add") if new else tr("Change"), self._keep, part="primary")
        self.problem = label("", "problem", wrap=True)
        self._fill()
        self.finished.connect(self.deleteLater)
        self.day.setFocus()

    def _fill(self) -> None:
        self._where = Field(tr("Where"), self.place)
        self.online.toggled.connect(self._follow)
        self._follow()
        self.keep.setDefault(True)
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        hours = (Field(tr("Begins"), self.start), Field(tr("Ends"), self.end))
        column.addLayout(row(Field(tr("Day"), self.day), *hours, spacing=16))
        column.addWidget(self.online)
        column.addWidget(self._where)
        hint = tr("Separated by commas. A room without a name goes by its number.")
        line = row(Field(tr("Rooms"), self.rooms), Field(tr("Names of the rooms"), self.names), spacing=16)
        line.setStretch(1, 1)
        column.addLayout(line)
        column.addWidget(label(hint, "small", wrap=True))
        self.names.setAccessibleDescription(hint)
        column.addWidget(self.problem)
        self.problem.hide()
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 40)

    def _follow(self) -> None:
        hint = tr("Empty: the address of the pitches under Settings.")
        if self.online.isChecked():
            hint = tr("How candidates take part, for instance the address of the meeting.")
        self._where.show_hint(hint)

    def window_(self) -> SessionWindow:
        """What the fields say."""
        day, rooms = day_of(self.day), self.rooms.value()
        names = tuple(name.strip() for name in self.names.text().split(","))
        while names and not names[-1]:
            names = names[:-1]
        return SessionWindow(
            self._window.id,
            datetime.combine(day, self.start.hour_of(), BRUSSELS),
            datetime.combine(day, self.end.hour_of(), BRUSSELS),
            max(rooms, len(names)),
            self.place.text().strip(),
            names,
            self.online.isChecked(),
        )

    def refuse(self, error: JuryError) -> None:
        """Say why the session cannot be so; nothing is lost of what was filled in."""
        self._show_problem(self._words(error.message))
        self.day.setFocus()

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.problem.setAccessibleName(text)

    def _keep(self) -> None:
        self._show_problem("")
        if take_all(self.day, self.start, self.end):
            self.filled.emit(self.window_())


def next_after(windows: tuple[SessionWindow, ...]) -> SessionWindow:
    """What a new session is proposed to be: the hours of the last one, on the working day after it."""
    last = windows[-1]
    start = last.start.astimezone(BRUSSELS) + timedelta(days=1)
    while start.weekday() >= SATURDAY:
        start += timedelta(days=1)
    end = datetime.combine(start.date(), last.end.astimezone(BRUSSELS).time(), BRUSSELS)
    return SessionWindow("", start, end, last.rooms, last.place, last.room_names, last.online)
