"""The register of rebuttals: as they come in, mended, put off, taken back; each step in the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Entitled, Point, Rebuttal, RebuttalOutcome, Remedy, Ruling
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import (
    Arrived,
    correct_rebuttal,
    put_back_rebuttal,
    register_rebuttal,
    withdraw_rebuttal,
)
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    extend_answer,
    reopen_rebuttal,
    take_back_extension,
    terms,
)
from tests.builders import RAW, a_mail, placed
from tests.services.test_rebuttals import POINT, SENT, a_refused_candidate, refused

CAME = SENT + timedelta(days=3)
BY_HAND = Arrived(CAME, "hand", submitted_by=" An Peeters, directeur ", entitled=Entitled.YES)


def registered(dossier: Dossier, arrived: Arrived = BY_HAND, *points: Point) -> Rebuttal:
    return register_rebuttal(dossier, "l-c1", arrived, points or (POINT,))


def actions(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()]


def test_who_handed_it_in_and_what_each_argument_asks_is_kept() -> None:
    dossier = a_refused_candidate()
    asked = Point("De score klopt niet.", "outreach", remedy=Remedy.SCORE)
    kept = registered(dossier, BY_HAND, asked, Point("  "))
    assert terms(dossier)[0].rebuttals == (kept,)
    assert (kept.points, kept.submitted_by, kept.entitled, kept.channel) == (
        (asked,),
        "An Peeters, directeur",
        Entitled.YES,
        "hand",
    )


def test_it_cannot_have_come_before_the_letter_left() -> None:
    early = Arrived(SENT - timedelta(days=1), "email")
    message = say("rebuttal.arrived_before", received=date(2023, 7, 6), sent=date(2023, 7, 7))
    assert refused(register_rebuttal, a_refused_candidate(), "l-c1", early, (POINT,)) == message


def test_one_message_is_one_rebuttal() -> None:
    dossier = a_refused_candidate()
    with dossier.change() as uow:
        mail = a_mail().sha256
        uow.blobs.put(RAW)
        uow.mails.add(placed(a_mail()))
        uow.journal.append("mail.imported", "mail", "export.mbox")
    first = registered(dossier, Arrived(CAME, "email", mail=mail))
    again = Arrived(CAME, "email", mail=mail)
    message = say("rebuttal.mail_used", reference="K-01")
    assert refused(register_rebuttal, dossier, "l-c1", again, (POINT,)) == message
    assert correct_rebuttal(dossier, first.id, again, (POINT,)).mail == mail


def test_two_arrivals_of_one_candidate_stand_beside_each_other() -> None:
    dossier = a_refused_candidate()
    both = (registered(dossier), registered(dossier, Arrived(CAME + timedelta(hours=2), "email")))
    assert terms(dossier)[0].rebuttals == both


def test_a_registration_is_mended_and_put_back_and_keeps_its_answers() -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    answered = answer_points(dossier, first.id, (replace(POINT, answer="Neen.", ruling=Ruling.UNFOUNDED),))
    later = Arrived(CAME + timedelta(days=20), "email")
    mended = correct_rebuttal(dossier, first.id, later, answered.points)
    assert (mended.received_at, mended.points) == (later.received_at, answered.points)
    assert not mended.in_time(terms(dossier)[0].term)
    back = correct_rebuttal(dossier, first.id, BY_HAND, answered.points, undoes=mended)
    assert back == answered
    assert actions(dossier)[-2:] == ["rebuttal.corrected", "rebuttal.corrected"]
    changed = say("rebuttal.changed_since")
    undo = (dossier, first.id, BY_HAND, answered.points)
    assert refused(lambda: correct_rebuttal(*undo, undoes=mended)) == changed


def test_what_the_candidate_read_in_the_receipt_is_not_mended() -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    with dossier.change() as uow:
        receipt = replace(uow.letters.get("l-c1"), id="l2", type="rebuttal_receipt", about=first.id)
        uow.letters.save(receipt)
        uow.journal.append("test", "candidacy", "K-01")
    message = say("rebuttal.receipt_sent")
    later = replace(BY_HAND, received_at=CAME + timedelta(hours=1))
    assert refused(correct_rebuttal, dossier, first.id, later, first.points) == message
    other = (replace(POINT, text="De score klopt wel."),)
    assert refused(correct_rebuttal, dossier, first.id, BY_HAND, other) == message
    assert refused(withdraw_rebuttal, dossier, first.id) == say("rebuttal.told_already")


def test_what_no_receipt_says_is_mended_after_it_left() -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    with dossier.change() as uow:
        uow.letters.save(replace(uow.letters.get("l-c1"), id="l2", type="rebuttal_receipt", about=first.id))
        uow.journal.append("test", "candidacy", "K-01")
    another = replace(BY_HAND, submitted_by="Een buur", entitled=Entitled.NO)
    about_all = tuple(replace(point, item="") for point in first.points)
    mended = correct_rebuttal(dossier, first.id, another, about_all)
    assert mended == replace(first, submitted_by="Een buur", entitled=Entitled.NO, points=about_all)


# putting off the answer


def test_the_answer_is_put_off_with_a_reason_and_taken_back() -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    assert terms(dossier)[0].answer_days(first) == 17  # seen on 7 July: fourteen days after the 10th
    put_off = extend_answer(dossier, first.id, date(2023, 8, 18), " De jury vergadert op 17 augustus. ")
    assert (put_off.answer_by, put_off.extension_reason) == (
        date(2023, 8, 18),
        "De jury vergadert op 17 augustus.",
    )
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.reason) == ("rebuttal.extended", "De jury vergadert op 17 augustus.")
    assert take_back_extension(dossier, put_off, first) == first
    assert refused(take_back_extension, dossier, put_off, first) == say("rebuttal.changed_since")


@pytest.mark.parametrize(
    ("until", "reason", "message"),
    [
        (date(2023, 8, 18), " ", say("rebuttal.extension_reason_missing")),
        (date(2023, 7, 24), "Vakantie", say("rebuttal.extension_not_later", day=date(2023, 7, 24))),
    ],
)
def test_the_answer_is_put_off_only_to_a_later_day_and_with_a_reason(until, reason, message) -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    assert refused(extend_answer, dossier, first.id, until, reason) == message
    assert terms(dossier)[0].rebuttals == (first,)


def test_an_answer_is_not_put_off_to_a_day_that_has_passed() -> None:
    first = registered(dossier := a_refused_candidate())
    later = replace(dossier, now=lambda: datetime(2023, 9, 1, tzinfo=BRUSSELS))
    assert refused(extend_answer, later, first.id, date(2023, 8, 30), "Vakantie") == say(
        "rebuttal.extension_not_later", day=date(2023, 7, 24)
    )


# how it ends


@pytest.mark.parametrize("outcome", [RebuttalOutcome.INADMISSIBLE, RebuttalOutcome.WITHDRAWN])
def test_what_is_not_heard_needs_no_answers(outcome: RebuttalOutcome) -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    ended = conclude_rebuttal(dossier, first.id, outcome, "Ingetrokken per e-mail van 12 juli.")
    assert ended.outcome is outcome
    reopened = reopen_rebuttal(dossier, first.id, undoes=ended)
    assert reopened == replace(first, outcome_text=ended.outcome_text)


def test_an_end_that_contradicts_the_rulings_is_refused_and_the_answers_stay() -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    followed = (replace(POINT, answer="U hebt gelijk.", ruling=Ruling.FOUNDED),)
    answered = answer_points(dossier, first.id, followed)
    end = (dossier, first.id, RebuttalOutcome.CONFIRMED, "Daarom.")
    assert refused(conclude_rebuttal, *end) == say("rebuttal.followed_yet_confirmed")
    assert terms(dossier)[0].rebuttals == (answered,)


def test_the_page_knows_of_which_rebuttals_the_outcome_was_sent() -> None:
    dossier = a_refused_candidate()
    first = registered(dossier)
    conclude_rebuttal(dossier, first.id, RebuttalOutcome.INADMISSIBLE, "Te laat.")
    assert terms(dossier)[0].told == frozenset()
    with dossier.change() as uow:
        letter = uow.letters.get("l-c1")
        outcome = replace(letter, id="l2", type="rebuttal_outcome", about=first.id, state=LetterState.SENT)
        uow.letters.save(outcome)
        uow.journal.append("letter.sent", "candidacy", "K-01")
    assert terms(dossier)[0].told == {first.id}


def test_a_term_later_than_the_day_of_the_call_says_so() -> None:
    dossier = a_refused_candidate()
    assert (terms(dossier)[0].call_day, terms(dossier)[0].passes_call) == (date(2023, 7, 28), False)
    with dossier.change() as uow:
        sent = SENT + timedelta(days=7)
        uow.letters.save(replace(uow.letters.get("l-c1"), channel="registered", sent_at=sent))
        uow.journal.append("test", "candidacy", "K-01")
    assert (terms(dossier)[0].term.end, terms(dossier)[0].passes_call) == (date(2023, 8, 1), True)


def test_a_registration_that_was_taken_back_by_mistake_stands_again_as_it_was() -> None:
    dossier = a_refused_candidate()
    kept = registered(dossier)
    withdrawn = withdraw_rebuttal(dossier, kept.id)
    assert terms(dossier)[0].rebuttals == ()

    assert put_back_rebuttal(dossier, withdrawn) == kept
    assert terms(dossier)[0].rebuttals == (kept,)
    assert actions(dossier)[-2:] == ["rebuttal.withdrawn", "rebuttal.put_back"]
    assert refused(put_back_rebuttal, dossier, withdrawn) == say("rebuttal.changed_since")
