"""Which letters a candidacy is owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.due import Due, due_letters
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import RebuttalOutcome
from tests.builders import NOW, a_candidacy, a_decision, a_letter, a_rebuttal

CANDIDACY = a_candidacy()
SELECTED = a_decision(CANDIDACY)
LATER = date(2023, 8, 18)


def owed(
    candidacy: Candidacy, decisions: Sequence[Decision] = (), *, planned: bool = False
) -> tuple[LetterType, ...]:
    return tuple(due.type for due in due_letters(candidacy, decisions, [], planned=planned))


@pytest.mark.parametrize(
    ("verdict", "letters"),
    [
        (Admissibility.ADMISSIBLE, (LetterType.ACKNOWLEDGEMENT,)),
        (Admissibility.TO_COMPLETE, (LetterType.ACKNOWLEDGEMENT,)),
        (Admissibility.WITHDRAWN, ()),
        (Admissibility.UNDECIDED, ()),
        (Admissibility.LATE, (LetterType.LATE,)),
        (Admissibility.INADMISSIBLE, (LetterType.INADMISSIBLE,)),
    ],
)
def test_a_verdict_on_form_may_owe_a_letter(verdict: Admissibility, letters: tuple[LetterType, ...]) -> None:
    assert owed(a_candidacy(admissibility=verdict)) == letters


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
    assert owed(CANDIDACY, [a_decision(CANDIDACY, kind=kind)]) == letters


@pytest.mark.parametrize(("planned", "letters"), [(False, ()), (True, (LetterType.INVITATION,))])
def test_an_invitation_waits_for_the_plan(planned: bool, letters: tuple[LetterType, ...]) -> None:
    invited = a_decision(CANDIDACY, stage=Stage.SHORTLIST, kind=DecisionKind.INVITED)
    assert owed(CANDIDACY, [invited], planned=planned) == letters


def test_who_withdrew_is_owed_nothing_however_far_the_jury_was() -> None:
    withdrawn = a_candidacy(admissibility=Admissibility.WITHDRAWN)
    assert owed(withdrawn, [a_decision(withdrawn)]) == ()


def test_a_rebuttal_owes_a_receipt_and_once_concluded_an_outcome() -> None:
    rebuttal = a_rebuttal(a_letter(CANDIDACY))
    concluded = replace(rebuttal, outcome=RebuttalOutcome.CONFIRMED)
    assert due_letters(CANDIDACY, [SELECTED], [rebuttal], planned=False)[1:] == (
        Due(LetterType.REBUTTAL_RECEIPT, "r-c1"),
    )
    assert due_letters(CANDIDACY, [SELECTED], [concluded], planned=False)[1:] == (
        Due(LetterType.REBUTTAL_RECEIPT, "r-c1"),
        Due(LetterType.REBUTTAL_OUTCOME, "r-c1"),
    )


def test_who_has_the_outcome_needs_no_receipt_any_more() -> None:
    rebuttal = a_rebuttal(a_letter(CANDIDACY), outcome=RebuttalOutcome.CONFIRMED)
    outcome = a_letter(CANDIDACY, type="rebuttal_outcome", about="r-c1", state=LetterState.SENT, sent_at=NOW)
    found = due_letters(CANDIDACY, [SELECTED], [rebuttal], [outcome], planned=False)[1:]
    assert found == (Due(LetterType.REBUTTAL_OUTCOME, "r-c1"),)


@pytest.mark.parametrize(
    ("promised", "told"), [({}, False), ({"r-c1": LATER}, False), ({"r-c1": LATER - timedelta(days=1)}, True)]
)
def test_a_later_answer_is_told_to_whom_it_was_promised_earlier(
    promised: dict[str, date], told: bool
) -> None:
    rebuttal = a_rebuttal(a_letter(CANDIDACY), answer_by=LATER, extension_reason="Geen quorum.")
    found = due_letters(CANDIDACY, [SELECTED], [rebuttal], planned=False, promised=promised)[2:]
    assert found == ((Due(LetterType.REBUTTAL_EXTENSION, "r-c1@2023-08-18"),) if told else ())


def test_a_second_rebuttal_owes_letters_of_its_own() -> None:
    first = a_rebuttal(a_letter(CANDIDACY), outcome=RebuttalOutcome.CONFIRMED)
    second = replace(first, id="r2", outcome=RebuttalOutcome.OPEN)
    assert due_letters(CANDIDACY, [SELECTED], [first, second], planned=False)[1:] == (
        Due(LetterType.REBUTTAL_RECEIPT, "r-c1"),
        Due(LetterType.REBUTTAL_OUTCOME, "r-c1"),
        Due(LetterType.REBUTTAL_RECEIPT, "r2"),
    )


def test_a_revision_owes_a_letter_of_its_own_instead_of_the_first() -> None:
    revised = replace(SELECTED, revised=2)
    assert due_letters(CANDIDACY, [revised], [], planned=False) == (
        Due(LetterType.REVISED_DECISION, "final.2"),
    )
    form = a_candidacy(form_revised=1)
    assert due_letters(form, [], [], planned=False) == (
        Due(LetterType.ACKNOWLEDGEMENT),
        Due(LetterType.REVISED_DECISION, "form.1"),
    )


def test_who_is_invited_by_a_revision_gets_both_letters() -> None:
    invited = a_decision(CANDIDACY, stage=Stage.SHORTLIST, kind=DecisionKind.INVITED, revised=1)
    assert due_letters(CANDIDACY, [invited], [], planned=True) == (
        Due(LetterType.REVISED_DECISION, "shortlist.1"),
        Due(LetterType.INVITATION),
    )


@pytest.mark.parametrize(
    ("outcome", "told_by_it"),
    [
        (RebuttalOutcome.OPEN, True),
        (RebuttalOutcome.CONFIRMED, True),
        (RebuttalOutcome.REVISED, True),
        (RebuttalOutcome.INADMISSIBLE, False),
    ],
)
def test_the_outcome_of_a_rebuttal_tells_the_revision_that_it_led_to(
    outcome: RebuttalOutcome, told_by_it: bool
) -> None:
    letter = a_letter(CANDIDACY, type="not_selected", state=LetterState.SENT, channel="email", sent_at=NOW)
    refused = a_decision(CANDIDACY, kind=DecisionKind.NOT_SELECTED, revised=1)
    rebuttal = a_rebuttal(letter, outcome=outcome)
    due = due_letters(CANDIDACY, [refused], [rebuttal], [letter], planned=False)
    assert (Due(LetterType.REVISED_DECISION, "final.1") not in due) is told_by_it


def test_a_revision_after_the_outcome_left_owes_a_letter_after_all() -> None:
    letter = a_letter(CANDIDACY, type="not_selected", state=LetterState.SENT, channel="email", sent_at=NOW)
    rebuttal = a_rebuttal(letter, outcome=RebuttalOutcome.CONFIRMED)
    answered = replace(letter, id="l2", type="rebuttal_outcome", about=rebuttal.id)
    later = a_decision(CANDIDACY, revised=1, decided_at=NOW + timedelta(days=1))
    due = due_letters(CANDIDACY, [later], [rebuttal], [letter, answered], planned=False)
    assert due[0] == Due(LetterType.REVISED_DECISION, "final.1")
