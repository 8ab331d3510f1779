"""A field for a day, an hour or both, in which the whole can be typed over.

Qt's own field takes what is typed section by section: with all of it selected, "20/07/2023" silently leaves
the day as it was. Here what is typed over the whole replaces the whole, or is refused with words.
"""

from __future__ import annotations

import re
from datetime import date, time

from PySide6.QtCore import QDate, QDateTime, QEvent, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit

from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.marked_parts import MarkedParts

tr = area("widgets")

_PART = re.compile(r"d+|M+|y+|H+|m+|s+")
_BETWEEN = frozenset(" /-.:uh")
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down)
_CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_CENTURY = 2000


class TypedOver(QDateTimeEdit):
    """The field; ``display`` says what it holds, as Qt writes it: "dd/MM/yyyy HH:mm".

    :ivar refused: what is typed cannot be taken; carries why, or nothing once it can.
    :ivar latest: the last moment it takes; a later one is refused with words.
    """

    refused = Signal(str)
    _typed: str | None = None
    """What was typed over the whole and is not taken yet; Qt asks for it before there is a field."""

    def __init__(self, shown: QDateTime, display: str) -> None:
        super().__init__(shown)
        self.latest: QDateTime | None = None
        self.setDisplayFormat(display)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        MarkedParts(self)
        self.dateTimeChanged.connect(self._chosen_otherwise)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As in :mod:`.still`: whoever scrolls past it changes nothing."""
        event.ignore()

    def take(self) -> bool:
        """Take what is typed. False where that cannot be: it stays as typed, and ``refused`` says why."""
        wrong = self._take_typed() if self._typed is not None else ""
        if not wrong and self.latest is not None and self.dateTime() > self.latest:
            wrong = tr("Choose {moment} at the latest.").format(moment=self._shown(self.latest))
        self.refused.emit(wrong)
        return not wrong

    def _take_typed(self) -> str:
        """Why what is typed cannot be taken; otherwise it is."""
        text, display = self._typed or "", self.displayFormat()
        if not text.strip():
            self._forget()
            return ""
        read = read_typed(text, display)
        if read is None:
            said = tr("“{text}” cannot be read. Type it like {example}.")
            return said.format(text=text.strip(), example=self._shown(self.dateTime()))
        day, clock = read
        found = QDateTime(
            QDate(day.year, day.month, day.day) if "d" in display else self.date(),
            QTime(clock.hour, clock.minute, clock.second) if "H" in display else self.time(),
        )
        if found < self.minimumDateTime():
            first = self._shown(self.minimumDateTime())
            return tr("Choose {moment} at the earliest.").format(moment=first)
        if found > self.maximumDateTime():
            return tr("Choose {moment} at the latest.").format(moment=self._shown(self.maximumDateTime()))
        self._typed = None
        self.setDateTime(found)
        self.lineEdit().setText(self._shown(found))  # Qt writes nothing where the moment is what it was
        return ""

    def _shown(self, moment: QDateTime) -> str:
        return moment.toString(self.displayFormat())

    # what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        written, line = event.text(), self.lineEdit()
        whole = bool(line.text()) and line.selectedText() == line.text()
        if whole and (written.isdigit() or event.key() in _CLEARS):
            self._write(written if written.isdigit() else "")
        elif self._typed is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._forget()
        elif event.key() in _ENDS:
            if self.take():
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self._write(self._typed[:-1])
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            line.selectAll()
        elif written and (written.isdigit() or written in _BETWEEN):
            self._write(self._typed + written)

    def stepBy(self, steps: int) -> None:
        if self._typed is None or self.take():
            super().stepBy(steps)

    def event(self, event: QEvent) -> bool:
        """While something is typed Escape takes that back, and closes nothing yet."""
        if self._typed is not None and isinstance(event, QKeyEvent) and _is_asked_for_escape(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        typed = None if self.take() else self._typed
        super().focusOutEvent(event)  # puts back what it was where it cannot read the text
        if typed is not None:
            self._write(typed)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        if self._typed is not None:
            return QValidator.State.Intermediate, text, at
        return super().validate(text, at)

    def _write(self, typed: str) -> None:
        self._typed = typed
        self.lineEdit().setText(typed)

    def _chosen_otherwise(self) -> None:
        """In the calendar, or by the program: what was typed no longer matters."""
        self._typed = None

    def _forget(self) -> None:
        self._typed = None
        self.lineEdit().setText(self._shown(self.dateTime()))
        self.refused.emit("")


def _is_asked_for_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape


def take_all(*fields: TypedOver) -> bool:
    """Take what is typed in each; the cursor goes to the first that cannot."""
    wrong = [field for field in fields if not field.take()]
    if wrong:
        wrong[0].setFocus()
    return not wrong


def read_typed(text: str, display: str) -> tuple[date, time] | None:
    """What somebody typed in a field that shows ``display``; None where a part is missing or impossible.

    A part may be one digit, a year two. Digits alone will do. Seconds may be left out, and minutes where only
    an hour is asked.
    """
    names = [part[0] for part in _PART.findall(display)]
    found = _groups(re.findall(r"\d+", text), names)
    if len(found) != len(names):
        return None
    values = dict(zip(names, map(int, found), strict=True))
    year = values.get("y", _CENTURY)
    try:
        day = date(year + _CENTURY if year < 100 else year, values.get("M", 1), values.get("d", 1))
        return day, time(values.get("H", 0), values.get("m", 0), values.get("s", 0))
    except ValueError:
        return None


def _groups(found: list[str], names: list[str]) -> list[str]:
    """The digits for each part."""
    if len(found) == 1 and names == ["H", "m"]:
        digits = found[0]
        return [digits, "00"] if len(digits) < 3 else [digits[:-2], digits[-2:]]
    if len(found) == 1:
        lengths = [4 if name == "y" else 2 for name in names]
        found = _cut(found[0], lengths)
    return [*found, "00"] if names[-1] == "s" and len(found) == len(names) - 1 else found


def _cut(digits: str, lengths: list[int]) -> list[str]:
    """Digits without anything between them, part by part; what is left over stands as a part of its own."""
    parts, at = [], 0
    for length in lengths:
        if at < len(digits):
            parts.append(digits[at : at + length])
        at += length
    return [*parts, digits[at:]] if digits[at:] else parts
