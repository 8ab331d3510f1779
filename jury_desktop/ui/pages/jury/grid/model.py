"""The availability of the jury as a table: jurors by sessions and their parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from jury_desktop.domain.availability import Stretches, joined, share, with_stretch, within, without_stretch
from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.ui.pages.jury.words import hours, window_day
from jury_desktop.ui.text import area

tr = area("jury")

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MARK = Qt.ItemDataRole.UserRole
"""What of a cell is free: pairs of shares of its length."""


@dataclass(frozen=True, slots=True)
class Part:
    """A column: a whole session, or a part of it."""

    window: SessionWindow
    span: Interval
    whole: bool


class AvailabilityModel(QAbstractTableModel):
    """Who is free when; nothing of it is kept by itself."""

    def __init__(self, jurors: Sequence[Juror], windows: Sequence[SessionWindow], language: str) -> None:
        super().__init__()
        self.jurors = tuple(jurors)
        self._windows, self._language = tuple(windows), language
        self._free: dict[str, Stretches] = {juror.id: joined(juror.available) for juror in jurors}
        self._given = dict(self._free)
        self.parts: tuple[Part, ...] = ()
        self.show_step(30)

    # what is in it

    def show_step(self, minutes: int) -> None:
        """Show parts of so many minutes."""
        self.beginResetModel()
        self.parts = tuple(part for window in self._windows for part in _parts(window, minutes))
        self.endResetModel()

    def changed(self) -> dict[str, Stretches]:
        """The jurors whose availability is other than given, by id, with what it is now."""
        return {key: free for key, free in self._free.items() if free != self._given[key]}

    def state(self) -> Mapping[str, Stretches]:
        """Everything as it is now, for :meth:`put_back`."""
        return dict(self._free)

    def put_back(self, state: Mapping[str, Stretches]) -> None:
        """Everything as it was."""
        self._free = dict(state)
        self._tell()

    def is_free(self, row: int, column: int) -> bool:
        """Whether somebody is free for all of a part."""
        return share(self._free[self.jurors[row].id], self.parts[column].span) == 1

    def paint(self, rows: Iterable[int], columns: Iterable[int], *, free: bool) -> None:
        """Make people free or not for these parts."""
        spans, change = [self.parts[column].span for column in columns], with_stretch
        if not free:
            change = without_stretch
        for row in rows:
            key = self.jurors[row].id
            for span in spans:
                self._free[key] = change(self._free[key], span)
        self._tell()

    def columns_of(self, windows: Iterable[SessionWindow]) -> list[int]:
        """The columns that stand for these sessions as a whole."""
        wanted = {window.id for window in windows}
        return [at for at, part in enumerate(self.parts) if part.whole and part.window.id in wanted]

    def same_day(self, window: SessionWindow) -> list[SessionWindow]:
        """The sessions on the day of a session."""
        day = window.start.astimezone(BRUSSELS).date()
        return [each for each in self._windows if each.start.astimezone(BRUSSELS).date() == day]

    def _tell(self) -> None:
        last = self.index(len(self.jurors) - 1, len(self.parts) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    # Qt's side

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.jurors)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        juror, part = self.jurors[index.row()], self.parts[index.column()]
        if role == MARK:
            return _shares(self._free[juror.id], part.span)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{juror.name}, {self._name(part)}: {self._said(juror, part)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.jurors[section].name
        part = self.parts[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._name(part)
        if part.whole:
            return window_day(part.window, self._language)
        return f"{part.span.start.astimezone(BRUSSELS):%H:%M}"

    def _name(self, part: Part) -> str:
        return f"{window_day(part.window, self._language)} {hours(part.span.start, part.span.end)}"

    def _said(self, juror: Juror, part: Part) -> str:
        free = within(self._free[juror.id], part.span)
        if free == (part.span,):
            return tr("available")
        return ", ".join(hours(each.start, each.end) for each in free) or tr("not available")


def _parts(window: SessionWindow, minutes: int) -> list[Part]:
    found, start = [Part(window, Interval(window.start, window.end), True)], window.start
    while start < window.end:
        end = min(window.end, start + timedelta(minutes=minutes))
        found.append(Part(window, Interval(start, end), False))
        start = end
    return found


def _shares(free: Stretches, span: Interval) -> tuple[tuple[float, float], ...]:
    whole = span.end - span.start
    return tuple(((e.start - span.start) / whole, (e.end - span.start) / whole) for e in within(free, span))
