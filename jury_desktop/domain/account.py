"""Accounts: by what somebody proves who they are at a computer that several people share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from jury_desktop.domain.role import Person, Role

FREE_TRIES = 4
"""Wrong secrets in a row that cost nothing but the trouble: whoever mistypes tries again at once."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
"""At this rate a thief tries under a hundred PINs a day out of a million."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person's way into a dossier.

    :param juror: the id on the list of the jury; empty for roles that are on no list.
    :param verifier: by which a secret is checked, as argon2id writes it: never shown, journaled or exported.
    :param recovery: the same for the recovery key, of a regisseur; empty for others.
    :param provisional: somebody else chose the secret: its owner replaces it at the first sign-in.
    :param failures: wrong secrets since the last right one, and ``failed_at`` when the newest was given.
    """

    id: str
    name: str
    role: Role
    juror: str = ""
    verifier: str = field(default="", repr=False)
    recovery: str = field(default="", repr=False)
    provisional: bool = False
    failures: int = 0
    failed_at: datetime | None = None

    @property
    def person(self) -> Person:
        """Whom it lets in."""
        return Person(self.name, self.role, self.juror, self.id, self.provisional)

    def failed(self, at: datetime) -> Account:
        """The account after a wrong secret."""
        return replace(self, failures=self.failures + 1, failed_at=at)

    def passed(self) -> Account:
        """The account after the right secret."""
        return replace(self, failures=0, failed_at=None)


@dataclass(frozen=True, slots=True)
class AccountNote:
    """What people may read of an account, and the journal keeps."""

    name: str
    role: Role
    juror: str = ""
    provisional: bool = False


def note(account: Account) -> AccountNote:
    """An account without anything by which a secret could be tried."""
    return AccountNote(account.name, account.role, account.juror, account.provisional)


def waits_until(account: Account, now: datetime) -> datetime | None:
    """Before when no secret is looked at; None when one may be given now.

    Every wrong secret past the free ones doubles the wait. A clock that was put back lengthens it: nobody
    gains by that.
    """
    over = account.failures - FREE_TRIES
    if over <= 0 or account.failed_at is None:
        return None
    wait = min(FIRST_WAIT * 2 ** min(over - 1, 10), LONGEST_WAIT)
    until = account.failed_at + wait
    return until if now < until else None


def same_name(one: str, other: str) -> bool:
    """Whether two names are those of one person as people write them, whatever capitals and spaces."""
    return one.casefold().split() == other.casefold().split()
