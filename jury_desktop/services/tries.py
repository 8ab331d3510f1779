"""Wrong secrets at a dossier that can only be read: counted by the program, for the dossier cannot.

It counts for as long as the program runs, however often the dossier is opened. Who starts the program anew
begins anew; who has such a file could as well try at it with a program of their own (decision 64).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from jury_desktop.domain.account import Account
from jury_desktop.services.ports import Store

_FAILED: dict[tuple[str, str], tuple[int, datetime]] = {}
"""How often it went wrong, and when last, by the place of the dossier and the id of the account."""


def as_counted(store: Store, account: Account) -> Account:
    """The account with what went wrong here, or with what the dossier knows where that is more."""
    count, at = _FAILED.get(_key(store, account), (0, None))
    return replace(account, failures=count, failed_at=at) if count > account.failures else account


def count_wrong(store: Store, account: Account) -> None:
    """Remembers a wrong secret; ``account`` is as it is after that."""
    assert account.failed_at is not None
    _FAILED[_key(store, account)] = account.failures, account.failed_at


def forget_wrong(store: Store, account: Account) -> None:
    """The right secret was given."""
    _FAILED.pop(_key(store, account), None)


def _key(store: Store, account: Account) -> tuple[str, str]:
    return str(store.file or store.name), account.id
