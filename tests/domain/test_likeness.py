"""How alike two texts are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.likeness import likeness, shingles, template

WORDS = st.lists(st.sampled_from(["een", "twee", "drie", "vier", "vijf"]), min_size=20).map(" ".join)
STORY = " ".join(f"woord{number}" for number in range(100))


def test_shingles_are_runs_of_three_words_without_case_and_punctuation() -> None:
    assert shingles("Eén, twee: DRIE\nvier.") == {"eén twee drie", "twee drie vier"}


def test_a_small_edit_leaves_most_in_common() -> None:
    edited = STORY.replace("woord50", "anders").replace("woord80", "anders")

    found = likeness(shingles(STORY), shingles(edited))

    assert found is not None
    assert 0.8 < found < 0.95


def test_strangers_have_nothing_in_common() -> None:
    assert likeness(shingles(STORY), shingles(STORY.replace("woord", "ander"))) == 0


def test_too_little_text_says_nothing() -> None:
    assert likeness(shingles("een twee drie vier"), shingles(STORY)) is None


def test_the_template_is_the_call_and_what_three_senders_share() -> None:
    three = [(sender, shingles("de vraag van het formulier")) for sender in ("a", "b", "c")]
    twice = [(sender, shingles("door twee mensen geschreven")) for sender in ("a", "b")]
    versions = [("a", shingles("mijn eigen lange tekst"))] * 5

    assert template([*three, *twice, *versions], "zo staat het") == shingles(
        "de vraag van het formulier"
    ) | shingles("zo staat het")


@given(WORDS, WORDS)
def test_likeness_is_mutual_between_nothing_and_all(one: str, other: str) -> None:
    first, second = shingles(one), shingles(other)

    found = likeness(first, second)

    assert found == likeness(second, first)
    assert found is None or 0 <= found <= 1
    assert likeness(first, first) in (None, 1)
