"""Names and addresses taken out of running text, before somebody reads it who should not know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

EMAIL = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.\w{2,}")
PHONE = re.compile(
    r"(?<![\w/.,-])(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?:\+|00|0)\d(?:[\s./()-]*\d){7,12}(?![\w-])"
)
"""A Belgian or foreign number however it is grouped; a date is none."""


class Hiding:
    """Replaces words by others wherever they stand as words, whatever their capitals and spaces."""

    def __init__(self, instead: Mapping[str, str]) -> None:
        """:param instead: what is put in the place of each; the longest that fits is taken."""
        self._instead = {_plain(words): other for words, other in instead.items() if words.strip()}
        longest = sorted(self._instead, key=len, reverse=True)
        words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest)
        self._found = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    def hide(self, text: str) -> str:
        """The text with everything replaced that may not show."""
        if self._found is None:
            return text
        return self._found.sub(lambda match: self._instead[_plain(match[0])], text)


def without_addresses(text: str, instead: str) -> str:
    """The text without e-mail addresses and telephone numbers."""
    return PHONE.sub(instead, EMAIL.sub(instead, text))


def parts_of(name: str, shortest: int = 3) -> Iterable[str]:
    """A person's whole name, the family name, and the first name unless that is too short to be told from a
    word."""
    first, _, family = name.strip().partition(" ")
    return [part for part in (name, family, first if len(first) >= shortest else "") if part.strip()]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
