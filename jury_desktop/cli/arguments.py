"""The arguments that commands share: a dossier, a day, a moment, a number; mistakes in the reader's words."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeVar

from jury_desktop.cli.usage import Parser
from jury_desktop.domain.messages import say

LARGEST = 2**31 - 1
"""The solver takes no larger seed, and nothing here counts further."""
N = TypeVar("N", int, float)


def dossier(parser: Parser) -> None:
    """The dossier that a command is about."""
    parser.explain("dossier", told="usage.dossier", metavar="DOSSIER")


def actions(parser: Parser, command: str, each: Mapping[str, Callable[[Parser], None]]) -> Iterator[Parser]:
    """Adds the actions of a command, with what each takes, and gives the parser of each."""
    words = parser.words
    made = parser.add_subparsers(
        dest="action", required=True, title=words(say("usage.actions")), metavar=words(say("usage.action"))
    )
    for name, arguments in each.items():
        told = words(say(f"usage.{command}_{name}"))
        whole = f"{told[0].upper()}{told[1:]}."
        action = made.add_parser(name, language=parser.language, help=told, description=whole)
        arguments(action)
        yield action


def day(parser: Parser) -> Callable[[str], date]:
    """Reads a date; a mistake is told in the language of the parser."""

    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            said = parser.words(say("usage.not_a_day", text=text))
            raise argparse.ArgumentTypeError(said) from None

    return read


def moment(parser: Parser) -> Callable[[str], datetime]:
    """Reads a moment with its offset: a clock without one is never guessed."""

    def read(text: str) -> datetime:
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            raise argparse.ArgumentTypeError(parser.words(say("usage.not_a_moment", text=text)))
        return found

    return read


def number(parser: Parser, kind: type[N], lowest: int, highest: int) -> Callable[[str], N]:
    """Reads a number within bounds that mean something; never infinite, never "not a number"."""

    def read(text: str) -> N:
        try:
            found = kind(text)
        except (ValueError, OverflowError):
            found = None
        if found is None or not lowest <= found <= highest:
            said = parser.words(say("usage.not_a_number", text=text, lowest=lowest, highest=highest))
            raise argparse.ArgumentTypeError(said)
        return found

    return read
