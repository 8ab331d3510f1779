"""Which PINs and passphrases are refused; how long others last is weighed elsewhere (``lock.py``)."""

from __future__ import annotations

import re

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Role

PIN_DIGITS = 6
"""With the waiting time after wrong ones, a million PINs last a thief a lifetime at the program itself."""
PASSPHRASE_LENGTH = 12
"""The regisseur's opens everything, so it has to stand against somebody who copied the file."""
_ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qsdfghjklm", "qwertyuiop", "asdfghjkl")


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


def _is_a_row(secret: str) -> bool:
    """Whether it is one sign, or a row of the keyboard forwards or backwards, again and again."""
    plain = secret.casefold().strip()
    if len(set(plain)) < 3:
        return True
    runs = (row + row[::-1] for row in _ROWS)
    pieces = re.findall(r".{3}", plain)
    return any(all(piece in run for piece in pieces) for run in runs)
