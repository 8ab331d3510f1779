"""Text in ReportLab's own markup: every character escaped, addresses made to click."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from jury_desktop.letters.document import Run
from jury_desktop.letters.markdown import clean

_LINK = re.compile(r"https://[\w./-]*\w|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def of_runs(runs: Sequence[Run]) -> str:
    """The markup of some runs."""
    return "".join(_run(run) for run in runs)


def of_line(value: str) -> str:
    """The markup of a value that takes one line, such as a name."""
    return _plain(" ".join(clean(value).split()))


def _run(run: Run) -> str:
    shown = _plain(run.text).replace("\n", "<br/>")
    shown = f"<i>{shown}</i>" if run.emphasis else shown
    return f"<b>{shown}</b>" if run.strong else shown


def _plain(text: str) -> str:
    return _LINK.sub(_linked, escape(text))


def _linked(match: re.Match[str]) -> str:
    """The same text, with where it leads."""
    shown = match[0]
    target = shown if "://" in shown else f"mailto:{shown}"
    return f'<a href="{target}">{shown}</a>'
