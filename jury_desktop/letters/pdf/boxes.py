"""The boxes that a page is stacked from: text and rows of cells. Each measures, parts and draws itself.

Lengths are points; ``top`` is the height of a box's upper edge above the bottom of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import cleanBlockQuotedText
from reportlab.platypus.paraparser import ParaFrag

from jury_desktop.letters.pdf import fonts
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.paragraph import SpacedParagraph
from jury_desktop.letters.pdf.structure import Element

_INFINITE = 1e6
_LINES_TOGETHER = 2
_WORTH_PARTING = 90.0
_TAGGED = re.compile("[<&]")


class Box(Protocol):
    """Something on a page."""

    before: float
    """Room above it, dropped at the top of a page."""
    keeps_next: bool
    """Whether it must not be the last on a page."""

    def height(self, width: float) -> float:
        """How high it is in this width."""

    def least(self, width: float) -> float:
        """How high the smallest piece is that may stand at the bottom of a page."""

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """A first part not higher than ``room`` and the rest, or None when it cannot be parted there."""

    def heads(self) -> Sequence[Box]:
        """What is repeated above it when it comes at the top of a page."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws it with its upper left corner at (x, top)."""


@dataclass(slots=True)
class Text:
    """A paragraph. ``element`` is what it is in the structure tree; without one it is an artifact."""

    paragraph: SpacedParagraph
    element: Element | None
    before: float = 0.0
    keeps_next: bool = False
    _measured: tuple[float, float] | None = field(default=None, init=False, repr=False)

    def height(self, width: float) -> float:
        """See :class:`Box`; the lines are broken once as long as the width stays, for that takes the time."""
        if self._measured is None or self._measured[0] != width:
            self._measured = (width, self.paragraph.wrap(width, _INFINITE)[1])
        return self._measured[1]

    def least(self, width: float) -> float:
        """See :class:`Box`: two lines, or all of it where two lines would leave one behind."""
        height, leading = self.height(width), float(self.paragraph.style.leading)
        return height if height < 2 * _LINES_TOGETHER * leading else _LINES_TOGETHER * leading

    def split(self, width: float, room: float) -> tuple[Text, Text] | None:
        """See :class:`Box`; widows and orphans stay together."""
        self.height(width)
        self._measured = None  # parting uses the broken lines up
        parts = self.paragraph.split(width, room)
        if len(parts) != _LINES_TOGETHER:
            return None
        return replace(self, paragraph=parts[0]), replace(self, paragraph=parts[1], before=0.0)

    def heads(self) -> Sequence[Box]:
        """See :class:`Box`."""
        return ()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """See :class:`Box`."""
        height = self.height(width)  # drawing takes the lines as they were broken for this
        with canvas.tagged(self.element) if self.element else canvas.artifact():
            self.paragraph.drawOn(canvas, x, top - height)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """How a row looks: widths of its columns, air above and below the text, and the line under it."""

    widths: tuple[float, ...]
    padding: float = 0.0
    line: Color | None = None
    line_width: float = 0.5
    splits: bool = True


@dataclass(slots=True)
class Row:
    """Cells beside each other, each a stack of texts; a list item is a row of label and body."""

    cells: tuple[tuple[Text, ...], ...]
    style: RowStyle
    before: float = 0.0
    keeps_next: bool = False
    head: Row | None = None
    _continues: bool = field(default=False, repr=False)
    _measured: float | None = field(default=None, init=False, repr=False)

    def height(self, width: float) -> float:
        """See :class:`Box`; the widths of the columns are fixed, so it is measured once."""
        if self._measured is None:
            tallest = max(_stack_height(cell, column) for cell, column in self._columns())
            self._measured = tallest + 2 * self.style.padding
        return self._measured

    def least(self, width: float) -> float:
        """See :class:`Box`."""
        height = self.height(width)
        return min(height, _WORTH_PARTING) if self.style.splits else height

    def split(self, width: float, room: float) -> tuple[Row, Row] | None:
        """See :class:`Box`; every cell is parted at the same height, low rows not at all."""
        height = self.height(width)
        if not self.style.splits or height <= max(room, _WORTH_PARTING) or room < _WORTH_PARTING:
            return None
        parts = [
            _split_stack(cell, column, room - 2 * self.style.padding) for cell, column in self._columns()
        ]
        if not all(first or not cell for (first, _), cell in zip(parts, self.cells, strict=True)):
            return None
        upper = replace(self, cells=tuple(first for first, _ in parts), _continues=True)
        lower = replace(self, cells=tuple(rest for _, rest in parts), before=0.0)
        return upper, lower

    def heads(self) -> Sequence[Box]:
        """See :class:`Box`: the header row, now as an artifact."""
        return (self.head.unmarked(),) if self.head else ()

    def unmarked(self) -> Row:
        """The same row outside the structure tree."""
        cells = tuple(tuple(replace(text, element=None) for text in cell) for cell in self.cells)
        return replace(self, cells=cells, before=0.0, head=None)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """See :class:`Box`."""
        left = x
        for cell, column in self._columns():
            _draw_stack(cell, canvas, left, top - self.style.padding, column)
            left += column
        if self.style.line and not self._continues:
            bottom = top - self.height(width)
            canvas.rule(x, bottom, sum(self.style.widths), self.style.line, self.style.line_width)

    def _columns(self) -> zip[tuple[tuple[Text, ...], float]]:
        return zip(self.cells, self.style.widths, strict=True)


def text(
    markup: str,
    style: ParagraphStyle,
    element: Element | None,
    *,
    before: float | None = None,
    keeps_next: bool = False,
) -> Text:
    """A paragraph from ReportLab's own markup; the room above it is the style's, unless given."""
    fonts.register()
    room = style.spaceBefore if before is None else before
    return Text(_paragraph(fonts.drawable(markup), style), element, room, keeps_next)


def _paragraph(markup: str, style: ParagraphStyle) -> SpacedParagraph:
    """ReportLab's paragraph; plain words are spared its reader of tags, which takes longer than the rest."""
    words = cleanBlockQuotedText(markup)
    if not words or _TAGGED.search(words):
        return SpacedParagraph(markup, style)
    piece = copy(_looks(style))
    piece.text = words
    return SpacedParagraph("", style, frags=[piece])


@lru_cache(maxsize=64)
def _looks(style: ParagraphStyle) -> ParaFrag:
    """How ReportLab describes a piece of text in a style."""
    return SpacedParagraph("x", style).frags[0]


def _stack_height(stack: Sequence[Text], width: float) -> float:
    return sum(box.height(width) + (box.before if at else 0.0) for at, box in enumerate(stack))


def _draw_stack(stack: Sequence[Text], canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
    for at, box in enumerate(stack):
        top -= box.before if at else 0.0
        box.draw(canvas, x, top, width)
        top -= box.height(width)


def _split_stack(
    stack: Sequence[Text], width: float, room: float
) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """The texts that fit into ``room``, the one on the border parted, and the rest."""
    for at, box in enumerate(stack):
        room -= box.before if at else 0.0
        height = box.height(width)
        if height > room:
            parts = box.split(width, room)
            if parts is None:
                return tuple(stack[:at]), tuple(stack[at:])
            return (*stack[:at], parts[0]), (parts[1], *stack[at + 1 :])
        room -= height
    return tuple(stack), ()
