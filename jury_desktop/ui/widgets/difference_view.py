"""Two texts in two columns: what went has a minus, what came a plus, never colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser

from jury_desktop.domain.difference import Line, Mark, Piece
from jury_desktop.ui import theme
from jury_desktop.ui.text import area

tr = area("intake")

AROUND = 2
"""Equal lines that are shown on either side of a difference."""
MOST = 400
"""Rows of one document that are shown: the window draws them all at once."""
_MARKS = {Mark.SAME: ("", ""), Mark.REMOVED: ("−", ""), Mark.ADDED: ("", "+"), Mark.CHANGED: ("−", "+")}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the comparison under its own heading; ``remark`` says what the lines do not."""

    title: str
    remark: str
    lines: tuple[Line, ...]


class DifferenceView(QTextBrowser):
    """Shows a comparison. N or F7 goes to the next difference, P or Shift+F7 to the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.at = 0
        """The difference on show, from 1; 0 before the first."""
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Differences"))
        self.document().setDocumentMargin(12)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show both sides beside each other."""
        self.count, self.at = 0, 0
        self.setHtml("".join(map(self._part, parts)))

    def go(self, step: int) -> None:
        """Bring the next (1) or the previous (-1) difference into view; after the last comes the first."""
        if self.count:
            self.at = (self.at - 1 + step) % self.count + 1 if self.at else (1 if step > 0 else self.count)
            self.scrollToAnchor(f"d{self.at}")
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - 3 * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_N or (event.key() == Qt.Key.Key_F7 and not back):
            self.go(1)
        elif event.key() in {Qt.Key.Key_P, Qt.Key.Key_F7}:
            self.go(-1)
        else:
            super().keyPressEvent(event)

    # the page

    def _part(self, part: Part) -> str:
        folded = list(_folded(part.lines))
        rows = "".join(self._row(line) for line in folded[:MOST])
        if len(folded) > MOST:
            rows += _aside(tr("%n more lines; open both documents to see them.", "", len(folded) - MOST))
        remark = f" <span style='color:{theme.current().colours.muted}'>{escape(part.remark)}</span>"
        table = f"<table width='100%' cellspacing='0' cellpadding='4'>{rows}</table>" if rows else ""
        return f"<p style='margin-top:14px; margin-bottom:4px'><b>{escape(part.title)}</b>{remark}</p>{table}"

    def _row(self, line: Line | int) -> str:
        colours = theme.current().colours
        if isinstance(line, int):
            return _aside(tr("%n equal lines", "", line))
        anchor = ""
        if line.mark is not Mark.SAME:
            self.count += 1
            anchor = f"<a name='d{self.count}'></a>"
        minus, plus = _MARKS[line.mark]
        old = _cell(minus, line.old, colours.bad, colours.bad_soft if minus else "", anchor)
        new = _cell(plus, line.new, colours.good, colours.good_soft if plus else "")
        return f"<tr>{old}{new}</tr>"


def _aside(text: str) -> str:
    """A row that speaks of lines that are not shown."""
    muted = theme.current().colours.muted
    return f"<tr><td></td><td colspan='3' style='color:{muted}'>⋯ {escape(text)}</td></tr>"


def _cell(sign: str, pieces: Sequence[Piece], ink: str, ground: str, anchor: str = "") -> str:
    style = f" bgcolor='{ground}'" if ground else ""
    words = "".join(
        f"<span style='color:{ink}; font-weight:600; text-decoration:underline'>{escape(piece.text)}</span>"
        if piece.changed
        else escape(piece.text)
        for piece in pieces
    )
    return (
        f"<td width='3%' align='right'{style}><span style='color:{ink}'><b>{sign}</b></span></td>"
        f"<td width='47%'{style}>{anchor}{words}</td>"
    )


def _folded(lines: Sequence[Line]) -> Iterator[Line | int]:
    """The lines around differences; a long run of equal ones becomes its number."""
    near = [
        any(other.mark is not Mark.SAME for other in lines[max(0, at - AROUND) : at + AROUND + 1])
        for at in range(len(lines))
    ]
    hidden = 0
    for line, shown in zip(lines, near, strict=True):
        if shown and hidden:
            yield hidden
            hidden = 0
        if shown:
            yield line
        else:
            hidden += 1
    if hidden:
        yield hidden
