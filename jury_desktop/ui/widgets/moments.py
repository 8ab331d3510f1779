"""Fields for a day, for an hour, and for both."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QTimeEdit

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.ui.widgets.typed_over import TypedOver

STEP = 15
"""Minutes that one press of an arrow key moves an hour."""


def day_edit(day: date) -> TypedOver:
    """A field for a day."""
    made = TypedOver(QDateTime(QDate(day.year, day.month, day.day), QTime()), "dd/MM/yyyy")
    made.setCalendarPopup(True)
    return made


def day_of(field: TypedOver) -> date:
    """The day in a field."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def moment_edit(moment: datetime, latest: datetime | None = None) -> TypedOver:
    """A field for a day and hour, as it is in Brussels; ``latest`` where it has to be over."""
    made = TypedOver(to_qt(moment), "dd/MM/yyyy HH:mm")
    made.latest = to_qt(latest) if latest is not None else None
    made.setCalendarPopup(True)
    return made


def moment_of(field: TypedOver) -> datetime:
    """The moment in a field."""
    when = field.dateTime()
    day, clock = when.date(), when.time()
    said = (day.year(), day.month(), day.day(), clock.hour(), clock.minute(), clock.second())
    return datetime(*said, tzinfo=BRUSSELS)


def to_qt(moment: datetime, *, seconds: bool = False) -> QDateTime:
    """A moment as a field shows it, in Brussels."""
    local = moment.astimezone(BRUSSELS)
    clock = QTime(local.hour, local.minute, local.second if seconds else 0)
    return QDateTime(QDate(local.year, local.month, local.day), clock)


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
