"""How a letter looks: what stands together, what gets the room it needs, what it does not leave out."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from jury_desktop.domain.letter import Block, LetterData, LetterType
from jury_desktop.letters import sources
from jury_desktop.letters.checking import parsed
from jury_desktop.letters.grammar import blocks_of
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import sample

UNFAVOURABLE = (LetterType.NOT_SHORTLISTED, LetterType.NOT_SELECTED, LetterType.RESERVE)


def pages(letter_type: LetterType, data: LetterData) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(render(letter_type, data).pdf)).pages]


def test_the_total_stands_under_the_last_criterion() -> None:
    """However long the reasons before it are, and so wherever a page ends."""
    data = replace(sample(LetterType.NOT_SELECTED), total=4.0)
    last = data.rows[-1].criterion
    for lines in range(0, 40, 2):
        told = pages(LetterType.NOT_SELECTED, replace(data, summary="\n\n".join(["Om deze reden."] * lines)))
        assert [last in page for page in told if "Totaal" in page] == [True], lines


@pytest.mark.parametrize("name", ["Noor Peeters", "Annelies Vandenbroucke", "Bart Van den Eynde"])
def test_the_name_of_the_contact_and_the_reference_stand_on_one_line(name: str) -> None:
    data = sample(LetterType.REVISED_DECISION)
    data = replace(
        data, reference="lier-2023/K-02/herziene-beslissing", contact=replace(data.contact, name=name)
    )

    above, _, _ = pages(LetterType.REVISED_DECISION, data)[0].partition("Nieuwe beslissing over")

    assert name in above
    assert data.reference in above


@pytest.mark.parametrize("letter_type", [*UNFAVOURABLE, LetterType.REVISED_DECISION])
def test_who_is_not_selected_reads_where_to_see_the_file_and_to_complain(letter_type: LetterType) -> None:
    tree = parsed(sources.letter_source(letter_type, "nl").body)

    assert {Block.INSPECTION, Block.COMPLAINT} <= set(blocks_of(tree))


PLAIN_MESSAGES = {LetterType.ACKNOWLEDGEMENT, LetterType.REBUTTAL_RECEIPT, LetterType.REBUTTAL_EXTENSION}


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_questions_have_a_heading_where_the_letter_has_headings(letter_type: LetterType) -> None:
    letter = render(letter_type, sample(letter_type))

    said = "\n".join(page.extract_text() for page in PdfReader(BytesIO(letter.pdf)).pages)
    assert ("\nVragen?\n" in said) is (letter_type not in PLAIN_MESSAGES)
