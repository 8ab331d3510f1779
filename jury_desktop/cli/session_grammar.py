"""The arguments of the command about the pitch sessions."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.cli.arguments import dossier, number
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.running_late import MOST


def _session(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--only", told="usage.session_only", default="", metavar="SESSION")
    minutes = number(parser, int, -MOST, MOST)
    parser.explain("--late", told="usage.session_late", type=minutes, metavar="MINUTES")


COMMANDS: dict[str, Callable[[Parser], None]] = {"session": _session}
