"""Hundreds of pitches: blocks come into being when they come into view, the keyboard finds them all, what is
the same stays, and the lane beside them tells who is free."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import (
    Assignment,
    Interval,
    Level,
    LevelResult,
    Pitch,
    PitchPlan,
    PlanJuror,
    PlanStatus,
    StoredPlan,
)
from jury_desktop.services.planning import PlanView
from jury_desktop.ui import theme
from jury_desktop.ui.pages.planning import PlanningPage
from jury_desktop.ui.pages.planning.block import PitchBlock
from jury_desktop.ui.pages.planning.lane import AvailabilityLane, Free, lane_width
from jury_desktop.ui.pages.planning.reading import prepared
from jury_desktop.ui.pages.planning.scale import Scale
from tests.builders import NOW, a_call, a_candidacy, a_juror, an_instance
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import texts

Key = Qt.Key
WINDOWS, ROOMS, IN_ROOM = 30, 5, 4
ALL = WINDOWS * ROOMS * IN_ROOM
FIRST = a_call().windows[0].start
LENGTH, STRIDE = timedelta(minutes=35), timedelta(minutes=50)
JURORS = tuple(a_juror(number) for number in range(1, 16))


def large(jurors: int = 15) -> PlanView:
    """600 pitches in 30 sessions of five rooms."""
    windows = tuple(
        SessionWindow(f"d{n}", FIRST + timedelta(n), FIRST + timedelta(n, hours=4), ROOMS)
        for n in range(WINDOWS)
    )
    known = {juror.id: juror for juror in JURORS[:jurors]}
    slots = [(w, room, turn) for w in windows for room in range(1, ROOMS + 1) for turn in range(IN_ROOM)]
    candidacies = {
        f"K-{n:03}": replace(a_candidacy(n), reference=f"K-{n:03}") for n in range(1, len(slots) + 1)
    }
    places = tuple(
        Assignment(
            key, w.id, room, w.start + turn * STRIDE, w.start + turn * STRIDE + LENGTH, ("j1", "j2", "j3")
        )
        for key, (w, room, turn) in zip(candidacies, slots, strict=True)
    )
    free = tuple(Interval(window.start, window.end) for window in windows)
    instance = replace(
        an_instance((), ()),
        windows=windows,
        pitches=tuple(Pitch(key, 35, (key,), it.challenges) for key, it in candidacies.items()),
        jurors=tuple(PlanJuror(key, "", free if key != "j2" else free[:1]) for key in known),
    )
    levels = (LevelResult(Level.LEFT_OUT, 0, 0),)
    plan = PitchPlan(PlanStatus.OPTIMAL, levels, places, (), (), 1.0, 1)
    stored = StoredPlan("groot", 1, instance, plan, NOW)
    return PlanView(stored, instance, candidacies, known, a_call().challenges)


@pytest.fixture
def page(qtbot: QtBot, dutch: object) -> PlanningPage:
    made = PlanningPage(DirectShell())
    qtbot.addWidget(made)
    made.resize(1200, 780)
    made.show_reading(prepared(large(), "nl"))
    with qtbot.waitActive(made):
        made.show()
    settle()
    return made


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def references(page: PlanningPage) -> list[str]:
    return [block.pitch.candidacy.reference for block in page.columns.blocks()]


class Painted(QObject):
    """Which blocks are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, PitchBlock):
            self.seen.add(watched.pitch.candidacy.reference)
        return False


def test_only_what_is_near_is_made_and_the_rest_when_somebody_scrolls_there(page: PlanningPage) -> None:
    near = references(page)
    assert "K-001" in near
    assert len(near) < ALL / 4
    assert "K-600" not in near

    bar = page.sessions.horizontalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert "K-600" in references(page)
    assert len(references(page)) < ALL / 2, "what lies between was never in view"


def test_only_what_is_in_view_is_drawn(page: PlanningPage) -> None:
    bar = page.sessions.horizontalScrollBar()
    painted = Painted()
    QApplication.instance().installEventFilter(painted)
    bar.setValue(bar.maximum())
    settle()
    QApplication.instance().removeEventFilter(painted)
    assert "K-600" in painted.seen
    assert len(painted.seen) < 3 * ROOMS * IN_ROOM


def test_a_pitch_that_is_asked_for_comes_into_view(page: PlanningPage) -> None:
    page.show_object("K-300")
    settle()
    (block,) = [each for each in page.columns.blocks() if each.pitch.candidacy.reference == "K-300"]
    assert block.selected
    assert not block.visibleRegion().isEmpty()


def test_tab_goes_on_into_the_sessions_that_were_not_in_view(qtbot: QtBot, page: PlanningPage) -> None:
    page.columns.blocks()[0].setFocus()
    visited = ["K-001"]
    while len(visited) < 3 * ROOMS * IN_ROOM:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, PitchBlock), visited[-1]
        visited.append(focused.pitch.candidacy.reference)
    assert visited == [f"K-{number:03}" for number in range(1, len(visited) + 1)]


def test_what_is_the_same_after_a_change_stays_with_the_keyboard(page: PlanningPage) -> None:
    before = page.columns.blocks()
    before[3].setFocus()
    view = large()
    assert view.plan is not None
    pinned = tuple(
        replace(it, pinned=it.communicated) if it.id != "K-001" else replace(it, pinned=_slot(view))
        for it in view.plan.instance.pitches
    )
    locked = replace(view.plan, instance=replace(view.plan.instance, pitches=pinned))
    page.show_reading(prepared(replace(view, plan=locked, problem=locked.instance), "nl"))

    after = page.columns.blocks()
    assert [one is other for one, other in zip(before, after, strict=True)] == [False] + [True] * (
        len(before) - 1
    )
    assert after[0].pitch.pinned
    assert before[3].hasFocus()


def _slot(view: PlanView):
    from jury_desktop.services.plan_moves import slot_of

    assert view.plan is not None
    return slot_of(view.plan.plan, "K-001")


def test_rooms_lie_side_by_side_and_blocks_stay_wide_enough_to_read(page: PlanningPage) -> None:
    first = page.columns.columns[0].scale.blocks
    lefts = sorted({block.x() for block in first})
    assert len(lefts) == ROOMS
    assert min(block.width() for block in first) >= 110


def test_the_question_about_other_sessions_is_a_list_where_there_are_many(
    qtbot: QtBot, page: PlanningPage
) -> None:
    page.show_object("K-001")
    assert "Waarom niet op do 15/06?" not in texts(page.side.why)
    assert page.side.why._wanted == tuple(f"d{n}" for n in range(1, WINDOWS))


# the lane


def test_the_lane_names_who_is_free_and_the_screen_reader_is_told(page: PlanningPage) -> None:
    page.show_reading(prepared(large(jurors=3), "nl"))
    first, second = (column.scale.lane for column in page.columns.columns[:2])
    moment = FIRST + timedelta(minutes=70)
    assert first.told(moment) == "14:10 · 3 van 3 beschikbaar\nJurylid 1\nJurylid 2\nJurylid 3"
    tomorrow = moment + timedelta(days=1)
    assert second.told(tomorrow) == "14:10 · 2 van 3 beschikbaar\nJurylid 1\nJurylid 3"
    assert second.accessibleDescription() == "Jurylid 1 13:00–17:00; Jurylid 3 13:00–17:00"
    assert [count for _, _, count in second._counted()] == [2]


def test_the_panel_of_the_chosen_pitch_stands_out_in_its_session_alone(page: PlanningPage) -> None:
    page.show_object("K-001")
    seated = [column.scale.lane._seated for column in page.columns.columns[:2]]
    assert seated == [{"j1", "j2", "j3"}, frozenset()]


@pytest.mark.parametrize("rooms", [1, 2])
def test_in_the_narrowest_column_every_juror_still_has_a_bar(qtbot: QtBot, rooms: int) -> None:
    window = replace(a_call().windows[0], rooms=rooms)
    scale = Scale(window)
    qtbot.addWidget(scale)
    whole = (Interval(window.start, window.end),)
    scale.show_jurors([Free(f"j{n}", f"Jurylid {n}", whole) for n in range(8)], 1)
    scale.resize(scale.narrowest(), scale.height())
    scale.show()
    picture = scale.lane.grab().toImage()
    row = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(picture.width())]
    turns = sum(a > b for a, b in pairwise(row))
    assert turns >= 8, "each bar begins darker than the gap before it"


def test_in_the_lane_of_a_large_jury_the_chosen_panel_stands_out(qtbot: QtBot) -> None:
    """As wide as the part of the panel that is free: all in the first half of the session, half after it."""
    window = a_call().windows[0]
    middle = window.start + (window.end - window.start) / 2
    whole, half = Interval(window.start, window.end), Interval(window.start, middle)
    jurors = [
        Free("j1", "Jurylid 1", (whole,)),
        Free("j2", "Jurylid 2", (half,)),
        *(Free(f"j{n}", f"Jurylid {n}", ()) for n in range(3, 14)),
    ]
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(40, 240)
    lane = AvailabilityLane(window, 0, 1, holder)
    lane.setGeometry(0, 0, lane_width(len(jurors)), 240)
    lane.show_jurors(jurors, quorum=0)
    holder.show()
    accent = theme.colour(theme.current().colours.accent)

    def dark(y: int) -> int:
        picture = lane.grab().toImage()
        scale = picture.devicePixelRatio()
        colours = (picture.pixelColor(x, round(y * scale)) for x in range(picture.width()))
        return round(sum(colour == accent for colour in colours) / scale)

    assert (dark(60), dark(180)) == (0, 0)
    lane.show_seated(frozenset({"j1", "j2"}))
    assert (dark(60), dark(180)) == (6, 3)
