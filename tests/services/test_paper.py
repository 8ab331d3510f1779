"""Typing over from paper: entered, entered again, compared, submitted, and never a look at a sealed score."""

from __future__ import annotations

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.paper_sheet import PaperState
from jury_desktop.domain.sheet import Answer, GoalMark, items_of
from jury_desktop.services.paper import (
    PaperRow,
    SubmittedPaper,
    confirm_entry,
    enter_comment,
    enter_goal,
    enter_score,
    paper_grid,
    second_entry,
    submit_paper,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier

ITEMS = items_of(a_call().rubric, (1, 4), Round.WRITTEN)
FIRST, SECOND = ITEMS[0].key, ITEMS[1].key
OPTIONAL = next(item for item in ITEMS if item.criterion.not_applicable_allowed)
PLACE = ("j1", "c1", Round.WRITTEN)


@pytest.fixture
def dossier() -> Dossier:
    """The first juror has three candidacies to score, and is kept apart from a fourth."""
    jurors, candidacies = [a_juror(1), a_juror(2)], [a_candidacy(number) for number in range(1, 5)]
    return a_dossier(candidacies, jurors, conflicts=[a_conflict(jurors[0], candidacies[3])])


def row(dossier: Dossier, reference: str = "K-01") -> PaperRow:
    rows = paper_grid(dossier, "j1", Round.WRITTEN).rows
    return next(each for each in rows if each.candidacy.reference == reference)


def enter_all(dossier: Dossier, value: int = 4) -> None:
    for item in ITEMS:
        enter_score(dossier, *PLACE, item.key, Answer(value))
        enter_comment(dossier, *PLACE, item.key, "Staat op het blad")


def all_typed(value: int = 4) -> dict[str, Answer]:
    return {item.key: Answer(value) for item in ITEMS}


def events(dossier: Dossier) -> list[tuple[str, str, str]]:
    with dossier.read() as uow:
        return [(each.action, each.actor, each.on_behalf_of) for each in uow.journal.all()[1:]]


def test_the_grid_holds_the_sheets_of_one_juror_without_conflicts(dossier: Dossier) -> None:
    grid = paper_grid(dossier, "j1", Round.WRITTEN)

    assert [each.candidacy.reference for each in grid.rows] == ["K-01", "K-02", "K-03"]
    assert {each.state for each in grid.rows} == {PaperState.EMPTY}
    assert grid.rows[0].items == ITEMS
    assert {item.key for item in ITEMS} <= {line.item.key for line in grid.lines}


def test_a_score_from_paper_is_entered_by_somebody_for_the_juror(dossier: Dossier) -> None:
    before = enter_score(dossier, *PLACE, FIRST, Answer(4))
    enter_comment(dossier, *PLACE, FIRST, "Sterk team")
    enter_score(dossier, *PLACE, OPTIONAL.key, Answer(not_applicable=True))

    assert before == Answer()
    assert dict(open_sheet(dossier, *PLACE).sheet.answers) == {
        FIRST: Answer(4, comment="Sterk team"),
        OPTIONAL.key: Answer(not_applicable=True),
    }
    entered, explained = (
        (action, "Regisseur", "Jurylid 1") for action in ("sheet.entered", "sheet.explained")
    )
    assert events(dossier) == [entered, explained, entered]
    assert (row(dossier).state, row(dossier).filled) == (PaperState.ENTERED, {FIRST, OPTIONAL.key})


def test_what_was_there_before_can_be_put_back(dossier: Dossier) -> None:
    enter_score(dossier, *PLACE, FIRST, Answer(4))

    assert enter_score(dossier, *PLACE, FIRST, Answer(2)) == Answer(4)


def test_the_grid_never_tells_a_score(dossier: Dossier) -> None:
    enter_score(dossier, *PLACE, FIRST, Answer(4))

    assert "Answer(" not in repr(row(dossier))


@pytest.mark.parametrize("answer", [Answer(9), Answer(None, True)], ids=["outside the scale", "n.v.t."])
def test_what_the_call_does_not_allow_is_refused(dossier: Dossier, answer: Answer) -> None:
    with pytest.raises(JuryError):
        enter_score(dossier, *PLACE, FIRST, answer)

    assert row(dossier).state is PaperState.EMPTY


# what is none of the business of who types


def test_a_sheet_the_juror_scores_on_the_screen_is_neither_shown_nor_written_in(dossier: Dossier) -> None:
    save_answers(dossier, *PLACE, {FIRST: Answer(5)})

    assert (row(dossier).state, row(dossier).filled) == (PaperState.ON_SCREEN, frozenset())
    for attempt in (
        lambda: enter_score(dossier, *PLACE, SECOND, Answer(1)),
        lambda: second_entry(dossier, *PLACE, {FIRST: Answer(0)}),
        lambda: confirm_entry(dossier, *PLACE, {FIRST: Answer(5)}),
    ):
        with pytest.raises(JuryError, match=r"paper\.on_screen"):
            attempt()


def test_a_submitted_sheet_stays_sealed(dossier: Dossier) -> None:
    enter_all(dossier)
    submit_sheet(dossier, *PLACE)

    assert (row(dossier).state, row(dossier).filled) == (PaperState.SUBMITTED, frozenset())
    with pytest.raises(JuryError, match=r"scoring\.sealed"):
        second_entry(dossier, *PLACE, {FIRST: Answer(0)})


def test_a_round_that_has_ended_takes_nothing_in(dossier: Dossier) -> None:
    close_round(dossier, Round.WRITTEN, "De termijn is om")

    with pytest.raises(JuryError, match=r"scoring\.round_closed"):
        enter_score(dossier, *PLACE, FIRST, Answer(4))


def test_a_candidacy_the_juror_is_kept_apart_from_takes_nothing_in(dossier: Dossier) -> None:
    with pytest.raises(JuryError, match=r"scoring\.not_yours"):
        enter_score(dossier, "j1", "c4", Round.WRITTEN, FIRST, Answer(4))


# the second entry


def test_the_second_entry_tells_where_it_differs_and_from_what(dossier: Dossier) -> None:
    enter_score(dossier, *PLACE, FIRST, Answer(4))
    enter_score(dossier, *PLACE, SECOND, Answer(0))

    typed = {FIRST: Answer(5), SECOND: Answer(0), OPTIONAL.key: Answer(not_applicable=True)}

    assert second_entry(dossier, *PLACE, typed) == {FIRST: Answer(4), OPTIONAL.key: Answer()}


def test_what_was_never_entered_cannot_be_compared(dossier: Dossier) -> None:
    with pytest.raises(JuryError, match=r"paper\.nothing_entered"):
        second_entry(dossier, *PLACE, {FIRST: Answer(4)})


def test_a_second_entry_with_the_same_outcome_is_noted(dossier: Dossier) -> None:
    enter_all(dossier)

    confirm_entry(dossier, *PLACE, all_typed())

    assert row(dossier).state is PaperState.CHECKED
    assert events(dossier)[-1] == ("sheet.checked", "Regisseur", "Jurylid 1")


@pytest.mark.parametrize("change", [{FIRST: Answer(3)}, {FIRST: None}], ids=["another score", "not typed"])
def test_a_second_entry_that_differs_or_is_not_complete_is_not_noted(
    dossier: Dossier, change: dict[str, Answer | None]
) -> None:
    enter_all(dossier)
    typed = {key: answer for key, answer in {**all_typed(), **change}.items() if answer is not None}

    with pytest.raises(JuryError) as refused:
        confirm_entry(dossier, *PLACE, typed)

    assert refused.value.message == say("paper.differs", count=1)
    assert row(dossier).state is PaperState.ENTERED


def test_a_change_after_the_second_entry_asks_for_another(dossier: Dossier) -> None:
    enter_all(dossier)
    confirm_entry(dossier, *PLACE, all_typed())

    enter_score(dossier, *PLACE, FIRST, Answer(1))

    assert row(dossier).state is PaperState.ENTERED


def test_a_word_of_explanation_leaves_a_sheet_entered_twice_and_another_score_does_not(
    dossier: Dossier,
) -> None:
    enter_all(dossier)
    confirm_entry(dossier, *PLACE, all_typed())

    enter_comment(dossier, *PLACE, FIRST, "Nog iets op de achterkant")
    assert row(dossier).state is PaperState.CHECKED

    enter_score(dossier, *PLACE, FIRST, Answer(1))
    assert row(dossier).state is PaperState.ENTERED


# submitting


def test_complete_sheets_are_submitted_and_of_the_others_is_said_why_not(dossier: Dossier) -> None:
    enter_all(dossier)
    enter_score(dossier, "j1", "c2", Round.WRITTEN, FIRST, Answer(4))

    found = submit_paper(dossier, "j1", Round.WRITTEN, ["c1", "c2"])

    assert isinstance(found, SubmittedPaper)
    assert (found.submitted, [reference for reference, _ in found.refused]) == (("K-01",), ["K-02"])
    assert row(dossier).state is PaperState.SUBMITTED
    assert events(dossier)[-1] == ("sheet.submitted", "Regisseur", "Jurylid 1")


def test_what_is_missing_counts_scores_and_required_comments(dossier: Dossier) -> None:
    required = sum(item.criterion.comment_required for item in ITEMS)
    assert row(dossier).missing == len(ITEMS) + required

    enter_all(dossier)

    assert row(dossier).missing == 0


# goals

GOAL, OTHER_GOAL = a_call().challenge(4).goals[:2]


def test_the_goals_of_the_challenges_on_a_sheet_can_be_marked(dossier: Dossier) -> None:
    asked = [goal.key for number in (1, 4) for goal in a_call().challenge(number).goals]

    assert enter_goal(dossier, *PLACE, GOAL.key, GoalMark.PARTLY) is None
    assert enter_goal(dossier, *PLACE, GOAL.key, GoalMark.NOT) is GoalMark.PARTLY

    assert [goal.key for goal in row(dossier).goals] == asked
    assert row(dossier).marked == {GOAL.key}
    assert open_sheet(dossier, *PLACE).sheet.goal_marks == {GOAL.key: GoalMark.NOT}
    assert events(dossier) == [("sheet.entered", "Regisseur", "Jurylid 1")] * 2


def test_a_mark_can_be_taken_away_and_keeps_no_sheet_from_being_complete(dossier: Dossier) -> None:
    enter_all(dossier)
    enter_goal(dossier, *PLACE, GOAL.key, GoalMark.SHOWN)
    enter_goal(dossier, *PLACE, GOAL.key, None)

    assert (row(dossier).marked, row(dossier).missing) == (frozenset(), 0)


def test_a_goal_of_another_challenge_is_refused(dossier: Dossier) -> None:
    strange = a_call().challenge(7).goals[0].key
    with pytest.raises(JuryError) as caught:
        enter_goal(dossier, *PLACE, strange, GoalMark.SHOWN)
    assert caught.value.message == say("paper.no_such_goal", goal=strange)


def test_a_second_entry_compares_the_goals_too(dossier: Dossier) -> None:
    enter_all(dossier)
    enter_goal(dossier, *PLACE, GOAL.key, GoalMark.SHOWN)
    typed = {**all_typed(), GOAL.key: GoalMark.NOT, OTHER_GOAL.key: GoalMark.PARTLY}

    assert second_entry(dossier, *PLACE, typed) == {GOAL.key: GoalMark.SHOWN, OTHER_GOAL.key: None}


def test_a_goal_that_was_not_typed_again_keeps_the_entry_from_being_noted(dossier: Dossier) -> None:
    enter_all(dossier)
    enter_goal(dossier, *PLACE, GOAL.key, GoalMark.SHOWN)

    with pytest.raises(JuryError) as caught:
        confirm_entry(dossier, *PLACE, all_typed())
    assert caught.value.message == say("paper.differs", count=1)

    confirm_entry(dossier, *PLACE, {**all_typed(), GOAL.key: GoalMark.SHOWN})
    assert row(dossier).state is PaperState.CHECKED


def test_goals_of_a_sheet_on_the_screen_stay_hidden(dossier: Dossier) -> None:
    save_answers(dossier, *PLACE, {}, {GOAL.key: GoalMark.SHOWN})

    assert row(dossier).marked == frozenset()
    with pytest.raises(JuryError) as caught:
        enter_goal(dossier, *PLACE, GOAL.key, GoalMark.NOT)
    assert caught.value.message == say("paper.on_screen", name="Jurylid 1")
