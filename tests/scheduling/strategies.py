"""Random small instances for property tests."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import Expertise, Interval, Level, Pitch, PlanInstance, PlanJuror, Slot
from tests.scheduling import builders as a

GRID = 30


@st.composite
def windows(draw: st.DrawFn, most: int, rooms: int) -> list[SessionWindow]:
    found = []
    for n in range(draw(st.integers(1, most))):
        hours = draw(st.sampled_from(("11:00", "10:30", "10:00")))
        day = draw(st.sampled_from((14 + n, 14)))
        found.append(a.window(f"w{n}", "09:00", hours, day, rooms=draw(st.integers(1, rooms))))
    return found


@st.composite
def stretches(draw: st.DrawFn, among: list[SessionWindow]) -> Interval:
    window = draw(st.sampled_from(among))
    start = window.start + timedelta(minutes=draw(st.sampled_from((0, 30, 40))))
    return Interval(start, start + timedelta(minutes=draw(st.sampled_from((20, 60, 90)))))


@st.composite
def slots(draw: st.DrawFn, among: list[SessionWindow]) -> Slot:
    window = draw(st.sampled_from(among))
    start = window.start + timedelta(minutes=GRID * draw(st.integers(0, 2)))
    return Slot(window.id, draw(st.integers(1, window.rooms)), start)


@st.composite
def pitches(draw: st.DrawFn, name: str, among: list[SessionWindow]) -> Pitch:
    ids = [window.id for window in among]
    return a.pitch(
        name,
        draw(st.sampled_from((30, 20, 30, 45))),
        draw(st.lists(st.integers(1, 3), max_size=2, unique=True)),
        organisations=tuple(draw(st.lists(st.sampled_from("wxyz"), max_size=2, unique=True))),
        unavailable=tuple(draw(st.lists(stretches(among), max_size=1))),
        preferred_windows=tuple(draw(st.lists(st.sampled_from(ids), max_size=1))),
        pinned=draw(slots(among)) if draw(st.integers(0, 9)) == 7 else None,
        communicated=draw(st.one_of(st.none(), slots(among))),
    )


@st.composite
def jurors(draw: st.DrawFn, name: str, among: list[SessionWindow]) -> PlanJuror:
    whole = [Interval(window.start, window.end) for window in among if draw(st.integers(0, 4)) != 3]
    return PlanJuror(
        name,
        draw(st.sampled_from(("home", "", "x"))),
        tuple(whole) + tuple(draw(st.lists(stretches(among), max_size=1))),
        tuple(draw(st.lists(st.integers(1, 3), max_size=1))),
        draw(st.sampled_from((None, None, 30, 60))),
    )


@st.composite
def instances(
    draw: st.DrawFn, most_pitches: int = 4, most_jurors: int = 4, most_windows: int = 2, rooms: int = 2
) -> PlanInstance:
    """Instances in which every rule has a chance to bind."""
    among = draw(windows(most_windows, rooms))
    heard = [draw(pitches(f"p{n}", among)) for n in range(draw(st.integers(1, most_pitches)))]
    panel = [draw(jurors(f"j{n}", among)) for n in range(draw(st.integers(1, most_jurors)))]
    pairs = [(juror.id, pitch.id) for juror in panel for pitch in heard]
    return a.instance(
        among,
        heard,
        panel,
        draw(st.lists(st.sampled_from(pairs), max_size=2, unique=True)),
        grid_minutes=GRID,
        quorum=draw(st.sampled_from((1, 0, 2))),
        panel_max=draw(st.sampled_from((None, None, None, 2, 1))),
        break_after=draw(st.sampled_from((2, 1, 0))),
        break_minutes=draw(st.sampled_from((0, 15, 30))),
        changeover_minutes=draw(st.sampled_from((0, 0, 10))),
        expertise=draw(st.sampled_from((Expertise.SOFT, Expertise.HARD, Expertise.OFF))),
        common_jurors=draw(st.integers(0, 2)),
        levels=draw(st.one_of(st.just(tuple(Level)), st.permutations(list(Level)).map(tuple))),
    )
