"""The best portfolio: against every possible choice, whatever the order of entry."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.portfolio import Eligible, Portfolio, worth
from jury_desktop.scheduling.portfolio import CHUNK, choose
from tests.architecture.checkout import ROOT
from tests.builders import a_call

TOWNS = ("Lier", "Nijlen", "Berlaar")
GOALS = ("1.01", "1.02", "2.01", "2.02", "3.01")


def one(
    number: int,
    score: float = 3.0,
    challenges: Sequence[int] = (),
    goals: Sequence[str] = (),
    towns: Sequence[str] = (),
) -> Eligible:
    reference = f"K-{number:02d}"
    coverage = Coverage(reference, tuple(challenges), frozenset(goals), {}, tuple(towns))
    return Eligible(reference, number, score, coverage)


def names(portfolio: Portfolio) -> list[str]:
    return [member.reference for member in portfolio.members]


@st.composite
def jury(draw: st.DrawFn) -> list[Eligible]:
    """Up to seven candidacies, placed by their scores; some alike, some that cover nothing."""
    scores = draw(st.lists(st.sampled_from((0.0, 2.0, 2.5, 4.0, 4.123456789)), max_size=7))
    return [
        one(
            number,
            score,
            sorted(draw(st.sets(st.integers(1, 4), max_size=2))),
            sorted(draw(st.sets(st.sampled_from(GOALS), max_size=3))),
            sorted(draw(st.sets(st.sampled_from(TOWNS), max_size=2))),
        )
        for number, score in enumerate(sorted(scores, reverse=True), start=1)
    ]


def every_choice(candidacies: Sequence[Eligible], size: int | None) -> list[tuple[Eligible, ...]]:
    most = len(candidacies) if size is None else min(size, len(candidacies))
    return [choice for count in range(most + 1) for choice in combinations(candidacies, count)]


@settings(max_examples=200)
@given(jury(), st.one_of(st.none(), st.integers(1, 8)))
def test_no_other_choice_is_better(candidacies: list[Eligible], size: int | None) -> None:
    found = choose(candidacies, size)
    choices = every_choice(candidacies, size)
    best = max(worth(choice, size) for choice in choices)

    assert found.proven
    assert worth(found.members, size) == best
    assert sorted([*found.members, *found.others], key=lambda it: it.place) == candidacies
    alike = [choice for choice in choices if worth(choice, size) == best]
    assert found.members == min(alike, key=lambda choice: [member not in choice for member in candidacies])


def test_scores_of_many_decimals_are_proven_too() -> None:
    scores = (4.123456789, 4.0, 2.5, 2.5, 2.5, 2.0)

    found = choose([one(number, score) for number, score in enumerate(scores, start=1)], 7)

    assert (names(found), found.proven) == (["K-01", "K-02", "K-03", "K-04", "K-05", "K-06"], True)


@given(jury(), st.integers(1, 4), st.randoms())
def test_the_order_of_entry_never_matters(candidacies: list[Eligible], size: int, random: Random) -> None:
    shuffled = list(candidacies)
    random.shuffle(shuffled)
    assert choose(shuffled, size) == choose(candidacies, size)


def test_coverage_goes_before_score() -> None:
    strong = [one(1, 5.0, (1,)), one(2, 4.9, (1,))]
    weak = one(3, 1.0, (2,))
    assert names(choose([*strong, weak], 2)) == ["K-01", "K-03"]


def test_a_challenge_goes_before_any_number_of_goals_and_these_before_towns() -> None:
    goals = one(1, 5.0, (1,), GOALS, TOWNS)
    challenge = one(2, 1.0, (1, 2))
    assert names(choose([goals, challenge], 1)) == ["K-02"]
    assert names(choose([one(1, 5.0, (1,), (), TOWNS), one(2, 1.0, (1,), GOALS[:1])], 1)) == ["K-02"]


def test_without_a_size_it_is_as_small_as_its_coverage_allows() -> None:
    broad = one(3, 1.0, (1, 2))
    assert names(choose([one(1, 5.0, (1,)), one(2, 4.0, (2,)), broad])) == ["K-03"]


def test_with_a_size_what_is_left_goes_to_the_highest_scores() -> None:
    candidacies = [one(1, 5.0), one(2, 4.0), one(3, 3.0), one(4, 0.0, (1,))]
    assert names(choose(candidacies, 3)) == ["K-01", "K-02", "K-04"]


def test_nobody_to_choose_from_gives_nobody() -> None:
    assert choose([], 3) == Portfolio((), (), 3, proven=True)


def test_more_candidacies_than_one_number_holds_keep_their_order() -> None:
    alike = [one(number, 3.0) for number in range(1, CHUNK + 21)]
    assert names(choose(alike, 3)) == ["K-01", "K-02", "K-03"]


@pytest.mark.parametrize("size", [None, 5])
def test_two_hundred_candidacies_over_every_goal_of_the_call_are_proven(size: int | None) -> None:
    benchmark = runpy.run_path(str(ROOT / "benchmarks" / "portfolio.py"))
    candidacies = benchmark["invented"](a_call(), 200, Random(0))
    assert choose(candidacies, size).proven


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        choose([one(1, 3.0, (1,))], 1, cancelled=lambda: True)
