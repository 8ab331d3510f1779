"""The grammar of ``server``, each step with arguments of its own."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.cli.usage import Parser
from jury_desktop.domain.role import Role

ROLES = tuple(role.value for role in Role)


def _init(parser: Parser) -> None:
    _address(parser)
    parser.explain("--call", told="usage.server_call", default="")


def _address(parser: Parser) -> None:
    parser.explain("address", told="usage.server_address", metavar="URL")


def _add(parser: Parser) -> None:
    _address(parser)
    parser.explain("name", told="usage.server_name", metavar="NAME")
    parser.explain("role", told="usage.server_role", choices=ROLES)
    parser.explain("--login", told="usage.server_login", default="", metavar="LOGIN")
    parser.explain("--no-password", told="usage.server_no_password", action="store_true")


def _remove(parser: Parser) -> None:
    _address(parser)
    parser.explain("name", told="usage.server_who", metavar="NAME")


def _copy(parser: Parser) -> None:
    parser.explain("source", told="usage.server_source", metavar="DOSSIER")
    parser.explain("target", told="usage.server_target", metavar="TARGET")
    parser.explain("--people", told="usage.server_people", action="store_true")
    parser.explain("--protect", told="usage.server_protect", action="store_true")
    parser.explain("--draw", told="usage.protect_draw", action="store_true")


ACTIONS: dict[str, Callable[[Parser], None]] = {
    "init": _init,
    "add": _add,
    "list": _address,
    "remove": _remove,
    "copy": _copy,
}
"""What the owner of a database does with a dossier in it."""
