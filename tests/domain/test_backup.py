"""Which copies of a dossier stay, and when one is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.backup import GIGABYTE, Backup, Keeping, Reason, is_due, kept

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ALL = Keeping(newest=0, days=0, weeks=0, gigabytes=1000)


def a_copy(ago: timedelta, **changes: object) -> Backup:
    at = NOW - ago
    plain = Backup(f"{at:%m%d %H%M%S}", at, Reason.DAILY, 1000, "sum", 5, "head", "origin")
    return replace(plain, **changes)  # type: ignore[arg-type]


def staying(copies: list[Backup], keeping: Keeping) -> list[Backup]:
    names = kept(copies, keeping, NOW)
    return [copy for copy in copies if copy.name in names]


def test_the_newest_ones_stay_however_close_together() -> None:
    copies = [a_copy(number * timedelta(minutes=1)) for number in range(5)]

    assert staying(copies, replace(ALL, newest=3)) == copies[:3]


def test_of_each_day_the_last_one_stays() -> None:
    copies = [a_copy(day * DAY + hours * HOUR) for day in range(5) for hours in (0, 3)]

    assert staying(copies, replace(ALL, days=3)) == [copies[0], copies[2], copies[4], copies[6]]


def test_a_day_is_one_in_brussels() -> None:
    late, early = a_copy(timedelta(hours=12, minutes=30)), a_copy(timedelta(hours=13, minutes=30))

    assert f"{late.at:%d %H:%M}, {early.at:%d %H:%M}" == "25 23:30, 25 22:30"
    assert staying([a_copy(HOUR), late, early], replace(ALL, days=3)) == [a_copy(HOUR), early]


def test_of_each_week_the_last_one_stays() -> None:
    copies = [a_copy(day * DAY) for day in range(30)]

    assert [f"{copy.at:%d/%m}" for copy in staying(copies, replace(ALL, weeks=3))] == [
        "26/11",
        "22/11",
        "15/11",
        "08/11",
    ]


def test_what_was_put_aside_before_a_restore_stays_as_long_as_weeks_count() -> None:
    aside = a_copy(3 * DAY + HOUR, reason=Reason.RESTORE)
    others = [a_copy(HOUR), a_copy(3 * DAY), aside, a_copy(60 * DAY, reason=Reason.RESTORE)]

    assert aside in staying(others, replace(ALL, weeks=3))
    assert others[3] not in staying(others, replace(ALL, weeks=3))


def test_the_oldest_go_first_when_there_is_no_room() -> None:
    copies = [a_copy(number * DAY, size=GIGABYTE) for number in range(10)]

    assert staying(copies, Keeping(newest=10, gigabytes=4)) == copies[:4]


def test_the_newest_sound_one_stays_whatever_happens() -> None:
    sound = a_copy(300 * DAY, size=50 * GIGABYTE)
    broken = [a_copy(number * DAY, problems=1) for number in range(3)]

    assert staying([*broken, sound], ALL) == [broken[0], sound]


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.booleans(), st.integers(1, 9)), max_size=40, unique=True),
    st.builds(Keeping, st.integers(0, 12), st.integers(0, 20), st.integers(0, 20), st.integers(0, 30)),
)
def test_what_stays_stays_when_asked_again_and_never_is_nothing(
    made: list[tuple[int, bool, int]], keeping: Keeping
) -> None:
    copies = [
        a_copy(hours * HOUR, name=f"{at}", problems=0 if sound else 1, size=size * GIGABYTE)
        for at, (hours, sound, size) in enumerate(made)
    ]
    stay = staying(copies, keeping)

    assert staying(stay, keeping) == stay
    assert bool(stay) == bool(copies)
    assert any(copy.is_sound for copy in stay) == any(copy.is_sound for copy in copies)
    assert len(stay) <= 2 or sum(copy.size for copy in stay) <= keeping.gigabytes * GIGABYTE


def test_a_copy_is_due_a_day_after_the_last_when_something_changed() -> None:
    assert is_due([], "head", NOW)
    assert is_due([a_copy(DAY)], "later", NOW)
    assert not is_due([a_copy(DAY)], "head", NOW)
    assert not is_due([a_copy(DAY - HOUR), a_copy(9 * DAY)], "later", NOW)
