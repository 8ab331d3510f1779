"""What a command prints: JSON or lines on standard output, progress and warnings on standard error."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, TextIO

from jury_desktop import wording
from jury_desktop.domain.messages import Message, say

Options = argparse.Namespace
Line = Message | str


def prepare(options: Options) -> None:
    """Lets whatever mail may hold be printed: JSON in UTF-8, text as far as the console can."""
    _soften(sys.stderr, None)
    _soften(sys.stdout, "utf-8" if options.json else None)


def _soften(stream: TextIO | None, encoding: str | None) -> None:
    """What cannot be written becomes an escape; in UTF-8 that is half a character alone, which JSON knows."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:  # a program without a console has no stream, a test may have another
        reconfigure(encoding=encoding, errors="backslashreplace")


def show(options: Options, view: Any, *lines: Line) -> None:
    """The JSON document, or the lines for a person."""
    if options.json:
        print(json.dumps(view, ensure_ascii=False, indent=2), flush=True)
        return
    for line in lines:
        print(_worded(options, line))


def aside(options: Options, line: Line) -> None:
    """Progress and warnings, which never mix with the JSON."""
    print(_worded(options, line), file=sys.stderr)


def rehearsed(options: Options) -> None:
    """Says of a dry run that it was one."""
    if options.dry_run:
        aside(options, say("cli.dry_run"))


def _worded(options: Options, line: Line) -> str:
    return line if isinstance(line, str) else wording.render(line, options.lang)
