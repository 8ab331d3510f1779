"""The planner is stopped in the real window: what it has by then is kept and said, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.pitch import Interval, Level, PlanStatus, Progress
from jury_desktop.services.planning import keep_plan, plan_view, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.jobs import Progress as Told
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.planning.progress import Report
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.theme import Tone
from tests.builders import a_call, a_candidacy, a_juror
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier, invited
from tests.ui.sample_page import a_wiring

pytestmark = pytest.mark.xdist_group("planning-story")

PATIENCE = 60_000
TWO_ROOMS = tuple(replace(window, rooms=2) for window in a_call().windows)
PANELS = replace(a_call(), pitch=replace(a_call().pitch, panel_max=4), windows=TWO_ROOMS)
"""Who sits in which room is a choice: the burden of the jury is looked for much longer than anybody waits."""
ALL = tuple(Interval(window.start, window.end) for window in PANELS.windows)


@pytest.fixture
def dossier() -> Dossier:
    pairs = [(number, (number % 7 + 1, number * 3 % 7 + 1)) for number in range(1, 15)]
    candidacies = [a_candidacy(number, challenges=challenges) for number, challenges in pairs]
    jurors = [
        a_juror(number, available=ALL[number % 3 :] if number % 2 else ALL, expertise=(number % 7 + 1,))
        for number in range(1, 9)
    ]
    decisions = [invited(each) for each in candidacies]
    return a_dossier(candidacies, jurors, decisions=decisions, store=MemoryStore(PANELS))


@pytest.fixture
def window(qtbot: QtBot, dutch: object, dossier: Dossier) -> Iterator[MainWindow]:
    made = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_dossier(dossier, "planning")
    with qtbot.waitActive(made):
        made.show()
    rest(qtbot, made)
    yield made
    made.close()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Until nothing is under way: a step may bring the next."""

    def idle() -> bool:
        QApplication.processEvents()
        return not window.shell.jobs.running

    qtbot.waitUntil(idle, timeout=PATIENCE)
    qtbot.waitUntil(idle, timeout=PATIENCE)


def test_the_best_plan_so_far_is_kept_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, dossier: Dossier
) -> None:
    foot = window.foot
    window.book.qt("planning.solve").trigger()
    searching = "Belasting van de jury (minuten): "
    qtbot.waitUntil(lambda: foot.isVisible() and foot.text.text().startswith(searching), timeout=PATIENCE)
    assert 0 < foot.bar.value() < foot.bar.maximum()
    qtbot.mouseClick(foot.cancel, Qt.MouseButton.LeftButton)
    rest(qtbot, window)

    stored = plan_view(dossier).plan
    assert stored is not None
    assert (stored.plan.status, len(stored.plan.assignments)) == (PlanStatus.FEASIBLE, 14)
    (bar,) = window.shell.notices.bars()
    assert (bar.notice.tone, bar.text.text()) == (
        Tone.WARN,
        "Gestopt: het beste plan tot nu toe is bewaard; dat het niet beter kan, is niet bewezen. "
        "14 pitches hebben een plaats.",
    )
    window.book.qt("edit.undo").trigger()
    rest(qtbot, window)
    assert plan_view(dossier).plan is None


def test_stopped_while_planning_again_the_plan_in_force_stays(
    qtbot: QtBot, window: MainWindow, dossier: Dossier
) -> None:
    problem = planning_problem(dossier)
    in_force = keep_plan(dossier, problem, solve_plan(problem, time_limit=2))
    window.book.qt("planning.solve").trigger()
    qtbot.waitUntil(window.foot.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(window.foot.cancel, Qt.MouseButton.LeftButton)
    rest(qtbot, window)
    now = plan_view(dossier).plan
    assert now is not None
    worth = [[level.value for level in each.plan.levels] for each in (now, in_force)]
    assert worth[0] <= worth[1]
    said = [bar.text.text() for bar in window.shell.notices.bars()]
    stays = ["Gestopt: tot dan is niets beters gevonden. De planning blijft zoals ze is."]
    assert (said == stays) == (now == in_force)


def test_the_bar_never_goes_back_and_is_not_full_before_the_end() -> None:
    told: list[Told] = []
    report = Report(JobContext(told.append))
    for level, step, value, bound in (
        (Level.LEFT_OUT, 1, None, None),
        (Level.JUROR_BURDEN, 8, 2105, 1960),
        (Level.LEFT_OUT, 1, 0, -3),
        (Level.IDLE_ROOM, 9, 55, 0),
    ):
        report(Progress(level, step, 9, value, bound, 1.0))
    assert told == [
        Told(0, 9, "Pitches left out"),
        Told(7, 9, "Burden of the jury (minutes): 2105 (≥ 1960)"),
        Told(7, 9, "Pitches left out: 0"),
        Told(8, 9, "Idle minutes: 55 (≥ 0)"),
    ]
