"""Fields for a day and for an hour."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QTimeEdit

STEP = 15
"""Minutes that one press of an arrow key moves an hour."""


def day_edit(day: date) -> QDateEdit:
    """A field for a day."""
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setDisplayFormat("dd/MM/yyyy")
    made.setCalendarPopup(True)
    return made


def day_of(field: QDateEdit) -> date:
    """The day in a field."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


class QuarterClock(QTimeEdit):
    """A field for an hour. Arrow keys and the wheel move a quarter of an hour."""

    def __init__(self, shown: time = time()) -> None:
        super().__init__(QTime(shown.hour, shown.minute))
        self.setDisplayFormat("HH:mm")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def hour_of(self) -> time:
        """The hour in it."""
        return time(self.time().hour(), self.time().minute())

    def stepBy(self, steps: int) -> None:
        self.setTime(max(self.minimumTime(), min(self.maximumTime(), self.time().addSecs(steps * STEP * 60))))

    def stepEnabled(self) -> QTimeEdit.StepEnabledFlag:
        return QTimeEdit.StepEnabledFlag.StepUpEnabled | QTimeEdit.StepEnabledFlag.StepDownEnabled
