"""The pages of a document that is no letter: a margin all around, and a foot with the number of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm

from jury_desktop.letters import markup, styles
from jury_desktop.letters.layout import SHEET
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, text
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.flow import paginate
from jury_desktop.letters.pdf.structure import Element

MARGIN, TOP, BOTTOM, FOOT = 18.0, 16.0, 20.0, 11.0
"""Millimetres."""
WIDTH: float = (SHEET[0] - 2 * MARGIN) * mm
"""Of the text, in points."""
LANGUAGE_TAGS = {"nl": "nl-BE", "en": "en-GB"}


def new_canvas(root: Element, properties: Properties) -> TaggedCanvas:
    """An empty document on A4."""
    return TaggedCanvas((SHEET[0] * mm, SHEET[1] * mm), root, properties)


def draw_part(canvas: TaggedCanvas, boxes: Sequence[Box], foot: str) -> None:
    """Draws boxes on pages of their own; at the foot of each stands ``foot``, and which page of how many."""
    draw_parts(canvas, (boxes,), foot)


def draw_parts(canvas: TaggedCanvas, parts: Iterable[Sequence[Box]], foot: str) -> None:
    """Draws parts that each begin on a new page, with their pages counted through."""
    pages = [
        placed
        for boxes in parts
        for placed in paginate(boxes, WIDTH, lambda page: (SHEET[1] - TOP - BOTTOM) * mm)
    ]
    for number, placed in enumerate(pages, start=1):
        for each in placed:
            each.box.draw(canvas, MARGIN * mm, (SHEET[1] - TOP) * mm - each.offset, WIDTH)
        _draw_foot(canvas, foot, f"{number} / {len(pages)}")
        canvas.showPage()


def _draw_foot(canvas: TaggedCanvas, left: str, right: str) -> None:
    x, y = MARGIN * mm, FOOT * mm
    canvas.rule(x, y + 17, WIDTH, styles.LINE)
    cells = (
        (text(markup.of_line(left), styles.FOOTER, None),),
        (text(right, styles.right_aligned(styles.FOOTER), None),),
    )
    Row(cells, RowStyle((WIDTH * 0.85, WIDTH * 0.15))).draw(canvas, x, y + styles.FOOTER.leading, WIDTH)
