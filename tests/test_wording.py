"""Scores as people read them, and a language that is ready before it is needed."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop import resources
from jury_desktop.domain.messages import say
from jury_desktop.wording import LANGUAGES, prepare, render, score, signed


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_BE"), ("en", "en_GB")])
@given(value=st.floats(0, 100) | st.integers(0, 20000).map(lambda n: n / 200))
def test_a_score_is_written_and_rounded_as_babel_does(language: str, locale: str, value: float) -> None:
    assert score(value, language) == format_decimal(value, "0.00", locale=locale)


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
