"""What keeps who has the file of a dossier from reading it, and how long that lasts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lock(StrEnum):
    """What has to be known to read a dossier.

    ``nothing``: who has the file can read it. ``passphrase``: the file is encrypted. ``elsewhere``: it lies
    in no file of its own, but on a server or in memory; who may read it is decided there.
    """

    NOTHING = "nothing"
    PASSPHRASE = "passphrase"
    ELSEWHERE = "elsewhere"


class Strength(StrEnum):
    """How long a passphrase holds: hours, weeks, years, longer than anybody will try."""

    EASY = "easy"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


_AT_LEAST = {Strength.STRONG: 14.0, Strength.FAIR: 11.0, Strength.WEAK: 8.0}
"""Powers of ten of guesses. Somebody with a stolen file and some graphics cards makes 10^5 in a second, for
each takes 256,000 rounds of SHA-512: 10^8 are gone in a quarter of an hour, 10^11 in two weeks, 10^14 take
30 years."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What can be said about a passphrase.

    :param power: ten to this power is how many guesses it takes who knows how people choose.
    """

    power: float

    @property
    def strength(self) -> Strength:
        """How long it holds."""
        return next((each for each, least in _AT_LEAST.items() if self.power >= least), Strength.EASY)

    @property
    def will_do(self) -> bool:
        """Whether a dossier may be locked with it: whoever has the file has weeks to try."""
        return self.strength in (Strength.FAIR, Strength.STRONG)
