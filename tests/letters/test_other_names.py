"""Names of other candidates in a letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.letters.other_names import mentioned

OWN = "Ankerpunt vzw"


def found(text: str, *names: str) -> list[str]:
    return list(mentioned(text, OWN, names))


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Zoals De Brug vzw schrijft.", "De Brug vzw", True),
        ("Zoals de brug VZW schrijft.", "De Brug vzw", True),
        ("Zoals De Brug schrijft.", "De Brug vzw", True),
        ("Zoals de brug over de Nete.", "De Brug vzw", False),
        ("Zoals De\nBrug  vzw schrijft.", "De Brug vzw", True),
        ("Zoals De Brug schrijft.", "De\u00a0Brug vzw", True),
        ("Een bruggenbouwer.", "Brug", False),
        ("Ankerpunt vzw doet mee.", "Ankerpunt vzw", False),
        ("Ankerpunt vzw doet mee.", "punt vzw", False),
        ("In ’t Pand (Lier).", "’t Pand (Lier)", True),
        ("A & B", "A", False),
    ],
)
def test_a_name_counts_as_whole_words_with_or_without_its_legal_form(
    text: str, name: str, there: bool
) -> None:
    assert found(text, name) == ([name] if there else [])


def test_names_come_in_the_order_of_the_candidates_and_once() -> None:
    assert found("De Zaag, De Brug en De Zaag.", "De Brug", "De Zaag", "De Brug") == ["De Brug", "De Zaag"]


WORDS = st.lists(st.sampled_from(["De", "Brug", "vzw", "cv", "Lier", "’t", "(Nete)", "brug"]), max_size=5)


@given(WORDS, st.lists(WORDS, max_size=6))
def test_what_is_left_out_before_looking_would_not_have_been_found(
    text: list[str], names: list[list[str]]
) -> None:
    """The words that a name must have are only a quick way past the names that cannot be there."""
    said, all_names = " ".join(text), tuple(" ".join(name) for name in names)
    folded = said.casefold()
    plainly = [
        name
        for name in dict.fromkeys(all_names)
        if len(name) >= 3 and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", folded)
    ]

    assert set(plainly) <= set(found(said, *all_names))
