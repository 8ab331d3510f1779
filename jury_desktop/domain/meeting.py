"""The meeting at which a stage was decided: when, where, and who was there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from string import ascii_uppercase

from jury_desktop.domain.decision import Stage


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the minutes say of the meeting itself.

    :param ended_at: None while it goes on, or where nobody noted it.
    :param present: ids of the jurors who were there; the others of the jury were absent.
    :param guests: names of others who were there, such as observers.
    """

    id: str
    stage: Stage
    started_at: datetime
    ended_at: datetime | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    present: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()


def letters_of(jurors: Iterable[str], salt: str) -> Mapping[str, str]:
    """A letter for each juror (by id) that says nothing about who it is: A, B … Z, AA, AB …

    The same ``salt`` gives the same letters, in no order that people know; another salt other letters.
    """
    shuffled = sorted(jurors, key=lambda juror: hashlib.sha256(f"{salt}\0{juror}".encode()).digest())
    return {juror: _letter(place) for place, juror in enumerate(shuffled)}


def _letter(place: int) -> str:
    rounds, at = divmod(place, len(ascii_uppercase))
    return (_letter(rounds - 1) if rounds else "") + ascii_uppercase[at]
