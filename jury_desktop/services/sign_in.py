"""Signing in: who somebody says they are is proven with a secret, before a dossier shows anything.

These few verbs are for who has not signed in yet. They alone work on the store itself, for the dossier lets
no stranger in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.account import Account, note, waits_until
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.role import STRANGER, Role
from jury_desktop.domain.secret import refusal
from jury_desktop.packets.words import as_made
from jury_desktop.services.accounts import lock_minutes, named, with_recovery
from jury_desktop.services.admission import for_everybody, needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.tries import as_counted, count_wrong, forget_wrong
from jury_desktop.services.verifier import fits, verifier_of

NOBODY = "?"
"""Whom the journal names where somebody who has not signed in tried to."""


class WrongSecret(JuryError):  # noqa: N818 - it is what happened, as with Cancelled
    """The secret is another one, or may not be tried yet; another try may succeed."""


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody who may sign in, as the dialog offers them."""

    account: str
    name: str
    role: Role
    juror: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """What there is to know before anybody signed in.

    :param lock_minutes: idle minutes after which the window locks; 0 for never.
    """

    title: str
    entrants: tuple[Entrant, ...]
    lock_minutes: int


@for_everybody("it gives a dossier to nobody")
def closed(dossier: Dossier) -> Dossier:
    """A dossier with accounts as it is before anybody signed in: it shows nothing. Another one as it is."""
    with dossier.read() as uow:
        asked = bool(uow.accounts.find())
    return replace(dossier, actor=NOBODY, who=STRANGER) if asked else dossier


@for_everybody("it tells nothing of the dossier")
def is_shut(dossier: Dossier) -> bool:
    """Whether somebody has to sign in before a dossier shows anything."""
    return dossier.who == STRANGER


@for_everybody("whoever signs in has to find their name")
def door(dossier: Dossier) -> Door:
    """Who may sign in; nobody where that is not asked."""
    with dossier.read() as uow:
        found = [named(uow, account) for account in uow.accounts.find()]
        people = tuple(Entrant(a.id, a.name, a.role, a.juror) for a in found)
        return Door(f"{uow.call.short_title} · {uow.call.year}", people, lock_minutes(uow))


@for_everybody("it asks for a secret")
def sign_in(dossier: Dossier, account: str, secret: str) -> Dossier:
    """The dossier for whoever gives the secret of an account; where somebody else chose that secret, nothing
    can be done in it but :func:`choose_secret`.

    In a dossier that can only be read its journal does not get to know.

    :raises WrongSecret: it is another secret, or too many were wrong; the try is kept, so that closing the
        program does not end the wait.
    """
    if dossier.store.read_only is not None:
        return _read_in(dossier, account, secret)
    found, now = _tried(dossier, account, secret)
    person = found.person
    with dossier.store.change(person.name, now) as uow:
        _refuse_left(uow, found)
        uow.accounts.save(uow.accounts.get(account).passed())
        uow.journal.append("account.signed_in", "account", person.name, new=found.role.value)
    return replace(dossier, actor=person.name, who=person)


def _read_in(dossier: Dossier, account: str, secret: str) -> Dossier:
    """The same where nothing can be kept: it reads along, and the program itself counts what went wrong.

    :raises JuryError: the secret was chosen by somebody else; another one cannot be chosen here.
    """
    store, now = dossier.store, dossier.now()
    with store.read() as uow:
        found = uow.accounts.find(id=account)
        if not found:
            raise WrongSecret(say("sign_in.wrong"))
        who = as_counted(store, named(uow, found[0]))
        if (until := waits_until(who, now)) is not None:
            raise WrongSecret(say("sign_in.wait_reading", until=_clock(until)))
        if not fits(secret, who.verifier):
            count_wrong(store, who.failed(now))
            raise WrongSecret(say("sign_in.wrong"))
        forget_wrong(store, who)
        _refuse_left(uow, who)
    if who.provisional:
        raise refuse("sign_in.choose_elsewhere")
    return replace(dossier, actor=who.person.name, who=who.person)


@for_everybody("it asks for the recovery key")
def recover(dossier: Dossier, account: str, words: str, secret: str) -> tuple[Dossier, str]:
    """Lets a regisseur in by the recovery key and gives them another secret; gives the new recovery key too,
    for one opens once.

    :raises WrongSecret: as :func:`sign_in`.
    :raises JuryError: the new secret is not good enough; the key still opens.
    """
    with dossier.read() as uow:
        _refuse_weak(named(uow, uow.accounts.get(account)), secret)
    found, now = _tried(dossier, account, as_made(words), by_key=True)
    new, key = with_recovery(replace(found.passed(), verifier=verifier_of(secret), provisional=False))
    with dossier.store.change(found.name, now) as uow:
        uow.accounts.save(new)
        record_change(uow, "account.recovered", ("account", found.name), None, note(new))
    return replace(dossier, actor=found.name, who=new.person), key


@needs(Right.OWN_SECRET)
def choose_secret(dossier: Dossier, old: str, new: str) -> Dossier:
    """Replaces one's own secret, and gives the dossier in which one goes on.

    :raises WrongSecret: ``old`` is not the one there is.
    """
    if dossier.who is None:
        raise refuse("sign_in.not_begun")
    account = dossier.who.account
    found, now = _tried(dossier, account, old)
    _refuse_weak(found, new)
    if fits(new, found.verifier):
        raise refuse("sign_in.same_secret")
    with dossier.store.change(dossier.actor, now) as uow:
        kept = replace(uow.accounts.get(account).passed(), verifier=verifier_of(new), provisional=False)
        uow.accounts.save(kept)
        record_change(uow, "account.secret_chosen", ("account", found.name), note(found), note(kept))
    return replace(dossier, who=replace(dossier.who, provisional=False))


def _tried(dossier: Dossier, account: str, secret: str, *, by_key: bool = False) -> tuple[Account, datetime]:
    """The account, if that is its secret; a wrong one is counted before anybody hears of it."""
    now = dossier.now()
    with dossier.store.change(NOBODY, now) as uow:
        found = uow.accounts.find(id=account)
        if not found:
            raise WrongSecret(say("sign_in.wrong"))
        who = named(uow, found[0])
        until = waits_until(who, now)
        if until is not None:
            raise WrongSecret(say("sign_in.wait", until=_clock(until)))
        if fits(secret, who.recovery if by_key else who.verifier):
            return who, now
        failed = found[0].failed(now)
        uow.accounts.save(failed)
        uow.journal.append("account.refused", "account", who.name, new=str(failed.failures))
    until = waits_until(failed, now)
    raise WrongSecret(say("sign_in.wrong_now_wait", until=_clock(until)) if until else say("sign_in.wrong"))


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(BRUSSELS):%H:%M:%S}"


def _refuse_left(uow: UnitOfWork, account: Account) -> None:
    """Who has left the jury has nothing to do here any more."""
    on_list = uow.jurors.find(id=account.juror) if account.role.listed else ()
    if account.role.listed and not any(juror.active for juror in on_list):
        raise refuse("sign_in.left", name=account.name)


def _refuse_weak(account: Account, secret: str) -> None:
    weak = refusal(secret, account.role, account.name)
    if weak is not None:
        raise JuryError(weak)
