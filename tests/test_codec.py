"""Whole values as JSON: readable, and the same when they come back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings

from jury_desktop.codec import dump, load
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Interval, PlanInstance
from tests.builders import a_candidacy, a_juror, an_instance
from tests.storage.anything import PLAIN, any_

SUMMER = timezone(timedelta(hours=2))


def test_a_message_says_what_its_values_are() -> None:
    message = say(
        "intake.late",
        at=datetime(2023, 6, 3, 0, 0, tzinfo=SUMMER),
        deadline=date(2023, 6, 2),
        names=("An", "Jan"),
        minutes=1,
        share=0.5,
        who="Ankerpunt",
    )

    assert dump(message, Message) == (
        '{"key":"intake.late","values":{"at":{"moment":"2023-06-03T00:00:00+02:00"},'
        '"deadline":{"day":"2023-06-02"},"names":["An","Jan"],"minutes":1,"share":0.5,"who":"Ankerpunt"}}'
    )


def test_an_interval_keeps_its_offset() -> None:
    interval = Interval(datetime(2023, 6, 14, 13, 0, tzinfo=SUMMER), datetime(2023, 6, 14, 15, 0, tzinfo=UTC))

    assert dump((interval,), tuple[Interval, ...]) == (
        '[{"start":"2023-06-14T13:00:00+02:00","end":"2023-06-14T15:00:00+00:00"}]'
    )


def test_a_planning_problem_comes_back_as_it_was() -> None:
    problem = an_instance((a_candidacy(1), a_candidacy(2)), (a_juror(1),))

    assert load(dump(problem, PlanInstance), PlanInstance) == problem


@given(PLAIN[Message])
def test_any_message_comes_back_as_it_was(message: Message) -> None:
    back = load(dump(message, Message), Message)

    assert back == message
    assert [type(value) for value in back.values.values()] == [
        type(value) for value in message.values.values()
    ]


@settings(max_examples=25)
@given(any_(PlanInstance))
def test_any_planning_problem_comes_back_as_it_was(problem: PlanInstance) -> None:
    assert load(dump(problem, PlanInstance), PlanInstance) == problem
