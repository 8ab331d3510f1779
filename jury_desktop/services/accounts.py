"""Accounts as the regisseur keeps them. Without any, nobody has to sign in; the first one is the regisseur's.

What an account does not do: lock the file. Whoever has the file of a dossier that is not encrypted reads it
with another program, past every role. Signing in keeps people apart who share the program.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from jury_desktop.domain.account import Account, AccountNote, note, waits_until
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.rights import Right
from jury_desktop.domain.role import Role
from jury_desktop.domain.secret import PIN_DIGITS, refusal
from jury_desktop.packets.words import as_made, new_passphrase
from jury_desktop.services.account_changes import AccountsChange, drop_account, refuse_taken
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id, once
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.verifier import verifier_of

LOCK = "sign_in.lock_minutes"
"""The setting with the idle minutes after which the window locks."""
LOCK_MINUTES = 10


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as the regisseur sees it.

    :param waits_until: before when no secret is looked at, after wrong ones; None when one may be given.
    """

    id: str
    note: AccountNote
    waits_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A secret that was drawn for somebody, to be told once.

    :param account: as it was made; None where the secret is another one of an account that was there.
    """

    name: str
    secret: str = field(repr=False)
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who may sign in.

    :param without: who is on the list of the jury and has no account.
    :param lock_minutes: idle minutes after which the window locks; 0 for never.
    """

    rows: tuple[AccountRow, ...]
    without: tuple[Juror, ...]
    lock_minutes: int


@needs(Right.SET_UP)
def accounts(dossier: Dossier) -> Accounts:
    """The accounts as they are now; no rows where nobody has to sign in."""
    with dossier.read() as uow:
        found, jurors = uow.accounts.find(), uow.jurors.find()
        minutes = lock_minutes(uow)
        rows = tuple(AccountRow(a.id, note(named(uow, a)), waits_until(a, dossier.now())) for a in found)
    having = {account.juror for account in found}
    return Accounts(rows, tuple(j for j in jurors if j.active and j.id not in having), minutes)


@needs(Right.SET_UP)
def begin_accounts(dossier: Dossier, name: str, secret: str) -> str:
    """Asks from now on who everybody is, beginning with the regisseur; gives the recovery key, which is shown
    once and kept nowhere.

    :raises JuryError: there are accounts already, a server knows who everybody is, or the secret is not good
        enough.
    """
    if dossier.who is not None and not dossier.who.account:
        raise refuse("sign_in.on_server")
    _refuse_weak(secret, Role.REGISSEUR, name)
    with dossier.change() as uow:
        if uow.accounts.find():
            raise refuse("sign_in.begun")
        account, words = with_recovery(_new(name, Role.REGISSEUR, secret))
        _keep(uow, "account.begun", None, account)
    return words


@needs(Right.SET_UP)
def add_account(dossier: Dossier, role: Role, secret: str, *, juror: str = "", name: str = "") -> Account:
    """Makes an account; its owner replaces the secret at the first sign-in.

    :param juror: the id on the list of the jury, for a role that is on it; ``name`` for another one.
    :raises JuryError: nobody has to sign in yet, somebody has that name, or the secret is not good enough.
    """
    with dossier.change() as uow:
        if not uow.accounts.find():
            raise refuse("sign_in.not_begun")
        whom = uow.jurors.get(juror) if role.listed else None
        if whom is not None:
            role, name = Role.OBSERVER if whom.observer else Role.JUROR, whom.name
        refuse_taken(uow.accounts.find(), name, juror)
        _refuse_weak(secret, role, name)
        account = replace(_new(name, role, secret), juror=juror if whom else "", provisional=True)
        _keep(uow, "account.made", None, account)
        return account


@needs(Right.SET_UP)
def add_jury(dossier: Dossier, jurors: Iterable[str]) -> tuple[HandedOut, ...]:
    """Makes an account for people on the list of the jury, by id, each with a code that is drawn; who has one
    by now keeps it."""
    wanted = set(jurors)
    without = [juror for juror in accounts(dossier).without if juror.id in wanted]
    return tuple(_handed_out(dossier, juror.name, Role.JUROR, juror.id) for juror in without)


@needs(Right.SET_UP)
def add_person(dossier: Dossier, role: Role, name: str) -> HandedOut:
    """Makes an account for somebody who is not on the list of the jury, with a secret that is drawn."""
    return _handed_out(dossier, name.strip(), role)


@needs(Right.SET_UP)
def draw_secret(dossier: Dossier, account: str) -> HandedOut:
    """Gives an account another secret, which is drawn; see :func:`reset_account`."""
    with dossier.read() as uow:
        kept = named(uow, uow.accounts.get(account))
    secret = drawn(kept.role, kept.name)
    reset_account(dossier, account, secret)
    return HandedOut(kept.name, secret)


@needs(Right.SET_UP)
def reset_account(dossier: Dossier, account: str, secret: str) -> AccountRow:
    """Gives an account another secret, which its owner replaces at the next sign-in, and ends its wait."""
    with dossier.change() as uow:
        old = uow.accounts.get(account)
        _refuse_weak(secret, old.role, old.name)
        new = replace(old.passed(), verifier=verifier_of(secret), provisional=True)
        _keep(uow, "account.reset", old, new)
        return AccountRow(new.id, note(named(uow, new)))


@needs(Right.SET_UP)
def renew_recovery(dossier: Dossier, account: str) -> str:
    """Makes a new recovery key for a regisseur; the one before opens nothing from now on."""
    with dossier.change() as uow:
        old = uow.accounts.get(account)
        if old.role is not Role.REGISSEUR:
            raise refuse("sign_in.no_recovery")
        new, words = with_recovery(old)
        _keep(uow, "account.recovery_renewed", old, new)
    return words


@needs(Right.SET_UP)
def remove_account(dossier: Dossier, account: str) -> AccountsChange:
    """Takes an account away; whoever used it is out at once. Refused for the last regisseur's."""
    with dossier.change() as uow:
        old = uow.accounts.get(account)
        drop_account(uow, old)
    return AccountsChange(removed=(old.passed(),))


@needs(Right.SET_UP)
def end_accounts(dossier: Dossier) -> None:
    """Nobody has to sign in any more: every account is taken away."""
    with dossier.change() as uow:
        for each in uow.accounts.find():
            uow.accounts.remove(each.id)
            record_change(uow, "account.removed", ("account", each.name), note(each), None)


@needs(Right.SET_UP)
def set_lock_minutes(dossier: Dossier, minutes: int) -> int:
    """After how many idle minutes the window locks; 0 for never. Gives those of before."""
    with dossier.change() as uow:
        old = lock_minutes(uow)
        uow.settings.set(LOCK, str(max(minutes, 0)))
        record_change(uow, "account.lock_changed", ("settings", str(max(minutes, 0))), old, max(minutes, 0))
        return old


def lock_minutes(uow: UnitOfWork) -> int:
    """After how many idle minutes the window locks; 0 for never."""
    return int(uow.settings.get(LOCK) or LOCK_MINUTES)


def named(uow: UnitOfWork, account: Account) -> Account:
    """The account with the name that its owner has on the list of the jury now."""
    on_list = uow.jurors.find(id=account.juror) if account.juror else ()
    return replace(account, name=on_list[0].name) if on_list else account


def with_recovery(account: Account) -> tuple[Account, str]:
    """The account with a new recovery key, and the words of it."""
    words = new_passphrase()
    return replace(account, recovery=verifier_of(as_made(words))), words


def drawn(role: Role, name: str) -> str:
    """A secret to be handed out: six digits, or words for who may do everything."""
    if role is Role.REGISSEUR:
        return new_passphrase()
    codes = iter(lambda: f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}", "")
    return next(code for code in codes if refusal(code, role, name) is None)


def _handed_out(dossier: Dossier, name: str, role: Role, juror: str = "") -> HandedOut:
    secret = drawn(role, name)
    return HandedOut(name, secret, add_account(dossier, role, secret, juror=juror, name=name))


def _new(name: str, role: Role, secret: str) -> Account:
    if not name.strip():
        raise refuse("sign_in.name_missing")
    id_ = new_id("account", name.strip())
    verifier = once(partial(verifier_of, secret), "verifier", id_)
    return Account(id_, name.strip(), role, verifier=verifier)


def _keep(uow: UnitOfWork, action: str, old: Account | None, new: Account) -> None:
    """Keeps an account; its secrets stay out of the event."""
    uow.accounts.save(new)
    record_change(uow, action, ("account", new.name), note(old) if old else None, note(new))


def _refuse_weak(secret: str, role: Role, name: str) -> None:
    weak = refusal(secret, role, name)
    if weak is not None:
        raise JuryError(weak)
