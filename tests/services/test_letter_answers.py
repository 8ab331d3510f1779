"""Two rebuttals of one candidate: what comes late tells the decision as it stands by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Ruling
from jury_desktop.domain.term import Channel
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import LetterKey, letter_book
from jury_desktop.services.letters import (
    DraftedLetter,
    draft_letter,
    draft_letters,
    keep_letters,
    letter_jobs,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import conclude_rebuttal
from tests.builders import NOW
from tests.services.answering import Answered
from tests.services.arriving import from_candidate

LATE = NOW + timedelta(days=30)
AFTER = LATE + timedelta(days=2)


class Twice:
    """K-02 was refused and answered in time, which the jury followed: it is selected. A second rebuttal on
    the same letter comes two weeks after the term."""

    def __init__(self, *, told: bool = True) -> None:
        """
        :param told: the outcome of the first left before the second came.
        """
        first = Answered(Ruling.FOUNDED)
        self.first = first.decide_anew([replace(line, text="Toch wel.") for line in first.lines])
        self.dossier: Dossier = first.dossier
        with first.dossier.read() as uow:
            (self.refusal,) = uow.letters.find(candidacy="c2")
        if told:
            self.send(self.first)
        self.dossier = replace(first.dossier, now=lambda: AFTER)
        arrived = from_candidate(LATE)
        second = register_rebuttal(self.dossier, self.refusal.id, arrived, (Point("Nog iets."),)).id
        self.rebuttal = second
        self.receipt = LetterKey("c2", LetterType.REBUTTAL_RECEIPT, second)
        self.outcome = LetterKey("c2", LetterType.REBUTTAL_OUTCOME, second)

    def draft(self, key: LetterKey) -> DraftedLetter:
        return draft_letter(letter_jobs(self.dossier, [key])[0])

    def send(self, key: LetterKey) -> None:
        made = keep_letters(self.dossier, draft_letters(letter_jobs(self.dossier, [key])), final=True)
        send_letters(self.dossier, [made[0].id], Dispatch(Channel.EMAIL, self.dossier.now()))

    def shut_out(self) -> None:
        conclude_rebuttal(self.dossier, self.rebuttal, RebuttalOutcome.INADMISSIBLE, "Het kwam te laat.")

    def overtaken(self) -> list[LetterType]:
        return [found.type for found in letter_book(self.dossier) if found.overtaken]


def test_what_came_late_leaves_and_tells_the_decision_that_a_later_letter_told() -> None:
    twice = Twice()
    twice.shut_out()
    made = twice.draft(twice.outcome)
    assert made.problems == ()
    assert "De beslissing in onze brief van 9 juni 2023 blijft gelden: geselecteerd." in made.text
    assert made.job.data.earlier is not None
    assert made.job.data.earlier.reference == "lier-2023/K-02/uitkomst-weerwoord"
    assert "niet geselecteerd" not in made.text
    assert "Waarom deze beslissing?" not in made.text

    twice.send(twice.outcome)
    assert twice.overtaken() == []


def test_what_came_late_waits_for_the_letter_with_the_new_decision() -> None:
    twice = Twice(told=False)
    twice.shut_out()
    waits = say("letters.told_elsewhere_first", earlier="niet geselecteerd", now="geselecteerd")
    assert [each.message for each in twice.draft(twice.outcome).problems if each.blocking] == [waits]
    twice.send(twice.first)
    assert twice.draft(twice.outcome).can_be_final


def test_the_letters_on_two_rebuttals_are_told_apart_by_a_number() -> None:
    twice = Twice()
    twice.shut_out()
    on_rebuttals = [found for found in letter_book(twice.dossier) if found.number]
    assert [(found.type, found.number) for found in on_rebuttals] == [
        (LetterType.REBUTTAL_OUTCOME, 1),
        (LetterType.REBUTTAL_RECEIPT, 2),
        (LetterType.REBUTTAL_OUTCOME, 2),
    ]


def test_the_receipt_of_what_came_late_tells_what_holds_until_the_answer() -> None:
    twice = Twice()
    made = twice.draft(twice.receipt)
    assert made.problems == ()
    assert "opnieuw beslist is: geselecteerd. Die beslissing blijft tot dan gelden." in made.text
    assert "in die brief gelden" not in made.text
    twice.send(twice.receipt)
    assert twice.overtaken() == []


def test_as_long_as_no_later_letter_left_the_receipt_goes_by_the_one_that_is_answered() -> None:
    twice = Twice(told=False)
    made = twice.draft(twice.receipt)
    assert "Tot dan blijft de beslissing in die brief gelden: niet geselecteerd." in made.text
