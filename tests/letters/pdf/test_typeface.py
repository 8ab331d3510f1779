"""A font that measures a word once, and says of it what ReportLab says."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from jury_desktop import resources
from jury_desktop.letters.pdf.typeface import ReadableFont, to_unicode

FILE = str(resources.path("fonts", "Inter-Regular.ttf"))
OURS = ReadableFont("Tried", FILE)
THEIRS = TTFont("Tried", FILE, asciiReadable=False)


class Document:
    """What a font keeps its subsets by."""


@given(st.text(max_size=30), st.floats(1, 40))
def test_a_text_is_as_wide_as_reportlab_says_the_first_time_and_the_next(text, size):
    widths = {font.stringWidth(text, size) for font in (OURS, OURS, THEIRS)}
    assert len(widths) == 1


def test_bytes_are_as_wide_as_their_text():
    assert OURS.stringWidth("Ça va".encode(), 10) == OURS.stringWidth("Ça va", 10)


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x250), max_size=20), max_size=20))
def test_a_text_gets_the_codes_that_reportlab_gives_it(texts):
    ours, theirs = Document(), Document()
    assert [OURS.splitString(text, ours) for text in texts] == [
        THEIRS.splitString(text, theirs) for text in texts
    ]


def test_characters_beyond_the_first_subset_get_a_second():
    ours, theirs = Document(), Document()
    many = "".join(map(chr, sorted(THEIRS.face.charToGlyph)[:400]))
    for text in (many, many[250:300], "a", many[-3:]):
        assert OURS.splitString(text, ours) == THEIRS.splitString(text, theirs)


def test_the_map_back_to_text_leaves_out_what_is_no_character():
    cmap = to_unicode("AAAAAA+Inter", [0, 0, 65, 0x20AC])
    assert re.findall(r"<(\w\w)> <(\w{4})>", cmap.split("endcodespacerange")[1]) == [
        ("02", "0041"),
        ("03", "20AC"),
    ]


def test_no_block_of_the_map_is_longer_than_a_hundred_entries():
    cmap = to_unicode("AAAAAA+Inter", list(range(0x100, 0x200)))
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", cmap)] == [100, 100, 56]
