"""What each type of letter must carry, and which problems stop it."""

from __future__ import annotations

import pytest

from jury_desktop import resources
from jury_desktop.domain.letter import (
    MANDATORY,
    OPENS_TERM,
    Block,
    LetterProblem,
    LetterType,
    ProblemKind,
)
from jury_desktop.domain.messages import say

DECISIONS = {
    LetterType.LATE,
    LetterType.INADMISSIBLE,
    LetterType.NOT_SHORTLISTED,
    LetterType.SELECTED,
    LetterType.RESERVE,
    LetterType.NOT_SELECTED,
    LetterType.REBUTTAL_OUTCOME,
    LetterType.REVISED_DECISION,
}


def carriers(block: Block) -> set[LetterType]:
    return {letter_type for letter_type, blocks in MANDATORY.items() if block in blocks}


def test_every_letter_names_a_contact_person_and_says_what_happens_with_data():
    assert carriers(Block.CONTACT) == carriers(Block.PERSONAL_DATA) == set(LetterType)


def test_every_decision_states_its_grounds_and_how_to_appeal():
    assert carriers(Block.APPEAL) == carriers(Block.GROUNDS) == DECISIONS


def test_a_refusal_on_content_also_tells_of_weerwoord_inspection_and_complaint():
    refusals = {LetterType.NOT_SHORTLISTED, LetterType.NOT_SELECTED}
    assert carriers(Block.INSPECTION) == carriers(Block.COMPLAINT) == refusals
    assert carriers(Block.REBUTTAL) == refusals | {LetterType.RESERVE}


@pytest.mark.parametrize(
    ("kind", "blocking"),
    [
        (ProblemKind.EMPTY_MOTIVATION, True),
        (ProblemKind.UNFILLED, True),
        (ProblemKind.OTHER_CANDIDATE, True),
        (ProblemKind.WRONG_DATE, True),
        (ProblemKind.CONTRADICTION, True),
        (ProblemKind.MISSING_BLOCK, True),
        (ProblemKind.TOO_LONG, True),
        (ProblemKind.UNAPPROVED_BLOCK, True),
        (ProblemKind.MISSING_CHARACTER, False),
    ],
)
def test_what_stops_a_letter_from_becoming_final(kind, blocking):
    assert LetterProblem(kind, say("letters.any")).blocking is blocking


def test_the_letters_that_name_a_rebuttal_are_those_that_open_a_term():
    assert {LetterType.NOT_SHORTLISTED, LetterType.NOT_SELECTED, LetterType.RESERVE} == OPENS_TERM


@pytest.mark.parametrize("letter_type", LetterType)
def test_the_shipped_text_of_a_letter_names_a_rebuttal_when_it_opens_a_term(letter_type: LetterType):
    text = resources.text("letters", "nl", f"{letter_type.value}.md")
    may = letter_type in OPENS_TERM or letter_type is LetterType.REVISED_DECISION
    assert ('block("rebuttal")' in text) is may
