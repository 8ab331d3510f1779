"""Whose mail domain an address has: a house of its own, or a host where anybody has a mailbox."""

from __future__ import annotations

import re

_PUBLIC = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|proton|protonmail|gmx|telenet|skynet|"
    r"proximus|belgacom|scarlet|pandora|mobistar|orange|ziggo|kpnmail|web|mail|fastmail|tutanota|hey|aol|zoho|"
    r"yandex|edpnet|voo|wanadoo|laposte|free|t-online|kpn|hetnet|planet|xs4all|tele2|upcmail|pm|tuta)"
    r"\.(?:com|be|net|me|nl|fr|de|eu|org|ru|io)"
)
"""Mail hosts in use in the Low Countries where a shared domain says nothing of a shared house."""

_SECOND_LEVEL = frozenset(["co", "com", "ac", "gov", "gob", "org", "net", "edu", "or"])
"""Below a country, these are no name of their own: "house.co.uk"."""


def is_public(domain: str) -> bool:
    """Whether anybody can have a mailbox at this domain, or at the house it belongs to."""
    return _PUBLIC.fullmatch(domain.casefold()) is not None or _PUBLIC.fullmatch(home(domain)) is not None


def home(domain: str) -> str:
    """The domain that a house holds: "mail.route2.example" belongs to "route2.example"."""
    labels = domain.casefold().strip(".").split(".")
    below_country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if below_country else labels[-2:])


def shared_home(one: str, other: str) -> str:
    """The house that two addresses have in common, "" where there is none or anybody can be there."""
    domains = [address.strip().rpartition("@")[2] for address in (one, other)]
    first, second = (home(domain) for domain in domains)
    return first if first and first == second and not is_public(first) else ""


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one mailbox, at a public host too."""
    first, second = one.strip().casefold(), other.strip().casefold()
    return "@" in first and first == second
