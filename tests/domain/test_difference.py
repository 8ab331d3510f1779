"""Two texts beside each other: nothing is left out, what is equal is equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.difference import Line, Mark, Piece, difference, differs, lines_of

LINES = st.lists(st.sampled_from(["een", "twee woorden", "twee andere woorden", "drie", "vier"]), max_size=12)


def line(mark: Mark, old: str = "", new: str = "") -> Line:
    return Line(mark, (Piece(old),) if old else (), (Piece(new),) if new else ())


def test_equal_lines_stand_beside_each_other() -> None:
    assert difference(["een", "twee"], ["een", "twee"]) == (
        line(Mark.SAME, "een", "een"),
        line(Mark.SAME, "twee", "twee"),
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (["a", "b"], ["a"], [line(Mark.SAME, "a", "a"), line(Mark.REMOVED, "b")]),
        (["a"], ["a", "b"], [line(Mark.SAME, "a", "a"), line(Mark.ADDED, new="b")]),
        (["a"], ["b"], [line(Mark.REMOVED, "a"), line(Mark.ADDED, new="b")]),
        ([], [], []),
    ],
    ids=["removed", "added", "another", "nothing"],
)
def test_what_is_on_one_side_only_has_nothing_beside_it(
    old: list[str], new: list[str], found: list[Line]
) -> None:
    assert list(difference(old, new)) == found


def test_a_line_that_changed_shows_the_words_that_did() -> None:
    [found] = difference(["Budget: 12.000 euro per jaar"], ["Budget: 15.000 euro per jaar"])

    assert found == Line(
        Mark.CHANGED,
        (Piece("Budget: "), Piece("12.000", True), Piece(" euro per jaar")),
        (Piece("Budget: "), Piece("15.000", True), Piece(" euro per jaar")),
    )


def test_spaces_and_empty_lines_are_no_difference() -> None:
    assert lines_of("  een\n\n\ttwee   woorden \n") == ("een", "twee woorden")


@given(LINES, LINES)
def test_both_texts_can_be_read_back_whole(old: list[str], new: list[str]) -> None:
    found = difference(old, new)

    assert ["".join(piece.text for piece in each.old) for each in found if each.old] == old
    assert ["".join(piece.text for piece in each.new) for each in found if each.new] == new
    assert (differs(found) == 0) == (old == new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["a b " * 2000 + "z"], ["a c " * 2000 + "z"]),
        (["a b " * 450], ["a c " * 450]),
        (["x", "y"] * 1000, ["x", "z", "y"] * 700),
    ],
    ids=["a long line", "words", "lines"],
)
def test_what_repeats_without_end_is_compared_all_the_same(old: list[str], new: list[str]) -> None:
    found = difference(old, new)

    assert ["".join(piece.text for piece in each.old) for each in found if each.old] == old
    assert ["".join(piece.text for piece in each.new) for each in found if each.new] == new
    assert differs(found) > 0
