"""Fields for a day, for an hour, and for both."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QDateTimeEdit

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.ui.widgets.typed_over import TypedOver

ANY_DAY = QDate(2000, 1, 1)
"""The day of an hour that is of no day."""
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


class QuarterClock(TypedOver):
    """A field for an hour. Arrow keys and the wheel move a quarter of an hour."""

    def __init__(self, shown: time = time()) -> None:
        super().__init__(_on_any_day(shown), "HH:mm")
        self.offer(time(), time(23, 59))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def hour_of(self) -> time:
        """The hour in it."""
        return time(self.time().hour(), self.time().minute())

    def offer(self, first: time, last: time) -> None:
        """Take no hour outside these."""
        self.setDateTimeRange(_on_any_day(first), _on_any_day(last))

    def stepBy(self, steps: int) -> None:
        if self.take():
            wanted = self.dateTime().addSecs(steps * STEP * 60)
            self.setDateTime(max(self.minimumDateTime(), min(self.maximumDateTime(), wanted)))

    def stepEnabled(self) -> QDateTimeEdit.StepEnabledFlag:
        return QDateTimeEdit.StepEnabledFlag.StepUpEnabled | QDateTimeEdit.StepEnabledFlag.StepDownEnabled


def _on_any_day(hour: time) -> QDateTime:
    return QDateTime(ANY_DAY, QTime(hour.hour, hour.minute))
