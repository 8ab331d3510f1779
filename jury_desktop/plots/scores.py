"""Every score with its spread: what each juror gave, the official score, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from jury_desktop.domain.advice import Compared, Leniency
from jury_desktop.domain.drawing import Align, Block, Drawing, Ink, Mark, Shape, Spot, Stroke, Words
from jury_desktop.domain.messages import say
from jury_desktop.plots.grid import (
    GAP,
    HEAD,
    ROW,
    Axis,
    height_of,
    middle,
    names,
    names_width,
    steps,
    ticks,
)
from jury_desktop.wording import render, score, signed

FIGURES = 44.0
CERTAIN = 1.645
"""So many standard errors on both sides hold 90 %."""


@dataclass(frozen=True, slots=True)
class Row:
    """A candidacy with what each juror gave it, both rounds taken together by their weight."""

    compared: Compared
    given: tuple[float, ...]


def scores_drawing(
    rows: Sequence[Row], scale: tuple[int, int], cut: int, width: float, language: str
) -> Drawing:
    """A row per candidacy: a small ring per juror, a band for 90 %, a diamond for the official score.

    A dashed line lies under the last place above the cut.
    """
    axis = Axis(names_width(width), width - FIGURES - GAP, *scale)
    told = "; ".join(f"{_name(row)} {score(row.compared.score, language)}" for row in rows)
    texts = [f"{value:g}" for value in steps(axis)]
    marks: list[Mark] = [*names([_name(row) for row in rows], width), *ticks(axis, 1, len(rows), texts)]
    for at, row in enumerate(rows):
        marks += _score_row(row, at, axis, width, language)
    if 0 < cut < len(rows):
        y = HEAD + cut * ROW
        marks.append(Stroke(0, y, width, y, Ink.MUTED, 1.5, dashed=True))
    title = render(say("plots.scores"), language)
    return Drawing(title, told, width, height_of(len(rows)), tuple(marks))


def _score_row(row: Row, at: int, axis: Axis, width: float, language: str) -> Iterator[Mark]:
    y, unsure = middle(at), row.compared.uncertainty
    if unsure is not None:
        low, high = (axis.place(end) for end in unsure.score)
        yield Block(low, y - 6, max(1.0, high - low), 12, 0.25)
    for value in row.given:
        yield Spot(axis.place(value), y, 3, Ink.MUTED, Shape.HOLLOW)
    yield Spot(axis.place(row.compared.score), y, 6, Ink.ACCENT, Shape.DIAMOND)
    text = score(row.compared.score, language)
    yield Words(width - FIGURES, y, FIGURES, text, Align.RIGHT, strong=True)


def leniency_drawing(
    found: Sequence[Leniency], jurors: Mapping[str, str], width: float, language: str
) -> Drawing:
    """A row per juror, strictest first: how much higher or lower than the others, with 90 % on both sides."""
    ordered = sorted(found, key=lambda each: (each.value, each.juror))
    ends = [abs(each.value) + CERTAIN * each.error for each in ordered]
    reach = max(1, ceil(4 * max(ends, default=0.0))) / 4
    axis = Axis(names_width(width), width - FIGURES - GAP, -reach, reach)
    sign = "," if language == "nl" else "."
    texts = [f"{value:+g}".replace(".", sign) if value else "0" for value in (-reach, 0, reach)]
    title = render(say("plots.leniency"), language)
    told = "; ".join(f"{jurors[each.juror]} {signed(each.value, language)}" for each in ordered)
    marks: list[Mark] = [
        *names([jurors[each.juror] for each in ordered], width),
        *ticks(axis, reach, len(ordered), texts),
        Stroke(axis.place(0), HEAD - 4, axis.place(0), HEAD + len(ordered) * ROW, Ink.MUTED),
    ]
    for at, each in enumerate(ordered):
        marks += _leniency_row(each, at, axis, width, language)
    return Drawing(title, told, width, height_of(len(ordered)), tuple(marks))


def _leniency_row(each: Leniency, at: int, axis: Axis, width: float, language: str) -> Iterator[Mark]:
    y = middle(at)
    low, high = (axis.place(each.value + side * CERTAIN * each.error) for side in (-1, 1))
    yield Stroke(low, y, high, y, Ink.ACCENT, 2)
    for end in (low, high):
        yield Stroke(end, y - 4, end, y + 4, Ink.ACCENT, 2)
    yield Spot(axis.place(each.value), y, 5, Ink.ACCENT, Shape.DIAMOND)
    yield Words(width - FIGURES, y, FIGURES, signed(each.value, language), Align.RIGHT)


def _name(row: Row) -> str:
    candidacy = row.compared.candidacy
    return f"{candidacy.reference} {candidacy.organisation}"
