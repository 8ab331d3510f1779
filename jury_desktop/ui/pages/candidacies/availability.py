"""When a candidate can pitch: the windows it prefers, and the stretches in which it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, Call, SessionWindow
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.pitch import Interval
from jury_desktop.ui.pages.candidacies.choices import Choices
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, icon_button, label, restyle, role, row
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.moments import QuarterClock
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.wording import day

tr = area("candidacies")


class StretchRow(QWidget):
    """One stretch in which the candidate cannot: a day with two hours.

    :ivar changed: another day or hour was chosen.
    :ivar removed: the user wants it gone.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(self, stretch: Interval, days: Sequence[date], language: str) -> None:
        super().__init__()
        self._days = sorted({*days, stretch.start.astimezone(BRUSSELS).date()})
        self.day = ChoiceBox()
        self.start, self.end = QuarterClock(), QuarterClock()
        self._problem = role(label(tr("The end comes before the beginning.")), "problem")
        self._fill(language)
        self._show(stretch)
        self.day.activated.connect(self._edited)
        self.start.editingFinished.connect(self._edited)
        self.end.editingFinished.connect(self._edited)

    def _fill(self, language: str) -> None:
        self.day.addItems([day(each, language, "EEE d/MM") for each in self._days])
        self.day.setAccessibleName(tr("Day"))
        for field, name in ((self.start, tr("From")), (self.end, tr("Until"))):
            field.setAccessibleName(name)
            field.refused.connect(self._refused)
        remove = icon_button("x", tr("Remove this stretch"), self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row(self.day, self.start, label("–"), self.end, remove, None))
        column.addWidget(self._problem)

    def _show(self, stretch: Interval) -> None:
        begin, end = stretch.start.astimezone(BRUSSELS), stretch.end.astimezone(BRUSSELS)
        self.day.setCurrentIndex(self._days.index(begin.date()))
        self.start.setTime(QTime(begin.hour, begin.minute))
        self.end.setTime(QTime(end.hour, end.minute))
        self._judge()

    def stretch(self) -> Interval | None:
        """The stretch, or None while the end comes before the beginning."""
        on = self._days[self.day.currentIndex()]
        start, end = (_moment(on, field.time()) for field in (self.start, self.end))
        return Interval(start, end) if start < end else None

    def _edited(self) -> None:
        self._judge()
        self.changed.emit()

    def _refused(self, why: str) -> None:
        """An hour cannot be read."""
        if why:
            self._problem.setText(why)
            self._problem.show()
        else:
            self._judge()

    def _judge(self) -> None:
        wrong = self.stretch() is None
        self._problem.setText(tr("The end comes before the beginning."))
        self._problem.setVisible(wrong)
        for field in (self.start, self.end):
            field.setProperty("invalid", wrong)
            restyle(field)

    def _remove(self) -> None:
        self.removed.emit(self)


class AvailabilityEditor(QWidget):
    """Preference and stretches of one candidate.

    :ivar edited: the user changed something that can be kept; ask :meth:`stretches` and :meth:`preferred`.
    """

    edited = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._windows: tuple[SessionWindow, ...] = ()
        self.windows = Choices()
        self.windows.changed.connect(self._changed)
        self.rows: list[StretchRow] = []
        self._stretches = QVBoxLayout()
        self._stretches.setSpacing(6)
        self.add = button(tr("Add a stretch"), self._add, icon="plus")
        self._fill()

    def _fill(self) -> None:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._stretches)
        inner.addLayout(row(self.add, None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Field(tr("Preference for the pitch"), self.windows))
        column.addWidget(Field(tr("Cannot pitch"), holder))

    def show_candidacy(self, call: Call, candidacy: Candidacy) -> None:
        """Show when this candidate can pitch."""
        self._windows = call.windows
        self.windows.offer({each.id: window_name(each, self._language) for each in call.windows})
        self.windows.choose(candidacy.preferred_windows)
        if self.stretches() != candidacy.unavailable or None in [each.stretch() for each in self.rows]:
            self._show_stretches(candidacy.unavailable)

    def stretches(self) -> tuple[Interval, ...]:
        """The stretches that make sense."""
        return tuple(found for each in self.rows if (found := each.stretch()) is not None)

    def preferred(self) -> tuple[str, ...]:
        """The ids of the windows that the candidate prefers."""
        return self.windows.chosen()

    def _show_stretches(self, stretches: Sequence[Interval]) -> None:
        for each in self.rows:
            self._stretches.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.rows = []
        for stretch in stretches:
            self._append(stretch)

    def _append(self, stretch: Interval) -> None:
        days = [window.start.astimezone(BRUSSELS).date() for window in self._windows]
        made = StretchRow(stretch, days, self._language)
        made.changed.connect(self._changed)
        made.removed.connect(self._removed)
        self.rows.append(made)
        self._stretches.addWidget(made)

    def _add(self) -> None:
        first = self._windows[0]
        self._append(Interval(first.start, first.end))
        self.rows[-1].day.setFocus()
        self._changed()

    def _removed(self, gone: StretchRow) -> None:
        self.rows.remove(gone)
        self._stretches.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._changed()

    def _changed(self) -> None:
        if len(self.stretches()) == len(self.rows):
            self.edited.emit()


def window_name(window: SessionWindow, language: str) -> str:
    """ "wo 14/06 13:00–17:00"."""
    start, end = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
    return f"{day(start.date(), language, 'EEE d/MM')} {start:%H:%M}–{end:%H:%M}"


def _moment(on: date, at: QTime) -> datetime:
    return datetime.combine(on, time(at.hour(), at.minute()), BRUSSELS)
