"""argparse in the language of the reader: its headings, its help and what it says of a mistake."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from jury_desktop import wording
from jury_desktop.domain.messages import Message, say
from jury_desktop.wording import LANGUAGES

WRONG_USAGE = 2

_MISTAKES = (
    (r"the following arguments are required: (?P<names>.+)", "usage.missing"),
    (r"unrecognized arguments: (?P<words>.+)", "usage.unknown"),
    (r"argument (?P<name>\S+): expected .*argument.*", "usage.no_value"),
    (
        r"argument (?P<name>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<known>.+)\)",
        "usage.choice",
    ),
    (r"argument (?P<name>\S+): ignored explicit argument .*", "usage.takes_no_value"),
    (r"argument (?P<name>\S+): (?P<reason>.+)", "usage.wrong_value"),
)
"""What argparse says of a mistake, and the sentence of the catalogue; what is not here stays in its words."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language of the reader. Options are never shortened: names are a contract."""

    def __init__(self, prog: str | None = None, *, language: str = LANGUAGES[0], **options: Any) -> None:
        super().__init__(prog, add_help=False, allow_abbrev=False, **options)
        self.language = language
        self._positionals.title = self.words(say("usage.arguments"))
        self._optionals.title = self.words(say("usage.options"))
        self.explain("-h", "--help", told="usage.help", action="help")

    def words(self, message: Message) -> str:
        """A sentence for the reader."""
        return wording.render(message, self.language)

    def explain(self, *names: str, told: str, **options: Any) -> None:
        """Adds an argument with its line of help, by the key of the sentence."""
        self.add_argument(*names, help=self.words(say(told)), **options)

    def format_usage(self) -> str:
        return self._headed(super().format_usage())

    def format_help(self) -> str:
        return self._headed(super().format_help())

    def _headed(self, text: str) -> str:
        return text.replace("usage: ", f"{self.words(say('usage.usage'))}: ", 1)

    def error(self, message: str) -> NoReturn:
        """How it is used and what was wrong, on standard error; exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {_told(message, self.language)}\n")


def _told(mistake: str, language: str) -> str:
    for pattern, key in _MISTAKES:
        if found := re.fullmatch(pattern, mistake, re.DOTALL):
            values = {name: value.replace("'", "") for name, value in found.groupdict().items()}
            return wording.render(Message(key, values), language)
    return mistake
