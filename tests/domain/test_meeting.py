"""Letters for jurors: stable within a meeting, and no clue to who is who."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.meeting import letters_of

JURORS = [f"j{number}" for number in range(1, 30)]


@given(st.permutations(JURORS), st.text())
def test_the_same_meeting_gives_the_same_letters_whatever_the_order(jurors: list[str], salt: str) -> None:
    assert letters_of(jurors, salt) == letters_of(JURORS, salt)


def test_letters_go_on_after_z() -> None:
    assert sorted(letters_of(JURORS, "m1").values(), key=lambda letter: (len(letter), letter))[-4:] == [
        "Z",
        "AA",
        "AB",
        "AC",
    ]


def test_letters_follow_neither_the_order_of_the_jury_nor_another_meeting() -> None:
    first, second = letters_of(JURORS, "m1"), letters_of(JURORS, "m2")
    assert [first[juror] for juror in JURORS] != sorted(first.values())
    assert first != second
