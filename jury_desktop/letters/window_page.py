"""A sheet to hold against one's own envelopes: where address, text and folds of a layout lie."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from jury_desktop.letters.layout import SHEET, Layout

if TYPE_CHECKING:
    from jury_desktop.letters.pdf.canvas import TaggedCanvas
    from jury_desktop.letters.pdf.structure import Element

_FOLDS = (99.0, 198.0)
_ADDRESS_HEIGHT = 36.0
_WORDS = (
    "Proefblad voor vensteromslagen",
    "Druk dit blad af op ware grootte, vouw het op de streepjes aan de rand en steek het in uw omslag.",
    "Het kader met het adres moet helemaal in het venster vallen. Verschuif het anders in de instellingen.",
)


def window_page(layout: Layout, created: datetime) -> bytes:
    """The sheet for ``layout`` as a PDF; ``created`` (aware) is its date."""
    from reportlab.lib.units import mm

    from jury_desktop.letters.pdf.archive import Properties
    from jury_desktop.letters.pdf.canvas import TaggedCanvas
    from jury_desktop.letters.pdf.structure import Element, Tag

    root = Element(Tag.DOCUMENT)
    properties = Properties(_WORDS[0], "Jury Desktop", _WORDS[0], "nl-BE", created)
    canvas = TaggedCanvas((SHEET[0] * mm, SHEET[1] * mm), root, properties)
    _draw_marks(canvas, layout)
    _draw_words(canvas, layout, root)
    canvas.showPage()
    return canvas.finish()


def _draw_marks(canvas: TaggedCanvas, layout: Layout) -> None:
    """The frame of the address, the text area and the folds."""
    from reportlab.lib.units import mm

    from jury_desktop.letters import styles

    top = SHEET[1] - layout.address_top
    with canvas.artifact():
        canvas.setStrokeColor(styles.INK)
        canvas.rect(
            layout.address_left * mm,
            (top - _ADDRESS_HEIGHT) * mm,
            layout.address_width * mm,
            _ADDRESS_HEIGHT * mm,
        )
        canvas.setStrokeColor(styles.LINE)
        height = SHEET[1] - layout.body_top - layout.bottom
        canvas.rect(layout.left * mm, layout.bottom * mm, layout.width * mm, height * mm)
        for fold in _FOLDS:
            canvas.line(0, (SHEET[1] - fold) * mm, 8 * mm, (SHEET[1] - fold) * mm)


def _draw_words(canvas: TaggedCanvas, layout: Layout, root: Element) -> None:
    from reportlab.lib.units import mm

    from jury_desktop.letters import markup, styles
    from jury_desktop.letters.pdf.boxes import text
    from jury_desktop.letters.pdf.structure import Tag

    frame = (
        f"Adres: {layout.address_left:g} mm van links, {layout.address_top:g} mm van boven, "
        f"{layout.address_width:g} × {_ADDRESS_HEIGHT:g} mm"
    )
    box = text(markup.of_line(frame), styles.LABEL, root.add(Tag.PARAGRAPH))
    box.draw(canvas, (layout.address_left + 2) * mm, (SHEET[1] - layout.address_top - 2) * mm, 80 * mm)
    top = (SHEET[1] - layout.body_top - 5) * mm
    tags = (Tag.HEADING_1, Tag.PARAGRAPH, Tag.PARAGRAPH)
    for words, tag, style in zip(_WORDS, tags, (styles.SUBJECT, styles.BODY, styles.BODY), strict=True):
        line = text(markup.of_line(words), style, root.add(tag))
        line.draw(canvas, (layout.left + 5) * mm, top, (layout.width - 10) * mm)
        top -= line.height((layout.width - 10) * mm) + style.spaceBefore
