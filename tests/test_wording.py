"""Scores as people read them, and a language that is ready before it is needed."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop import resources
from jury_desktop.domain.messages import say
from jury_desktop.wording import LANGUAGES, number, prepare, render, score, signed


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_BE"), ("en", "en_GB")])
@given(hundredths=st.integers(0, 10_000), rest=st.sampled_from([0, 1, 4, 5, 6, 9]))
def test_a_score_is_written_as_babel_does_and_a_half_is_rounded_up(
    language: str, locale: str, hundredths: int, rest: int
) -> None:
    nearest = (hundredths + (rest >= 5)) / 100

    assert score((10 * hundredths + rest) / 1000, language) == format_decimal(nearest, "0.00", locale=locale)


def test_a_half_that_adding_up_brought_below_itself_is_rounded_up_too() -> None:
    assert (score(3.1249999999999996), number(3.1249999999999996)) == ("3,13", "3,13")
    assert (number(2.5, decimals=0), number(1234.5), number(7)) == ("3", "1.234,5", "7")


def test_a_difference_has_its_sign_unless_it_rounds_to_nothing() -> None:
    values = (0.124, -0.4, -0.004, 0.0, -0.0)
    assert [signed(value, "nl") for value in values] == ["+0,12", "−0,40", "0,00", "0,00", "0,00"]
    assert signed(-1.5, "en") == "−1.50"
    assert score(-0.0) == score(-0.001) == "0,00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_was_prepared_reads_no_file_any_more(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    prepare(language)

    def refuse(*_: object) -> None:
        raise AssertionError("a file was asked for")

    monkeypatch.setattr(resources, "path", refuse)
    assert render(say("plots.stage_final", call="Lier", day="5 juli"), language)
    assert score(0.5, language) in {"0,50", "0.50"}
