"""The order: best first, ties by the call's rule, a joint rank where no rule decides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import TieRule
from jury_desktop.domain.ranking import Rank, Standing, Uncertainty, rank

standings = st.lists(
    st.builds(
        Standing,
        candidacy=st.text("abcdef", min_size=1, max_size=3),
        score=st.integers(0, 5).map(float),
        written=st.none() | st.integers(0, 2).map(float),
        pitch=st.none() | st.integers(0, 2).map(float),
        challenges_covered=st.integers(1, 7),
    ),
    unique_by=lambda standing: standing.candidacy,
    max_size=8,
)


def test_the_best_score_comes_first() -> None:
    found = rank([Standing("low", 2.0), Standing("high", 4.0)], [])
    assert found == (Rank("high", 1, 1), Rank("low", 2, 2))


def test_a_tie_is_broken_by_the_rules_in_their_order() -> None:
    one = Standing("one", 3.0, written=4.0, pitch=2.0)
    other = Standing("other", 3.0, written=2.0, pitch=4.0)
    assert rank([one, other], [TieRule.PITCH_SCORE])[0].candidacy == "other"
    assert rank([one, other], [TieRule.WRITTEN_SCORE, TieRule.PITCH_SCORE])[0].candidacy == "one"


def test_a_tie_that_no_rule_breaks_is_a_joint_rank() -> None:
    found = rank([Standing("a", 4.0), Standing("b", 3.0), Standing("c", 3.0), Standing("d", 3.0)], [])
    assert found == (Rank("a", 1, 1), Rank("b", 2, 4), Rank("c", 2, 4), Rank("d", 2, 4))


def test_a_missing_score_neither_wins_nor_loses_a_tie_as_a_zero_does() -> None:
    zero, missing = Standing("zero", 3.0, pitch=0.0), Standing("missing", 3.0, pitch=None)
    assert rank([zero, missing], [TieRule.PITCH_SCORE]) == (Rank("missing", 1, 2), Rank("zero", 1, 2))


def test_what_a_rule_cannot_tell_is_left_to_the_next() -> None:
    more = Standing("more", 3.0, pitch=None, challenges_covered=4)
    less = Standing("less", 3.0, pitch=5.0, challenges_covered=2)
    found = rank([less, more], [TieRule.PITCH_SCORE, TieRule.CHALLENGES_COVERED])
    rule = TieRule.CHALLENGES_COVERED
    assert found == (Rank("more", 1, 1, rule), Rank("less", 2, 2, rule))


def test_it_is_known_which_rule_set_equal_scores_apart() -> None:
    ties = [TieRule.PITCH_SCORE, TieRule.CHALLENGES_COVERED]
    found = rank(
        [
            Standing("first", 3.0, pitch=4.0, challenges_covered=1),
            Standing("second", 3.0, pitch=2.0, challenges_covered=5),
            Standing("third", 3.0, pitch=2.0, challenges_covered=1),
            Standing("alone", 2.0),
        ],
        ties,
    )
    assert [(place.candidacy, place.broken_by) for place in found] == [
        ("first", TieRule.PITCH_SCORE),
        ("second", TieRule.CHALLENGES_COVERED),
        ("third", TieRule.CHALLENGES_COVERED),
        ("alone", None),
    ]


def test_a_shared_place_is_told_from_the_one_to_the_other() -> None:
    assert [place.text for place in (Rank("a", 8, 10), Rank("b", 3, 3))] == ["8–10", "3"]


def test_floating_point_dust_is_no_difference() -> None:
    found = rank([Standing("a", 0.1 + 0.2), Standing("b", 0.3)], [])
    assert found == (Rank("a", 1, 2), Rank("b", 1, 2))


@given(standings, st.permutations(list(TieRule)))
def test_the_order_never_depends_on_the_order_of_entry(
    given_standings: list[Standing], ties: list[TieRule]
) -> None:
    assert rank(given_standings, ties) == rank(given_standings[::-1], ties)


@given(standings, st.permutations(list(TieRule)))
def test_ranks_cover_every_place_once(given_standings: list[Standing], ties: list[TieRule]) -> None:
    found = rank(given_standings, ties)
    for place, entry in enumerate(found, start=1):
        assert entry.first <= place <= entry.last
    scores = {standing.candidacy: standing.score for standing in given_standings}
    assert [scores[entry.candidacy] for entry in found] == sorted(scores.values(), reverse=True)


def test_the_chance_to_be_above_a_cut_is_that_of_being_among_the_first() -> None:
    unsure = Uncertainty((3.0, 4.0), (1, 2), (0.25, 1.0))
    assert [unsure.chance(cut) for cut in (0, 1, 2, 9)] == [0.0, 0.25, 1.0, 1.0]
