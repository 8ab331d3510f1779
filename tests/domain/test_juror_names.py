"""Jurors without their names: in lists by a letter, and in what people typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.juror_names import lettered, named
from tests.builders import a_juror

JURY = (
    a_juror(1, name="Els Van den Broeck", email="els@gemeente.example"),
    a_juror(2, name="Jan Maes", email="jan@gemeente.example"),
    a_juror(3, name="An Wouters", email="an.w@gemeente.example"),
)
HIDDEN = lettered(JURY, "m1", "Jurylid {letter}")


def test_names_show_unless_they_are_hidden() -> None:
    names = named(JURY)
    assert (names.of("j2"), names.hide("Volgens Jan Maes"), names.hidden) == (
        "Jan Maes",
        "Volgens Jan Maes",
        False,
    )


def test_every_juror_has_a_letter_of_its_own() -> None:
    assert sorted(HIDDEN.of(juror.id) for juror in JURY) == ["Jurylid A", "Jurylid B", "Jurylid C"]


def test_each_candidacy_has_letters_of_its_own_that_stay_the_same() -> None:
    def letters(candidacy: str) -> tuple[str, ...]:
        return tuple(HIDDEN.about(candidacy).of(juror.id) for juror in JURY)

    assert letters("c1") == letters("c1")
    assert {tuple(sorted(letters(f"c{n}"))) for n in range(20)} == {("Jurylid A", "Jurylid B", "Jurylid C")}
    assert len({letters(f"c{n}") for n in range(20)}) > 1
    assert HIDDEN.about("c1").hide("Jan Maes") == HIDDEN.about("c1").of("j2")


def test_names_that_show_are_the_same_everywhere() -> None:
    assert named(JURY).about("c1").of("j2") == "Jan Maes"


def test_names_in_running_text_are_replaced_however_they_are_written() -> None:
    els, jan, an = (HIDDEN.of(juror.id) for juror in JURY)
    text = "els van den  broeck en Jan stemmen voor; Wouters niet, Van den Broeck mailt jan@gemeente.example."
    assert HIDDEN.hide(text) == f"{els} en {jan} stemmen voor; {an} niet, {els} mailt {jan}."


def test_words_that_only_resemble_a_name_stay() -> None:
    assert HIDDEN.hide("Het plan van Janssens is an sich goed; broeck blijft.") == (
        "Het plan van Janssens is an sich goed; broeck blijft."
    )


@given(st.lists(st.sampled_from([juror.name for juror in JURY] + ["zegt", "en", "\n"]), max_size=8))
def test_no_whole_name_survives(words: list[str]) -> None:
    hidden = HIDDEN.hide(" ".join(words))
    assert [juror.name for juror in JURY if juror.name in hidden] == []


def test_without_jurors_nothing_is_replaced() -> None:
    assert lettered((), "m1", "Jurylid {letter}").hide("Jan Maes") == "Jan Maes"
