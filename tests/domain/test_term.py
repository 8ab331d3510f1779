"""The weerwoord term: both tables of the design, every reading of the addendum, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import BRUSSELS, Anchor, RebuttalRules
from jury_desktop.domain.closing_days import closing_days
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import say
from jury_desktop.domain.term import (
    Channel,
    Communication,
    Counts,
    Step,
    TermRules,
    provisional,
    term,
    with_printed,
)

is_closed = closing_days()


def july(day: int) -> date:
    return date(2023, 7, day)


def august(day: int) -> date:
    return date(2023, 8, day)


def mailed(day: date) -> Communication:
    return Communication(day, Channel.EMAIL)


def posted(day: date) -> Communication:
    return Communication(day, Channel.REGISTERED)


@pytest.mark.parametrize(
    ("communication", "anchor", "fixed", "unshifted", "shifted"),
    [
        (mailed(july(14)), Anchor.INDIVIDUAL_COMMUNICATION, None, july(28), july(28)),
        (mailed(july(7)), Anchor.INDIVIDUAL_COMMUNICATION, None, july(21), july(24)),
        (mailed(july(14)), Anchor.FIXED_DATE, july(15), july(29), july(31)),
        (mailed(august(1)), Anchor.INDIVIDUAL_COMMUNICATION, None, august(15), august(16)),
        (
            Communication(july(13), Channel.REGISTERED_RECEIPT, presented=july(17)),
            Anchor.INDIVIDUAL_COMMUNICATION,
            None,
            july(31),
            july(31),
        ),
        (Communication(july(14), Channel.HAND), Anchor.INDIVIDUAL_COMMUNICATION, None, july(28), july(28)),
    ],
)
def test_fourteen_days_with_and_without_shift(communication, anchor, fixed, unshifted, shifted):
    ends = [
        term(communication, TermRules(anchor=anchor, fixed_date=fixed, shift=shift), is_closed).end
        for shift in (False, True)
    ]
    assert ends == [unshifted, shifted]


@pytest.mark.parametrize(
    ("day", "extra", "third", "when_day_one", "when_day_zero"),
    [
        (july(14), (), july(19), august(1), august(2)),
        (july(7), (), july(12), july(25), july(26)),
        (july(7), (july(11),), july(13), july(26), july(27)),
        (july(18), (), july(24), august(7), august(7)),
    ],
)
def test_registered_post_counts_from_the_third_working_day(day, extra, third, when_day_one, when_day_zero):
    day_one, day_zero = (
        term(posted(day), TermRules(third_working_day=reading, extra_closing_days=extra), is_closed)
        for reading in (1, 0)
    )
    assert (day_one.end, day_zero.end) == (when_day_one, when_day_zero)
    assert Step(third, say("term.third_working_day")) in day_one.trace


def test_the_trace_tells_every_step():
    assert term(posted(july(18)), TermRules(), is_closed).trace == (
        Step(july(18), say("term.posted")),
        Step(july(24), say("term.third_working_day")),
        Step(july(23), say("term.third_day_counts")),
        Step(august(6), say("term.days_added", days=14)),
        Step(august(7), say("term.past_sunday", day=august(6))),
    )


def test_each_closed_day_that_is_passed_over_has_its_step():
    assert term(mailed(july(7)), TermRules(), is_closed).trace == (
        Step(july(7), say("term.mailed")),
        Step(july(21), say("term.days_added", days=14)),
        Step(july(22), say("term.past_holiday", day=july(21))),
        Step(july(23), say("term.past_saturday", day=july(22))),
        Step(july(24), say("term.past_sunday", day=july(23))),
    )


def test_the_last_moment_is_the_last_hour_in_brussels():
    found = term(mailed(july(14)), TermRules(hour=time(17, 0)), is_closed)
    assert found.last_moment == datetime(2023, 7, 28, 17, 0, tzinfo=BRUSSELS)
    assert found.last_moment.utcoffset() == timedelta(hours=2)


def test_a_receipt_counts_from_the_day_it_was_really_received():
    communication = Communication(july(14), Channel.REGISTERED, presented=july(18))
    found = term(communication, TermRules(anchor=Anchor.RECEIPT), is_closed)
    assert (found.end, found.trace[0]) == (august(1), Step(july(18), say("term.received")))


def test_the_latest_of_the_enabled_readings_holds():
    rules = TermRules(fixed_date=july(15), latest_of=(Anchor.FIXED_DATE,))
    found = term(mailed(july(14)), rules, is_closed)
    assert found.end == july(31)
    assert found.trace[0] == Step(july(28), say("term.earlier_reading"))


def test_the_assessment_has_its_own_days():
    assert term(mailed(july(14)), TermRules(days_to_assess=10), is_closed).assessed_by == august(7)


@pytest.mark.parametrize(
    ("rules", "communication", "message"),
    [
        (TermRules(anchor=Anchor.FIXED_DATE), mailed(july(14)), say("term.fixed_date_needed")),
        (
            TermRules(),
            Communication(july(14), Channel.REGISTERED_RECEIPT),
            say("term.presented_needed"),
        ),
        (
            TermRules(),
            Communication(july(14), Channel.REGISTERED_RECEIPT, presented=july(13)),
            say("term.presented_before_sent", presented=july(13), sent=july(14)),
        ),
    ],
)
def test_a_date_that_is_missing_or_impossible_is_asked_for(rules, communication, message):
    with pytest.raises(RuleError) as caught:
        term(communication, rules, is_closed)
    assert caught.value.message == message


def test_a_service_that_never_opens_is_reported_instead_of_searched_for_ever():
    with pytest.raises(RuleError) as caught:
        term(mailed(july(14)), TermRules(), lambda day: True)
    assert caught.value.message == say("term.no_working_day", day=july(28), days=60)


def test_rules_come_from_the_call():
    rules = RebuttalRules(Anchor.FIXED_DATE, 14, 7, True, 0, "23:59", (july(11),), july(15))
    rules = replace(rules, counts=Counts.DISPATCH, latest_of=(Anchor.RECEIPT,))
    assert TermRules.from_call(rules) == TermRules(
        anchor=Anchor.FIXED_DATE,
        days_to_assess=7,
        third_working_day=0,
        extra_closing_days=(july(11),),
        fixed_date=july(15),
        counts=Counts.DISPATCH,
        latest_of=(Anchor.RECEIPT,),
    )


@pytest.mark.parametrize(("counts", "in_time"), [(Counts.DISPATCH, True), (Counts.RECEIPT, False)])
def test_an_answer_posted_in_time_and_received_later(counts, in_time):
    found = term(mailed(july(14)), TermRules(counts=counts), is_closed)
    dispatched = datetime(2023, 7, 28, 16, 0, tzinfo=BRUSSELS)
    assert found.met_by(dispatched, dispatched + timedelta(days=2)) is in_time


def test_the_last_minute_counts_in_full():
    found = term(mailed(july(14)), TermRules(), is_closed)
    last = datetime(2023, 7, 28, 23, 59, 59, tzinfo=BRUSSELS)
    late = datetime(2023, 7, 29, 0, 0, tzinfo=BRUSSELS)
    assert (found.met_by(last, last), found.met_by(late, late)) == (True, False)


@pytest.mark.parametrize(
    ("sent", "last_moment"),
    [
        (date(2023, 3, 11), datetime(2023, 3, 27, 21, 59, tzinfo=UTC)),  # summer time since the day before
        (date(2023, 3, 10), datetime(2023, 3, 24, 22, 59, tzinfo=UTC)),
        (date(2023, 10, 13), datetime(2023, 10, 27, 21, 59, tzinfo=UTC)),
        (date(2023, 10, 14), datetime(2023, 10, 30, 22, 59, tzinfo=UTC)),  # and winter time
    ],
)
def test_the_last_moment_follows_summer_and_winter_time(sent: date, last_moment: datetime):
    found = term(mailed(sent), TermRules(), is_closed)
    assert found.last_moment.astimezone(UTC) == last_moment
    assert found.met_by(last_moment, last_moment)
    a_minute_later = last_moment + timedelta(minutes=1)
    assert not found.met_by(a_minute_later, a_minute_later)


def test_of_an_hour_that_the_clock_skips_or_repeats_the_later_reading_counts():
    """On 26 March 2023 it is never half past two; on 29 October it is so twice."""
    skipped, repeated = (
        term(mailed(sent), TermRules(hour=time(2, 30), shift=False), is_closed)
        for sent in (date(2023, 3, 12), date(2023, 10, 15))
    )
    assert skipped.last_moment.astimezone(UTC) == datetime(2023, 3, 26, 1, 30, tzinfo=UTC)
    assert repeated.last_moment.astimezone(UTC) == datetime(2023, 10, 29, 1, 30, tzinfo=UTC)
    second_time = datetime(2023, 10, 29, 2, 30, 59, fold=1, tzinfo=BRUSSELS)
    assert repeated.met_by(second_time, second_time)


days = st.dates(date(1990, 1, 1), date(2200, 12, 31))
channels = st.sampled_from([Channel.EMAIL, Channel.HAND, Channel.REGISTERED, Channel.REGISTERED_RECEIPT])
all_rules = st.builds(
    TermRules,
    days_to_submit=st.integers(1, 60),
    shift=st.booleans(),
    third_working_day=st.sampled_from([0, 1]),
    extra_closing_days=st.lists(days, max_size=4).map(tuple),
    anchor=st.sampled_from(Anchor),
    fixed_date=days,
    latest_of=st.lists(st.sampled_from(Anchor), max_size=2).map(tuple),
)


@given(days, channels, all_rules, st.integers(0, 20))
def test_the_term_is_never_shorter_than_its_days(day, channel, rules, later):
    presented = day + timedelta(days=later)
    found = term(Communication(day, channel, presented), rules, is_closed)
    day_zero = next(
        a for a, b in zip(found.trace, found.trace[1:], strict=False) if b.rule.key == "term.days_added"
    )
    assert found.end >= day_zero.date + timedelta(days=rules.days_to_submit)
    if rules.anchor is not Anchor.FIXED_DATE or set(rules.latest_of) - {Anchor.FIXED_DATE}:
        assert found.end >= day + timedelta(days=rules.days_to_submit)


@given(days, channels, all_rules, st.sampled_from(Anchor))
def test_another_reading_never_makes_a_term_shorter(day, channel, rules, other):
    wider = replace(rules, latest_of=(*rules.latest_of, other))
    ends = [term(Communication(day, channel, day), each, is_closed).end for each in (rules, wider)]
    assert ends[0] <= ends[1]


@given(days, channels, all_rules)
def test_the_trace_ends_on_the_last_day_and_never_goes_back_within_a_shift(day, channel, rules):
    found = term(Communication(day, channel, day), rules, is_closed)
    added = [step.rule.key for step in found.trace].index("term.days_added")
    shifts = [step.date for step in found.trace[added:]]
    assert (shifts[-1], shifts) == (found.end, sorted(shifts))


@given(days, channels, all_rules)
def test_a_shifted_term_never_ends_on_a_closed_day(day, channel, rules):
    if rules.shift:
        end = term(Communication(day, channel, day), rules, is_closed).end
        assert not is_closed(end)
        assert end not in rules.extra_closing_days


@given(days, st.integers(1, 40), channels, all_rules)
def test_a_later_letter_never_has_an_earlier_last_day(day, later, channel, rules):
    first, second = (
        term(Communication(sent, channel, sent), rules, is_closed).end
        for sent in (day, day + timedelta(days=later))
    )
    assert first <= second


# what the letter itself says


@given(st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.integers(-30, 30))
def test_the_printed_and_the_reckoned_end_never_contradict(day: date, days: int):
    found = term(mailed(day), TermRules(), is_closed)
    printed = found.last_moment + timedelta(days=days)
    bound = with_printed(found, printed)
    assert bound.last_moment == max(found.last_moment, printed)
    assert (bound.end, bound.trace[-1].date) == (bound.last_moment.date(),) * 2
    assert {found.end, printed.date()} <= {step.date for step in bound.trace}
    assert (bound == found) is (days == 0)
    assert bound.assessed_by - bound.end == found.assessed_by - found.end


@given(st.dates(date(2023, 1, 1), date(2024, 12, 31)))
def test_until_its_presentation_is_known_a_letter_with_receipt_counts_as_registered(day: date):
    waiting = provisional(Communication(day, Channel.REGISTERED_RECEIPT), TermRules(), is_closed)
    registered = term(posted(day), TermRules(), is_closed)
    assert (waiting.last_moment, waiting.trace[1:]) == (registered.last_moment, registered.trace)
    assert waiting.trace[0] == Step(day, say("term.not_presented_yet"))


@pytest.mark.parametrize("channel", Channel)
def test_once_all_is_known_nothing_is_provisional(channel: Channel):
    told = Communication(july(13), channel, presented=july(17))
    assert provisional(told, TermRules(), is_closed) == term(told, TermRules(), is_closed)
