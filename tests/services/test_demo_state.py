"""What the dossier of a demonstration says of itself, and the clock of a window that goes by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jury_desktop.bootstrap import WindowClock
from jury_desktop.services.demo_state import clock_begins, complete_demo, is_whole, leave_at, stop_demo
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_candidacy, a_juror
from tests.services.scenario import a_dossier

LEFT = NOW - timedelta(days=1000)
TODAY = NOW + timedelta(days=1000)


def at(dossier: Dossier, moment: datetime) -> Dossier:
    return replace(dossier, now=lambda: moment)


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier([a_candidacy(1)], [a_juror(1)])


@pytest.fixture
def left() -> Dossier:
    """A sample that was left at a moment, and in which nothing happened since."""
    made = a_dossier([a_candidacy(1)], [a_juror(1)])
    leave_at(at(made, LEFT), "written")
    return made


def happens(dossier: Dossier, moment: datetime) -> None:
    with at(dossier, moment).change() as uow:
        uow.settings.set("any", moment.isoformat())
        uow.journal.append("house.saved", "dossier", "any")


@pytest.mark.parametrize(
    ("closes", "whole"), [(complete_demo, True), (lambda dossier: stop_demo(dossier, 1, 39), False)]
)
def test_only_one_that_was_played_to_its_end_is_whole(dossier: Dossier, closes: object, whole: bool) -> None:
    assert not is_whole(dossier)
    closes(dossier)  # type: ignore[operator]
    assert is_whole(dossier) is whole


def test_an_ordinary_dossier_has_no_clock_of_its_own(dossier: Dossier) -> None:
    assert clock_begins(dossier) is None


def test_a_sample_begins_at_the_moment_at_which_it_was_left(left: Dossier) -> None:
    assert clock_begins(left) == LEFT


def test_the_clock_of_its_window_goes_on_from_there(left: Dossier) -> None:
    today = [TODAY]
    clock = WindowClock(lambda: today[0])
    clock.follow(left)
    shown = [clock()]
    today[0] += timedelta(seconds=90)
    assert [*shown, clock()] == [LEFT, LEFT + timedelta(seconds=90)]


def test_opened_again_it_goes_on_after_what_happened_last(left: Dossier) -> None:
    last = LEFT + timedelta(minutes=45)
    happens(left, last)
    clock = WindowClock(lambda: TODAY)
    clock.follow(left)
    assert clock() == last


def test_with_another_dossier_the_window_is_back_in_the_present(left: Dossier, dossier: Dossier) -> None:
    clock = WindowClock(lambda: TODAY)
    clock.follow(left)
    clock.follow(dossier)
    assert clock() == TODAY
