"""A letter that left, and a decision that was formally taken anew since: until its reader knows, it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Ruling
from jury_desktop.domain.term import Channel
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import LetterKey, LetterRow, letter_book
from jury_desktop.services.letter_fate import record_bounce
from jury_desktop.services.letter_replaced import Replaced
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.outbox import parcels
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import answer_points, conclude_rebuttal
from tests.builders import NOW
from tests.services.arriving import from_candidate
from tests.services.test_letters import reasons, sent_refusal

DAY = timedelta(days=1)


class Refused:
    """K-02 was sent its refusal; each step is a day later than the one before."""

    def __init__(self) -> None:
        self.dossier = sent_refusal()
        self.letter = next(row.letter for row in letter_book(self.dossier) if row.letter and row.sent)

    def decide(self, kind: DecisionKind) -> None:
        self._tomorrow()
        decide(self.dossier, "c2", kind, "Bij nader inzien.", reasons(self.dossier, "c2"), "Een telfout.")

    def send(self, type_: LetterType, about: str) -> None:
        """Make one letter and let it leave."""
        self._tomorrow()
        key = LetterKey("c2", type_, about)
        (letter,) = keep_letters(self.dossier, draft_letters(letter_jobs(self.dossier, [key])), final=True)
        send_letters(self.dossier, [letter.id], Dispatch(Channel.EMAIL, self.dossier.now()))

    def answer(self, outcome: RebuttalOutcome) -> str:
        """The candidate answers the refusal, and the jury says what comes of it; gives the rebuttal."""
        self._tomorrow()
        ruling = Ruling.UNFOUNDED if outcome is RebuttalOutcome.CONFIRMED else Ruling.FOUNDED
        point = Point("Lees dia 6.", answer="Gelezen.", ruling=ruling)
        made = register_rebuttal(self.dossier, self.letter.id, from_candidate(self.dossier.now()), (point,))
        answer_points(self.dossier, made.id, (point,))
        conclude_rebuttal(self.dossier, made.id, outcome, "Na beraad.")
        return made.id

    def shown(self) -> dict[str, str]:
        """What the list says of the letters on the decision of K-02."""
        rows = (row for row in letter_book(self.dossier) if row.candidacy.id == "c2")
        return {row.type.value + row.about[:7]: _said(row) for row in rows if "receipt" not in row.type}

    def _tomorrow(self) -> None:
        now = self.dossier.now() + DAY
        self.dossier = replace(self.dossier, now=lambda: now)


def _said(row: LetterRow) -> str:
    sent = "sent" if row.sent else "owed"
    return "overtaken" if row.overtaken else sent


@pytest.fixture
def refused() -> Refused:
    return Refused()


def test_a_letter_stays_overtaken_until_the_one_with_the_new_decision_has_left(refused: Refused) -> None:
    assert refused.shown() == {"not_selected": "sent"}
    refused.decide(DecisionKind.RESERVE)
    assert refused.shown() == {"not_selected": "overtaken", "revised_decisionfinal.1": "owed"}
    refused.decide(DecisionKind.SELECTED)  # once more, before anything left
    assert refused.shown() == {"not_selected": "overtaken", "revised_decisionfinal.1": "owed"}
    assert "steps.letters_revised_decision" in steps(refused.dossier)

    refused.send(LetterType.REVISED_DECISION, "final.1")

    assert refused.shown() == {"not_selected": "sent", "revised_decisionfinal.1": "sent"}


def test_of_several_letters_that_left_the_last_one_is_overtaken(refused: Refused) -> None:
    refused.decide(DecisionKind.RESERVE)
    refused.send(LetterType.REVISED_DECISION, "final.1")
    refused.decide(DecisionKind.SELECTED)

    assert refused.shown() == {
        "not_selected": "sent",
        "revised_decisionfinal.1": "overtaken",
        "revised_decisionfinal.2": "owed",
    }


def test_a_decision_that_the_outcome_of_a_rebuttal_will_tell_leaves_the_first_letter_overtaken(
    refused: Refused,
) -> None:
    rebuttal = refused.answer(RebuttalOutcome.REVISED)
    refused.decide(DecisionKind.SELECTED)
    assert refused.shown()["not_selected"] == "overtaken"

    refused.send(LetterType.REBUTTAL_OUTCOME, rebuttal)

    assert set(refused.shown().values()) == {"sent"}


def test_what_an_unfounded_rebuttal_was_told_is_replaced_like_the_letter_it_answered(
    refused: Refused,
) -> None:
    rebuttal = refused.answer(RebuttalOutcome.CONFIRMED)
    refused.send(LetterType.REBUTTAL_OUTCOME, rebuttal)
    refused.decide(DecisionKind.RESERVE)
    assert sorted(refused.shown().values()) == ["overtaken", "overtaken", "owed"]

    refused.send(LetterType.REVISED_DECISION, "final.1")

    assert set(refused.shown().values()) == {"sent"}
    assert "steps.overtaken" not in steps(refused.dossier)


def test_nobody_waits_for_a_letter_to_who_withdrew(refused: Refused) -> None:
    refused.decide(DecisionKind.RESERVE)
    judge_admissibility(refused.dossier, "c2", Admissibility.WITHDRAWN, "Op eigen vraag.")

    assert refused.shown() == {"not_selected": "sent"}


def test_a_letter_that_came_back_does_not_leave_again_with_a_decision_that_was_replaced(
    refused: Refused,
) -> None:
    record_bounce(refused.dossier, refused.letter.id, NOW, "Onbekend.")
    assert [row.may_leave for row in letter_book(refused.dossier) if row.sent] == [True]
    refused.decide(DecisionKind.SELECTED)

    (row,) = (row for row in letter_book(refused.dossier) if row.sent)
    assert (row.replaced, row.may_leave) == (Replaced.UNTOLD, False)
    assert parcels(refused.dossier, [row.key]) == ()
    assert "steps.came_back" not in steps(refused.dossier)
    with pytest.raises(JuryError) as caught:
        send_letters(refused.dossier, [refused.letter.id], Dispatch(Channel.REGISTERED, NOW + DAY))
    assert caught.value.message == say("letter_book.replaced", reference="K-02")


def steps(dossier: Dossier) -> list[str]:
    return [step.text.key for step in overview(dossier).steps]
