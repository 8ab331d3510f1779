"""Which letters a candidacy is owed."""

from __future__ import annotations

import pytest

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.due import due_letters
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rebuttal import RebuttalOutcome
from tests.builders import a_candidacy, a_decision, a_letter, a_rebuttal

CANDIDACY = a_candidacy()


@pytest.mark.parametrize(
    ("verdict", "letters"),
    [
        (Admissibility.ADMISSIBLE, ()),
        (Admissibility.UNDECIDED, ()),
        (Admissibility.LATE, (LetterType.LATE,)),
        (Admissibility.INADMISSIBLE, (LetterType.INADMISSIBLE,)),
    ],
)
def test_a_verdict_on_form_may_owe_a_letter(verdict: Admissibility, letters: tuple[LetterType, ...]) -> None:
    assert due_letters(a_candidacy(admissibility=verdict), [], [], planned=False) == letters


@pytest.mark.parametrize(
    ("kind", "letters"),
    [
        (DecisionKind.NOT_SHORTLISTED, (LetterType.NOT_SHORTLISTED,)),
        (DecisionKind.SELECTED, (LetterType.SELECTED,)),
        (DecisionKind.RESERVE, (LetterType.RESERVE,)),
        (DecisionKind.NOT_SELECTED, (LetterType.NOT_SELECTED,)),
    ],
)
def test_every_decision_owes_its_letter(kind: DecisionKind, letters: tuple[LetterType, ...]) -> None:
    assert due_letters(CANDIDACY, [a_decision(CANDIDACY, kind=kind)], [], planned=False) == letters


@pytest.mark.parametrize(("planned", "letters"), [(False, ()), (True, (LetterType.INVITATION,))])
def test_an_invitation_waits_for_the_plan(planned: bool, letters: tuple[LetterType, ...]) -> None:
    invited = a_decision(CANDIDACY, stage=Stage.SHORTLIST, kind=DecisionKind.INVITED)
    assert due_letters(CANDIDACY, [invited], [], planned=planned) == letters


def test_a_rebuttal_owes_a_receipt_and_once_concluded_an_outcome() -> None:
    rebuttal = a_rebuttal(a_letter(CANDIDACY))
    concluded = a_rebuttal(a_letter(CANDIDACY), outcome=RebuttalOutcome.CONFIRMED)
    assert due_letters(CANDIDACY, [], [rebuttal], planned=False) == (LetterType.REBUTTAL_RECEIPT,)
    assert due_letters(CANDIDACY, [], [concluded], planned=False) == (
        LetterType.REBUTTAL_RECEIPT,
        LetterType.REBUTTAL_OUTCOME,
    )
