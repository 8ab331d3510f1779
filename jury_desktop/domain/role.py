"""Who works in a dossier: in which role, and as whom on the list of the jury."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in a selection; ``rights.py`` says what that lets them do.

    The values stand in dossiers and databases.
    """

    REGISSEUR = "regisseur"
    """Runs the selection."""
    JUROR = "juror"
    """Scores; is on the list of the jury."""
    OBSERVER = "observer"
    """Attends without scoring; is on the list of the jury, as an observer."""
    SECOND_READER = "second_reader"
    """The second pair of eyes: confirms what the jury decided before a letter may tell it."""

    @property
    def listed(self) -> bool:
        """Whether whoever has this role stands on the list of the jury, so that conflicts of interest keep
        them from candidacies."""
        return self in {Role.JUROR, Role.OBSERVER}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a dossier.

    :param name: as the journal notes it.
    :param role: None while nobody has signed in: then they may do nothing.
    :param juror: the id on the list of the jury, of who stands on it.
    :param account: the id of the account with which they signed in; empty where something else vouches for
        them, such as a database server.
    :param provisional: somebody else chose the secret they signed in with: all they may do is choose another.
    """

    name: str
    role: Role | None
    juror: str = ""
    account: str = ""
    provisional: bool = False


STRANGER = Person("", None)
"""Whoever opens a dossier with accounts, until they sign in."""
