"""Which PINs and passphrases are refused; how long others last is weighed elsewhere (``lock.py``)."""

from __future__ import annotations

import re

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Role

PIN_DIGITS = 6
"""With the waiting time after wrong ones, a million PINs last a thief a lifetime at the program itself."""
PASSPHRASE_LENGTH = 12
"""The regisseur's opens everything, so it has to stand against somebody who copied the file."""
FIRST_TRIED = (
    *("wachtwoord", "paswoord", "password", "passphrase", "welkom", "welcome", "geheim", "secret", "toegang"),
    *("inloggen", "login", "admin", "beheerder", "regisseur", "voorzitter", "juryleden", "jurylid", "jury"),
    *("selectie", "dossier", "kandidatuur", "kandidaat", "oproep", "partnerschap", "partner", "verkiezing"),
    *("gemeente", "stad", "vlaanderen", "belgie", "lente", "zomer", "herfst", "winter", "zon", "hallo"),
)
"""Words that whoever wants to get in here tries before all others, in Dutch and English."""
_LOOKALIKES = str.maketrans("4@03$1!", "aaoesii")
_LEAST_OWN = 4
"""Letters besides those words below which a secret is nothing but those words."""
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
    if _is_common(secret):
        return say("sign_in.secret_common")
    return None


def _is_common(secret: str) -> bool:
    """Whether it is made of words that are tried first, whatever digits and signs stand between them."""
    plain = secret.casefold()
    return any(_left(each) < _LEAST_OWN for each in (plain, plain.translate(_LOOKALIKES)) if _has_tried(each))


def _has_tried(plain: str) -> bool:
    return any(word in plain for word in FIRST_TRIED)


def _left(plain: str) -> int:
    """Letters that are left without those words."""
    for word in sorted(FIRST_TRIED, key=len, reverse=True):
        plain = plain.replace(word, "")
    return sum(sign.isalpha() for sign in plain)


def _is_a_row(secret: str) -> bool:
    """Whether it is one sign, or a row of the keyboard forwards or backwards, again and again."""
    plain = secret.casefold().strip()
    if len(set(plain)) < 3:
        return True
    runs = (row + row[::-1] for row in _ROWS)
    pieces = re.findall(r".{3}", plain)
    return any(all(piece in run for piece in pieces) for run in runs)
