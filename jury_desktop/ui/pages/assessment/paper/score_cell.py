"""How a cell of the grid looks: one to fill in has a frame, a closed one has none, and the cursor a ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from jury_desktop.ui import theme
from jury_desktop.ui.pages.assessment.paper.model import GridModel, Mark
from jury_desktop.ui.theme import Colours
from jury_desktop.ui.widgets.cells import PADDING, Index, TextCell

BOLD = frozenset({Mark.TYPED, Mark.SAME, Mark.DIFFERENT, Mark.REFUSED})
ASIDE, ABOVE, ROUND = 2, 4, 4
"""Pixels around the frame of a cell, and the radius of its corners."""


class ScoreCell(TextCell):
    """A score: typed, known, the same or different; a small corner where a word of explanation is wanting."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GridModel):
            return
        cell, colours = model.cell(index.row(), index.column()), theme.current().colours
        if cell.mark is Mark.CLOSED:
            return
        frame = box.adjusted(ASIDE - PADDING, ABOVE, PADDING - ASIDE, -ABOVE)
        ink, ground, line = looks(cell.mark, colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.pen(colours.focus, 3) if self._has_ring(index) else theme.pen(line))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        if cell.wanting:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colours.warn))
            painter.drawEllipse(QRectF(frame.right() - 9, frame.top() + 4, 5, 5))
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font(weight=600 if cell.mark in BOLD else 400, figures=True))
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), cell.text)

    def _has_ring(self, index: Index) -> bool:
        """Whether keys typed now come here."""
        view = self.parent()
        return isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index


def looks(mark: Mark, colours: Colours) -> tuple[str, str, str]:
    """Ink, ground and frame of a cell that can be filled in."""
    inks = {Mark.KNOWN: colours.muted, Mark.SAME: colours.good}
    grounds = {Mark.SAME: colours.good_soft}
    if mark in (Mark.DIFFERENT, Mark.REFUSED):
        return colours.bad, colours.bad_soft, colours.bad
    ink = inks.get(mark, colours.text)
    return ink, grounds.get(mark, colours.field), colours.good if mark is Mark.SAME else colours.line_strong
