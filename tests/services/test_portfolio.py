"""The portfolio of a dossier: who may be chosen, and the reasons people read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import GoalMark
from jury_desktop.services.portfolio import (
    choose_portfolio,
    left_aside,
    portfolio_candidates,
    reasons,
    reasons_by_reference,
)
from jury_desktop.services.ports import Dossier
from tests.builders import a_call, a_candidacy, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round, invited

JURORS = [a_juror(1), a_juror(2)]


def heard(*scores: int, challenges: tuple[tuple[int, ...], ...]) -> Dossier:
    """Candidacies with these scores in both rounds; K-01 also shows the first goal of its challenge."""
    candidacies = [
        a_candidacy(n, challenges=chosen, municipalities=("Lier",)) for n, chosen in enumerate(challenges, 1)
    ]
    sheets = [
        a_sheet(juror, candidacy, round_, value=score)
        for juror in JURORS
        for candidacy, score in zip(candidacies, scores, strict=True)
        for round_ in Round
    ]
    marked = [replace(s, goal_marks={"1.01": GoalMark.SHOWN}) if s.candidacy == "c1" else s for s in sheets]
    return a_dossier(candidacies, JURORS, marked, [invited(candidacy) for candidacy in candidacies])


def refusal(dossier: Dossier) -> Message:
    with pytest.raises(JuryError) as refused:
        portfolio_candidates(dossier)
    return refused.value.message


def test_the_reasons_tell_what_each_brings_and_what_a_better_rank_would_cost() -> None:
    dossier = heard(5, 4, 3, challenges=((1,), (1,), (4,)))
    found = choose_portfolio(portfolio_candidates(dossier), 2)

    assert [member.reference for member in found.members] == ["K-01", "K-03"]
    assert found.proven
    assert reasons(found) == (
        say("portfolio.lost", reference="K-01", challenges=("1",), goals=("1.01",), municipalities="–"),
        say("portfolio.lost", reference="K-03", challenges=("4",), goals="–", municipalities="–"),
        say("portfolio.swap_challenges", reference="K-02", place=2, member="K-03", before=2, after=1),
        say("portfolio.adds_nothing", reference="K-02"),
    )


def test_every_reason_stands_with_the_candidacy_it_is_about() -> None:
    found = choose_portfolio(portfolio_candidates(heard(5, 4, 3, challenges=((1,), (1,), (4,)))), 2)
    by_reference = reasons_by_reference(found)
    assert list(by_reference) == ["K-01", "K-03", "K-02"]
    assert [reason for reasons_ in by_reference.values() for reason in reasons_] == list(reasons(found))
    assert len(by_reference["K-02"]) == 2


def test_who_adds_nothing_alone_is_in_it_by_score() -> None:
    found = choose_portfolio(portfolio_candidates(heard(5, 4, challenges=((1, 4), (4,)))), 2)

    assert reasons(found)[1] == say("portfolio.by_score", reference="K-02", score=4.0)


def test_who_is_left_outside_by_the_size_is_told_with_what_it_would_add() -> None:
    found = choose_portfolio(portfolio_candidates(heard(5, 4, challenges=((1, 2), (3,)))), 1)

    assert reasons(found)[-1] == say(
        "portfolio.would_add", reference="K-02", challenges=("3",), goals="–", municipalities="–"
    )


def test_nobody_is_proposed_below_the_threshold_of_the_call() -> None:
    dossier = heard(5, 0, challenges=((1,), (4,)))
    assert [one.reference for one in portfolio_candidates(dossier)] == ["K-01"]
    assert refusal(heard(0, challenges=((1,),))) == say("portfolio.none_reach")


def test_sealed_scores_propose_nobody() -> None:
    assert refusal(after_the_written_round()) == say("portfolio.sealed")


def test_it_changes_nothing() -> None:
    dossier = after_both_rounds()
    with dossier.read() as uow:
        before = uow.journal.all()
    choose_portfolio(portfolio_candidates(dossier))
    with dossier.read() as uow:
        assert uow.journal.all() == before


def test_who_cannot_be_chosen_is_named_with_the_reason() -> None:
    dossier = heard(5, 2, 1, challenges=((1,), (2,), (3,)))
    threshold = a_call().rubric.threshold
    assert threshold is not None

    assert left_aside(dossier) == (say("portfolio.below", threshold=threshold, references=("K-02", "K-03")),)
    assert left_aside(after_the_written_round()) == ()
