"""Today on the line of milestones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.timeline import Moment, Timeline, position

START = date(2023, 4, 21)
MOMENTS = (
    Moment("21/04", "Lancering", START),
    Moment("02/06", "Deadline", date(2023, 6, 2)),
    Moment("05–09/06", "Beoordeling", date(2023, 6, 5), date(2023, 6, 9)),
    Moment("+ 14 dagen", "Weerwoord"),
)


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (date(2023, 4, 1), 0.0),
        (START, 0.125),
        (date(2023, 5, 12), 0.25),
        (date(2023, 6, 2), 0.375),
        (date(2023, 6, 5), 0.5625),
        (date(2023, 6, 7), 0.625),
        (date(2023, 6, 9), 0.6875),
        (date(2024, 1, 1), 0.6875),
    ],
)
def test_today_lies_between_the_milestones_in_proportion(today: date, share: float) -> None:
    assert position(MOMENTS, today) == pytest.approx(share)


@given(st.integers(-30, 200), st.integers(0, 30))
def test_time_never_goes_back(day: int, later: int) -> None:
    today = START + timedelta(days=day)

    assert 0 <= position(MOMENTS, today) <= position(MOMENTS, today + timedelta(days=later)) <= 1


def test_two_milestones_on_one_day_do_not_break_the_line() -> None:
    same = (Moment("a", "A", START), Moment("b", "B", START), Moment("c", "C", START + timedelta(days=10)))

    assert position(same, START) == pytest.approx(0.5)


def test_a_call_without_dates_shows_no_progress() -> None:
    assert position((Moment("ooit", "Weerwoord"),), START) == 0.0


def test_it_can_be_read_aloud(qtbot: QtBot, dutch: object) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.show_moments(MOMENTS, date(2023, 6, 8))

    assert line.accessibleName() == (
        "Tijdlijn: 21/04 Lancering; 02/06 Deadline; 05–09/06 Beoordeling; + 14 dagen Weerwoord"
    )
    assert not line.grab().isNull()
