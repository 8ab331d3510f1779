"""Scores as people read them, and a language that is ready before it is needed."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop import resources
from jury_desktop.domain.messages import say
from jury_desktop.wording import LANGUAGES, prepare, render, score


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_BE"), ("en", "en_GB")])
@given(value=st.floats(0, 100) | st.integers(0, 20000).map(lambda n: n / 200))
def test_a_score_is_written_and_rounded_as_babel_does(language: str, locale: str, value: float) -> None:
    assert score(value, language) == format_decimal(value, "0.00", locale=locale)


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
