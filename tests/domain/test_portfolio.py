"""What a portfolio is judged by, who may be in it, and what its reasons rest on."""

from __future__ import annotations

from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.portfolio import (
    Aim,
    Eligible,
    Portfolio,
    Swap,
    added_by,
    aims,
    lost_without,
    plain_choice,
    swaps,
    worth,
)


def one(number: int, score: float, challenges: tuple[int, ...], towns: tuple[str, ...] = ()) -> Eligible:
    reference = f"K-{number:02d}"
    return Eligible(reference, number, score, Coverage(reference, challenges, frozenset(), {}, towns))


BEST, SECOND = one(1, 4.5, (1, 2)), one(2, 4.0, (1,), ("Lier",))
THIRD, LAST = one(3, 3.0, (3,), ("Lier",)), one(4, 2.0, (2,))
CHOSEN = Portfolio((BEST, THIRD), (SECOND, LAST), 2, proven=True)


def test_coverage_always_comes_first_and_without_a_size_few_members_come_before_their_scores() -> None:
    covering = (Aim.CHALLENGES, Aim.GOALS, Aim.MUNICIPALITIES)
    assert aims(3) == (*covering, Aim.SCORE, Aim.FEWEST)
    assert aims(None) == (*covering, Aim.FEWEST, Aim.SCORE)


def test_the_worth_counts_what_is_covered_once() -> None:
    assert worth([BEST, SECOND], 2) == (2, 0, 1, 8_500_000_000, -2)


def test_floating_point_dust_makes_no_score_higher() -> None:
    assert worth([one(1, 0.1 + 0.2, ())], 1) == worth([one(1, 0.3, ())], 1)


def test_a_member_is_worth_what_nobody_else_covers() -> None:
    assert lost_without(CHOSEN, BEST, Aim.CHALLENGES) == {"1", "2"}
    assert lost_without(CHOSEN, THIRD, Aim.MUNICIPALITIES) == {"Lier"}
    assert added_by(CHOSEN, SECOND, Aim.CHALLENGES) == frozenset()
    assert added_by(Portfolio((BEST,), (THIRD,), 1, True), THIRD, Aim.CHALLENGES) == {"3"}


def test_a_better_rank_outside_is_explained_by_what_the_exchange_would_cost() -> None:
    assert plain_choice(CHOSEN) == (BEST, SECOND)
    assert swaps(CHOSEN) == (Swap(SECOND, THIRD, Aim.CHALLENGES, before=3, after=2),)


def test_where_score_alone_chooses_the_same_nothing_needs_explaining() -> None:
    assert swaps(Portfolio((BEST, SECOND), (THIRD, LAST), 2, proven=True)) == ()
