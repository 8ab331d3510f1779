"""The grammar of ``packet``, each step with arguments of its own, and of ``sheets``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jury_desktop.cli.arguments import dossier
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.call import Round

ROUNDS = tuple(round_.value for round_ in Round)


def sheets(parser: Parser) -> None:
    """What ``sheets`` takes."""
    dossier(parser)
    parser.explain("--out", told="usage.sheets_out", type=Path, required=True, metavar="DIR")
    parser.explain("--juror", told="usage.packet_juror", default="", metavar="NAME")
    parser.explain("--round", told="usage.packet_round", choices=ROUNDS, default=ROUNDS[0])


def _make(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--juror", told="usage.packet_juror", required=True, metavar="NAME")
    parser.explain("--out", told="usage.packet_out", type=Path, required=True, metavar="FILE")
    parser.explain("--round", told="usage.packet_round", choices=ROUNDS, default=ROUNDS[0])


def _show(parser: Parser) -> None:
    _packet(parser)


def _score(parser: Parser) -> None:
    _packet(parser)
    parser.explain("file", told="usage.scores_file", type=Path, metavar="FILE")
    parser.explain("--out", told="usage.packet_sheet_out", type=Path, required=True, metavar="SHEET")
    parser.explain("--submit", told="usage.submit", action="store_true")


def _import(parser: Parser) -> None:
    dossier(parser)
    parser.explain("sheet", told="usage.packet_sheet", type=Path, metavar="SHEET")
    parser.explain("--dry-run", told="usage.dry_run", action="store_true")
    parser.explain("--take", told="usage.packet_take", nargs="+", default=[], metavar="REFERENCE")


def _packet(parser: Parser) -> None:
    parser.explain("packet", told="usage.packet_file", type=Path, metavar="PACKET")
    parser.explain("--passphrase", told="usage.packet_passphrase", metavar="WORDS")


ACTIONS: dict[str, Callable[[Parser], None]] = {
    "make": _make,
    "show": _show,
    "score": _score,
    "import": _import,
}
"""What can be done with a packet, in the order in which it happens."""
