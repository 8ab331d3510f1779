"""The source of a text: lines with their numbers, fields in colour, and a mark on the lines with a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from jury_desktop.ui import theme

_MARGIN = 6
_LOOKS = (
    (re.compile(r"^#{2,3} .*$"), "text", True),
    (re.compile(r"\*\*.+?\*\*"), "text", True),
    (re.compile(r"\{\{.*?\}\}"), "accent_text", True),
    (re.compile(r"\{%.*?%\}"), "warn", False),
    (re.compile(r"\{#.*?#\}"), "muted", False),
)
"""What stands out, in which colour, and whether in bold; a later one goes over an earlier one."""


class SourceEdit(QPlainTextEdit):
    """A text with numbered lines. Tab goes on to the next field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._faulty: frozenset[int] = frozenset()
        self._numbers = _Numbers(self)
        self._colours = _Colours(self.document())
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self._make_room()

    def mark_lines(self, lines: Iterable[int]) -> None:
        """Mark the lines with a fault, counted from 1."""
        self._faulty = frozenset(lines)
        self._dress()
        self._numbers.update()

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the start of a line, in the middle of what is seen."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def insert(self, snippet: str) -> None:
        """Put something in at the cursor. What takes several lines gets lines of its own."""
        cursor = self.textCursor()
        if "\n" in snippet:
            before = "" if cursor.atBlockStart() else "\n"
            snippet = f"{before}{snippet}\n"
        cursor.insertText(snippet)
        self.setTextCursor(cursor)
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours with another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_colours"):
            self._colours.rehighlight()
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _dress(self) -> None:
        marks = []
        for line in self._faulty:
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                mark.format.setBackground(QColor(theme.current().colours.bad_soft))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                marks.append(mark)
        self.setExtraSelections(marks)

    # the numbers

    def numbers_width(self) -> int:
        """Room for the largest number."""
        digits = "0" * max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance(digits) + 2 * _MARGIN

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Draw the number before each line on show."""
        colours = theme.current().colours
        block, height = self.firstVisibleBlock(), self.fontMetrics().height()
        while block.isValid():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            if top > area.bottom():
                return
            number = block.blockNumber() + 1
            painter.setPen(QColor(colours.bad if number in self._faulty else colours.muted))
            place = QRect(0, round(top), self._numbers.width() - _MARGIN, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
            block = block.next()

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._place()

    def _place(self) -> None:
        inner = self.contentsRect()
        self._numbers.setGeometry(QRect(inner.left(), inner.top(), self.numbers_width(), inner.height()))

    def _scrolled(self, area: QRect, down: int) -> None:
        if down:
            self._numbers.scroll(0, down)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


class _Numbers(QWidget):
    """The strip left of the text."""

    def __init__(self, edit: SourceEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(self._edit.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.current().colours.sunken))
        painter.setFont(self._edit.font())
        self._edit.paint_numbers(painter, event.rect())


class _Colours(QSyntaxHighlighter):
    """Fields, choices and headings stand out."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        for pattern, ink, bold in _LOOKS:
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(theme.current().colours, ink)))
            if bold:
                look.setFontWeight(600)
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), look)
