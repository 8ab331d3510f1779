"""The grammar of the command line, as a table of commands and their arguments."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any

from jury_desktop import __version__
from jury_desktop.cli import (
    backup_grammar,
    mail_grammar,
    packet_grammar,
    privacy_grammar,
    protect_grammar,
    record_grammar,
    server_grammar,
    session_grammar,
    term_grammar,
    texts_grammar,
)
from jury_desktop.cli.arguments import LARGEST, actions, day, dossier, number
from jury_desktop.cli.audit_grammar import audit
from jury_desktop.cli.packet_grammar import sheets
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.messages import say
from jury_desktop.services.plan_export import Out
from jury_desktop.wording import LANGUAGES

PROGRAM = "jury-desktop"
DATABASE = ("postgresql:", "postgresql+psycopg:", "postgres:")
"""How the address of a dossier in a database begins."""
_TAKES_VALUE = ("--lang", "--today", "--as")
LONGEST = 86_400
"""Seconds of a calculation: a day."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; without a command it opens the window. Exits 2 on wrong usage.

    A first word that is no command can only be a dossier: an address, a file that exists, or a path.
    """
    language = _language(argv)
    first = next(_words(argv), None)
    asked = first is None and not {"-h", "--help"}.isdisjoint(argv)
    if first in COMMANDS or asked:
        return _command_parser(language).parse_args(argv)
    if first is not None and not _may_be_dossier(first):
        _command_parser(language).error(_no_such_command(first, language))
    return _window_parser(language).parse_args(argv)


def _language(argv: Sequence[str]) -> str:
    """The language asked for, known before the rest is read, so that mistakes in it can be told."""
    pairs = [*pairwise(argv), *(word.split("=", 1) for word in argv if "=" in word)]
    asked = [value for option, value in pairs if option == "--lang" and value in LANGUAGES]
    return asked[-1] if asked else LANGUAGES[0]


def _words(argv: Sequence[str]) -> Iterator[str]:
    """What is no option, nor the value of one that may stand before the command."""
    rest = iter(argv)
    for word in rest:
        if word in _TAKES_VALUE:
            next(rest, None)
        elif not word.startswith("-"):
            yield word


def _may_be_dossier(word: str) -> bool:
    path = Path(word)
    return is_address(word) or bool(path.suffix) or len(path.parts) > 1 or os.path.exists(word)


def is_address(dossier: str) -> bool:
    """Whether it names a database rather than a file."""
    return dossier.startswith(DATABASE)


def _no_such_command(word: str, language: str) -> str:
    closest = get_close_matches(word.casefold(), COMMANDS, n=1)
    words = Parser(language=language).words
    if closest:
        return words(say("usage.did_you_mean", word=word, closest=closest[0]))
    return words(say("usage.no_such_command", word=word))


def _window_parser(language: str) -> Parser:
    parser = Parser(PROGRAM, language=language)
    _version(parser)
    parser.explain("dossier", told="usage.dossier", nargs="?", default="", metavar="DOSSIER")
    _common(parser)
    parser.set_defaults(command="window", lang="")  # the window speaks what was chosen in it
    return parser


def _command_parser(language: str) -> Parser:
    parser = Parser(PROGRAM, language=language)
    words = parser.words
    metavar = words(say("usage.metavar"))
    parser.usage = f"{PROGRAM} [DOSSIER]\n       {PROGRAM} {metavar} …"
    parser.description, parser.epilog = words(say("usage.about")), words(say("usage.more"))
    _version(parser)
    _common(parser)
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        title=words(say("usage.commands")),
        metavar=metavar,
    )
    for name, arguments in COMMANDS.items():
        told = words(say(f"usage.command_{name.replace('-', '_')}"))
        whole = f"{told[0].upper()}{told[1:]}."
        command = commands.add_parser(
            name, prog=f"{PROGRAM} {name}", language=language, help=told, description=whole
        )
        arguments(command)
        _common(command, after_command=True)
    return parser


def _version(parser: Parser) -> None:
    parser.explain("--version", told="usage.version", action="version", version=__version__)


def _common(parser: Parser, *, after_command: bool = False) -> None:
    """The options of every command; after the command they must not undo what stood before it."""
    quiet: dict[str, Any] = {"default": argparse.SUPPRESS} if after_command else {}
    language: dict[str, Any] = {"default": parser.language} | quiet
    parser.explain("--json", told="usage.json", action="store_true", **quiet)
    parser.explain("--lang", told="usage.lang", choices=LANGUAGES, **language)
    parser.explain("--today", told="usage.today", type=day(parser), metavar="DATE", **quiet)
    parser.explain("--as", told="usage.as", dest="who", metavar="NAME", **({"default": ""} | quiet))


def _demo(parser: Parser) -> None:
    parser.explain("--out", told="usage.demo_out", type=Path, metavar="DIR")
    parser.explain("--headless", told="usage.headless", action="store_true")
    parser.explain("--fresh", told="usage.fresh", action="store_true")
    parser.explain("--scoring", told="usage.scoring", action="store_true")


def _new(parser: Parser) -> None:
    parser.explain("dossier", told="usage.new_dossier", metavar="DOSSIER")
    parser.explain("--call", told="usage.call", required=True)


def _call(parser: Parser) -> None:
    parser.explain("action", told="usage.action_show", choices=["show"], metavar="show")
    parser.explain("call", told="usage.call", metavar="CALL")


def _import(parser: Parser) -> None:
    dossier(parser)
    parser.explain("paths", told="usage.paths", nargs="+", type=Path, metavar="PATH")
    parser.explain("--dry-run", told="usage.dry_run", action="store_true")


def _jurors(parser: Parser) -> None:
    _list(parser, "usage.jurors_file")


def _scores(parser: Parser) -> None:
    _list(parser, "usage.scores_file")
    parser.explain("--submit", told="usage.submit", action="store_true")


def _packet(parser: Parser) -> None:
    _actions(parser, "packet", packet_grammar.ACTIONS)


def _texts(parser: Parser) -> None:
    _actions(parser, "texts", texts_grammar.ACTIONS)


def _actions(parser: Parser, command: str, each: Mapping[str, Callable[[Parser], None]]) -> None:
    for action in actions(parser, command, each):
        _common(action, after_command=True)


def _server(parser: Parser) -> None:
    _actions(parser, "server", server_grammar.ACTIONS)


def _list(parser: Parser, told: str) -> None:
    parser.explain("action", told="usage.action_import", choices=["import"], metavar="import")
    dossier(parser)
    parser.explain("file", told=told, type=Path, metavar="FILE")
    parser.explain("--dry-run", told="usage.dry_run", action="store_true")


def _plan(parser: Parser) -> None:
    dossier(parser)
    _solver(parser)


def _plan_instance(parser: Parser) -> None:
    parser.explain("file", told="usage.instance_file", type=Path, metavar="FILE")
    _solver(parser)


def _plan_export(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--out", told="usage.plan_export_out", type=Path, required=True, metavar="DIR")
    kinds = [out.value for out in Out]
    parser.explain("--only", told="usage.plan_export_only", choices=kinds, action="append", default=[])


def _solver(parser: Parser) -> None:
    seconds = number(parser, float, 0, LONGEST)
    parser.explain("--time-limit", told="usage.time_limit", type=seconds, default=10.0, metavar="SECONDS")
    parser.explain("--seed", told="usage.seed", type=number(parser, int, 0, LARGEST), default=1, metavar="N")


def _portfolio(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--size", told="usage.size", type=number(parser, int, 1, LARGEST), metavar="N")


def _looked_at(parser: Parser) -> None:
    """A dossier, a stage and where the line is drawn."""
    dossier(parser)
    stages = [stage.value for stage in Stage]
    parser.explain("--stage", told="usage.stage", choices=stages, default=Stage.FINAL.value)
    parser.explain("--cut", told="usage.cut", type=number(parser, int, 1, LARGEST), metavar="N")


def _pictures(parser: Parser) -> None:
    _looked_at(parser)
    parser.explain("--out", told="usage.pictures_out", type=Path, required=True, metavar="DIR")


def _advice(parser: Parser) -> None:
    _looked_at(parser)
    parser.explain(
        "--weight", told="usage.weight", type=_weight(parser), action="append", default=[], metavar="KEY=N"
    )


def _weight(parser: Parser) -> Callable[[str], tuple[str, float]]:
    """Reads the key of a criterion with a weight; weights are finite and never below zero."""

    def read(text: str) -> tuple[str, float]:
        key, _, figure = text.partition("=")
        try:
            weight = float(figure)
        except ValueError:
            weight = -1.0
        if not key or not 0 <= weight <= LARGEST:
            raise argparse.ArgumentTypeError(parser.words(say("usage.not_a_weight", text=text)))
        return key, weight

    return read


def _letters(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--out", told="usage.letters_out", type=Path, required=True, metavar="DIR")
    parser.explain("--type", told="usage.type")
    parser.explain("--word", told="usage.letters_word", action="store_true")


def _verify(parser: Parser) -> None:
    dossier(parser)
    parser.explain("--anchor", told="usage.verify_anchor", action="append", default=[], metavar="ANCHOR|FILE")


COMMANDS: dict[str, Callable[[Parser], None]] = {
    "demo": _demo,
    "new": _new,
    "call": _call,
    "import": _import,
    **mail_grammar.COMMANDS,
    "candidacies": dossier,
    "jurors": _jurors,
    "scores": _scores,
    "packet": _packet,
    "sheets": sheets,
    "plan": _plan,
    "plan-instance": _plan_instance,
    "plan-export": _plan_export,
    **session_grammar.COMMANDS,
    "rank": dossier,
    "advice": _advice,
    "pictures": _pictures,
    "portfolio": _portfolio,
    **record_grammar.COMMANDS,
    "letters": _letters,
    "texts": _texts,
    "rebuttals": dossier,
    **term_grammar.COMMANDS,
    "verify": _verify,
    "audit": audit,
    **privacy_grammar.COMMANDS,
    "export": audit,
    **backup_grammar.COMMANDS,
    "server": _server,
    **protect_grammar.COMMANDS,
}
"""Every command with what it takes."""
