"""Names of other candidates in a letter: found as whole words, among thousands as fast as among ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SHORTEST = 3
_LEGAL_FORM = re.compile(r"\b(vzw|ivzw|cvba|cv|bv|bvba|nv|feitelijke vereniging)\b\.?", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it was given, and without its legal form; ``words`` must all be in a text that has it."""

    given: str
    short: str
    words: frozenset[str]

    def is_in(self, text: str, folded: str) -> bool:
        """Whether a text has the name, in any case, or has it without its legal form (then as written)."""
        whole = _as_words(self.given.casefold()).search(folded)
        return bool(whole or (" " in self.short and _as_words(self.short).search(text)))


def mentioned(text: str, own: str, names: tuple[str, ...]) -> Iterator[str]:
    """The names in a text, in their order. One that is part of the reader's own name does not count there."""
    searched = _one_space(text).replace(_one_space(own), " ")
    folded = searched.casefold()
    there = frozenset(_WORD.findall(folded))
    for name in _known(names):
        if name.words <= there and name.given != own and name.is_in(searched, folded):
            yield name.given


@lru_cache(maxsize=4)
def _known(names: tuple[str, ...]) -> tuple[_Name, ...]:
    return tuple(_name(each) for each in dict.fromkeys(names) if len(each) >= _SHORTEST)


def _name(given: str) -> _Name:
    short = _one_space(_LEGAL_FORM.sub(" ", given))
    least = _WORD.findall(short.casefold()) or _WORD.findall(given.casefold())
    return _Name(given, short, frozenset(least))


@lru_cache(maxsize=256)
def _as_words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_one_space(name))}(?!\w)")


def _one_space(text: str) -> str:
    return " ".join(text.split())
