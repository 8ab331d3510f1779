"""Long work shows itself; short work does not."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.ui.foot import Foot
from jury_desktop.ui.jobs import JobContext, Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def foot(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> Foot:
    monkeypatch.setattr("jury_desktop.ui.foot.SHOW_AFTER", 1)
    made = Foot(jobs)
    qtbot.addWidget(made)
    return made


def test_a_long_job_shows_what_it_does_and_how_far_it_is(qtbot: QtBot, jobs: Jobs, foot: Foot) -> None:
    go_on = threading.Event()

    def work(context: JobContext) -> None:
        context.progress(3, 12, "bericht 3 van 12")
        go_on.wait(10)

    jobs.submit(work, text="Postvak lezen…")
    qtbot.waitUntil(foot.isVisible, timeout=5_000)
    qtbot.waitUntil(lambda: foot.bar.maximum() == 12, timeout=5_000)

    assert (foot.text.text(), foot.bar.value()) == ("bericht 3 van 12", 3)
    go_on.set()
    qtbot.waitUntil(foot.isHidden, timeout=5_000)


def test_cancel_asks_the_job_to_stop(qtbot: QtBot, jobs: Jobs, foot: Foot) -> None:
    def work(context: JobContext) -> None:
        while not context.cancelled():
            pass

    jobs.submit(work, text="Plannen…")
    qtbot.waitUntil(foot.isVisible, timeout=5_000)
    qtbot.mouseClick(foot.cancel, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(foot.isHidden, timeout=5_000)
    assert jobs.running == []


def test_a_short_job_shows_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    foot = Foot(jobs)
    qtbot.addWidget(foot)
    jobs.submit(lambda _: None, text="Kort")
    qtbot.waitUntil(lambda: not jobs.running, timeout=5_000)

    assert foot.isHidden()
    assert not foot._timer.isActive()
