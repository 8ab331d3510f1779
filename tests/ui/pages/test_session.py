"""Pitchsessie: the running order of the half-day, the clock, and who has submitted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS, PitchRules, Round
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.session import SessionPage
from jury_desktop.ui.pages.session.clock import Phase, PitchClock, phases
from tests.builders import a_call, a_candidacy, a_juror, a_plan, a_sheet
from tests.services.scenario import a_dossier, invited
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
DURING_THE_SECOND = datetime(2023, 6, 14, 13, 40, tzinfo=BRUSSELS)


def in_session(now: datetime = DURING_THE_SECOND) -> Dossier:
    """Two pitches on Wednesday from 13:00; one juror has scored the first."""
    sheet = a_sheet(JURORS[0], ONE, Round.PITCH)
    dossier = a_dossier([ONE, TWO], JURORS, [sheet], [invited(ONE), invited(TWO)], now=now)
    with dossier.change() as uow:
        uow.plans.save(a_plan((ONE, TWO), JURORS))
        uow.journal.append("plan.made", "plan", "v1")
    return dossier


def order(page: SessionPage) -> list[str]:
    return [pitch.candidacy.reference for pitch in page.table.rows.rows]


def test_without_a_plan_it_points_to_the_planning(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, SessionPage, a_dossier([ONE], JURORS))
    assert page.is_empty
    qtbot.mouseClick(button(page, "Naar planning"), Qt.MouseButton.LeftButton)
    assert shell.visits == [("planning", "")]
    assert not can_press(page, "session.clock")


def test_it_opens_on_the_pitch_that_is_going_on(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, SessionPage, in_session())
    assert order(page) == ["K-01", "K-02"]
    assert {"De Brug vzw", "13:35–14:10 · K-02", "Jurylid 1 · Gemeente 1"} <= set(texts(page))


def test_the_panel_shows_who_has_submitted(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, SessionPage, in_session())
    page.table.choose("K-01")
    states = [text for text in texts(page) if text in {"ingediend", "te beoordelen"}]
    assert states == ["ingediend", "te beoordelen", "te beoordelen"]
    model = page.table.rows
    assert [str(model.data(model.index(row, 4))) for row in (0, 1)] == [
        "1 van 3 ingediend",
        "0 van 3 ingediend",
    ]


def test_another_session_without_pitches_is_empty(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, SessionPage, in_session())
    qtbot.mouseClick(button(page, "Vr 16/06"), Qt.MouseButton.LeftButton)
    assert order(page) == []
    assert "De Brug vzw" not in texts(page)
    assert not can_press(page, "session.score")


def test_a_thing_asked_for_is_shown_in_its_session(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, SessionPage, in_session())
    qtbot.mouseClick(button(page, "Vr 16/06"), Qt.MouseButton.LeftButton)
    page.show_object("K-01")
    assert "Ankerpunt vzw" in texts(page)


def test_scoring_goes_to_the_pitch_on_show(qtbot: QtBot) -> None:
    page, shell = opened(qtbot, SessionPage, in_session())
    press(page, "session.score")
    assert shell.visits == [("assessment", "pitch/K-02")]


def test_a_change_elsewhere_keeps_session_pitch_and_clock(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, SessionPage, in_session())
    page.table.choose("K-01")
    press(page, "session.phase")
    page.refresh(EVERYTHING)
    current = page.table.current()
    assert current is not None
    assert current.candidacy.reference == "K-01"
    assert any("2/3" in text for text in texts(page.clock))


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, SessionPage, in_session())
    passed = tabbed(qtbot, page, page.table)
    assert {page.clock.start, page.clock.next} <= set(passed)
    assert nameless(page) == []


# the clock


class Seconds:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def a_clock(qtbot: QtBot, *parts: Phase) -> tuple[PitchClock, Seconds]:
    seconds = Seconds()
    clock = PitchClock(seconds)
    qtbot.addWidget(clock)
    clock.show_phases(parts or (Phase("Pitch", 600), Phase("Vragen", 300)))
    clock.show()
    return clock, seconds


def after(clock: PitchClock, seconds: Seconds, passed: float) -> str:
    """What the clock shows some seconds on."""
    seconds.now += passed
    clock.look()
    return texts(clock)[1]


def test_the_phases_are_those_of_the_call() -> None:
    rules: PitchRules = a_call().pitch
    lengths = [rules.pitch_minutes, rules.question_minutes, rules.deliberation_minutes]
    assert [phase.seconds for phase in phases(rules)] == [60 * minutes for minutes in lengths if minutes]


def test_it_counts_down_pauses_and_goes_on(qtbot: QtBot) -> None:
    clock, seconds = a_clock(qtbot)
    assert after(clock, seconds, 30) == "10:00"
    clock.toggle()
    assert after(clock, seconds, 61) == "8:59"
    clock.toggle()
    assert after(clock, seconds, 600) == "8:59"
    clock.toggle()
    assert after(clock, seconds, 1) == "8:58"
    clock.restart()


def test_over_time_it_counts_on_and_turns_red(qtbot: QtBot) -> None:
    clock, seconds = a_clock(qtbot)
    clock.toggle()
    assert after(clock, seconds, 590) == "0:10"
    assert clock.tone == "warn"
    assert after(clock, seconds, 25) == "−0:15"
    assert clock.tone == "bad"
    clock.restart()
    assert (after(clock, seconds, 5), clock.tone) == ("10:00", "")


def test_the_next_phase_starts_whole_and_the_last_is_the_end(qtbot: QtBot) -> None:
    clock, seconds = a_clock(qtbot)
    clock.toggle()
    seconds.now += 100
    qtbot.mouseClick(clock.next, Qt.MouseButton.LeftButton)
    assert after(clock, seconds, 10) == "4:50"
    assert not clock.next.isEnabled()
    clock.restart()


def test_a_running_clock_stays_with_its_pitch(qtbot: QtBot) -> None:
    clock, seconds = a_clock(qtbot)
    clock.offer_pitch("K-01")
    clock.toggle()
    clock.offer_pitch("K-02")
    after(clock, seconds, 1)
    assert texts(clock)[0] == "K-01 · Pitch · 1/2"
    clock.restart()
    assert texts(clock)[0] == "K-02 · Pitch · 1/2"


def test_space_starts_and_pauses_it_and_it_can_be_read_aloud(qtbot: QtBot, dutch: object) -> None:
    clock, seconds = a_clock(qtbot)
    clock.activateWindow()
    qtbot.waitUntil(clock.isActiveWindow)
    clock.start.setFocus()
    qtbot.keyClick(clock.start, Qt.Key.Key_Space)
    assert clock.start.text() == "Pauze"
    after(clock, seconds, 60)
    qtbot.keyClick(clock.start, Qt.Key.Key_Space)
    assert clock.start.text() == "Start"
    assert clock.spoken() == "Pitch 9:00"
