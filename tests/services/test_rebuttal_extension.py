"""Who was promised an answer earlier than it comes is told so, in a letter of its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import EarlierLetter, LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState
from jury_desktop.domain.rebuttal import Ruling
from jury_desktop.domain.term import Channel
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letters import draft_letter, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import withdraw_rebuttal
from jury_desktop.services.rebuttals import extend_answer, take_back_extension
from tests.builders import NOW
from tests.services.answering import Answered

LATER, LATEST = date(2023, 8, 18), date(2023, 9, 1)
REASON = "De jury komt pas half augustus weer samen."


def on_rebuttals(dossier: Dossier) -> list[tuple[LetterType, str]]:
    """The letters on what candidates answered, with how far each is."""
    found = [row for row in letter_book(dossier) if row.type.value.startswith("rebuttal")]
    return [(row.type, row.letter.state.value if row.letter else "to make") for row in found]


def sent(dossier: Dossier, type_: LetterType) -> Letter:
    """The one letter of a type that has not left: made, final and sent."""
    key = next(row.key for row in letter_book(dossier) if row.type is type_ and not row.sent)
    (kept,) = keep_letters(dossier, [draft_letter(letter_jobs(dossier, [key])[0])], final=True)
    assert kept.state is LetterState.FINAL
    return send_letters(dossier, [kept.id], Dispatch(Channel.EMAIL, NOW))[0]


@pytest.fixture
def answered() -> Answered:
    return Answered(Ruling.FOUNDED)


def test_who_was_promised_no_day_yet_reads_the_later_one_in_the_receipt(answered: Answered) -> None:
    extend_answer(answered.dossier, answered.rebuttal, LATER, REASON)
    assert on_rebuttals(answered.dossier) == [(LetterType.REBUTTAL_RECEIPT, "to make")]
    sent(answered.dossier, LetterType.REBUTTAL_RECEIPT)
    assert on_rebuttals(answered.dossier) == [(LetterType.REBUTTAL_RECEIPT, "sent")]


def test_who_was_promised_an_earlier_day_is_told_the_later_one_and_why(answered: Answered) -> None:
    dossier = answered.dossier
    sent(dossier, LetterType.REBUTTAL_RECEIPT)
    extend_answer(dossier, answered.rebuttal, LATER, REASON)
    receipt, extension = [row.key for row in letter_book(dossier) if row.type.value.startswith("rebuttal")]
    assert (receipt.type, extension.type) == (LetterType.REBUTTAL_RECEIPT, LetterType.REBUTTAL_EXTENSION)
    job = letter_jobs(dossier, [extension])[0]
    number = letter_jobs(dossier, [receipt])[0].data.reference
    assert (job.data.answer_by, job.data.extension_reason, job.data.decided_on) == (LATER, REASON, None)
    assert job.data.earlier == EarlierLetter(number, NOW.date(), "niet geselecteerd")
    text = draft_letter(job).text
    assert "uiterlijk op vrijdag 18 augustus 2023" in text
    assert REASON in text


def test_each_day_it_is_put_off_to_has_its_letter(answered: Answered) -> None:
    dossier = answered.dossier
    sent(dossier, LetterType.REBUTTAL_RECEIPT)
    extend_answer(dossier, answered.rebuttal, LATER, REASON)
    first = sent(dossier, LetterType.REBUTTAL_EXTENSION)
    extend_answer(dossier, answered.rebuttal, LATEST, "Er was geen quorum.")
    second = next(row for row in letter_book(dossier) if not row.sent and "2023-09-01" in row.about)
    job = letter_jobs(dossier, [second.key])[0]
    assert job.data.earlier is not None
    assert job.data.earlier.reference.endswith("uitstel-weerwoord-2023-08-18")
    assert job.data.reference.endswith("uitstel-weerwoord-2023-09-01")
    assert first.about != second.about


def test_what_is_not_put_off_any_more_or_has_ended_needs_no_word(answered: Answered) -> None:
    dossier = answered.dossier
    sent(dossier, LetterType.REBUTTAL_RECEIPT)
    with dossier.read() as uow:
        before = uow.rebuttals.get(answered.rebuttal)
    made = extend_answer(dossier, answered.rebuttal, LATER, REASON)
    take_back_extension(dossier, made, before)
    assert on_rebuttals(dossier) == [(LetterType.REBUTTAL_RECEIPT, "sent")]
    extend_answer(dossier, answered.rebuttal, LATER, REASON)
    answered.end()
    assert [type_ for type_, _ in on_rebuttals(dossier)] == [
        LetterType.REBUTTAL_RECEIPT,
        LetterType.REBUTTAL_OUTCOME,
    ]


def test_the_word_of_it_keeps_the_registration(answered: Answered) -> None:
    dossier = answered.dossier
    sent(dossier, LetterType.REBUTTAL_RECEIPT)
    extend_answer(dossier, answered.rebuttal, NOW.date() + timedelta(days=90), REASON)
    sent(dossier, LetterType.REBUTTAL_EXTENSION)
    with pytest.raises(JuryError) as caught:
        withdraw_rebuttal(dossier, answered.rebuttal)
    assert caught.value.message == say("rebuttal.answered_already")
