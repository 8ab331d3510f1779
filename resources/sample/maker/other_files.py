"""What comes along with a form: a budget sheet, statutes, a logo."""

from __future__ import annotations

import io
import struct
import zlib
from math import hypot
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from maker.model import SAMPLE, Candidacy, Organisation
from maker.zips import repack


def budget_xlsx(candidacy: Candidacy) -> bytes:
    """The budget as a workbook: a line per post, two years and their sum."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Begroting"
    sheet.append([f"Begroting {candidacy.organisation.name}"])
    sheet.append(["Post", "Jaar 1 (euro)", "Jaar 2 (euro)", "Totaal (euro)"])
    for line in candidacy.budget_lines:
        sheet.append([line.post, line.year_1, line.year_2, line.year_1 + line.year_2])
    years = [
        sum(line.year_1 for line in candidacy.budget_lines),
        sum(line.year_2 for line in candidacy.budget_lines),
    ]
    sheet.append(["Gevraagde steun", *years, sum(years)])
    for row in (1, 2, sheet.max_row):
        for cell in sheet[row]:
            cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 52
    book.properties.creator = candidacy.organisation.name
    target = io.BytesIO()
    book.save(target)
    return repack(target.getvalue())


def statutes_pdf(organisation: Organisation) -> bytes:
    """Short statutes, set in the plain Times of a notary's text processor."""
    target = io.BytesIO()
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15, spaceAfter=6)
    strong = ParagraphStyle(
        "strong", body, fontName="Times-Bold", spaceBefore=6, spaceAfter=2, keepWithNext=1
    )
    story: list[Flowable] = [Paragraph(f"Statuten van {escape(organisation.name)}", strong)]
    story.append(Paragraph(f"Ondernemingsnummer {organisation.number}", body))
    articles = (SAMPLE / "maker" / "statutes.txt").read_text(encoding="utf-8").splitlines()
    for number, article in enumerate(articles, start=1):
        text = article.format(name=organisation.name, address=organisation.address)
        story += [Paragraph(f"Artikel {number}", strong), Paragraph(escape(text), body)]
    SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=25 * mm,
        topMargin=28 * mm,
        pageCompression=0,
        invariant=1,
        title=f"Statuten {organisation.name}",
        author=organisation.name,
    ).build(story)
    return target.getvalue()


def logo_png(organisation: Organisation, side: int = 48) -> bytes:
    """A small round logo in the house colour, as an indexed PNG with soft edges."""
    rows = b"".join(
        b"\0" + bytes(_shade(column, row, side, organisation.reference) for column in range(side))
        for row in range(side)
    )
    header = struct.pack(">IIBBBBB", side, side, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", _palette(organisation.colour)),
        (b"IDAT", _stored(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _shade(column: int, row: int, side: int, reference: str) -> int:
    """Palette index 0 (white) to 15 (full colour): a disc with a white bar, turned per organisation."""
    x, y = column - side / 2 + 0.5, row - side / 2 + 0.5
    inside = side / 2 - hypot(x, y)
    turn = int(reference.removeprefix("K-")) % 4
    bar = abs((x, y, (x + y) / 1.4142, (x - y) / 1.4142)[turn]) - side / 12
    return round(15 * min(max(inside, 0.0), 1.0) * min(max(bar, 0.0), 1.0))


def _palette(colour: str) -> bytes:
    full = bytes.fromhex(colour.removeprefix("#"))
    return b"".join(bytes(255 - (255 - part) * step // 15 for part in full) for step in range(16))


def _stored(data: bytes) -> bytes:
    """A zlib stream of one stored block: the same bytes with every zlib."""
    block = b"\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data
    return b"\x78\x01" + block + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
