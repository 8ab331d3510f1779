"""Joins a dossier, the rules of a server and who connects to it: the composition root for servers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field

from jury_desktop.bootstrap import REGISSEUR, Clock, create_dossier, system_clock
from jury_desktop.domain.errors import StorageError, refuse
from jury_desktop.domain.messages import Message
from jury_desktop.domain.role import Person, Role
from jury_desktop.packets import new_passphrase
from jury_desktop.services.accounts import named
from jury_desktop.storage.moving import copy_store
from jury_desktop.storage.server import hosting
from jury_desktop.storage.server.address import SCHEMES
from jury_desktop.storage.server.people import Login
from jury_desktop.storage.store import open_store


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of a dossier at another place.

    :param events: how many the journal holds, and the ``hash`` of the last, which are those of the source.
    :param problems: how many the check of the copy finds; those were in the source.
    :param accounts: who signs in to the dossier in a file; a server wants a login of each.
    :param recovery: the recovery key of a file that was encrypted; kept nowhere.
    """

    name: str
    events: int
    hash: str
    problems: int
    accounts: tuple[Person, ...] = ()
    recovery: str = field(default="", repr=False)


def prepare_server(address: str, call: str, now: Clock = system_clock) -> str:
    """Makes a database safe for many: a dossier for a call in an empty one, else the dossier that is there;
    gives its name.

    :raises StorageError: see :mod:`jury_desktop.storage.server.hosting`.
    """
    if hosting.is_empty(address):
        if not call:
            raise refuse("server.which_call")
        create_dossier(address, call, now=now).store.close()
    hosting.make_safe(address)
    store = open_store(address)
    try:
        store.seal_anew(REGISSEUR, now())
        return store.name
    finally:
        store.close()


def copy_dossier(
    source: str, target: str, now: Clock = system_clock, secret: str = "", passphrase: str = ""
) -> Copied:
    """Copies a dossier to a new file or an empty database, where the rules of the server are in place from
    the first moment on.

    :param secret: the passphrase or recovery key of a file that has one.
    :param passphrase: encrypts the file that is made; a server keeps its own disks.
    :raises StorageError: see :func:`jury_desktop.storage.moving.copy_store`.
    """
    if target.startswith(SCHEMES) and not hosting.is_empty(target):
        raise refuse("storage.exists", name=target.rpartition("/")[2])
    with closing(open_store(source, secret)) as store:
        store.seal_anew(REGISSEUR, now())
        recovery = copy_store(store, target, passphrase)
    with closing(open_store(target, passphrase)) as copy, copy.read() as uow:
        newest = uow.journal.newest()
        accounts = tuple(named(uow, each).person for each in uow.accounts.find())
        wrong = copy.problems()
    place = newest.sequence if newest else 0, newest.hash if newest else ""
    return Copied(copy.name, *place, len(wrong), accounts, recovery)


def let_in_accounts(
    address: str, copied: Copied
) -> tuple[tuple[tuple[Login, str], ...], tuple[Message, ...]]:
    """Lets everybody in who signs in to the dossier, under the same name and in the same role; says why of
    whom that cannot be done."""
    made, refused = [], []
    for each in copied.accounts:
        assert each.role is not None  # an account has one
        try:
            made.append(let_in(address, each.name, each.role))
        except StorageError as error:
            refused.append(error.message)
    return tuple(made), tuple(refused)


def let_in(
    address: str, name: str, role: Role, login: str = "", *, password: bool = True
) -> tuple[Login, str]:
    """Lets somebody in to a dossier on a server, with a password that is told once; "" leaves it to the
    server how a login is proven."""
    words = new_passphrase() if password else ""
    return hosting.let_in(address, name, role, login, words), words


def let_in_already(address: str) -> tuple[Login, ...]:
    """Who may connect to a dossier on a server."""
    return hosting.let_in_already(address)


def keep_out(address: str, who: str) -> Login:
    """Lets somebody (name or login) in no more."""
    return hosting.keep_out(address, who)
