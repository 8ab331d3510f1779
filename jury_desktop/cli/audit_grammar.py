"""The arguments of the command that makes an audit bundle."""

from __future__ import annotations

from pathlib import Path

from jury_desktop.cli.arguments import dossier
from jury_desktop.cli.usage import Parser


def audit(parser: Parser) -> None:
    """What bundle is wanted, where, and for whom."""
    dossier(parser)
    parser.explain("--out", told="usage.audit_out", type=Path, required=True, metavar="PATH")
    parser.explain("--zip", told="usage.audit_zip", action="store_true")
    parser.explain("--for", told="usage.audit_for", dest="recipient", default="", metavar="TEXT")
