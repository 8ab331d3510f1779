"""The type of a letter: one family, few sizes, two greys. Sizes and leadings are points."""

from __future__ import annotations

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from jury_desktop.letters.pdf import fonts

INK = HexColor("#1b2126")
GREY = HexColor("#56616a")
LINE = HexColor("#c8d0d6")
DARK_LINE = HexColor("#56616a")


def _style(
    size: float, leading: float, font: str = fonts.REGULAR, color: Color = INK, before: float = 0.0
) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font} {size}",
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=color,
        spaceBefore=before,
        allowWidows=0,
        allowOrphans=0,
    )


@cache
def right_aligned(style: ParagraphStyle) -> ParagraphStyle:
    """The same, flush right."""
    return ParagraphStyle(f"{style.name} right", parent=style, alignment=TA_RIGHT)


@cache
def centred(style: ParagraphStyle) -> ParagraphStyle:
    """The same, in the middle."""
    return ParagraphStyle(f"{style.name} centred", parent=style, alignment=TA_CENTER)


BODY = _style(10.5, 14.5, before=7)
TIGHT = _style(10.5, 14.5, before=1.5)
TITLE = _style(18, 24, fonts.STRONG)
SUBJECT = _style(13, 17.5, fonts.STRONG)
HEADING = {2: _style(11.5, 15.5, fonts.STRONG, before=13.5), 3: _style(10.5, 14.5, fonts.STRONG, before=10)}
SENDER = _style(12, 15, fonts.STRONG)
SENDER_LINE = _style(8.5, 12, color=GREY)
DELIVERY = _style(8, 11, fonts.MEDIUM, GREY)
ADDRESS = (_style(10.5, 13.5), _style(9.5, 12), _style(8.5, 10.5), _style(7.5, 9))
LABEL = _style(8, 11, color=GREY)
VALUE = _style(9.5, 13)
TABLE_HEAD = _style(8.5, 12, fonts.MEDIUM, GREY)
TABLE = _style(9.5, 13.5, before=3)
TABLE_STRONG = _style(10, 13.5, fonts.STRONG)
SMALL = _style(8.5, 12, color=GREY, before=4)
FOOTER = _style(8, 10, color=GREY)
