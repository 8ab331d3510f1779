"""Passphrases: Dutch words that can be read out over the telephone and typed without looking twice."""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache

from jury_desktop import resources

COUNT = 6
"""Words in a passphrase: with 1200 words and more to draw from, 61 bits, and age makes every guess slow."""


@cache
def known_words() -> tuple[str, ...]:
    """The words that are drawn from."""
    return tuple(resources.text("words", "nl.txt").split())


def new_passphrase() -> str:
    """Words that nobody can guess: "appel-fiets-lamp-…"."""
    return "-".join(secrets.choice(known_words()) for _ in range(COUNT))


def as_made(typed: str) -> str:
    """A passphrase as it was made, however it was typed: capitals, spaces and accents make no difference."""
    plain = unicodedata.normalize("NFKD", typed).casefold()
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))
