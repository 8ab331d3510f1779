"""The arguments of the command that works out a weerwoord term: the letter, and every setting of the term."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import time

from jury_desktop.cli.arguments import LARGEST, day, number
from jury_desktop.cli.usage import Parser
from jury_desktop.domain.call import Anchor, Counts
from jury_desktop.domain.messages import say
from jury_desktop.domain.term import Channel


def _term(parser: Parser) -> None:
    a_day, anchors = day(parser), [anchor.value for anchor in Anchor]
    days = number(parser, int, -LARGEST, LARGEST)
    channels = [channel.value for channel in Channel]
    parser.explain("--communicated", told="usage.communicated", type=a_day, required=True, metavar="DATE")
    parser.explain("--channel", told="usage.channel", choices=channels, required=True)
    parser.explain("--presented", told="usage.presented", type=a_day, metavar="DATE")
    parser.explain("--call", told="usage.term_call", metavar="CALL")
    parser.explain("--days", told="usage.days", type=days, metavar="N")
    parser.explain("--assess", told="usage.assess", type=days, metavar="N")
    parser.explain("--no-shift", told="usage.no_shift", action="store_true")
    parser.explain("--third-day", told="usage.third_day", type=int, choices=[0, 1])
    parser.explain("--anchor", told="usage.anchor", choices=anchors)
    parser.explain("--fixed-date", told="usage.fixed_date", type=a_day, metavar="DATE")
    parser.explain("--latest-of", told="usage.latest_of", choices=anchors, action="append", default=[])
    parser.explain("--closed", told="usage.closed", type=a_day, action="append", default=[], metavar="DATE")
    parser.explain("--hour", told="usage.hour", type=_clock(parser), metavar="HH:MM")
    parser.explain("--counts", told="usage.counts", choices=[each.value for each in Counts])


def _clock(parser: Parser) -> Callable[[str], time]:
    """Reads an hour without a zone: it is one in Brussels."""

    def read(text: str) -> time:
        try:
            found = time.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None:
            raise argparse.ArgumentTypeError(parser.words(say("usage.not_an_hour", text=text)))
        return found

    return read


COMMANDS: dict[str, Callable[[Parser], None]] = {"term": _term}
