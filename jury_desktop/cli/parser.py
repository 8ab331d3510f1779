"""The grammar of the command line, as a table of commands and their arguments."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jury_desktop import __version__
from jury_desktop.domain.term import Channel
from jury_desktop.wording import LANGUAGES

COMMANDS = (
    "demo", "new", "call", "import", "candidacies", "jurors", "plan", "plan-instance",
    "rank", "letters", "term", "verify",
)  # fmt: skip


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; without a known command it opens the window. Exits 2 on wrong usage."""
    _, rest = _common().parse_known_args(argv)
    words = [word for word in rest if not word.startswith("-")]
    if not words or words[0] not in COMMANDS:
        return _window_parser().parse_args(argv)
    return _command_parser().parse_args(argv)


def _common(*, after_command: bool = False) -> argparse.ArgumentParser:
    """The options of every command; after the command they must not undo what stood before it."""
    common = argparse.ArgumentParser(add_help=False)
    add = common.add_argument
    quiet: dict[str, Any] = {"default": argparse.SUPPRESS} if after_command else {}
    add("--json", action="store_true", help="print one JSON document", **quiet)
    add("--lang", choices=LANGUAGES, help="language of messages", **({"default": LANGUAGES[0]} | quiet))
    add("--today", type=date.fromisoformat, help="set the clock of this command", **quiet)
    return common


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("jury-desktop", parents=[_common()])
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("dossier", nargs="?", default="", help="dossier to open in the window")
    parser.epilog = "commands: " + ", ".join(COMMANDS)
    parser.set_defaults(command="window", lang="")  # the window speaks what was chosen in it
    return parser


def _command_parser() -> argparse.ArgumentParser:
    common = _common(after_command=True)
    parser = argparse.ArgumentParser("jury-desktop", parents=[_common()])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        _ARGUMENTS[name](commands.add_parser(name, parents=[common]))
    return parser


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="folder for the dossier and the letters")
    parser.add_argument("--headless", action="store_true", help="do not open the window")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier")
    parser.add_argument("--call", required=True, help="shipped call or call file")


def _call(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["show"])
    parser.add_argument("call")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--dry-run", action="store_true", help="read and report, keep nothing")


def _jurors(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["import"])
    parser.add_argument("dossier")
    parser.add_argument("file", type=Path, metavar="FILE", help="Excel or CSV, one row a juror")
    parser.add_argument("--dry-run", action="store_true", help="read and report, keep nothing")


def _dossier(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier")


def _solver(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--time-limit", type=float, default=10.0, metavar="SECONDS")
    parser.add_argument("--seed", type=int, default=1)


def _plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier")
    _solver(parser)


def _plan_instance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    _solver(parser)


def _letters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier")
    parser.add_argument("--out", type=Path, required=True, help="folder for the PDFs")
    parser.add_argument("--type", help="only letters of this type")


def _term(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--communicated", type=date.fromisoformat, required=True, metavar="DATE")
    parser.add_argument("--channel", choices=[channel.value for channel in Channel], required=True)
    parser.add_argument("--presented", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--no-shift", action="store_true")
    parser.add_argument("--third-day", type=int, choices=[0, 1], default=1)


_ARGUMENTS = {
    "demo": _demo,
    "new": _new,
    "call": _call,
    "import": _import,
    "candidacies": _dossier,
    "jurors": _jurors,
    "plan": _plan,
    "plan-instance": _plan_instance,
    "rank": _dossier,
    "letters": _letters,
    "term": _term,
    "verify": _dossier,
}
