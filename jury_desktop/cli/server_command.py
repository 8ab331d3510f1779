"""``server``: a dossier in a PostgreSQL database, made safe for many, and who may connect to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from jury_desktop import bootstrap_server
from jury_desktop.cli.opening import clock, opened_with, unlocked
from jury_desktop.cli.printing import Line, Options, aside, show
from jury_desktop.cli.protect_commands import new_passphrase_of
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Role
from jury_desktop.services.backups import ask_to_copy
from jury_desktop.storage.server.address import SCHEMES
from jury_desktop.storage.server.people import Login


def server(options: Options) -> int:
    """Does what is asked on a server."""
    return _ACTIONS[options.action](options)


def _init(options: Options) -> int:
    """Prepares a database; does no harm where that was done before."""
    name = bootstrap_server.prepare_server(options.address, options.call, clock(options))
    show(options, {"database": name}, say("cli.server_ready", name=name))
    return 0


def _add(options: Options) -> int:
    """Lets somebody in; the password is told here and nowhere else."""
    login, password = bootstrap_server.let_in(
        options.address, options.name, Role(options.role), options.login, password=not options.no_password
    )
    lines: list[Line] = [say("cli.server_added", name=login.person.name, login=login.login)]
    if password:
        lines.append(say("cli.server_password", password=password))
    show(options, {**_view(login), "password": password or None}, *lines)
    return 0


def _list(options: Options) -> int:
    """Who may connect, and how many connections each has."""
    found = bootstrap_server.let_in_already(options.address)
    rows = [f"{each.login:24}{_role(each).value:16}{each.connected:4}  {each.person.name}" for each in found]
    lines: list[Line] = [*rows] if rows else [say("cli.server_nobody")]
    show(options, [_view(each) for each in found], *lines)
    return 0


def _remove(options: Options) -> int:
    """Lets somebody in no more."""
    login = bootstrap_server.keep_out(options.address, options.name)
    show(options, _view(login), say("cli.server_removed", name=login.person.name, login=login.login))
    return 0


def _copy(options: Options) -> int:
    """Copies a dossier from a file to a server or back; exit code 1 when its check finds something."""
    options.dossier = options.source
    words = new_passphrase_of(options) if options.protect or options.draw else ""
    copied = unlocked(options.source, partial(_copied, options, words))
    people, refused = bootstrap_server.let_in_accounts(options.target, copied) if options.people else ((), ())
    view = {
        **asdict(copied),
        "accounts": [{"name": each.name, "role": str(each.role)} for each in copied.accounts],
        "recovery": copied.recovery or None,
        "passphrase": words if options.draw else None,
        "people": [{**_view(login), "password": password} for login, password in people],
    }
    show(options, view, *_told(options, copied, words, people))
    for message in refused:
        aside(options, message)
    if copied.problems:
        aside(options, say("cli.server_copied_problems", problems=copied.problems))
    return 1 if copied.problems else 0


def _copied(options: Options, words: str, secret: str) -> bootstrap_server.Copied:
    on_server = options.target.startswith(SCHEMES)
    if words and on_server:
        raise refuse("protection.elsewhere", name=options.target.rpartition("/")[2])
    if options.people and not on_server:
        raise refuse("server.no_logins", name=options.target)
    with opened_with(options, secret) as dossier:
        ask_to_copy(dossier)
    return bootstrap_server.copy_dossier(options.source, options.target, clock(options), secret, words)


def _told(
    options: Options, copied: bootstrap_server.Copied, words: str, people: Iterable[tuple[Login, str]]
) -> Iterator[Line]:
    """What was made, what lets somebody in, and who is still to be let in."""
    yield say("cli.server_copied", name=copied.name, events=copied.events, hash=copied.hash)
    if copied.recovery:
        yield say("cli.recovery", recovery=copied.recovery)
    if options.draw:
        yield say("cli.drawn", words=words)
    for login, password in people:
        yield say("cli.server_added", name=login.person.name, login=login.login)
        yield say("cli.server_password", password=password)
    if options.target.startswith(SCHEMES) and copied.accounts and not options.people:
        yield say("cli.server_accounts", names=", ".join(each.name for each in copied.accounts))


def _view(login: Login) -> dict[str, Any]:
    return {
        "login": login.login,
        "name": login.person.name,
        "role": _role(login).value,
        "connected": login.connected,
    }


def _role(login: Login) -> Role:
    assert login.person.role is not None
    return login.person.role


_ACTIONS: dict[str, Callable[[Options], int]] = {
    "init": _init,
    "add": _add,
    "list": _list,
    "remove": _remove,
    "copy": _copy,
}
