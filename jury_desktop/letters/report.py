"""A report of pictures as PDF/A-2a and PDF/UA-1: a title, some lines, and figures under their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from jury_desktop.domain.drawing import Drawing
from jury_desktop.letters import markup, styles
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.boxes import Box, text
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.figure import Figure
from jury_desktop.letters.pdf.structure import Element, Tag
from jury_desktop.letters.plain_pages import LANGUAGE_TAGS, draw_part, new_canvas

WIDTH = 620.0
"""How wide a drawing should be made for a page: its text then has the size of a letter's."""
TALLEST = 800.0
"""How high a drawing of that width may be to fit on a page."""
SCALE = 2.0
"""Pixels of a picture file for every pixel of the drawing."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the report says.

    :param lines: under the title: of which dossier, stage and day.
    :param drawings: in their order; those with the same title in a row stand under one heading.
    :param foot: at the foot of every page, beside its number.
    :param made: aware; the only date in the file.
    """

    title: str
    lines: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    foot: str
    author: str
    language: str
    made: datetime


def report_pdf(report: Report) -> bytes:
    """The PDF; the same bytes for the same input."""
    root = Element(Tag.DOCUMENT)
    properties = Properties(
        report.title,
        report.author,
        " · ".join(report.lines),
        LANGUAGE_TAGS[report.language],
        report.made,
    )
    canvas = new_canvas(root, properties)
    draw_part(canvas, _boxes(report, root), report.foot)
    return canvas.finish()


def picture_png(drawing: Drawing) -> bytes:
    """The drawing with its title as a PNG on white."""
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(_single_page(drawing))
    try:
        image = pdf[0].render(scale=SCALE).to_pil()
        out = BytesIO()
        image.save(out, "PNG", optimize=True)
        return out.getvalue()
    finally:
        pdf.close()


def _boxes(report: Report, root: Element) -> Sequence[Box]:
    title = text(markup.of_line(report.title), styles.SUBJECT, root.add(Tag.HEADING_1), keeps_next=True)
    boxes: list[Box] = [title]
    for line in report.lines:
        boxes.append(text(markup.of_line(line), styles.SMALL, root.add(Tag.PARAGRAPH), keeps_next=True))
    heading = ""
    for drawing in report.drawings:
        if drawing.title != heading:
            heading = drawing.title
            element = root.add(Tag.HEADING_2)
            boxes.append(
                text(markup.of_line(heading), styles.HEADING[2], element, before=20, keeps_next=True)
            )
        boxes.append(Figure(drawing, root.add(Tag.FIGURE, alt=f"{drawing.title}. {drawing.told}"), before=6))
    return boxes


def _single_page(drawing: Drawing) -> bytes:
    """A page as large as the drawing with its title and a margin."""
    margin, head = 16.0, 30.0
    size = (drawing.width + 2 * margin, drawing.height + 2 * margin + head)
    root = Element(Tag.DOCUMENT)
    made = datetime.fromisoformat("2000-01-01T00:00:00+00:00")  # nobody sees the page itself
    properties = Properties(drawing.title, "", "", LANGUAGE_TAGS["nl"], made)
    canvas = TaggedCanvas(size, root, properties)
    title = text(markup.of_line(drawing.title), styles.SUBJECT, root.add(Tag.HEADING_1))
    title.draw(canvas, margin, size[1] - margin, drawing.width)
    figure = Figure(drawing, root.add(Tag.FIGURE, alt=drawing.told or drawing.title))
    figure.draw(canvas, margin, size[1] - margin - head, drawing.width)
    canvas.showPage()
    return canvas.finish()
