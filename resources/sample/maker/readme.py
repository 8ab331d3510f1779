"""The README of the sample: one table of every message and what import must make of it."""

from __future__ import annotations

from maker.expected import Sample, expected
from maker.letter import Letter
from maker.model import SAMPLE

KINDS = {
    "candidacy": "kandidatuur",
    "revision": "nieuwe versie of aanvulling",
    "duplicate": "dubbel",
    "other": "ander bericht",
    "unreadable": "onleesbaar",
}


def readme(sample: Sample) -> str:
    """The README as text: the fixed introduction and the table of messages."""
    totals = expected(sample)["totals"]
    introduction = (SAMPLE / "maker" / "README.in.md").read_text(encoding="utf-8")
    rows = "\n".join(_row(sample, letter) for letter in sample.letters)
    return introduction.format(**totals) + rows + "\n"


def _row(sample: Sample, letter: Letter) -> str:
    arrived = letter.received.strftime("%d/%m %H:%M:%S") if letter.received else "–"
    cells = (
        str(sample.place(letter)),
        arrived,
        KINDS[letter.kind],
        letter.of or "–",
        letter.what,
        letter.must,
    )
    return f"| {' | '.join(cells)} |"
