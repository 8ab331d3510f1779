"""What does not fit together in a letter on a decision that was answered or taken anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.letter import LetterProblem, LetterType, ProblemKind
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch
from jury_desktop.domain.rebuttal import RebuttalOutcome, Ruling
from jury_desktop.domain.sheet import label
from jury_desktop.domain.term import Channel
from jury_desktop.domain.told import Act, Revision
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import send_letters, take_back_dispatch
from jury_desktop.services.letter_book import LetterKey, letter_book
from jury_desktop.services.letters import keep_letters, letter_jobs
from tests.builders import NOW
from tests.services.answering import Answered

OTHER_WORDS = "Punt 8 noemt drie werkgevers; dat telt mee."


def stale(answered: Answered) -> LetterProblem:
    """The remark that the score of its criterion changed, and the words beside it did not."""
    message = say("letters.stale_words", criteria=(label(answered.criterion),), day=NOW.date())
    return LetterProblem(ProblemKind.STALE_WORDS, message)


@pytest.mark.parametrize("ruling", [Ruling.FOUNDED, Ruling.IN_PART])
@pytest.mark.parametrize("on_scores", [True, False])
def test_what_is_followed_and_changed_nothing_is_remarked(ruling: Ruling, on_scores: bool) -> None:
    answered = Answered(ruling, on_scores=on_scores)
    remark = say("letters.unheeded", criterion=label(answered.criterion), day=NOW.date())
    assert answered.concluded(answered.lines) == (LetterProblem(ProblemKind.UNHEEDED, remark),)


def test_another_reason_for_the_criterion_is_enough() -> None:
    answered = Answered(Ruling.FOUNDED)
    first, *others = answered.lines
    assert answered.concluded([replace(first, text=OTHER_WORDS), *others]) == ()


def test_another_score_beside_the_same_words_is_remarked() -> None:
    answered = Answered(Ruling.FOUNDED)
    answered.give_another_score()
    assert answered.concluded(answered.lines) == (stale(answered),)


def test_another_score_with_other_words_fits() -> None:
    answered = Answered(Ruling.FOUNDED)
    answered.give_another_score()
    first, *others = answered.lines
    assert answered.concluded([replace(first, text=OTHER_WORDS), *others]) == ()


def test_a_revised_decision_is_looked_over_in_the_same_way() -> None:
    answered = Answered(Ruling.UNFOUNDED)
    answered.end(RebuttalOutcome.INADMISSIBLE)
    answered.give_another_score()
    decide(answered.dossier, "c2", DecisionKind.SELECTED, "Toch sterk.", answered.lines, "Een vergissing.")
    key = LetterKey("c2", LetterType.REVISED_DECISION, Revision(Act.FINAL, 1).key)
    assert answered.made(key).problems == (stale(answered),)


def test_a_rebuttal_that_is_followed_in_nothing_is_remarked() -> None:
    answered = Answered(Ruling.IN_PART, on_all=True)
    key = answered.decide_anew(answered.lines, DecisionKind.NOT_SELECTED)
    remark = say("letters.nothing_adapted", day=NOW.date())
    assert answered.made(key).problems == (LetterProblem(ProblemKind.UNHEEDED, remark),)


def test_another_decision_is_enough_for_an_argument_on_the_whole() -> None:
    answered = Answered(Ruling.IN_PART, on_all=True)
    assert answered.concluded(answered.lines) == ()


@pytest.mark.parametrize(
    ("scores", "words", "said"),
    [
        (True, True, "De scores en de motivering zijn aangepast."),
        (True, False, "De scores zijn aangepast."),
        (False, True, "De motivering is aangepast."),
        (False, False, ""),
    ],
)
def test_the_outcome_says_what_was_adapted_and_no_more(scores: bool, words: bool, said: str) -> None:
    answered = Answered(Ruling.IN_PART)
    if scores:
        answered.give_another_score()
    first, *others = answered.lines
    lines = [replace(first, text=OTHER_WORDS), *others] if words else answered.lines
    text = answered.made(answered.decide_anew(lines, DecisionKind.NOT_SELECTED)).text
    stays = "Die uitkomst blijft: niet geselecteerd."
    after = text.split(stays)[1].split("De jury van")[0].split("de jury van")[0]
    assert after.strip() == said


def test_an_outcome_is_of_the_day_of_the_decision_that_it_makes_known() -> None:
    answered = Answered(Ruling.FOUNDED)
    answered.end()
    later = replace(answered.dossier, now=lambda: NOW + timedelta(days=3))
    decide(later, "c2", DecisionKind.SELECTED, "Toch sterk.", answered.lines, "Na het weerwoord.")
    key = LetterKey("c2", LetterType.REBUTTAL_OUTCOME, answered.rebuttal)
    assert letter_jobs(later, [key])[0].data.decided_on == NOW.date() + timedelta(days=3)


def test_a_decision_that_was_taken_anew_twice_is_told_by_the_outcome_alone() -> None:
    answered = Answered(Ruling.FOUNDED)
    key = answered.decide_anew(answered.lines)
    decide(answered.dossier, "c2", DecisionKind.SELECTED, "Zeer sterk.", answered.lines, "Een schrijffout.")
    (kept,) = keep_letters(answered.dossier, [answered.made(key)], final=True)
    send_letters(answered.dossier, [kept.id], Dispatch(Channel.EMAIL, NOW))
    assert [
        row.type for row in letter_book(answered.dossier) if row.candidacy.id == "c2" and not row.sent
    ] == []
    assert not any(row.overtaken for row in letter_book(answered.dossier))
    assert take_back_dispatch(answered.dossier, [kept.id], "Bleef liggen.") == (kept,)
