"""Work off the window's thread: in order, stoppable, and never lost without a word."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jury_desktop.domain.errors import Cancelled, JuryError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.ui.jobs import JobContext, Jobs, Lane, Progress, deliver
from tests.ui.conftest import settle

PATIENCE = 5_000


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()
    made.deleteLater()


def idle(jobs: Jobs) -> bool:
    return not jobs.running


def test_jobs_of_one_lane_are_done_in_the_order_they_were_asked(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []
    for number in range(20):
        jobs.submit(lambda _, number=number: number, done.append)

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert done == list(range(20))


def test_work_that_cannot_check_is_ended_from_here(qtbot: QtBot, jobs: Jobs) -> None:
    began, ended, delivered = threading.Event(), threading.Event(), list[str]()

    def work(context: JobContext) -> str:
        with context.ending(ended.set):
            began.set()
            assert ended.wait(PATIENCE / 1000)
        return "done"

    job = jobs.submit(work, delivered.append, lane=Lane.DRAWING)
    assert began.wait(PATIENCE / 1000)
    job.cancel()

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)
    assert delivered == []


def test_what_was_cancelled_before_it_began_is_not_ended() -> None:
    context, ended = JobContext(lambda _: None), list[bool]()
    context.cancel()

    with pytest.raises(Cancelled), context.ending(lambda: ended.append(True)):
        ended.append(False)

    context.cancel()
    assert ended == []


def test_a_job_works_elsewhere_and_delivers_here(qtbot: QtBot, jobs: Jobs) -> None:
    here = threading.current_thread()
    places: list[threading.Thread] = []
    jobs.submit(
        lambda _: threading.current_thread(),
        lambda worker: places.extend([worker, threading.current_thread()]),
    )

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert places[0] is not here
    assert places[1] is here


def test_each_lane_has_one_thread_of_its_own(qtbot: QtBot, jobs: Jobs) -> None:
    names: list[str] = []
    for lane in (*Lane, *Lane):
        jobs.submit(lambda _: threading.current_thread().name, names.append, lane=lane)

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert sorted(set(names)) == sorted(f"jury-{lane.value}_0" for lane in Lane)


def test_a_long_calculation_does_not_hold_up_the_database(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    done: list[str] = []
    jobs.submit(lambda _: go_on.wait(10), lambda _: done.append("plan"), lane=Lane.CALCULATION)
    jobs.submit(lambda _: "read", done.append)

    qtbot.waitUntil(lambda: done == ["read"], timeout=PATIENCE)
    go_on.set()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert done == ["read", "plan"]


def test_of_jobs_with_one_key_only_the_last_delivers(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    done: list[str] = []
    jobs.submit(lambda _: go_on.wait(10) and "old", done.append, key="detail")
    jobs.submit(lambda _: "new", done.append, key="detail")
    jobs.submit(lambda _: "other", done.append, key="list")
    go_on.set()

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert done == ["new", "other"]


def test_a_cancelled_job_stops_at_its_next_check_and_delivers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    started = threading.Event()
    seen: list[str] = []

    def endless(context: JobContext) -> None:
        started.set()
        while True:
            context.check()

    job = jobs.submit(endless, lambda _: seen.append("done"), ended=lambda: seen.append("ended"))
    assert started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert seen == ["ended"]


@pytest.mark.parametrize("change", [False, True])
def test_what_came_too_late_to_stop_is_told_only_when_it_changed_the_dossier(
    qtbot: QtBot, jobs: Jobs, change: bool
) -> None:
    started, go_on = threading.Event(), threading.Event()
    seen: list[str] = []

    def work(_: JobContext) -> str:
        started.set()
        assert go_on.wait(5)
        return "kept"

    job = jobs.submit(work, seen.append, change=change)
    assert started.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert seen == (["kept"] if change else [])


def test_a_job_cancelled_before_its_turn_never_starts(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    seen: list[str] = []
    jobs.submit(lambda _: go_on.wait(10))
    waiting = jobs.submit(lambda _: seen.append("worked"), lambda _: seen.append("done"))
    waiting.cancel()
    go_on.set()

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert seen == []


def test_what_is_refused_goes_to_the_one_who_asked_or_else_to_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    asked: list[JuryError] = []
    window: list[JuryError] = []
    jobs.refused.connect(window.append)
    mine, yours = refuse("shell.no_dossier"), refuse("call.not_found")

    def raise_(error: Exception) -> None:
        raise error

    jobs.submit(lambda _: raise_(mine), failed=asked.append)
    jobs.submit(lambda _: raise_(yours))
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert (asked, window) == ([mine], [yours])


def test_the_refusal_of_what_was_asked_anew_meanwhile_is_not_told(qtbot: QtBot, jobs: Jobs) -> None:
    window: list[JuryError] = []
    jobs.refused.connect(window.append)
    running, go_on = threading.Event(), threading.Event()

    def refused(_: JobContext) -> None:
        running.set()
        go_on.wait(PATIENCE)
        raise refuse("call.not_found")

    jobs.submit(refused, key="page")
    running.wait(PATIENCE)
    jobs.submit(lambda _: None, key="page")
    go_on.set()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert window == []


def test_an_error_of_ours_is_a_crash_and_the_lane_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    crashes: list[BaseException] = []
    done: list[int] = []
    jobs.crashed.connect(crashes.append)
    jobs.submit(lambda _: 1 // 0)
    jobs.submit(lambda _: 7, done.append)

    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert [type(error) for error in crashes] == [ZeroDivisionError]
    assert done == [7]


def test_progress_reaches_the_window_and_the_last_report_always_does(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()

    def work(context: JobContext) -> None:
        for step in range(1, 501):
            context.progress(step, 500, "lezen")
        go_on.wait(10)

    job = jobs.submit(work)
    qtbot.waitUntil(lambda: job.progress.done == 500, timeout=PATIENCE)
    go_on.set()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert job.progress == Progress(500, 500, "lezen")


def test_a_fast_job_does_not_flood_the_window_with_progress() -> None:
    told: list[Progress] = []
    context = JobContext(told.append)

    for step in range(10_000):
        context.progress(step, 10_000)

    assert len(told) < 100


def test_nothing_is_delivered_to_a_widget_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    class Listener(QObject):
        heard: list[int] = []

        def hear(self, value: int) -> None:
            self.heard.append(value)

    listener = Listener()
    go_on = threading.Event()
    jobs.submit(lambda _: go_on.wait(10) and 3, listener.hear)
    listener.deleteLater()
    settle()
    go_on.set()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)

    assert Listener.heard == []


def test_deliver_passes_values_to_what_is_still_there() -> None:
    heard: list[int] = []

    deliver(heard.append, 4)
    deliver(None, 5)

    assert heard == [4]


def test_shutdown_stops_what_can_stop_and_ends_the_threads(qtbot: QtBot) -> None:
    jobs = Jobs()
    started = threading.Event()
    seen: list[str] = []

    def endless(context: JobContext) -> None:
        started.set()
        while not context.cancelled():
            pass
        raise Cancelled

    jobs.submit(endless, lambda _: seen.append("done"))
    jobs.submit(lambda _: seen.append("queued"))
    assert started.wait(5)
    jobs.shutdown()
    settle()

    assert seen == []
    assert [t.name for t in threading.enumerate() if t.name.startswith("jury-")] == []


def test_a_change_that_was_asked_is_still_made_when_the_program_ends(qtbot: QtBot) -> None:
    jobs, made = Jobs(), list[str]()

    def until_the_end(context: JobContext) -> None:
        while not context.cancelled():
            pass

    jobs.submit(until_the_end)
    jobs.submit(lambda _: made.append("read"))
    jobs.submit(lambda _: made.append("change"), change=True)

    jobs.shutdown()

    assert made == ["change"]
    jobs.deleteLater()


def test_what_is_asked_after_the_end_is_not_done(qtbot: QtBot) -> None:
    made = Jobs()
    made.shutdown()
    done: list[int] = []
    made.submit(lambda _: done.append(1))

    assert (made.running, done) == ([], [])


class Asker:
    """Asks for something and is gone as soon as it has been answered; tells on which thread it went."""

    ended_on: ClassVar[list[threading.Thread]] = []

    def take(self, _value: object) -> None:
        """The answer."""

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


@pytest.fixture
def _restless() -> Iterator[None]:
    """The threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_restless")
def test_a_lane_never_is_the_last_to_hold_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    Asker.ended_on.clear()
    for _ in range(200):
        jobs.submit(lambda _: None, Asker().take)
        qtbot.waitUntil(lambda: idle(jobs))

    qtbot.waitUntil(lambda: len(Asker.ended_on) == 200)
    assert set(Asker.ended_on) == {threading.main_thread()}


def test_another_sentence_of_the_progress_is_heard_however_soon_it_comes() -> None:
    heard: list[Progress] = []
    context = JobContext(heard.append)

    for number in range(100):
        context.progress(number, 100, say("import.reading", count=number, place="a.mbox"))
    context.progress(50, 100, say("import.sorting", count=100))

    assert [heard[0].text, heard[-1].text] == [
        say("import.reading", count=0, place="a.mbox"),
        say("import.sorting", count=100),
    ]


def halted(jobs: Jobs, told: list[str], key: str = "") -> None:
    """A job that goes on until somebody stops it, and then gives what it has."""
    began = threading.Event()

    def work(context: JobContext) -> str:
        began.set()
        while not context.cancelled():
            time.sleep(0.001)
        return "so far"

    jobs.submit(work, told.append, lane=Lane.CALCULATION, key=key, stopped=lambda got: told.append(f"{got}!"))
    assert began.wait(PATIENCE / 1000)


def test_what_stopped_work_has_is_delivered_to_who_wants_it(qtbot: QtBot, jobs: Jobs) -> None:
    told = list[str]()
    halted(jobs, told)
    jobs.cancel_all()
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)
    assert told == ["so far!"]


def test_work_that_a_newer_job_stopped_is_dropped_all_the_same(qtbot: QtBot, jobs: Jobs) -> None:
    told = list[str]()
    halted(jobs, told, key="plan")
    jobs.submit(lambda _: "newer", told.append, lane=Lane.CALCULATION, key="plan")
    qtbot.waitUntil(lambda: idle(jobs), timeout=PATIENCE)
    assert told == ["newer"]
