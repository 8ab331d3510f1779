"""How alike two texts are: the share of three-word runs they have in common, without the template.

A small edit gives about .86, two unrelated candidacies about 0 (intake.md, measured).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

Shingles = frozenset[str]

ENOUGH = 12
"""Fewer own runs than this say nothing about likeness."""
SHARED_BY = 3
"""A run that this many different senders use is the form's, not the candidate's."""

_WORD = re.compile(r"\w+")


def shingles(text: str) -> Shingles:
    """Every run of three words of the text, without case and punctuation."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[i : i + 3]) for i in range(len(words) - 2))


def template(texts: Iterable[tuple[str, Shingles]], call_text: str) -> Shingles:
    """The runs that are the call's or the form's own: those of the call, and those of three or more senders.

    :param texts: (sender, shingles) of every candidacy-like message.
    """
    senders: dict[str, set[str]] = defaultdict(set)
    for sender, runs in texts:
        for run in runs:
            senders[run].add(sender)
    own = _shingles_of_call(call_text)
    shared = (run for run, users in senders.items() if len(users) >= SHARED_BY)
    return own | frozenset(shared)


@lru_cache(maxsize=2)
def _shingles_of_call(text: str) -> Shingles:
    return shingles(text)


def likeness(one: Shingles, other: Shingles) -> float | None:
    """Jaccard: shared runs over all runs, 0 to 1; None where either text is too short to tell."""
    if min(len(one), len(other)) < ENOUGH:
        return None
    return len(one & other) / len(one | other)
