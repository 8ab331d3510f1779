"""A demonstration plays out in the window, one step at a time, and can be stopped and started again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.demo import Step
from jury_desktop.services.demo_state import is_whole
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.notices import NoticeBar
from jury_desktop.ui.play import Play, Script
from tests.ui.sample_page import a_dossier, a_window


@dataclass
class Theatre:
    """Demonstrations of three steps, in dossiers in memory."""

    names: tuple[str, ...] = ("een", "twee", "drie")
    dossiers: list[Dossier] = field(default_factory=list)
    ended: list[Dossier] = field(default_factory=list)
    before: Callable[[str], object] = print

    def begin(self) -> Script:
        return Script(f"demo-{len(self.dossiers) + 1}.jury", tuple(self._step(name) for name in self.names))

    def _step(self, name: str) -> Step:
        def run(dossier: Dossier) -> None:
            self.before(name)
            with dossier.change() as uow:
                uow.journal.append("demo", "step", name)

        return Step(say("demo.import"), run)

    def open(self, _place: str, _user: str) -> Dossier:
        self.dossiers.append(a_dossier())
        return self.dossiers[-1]

    def played(self, at: int = 0) -> list[str]:
        """What the journal of a demonstration says has happened."""
        with self.dossiers[at].read() as uow:
            return [e.subject if e.action == "demo" else e.action for e in uow.journal.all()]


@pytest.fixture
def theatre() -> Theatre:
    return Theatre()


@pytest.fixture
def window(qtbot: QtBot, dutch: object, theatre: Theatre) -> Iterator[MainWindow]:
    made = a_window(open=theatre.open)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def play(theatre: Theatre, window: MainWindow, kept: str = "") -> Play:
    made = Play(theatre.begin, theatre.ended.append, kept)
    made.start(window)
    return made


def bars(window: MainWindow) -> list[NoticeBar]:
    return window.shell.notices.bars()


def said(window: MainWindow) -> list[str]:
    return [bar.text.text() for bar in bars(window)]


def quiet(window: MainWindow) -> bool:
    return not window.shell.jobs.running


def test_every_step_is_an_operation_and_the_next_follows(
    qtbot: QtBot, window: MainWindow, theatre: Theatre
) -> None:
    kept_alive = play(theatre, window)
    qtbot.waitUntil(lambda: bool(theatre.ended) and quiet(window), timeout=10_000)

    assert kept_alive is not None
    assert theatre.played() == ["een", "twee", "drie"]
    assert said(window) == ["De demonstratie is volledig. Alles erin mag je uitproberen."]
    assert window.foot.isHidden()


def test_the_foot_tells_which_step_of_how_many(qtbot: QtBot, window: MainWindow, theatre: Theatre) -> None:
    heard: list[str] = []
    theatre.before = lambda _name: heard.append(window.foot.text.text())
    kept_alive = play(theatre, window)
    qtbot.waitUntil(lambda: bool(theatre.ended) and quiet(window), timeout=10_000)

    assert kept_alive is not None
    assert [text.partition(":")[0] for text in heard] == [
        "Demonstratie, stap 1 van 3", "Demonstratie, stap 2 van 3", "Demonstratie, stap 3 van 3",
    ]  # fmt: skip


def test_a_stopped_demonstration_ends_after_its_step_and_the_dossier_says_so(
    qtbot: QtBot, window: MainWindow, theatre: Theatre
) -> None:
    kept_alive = play(theatre, window)
    qtbot.waitUntil(window.foot.isVisible, timeout=10_000)
    window.foot.cancel.click()
    qtbot.waitUntil(lambda: window.foot.isHidden() and quiet(window), timeout=10_000)

    assert kept_alive is not None
    assert theatre.played() == ["een", "demo.stopped"]
    assert (theatre.ended, is_whole(theatre.dossiers[0])) == ([], False)
    assert said(window) == ["De demonstratie is gestopt na stap 1 van 3. Wat gemaakt is, blijft."]


def test_a_step_that_is_refused_stops_the_demonstration(
    qtbot: QtBot, window: MainWindow, theatre: Theatre
) -> None:
    def refused(name: str) -> None:
        if name == "twee":
            raise refuse("shell.no_dossier")

    theatre.before = refused
    kept_alive = play(theatre, window)
    qtbot.waitUntil(lambda: len(said(window)) == 2 and quiet(window), timeout=10_000)

    assert kept_alive is not None
    assert theatre.played() == ["een", "demo.stopped"]
    assert window.foot.isHidden()


def test_a_whole_demonstration_is_shown_again_and_can_be_started_again(
    qtbot: QtBot, window: MainWindow, theatre: Theatre
) -> None:
    kept_alive = play(theatre, window, "demo-1.jury")
    qtbot.waitUntil(lambda: window.shell.dossier is not None and quiet(window), timeout=10_000)
    shown = (said(window), theatre.played())
    next(bar for bar in bars(window) if bar.notice.action == "Opnieuw beginnen").notice.run()  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(theatre.ended) and quiet(window), timeout=10_000)

    assert kept_alive is not None
    assert shown == (["Dit is de demonstratie van vorige keer, met alles wat je erin veranderde."], [])
    assert (theatre.played(0), theatre.played(1)) == ([], ["een", "twee", "drie"])


def test_another_dossier_is_left_alone(qtbot: QtBot, window: MainWindow, theatre: Theatre) -> None:
    kept_alive = play(theatre, window)
    qtbot.waitUntil(window.foot.isVisible, timeout=10_000)
    window.show_dossier(a_dossier())
    opened = window.shell.opened()
    qtbot.waitUntil(lambda: window.foot.isHidden() and quiet(window), timeout=10_000)

    assert kept_alive is not None
    with opened.read() as uow:
        assert uow.journal.all() == ()
