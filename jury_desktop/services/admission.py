"""Who is let in to which service: said beside each one, and checked before anything of the dossier is read.

Every public service that takes a dossier declares what right it needs (:func:`needs`), or why everybody may
ask it (:func:`for_everybody`); a test finds the ones that do not. What a service asks of another one is its
own matter: only the one that was called from outside is checked. The dossier itself lets nobody but the
regisseur in outside a declared service, so that one that was forgotten is closed, not open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from jury_desktop.domain.errors import JuryError, RuleError, refuse
from jury_desktop.domain.messages import Message, Phrase, say
from jury_desktop.domain.rights import READING, Reach, Right, holders, reach
from jury_desktop.domain.role import Person, Role

if TYPE_CHECKING:
    from jury_desktop.services.ports import Dossier, UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Need:
    """What a service asks of whoever calls it.

    :param right: None where everybody may ask it, also who has not signed in; ``why`` says why.
    :param own: the argument that holds the id of a juror: who is on the list may name nobody but themselves.
    """

    right: Right | None
    own: str = ""
    why: str = ""


NEED = "__need__"
"""The attribute of a service that holds its :class:`Need`."""
_INSIDE: ContextVar[tuple[Person | None, Need] | None] = ContextVar("inside", default=None)
"""For whom a declared service is at work, and which."""


def needs(right: Right, *, own: str = "") -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Declares that a service is for whoever has a right; see :class:`Need`."""
    return _declared(Need(right, own))


def for_everybody(why: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Declares that everybody may ask a service, also who has not signed in."""
    return _declared(Need(None, why=why))


def _declared(need: Need) -> Callable[[Callable[P, T]], Callable[P, T]]:
    def declare(service: Callable[P, T]) -> Callable[P, T]:
        taken = signature(service)

        @wraps(service)
        def checked(*args: P.args, **named: P.kwargs) -> T:
            given = taken.bind(*args, **named).arguments
            dossier: Dossier = given["dossier"]
            with _inside(dossier.who, need, given):
                return service(*args, **named)

        setattr(checked, NEED, need)
        return checked

    return declare


@contextmanager
def _inside(who: Person | None, need: Need, given: Mapping[str, Any]) -> Iterator[None]:
    """A service at work for somebody, once it is sure that they may call it."""
    around = _INSIDE.get()
    if around is not None and around[0] == who:
        yield
        return
    if who is not None and need.right is not None:
        _check(who, need.right, given.get(need.own, "") if need.own else None)
    token = _INSIDE.set((who, need))
    try:
        yield
    finally:
        _INSIDE.reset(token)


def _check(who: Person, right: Right, juror: str | None) -> None:
    """Refuses whoever does not have a right, and who is on the list where it is about another juror.

    :param juror: whom it is about; None where it is about nobody.
    """
    if who.role is None:
        raise refuse("sign_in.needed")
    if who.provisional and right is not Right.OWN_SECRET:
        raise refuse("sign_in.choose_first")
    if reach(who, right) is None:
        what, by = Phrase(f"rights.{right}"), Phrase(f"rights.by_{holders(right)[0]}")
        raise RuleError(say("rights.refused", name=who.name, what=what, by=by))
    if juror is not None and who.role.listed and juror != who.juror:
        raise refuse("rights.not_yours")


def need_of(service: Callable[..., object]) -> Need:
    """What a service declares that it needs.

    :raises AttributeError: it declares nothing.
    """
    need: Need = getattr(service, NEED)
    return need


def obstacle(service: Callable[..., object], who: Person | None, read_only: Message | None) -> Message | None:
    """Why a service would refuse somebody, as far as that is known without reading in the dossier; None when
    it would not.

    :param read_only: why the dossier can only be read here, as its store says.
    """
    right = need_of(service).right
    if who is not None and right is not None:
        try:
            _check(who, right, None)
        except JuryError as refused:
            return refused.message
    return read_only if right not in READING else None


def refuse_without(right: Right, who: Person | None) -> None:
    """Refuses whoever does not have a right, for work beside the services."""
    if who is not None:
        _check(who, right, None)


def admitted(uow: UnitOfWork, who: Person | None) -> UnitOfWork:
    """A piece of work as whoever asks for it may have it.

    :raises JuryError: nobody has signed in where that is asked, the account is no longer what it was, or no
        declared service is at work for who is not the regisseur.
    """
    inside = _INSIDE.get()
    need = inside[1] if inside is not None and inside[0] == who else None
    if need is not None and need.right is None:
        return uow
    if who is None:
        if uow.accounts.find():
            raise refuse("sign_in.needed")
        return uow
    _refuse_outdated(uow, who)
    if who.role is Role.REGISSEUR and not who.provisional:
        return uow
    if need is None or need.right is None:
        raise refuse("rights.undeclared")
    if not who.role or not who.role.listed:
        return uow
    from jury_desktop.services.narrow_work import NarrowWork

    conflicts = uow.conflicts.find(juror=who.juror)
    if reach(who, need.right) is Reach.FREE and any(each.bars for each in conflicts):
        raise refuse("rights.order_shows_all")
    return NarrowWork(uow, who)


def _refuse_outdated(uow: UnitOfWork, who: Person) -> None:
    """Keeps out whoever has not signed in, and whose account was taken away or changed since."""
    if who.role is None:
        raise refuse("sign_in.needed")
    kept = uow.accounts.find(id=who.account) if who.account else ()
    if who.account and [(a.role, a.juror, a.provisional) for a in kept] != [
        (who.role, who.juror, who.provisional)
    ]:
        raise refuse("sign_in.gone", name=who.name)
    on_list = uow.jurors.find(id=who.juror) if who.role.listed else ()
    if who.role.listed and not any(juror.active for juror in on_list):
        raise refuse("sign_in.left", name=who.name)
