"""What the next key is meant for is marked, in a field for a day or an hour.

Qt's fields take keys part by part, and drop without a word whatever does not fit where the cursor happens to
stand: after a click, "14:30" left the hour as it was, and "15/07/2024" lost its month to its own slashes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateTimeEdit


class MarkedParts(QObject):
    """A click marks a part, a double click or Ctrl+A the whole field. Lives as long as its field."""

    def __init__(self, field: QDateTimeEdit) -> None:
        super().__init__(field)
        self._field = field
        for watched in (field, field.lineEdit()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress if watched is self._field and isinstance(event, QKeyEvent):
                if event.matches(QKeySequence.StandardKey.SelectAll):
                    return self._mark_whole()
                return self._swallows(event.text())
            case QEvent.Type.MouseButtonRelease if watched is not self._field and not self._marked():
                self._mark_part()
            case QEvent.Type.MouseButtonDblClick if watched is not self._field:
                return self._mark_whole()
        return False

    def _swallows(self, typed: str) -> bool:
        """Whether a key has nothing left to do: what stands between two parts, once the next is marked."""
        if typed.isdecimal():
            if not self._marked() and self._full():
                self._mark_part()
            return False
        return typed.isprintable() and bool(typed) and bool(self._marked()) and self._marked() == self._part()

    def _marked(self) -> str:
        return self._field.lineEdit().selectedText()

    def _mark_part(self) -> None:
        self._field.setSelectedSection(self._field.currentSection())

    def _mark_whole(self) -> bool:
        self._field.lineEdit().deselect()  # Qt would mark the part again that is marked already
        self._field.selectAll()
        return True

    def _part(self) -> str:
        return self._field.sectionText(self._field.currentSection())

    def _full(self) -> bool:
        """Whether nothing can be added to the part: a year has four digits, all else two."""
        year = self._field.currentSection() is QDateTimeEdit.Section.YearSection
        return len(self._part()) >= (4 if year else 2)
