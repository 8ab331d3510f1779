"""Fonts, colours and paragraph styles of the sample PDFs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
REGULAR, STRONG = "Inter-Regular", "Inter-SemiBold"
GREY = HexColor("#555555")


@cache
def load_fonts() -> None:
    """Registers the two faces of the forms, once."""
    for face in (REGULAR, STRONG):
        pdfmetrics.registerFont(TTFont(face, str(FONTS / f"{face}.ttf")))


def colour_of(hexadecimal: str) -> Color:
    """The house colour of an organisation."""
    return HexColor(hexadecimal)


def styles(colour: Color) -> dict[str, ParagraphStyle]:
    """The paragraph styles of a form, with headings in the house colour."""
    body = ParagraphStyle("body", fontName=REGULAR, fontSize=9.6, leading=13.8, spaceAfter=5)
    loose = ParagraphStyle(
        "loose", body, fontName=STRONG, fontSize=12, leading=15, textColor=colour, spaceBefore=10
    )
    return {
        "body": body,
        "loose": loose,
        "heading": ParagraphStyle("heading", loose, keepWithNext=1),
        "sub": ParagraphStyle(
            "sub", body, fontName=STRONG, fontSize=10, spaceBefore=5, spaceAfter=2, keepWithNext=1
        ),
        "title": ParagraphStyle("title", body, fontName=STRONG, fontSize=19, leading=24, spaceAfter=1),
        "subtitle": ParagraphStyle("subtitle", body, textColor=GREY, spaceAfter=10),
        "cell": ParagraphStyle("cell", body, fontSize=8.8, leading=11.8, spaceAfter=0),
        "head": ParagraphStyle("head", body, fontName=STRONG, fontSize=8.8, leading=11.8, spaceAfter=0),
        "line": ParagraphStyle("line", body, spaceAfter=1.5),
    }
