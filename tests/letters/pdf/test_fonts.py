"""Fonts that can be read back as text."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from jury_desktop.domain.letter import LetterType
from jury_desktop.letters.pdf.fonts import drawable, missing_characters
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample


@pytest.mark.parametrize(
    ("text", "drawn", "missing"),
    [
        ("Çağrı Łukasz Ștefan Œuvre ½ ≥ €", "Çağrı Łukasz Ștefan Œuvre ½ ≥ €", ()),
        ("ﬁjn", "fijn", ()),
        ("😀 a 😀 م", "□ a □ □", ("😀", "م")),
        ("a\nb\u00a0c", "a\nb\u00a0c", ()),
        ("□", "□", ()),
    ],
)
def test_what_the_fonts_lack_is_replaced_and_told(text, drawn, missing):
    assert (drawable(text), missing_characters(text)) == (drawn, missing)


@given(st.text(max_size=30))
def test_whatever_is_drawn_can_be_drawn(text):
    assert missing_characters(drawable(text)) == ()


def test_no_letter_uses_the_glyph_for_missing_characters():
    document = PdfReader(
        BytesIO(render(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED, Length.SPECIAL)).pdf)
    )
    shown = [
        operands[0]
        for sheet in document.pages
        for operands, operator in sheet.get_contents().operations
        if operator == b"Tj"
    ]
    assert shown
    assert not [text for text in shown if "\x00" in str(text)]
