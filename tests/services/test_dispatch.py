"""Letters on their way: what is refused, what proves it, how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState, too_early
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.services.candidacies import correct_candidacy, particulars_of
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import record_presentation, send_letters, take_back_dispatch
from jury_desktop.services.letter_book import LetterKey
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import answer_points, conclude_rebuttal, terms
from tests.builders import NOW, a_candidacy
from tests.services.arriving import from_candidate
from tests.services.test_letters import after_deliberation, reasons

BY_MAIL = Dispatch(Channel.EMAIL, NOW)
WITH_RECEIPT = Dispatch(Channel.REGISTERED_RECEIPT, NOW, postal_reference=" RR 1234 BE ")


def refused(verb: Callable[..., object], *given: object) -> Message:
    with pytest.raises(JuryError) as caught:
        verb(*given)
    return caught.value.message


def with_final() -> tuple[Dossier, Letter, Letter]:
    """K-01 selected and K-02 refused; both letters are final."""
    dossier = after_deliberation()
    first, second = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    return dossier, first, second


def correct(dossier: Dossier, **changes: str) -> None:
    correct_candidacy(dossier, "c1", replace(particulars_of(a_candidacy(1)), **changes))  # type: ignore[arg-type]


def final_again(dossier: Dossier) -> Letter:
    return next(
        letter
        for letter in keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
        if letter.candidacy == "c1"
    )


@pytest.mark.parametrize(
    ("channel", "field", "missing"),
    [
        (Channel.EMAIL, "email", "letter_book.no_email"),
        (Channel.REGISTERED, "address", "letter_book.no_address"),
        (Channel.HAND, "address", "letter_book.no_address"),
    ],
)
def test_a_letter_goes_to_an_address(channel: Channel, field: str, missing: str) -> None:
    dossier, *_ = with_final()
    correct(dossier, **{field: " "})
    letter = final_again(dossier)
    dispatch = Dispatch(channel, NOW, postal_reference="RR 1 BE")
    assert refused(send_letters, dossier, [letter.id], dispatch) == say(missing, reference="K-01")
    sent = send_letters(dossier, [letter.id], replace(dispatch, sent_to="an@elders.example"))[0]
    assert sent.sent_to == "an@elders.example"


def test_of_several_letters_none_is_recorded_when_one_cannot_be() -> None:
    dossier, first, second = with_final()
    correct(dossier, email="")
    first = final_again(dossier)
    refused(send_letters, dossier, [second.id, first.id], BY_MAIL)
    with dossier.read() as uow:
        assert {letter.state for letter in uow.letters.find()} == {LetterState.FINAL}


def test_a_letter_that_no_longer_says_what_the_dossier_says_is_not_sent() -> None:
    dossier, first, _ = with_final()
    decide(dossier, "c1", DecisionKind.SELECTED, "Anders verwoord.", reasons(dossier, "c1"))
    assert refused(send_letters, dossier, [first.id], BY_MAIL) == say(
        "letter_book.outdated", reference="K-01"
    )


def test_a_final_letter_that_is_owed_no_more_is_not_sent() -> None:
    dossier, _, refusal = with_final()
    summary = "De aanpak blijft te algemeen voor deze doelgroep."
    decide(dossier, "c2", DecisionKind.SELECTED, summary, reasons(dossier, "c2"))
    assert refused(send_letters, dossier, [refusal.id], BY_MAIL) == say(
        "letter_book.outdated", reference="K-02"
    )


def test_nothing_was_sent_tomorrow() -> None:
    dossier, first, _ = with_final()
    tomorrow = NOW + timedelta(days=1)
    assert refused(send_letters, dossier, [first.id], Dispatch(Channel.EMAIL, tomorrow)) == say(
        "letter_book.sent_in_the_future", moment=tomorrow
    )


def test_no_letter_left_before_the_day_on_it() -> None:
    dossier, *_ = with_final()
    planned = Communication(date(2023, 6, 12), Channel.EMAIL)
    jobs = letter_jobs(dossier, [LetterKey("c1", LetterType.SELECTED)], planned)
    (letter,) = keep_letters(dossier, draft_letters(jobs), final=True)
    then = replace(dossier, now=lambda: NOW + timedelta(days=4))
    early = datetime(2023, 6, 11, 23, 59, tzinfo=BRUSSELS)
    assert refused(send_letters, then, [letter.id], Dispatch(Channel.EMAIL, early)) == say(
        "letter_book.sent_before_its_day", reference="K-01", moment=early, day=date(2023, 6, 12)
    )
    on_the_day = early + timedelta(minutes=1)
    assert send_letters(then, [letter.id], Dispatch(Channel.EMAIL, on_the_day))[0].sent_at == on_the_day


def test_no_letter_left_before_it_was_made_though_the_same_minute_will_do() -> None:
    dossier, first, second = with_final()
    early = NOW - timedelta(minutes=1)
    assert refused(send_letters, dossier, [first.id, second.id], Dispatch(Channel.EMAIL, early)) == say(
        "letter_book.sent_before_made", reference="K-01", moment=early, made=NOW
    )
    half_a_minute_later = replace(first, created_at=NOW + timedelta(seconds=30))
    assert too_early(half_a_minute_later, NOW, "K-01") is None


def test_what_was_taken_back_is_not_recorded_for_an_earlier_day_either() -> None:
    dossier, _, second = with_final()
    send_letters(dossier, [second.id], BY_MAIL)
    take_back_dispatch(dossier, [second.id], "Verkeerde dag.")
    assert refused(
        send_letters, dossier, [second.id], Dispatch(Channel.EMAIL, NOW - timedelta(days=7))
    ) == say(
        "letter_book.sent_before_its_day", reference="K-02", moment=NOW - timedelta(days=7), day=NOW.date()
    )


def test_a_letter_with_receipt_is_recorded_before_and_after_the_receipt_came_back() -> None:
    dossier, _, second = with_final()
    sent = send_letters(dossier, [second.id], WITH_RECEIPT)[0]
    assert (sent.channel, sent.postal_reference, sent.presented) == (
        "registered-receipt",
        "RR 1234 BE",
        None,
    )
    later = replace(dossier, now=lambda: datetime(2023, 6, 20, 9, tzinfo=BRUSSELS))
    presented = record_presentation(later, second.id, date(2023, 6, 19))
    assert presented == replace(sent, presented=date(2023, 6, 19))
    assert terms(later)[0].term.end == date(2023, 7, 3)
    assert refused(record_presentation, later, second.id, date(2023, 6, 8)).key == (
        "term.presented_before_sent"
    )
    assert refused(record_presentation, later, second.id, date(2023, 6, 21)).key == (
        "letter_book.presented_impossible"
    )


def test_a_presentation_known_at_once_is_kept_with_the_dispatch() -> None:
    dossier, _, second = with_final()
    there = datetime(2023, 6, 20, 9, tzinfo=BRUSSELS)
    dispatch = replace(WITH_RECEIPT, presented=date(2023, 6, 12))
    sent = send_letters(replace(dossier, now=lambda: there), [second.id], dispatch)[0]
    assert sent.presented == date(2023, 6, 12)


def test_only_a_letter_with_receipt_is_presented() -> None:
    dossier, _, second = with_final()
    send_letters(dossier, [second.id], BY_MAIL)
    assert refused(record_presentation, dossier, second.id, NOW.date()).key == (
        "letter_book.presented_impossible"
    )


def test_a_dispatch_is_taken_back_with_a_reason_and_the_journal_tells_both() -> None:
    dossier, _, second = with_final()
    send_letters(dossier, [second.id], BY_MAIL)
    assert refused(take_back_dispatch, dossier, [second.id], " ") == say("letter_book.take_back_needs_reason")
    assert take_back_dispatch(dossier, [second.id], "Nog niet vertrokken.") == (second,)
    assert terms(dossier) == ()
    with dossier.read() as uow:
        told = [(event.action, event.reason) for event in uow.journal.all()][-2:]
    assert told == [("letter.sent", ""), ("letter.dispatch_withdrawn", "Nog niet vertrokken.")]


def test_a_dispatch_that_something_rests_on_stays() -> None:
    dossier, first, second = with_final()
    send_letters(dossier, [first.id, second.id], BY_MAIL)
    register_rebuttal(dossier, second.id, from_candidate(NOW), (Point("Neen."),))
    decide(dossier, "c1", DecisionKind.RESERVE, "Toch niet.", reason="Een telfout.")
    for letter, reference in ((first, "K-01"), (second, "K-02")):
        expected = say("letter_book.relied_on", reference=reference)
        assert refused(take_back_dispatch, dossier, [letter.id], "Vergissing") == expected


def test_an_outcome_that_a_later_revision_rests_on_stays() -> None:
    dossier, _, second = with_final()
    send_letters(dossier, [second.id], BY_MAIL)
    rebuttal = register_rebuttal(dossier, second.id, from_candidate(NOW), (Point("Lees dia 6."),))
    answer_points(dossier, rebuttal.id, (Point("Lees dia 6.", answer="U hebt gelijk."),))
    decide(dossier, "c2", DecisionKind.RESERVE, "Bruikbaar.", reasons(dossier, "c2"), "Na weerwoord.")
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.REVISED, "De jury herziet.")
    key = LetterKey("c2", LetterType.REBUTTAL_OUTCOME, rebuttal.id)
    [outcome] = keep_letters(dossier, draft_letters(letter_jobs(dossier, [key])), final=True)
    send_letters(dossier, [outcome.id], BY_MAIL)
    assert take_back_dispatch(dossier, [outcome.id], "Nog niet vertrokken.") == (outcome,)
    send_letters(dossier, [outcome.id], BY_MAIL)
    later = replace(dossier, now=lambda: NOW + timedelta(hours=1))
    decide(later, "c2", DecisionKind.SELECTED, "Sterk.", reasons(dossier, "c2"), "Een plaats kwam vrij.")
    expected = say("letter_book.relied_on", reference="K-02")
    assert refused(take_back_dispatch, later, [outcome.id], "Vergissing") == expected


def test_what_did_not_leave_cannot_be_taken_back() -> None:
    dossier, first, _ = with_final()
    expected = say("letter_book.not_sent", reference="K-01")
    assert refused(take_back_dispatch, dossier, [first.id], "Vergissing") == expected


@pytest.mark.parametrize("told", ["", "  ", "onbekend", "niet bekend"])
def test_what_was_registered_has_a_number_or_words_why_not(told: str) -> None:
    dossier, first, _ = with_final()
    dispatch = Dispatch(Channel.REGISTERED, NOW, postal_reference=told)

    assert refused(send_letters, dossier, [first.id], dispatch) == say(
        "letter_book.no_number", reference="K-01"
    )
    why = replace(dispatch, postal_reference="niet bekend: het bewijs ging verloren")
    assert send_letters(dossier, [first.id], why)[0].postal_reference == why.postal_reference


def test_of_several_registered_letters_each_has_its_own_number() -> None:
    dossier, first, second = with_final()
    dispatch = Dispatch(Channel.REGISTERED, NOW, postal_reference="RR 1 BE")
    lacks = say("letter_book.no_number", reference="K-02")
    assert refused(send_letters, dossier, [first.id, second.id], dispatch) == lacks

    both = replace(dispatch, postal_reference="RR 1 BE\n RR 2 BE ")
    sent = send_letters(dossier, [first.id, second.id], both)
    assert [letter.postal_reference for letter in sent] == ["RR 1 BE", "RR 2 BE"]
