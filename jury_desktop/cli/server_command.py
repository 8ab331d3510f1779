"""``server``: a dossier in a PostgreSQL database, made safe for many, and who may connect to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from jury_desktop import bootstrap_server
from jury_desktop.cli.opening import clock, opened_with, unlocked
from jury_desktop.cli.printing import Line, Options, aside, show
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Role
from jury_desktop.services.backups import ask_to_copy
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
    copied = unlocked(options.source, partial(_copied, options))
    told = say("cli.server_copied", name=copied.name, events=copied.events, hash=copied.hash)
    show(options, asdict(copied), told)
    if copied.problems:
        aside(options, say("cli.server_copied_problems", problems=copied.problems))
    return 1 if copied.problems else 0


def _copied(options: Options, secret: str) -> bootstrap_server.Copied:
    with opened_with(options, secret) as dossier:
        ask_to_copy(dossier)
    return bootstrap_server.copy_dossier(options.source, options.target, clock(options), secret)


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
