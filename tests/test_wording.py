"""Scores as people read them."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.wording import score


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_BE"), ("en", "en_GB")])
@given(value=st.floats(0, 100) | st.integers(0, 20000).map(lambda n: n / 200))
def test_a_score_is_written_and_rounded_as_babel_does(language: str, locale: str, value: float) -> None:
    assert score(value, language) == format_decimal(value, "0.00", locale=locale)
