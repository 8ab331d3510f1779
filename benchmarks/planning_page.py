"""What the planning page is like with 600 pitches: ``python benchmarks/planning_page.py``.

Lays a plan of 30 sessions with five rooms, 20 pitches each, before panels of a jury of 100, and shows it in
the real window: first sight, scrolling through all of it, Tab from block to block, other pitches chosen, one
moved by keyboard. Every figure is processor time of the window's thread for one step and its drawing.
Without a screen: ``QT_QPA_PLATFORM=offscreen``. ``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jury_desktop.bootstrap import clock_on, create_dossier, wiring
from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import (
    Assignment,
    Expertise,
    Interval,
    Level,
    LevelResult,
    Pitch,
    PitchPlan,
    PlanInstance,
    PlanJuror,
    PlanRules,
    PlanStatus,
    StoredPlan,
)
from jury_desktop.services.calls import load_call
from jury_desktop.services.planning import PlanView
from jury_desktop.ui import theme
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.planning import PlanningPage
from jury_desktop.ui.pages.planning.reading import prepared
from jury_desktop.ui.settings import Preferences

WINDOWS, ROOMS, IN_ROOM, JURORS, PANEL = 30, 5, 4, 100, 5
FIRST = datetime(2023, 6, 1, 9, tzinfo=BRUSSELS)
LENGTH, STRIDE = timedelta(minutes=35), timedelta(minutes=50)


def large() -> PlanView:
    """The plan with what its ids stand for."""
    windows = tuple(
        SessionWindow(f"d{n}", FIRST + timedelta(n), FIRST + timedelta(n, hours=4), ROOMS)
        for n in range(WINDOWS)
    )
    jurors = {f"j{n}": Juror(f"j{n}", f"Jurylid {n}", "Gemeente", "") for n in range(JURORS)}
    places = tuple(_places(windows))
    candidacies = {place.pitch: _candidacy(place.pitch, at) for at, place in enumerate(places)}
    free = tuple(Interval(window.start, window.end) for window in windows)
    instance = PlanInstance(
        5,
        windows,
        PlanRules(3, PANEL, 3, 15, 0, Expertise.SOFT, 1),
        tuple(Pitch(key, 35, (key,), it.challenges) for key, it in candidacies.items()),
        tuple(PlanJuror(key, "", free) for key in jurors),
        (),
    )
    levels = tuple(LevelResult(level, 0, 0) for level in Level)
    plan = PitchPlan(PlanStatus.OPTIMAL, levels, places, (), (), 1.0, 1)
    stored = StoredPlan("groot", 1, instance, plan, FIRST)
    return PlanView(stored, instance, candidacies, jurors, load_call("lier-2023").challenges)


def _places(windows: tuple[SessionWindow, ...]) -> Iterator[Assignment]:
    number = 0
    for window in windows:
        for room in range(1, ROOMS + 1):
            panel = tuple(f"j{(room * PANEL + n) % JURORS}" for n in range(PANEL))
            for turn in range(IN_ROOM):
                number += 1
                start = window.start + turn * STRIDE
                yield Assignment(f"K-{number:03}", window.id, room, start, start + LENGTH, panel)


def _candidacy(reference: str, at: int) -> Candidacy:
    name = f"Organisatie {at} vzw"
    chosen = (1 + at % 7, 1 + (at + 3) % 7)
    return Candidacy(
        id=reference,
        reference=reference,
        organisation=name,
        contact="",
        email="",
        phone="",
        address="",
        challenges=tuple(sorted(chosen)),
        municipalities=(),
        partners=(),
        versions=(),
        admissibility=Admissibility.ADMISSIBLE,
    )


def spent(step: Callable[[], object]) -> float:
    """Milliseconds of processor time on this thread, with what has to be drawn for it."""
    begun = time.thread_time()
    step()
    QApplication.processEvents()
    return (time.thread_time() - begun) * 1000


def told(what: str, figures: list[float]) -> None:
    """The longest step, and how many took more than the limit."""
    long = sum(figure > 50 for figure in figures)
    mean = sum(figures) / len(figures)
    print(
        f"{what:<36} {len(figures):>4} steps, mean {mean:5.1f}, longest {max(figures):5.1f} ms, {long} over"
    )


def main() -> None:
    """Do all of it once."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, "light")
    folder = Path(tempfile.mkdtemp(prefix="jury-planning-"))
    now = clock_on(FIRST.date())
    dossier = create_dossier(str(folder / "groot.jury"), "lier-2023", now=now)
    window = MainWindow(wiring(now), Preferences(language="nl", user="Regisseur"))
    window.resize(1440, 900)
    window.show_dossier(dossier, "planning")
    window.show()
    while window.shell.jobs.running:
        app.processEvents()
    page, view = window.page, large()
    assert isinstance(page, PlanningPage)
    reading = prepared(view, "nl")
    told("shown for the first time", [spent(lambda: page.show_reading(reading))])
    told("shown again after a change", [spent(lambda: page.show_reading(reading)) for _ in range(3)])
    bar = page.sessions.horizontalScrollBar()
    for _ in range(20):
        app.processEvents()
        time.sleep(0.01)
    told(
        "scrolled through, 60 points a step",
        [spent(lambda x=x: bar.setValue(x)) for x in range(0, bar.maximum(), 60)],
    )
    bar.setValue(0)
    page.columns.blocks()[0].setFocus()
    tab = lambda: QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)  # noqa: E731
    told("Tab from block to block", [spent(tab) for _ in range(120)])
    page.show_object("K-300")
    told(
        "another pitch chosen", [spent(lambda n=n: page.show_object(f"K-{n:03}")) for n in range(1, 600, 25)]
    )
    page.mover.begin("K-300")
    down = lambda: QTest.keyClick(page.columns, Qt.Key.Key_Down)  # noqa: E731
    across = lambda: QTest.keyClick(page.columns, Qt.Key.Key_Right)  # noqa: E731
    told("a pitch moved by keyboard", [spent(down) for _ in range(10)] + [spent(across) for _ in range(20)])
    print(f"blocks that exist at the end: {len(page.columns.blocks())} of {WINDOWS * ROOMS * IN_ROOM}")
    page.mover.cancel()
    window.close()
    dossier.store.close()


if __name__ == "__main__":
    main()
