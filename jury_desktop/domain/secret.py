"""How good a PIN or a passphrase is, said before it is kept."""

from __future__ import annotations

import math
import re
from enum import IntEnum

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Role

PIN_DIGITS = 6
"""With the waiting time after wrong ones, a million PINs last a thief a lifetime at the program itself."""
PASSPHRASE_LENGTH = 12
"""The regisseur's opens everything, so it has to stand against somebody who copied the file."""
_ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qsdfghjklm", "qwertyuiop", "asdfghjkl")


class Strength(IntEnum):
    """How long a secret stands against somebody who has the file and a computer."""

    WEAK = 0
    """Minutes."""
    FAIR = 1
    """Hours to months: enough at a shared desk."""
    STRONG = 2
    """Longer than the procedure lasts."""


def refusal(secret: str, role: Role, name: str) -> Message | None:
    """Why a secret is not good enough for somebody; None when it is."""
    wanted = PASSPHRASE_LENGTH if role is Role.REGISSEUR else PIN_DIGITS
    if len(secret.strip()) < wanted:
        return say("sign_in.secret_short" if role is Role.REGISSEUR else "sign_in.pin_short", count=wanted)
    if _is_a_row(secret):
        return say("sign_in.secret_row")
    if any(word in secret.casefold() for word in name.casefold().split() if len(word) > 2):
        return say("sign_in.secret_name")
    return None


def strength(secret: str) -> Strength:
    """A rough measure: how many secrets of its kind there are. Words count as words, not as letters."""
    if _is_a_row(secret):
        return Strength.WEAK
    bits = _bits(secret)
    return Strength.STRONG if bits >= 50 else Strength.FAIR if bits >= 28 else Strength.WEAK


def _bits(secret: str) -> float:
    words = re.findall(r"[^\W\d_]{3,}", secret)
    if len(words) > 2:
        return 10.5 * len(set(map(str.casefold, words)))
    kinds = ((r"\d", 10), (r"[a-z]", 26), (r"[A-Z]", 26), (r"[^\da-zA-Z]", 30))
    alphabet = sum(size for kind, size in kinds if re.search(kind, secret))
    return min(len(secret), 2 * len(set(secret))) * math.log2(alphabet) if alphabet else 0.0


def _is_a_row(secret: str) -> bool:
    """Whether it is one sign, or a row of the keyboard forwards or backwards, again and again."""
    plain = secret.casefold().strip()
    if len(set(plain)) < 3:
        return True
    runs = (row + row[::-1] for row in _ROWS)
    pieces = re.findall(r".{3}", plain)
    return any(all(piece in run for piece in pieces) for run in runs)
