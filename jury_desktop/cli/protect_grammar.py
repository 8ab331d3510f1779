"""The arguments of the commands about the passphrase of a dossier."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.cli.arguments import dossier
from jury_desktop.cli.usage import Parser


def _protect(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--draw", told="usage.protect_draw", action="store_true")


COMMANDS: dict[str, Callable[[Parser], None]] = {"protect": _protect, "unprotect": dossier}
"""The commands about the passphrase of a dossier."""
