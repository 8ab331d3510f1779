"""Text is read along the tags as it was put in, however its lines and pages break."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.letters import styles
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.boxes import Text, text
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.structure import Element, Tag
from tests.letters.pdf.reading import read_along_tags

SHEET = (400.0, 300.0)
WIDTH = 120.0
PROPERTIES = Properties("Titel", "Maker", "Onderwerp", "nl-BE", datetime(2034, 7, 14, tzinfo=BRUSSELS))
LOOKS = (styles.BODY, styles.right_aligned(styles.TABLE), styles.centred(styles.SUBJECT))
HYPHENS = "welzijns- en jeugd- en gezinsorganisaties"
ADDRESS = '<a href="mailto:a@b.example">a@b.example</a>'
LONG_WORD = "meervoudigepersoonlijkheidsverzekeringsmaatschappij"

word = st.text("abcdefghijklmnopqrstuvwxyzé-/&<,.", min_size=1, max_size=60)
piece = st.tuples(st.sampled_from(["", "b", "i"]), st.lists(word, min_size=1, max_size=12))


def as_markup(pieces: list[tuple[str, list[str]]]) -> str:
    return " ".join(
        f"<{tag}>{escape(' '.join(words))}</{tag}>" if tag else escape(" ".join(words))
        for tag, words in pieces
    )


def drawn(markup: str, style: ParagraphStyle, room: float | None = None) -> bytes:
    """The markup in a narrow column, what does not fit in ``room`` on a second page."""
    root = Element(Tag.DOCUMENT)
    whole = text(markup, style, root.add(Tag.PARAGRAPH))
    parts = None if room is None else whole.split(WIDTH, room)
    canvas = TaggedCanvas((SHEET[0], max(SHEET[1], 2 * whole.height(WIDTH))), root, PROPERTIES)
    for each in parts or (whole,):
        each.draw(canvas, 50, 300, WIDTH)
        canvas.showPage()
    return canvas.finish()


@settings(max_examples=60)
@given(st.lists(piece, min_size=1, max_size=6), st.sampled_from(LOOKS), st.sampled_from([None, 40.0, 60.0]))
def test_no_line_or_page_glues_words_or_parts_them(pieces, style, room):
    said = " ".join(word for _, words in pieces for word in words)

    assert read_along_tags(drawn(as_markup(pieces), style, room)) == [said]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("een<br/>twee", "een twee"),
        ("<b>een</b><br/><i>twee</i>", "een twee"),
        (f"een {LONG_WORD} twee", f"een {LONG_WORD} twee"),
        (f"<b>een</b> {LONG_WORD} <i>twee</i>", f"een {LONG_WORD} twee"),
        (f"<b>half{LONG_WORD[:9]}</b>{LONG_WORD} twee", f"half{LONG_WORD[:9]}{LONG_WORD} twee"),
        (HYPHENS, HYPHENS),
        (f"schrijf naar {ADDRESS} en wacht", "schrijf naar a@b.example en wacht"),
        (f"schrijf vandaag nog naar {ADDRESS} en wacht", "schrijf vandaag nog naar a@b.example en wacht"),
    ],
)
@pytest.mark.parametrize("style", LOOKS)
def test_the_ends_of_lines(markup, said, style):
    assert read_along_tags(drawn(markup, style)) == [said]


def test_what_is_drawn_twice_is_the_same_twice():
    root = Element(Tag.DOCUMENT)
    header = text("een twee drie " * 5, styles.TABLE, root.add(Tag.PARAGRAPH))
    canvas = TaggedCanvas(SHEET, root, PROPERTIES)
    for _ in range(2):
        header.draw(canvas, 50, 300, WIDTH)
    canvas.showPage()

    assert read_along_tags(canvas.finish()) == [("een twee drie " * 5)[:-1] * 2]


@pytest.mark.parametrize("style", LOOKS)
@pytest.mark.parametrize(
    "markup",
    [
        "een gewone zin van gewone woorden",
        'een <b>vette</b> zin die naar <a href="https://a.example">a</a> en <i>verder</i> gaat',
    ],
)
def test_the_spaces_move_nothing(markup, style):
    assert places(drawn(markup * 4, style)) == places(plainly(markup * 4, style))


def plainly(markup: str, style: ParagraphStyle) -> bytes:
    """The same as ReportLab draws it."""
    root = Element(Tag.DOCUMENT)
    canvas = TaggedCanvas(SHEET, root, PROPERTIES)
    Text(Paragraph(markup, style), root.add(Tag.PARAGRAPH)).draw(canvas, 50, 300, WIDTH)
    canvas.showPage()
    return canvas.finish()


def places(pdf: bytes) -> list[tuple[str, tuple[float, ...]]]:
    """Where each character stands that can be seen, and where can be clicked."""
    (sheet,) = pypdfium2.PdfDocument(pdf)
    found = sheet.get_textpage()
    signs = [(found.get_text_range(at, 1), found.get_charbox(at)) for at in range(found.count_chars())]
    seen = [(sign, tuple(round(each, 3) for each in box)) for sign, box in signs if sign.strip()]
    return [*seen, *(("link", tuple(box)) for box in clickable(pdf))]


def clickable(pdf: bytes) -> list[list[float]]:
    """The rectangles of the links."""
    (sheet,) = PdfReader(BytesIO(pdf)).pages
    return [[float(side) for side in note.get_object()["/Rect"]] for note in sheet.get("/Annots", [])]
