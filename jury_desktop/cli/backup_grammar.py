"""The arguments of the commands about copies of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jury_desktop.cli.arguments import dossier
from jury_desktop.cli.usage import Parser


def _backup(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--to", told="usage.backup_to", type=Path, metavar="DIR")


def _restore(parser: Parser) -> None:
    dossier(parser)
    parser.explain("copy", told="usage.restore_copy", nargs="?", default="", metavar="COPY")


def _salvage(parser: Parser) -> None:
    dossier(parser)
    parser.explain("target", told="usage.salvage_target", type=Path, metavar="NEW")


COMMANDS: dict[str, Callable[[Parser], None]] = {
    "backup": _backup,
    "backups": dossier,
    "restore": _restore,
    "salvage": _salvage,
}
"""The commands about copies of a dossier."""
