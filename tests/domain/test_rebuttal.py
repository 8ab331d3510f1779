"""A rebuttal: by when it is answered, what speaks against hearing it, which end goes with its rulings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import BRUSSELS, Counts
from jury_desktop.domain.closing_days import closing_days
from jury_desktop.domain.messages import say
from jury_desktop.domain.rebuttal import (
    FOLLOWED,
    Entitled,
    Point,
    Rebuttal,
    RebuttalOutcome,
    Ruling,
    answer_by,
    contradiction,
    objections,
    proposed,
)
from jury_desktop.domain.term import Channel, Communication, Term, TermRules, day_of_call, term
from tests.builders import a_call


def ends(**rules: object) -> Term:
    """The term of a letter that was mailed on Friday 7 July: until Monday 24 July."""
    mailed = Communication(date(2023, 7, 7), Channel.EMAIL)
    return term(mailed, TermRules(**rules), closing_days())  # type: ignore[arg-type]


def rebuttal(day: int = 10, hour: int = 9, **changes: object) -> Rebuttal:
    received = datetime(2023, 7, day, hour, 0, tzinfo=BRUSSELS)
    whole = Rebuttal("r", "c1", "l", received, "email", (Point("De score klopt niet."),))
    return replace(whole, **changes)  # type: ignore[arg-type]


LATE = rebuttal(26)


@pytest.mark.parametrize(
    ("which", "days_to_assess", "expected"),
    [
        (rebuttal(), 0, date(2023, 7, 24)),  # fourteen days after it came, where the call says nothing
        (rebuttal(), 30, date(2023, 8, 23)),  # the days of the call count from the end of the term
        (LATE, 30, date(2023, 8, 25)),  # and from its arrival when it came later
        (LATE, 0, date(2023, 8, 9)),
        (rebuttal(answer_by=date(2023, 9, 1)), 30, date(2023, 9, 1)),  # put off
    ],
)
def test_the_day_by_which_a_rebuttal_is_answered(which, days_to_assess, expected):
    assert answer_by(which, ends(days_to_assess=days_to_assess)) == expected


def test_what_came_too_late_or_from_a_stranger_may_be_shut_out_and_both_are_said():
    stranger = replace(LATE, submitted_by="Een buur", entitled=Entitled.NO)
    found = objections(stranger, ends())
    assert found == (
        say("rebuttal.too_late", moment=LATE.received_at, end=ends().last_moment),
        say("rebuttal.not_entitled", who="Een buur"),
    )
    assert objections(rebuttal(), ends()) == ()
    assert objections(rebuttal(entitled=Entitled.TO_CHECK), ends()) == ()


def test_where_the_call_counts_the_postmark_what_left_in_time_is_in_time():
    posted = replace(LATE, sent_at=datetime(2023, 7, 24, 16, tzinfo=BRUSSELS))
    assert posted.in_time(ends(counts=Counts.DISPATCH))
    assert not posted.in_time(ends(counts=Counts.RECEIPT))
    assert not LATE.in_time(ends(counts=Counts.DISPATCH))


@pytest.mark.parametrize(
    ("rulings", "follows"),
    [
        ([], RebuttalOutcome.CONFIRMED),
        ([Ruling.NONE], RebuttalOutcome.CONFIRMED),
        ([Ruling.UNFOUNDED, Ruling.UNFOUNDED], RebuttalOutcome.CONFIRMED),
        ([Ruling.UNFOUNDED, Ruling.FOUNDED], RebuttalOutcome.IN_PART),
        ([Ruling.IN_PART], RebuttalOutcome.IN_PART),
        ([Ruling.FOUNDED, Ruling.FOUNDED], RebuttalOutcome.REVISED),
    ],
)
def test_the_end_follows_from_the_rulings_and_lateness_goes_before_them(rulings, follows):
    assert proposed(rebuttal(), ends(), rulings) is follows
    assert proposed(LATE, ends(), rulings) is RebuttalOutcome.INADMISSIBLE


@given(st.lists(st.sampled_from(Ruling), max_size=5))
def test_what_is_proposed_never_contradicts_the_rulings(rulings):
    points = [Point("Argument", ruling=ruling) for ruling in rulings]
    assert contradiction(proposed(rebuttal(), ends(), rulings), points) is None


@given(st.lists(st.sampled_from([Ruling.FOUNDED, Ruling.IN_PART, Ruling.UNFOUNDED]), min_size=1))
def test_an_end_cannot_say_the_contrary_of_the_rulings(rulings):
    points = [Point("Argument", ruling=ruling) for ruling in rulings]
    followed = set(rulings) != {Ruling.UNFOUNDED}
    assert (contradiction(RebuttalOutcome.CONFIRMED, points) is not None) is followed
    for outcome in FOLLOWED:
        assert (contradiction(outcome, points) is None) is followed
    assert contradiction(RebuttalOutcome.INADMISSIBLE, points) is None


# the day of the call


def test_the_day_of_the_call_is_the_end_of_its_milestone_or_the_days_after_the_decision():
    call = a_call()
    assert day_of_call(call) == date(2023, 7, 28)  # 14 July and 14 days
    fixed = replace(call, rebuttal=replace(call.rebuttal, fixed_date=date(2023, 7, 15)))
    assert day_of_call(fixed) == date(2023, 7, 29)
    end = date(2023, 8, 4)
    dated = tuple(replace(m, start=end, end=end) if m.key == "rebuttal" else m for m in call.milestones)
    assert day_of_call(replace(call, milestones=dated)) == end


@given(st.integers(0, 60), st.integers(0, 40))
def test_the_answer_is_never_due_before_the_rebuttal_came(days, days_to_assess):
    came = rebuttal(received_at=datetime(2023, 7, 8, tzinfo=BRUSSELS) + timedelta(days=days))
    due = answer_by(came, ends(days_to_assess=days_to_assess))
    assert due > came.received_at.date() or days_to_assess == 0
