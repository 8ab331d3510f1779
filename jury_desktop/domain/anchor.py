"""Anchors: the hash of an event outside the dossier, so that whoever rewrites the journal is seen.

The chain shows every change that leaves a hash behind. Who makes all later hashes anew, or cuts the end off
with care, leaves a chain that holds; but letters, exports and copies that went out before say what the hash
of an event was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.journal import Event

LEAST = 16
"""Hexadecimal digits of a hash below which somebody could find another journal that has them too."""
PRINTED = 32
"""Digits that are printed where people may have to type them over."""
_GROUP = 8
_TYPED = re.compile(r"\s*(\d{1,9})\s*:\s*([0-9a-fA-F\s]+?)\s*")
_WHOLE = re.compile(rb"(?<![0-9A-Za-z])([1-9][0-9]{0,8}):([0-9a-f]{64})(?![0-9A-Za-z:])")
_NAMED = re.compile(rb'"anchor"\s*:\s*"' + _WHOLE.pattern + rb'"')
"""In JSON, where other hashes stand beside each other as well, an anchor is called one."""


class Hold(StrEnum):
    """Whether a dossier still has the event of an anchor."""

    HOLDS = "holds"
    CUT_OFF = "cut_off"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event as it was when something went out.

    :param hash: of that event, in hexadecimal: all 64 digits of it, or the first of them.
    """

    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash}"

    @property
    def printed(self) -> str:
        """So that it can be typed over: ``812:3fa982b1 c0d41e22 9a8b7c6d 5e4f3a2b``."""
        return self._in_groups(self.hash[:PRINTED])

    @property
    def in_full(self) -> str:
        """The same with every digit."""
        return self._in_groups(self.hash)

    def _in_groups(self, digits: str) -> str:
        groups = (digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
        return f"{self.sequence}:{' '.join(groups)}"

    def hold(self, event: Event | None) -> Hold:
        """Whether the event that has its number now is the one that it speaks of."""
        if event is None:
            return Hold.CUT_OFF
        return Hold.HOLDS if event.hash.startswith(self.hash) else Hold.REWRITTEN


def anchor_of(event: Event) -> Anchor:
    """The anchor that stands for an event and all before it."""
    return Anchor(event.sequence, event.hash)


def typed(text: str) -> Anchor | None:
    """The anchor that somebody typed over, in groups or not; None where it is none, or too short to say
    anything."""
    found = _TYPED.fullmatch(text)
    digits = "".join(found[2].split()).lower() if found else ""
    return Anchor(int(found[1]), digits) if found and LEAST <= len(digits) <= 64 else None


def written(content: bytes) -> Iterator[Anchor]:
    """The whole anchors in a content, each once, in the order in which they stand there."""
    pattern = _NAMED if content[:80].lstrip().startswith((b"{", b"[")) else _WHOLE
    found = (Anchor(int(number), digits.decode()) for number, digits in pattern.findall(content))
    yield from dict.fromkeys(found)
