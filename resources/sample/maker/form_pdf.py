"""The candidacy form as a PDF, in one of three layouts."""

from __future__ import annotations

import io
from collections.abc import Callable
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from maker import form
from maker.box import TickBox
from maker.ink import GREY, REGULAR, STRONG, colour_of, load_fonts, styles
from maker.model import Candidacy

Styles = dict[str, ParagraphStyle]
Rows = tuple[tuple[str, ...], ...]
LEFT, RIGHT, TOP, BOTTOM = 24 * mm, 20 * mm, 30 * mm, 20 * mm


def form_pdf(candidacy: Candidacy, layout: str) -> bytes:
    """The form of a candidacy as PDF bytes; ``layout`` is ``"band"``, ``"rule"`` or ``"strip"``."""
    load_fonts()
    colour = colour_of(candidacy.organisation.colour)
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        pageCompression=0,
        invariant=1,
        lang="nl-BE",
        initialFontName=REGULAR,
        title=f"{form.TITLE} – {candidacy.organisation.name}",
        author=candidacy.organisation.name,
    )
    frame = Frame(LEFT, BOTTOM, A4[0] - LEFT - RIGHT, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_page(candidacy, colour, layout)))
    document.build(_story(candidacy, styles(colour), colour))
    return target.getvalue()


def _story(candidacy: Candidacy, look: Styles, colour: Color) -> list[Flowable]:
    story: list[Flowable] = [Paragraph(form.TITLE, look["title"]), Paragraph(form.SUBTITLE, look["subtitle"])]
    story += _organisation(candidacy, look)
    story += _choices(candidacy, look, colour)
    story.append(Paragraph("5. Aanpak", look["heading"]))
    for section, heading in form.SECTIONS:
        story.append(Paragraph(heading, look["sub"]))
        story += _body(candidacy, section, look)
    story += _tables(candidacy, look, colour)
    story.append(Paragraph(f"8. {form.BUDGET_HEADING}", look["heading"]))
    return story + _body(candidacy, "budget", look)


def _organisation(candidacy: Candidacy, look: Styles) -> list[Flowable]:
    story: list[Flowable] = [Paragraph("1. Uw organisatie", look["heading"])]
    story += [_labelled(label, value, look) for _, label, value in form.identity(candidacy)]
    return [*story, Spacer(1, 5), *_body(candidacy, "about", look)]


def _choices(candidacy: Candidacy, look: Styles, colour: Color) -> list[Flowable]:
    municipalities, partners = form.summary_lines(candidacy)
    return [
        Paragraph(f"2. {form.CHALLENGE_QUESTION}", look["heading"]),
        *[TickBox(ticked, label, colour) for ticked, label in form.challenge_boxes(candidacy)],
        Paragraph(f"3. {form.MUNICIPALITY_QUESTION}", look["heading"]),
        _labelled(municipalities[1], municipalities[2], look),
        Paragraph("4. Met wie werkt u samen?", look["heading"]),
        _labelled(partners[1], partners[2], look),
    ]


def _tables(candidacy: Candidacy, look: Styles, colour: Color) -> list[Flowable]:
    goals = (("Regio-uitdaging", "Obstakel", "Wat wij doen"), *form.goal_rows(candidacy))
    steps = (("Wanneer", "Wat"), *((step.when, step.what) for step in candidacy.planning))
    return [
        CondPageBreak(40 * mm),
        Paragraph(f"6. {form.GOALS_HEADING}", look["loose"]),
        _table(goals, (30 * mm, 45 * mm, 91 * mm), look, colour),
        CondPageBreak(40 * mm),
        Paragraph(f"7. {form.PLANNING_HEADING}", look["loose"]),
        _table(steps, (45 * mm, 121 * mm), look, colour),
    ]


def _table(
    rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], look: Styles, colour: Color
) -> Table:
    heads = [Paragraph(f'<font color="#FFFFFF">{escape(cell)}</font>', look["head"]) for cell in rows[0]]
    cells = [[Paragraph(escape(cell), look["cell"]) for cell in row] for row in rows[1:]]
    return Table(
        [heads, *cells],
        colWidths=widths,
        repeatRows=1,
        spaceBefore=3,
        spaceAfter=6,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), colour),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor("#C8C8C8")),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ],
    )


def _labelled(label: str, value: str, look: Styles) -> Paragraph:
    return Paragraph(f'<font name="{STRONG}">{label}:</font> {escape(value)}', look["line"])


def _body(candidacy: Candidacy, section: str, look: Styles) -> list[Flowable]:
    return [Paragraph(escape(text), look["body"]) for text in candidacy.paragraphs(section)]


def _page(candidacy: Candidacy, colour: Color, layout: str) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        _HEADERS[layout](canvas, candidacy.organisation.name, colour)
        canvas.setFont(REGULAR, 7.8)
        canvas.setFillColor(GREY)
        organisation = candidacy.organisation
        canvas.drawString(
            LEFT, 11 * mm, f"{organisation.name} · {organisation.address} · {organisation.website}"
        )
        canvas.drawRightString(A4[0] - RIGHT, 11 * mm, f"bladzijde {document.page}")
        canvas.restoreState()

    return draw


def _band(canvas: Canvas, name: str, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.rect(0, A4[1] - 17 * mm, A4[0], 17 * mm, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(STRONG, 12)
    canvas.drawString(LEFT, A4[1] - 10.8 * mm, name)


def _rule(canvas: Canvas, name: str, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(STRONG, 12)
    canvas.drawString(LEFT, A4[1] - 15 * mm, name)
    canvas.rect(LEFT, A4[1] - 19 * mm, A4[0] - LEFT - RIGHT, 1.2, stroke=0, fill=1)


def _strip(canvas: Canvas, name: str, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.rect(0, 0, 9 * mm, A4[1], stroke=0, fill=1)
    canvas.circle(LEFT + 4, A4[1] - 14.2 * mm, 4, stroke=0, fill=1)
    canvas.setFont(STRONG, 12)
    canvas.drawString(LEFT + 14, A4[1] - 15.7 * mm, name)


_HEADERS = {"band": _band, "rule": _rule, "strip": _strip}
