"""The table of scores: its cells as a screen reader finds them, and a total that anybody can reckon again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.letter import LetterData, LetterType
from jury_desktop.letters.pdf.boxes import Row
from jury_desktop.letters.pdf.structure import Element, Tag
from jury_desktop.letters.samples import sample
from jury_desktop.letters.score_boxes import score_boxes
from jury_desktop.letters.score_table import columns, explanation

BOTH_ROUNDS, WRITTEN = sample(LetterType.NOT_SELECTED), sample(LetterType.NOT_SHORTLISTED)


def table(data: LetterData) -> list[list[tuple[str, int, str]]]:
    """Each row of the table: tag, width in columns and text of its cells, in reading order."""
    root = Element(Tag.SECTION)
    rows = [box for box in score_boxes(data, 450.0, root) if isinstance(box, Row)]
    said: dict[int, list[str]] = {}
    for row in rows:
        for text in (text for cell in row.cells for text in cell):
            said.setdefault(id(text.element), []).append(text.paragraph.getPlainText().replace("\u00a0", " "))
    (found,) = (each for each in root.walk() if each.tag is Tag.TABLE)
    return [[_cell(cell, said) for cell in row.kids if list(cell.walk())[1:]] for row in found.kids]


def _cell(cell: Element, said: dict[int, list[str]]) -> tuple[str, int, str]:
    words = (part for each in cell.walk() for part in said.get(id(each), []))
    return cell.tag.value, cell.columns, " ".join(words)


def test_the_header_of_a_row_is_the_name_of_its_criterion_and_nothing_else() -> None:
    head, first, *_, by_round, total = table(BOTH_ROUNDS)

    assert head == [
        ("TH", 1, name) for name in ("Criterium", "Motivering", "Gewicht", "Schriftelijk", "Pitch")
    ]
    assert first == [
        ("TH", 1, "Outreachend, aanklampend en op maat"),
        ("TD", 1, BOTH_ROUNDS.rows[0].motivation),
        ("TD", 1, "3"),
        ("TD", 1, "3,25 / 5"),
        ("TD", 1, "3,00 / 5"),
    ]
    assert by_round == [("TH", 3, "Score van de ronde"), ("TD", 1, "2,90 / 5"), ("TD", 1, "2,90 / 5")]
    assert total == [("TH", 3, "Totaal (schriftelijk 60 % en pitch 40 %)"), ("TD", 2, "2,90 / 5")]


def test_after_the_written_round_alone_there_is_one_column_of_scores() -> None:
    head, first, *_, total = table(WRITTEN)

    assert [name for *_, name in head] == ["Criterium", "Motivering", "Gewicht", "Score"]
    assert [name for *_, name in first[2:]] == ["3", "3,25 / 5"]
    assert total == [("TH", 3, "Totaal"), ("TD", 1, "2,90 / 5")]


@pytest.mark.parametrize("data", [BOTH_ROUNDS, WRITTEN], ids=["both rounds", "written"])
def test_every_row_is_as_wide_as_the_head_also_where_a_reason_lacks(data: LetterData) -> None:
    bare = replace(data, rows=tuple(replace(row, motivation="") for row in data.rows))

    for shown in (data, bare):
        widths = {sum(width for _, width, _ in row) for row in table(shown)}
        assert widths == {3 + len(columns(shown))}


def test_the_total_follows_from_the_rows_as_the_letter_says() -> None:
    weights = [row.weight for row in BOTH_ROUNDS.rows]
    reckoned = 0.0
    for at, share in enumerate((0.6, 0.4)):
        scores = [row.by_round[at].score or 0.0 for row in BOTH_ROUNDS.rows]
        reckoned += share * sum(s * w for s, w in zip(scores, weights, strict=True)) / sum(weights)

    assert reckoned == pytest.approx(BOTH_ROUNDS.total)
    assert "vermenigvuldig in elke ronde de scores met het gewicht" in explanation(BOTH_ROUNDS)


def test_what_keeps_the_total_from_being_reckoned_to_the_hundredth_is_said() -> None:
    first, *others = WRITTEN.rows
    without = replace(WRITTEN, rows=(replace(first, score=None), *others))

    assert ("n.v.t." in explanation(WRITTEN), "n.v.t." in explanation(without)) == (False, True)
    assert "wegliet" not in explanation(WRITTEN)
    assert "wegliet" in explanation(replace(WRITTEN, scored_unequally=True))
    assert explanation(replace(WRITTEN, total=None)) == ""
