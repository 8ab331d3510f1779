"""What stands beside the official ranking so that a jury sees how firm it is: advice, never the score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.ranking import Rank, Uncertainty

Places = Mapping[str, Rank]
"""The place of each candidacy (its id) in some order."""


class Model(StrEnum):
    """Another way to make one order of the same scores."""

    MIXED = "mixed"
    """The mixed model: who judged strictly is taken into account, and little evidence counts for less."""
    MEDIAN = "median"
    """The middle score instead of the mean: one extreme sheet moves it little."""
    Z_SCORE = "z_score"
    """Each juror's scores as distances from that juror's own mean."""
    COPELAND = "copeland"
    """Who is put higher by most jurors, two by two."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidacy in the official order and in the others.

    :param uncertainty: how sure score and rank are; None where there are too few scores to tell.
    """

    candidacy: Candidacy
    score: float
    rank: Rank
    uncertainty: Uncertainty | None
    places: Mapping[Model, Rank]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The official order without the sheets of one juror; who was scored by that juror alone is not in it."""

    juror: str
    places: Places


@dataclass(frozen=True, slots=True)
class Leniency:
    """How much higher (or lower) than the others a juror scores, on the call's scale, in a model that knows
    which candidacies the juror had; ``error`` is the standard error."""

    juror: str
    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Advice:
    """All of it for a stage. ``rows`` stand in the official order; ``sealed`` counts who is not in it yet."""

    stage: Stage
    rows: tuple[Compared, ...]
    left_out: tuple[LeftOut, ...]
    leniency: tuple[Leniency, ...]
    sealed: int

    @property
    def places(self) -> Places:
        """The official order."""
        return {row.candidacy.id: row.rank for row in self.rows}

    def by(self, model: Model) -> Places:
        """The order that a model makes."""
        return {row.candidacy.id: row.places[model] for row in self.rows if model in row.places}


@dataclass(frozen=True, slots=True)
class Swing:
    """Who comes above a cut, and who falls below it, in another order than the official one."""

    enters: tuple[str, ...]
    leaves: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.enters or self.leaves)


def above(places: Places, cut: int) -> frozenset[str]:
    """Who has one of the first ``cut`` places; of a tie across the cut, all."""
    return frozenset(key for key, place in places.items() if place.first <= cut)


def swing(official: Places, other: Places, cut: int) -> Swing:
    """What another order would change about the first ``cut``, each in the official order.

    Who is missing from the other order says nothing: it neither enters nor leaves.
    """
    before, after = above(official, cut), above(other, cut)
    enters = tuple(key for key in official if key in after - before)
    return Swing(enters, tuple(key for key in official if key in before - after and key in other))


def usual_cut(chosen: int, count: int) -> int:
    """Where the line is drawn while nobody says otherwise: after as many as were chosen, else half-way."""
    return max(1, min(count, chosen or (count + 1) // 2))


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The official order under other weights of one criterion.

    :param factors: what its weight was multiplied by, rising; 1 is the weight of the call.
    :param orders: the order at each factor.
    """

    criterion: str
    factors: tuple[float, ...]
    orders: tuple[Places, ...]

    def turns(self, cut: int) -> tuple[float | None, float | None]:
        """The nearest factors below and above 1 at which others would be the first ``cut``; None for none."""
        here = self.factors.index(1.0)
        usual = above(self.orders[here], cut)
        lower, higher = range(here - 1, -1, -1), range(here + 1, len(self.factors))
        return self._first_other(usual, lower, cut), self._first_other(usual, higher, cut)

    def _first_other(self, usual: frozenset[str], steps: Sequence[int], cut: int) -> float | None:
        return next((self.factors[at] for at in steps if above(self.orders[at], cut) != usual), None)
