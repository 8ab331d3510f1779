"""What the words of a command line mean."""

from __future__ import annotations

import pytest

from jury_desktop.cli.parser import parse


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ([], ""),
        (["lier.jury"], ""),
        (["--lang", "en"], "en"),
        (["rank", "lier.jury"], "nl"),
        (["--lang", "en", "rank", "lier.jury"], "en"),
        (["rank", "lier.jury", "--lang", "en"], "en"),
    ],
)
def test_the_window_keeps_its_own_language_until_another_is_asked(words: list[str], language: str) -> None:
    assert parse(words).lang == language
