"""A page says nothing before it knows: no empty state, no buttons, and a way on when reading failed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.domain.errors import refuse
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.navigation import RailEntry
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.widgets.empty import EmptyState
from tests.ui.pages.driving import button, opened, texts
from tests.ui.sample_page import a_dossier, a_wiring

NOBODY = EmptyState("users", "Nog niemand", "Voeg iemand toe.", "Toevoegen")


@dataclass
class Source:
    """What the page reads: nothing before it may."""

    names: list[str] = field(default_factory=list)
    may: threading.Event = field(default_factory=threading.Event)
    broken: bool = False

    def __call__(self, dossier: Dossier, context: JobContext) -> list[str]:
        self.may.wait(10)
        if self.broken:
            raise refuse("shell.no_dossier")
        return self.names


class ReadingPage(Page):
    """Shows names, or that there are none."""

    key = "overview"
    source: Source
    shown: Sequence[str] = ()

    def title(self) -> str:
        return "Namen"

    def subtitle(self) -> str:
        return f"{len(self.shown)} namen"

    def page_actions(self) -> Sequence[Action]:
        return (Action("names.export", "Exporteren", self.hide, place=Place.HEADER),)

    def refresh(self, changed: Changes) -> None:
        self.load(self.source, self._show)

    def _show(self, names: list[str]) -> None:
        self.shown = names
        if not names:
            self.show_empty(NOBODY)
        else:
            self.show_content()


@dataclass(frozen=True, slots=True)
class ReadingStage(RailEntry):
    """The stage of that page."""

    def load(self) -> type[Page]:
        return ReadingPage


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch) -> Source:
    made = Source()
    monkeypatch.setattr(ReadingPage, "source", made, raising=False)
    return made


@pytest.fixture
def window(qtbot: QtBot, dutch: object, source: Source) -> MainWindow:
    made = MainWindow(a_wiring(), Preferences(), (ReadingStage("overview", "users", ""),))
    made.show_dossier(a_dossier())
    made.show()
    qtbot.addWidget(made, before_close_func=lambda _: source.may.set())
    return made


def state(window: MainWindow) -> tuple[str, bool, bool]:
    """The subtitle, whether the page waits, and whether its action can be done."""
    assert window.page is not None
    action = next(each for each in window.book.all() if each.id == "names.export")
    return window.header.subtitle.text(), window.page.is_waiting, action.enabled


def arrive(qtbot: QtBot, window: MainWindow, source: Source) -> None:
    source.may.set()
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=5_000)


@pytest.mark.parametrize("names", [[], ["Els"]])
def test_nothing_is_claimed_before_the_data_are_there(
    qtbot: QtBot, window: MainWindow, source: Source, names: list[str]
) -> None:
    source.names = names
    page = window.page
    assert page is not None
    waiting = (state(window), page.is_empty, page.content.isVisible())
    arrive(qtbot, window, source)

    assert waiting == (("", True, False), False, False)
    assert state(window) == (f"{len(names)} namen", False, True)
    assert (page.is_empty, page.content.isVisible()) == (not names, bool(names))


def test_waiting_is_said_after_a_moment_and_never_when_it_was_short(
    qtbot: QtBot, window: MainWindow, source: Source
) -> None:
    page = window.page
    assert page is not None
    at_first = "Laden…" in texts(page)
    qtbot.waitUntil(lambda: "Laden…" in texts(page), timeout=5_000)
    arrive(qtbot, window, source)

    assert (at_first, "Laden…" in texts(page)) == (False, False)


def test_reading_again_leaves_what_was_shown_on_the_screen(
    qtbot: QtBot, window: MainWindow, source: Source
) -> None:
    source.names = ["Els"]
    arrive(qtbot, window, source)
    source.may.clear()
    page = window.page
    assert page is not None
    page.refresh(EVERYTHING)

    assert (page.is_waiting, page.content.isVisible()) == (False, True)


def test_a_reading_that_failed_can_be_asked_again(qtbot: QtBot, dutch: object, source: Source) -> None:
    source.broken = True
    source.may.set()
    page, shell = opened(qtbot, ReadingPage, a_dossier())
    failed = (page.is_waiting, "Niet gelezen" in texts(page), len(shell.notices))
    source.broken, source.names = False, ["Els"]
    press: Callable[[], None] = button(page, "Opnieuw lezen").click
    press()

    assert failed == (True, True, 1)
    assert (page.is_waiting, page.content.isVisible(), page.shown) == (False, True, ["Els"])
