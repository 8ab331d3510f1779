"""The arguments of the commands about data of people: retention, access, archive, deletion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jury_desktop.cli.arguments import day, dossier
from jury_desktop.cli.usage import Parser


def _retention(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--until", told="usage.until", type=day(parser), metavar="DATE")
    parser.explain("--ground", told="usage.ground", default="", metavar="TEXT")


def _person(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--find", told="usage.person_find", action="append", required=True, metavar="TEXT")
    parser.explain("--out", told="usage.person_out", type=Path, metavar="DIR")


def _archive(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--out", told="usage.archive_out", type=Path, required=True, metavar="FILE")
    parser.explain("--ground", told="usage.ground", required=True, metavar="TEXT")


def _delete(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--name", told="usage.delete_name", required=True)
    parser.explain("--ground", told="usage.ground", required=True, metavar="TEXT")
    parser.explain("--report", told="usage.delete_report", type=Path, required=True, metavar="FILE")


COMMANDS: dict[str, Callable[[Parser], None]] = {
    "retention": _retention,
    "person": _person,
    "archive": _archive,
    "delete": _delete,
}
