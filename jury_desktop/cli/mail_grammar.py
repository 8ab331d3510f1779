"""What the commands about the mail take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jury_desktop.cli.arguments import dossier, moment
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.entry import EntryKind

KINDS = [kind.value for kind in EntryKind if kind is not EntryKind.UNREADABLE]
"""What a person can say that a message is."""


def _servers(parser: Parser) -> None:
    actions = ["show", "confirm"]
    parser.explain("action", told="usage.action_servers", choices=actions, metavar="show|confirm")
    dossier(parser)
    parser.explain("hosts", told="usage.hosts", nargs="*", metavar="HOST")


def _arrival(parser: Parser) -> None:
    _message(parser)
    parser.explain("--at", told="usage.at", type=moment(parser), required=True, metavar="MOMENT")
    parser.explain("--reason", told="usage.arrival_reason", required=True, metavar="TEXT")


def _place(parser: Parser) -> None:
    _message(parser)
    parser.explain("kind", told="usage.place_kind", choices=KINDS, metavar="KIND")
    parser.explain("--candidacy", told="usage.place_candidacy", default="", metavar="REFERENCE")
    parser.explain("--reason", told="usage.place_reason", required=True, metavar="TEXT")


def _message(parser: Parser) -> None:
    dossier(parser)
    parser.explain("message", told="usage.message", metavar="MESSAGE")


def _take_back(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--reason", told="usage.take_back_reason", default="", metavar="TEXT")


def _unreadable(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--out", told="usage.unreadable_out", type=Path, metavar="DIR")


def _ask_copy(parser: Parser) -> None:
    _message(parser)
    parser.explain("--out", told="usage.draft_out", type=Path, required=True, metavar="FILE")


COMMANDS: dict[str, Callable[[Parser], None]] = {
    "mail": dossier,
    "servers": _servers,
    "arrival": _arrival,
    "place": _place,
    "take-back": _take_back,
    "unreadable": _unreadable,
    "ask-copy": _ask_copy,
}
"""Every command about the mail with what it takes."""
