"""Stretches of time: what one covers and shares with another; the end is not part of it."""

import pytest

from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Level, with_names
from tests.scheduling.builders import during


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [
        ("09:00", "12:00", True),
        ("10:00", "11:00", True),
        ("08:59", "12:00", False),
        ("09:00", "12:01", False),
        ("13:00", "14:00", False),
    ],
)
def test_covers_what_lies_wholly_inside(start: str, end: str, covered: bool) -> None:
    assert during("09:00", "12:00").covers(during(start, end)) is covered


@pytest.mark.parametrize(
    ("start", "end", "shared"),
    [
        ("11:59", "13:00", True),
        ("12:00", "13:00", False),
        ("08:00", "09:00", False),
        ("08:00", "09:01", True),
        ("10:00", "11:00", True),
    ],
)
def test_overlaps_only_when_time_is_shared(start: str, end: str, shared: bool) -> None:
    assert during("09:00", "12:00").overlaps(during(start, end)) is shared


def test_levels_stand_in_the_order_of_importance() -> None:
    assert [level.value for level in Level] == [
        "left_out",
        "told_left_out",
        "moved",
        "moved_minutes",
        "preference_missed",
        "no_expert",
        "no_common_jurors",
        "challenge_changes",
        "juror_burden",
        "idle_room",
    ]


def test_ids_in_a_message_become_names() -> None:
    message = say("scheduling.x", pitch="K-01", juror="j1", absent=("j1", "j2"), found=2)
    named = say("scheduling.x", pitch="K-01", juror="An Peeters", absent=("An Peeters", "j2"), found=2)
    assert with_names(message, {"j1": "An Peeters"}) == named
