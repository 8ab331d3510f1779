"""Objects of Qt are only ever destroyed on the window's thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.ui import garbage
from jury_desktop.ui.garbage import GarbageCollector
from jury_desktop.ui.jobs import Jobs


class Cycle:
    """Something only the garbage collector can end; tells on which thread it did."""

    ended_on: list[threading.Thread] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


@pytest.fixture(autouse=True)
def _eager() -> Iterator[None]:
    """Python would collect at nearly every allocation."""
    limits = gc.get_threshold()
    gc.set_threshold(5, 1, 1)
    Cycle.ended_on.clear()
    yield
    gc.set_threshold(*limits)


def make_cycles(_context: object = None) -> None:
    for _ in range(1000):
        Cycle()


def test_what_a_job_leaves_behind_is_collected_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.submit(make_cycles)
    qtbot.waitUntil(lambda: len(Cycle.ended_on) == 1000)
    jobs.shutdown()

    assert set(Cycle.ended_on) == {threading.main_thread()}


def test_python_collects_by_itself_again_when_the_last_one_ends() -> None:
    others, GarbageCollector._at_work = GarbageCollector._at_work, set()
    first, second = GarbageCollector(), GarbageCollector()
    first.end()
    resting = gc.isenabled()
    second.end()
    working = gc.isenabled()
    GarbageCollector._at_work = others

    assert (resting, working) == (False, True)


def test_what_a_job_makes_to_keep_is_set_aside_before_a_search_through_it_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(garbage, "MUCH", 0.0)
    collector = GarbageCollector()
    before = gc.get_freeze_count()
    kept = [[number] for number in range(10_000)]

    while (set_aside := gc.get_freeze_count()) <= before:  # what others made may end meanwhile
        collector.collect()
        kept.append([])
    collector.end()

    assert set_aside - before > 9_000
