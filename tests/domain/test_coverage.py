"""Coverage: what candidates cover alone and together."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.coverage import coverage_of, together
from jury_desktop.domain.sheet import GoalMark
from tests.builders import a_call, a_candidacy, a_juror, a_sheet

CALL = a_call()


def test_a_goal_counts_when_the_jury_sees_it_at_least_partly_on_average() -> None:
    sheets = [
        replace(
            a_sheet(a_juror(1), a_candidacy()), goal_marks={"1.01": GoalMark.SHOWN, "1.02": GoalMark.PARTLY}
        ),
        replace(a_sheet(a_juror(2), a_candidacy()), goal_marks={"1.01": GoalMark.NOT, "1.02": GoalMark.NOT}),
    ]
    assert coverage_of(CALL, a_candidacy(), sheets).goals == frozenset({"1.01"})


def test_the_share_is_the_part_of_the_goals_of_a_chosen_challenge() -> None:
    goals = CALL.challenge(4).goals
    sheet = replace(a_sheet(a_juror(), a_candidacy()), goal_marks={g.key: GoalMark.SHOWN for g in goals[:2]})
    assert coverage_of(CALL, a_candidacy(), [sheet]).share == {1: 0.0, 4: 2 / len(goals)}


def test_a_selection_covers_what_its_members_cover() -> None:
    one = coverage_of(CALL, a_candidacy(1, challenges=(1, 4)), [])
    other = coverage_of(CALL, a_candidacy(2, challenges=(4, 7)), [])
    found = together(CALL, [one, other])
    assert (found.challenges, found.uncovered_challenges) == ((1, 4, 7), (2, 3, 5, 6))
    assert found.goals_total == sum(len(challenge.goals) for challenge in CALL.challenges)
