"""The arguments of the commands that write what was decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jury_desktop.cli.arguments import dossier
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.decision import Stage
from jury_desktop.services.table_files import Format


def _minutes(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--out", told="usage.minutes_out", type=Path, required=True, metavar="FILE")
    stages = [stage.value for stage in Stage]
    parser.explain("--stage", told="usage.stage", choices=stages, default=Stage.FINAL.value)
    parser.explain("--no-names", told="usage.no_names", action="store_true")


def _tables(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--out", told="usage.tables_out", type=Path, required=True, metavar="DIR")
    parser.explain("--redacted", told="usage.redacted", action="store_true")
    kinds = [each.value for each in Format]
    parser.explain("--format", told="usage.format", choices=kinds, action="append", default=None)


COMMANDS: dict[str, Callable[[Parser], None]] = {"minutes": _minutes, "tables": _tables}
