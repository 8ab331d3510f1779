"""Paragraphs of plain words are read without ReportLab's reader of tags, and are the same."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from jury_desktop.letters import styles
from jury_desktop.letters.pdf import fonts
from jury_desktop.letters.pdf.boxes import text

WIDTH = 120


def looks(paragraph):
    """What is drawn of a paragraph: its pieces with all that ReportLab knows of them, and its lines."""
    pieces = [vars(piece) for piece in paragraph.frags]
    height = paragraph.wrap(WIDTH, 1e6)
    return pieces, height, [str(line) for line in paragraph.blPara.lines]


def same(markup, style):
    fonts.register()
    read = Paragraph(fonts.drawable(markup), style)
    assert looks(text(markup, style, None).paragraph) == looks(read)


@given(
    st.text(max_size=200), st.sampled_from([styles.BODY, styles.SUBJECT, styles.right_aligned(styles.TABLE)])
)
def test_any_words_are_read_as_reportlab_reads_them(words, style):
    same(escape(words), style)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        " ",
        "een\u00a0twee  drie\n vier",
        "a &amp; b &lt;c&gt;",
        "<b>a</b> b<br/>c",
        "een; twee & drie",
        '<a href="mailto:a@b.example">a@b.example</a>',
    ],
)
def test_words_with_tags_and_without(markup):
    same(markup, styles.BODY)
