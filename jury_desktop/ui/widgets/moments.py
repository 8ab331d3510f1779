"""Fields for a day, for an hour, and for both."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit

from jury_desktop.domain.call import BRUSSELS

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


def moment_edit(moment: datetime, latest: datetime) -> QDateTimeEdit:
    """A field for a day and hour that is over, as it is in Brussels."""
    made = QDateTimeEdit(_to_qt(moment))
    made.setMaximumDateTime(_to_qt(latest))
    made.setDisplayFormat("dd/MM/yyyy HH:mm")
    made.setCalendarPopup(True)
    return made


def moment_of(field: QDateTimeEdit) -> datetime:
    """The moment in a field."""
    when = field.dateTime()
    day, clock = when.date(), when.time()
    return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=BRUSSELS)


def _to_qt(moment: datetime) -> QDateTime:
    local = moment.astimezone(BRUSSELS)
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))


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
