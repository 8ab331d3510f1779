"""Heat maps: criteria, coverage, and what another weight would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jury_desktop.domain.advice import Places, Sensitivity, above
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.drawing import Drawing, Ink, Words
from jury_desktop.domain.messages import say
from jury_desktop.plots.grid import GAP, NAMES, Cell, cells, height_of, names, names_width
from jury_desktop.wording import render, score

LEGEND = 18.0
"""The height of a line that says what a column stands for."""


@dataclass(frozen=True, slots=True)
class Means:
    """The mean score of a candidacy per criterion key; none where nobody scored it."""

    candidacy: Candidacy
    by_criterion: Mapping[str, float]


def criteria_drawing(
    rows: Sequence[Means], criteria: Mapping[str, str], scale: tuple[int, int], width: float, language: str
) -> Drawing:
    """A row per candidacy, a column per criterion (key and title); deeper is higher."""
    lowest, highest = scale

    def cell(value: float | None) -> Cell | None:
        if value is None:
            return None
        return Cell((value - lowest) / (highest - lowest), score(value, language))

    grid = [[cell(row.by_criterion.get(key)) for key in criteria] for row in rows]
    title = render(say("plots.criteria"), language)
    heads = [str(number) for number in range(1, len(criteria) + 1)]
    found = _map(title, [_named(row.candidacy) for row in rows], grid, heads, width)
    return _with_legend(found, list(criteria.values()))


def _with_legend(found: Drawing, titles: Sequence[str]) -> Drawing:
    """The drawing with what the numbers of its columns stand for, in two columns below it."""
    half = found.width / 2
    rows = (len(titles) + 1) // 2
    words = tuple(
        Words(
            (at // rows) * half,
            found.height + (at % rows + 0.5) * LEGEND,
            half - 8,
            f"{at + 1}  {title}",
            ink=Ink.MUTED,
            small=True,
        )
        for at, title in enumerate(titles)
    )
    return replace(found, height=found.height + rows * LEGEND, marks=(*found.marks, *words))


def coverage_drawing(
    rows: Sequence[tuple[Candidacy, Coverage]], challenges: Sequence[int], width: float, language: str
) -> Drawing:
    """A row per candidacy, a column per challenge: the share of its goals that the jury saw shown."""

    def cell(share: float | None) -> Cell | None:
        return None if share is None else Cell(share, f"{share:.0%}")

    grid = [[cell(coverage.share.get(number)) for number in challenges] for _, coverage in rows]
    title = render(say("plots.coverage"), language)
    return _map(title, [_named(candidacy) for candidacy, _ in rows], grid, challenges, width)


def sensitivity_drawing(
    found: Sequence[Sensitivity], criteria: Mapping[str, str], cut: int, width: float, language: str
) -> Drawing:
    """A row per criterion, a column per factor of its weight: how many others would be above the cut."""
    factors = found[0].factors if found else ()
    grid = [[_changed(each, order, cut) for order in each.orders] for each in found]
    title = render(say("plots.sensitivity", cut=cut), language)
    heads = [f"×{factor:g}".replace(".", "," if language == "nl" else ".") for factor in factors]
    titles = [criteria[each.criterion] for each in found]
    drawn = _map(title, titles, grid, heads, width)
    if found and not any(cell.share for row in grid for cell in row):
        drawn = _with_line(drawn, render(say("plots.nothing_changes", cut=cut), language))
    return drawn if names_width(width, len(heads)) >= NAMES else _with_names(drawn, titles)


def _with_line(found: Drawing, text: str) -> Drawing:
    """The drawing with a sentence below it."""
    words = Words(0, found.height + LEGEND / 2, found.width, text, ink=Ink.MUTED)
    marks = (*found.marks, words)
    return replace(found, told=f"{found.told}. {text}", height=found.height + LEGEND + GAP, marks=marks)


def _with_names(found: Drawing, names_: Sequence[str]) -> Drawing:
    """The drawing with the names of its rows in full below it, for where they may not fit before it."""
    words = tuple(
        Words(0, found.height + (at + 0.5) * LEGEND, found.width, name, ink=Ink.MUTED, small=True)
        for at, name in enumerate(names_)
    )
    return replace(found, height=found.height + len(names_) * LEGEND, marks=(*found.marks, *words))


def _changed(found: Sensitivity, order: Places, cut: int) -> Cell:
    usual = above(found.orders[found.factors.index(1.0)], cut)
    others = len(above(order, cut) - usual)
    return Cell(others / max(1, cut), str(others) if others else "")


def _map(
    title: str,
    texts: Sequence[str],
    grid: Sequence[Sequence[Cell | None]],
    heads: Sequence[str | int],
    width: float,
) -> Drawing:
    told = "; ".join(f"{name}: {_told(row, heads)}" for name, row in zip(texts, grid, strict=True))
    marks = (*names(texts, width, len(heads)), *cells(grid, heads, width))
    return Drawing(title, told, width, height_of(len(texts)), marks)


def _told(row: Sequence[Cell | None], heads: Sequence[str | int]) -> str:
    return ", ".join(f"{head} {cell.text or 0}" for head, cell in zip(heads, row, strict=True) if cell)


def _named(candidacy: Candidacy) -> str:
    return f"{candidacy.reference} {candidacy.organisation}"
