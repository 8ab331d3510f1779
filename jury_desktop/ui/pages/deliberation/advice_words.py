"""What the figures beside the ranking are called."""

from __future__ import annotations

from collections.abc import Sequence

from jury_desktop.domain.advice import Model
from jury_desktop.domain.ranking import Rank, Uncertainty
from jury_desktop.ui.text import area

tr = area("advice")

CERTAIN = 0.01
"""Chances nearer to nothing or to certain than this are not told more exactly."""


def model_name(model: Model) -> str:
    """An order in a word."""
    return {
        Model.MIXED: tr("Model"),
        Model.MEDIAN: tr("Median"),
        Model.Z_SCORE: tr("z-score"),
        Model.COPELAND: tr("In pairs"),
    }[model]


def model_tip(model: Model) -> str:
    """What an order does, in a sentence."""
    return {
        Model.MIXED: tr("Takes into account who judged strictly, and counts little evidence for less"),
        Model.MEDIAN: tr("The middle score instead of the mean: one extreme sheet moves it little"),
        Model.Z_SCORE: tr(
            "Scores counted from each juror's own mean; on a complete panel worse than the mean"
        ),
        Model.COPELAND: tr("Who is put higher by most jurors, two by two"),
    }[model]


def place_text(place: Rank | None) -> str:
    """ "3", or "3–5" for a joint place; a dash for none."""
    return "–" if place is None else place.text


def interval_text(unsure: Uncertainty | None) -> str:
    """The places between which the rank lies with 90 % certainty."""
    if unsure is None:
        return "–"
    low, high = unsure.rank
    return str(low) if low == high else f"{low}–{high}"


def chance_text(unsure: Uncertainty | None, cut: int) -> str:
    """The chance to be above the line; nobody is ever quite certain."""
    if unsure is None:
        return "–"
    chance = unsure.chance(cut)
    if chance < CERTAIN:
        return "< 1 %"
    if chance > 1 - CERTAIN:
        return "> 99 %"
    return f"{100 * chance:.0f} %"


def listed(texts: Sequence[str]) -> str:
    """A few references in a row."""
    return ", ".join(texts)


def sealed_text(count: int) -> str:
    """How many candidacies are left out for their scores are not open; nothing where all are."""
    return tr("%n candidacies are sealed and not in it yet.", "", count) if count else ""
