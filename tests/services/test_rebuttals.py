"""The weerwoord: a term per sent decision, what came in, how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Entitled, Point, RebuttalOutcome
from jury_desktop.domain.term import Channel, Communication, TermRules
from jury_desktop.services.dispatch import record_presentation
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import (
    Arrived,
    correct_rebuttal,
    register_rebuttal,
    withdraw_rebuttal,
)
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    reopen_rebuttal,
    terms,
)
from jury_desktop.services.terms import explain_term
from tests.builders import a_candidacy, a_letter
from tests.services.arriving import from_candidate
from tests.services.scenario import a_dossier

SENT = datetime(2023, 7, 7, 10, 0, tzinfo=BRUSSELS)
POINT = Point("De score klopt niet.", "outreach")


def a_refused_candidate(today: datetime = SENT) -> Dossier:
    dossier = a_dossier([a_candidacy()], now=today)
    sent = a_letter(a_candidacy(), type="not_selected", state=LetterState.SENT, channel="email", sent_at=SENT)
    with dossier.change() as uow:
        uow.letters.save(replace(sent, pdf=uow.blobs.put(b"%PDF")))
        uow.journal.append("letter.sent", "candidacy", "K-01")
    return dossier


def test_a_term_runs_from_the_dispatch_and_passes_over_the_holiday() -> None:
    row = terms(a_refused_candidate())[0]
    assert (row.candidacy.reference, row.term.end, row.days_left) == ("K-01", date(2023, 7, 24), 17)


def test_an_ended_term_counts_below_zero() -> None:
    later = datetime(2023, 7, 26, 9, 0, tzinfo=BRUSSELS)
    assert terms(a_refused_candidate(later))[0].days_left == -2


def test_a_letter_that_did_not_leave_starts_no_term() -> None:
    dossier = a_dossier([a_candidacy()])
    with dossier.change() as uow:
        draft = a_letter(a_candidacy(), type="not_selected")
        uow.letters.save(replace(draft, pdf=uow.blobs.put(b"%PDF")))
        uow.journal.append("letter.draft", "candidacy", "K-01")
    assert terms(dossier) == ()


@pytest.mark.parametrize(
    ("received", "timely"),
    [
        (datetime(2023, 7, 24, 23, 59, 59, tzinfo=BRUSSELS), True),
        (datetime(2023, 7, 25, 0, 0, 0, tzinfo=BRUSSELS), False),
        (datetime(2023, 7, 24, 21, 59, 59, tzinfo=UTC), True),
    ],
)
def test_the_last_minute_of_the_last_day_is_in_time(received: datetime, timely: bool) -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(received), (POINT,))
    row = terms(dossier)[0]
    assert row.rebuttals == (rebuttal,)
    assert rebuttal.in_time(row.term) is timely


def test_a_rebuttal_is_answered_point_by_point_and_concluded() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT + timedelta(days=3)), (POINT,))
    answered = (replace(POINT, answer="De jury blijft bij haar score."),)
    answer_points(dossier, rebuttal.id, answered)
    ended = conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.CONFIRMED, "Geen nieuwe feiten.")
    expected = replace(
        rebuttal,
        points=answered,
        outcome=RebuttalOutcome.CONFIRMED,
        outcome_text="Geen nieuwe feiten.",
        concluded_at=SENT,
    )
    assert ended == expected
    with dossier.read() as uow:
        actions = [event.action for event in uow.journal.all()][-3:]
    assert actions == ["rebuttal.registered", "rebuttal.answered", "rebuttal.concluded"]


def test_an_argument_without_answer_keeps_a_rebuttal_open() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT + timedelta(days=3)), (POINT,))
    with pytest.raises(JuryError) as caught:
        conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.CONFIRMED, "Daarom.")
    assert caught.value.message == say("rebuttal.answer_missing", point=POINT.text)


HEARD = (RebuttalOutcome.CONFIRMED, RebuttalOutcome.IN_PART, RebuttalOutcome.REVISED)


@pytest.mark.parametrize("outcome", HEARD)
def test_what_came_from_nobody_knows_whom_is_not_heard(outcome: RebuttalOutcome) -> None:
    dossier = a_refused_candidate()
    unknown = Arrived(SENT + timedelta(days=3), "email")
    rebuttal = register_rebuttal(dossier, "l-c1", unknown, (replace(POINT, answer="De score blijft."),))
    with pytest.raises(JuryError) as caught:
        conclude_rebuttal(dossier, rebuttal.id, outcome, "Daarom.")
    assert caught.value.message == say("rebuttal.entitled_unknown")
    correct_rebuttal(dossier, rebuttal.id, replace(unknown, entitled=Entitled.YES), rebuttal.points)
    assert conclude_rebuttal(dossier, rebuttal.id, outcome, "Daarom.").outcome is outcome


@pytest.mark.parametrize("outcome", [RebuttalOutcome.INADMISSIBLE, RebuttalOutcome.WITHDRAWN])
def test_what_is_not_heard_ends_whoever_handed_it_in(outcome: RebuttalOutcome) -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", Arrived(SENT, "email"), (POINT,))
    assert conclude_rebuttal(dossier, rebuttal.id, outcome, "Te laat.").outcome is outcome


def test_keeping_the_same_answers_again_leaves_no_trace() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT + timedelta(hours=1)), (POINT,))
    points = (replace(POINT, answer="De vindplaatsen staan in bijlage 2."),)

    def events() -> int:
        with dossier.read() as uow:
            return len(uow.journal.all())

    before = events()
    first = answer_points(dossier, rebuttal.id, points)
    assert answer_points(dossier, rebuttal.id, points) == first
    assert events() == before + 1


def test_reasons_that_are_half_written_are_kept_and_stay_when_an_end_is_taken_back() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT + timedelta(hours=1)), (POINT,))
    points = (replace(POINT, answer="De score blijft."),)
    half = answer_points(dossier, rebuttal.id, points, " De jury ")
    assert half == replace(rebuttal, points=points, outcome_text="De jury")
    assert answer_points(dossier, rebuttal.id, points) == half
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.CONFIRMED, "De jury blijft erbij.")
    assert reopen_rebuttal(dossier, rebuttal.id) == replace(half, outcome_text="De jury blijft erbij.")


def test_what_the_candidate_withdrew_ends_without_reasons() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT + timedelta(hours=1)), (POINT,))
    ended = conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.WITHDRAWN, "")
    assert (ended.outcome, ended.outcome_text) == (RebuttalOutcome.WITHDRAWN, "")


def test_a_late_rebuttal_needs_no_answers() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT + timedelta(days=30)), (POINT,))
    ended = conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.INADMISSIBLE, "Te laat.")
    assert ended.outcome is RebuttalOutcome.INADMISSIBLE


def test_a_rebuttal_says_at_least_one_thing() -> None:
    with pytest.raises(JuryError) as caught:
        register_rebuttal(a_refused_candidate(), "l-c1", from_candidate(SENT), (Point(" "),))
    assert caught.value.message == say("rebuttal.point_missing")


def test_a_term_can_be_worked_out_apart_from_any_dossier() -> None:
    mailed = Communication(date(2023, 7, 7), Channel.EMAIL)
    ends = [explain_term(mailed, TermRules(shift=shift)).end for shift in (True, False)]
    assert ends == [date(2023, 7, 24), date(2023, 7, 21)]


@pytest.mark.parametrize("days", [0, 9_999_999])
def test_a_term_outside_the_calendar_is_refused(days: int) -> None:
    mailed = Communication(date(2023, 7, 14), Channel.EMAIL)
    with pytest.raises(JuryError) as caught:
        explain_term(mailed, TermRules(days_to_submit=days))
    assert caught.value.message == say("term.outside_calendar", days=days)


def test_a_rebuttal_registered_by_mistake_is_taken_back_and_leaves_its_trace() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT), (POINT,))
    with dossier.change() as uow:
        receipt = replace(uow.letters.get("l-c1"), id="l2", type="rebuttal_receipt", about=rebuttal.id)
        uow.letters.save(replace(receipt, state=LetterState.DRAFT))
        uow.journal.append("test", "candidacy", "K-01")
    withdraw_rebuttal(dossier, rebuttal.id)
    assert terms(dossier)[0].rebuttals == ()
    with dossier.read() as uow:
        assert [letter.id for letter in uow.letters.find()] == ["l-c1"]
        assert [event.action for event in uow.journal.all()][-2:] == [
            "letter.withdrawn",
            "rebuttal.withdrawn",
        ]


def test_what_was_answered_is_not_taken_back() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT), (POINT,))
    answer_points(dossier, rebuttal.id, (replace(POINT, answer="Toch niet."),))
    assert refused(withdraw_rebuttal, dossier, rebuttal.id) == say("rebuttal.answered_already")


def test_what_was_answered_or_ended_anew_since_is_not_undone() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT), (POINT,))
    first = answer_points(dossier, rebuttal.id, (replace(POINT, answer="Ja."),))
    second = answer_points(dossier, rebuttal.id, (replace(POINT, answer="Nee."),))
    undo = partial(answer_points, points=rebuttal.points, undoes=first)
    assert refused(undo, dossier, rebuttal.id) == say("rebuttal.changed_since")
    assert answer_points(dossier, rebuttal.id, first.points, undoes=second) == first
    ended = conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.CONFIRMED, "Niets nieuws.")
    reopen_rebuttal(dossier, rebuttal.id, undoes=ended)
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.REVISED, "Toch wel.")
    again = partial(reopen_rebuttal, undoes=ended)
    assert refused(again, dossier, rebuttal.id) == say("rebuttal.changed_since")


def test_the_end_of_a_rebuttal_can_be_taken_back_until_the_candidate_knows() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT), (POINT,))
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.INADMISSIBLE, "Te laat.")
    assert reopen_rebuttal(dossier, rebuttal.id) == replace(rebuttal, outcome_text="Te laat.")
    conclude_rebuttal(dossier, rebuttal.id, RebuttalOutcome.INADMISSIBLE, "Te laat.")
    with dossier.change() as uow:
        outcome = replace(uow.letters.get("l-c1"), id="l2", type="rebuttal_outcome", about=rebuttal.id)
        uow.letters.save(outcome)
        uow.journal.append("letter.sent", "candidacy", "K-01")
    assert refused(reopen_rebuttal, dossier, rebuttal.id) == say("rebuttal.told_already")


@pytest.mark.parametrize("type_", ["late", "inadmissible", "selected", "invitation"])
def test_a_letter_that_names_no_term_opens_none(type_: str) -> None:
    dossier = a_refused_candidate()
    with dossier.change() as uow:
        uow.letters.save(replace(uow.letters.get("l-c1"), type=type_))
        uow.journal.append("test", "candidacy", "K-01")
    assert terms(dossier) == ()


@pytest.mark.parametrize(
    ("printed", "end", "rules"),
    [
        (datetime(2023, 7, 28, 23, 59, tzinfo=BRUSSELS), date(2023, 7, 28), (-1, "term.printed_later")),
        (datetime(2023, 7, 21, 23, 59, tzinfo=BRUSSELS), date(2023, 7, 24), (0, "term.printed_earlier")),
    ],
)
def test_of_the_printed_and_the_reckoned_last_day_the_later_counts_and_both_show(
    printed: datetime, end: date, rules: tuple[int, str]
) -> None:
    dossier = a_refused_candidate()
    with dossier.change() as uow:
        uow.letters.save(replace(uow.letters.get("l-c1"), term_end=printed))
        uow.journal.append("test", "candidacy", "K-01")
    found = terms(dossier)[0].term
    place, key = rules
    step = found.trace[place]
    assert (found.end, found.last_moment.date(), step.rule.key) == (end, end, key)
    assert {date(2023, 7, 24), printed.date()} <= {step.date for step in found.trace}


def test_a_letter_with_receipt_has_a_provisional_term_until_it_was_presented() -> None:
    dossier = a_refused_candidate()
    with dossier.change() as uow:
        uow.letters.save(replace(uow.letters.get("l-c1"), channel="registered-receipt"))
        uow.journal.append("test", "candidacy", "K-01")
    found = terms(dossier)[0].term
    assert (found.end, found.trace[0].rule.key) == (date(2023, 7, 25), "term.not_presented_yet")
    later = replace(dossier, now=lambda: SENT + timedelta(days=10))
    record_presentation(later, "l-c1", date(2023, 7, 17))
    found = terms(dossier)[0].term
    assert (found.end, found.trace[0].rule.key) == (date(2023, 7, 31), "term.presented")


def refused(verb: Callable[..., object], *given: object) -> Message:
    with pytest.raises(JuryError) as caught:
        verb(*given)
    return caught.value.message


def test_an_answer_is_put_off_to_a_day_on_which_people_work() -> None:
    dossier = a_refused_candidate()
    rebuttal = register_rebuttal(dossier, "l-c1", from_candidate(SENT), (POINT,))
    (row,) = terms(dossier)
    due = partial(replace, rebuttal)
    assert row.later_day(due(answer_by=date(2023, 8, 8))) == date(2023, 8, 16), "15 August is a holiday"
    closed = replace(row, closing=(date(2023, 8, 16), date(2023, 8, 17)))
    assert closed.later_day(due(answer_by=date(2023, 8, 8))) == date(2023, 8, 18)
