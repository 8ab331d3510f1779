"""The adapter to the public seminar instances: what it reads, how it counts, and that nothing is better."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations, product
from math import inf

import pytest
import tstp
import tstp_search
from tstp_check import broken, cost, counts
from tstp_instance import Seminars, Talk, Timetable, Weights, read_seminars
from tstp_search import engine, scip, search

from tests.architecture.checkout import ROOT

FOLDER = ROOT.parent / "shared" / "data" / "scheduling" / "tstp"

TEXT = """
cl1 = 0.09841; cl2 = 0.02784; cl3 = 0.31226; cl4 = 0.55201; cl5 = 0.009481;
S = 2; overline_t = 3; hat_t = 1; D = 1; P = 1; E = 1;
a = array3d(0..S, 0..D, 0..overline_t, [
    1, 0, 1, 1,   0, 0, 0, 0,
    0, 0, 0, 0,   1, 1, 1, 1,
    1, 1, 1, 1,   0, 0, 0, 1
]);
b = array2d(0..S, 0..E, [ 1, 0,
    0, 1,
    1, 0 ]);
u = 0; v = 2; M = 15;
"""

AWAY, HERE = (False,) * 4, (True,) * 4

SMALL = Seminars(
    weights=Weights(98410, 27840, 312260, 552010, 9481),
    days=2,
    sessions=2,
    slots=4,
    morning=2,
    fewest=0,
    most=2,
    specialisations=2,
    themes=(frozenset({0}), frozenset({1}), frozenset({0})),
    can=(
        ((True, False, True, True), AWAY),
        (AWAY, HERE),
        (HERE, (False, False, False, True)),
    ),
)


def timetable(*talks: tuple[int, int, int, int]) -> Timetable:
    """Talks as day, session, slot and student."""
    return tuple(Talk(*talk) for talk in talks)


SOUND = timetable((0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 3, 2))
"""Student 1 talks while somebody is away."""


def test_an_instance_is_read_as_it_is_written() -> None:
    assert read_seminars(TEXT) == SMALL


def test_an_array_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="23 elements where 24 are needed"):
        read_seminars(TEXT.replace("0, 0, 0, 1\n]", "0, 0, 0\n]"))


def test_each_cost_counts_what_its_name_says() -> None:
    assert broken(SMALL, SOUND) == []
    assert counts(SMALL, SOUND) == (1, 3, 3, 1, 2)
    assert cost(SMALL, SOUND) == 98410 + 3 * 27840 + 3 * 312260 + 552010 + 2 * 9481


def test_a_free_slot_between_costs_two_changes_and_noon_none() -> None:
    whole = replace(SMALL, slots=6, morning=4, most=4, can=((HERE + HERE[:2],) * 2,) * 3)
    apart = timetable((0, 0, 0, 0), (0, 0, 2, 2), (0, 0, 5, 1))

    # morning: 0 free 0 free, afternoon: free 1
    assert counts(whole, apart) == (3 + 1, 2, 3 + 1, 0, 1)


@pytest.mark.parametrize(
    ("talks", "complaint"),
    [
        (timetable((0, 0, 0, 0), (0, 0, 1, 1)), "not every student talks exactly once"),
        (
            timetable((0, 0, 0, 0), (0, 0, 1, 1), (0, 0, 3, 1)),
            "not every student talks exactly once",
        ),
        (timetable((0, 0, 0, 0), (0, 0, 0, 1), (0, 0, 3, 2)), "2 talks at (0, 0, 0)"),
        (timetable((0, 0, 0, 0), (1, 0, 1, 1), (0, 0, 3, 2)), "session 0 is on 2 days"),
        (timetable((0, 0, 1, 0), (0, 0, 2, 1), (0, 1, 3, 2)), "session 0 goes on over noon"),
        (
            timetable((0, 0, 0, 0), (0, 0, 1, 1), (2, 1, 3, 2)),
            "Talk(day=2, session=1, slot=3, student=2) stands outside",
        ),
    ],
)
def test_a_broken_rule_is_told(talks: Timetable, complaint: str) -> None:
    assert complaint in broken(SMALL, talks)


def test_too_few_and_too_many_talks_in_a_half_day_are_told() -> None:
    strict = replace(SMALL, fewest=1, most=1)
    talks = timetable((0, 0, 0, 0), (0, 0, 1, 1), (0, 1, 3, 2))

    assert broken(strict, talks) == [
        "session 0 has 2 talks in a half-day",
        "session 0 has 0 talks in a half-day",
        "session 1 has 0 talks in a half-day",
    ]


def invented(seed: int) -> Seminars:
    """Three or four students, two specialisations, a few slots, and prices that can turn everything round."""
    dice = random.Random(seed)
    students, days = dice.choice((3, 4)), dice.choice((1, 2))
    return Seminars(
        weights=Weights(*(dice.choice((1, 40, 1000)) * dice.randint(1, 9) for _ in range(5))),
        days=days,
        sessions=dice.choice((1, 2)) if days == 1 else 2,
        slots=5 - days + 1,
        morning=2,
        fewest=dice.choice((0, 0, 1)),
        most=dice.choice((2, 3)),
        specialisations=2,
        themes=tuple(frozenset({dice.randrange(2)}) for _ in range(students)),
        can=tuple(
            tuple(tuple(dice.random() < 0.4 for _ in range(5 - days + 1)) for _ in range(days))
            for _ in range(students)
        ),
    )


def least(seminars: Seminars) -> float:
    """The cost of the best of all timetables, tried one by one; inf when the rules allow none."""
    places = list(product(range(seminars.days), range(seminars.sessions), range(seminars.slots)))
    taken = permutations(places, len(seminars.themes))
    every = (tuple(Talk(*place, s) for s, place in enumerate(some)) for some in taken)
    return min((cost(seminars, it) for it in every if not broken(seminars, it)), default=inf)


@pytest.mark.parametrize("seed", range(8))
def test_no_timetable_is_better_than_the_one_found(seed: int) -> None:
    seminars = invented(seed)
    answer = search(seminars, limit=60)

    assert answer.timetable is not None
    assert broken(seminars, answer.timetable) == []
    assert cost(seminars, answer.timetable) == least(seminars) == answer.bound


def test_where_there_is_no_room_for_everybody_that_is_proven() -> None:
    cramped = replace(SMALL, sessions=1, most=1)

    assert least(cramped) == inf
    assert search(cramped, limit=60).timetable is None
    assert search(cramped, limit=60).bound == inf


def test_dear_blocks_come_in_where_cheap_ones_are_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    seminars = replace(invented(1), weights=Weights(1, 1, 1, 900, 1))
    monkeypatch.setattr(tstp_search, "CEILINGS", (0.5, 2.5, inf))
    answer = search(seminars, limit=60)

    assert answer.timetable is not None
    assert cost(seminars, answer.timetable) == least(seminars) == answer.bound


def test_a_search_without_time_promises_nothing() -> None:
    answer = search(SMALL, limit=0)

    assert answer.timetable is None or broken(SMALL, answer.timetable) == []
    assert answer.bound <= least(SMALL)


def test_the_engine_of_the_program_finds_it_too() -> None:
    answer = search(SMALL, limit=60, solve=engine)

    assert answer.timetable is not None
    assert broken(SMALL, answer.timetable) == []
    assert cost(SMALL, answer.timetable) == least(SMALL) == answer.bound


def test_a_cost_below_the_published_one_counts_as_matched() -> None:
    answer = search(SMALL, limit=60)

    assert tstp.Line(1, 951660, answer).matched
    assert tstp.Line(1, 951664, answer).matched  # told to five decimals
    assert tstp.Line(1, 900000, answer).matched
    assert not tstp.Line(1, 951666, answer).matched
    assert not tstp.Line(1, None, answer).matched


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the public instances are not beside the project")
@pytest.mark.parametrize("number", [1, 9])
def test_a_public_instance_gives_the_published_cost(number: int) -> None:
    line = tstp.measure(FOLDER / f"instance_art{number:02d}_WS.dzn", scip, limit=60)

    assert line.matched
    assert line.proven


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the public instances are not beside the project")
def test_every_public_instance_is_read_and_has_one_specialisation_for_each_student() -> None:
    files = sorted(FOLDER.glob("*.dzn"))
    read = [read_seminars(file.read_text(encoding="utf-8")) for file in files]

    assert [tstp.number_of(file) for file in files] == list(range(1, len(tstp.PUBLISHED) + 1))
    assert {len(themes) for seminars in read for themes in seminars.themes} == {1}
