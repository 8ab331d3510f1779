"""The Markdown subset: what is understood, and that no value can be more than text."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.letters.document import Align, Heading, ListBlock, Paragraph, Run, Scores, Table, plain
from jury_desktop.letters.markdown import SCORES, clean, escape, parse


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def test_paragraphs_emphasis_and_line_breaks():
    assert parse("Een **vet** en *schuin*\\\nwoord\nverder") == (
        Paragraph(
            (
                Run("Een "),
                Run("vet", strong=True),
                Run(" en "),
                Run("schuin", emphasis=True),
                Run("\n"),
                Run("woord"),
                Run(" "),
                Run("verder"),
            )
        ),
    )


def test_headings_stay_below_the_subject():
    levels = [
        block.level for block in parse("# a\n\n## b\n\n### c\n\n###### d") if isinstance(block, Heading)
    ]
    assert levels == [2, 2, 3, 3]


def test_lists_in_lists():
    assert parse("- een\n- twee\n  1. binnen\n") == (
        ListBlock(
            False,
            ((paragraph("een"),), (paragraph("twee"), ListBlock(True, ((paragraph("binnen"),),)))),
        ),
    )


def test_a_table_with_a_right_aligned_column():
    assert parse("| A | B |\n|---|--:|\n| x | 3 |") == (
        Table(((Run("A"),), (Run("B"),)), (((Run("x"),), (Run("3"),)),), (Align.LEFT, Align.RIGHT)),
    )


def test_html_links_and_images_are_plain_text():
    source = '<b onclick="x">a</b> [l](http://x.example) ![i](y)'
    assert "".join(plain(block.runs) for block in parse(source) if isinstance(block, Paragraph)) == source


def test_the_score_table_has_a_place_of_its_own():
    assert parse(f"voor\n\n{SCORES}\n\nna") == (paragraph("voor"), Scores(), paragraph("na"))


def test_an_escaped_value_keeps_its_paragraphs_and_nothing_else():
    assert parse(escape("# een\n\n- twee\n\n    drie")) == (
        paragraph("# een"),
        paragraph("- twee"),
        paragraph("drie"),
    )


def test_cleaning_composes_and_drops_what_cannot_be_seen():
    assert clean("Cafe\u0301\r\n\u202ebidi\u202c\x00\x1b\ue000\u200b\tna") == "Café\nbidi na"


hostile = st.text(st.sampled_from(string.punctuation + "ab1 \u00e9"), max_size=40)


@given(hostile)
def test_a_value_in_a_sentence_is_never_anything_but_its_own_text(value):
    expected = " ".join(f"Voor {value} na".split())
    blocks = parse(f"Voor {escape(value)} na")
    assert [type(block) for block in blocks] == [Paragraph]
    assert " ".join(plain(blocks[0].runs).split()) == expected  # type: ignore[union-attr]


@given(hostile)
def test_a_value_in_a_table_cell_never_leaves_its_cell(value):
    (table,) = parse(f"| a | b |\n|---|---|\n| {escape(value)} | z |")
    assert isinstance(table, Table)
    assert [[plain(cell).strip() for cell in row] for row in table.rows] == [[value.strip(), "z"]]


@given(hostile, hostile)
def test_values_of_many_paragraphs_stay_paragraphs(first, second):
    blocks = parse(escape(f"{first}\n\n{second}"))
    assert {type(block) for block in blocks} <= {Paragraph}
