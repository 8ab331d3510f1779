"""What surrounds the text: sender, address, date and reference, closing, footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from jury_desktop import wording
from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.letter import LetterData
from jury_desktop.letters import markup, styles
from jury_desktop.letters.layout import SHEET, Layout
from jury_desktop.letters.markdown import clean
from jury_desktop.letters.pdf import fonts, pictures
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, Text, text
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.structure import Element, Scope, Tag

_LOGO_HEIGHT = 16 * mm
_LOGO_WIDTH = 60 * mm
_SIGNATURE_ROOM = 38.0
_REFERENCE_AIR = 6.0
_COLUMN_AIR = 10.0
_DATE = "Datum"


def draw_head(canvas: TaggedCanvas, data: LetterData, layout: Layout, section: Element) -> None:
    """Sender, address and reference row, at their places on the first page."""
    _draw_sender(canvas, data, layout, section)
    _draw_address(canvas, data, layout, section)
    _draw_reference(canvas, data, layout, section)


def opening(data: LetterData, subject: str, root: Element) -> Iterator[Box]:
    """Subject and salutation."""
    yield text(markup.of_line(subject), styles.SUBJECT, root.add(Tag.HEADING_1), keeps_next=True)
    salutation = f"{markup.of_line(data.salutation)},"
    yield text(salutation, styles.BODY, root.add(Tag.PARAGRAPH), before=14, keeps_next=True)


def closing(data: LetterData, width: float, root: Element) -> Iterator[Box]:
    """Greeting, room to sign, name and function, in one piece; then the enclosures."""
    lines = [
        ("Met vriendelijke groeten", styles.BODY, 0.0),
        (data.signatory.name, styles.TABLE_STRONG, _SIGNATURE_ROOM),
        (data.signatory.role, styles.VALUE, 1.0),
    ]
    stack = tuple(
        text(markup.of_line(line), style, root.add(Tag.PARAGRAPH), before=before)
        for line, style, before in lines
    )
    yield Row((stack,), RowStyle((width,), splits=False), before=14, keeps_next=True)
    if data.enclosures:
        names = markup.of_line("; ".join(data.enclosures))
        label = "Bijlage" if len(data.enclosures) == 1 else "Bijlagen"
        yield text(f"{label}: {names}", styles.SMALL, root.add(Tag.PARAGRAPH), before=12, keeps_next=True)


def draw_footer(canvas: TaggedCanvas, data: LetterData, layout: Layout, page: int, pages: int) -> None:
    """Sender and reference on the left, page of pages on the right."""
    x, y, width = layout.left * mm, layout.footer * mm, layout.width * mm
    canvas.rule(x, y + 17, width, styles.LINE)
    left = markup.of_line(f"{data.sender.name} · {data.reference}")
    right = f"Pagina {page} van {pages}"
    cells = ((text(left, styles.FOOTER, None),), (text(right, styles.right_aligned(styles.FOOTER), None),))
    Row(cells, RowStyle((width * 0.75, width * 0.25))).draw(canvas, x, y + styles.FOOTER.leading, width)


def draw_anchor(canvas: TaggedCanvas, layout: Layout, anchor: Anchor | None) -> None:
    """Below the footer, what the journal of the dossier was when the letter was made."""
    if anchor is not None:
        line = text(markup.of_line(f"Logboek {anchor.printed}"), styles.FOOTER, None)
        line.draw(canvas, layout.left * mm, layout.footer * mm, layout.width * mm)


def _draw_sender(canvas: TaggedCanvas, data: LetterData, layout: Layout, section: Element) -> None:
    x, top, width = layout.left * mm, (SHEET[1] - layout.sender_top) * mm, layout.width * mm
    if data.sender.logo is not None:
        logo = pictures.load(data.sender.logo)
        scale = min(_LOGO_HEIGHT / logo.height, _LOGO_WIDTH / logo.width)
        size = (logo.width * scale, logo.height * scale)
        figure = section.add(Tag.FIGURE, alt=clean(data.sender.logo_alt) or clean(data.sender.name))
        canvas.picture(figure, logo, (x, top - size[1], *size))
        x, width = x + size[0] + 8 * mm, width - size[0] - 8 * mm
    lines = [text(markup.of_line(data.sender.name), styles.SENDER, section.add(Tag.PARAGRAPH))]
    lines += _lines(data.sender.lines, styles.SENDER_LINE, section)
    _draw_down(canvas, lines, x, top, width)


def _draw_address(canvas: TaggedCanvas, data: LetterData, layout: Layout, section: Element) -> None:
    x, top, width = layout.address_left * mm, (SHEET[1] - layout.address_top) * mm, layout.address_width * mm
    if data.delivery:
        label = text(markup.of_line(data.delivery), styles.DELIVERY, section.add(Tag.PARAGRAPH))
        label.draw(canvas, x, top + 14, width)
    room = (layout.reference_top - layout.address_top) * mm - _REFERENCE_AIR
    _draw_down(canvas, _address_lines(data, section, width, room), x, top, width)


def _address_lines(data: LetterData, section: Element, width: float, room: float) -> Sequence[Text]:
    """The address in the largest type with which it stays above the reference row."""
    element = [section.add(Tag.PARAGRAPH) for _ in data.addressee]
    for style in styles.ADDRESS:
        lines = [
            text(markup.of_line(line), style, at) for line, at in zip(data.addressee, element, strict=True)
        ]
        if sum(line.height(width) for line in lines) <= room:
            break
    return lines


def _draw_reference(canvas: TaggedCanvas, data: LetterData, layout: Layout, section: Element) -> None:
    """Labels above values: a table with one row of each."""
    facts = {
        _DATE: f"{data.place}, {wording.day(data.dated)}",
        "Ons kenmerk": data.reference,
        "Uw kandidatuur": data.candidacy,
        "Contactpersoon": data.contact.name,
    }
    if data.your_reference:
        facts["Uw kenmerk"] = data.your_reference
    table = section.add(Tag.TABLE)
    x, top, width = layout.left * mm, (SHEET[1] - layout.reference_top) * mm, layout.width * mm
    widths = _shares(facts, width)
    labels, values = table.add(Tag.ROW), table.add(Tag.ROW)
    head = Row(
        tuple(_fact(label, styles.LABEL, labels, Tag.HEADER_CELL) for label in facts), RowStyle(widths)
    )
    row = Row(
        tuple(_fact(value, styles.VALUE, values, Tag.CELL) for value in facts.values()), RowStyle(widths)
    )
    canvas.rule(x, top + _REFERENCE_AIR, width, styles.LINE)
    head.draw(canvas, x, top, width)
    row.draw(canvas, x, top - head.height(width), width)


def _fact(value: str, style: ParagraphStyle, row: Element, tag: Tag) -> tuple[Text]:
    cell = row.add(tag, scope=Scope.COLUMN if tag is Tag.HEADER_CELL else None)
    return (text(markup.of_line(value), style, cell.add(Tag.PARAGRAPH)),)


def _shares(facts: Mapping[str, str], width: float) -> tuple[float, ...]:
    """Columns as wide as their texts ask. Where that is too much the date takes two lines, for no name or
    number can be parted as well as "Netegem, / 14 juli 2023" can."""
    wanted = {label: _column(label, value) for label, value in facts.items()}
    if sum(wanted.values()) > width:
        place, _, day = facts[_DATE].rpartition(", ")
        wanted[_DATE] = max(_column(_DATE, f"{place},"), _column(_DATE, day))
    return tuple(width * share / sum(wanted.values()) for share in wanted.values())


def _column(label: str, value: str) -> float:
    """The width of a column of the reference row on one line, with the air to the next."""
    fonts.register()
    texts = ((label, styles.LABEL), (value, styles.VALUE))
    widths: list[float] = [stringWidth(clean(said), look.fontName, look.fontSize) for said, look in texts]
    return _COLUMN_AIR + max(widths)


def _lines(lines: Sequence[str], style: ParagraphStyle, section: Element) -> list[Text]:
    return [text(markup.of_line(line), style, section.add(Tag.PARAGRAPH)) for line in lines]


def _draw_down(canvas: TaggedCanvas, lines: Sequence[Text], x: float, top: float, width: float) -> None:
    for line in lines:
        line.draw(canvas, x, top, width)
        top -= line.height(width)
