"""Which candidacies together make the best partnership: what they cover first, their scores after that.

The goal of the jury is a partnership that covers the region's challenges, not the top of a list. What is put
forward here is a proposal with its reasons; people decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.ranking import ROUNDING
from jury_desktop.domain.standing import Ranking


class Aim(StrEnum):
    """What a portfolio is judged by."""

    CHALLENGES = "challenges"
    """Challenges that somebody in it has chosen; each at least once where that can be."""
    GOALS = "goals"
    """Goals that the jury saw shown by somebody in it."""
    MUNICIPALITIES = "municipalities"
    """Municipalities in which somebody in it works."""
    SCORE = "score"
    """The official scores of its members together."""
    FEWEST = "fewest"
    """How few members it has."""


SCORE_UNIT: int = 10**ROUNDING
COVERING = (Aim.CHALLENGES, Aim.GOALS, Aim.MUNICIPALITIES)
"""What comes first, in this order."""


@dataclass(frozen=True, slots=True)
class Eligible:
    """A candidacy that may be in a portfolio: ranked, open, and not below the call's threshold.

    :param place: its rank by score alone, the first of a joint one.
    """

    reference: str
    place: int
    score: float
    coverage: Coverage

    def covers(self, aim: Aim) -> frozenset[str]:
        """The challenges, goals or municipalities it brings, as text."""
        return {
            Aim.CHALLENGES: frozenset(map(str, self.coverage.challenges)),
            Aim.GOALS: self.coverage.goals,
            Aim.MUNICIPALITIES: frozenset(self.coverage.municipalities),
        }[aim]

    @property
    def points(self) -> int:
        """The score as a whole number, so that sums compare exactly."""
        return round(self.score * SCORE_UNIT)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A proposal. ``members`` and ``others`` stand in the order of the ranking.

    :param size: how many members it may have at most, None when only as many as the coverage needs.
    :param proven: whether no other choice is better; otherwise the time ran out.
    """

    members: tuple[Eligible, ...]
    others: tuple[Eligible, ...]
    size: int | None
    proven: bool

    def covered(self, aim: Aim) -> frozenset[str]:
        """What the members cover together."""
        return covered(self.members, aim)

    @property
    def score(self) -> float:
        """The scores of the members together."""
        return sum(member.score for member in self.members)


def aims(size: int | None) -> tuple[Aim, ...]:
    """The order in which portfolios are compared; without a size the smallest one is wanted."""
    last = (Aim.FEWEST, Aim.SCORE) if size is None else (Aim.SCORE, Aim.FEWEST)
    return (*COVERING, *last)


def worth(members: Collection[Eligible], size: int | None) -> tuple[int, ...]:
    """How good a portfolio is: a number for each aim, compared from left to right, larger is better."""
    return tuple(_worth(members, aim) for aim in aims(size))


def covered(members: Iterable[Eligible], aim: Aim) -> frozenset[str]:
    """What some candidacies cover together."""
    return frozenset[str]().union(*(member.covers(aim) for member in members))


def eligible(ranking: Ranking, threshold: float | None) -> tuple[Eligible, ...]:
    """The candidacies that may be chosen, in the order of the ranking."""
    return tuple(
        Eligible(row.candidacy.reference, row.rank.first, row.score, row.coverage)
        for row in ranking.rows
        if row.rank is not None and row.score is not None and row.coverage is not None
        if threshold is None or row.score >= threshold
    )


def plain_choice(portfolio: Portfolio) -> tuple[Eligible, ...]:
    """As many as are in the portfolio, by score alone."""
    everybody = sorted((*portfolio.members, *portfolio.others), key=_order)
    return tuple(everybody[: len(portfolio.members)])


def in_order(candidacies: Iterable[Eligible]) -> tuple[Eligible, ...]:
    """By rank, joint ones by reference."""
    return tuple(sorted(candidacies, key=_order))


def _order(candidacy: Eligible) -> tuple[int, str]:
    return candidacy.place, candidacy.reference


def _worth(members: Collection[Eligible], aim: Aim) -> int:
    if aim is Aim.SCORE:
        return sum(member.points for member in members)
    return -len(members) if aim is Aim.FEWEST else len(covered(members, aim))


def lost_without(portfolio: Portfolio, member: Eligible, aim: Aim) -> frozenset[str]:
    """What nobody else in the portfolio covers."""
    rest = [other for other in portfolio.members if other != member]
    return member.covers(aim) - covered(rest, aim)


def added_by(portfolio: Portfolio, other: Eligible, aim: Aim) -> frozenset[str]:
    """What a candidacy outside the portfolio would bring."""
    return other.covers(aim) - portfolio.covered(aim)


@dataclass(frozen=True, slots=True)
class Swap:
    """Why a candidacy with a better rank is outside: in the place of ``member`` the ``aim`` would come out
    lower, ``after`` instead of ``before``."""

    outside: Eligible
    member: Eligible
    aim: Aim
    before: int
    after: int


def swaps(portfolio: Portfolio) -> tuple[Swap, ...]:
    """Of each that score alone would choose and the portfolio does not, the exchange that costs least."""
    plain = plain_choice(portfolio)
    extra = [member for member in portfolio.members if member not in plain]
    missed = [one for one in plain if one not in portfolio.members]
    return tuple(swap for one in missed if (swap := _cheapest(portfolio, one, extra)) is not None)


def _cheapest(portfolio: Portfolio, outside: Eligible, extra: Sequence[Eligible]) -> Swap | None:
    def exchanged(member: Eligible) -> list[Eligible]:
        return [outside if one == member else one for one in portfolio.members]

    member = max(extra, key=lambda one: worth(exchanged(one), portfolio.size))
    order = aims(portfolio.size)
    before, after = worth(portfolio.members, portfolio.size), worth(exchanged(member), portfolio.size)
    steps = (Swap(outside, member, *step) for step in zip(order, before, after, strict=True))
    different = next((step for step in steps if step.after != step.before), None)
    return different if different is not None and different.after < different.before else None
