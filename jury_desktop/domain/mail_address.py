"""Addresses to write to, from a field that anybody may have filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r'"[^"]*"')
_IN_BRACKETS = re.compile(r"<([^<>]*)>")
_BETWEEN = re.compile(r"[,;\r\n]+")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")
_LONGEST_LOCAL, _LONGEST = 64, 254
"""RFC 5321, 4.5.3.1: octets before the @, and of the whole."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a field holds: ``good`` addresses in ASCII, and what looks like one and is none."""

    good: tuple[str, ...]
    bad: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether one can write to all that the field names; a part of them would leave somebody out."""
        return bool(self.good) and not self.bad


def addresses_in(text: str) -> Addresses:
    """The addresses in a field: several after a comma, a semicolon or a line, with a name or without.

    A domain in another script is written as it travels (RFC 5891). A name is left out, for it proves nothing.
    """
    pieces = (piece.strip() for piece in _BETWEEN.split(_QUOTED.sub(" ", text)))
    good, bad = {}, []
    for piece in pieces:
        if "@" not in piece:
            continue
        found = _IN_BRACKETS.search(piece)
        address = _ascii((found[1] if found else piece).strip())
        if address:
            good[address.casefold()] = address
        else:
            bad.append(" ".join(piece.split()))
    return Addresses(tuple(good.values()), tuple(bad))


def _ascii(address: str) -> str:
    """The address as it travels; "" when it is none."""
    local, _, domain = address.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = domain.split(".")
    sound = _LOCAL.fullmatch(local) and len(local) <= _LONGEST_LOCAL and len(labels) > 1
    if not sound or not all(_LABEL.fullmatch(label) for label in labels):
        return ""
    whole = f"{local}@{domain}"
    return whole if len(whole) <= _LONGEST else ""
