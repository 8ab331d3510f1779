"""What the regisseur changes in who may sign in, each with its way back or why there is none.

No undo brings a code back that another one replaced: it may be known to somebody who should not have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jury_desktop.domain.role import Role
from jury_desktop.services.account_changes import AccountsChange, take_back_accounts
from jury_desktop.services.accounts import (
    AccountRow,
    HandedOut,
    add_jury,
    add_person,
    begin_accounts,
    draw_secret,
    end_accounts,
    remove_account,
    renew_recovery,
    set_lock_minutes,
)
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.text import area

tr = area("sign_in")

ACCOUNTS: Changes = frozenset({Subject.SETTINGS})


def beginning(name: str, secret: str, done: Callable[[str], object]) -> Operation[str]:
    """Everybody signs in from now on; ``done`` gets the recovery key. Nobody did yet, so that nothing may be
    read again before the screen that asks for it."""
    text = tr("Make signing in obligatory")
    return Operation(text, calling(begin_accounts, name, secret), frozenset(), Final.DOOR, done=done)


def ending(done: Callable[[None], object]) -> Operation[None]:
    """Nobody signs in any more."""
    return Operation(tr("Remove all accounts"), calling(end_accounts), ACCOUNTS, Final.DOOR, done=done)


def adding_jury(
    jurors: Iterable[str], done: Callable[[tuple[HandedOut, ...]], object]
) -> Operation[tuple[HandedOut, ...]]:
    """Accounts for people on the list of the jury; ``done`` gets their codes."""
    verb = calling(add_jury, tuple(jurors))
    return Operation(tr("Accounts for the jury"), verb, ACCOUNTS, _take_away, done=done)


def adding(role: Role, name: str, done: Callable[[HandedOut], object]) -> Operation[HandedOut]:
    """An account for another person; ``done`` gets the code."""
    text = tr("Account for {name}").format(name=name)
    verb = calling(add_person, role, name)
    return Operation(text, verb, ACCOUNTS, lambda handed: _take_away((handed,)), done=done)


def another_code(account: AccountRow, done: Callable[[HandedOut], object]) -> Operation[HandedOut]:
    """Another code for somebody; ``done`` gets it."""
    text = tr("Another code for {name}").format(name=account.note.name)
    return Operation(text, calling(draw_secret, account.id), ACCOUNTS, Final.SECRET, done=done)


def another_key(account: AccountRow, done: Callable[[str], object]) -> Operation[str]:
    """Another recovery key for a regisseur; ``done`` gets it."""
    text = tr("New recovery key for {name}").format(name=account.note.name)
    return Operation(text, calling(renew_recovery, account.id), ACCOUNTS, Final.SECRET, done=done)


def removing(account: AccountRow) -> Operation[AccountsChange]:
    """Take an account away."""
    told = Always(tr("{name} cannot sign in any more.").format(name=account.note.name))
    text = tr("Remove the account of {name}").format(name=account.note.name)
    return Operation(text, calling(remove_account, account.id), ACCOUNTS, _take_back, said=told)


def locking_after(minutes: int) -> Operation[int]:
    """After how many minutes without use the window locks."""
    verb = calling(set_lock_minutes, minutes)
    return Operation(tr("Lock without use"), verb, ACCOUNTS, lambda old: calling(set_lock_minutes, old))


def _take_back(change: AccountsChange) -> Verb[AccountsChange]:
    return calling(take_back_accounts, change)


def _take_away(handed: Iterable[HandedOut]) -> Verb[AccountsChange]:
    return _take_back(AccountsChange(made=tuple(each.account for each in handed if each.account is not None)))
