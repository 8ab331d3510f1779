"""Finding a person in text: by name, however it is spaced, and by address; whole words, nothing less."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

AROUND = 60
"""Characters that are shown on either side of what was found."""


@dataclass(frozen=True)  # no slots: the pattern is made once
class Wanted:
    """Who is looked for: names and mail addresses (or numbers, streets: any words), as they may be written.

    A name is found with its words in this order or with the last first ("Aerts, Liesbet"), whatever the
    capitals and spaces, and never as a part of another word.
    """

    words: tuple[str, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        ways = [way for words in self.words for way in _ways(words)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE) if ways else None

    def stands_in(self, text: str) -> bool:
        """Whether the person is named in a text."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def excerpt(self, text: str) -> str:
        """The place where the person is first named, with what stands around it; "" where that is nowhere."""
        found = self._pattern.search(text) if self._pattern is not None else None
        if found is None:
            return ""
        start, end = max(0, found.start() - AROUND), found.end() + AROUND
        shown = " ".join(text[start:end].split())
        return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"


def wanted(words: Iterable[str]) -> Wanted:
    """Who goes by these words; what is empty or shorter than three signs would find everybody."""
    return Wanted(tuple(dict.fromkeys(" ".join(each.split()) for each in words if len(each.strip()) >= 3)))


def _ways(words: str) -> Iterable[str]:
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return
    yield r"\s+".join(parts)
    if len(parts) > 1 and "@" not in words:
        yield r",?\s+".join((r"\s+".join(parts[1:]), parts[0]))
