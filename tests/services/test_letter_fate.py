"""What became of a letter that left, and leaving again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState
from jury_desktop.domain.rebuttal import Point
from jury_desktop.domain.sheet import Answer
from jury_desktop.domain.term import Channel
from jury_desktop.services.dispatch import (
    address_for,
    record_presentation,
    send_letters,
    take_back_dispatch,
)
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letter_fate import record_bounce, record_receipt, take_back_fate
from jury_desktop.services.outbox import parcels
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from jury_desktop.services.rebuttals import terms
from jury_desktop.services.scoring import amend_sheet, open_sheet
from tests.builders import NOW
from tests.services.test_letters import BY_MAIL, sent_refusal

LATER = NOW + timedelta(days=2)
UNKNOWN = "550 5.1.1 mailbox onbekend"


def refused(dispatch: Dispatch = BY_MAIL) -> tuple[Dossier, Letter]:
    """K-02 was sent its refusal on 9 June; now it is two days later."""
    dossier = sent_refusal()
    if dispatch != BY_MAIL:
        (letter,) = letters(dossier)
        take_back_dispatch(dossier, [letter.id], "Anders verstuurd.")
        send_letters(dossier, [letter.id], dispatch)
    return replace(dossier, now=lambda: LATER), letters(dossier)[0]


def letters(dossier: Dossier) -> tuple[Letter, ...]:
    with dossier.read() as uow:
        return uow.letters.find(candidacy="c2")


def came_back(dossier: Dossier) -> tuple[bool, bool, bool]:
    """Whether the letter is marked so in the book, may leave again, and is marked so at its term."""
    (row,) = [row for row in letter_book(dossier) if row.sent]
    return row.came_back, row.may_leave, terms(dossier)[0].came_back


def key_of(caught: pytest.ExceptionInfo[JuryError]) -> str:
    return caught.value.message.key


def test_a_letter_does_not_leave_again_for_where_it_came_back_from_unless_somebody_says_so() -> None:
    dossier, letter = refused()
    back = record_bounce(dossier, letter.id, LATER, UNKNOWN)
    with dossier.read() as uow:
        candidacy = uow.candidacies.get("c2")
    assert [address_for(back, candidacy, channel) for channel in (Channel.EMAIL, Channel.REGISTERED)] == [
        "",
        candidacy.address,
    ]
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER))
    assert caught.value.message == say("letter_book.came_back_from", reference="K-02", address=letter.sent_to)
    (again,) = send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER, letter.sent_to))
    assert (again.sent_to, again.came_back) == (letter.sent_to, False)


def test_a_letter_does_not_leave_again_before_it_came_back() -> None:
    dossier, letter = refused()
    record_bounce(dossier, letter.id, LATER, UNKNOWN)
    early = LATER - timedelta(hours=1)
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, early, "an@elders.example"))
    assert caught.value.message == say(
        "letter_book.sent_before_back", reference="K-02", moment=early, back=LATER
    )


def test_a_letter_that_came_back_is_set_out_again_as_it_was() -> None:
    dossier, letter = refused()
    record_bounce(dossier, letter.id, LATER, UNKNOWN)
    (parcel,) = [each for each in parcels(dossier) if each.letter.id == letter.id]
    with dossier.read() as uow:
        assert (parcel.pdf, parcel.address) == (uow.blobs.get(letter.pdf), "")


def test_a_bounce_and_a_receipt_are_kept_with_what_shows_them() -> None:
    dossier, letter = refused()
    bounced = record_bounce(dossier, letter.id, LATER, f" {UNKNOWN} ")
    received = record_receipt(dossier, letter.id, LATER, "Leesbevestiging")

    assert (bounced.bounced_at, bounced.bounce, bounced.came_back) == (LATER, UNKNOWN, True)
    assert received == replace(bounced, receipt_at=LATER, receipt="Leesbevestiging")
    assert letters(dossier) == (received,)
    with dossier.read() as uow:
        assert [event.action for event in uow.journal.all()[-2:]] == ["letter.bounced", "letter.received"]


def test_what_was_received_after_it_came_back_need_not_leave_again() -> None:
    dossier, letter = refused()
    record_receipt(dossier, letter.id, NOW + timedelta(days=1), "Leesbevestiging")
    assert record_bounce(dossier, letter.id, LATER, UNKNOWN).came_back
    assert not record_receipt(dossier, letter.id, LATER, "Telefoon").came_back
    assert came_back(dossier) == (False, False, False)


def test_a_letter_that_was_answered_arrived_whatever_came_back() -> None:
    dossier, letter = refused()
    record_bounce(dossier, letter.id, LATER, UNKNOWN)
    assert came_back(dossier) == (True, True, True)
    register_rebuttal(dossier, letter.id, Arrived(LATER, "email"), (Point("Lees dia 6."),))
    assert came_back(dossier) == (False, False, False)


@pytest.mark.parametrize("at", [NOW - timedelta(minutes=1), LATER + timedelta(minutes=1)])
def test_nothing_happens_to_a_letter_before_it_left_or_tomorrow(at: datetime) -> None:
    dossier, letter = refused()
    with pytest.raises(JuryError) as caught:
        record_bounce(dossier, letter.id, at, UNKNOWN)
    assert caught.value.message == say("letter_book.fate_impossible", reference="K-02", moment=at)


def test_without_a_word_on_what_shows_it_nothing_is_kept() -> None:
    dossier, letter = refused()
    with pytest.raises(JuryError) as caught:
        record_receipt(dossier, letter.id, LATER, " ")
    assert key_of(caught) == "letter_book.fate_needs_words"


def test_a_letter_that_did_not_leave_cannot_come_back() -> None:
    dossier, letter = refused()
    take_back_dispatch(dossier, [letter.id], "Bleef liggen.")
    with pytest.raises(JuryError) as caught:
        record_bounce(dossier, letter.id, LATER, UNKNOWN)
    assert key_of(caught) == "letter_book.not_sent_yet"


def test_a_fate_is_undone_until_something_else_happened() -> None:
    dossier, letter = refused()
    bounced = record_bounce(dossier, letter.id, LATER, UNKNOWN)
    take_back_fate(dossier, bounced, letter)
    assert letters(dossier) == (letter,)

    bounced = record_bounce(dossier, letter.id, LATER, UNKNOWN)
    record_receipt(dossier, letter.id, LATER, "Telefoon")
    with pytest.raises(JuryError) as caught:
        take_back_fate(dossier, bounced, letter)
    assert key_of(caught) == "letter_book.fate_changed_since"


def test_what_came_back_leaves_again_with_a_term_of_its_own() -> None:
    dossier, letter = refused()
    record_bounce(dossier, letter.id, LATER, UNKNOWN)
    (again,) = send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER, "bureau@de.example"))

    assert (again.state, again.sent_at, again.sent_to) == (LetterState.SENT, LATER, "bureau@de.example")
    assert (again.pdf, again.came_back, again.bounce) == (letter.pdf, False, "")
    assert terms(dossier)[0].term.end.isoformat() == "2023-06-26"
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert UNKNOWN in event.old
    assert "an@de.example" in event.old, "how it left before stays in the journal"


def test_leaving_again_is_taken_back_to_what_it_was_before() -> None:
    dossier, letter = refused()
    bounced = record_bounce(dossier, letter.id, LATER, UNKNOWN)
    send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER, "bureau@de.example"))
    take_back_dispatch(dossier, [letter.id], "Bij vergissing.")
    assert letters(dossier) == (bounced,)


def test_only_what_came_back_leaves_again() -> None:
    dossier, letter = refused()
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER))
    assert key_of(caught) == "letter_book.not_final"


def test_what_was_answered_or_no_longer_holds_does_not_leave_again() -> None:
    dossier, letter = refused()
    record_bounce(dossier, letter.id, LATER, UNKNOWN)
    items = open_sheet(dossier, "j1", "c2", Round.PITCH).items
    lower = {item.key: Answer(1, comment="Bij nader inzien.") for item in items}
    amend_sheet(dossier, "j1", "c2", Round.PITCH, lower, "Verkeerd gelezen.")
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER))
    assert key_of(caught) == "letter_book.outdated"

    register_rebuttal(dossier, letter.id, Arrived(LATER, "email"), (Point("Lees dia 6."),))
    with pytest.raises(JuryError) as caught:
        send_letters(dossier, [letter.id], Dispatch(Channel.EMAIL, LATER))
    assert key_of(caught) == "letter_book.relied_on"


def test_a_dispatch_that_is_taken_back_takes_along_what_became_of_it() -> None:
    dossier, letter = refused(Dispatch(Channel.REGISTERED_RECEIPT, NOW, postal_reference="RR 1 BE"))
    record_presentation(dossier, letter.id, LATER.date())
    record_bounce(dossier, letter.id, LATER, "Niet afgehaald")
    (final,) = take_back_dispatch(dossier, [letter.id], "Nooit vertrokken.")
    assert (final.presented, final.bounced_at, final.bounce) == (None, None, "")
