"""Draws a letter: boxes onto pages, pages into one tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from itertools import takewhile

from reportlab.lib.units import mm

from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import LetterData
from jury_desktop.letters import letterhead
from jury_desktop.letters.compose import Composer, small_print
from jury_desktop.letters.document import Block
from jury_desktop.letters.layout import SHEET, Layout
from jury_desktop.letters.markdown import clean
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.flow import Page, fitted
from jury_desktop.letters.pdf.structure import Element, Tag

_LANGUAGE_TAGS = {"nl": "nl-BE"}


def draw(
    data: LetterData,
    subject: str,
    body: Sequence[Block],
    language: str,
    layout: Layout,
    anchor: Anchor | None = None,
) -> bytes:
    """The PDF of a letter, the same bytes for the same input."""
    width = layout.width * mm
    root = Element(Tag.DOCUMENT)
    head = root.add(Tag.SECTION)
    main, notes = _parted(body)
    composer = Composer(data, width)
    boxes = [*letterhead.opening(data, subject, root), *composer.body(main, root)]
    boxes[-1].keeps_next = True  # no page with a signature alone
    boxes += [*letterhead.closing(data, width, root), *composer.body(notes, root)]
    pages = fitted(boxes, width, lambda page: _text_height(layout, page))
    canvas = TaggedCanvas((SHEET[0] * mm, SHEET[1] * mm), root, _properties(data, subject, language, anchor))
    letterhead.draw_head(canvas, data, layout, head)
    for number, placed in enumerate(pages):
        _draw_page(canvas, placed, layout, number)
        letterhead.draw_footer(canvas, data, layout, number + 1, len(pages))
        letterhead.draw_anchor(canvas, layout, anchor)
        canvas.showPage()
    return canvas.finish()


def _parted(body: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The text, and the small print at its end, which comes under the signature."""
    notes = list(takewhile(small_print, reversed(body)))
    return body[: len(body) - len(notes)], notes[::-1]


def _draw_page(canvas: TaggedCanvas, placed: Page, layout: Layout, number: int) -> None:
    top = _top(layout, number)
    for box in placed:
        box.box.draw(canvas, layout.left * mm, top - box.offset, layout.width * mm)


def _top(layout: Layout, page: int) -> float:
    """The upper edge of the text, in points above the bottom of the sheet."""
    top = layout.later_top if page else layout.body_top
    return (SHEET[1] - top) * float(mm)


def _text_height(layout: Layout, page: int) -> float:
    return _top(layout, page) - layout.bottom * float(mm)


def _properties(data: LetterData, subject: str, language: str, anchor: Anchor | None) -> Properties:
    return Properties(
        title=subject,
        author=clean(data.sender.name),
        subject=f"{clean(data.organisation)} – {clean(data.reference)}",
        language=_LANGUAGE_TAGS[language],
        created=datetime.combine(data.dated, time(12), BRUSSELS),
        source=str(anchor or ""),
    )
