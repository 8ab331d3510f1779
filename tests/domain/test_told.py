"""What a candidate has been told, and of which revision."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import RebuttalOutcome
from jury_desktop.domain.told import Act, Revision, announced, answers, is_told, told_by_outcome
from tests.builders import NOW, a_candidacy, a_decision, a_letter, a_rebuttal

CANDIDACY = a_candidacy()
FIRST, REVISED = Revision(Act.FINAL), Revision(Act.FINAL, 1)
DECISION = a_decision(CANDIDACY, kind=DecisionKind.NOT_SELECTED, revised=1, decided_at=NOW)


def sent(type_: LetterType, **changes: object) -> Letter:
    whole = {"state": LetterState.SENT, "channel": "email", "sent_at": NOW, **changes}
    return a_letter(CANDIDACY, type=type_.value, **whole)


REFUSAL = sent(LetterType.NOT_SELECTED)
REBUTTAL = a_rebuttal(REFUSAL, outcome=RebuttalOutcome.CONFIRMED)
OUTCOME = sent(LetterType.REBUTTAL_OUTCOME, id="l2", about=REBUTTAL.id)


@pytest.mark.parametrize(
    ("type_", "about", "revision"),
    [
        (LetterType.LATE, "", Revision(Act.FORM)),
        (LetterType.INVITATION, "", Revision(Act.SHORTLIST)),
        (LetterType.NOT_SELECTED, "", FIRST),
        (LetterType.REVISED_DECISION, "final.1", REVISED),
        (LetterType.ACKNOWLEDGEMENT, "", None),
        (LetterType.REBUTTAL_OUTCOME, "r1", None),
    ],
)
def test_a_letter_makes_one_revision_known_or_none(
    type_: LetterType, about: str, revision: Revision | None
) -> None:
    assert announced(type_, about) == revision


def test_only_a_letter_that_left_tells_anything() -> None:
    assert is_told(FIRST, DECISION, [], [REFUSAL])
    assert not is_told(FIRST, DECISION, [], [replace(REFUSAL, state=LetterState.FINAL)])
    assert not is_told(REVISED, DECISION, [], [REFUSAL])
    assert is_told(REVISED, DECISION, [], [sent(LetterType.REVISED_DECISION, about="final.1")])


def test_the_outcome_tells_the_revision_that_was_decided_before_it() -> None:
    assert answers(REBUTTAL, [REFUSAL]) == FIRST
    assert is_told(REVISED, DECISION, [REBUTTAL], [REFUSAL, OUTCOME])
    assert told_by_outcome(DECISION, [REBUTTAL], [REFUSAL, OUTCOME]) == REBUTTAL


def test_the_outcome_tells_the_newest_of_several_revisions() -> None:
    again = replace(DECISION, revised=2)
    assert told_by_outcome(again, [REBUTTAL], [REFUSAL]) == REBUTTAL
    assert is_told(Revision(Act.FINAL, 2), again, [REBUTTAL], [REFUSAL, OUTCOME])


@pytest.mark.parametrize(
    ("outcome", "state", "decided"),
    [
        (RebuttalOutcome.INADMISSIBLE, LetterState.SENT, NOW),
        (RebuttalOutcome.CONFIRMED, LetterState.FINAL, NOW),
        (RebuttalOutcome.CONFIRMED, LetterState.SENT, NOW + timedelta(days=1)),
    ],
    ids=["shut out", "not sent", "decided after it"],
)
def test_another_outcome_tells_nothing_of_it(
    outcome: RebuttalOutcome, state: LetterState, decided: object
) -> None:
    decision, rebuttal = replace(DECISION, decided_at=decided), replace(REBUTTAL, outcome=outcome)
    assert not is_told(REVISED, decision, [rebuttal], [REFUSAL, replace(OUTCOME, state=state)])


def test_the_outcome_of_a_rebuttal_to_another_decision_tells_nothing_of_it() -> None:
    earlier = sent(LetterType.NOT_SHORTLISTED)
    rebuttal = a_rebuttal(earlier, outcome=RebuttalOutcome.CONFIRMED)
    assert not is_told(REVISED, DECISION, [rebuttal], [earlier, OUTCOME])
