"""The way back of a step on accounts: those it made go, those it took away come back with the code they had.

What a code was before another one was given is no part of this: who opened the dossier with it may be the
reason why there is another one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jury_desktop.domain.account import Account, note, same_name
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.rights import Right
from jury_desktop.domain.role import Role
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change


@dataclass(frozen=True, slots=True)
class AccountsChange:
    """The accounts that a step made, and those that it took away."""

    made: tuple[Account, ...] = ()
    removed: tuple[Account, ...] = ()


@needs(Right.SET_UP)
def take_back_accounts(dossier: Dossier, change: AccountsChange) -> AccountsChange:
    """Takes back what a step did to the accounts, and gives what this did to them.

    :raises JuryError: an account was changed since: its owner chose another code, or got one; its juror has
        left the list, or somebody has that name by now. Then nothing changes.
    """
    with dossier.change() as uow:
        for account in change.made:
            if unused(uow, account.id) != account:
                raise refuse("sign_in.changed_since", name=account.name)
            drop_account(uow, account)
        for account in change.removed:
            _put_back(uow, account)
    return AccountsChange(change.removed, change.made)


def unused(uow: UnitOfWork, account: str) -> Account | None:
    """An account as it was made, whoever tried to open it; None when it is no more."""
    found = uow.accounts.find(id=account)
    return found[0].passed() if found else None


def drop_account(uow: UnitOfWork, account: Account) -> None:
    """Takes an account away; refused for the last regisseur's."""
    if [each.id for each in uow.accounts.find(role=Role.REGISSEUR)] == [account.id]:
        raise refuse("sign_in.last_regisseur", name=account.name)
    uow.accounts.remove(account.id)
    record_change(uow, "account.removed", ("account", account.name), note(account), None)


def refuse_taken(existing: Iterable[Account], name: str, juror: str) -> None:
    """A name has one account, and so has who is on the list of the jury."""
    if any((juror and each.juror == juror) or same_name(each.name, name) for each in existing):
        raise refuse("sign_in.name_taken", name=name)


def _put_back(uow: UnitOfWork, account: Account) -> None:
    kept = uow.accounts.find()
    if not kept:
        raise refuse("sign_in.not_begun")
    refuse_taken(kept, account.name, account.juror)
    if account.juror and not uow.jurors.find(id=account.juror):
        raise refuse("sign_in.not_on_list", name=account.name)
    uow.accounts.save(account)
    record_change(uow, "account.put_back", ("account", account.name), None, note(account))
