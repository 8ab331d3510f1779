"""The grammar of ``texts``, each step with arguments of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jury_desktop.cli.arguments import day, dossier
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.letter import Block, LetterType

_KINDS = tuple(kind.value for kind in (*LetterType, *Block))
_BLOCKS = tuple(block.value for block in Block)


def _one(parser: Parser) -> None:
    dossier(parser)
    parser.explain("text", told="usage.texts_kind", choices=_KINDS, metavar="TEXT")


def _edit(parser: Parser) -> None:
    _one(parser)
    parser.explain("file", told="usage.texts_file", type=Path, metavar="FILE")


def _approve(parser: Parser) -> None:
    dossier(parser)
    parser.explain("blocks", told="usage.texts_blocks", nargs="*", metavar="BLOCK")
    parser.explain("--by", told="usage.texts_by", required=True, metavar="NAME")
    parser.explain("--on", told="usage.texts_on", type=day(parser), metavar="DATE")


def _withdraw(parser: Parser) -> None:
    dossier(parser)
    parser.explain("block", told="usage.texts_block", choices=_BLOCKS, metavar="BLOCK")


ACTIONS: dict[str, Callable[[Parser], None]] = {
    "list": dossier,
    "show": _one,
    "edit": _edit,
    "restore": _one,
    "approve": _approve,
    "withdraw": _withdraw,
}
"""What can be done with the texts of the letters."""
