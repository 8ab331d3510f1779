"""A mailbox is imported in the real window: stopped half-way, begun again from the notice, read once more."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import Message
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.services.import_progress import STEPS
from jury_desktop.services.ports import Dossier
from jury_desktop.services.review import review
from jury_desktop.storage.store import create_store, open_store
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from jury_desktop.ui.pages.candidacies import page as page_module
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.wiring import Wiring
from tests.builders import NOW, a_call
from tests.services.mailing import a_dossier, a_message, an_export, form
from tests.ui.pages.driving import button

PATIENCE = 30_000
CANDIDATES, QUESTIONS = 20, 100
WHOLE = Account(
    read=CANDIDATES + QUESTIONS, candidacies=CANDIDATES, other=QUESTIONS, unconfirmed=CANDIDATES + QUESTIONS
)


class HalfWay:
    """Holds the import when the bar is half-way, until somebody has done something about it."""

    def __init__(self) -> None:
        self._real = JobContext.progress
        self._done = threading.Event()
        self.reached = threading.Event()

    def progress(self, context: JobContext, done: int, total: int, text: str | Message) -> None:
        """What is told in the place of :meth:`JobContext.progress`."""
        self._real(context, done, total, text)
        if total and done * 2 >= STEPS:
            self.reached.set()
            assert self._done.wait(PATIENCE / 1000)

    def go_on(self) -> None:
        """Lets the import go on."""
        self._done.set()


def _held(context: JobContext, held: HalfWay, done: int, total: int, text: str | Message = "") -> None:
    held.progress(context, done, total, text)


@pytest.fixture
def half_way(monkeypatch: pytest.MonkeyPatch) -> HalfWay:
    held = HalfWay()
    monkeypatch.setattr(JobContext, "progress", partialmethod(_held, held))
    return held


@pytest.fixture
def export(tmp_path: Path) -> Path:
    candidates = (
        a_message(f"info@huis{n}.example", form(f"Huis{n} vzw"), files={"nota.pdf": bytes(100_000 + n)})
        for n in range(CANDIDATES)
    )
    questions = (a_message(f"an@vraag{n}.example", f"Mag nummer {n} ook?") for n in range(QUESTIONS))
    return an_export(tmp_path, *candidates, *questions)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "leeg.jury"


@pytest.fixture
def dossier(file: Path) -> Iterator[Dossier]:
    create_store(file, a_call()).close()
    made = a_dossier(open_store(file))
    yield made
    made.store.close()


@pytest.fixture
def window(qtbot: QtBot, dutch: object, dossier: Dossier) -> Iterator[MainWindow]:
    wiring = Wiring(open=_none, create=_none, open_packet=_none, now=lambda: NOW, manual=lambda *_: "")
    made = MainWindow(wiring, Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.show_dossier(dossier, "candidacies")
    made.show()
    yield made
    made.close()


def _none(*_: str) -> Dossier:
    raise AssertionError("not asked for")


def page_of(window: MainWindow) -> CandidaciesPage:
    assert isinstance(window.page, CandidaciesPage)
    return window.page


def wait_until_read(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(page_of(window).review.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=PATIENCE)


STOPS: dict[str, Callable[[MainWindow], QAbstractButton]] = {
    "on the page": lambda window: page_of(window).reading.cancel,
    "at the foot of the window": lambda window: window.foot.cancel,
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_an_import_that_was_stopped_half_way_keeps_nothing_and_begun_again_keeps_all_of_it_once(
    qtbot: QtBot,
    window: MainWindow,
    dossier: Dossier,
    file: Path,
    export: Path,
    half_way: HalfWay,
    stop: Callable[[MainWindow], QAbstractButton],
) -> None:
    page = page_of(window)
    qtbot.waitUntil(page.zone.isVisible)
    before = file.stat().st_size

    page.read([export])
    qtbot.waitUntil(half_way.reached.is_set, timeout=PATIENCE)
    qtbot.waitUntil(stop(window).isVisible, timeout=PATIENCE)
    qtbot.mouseClick(stop(window), Qt.MouseButton.LeftButton)
    half_way.go_on()
    qtbot.waitUntil(page.zone.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=PATIENCE)

    assert candidacy_list(dossier).account == Account()
    assert file.stat().st_size == before
    [notice] = window.shell.notices.bars()
    assert notice.text.text() == (
        "De import is gestopt. Er is niets van bewaard: het dossier is zoals het ervoor was. "
        "Importeer opnieuw wanneer je wil; niets komt er dubbel in."
    )

    button(notice, "Opnieuw importeren").click()
    wait_until_read(qtbot, window)

    assert candidacy_list(dossier).account == WHOLE
    assert list(dossier.store.problems()) == []


def test_after_an_import_every_message_is_read_once_to_be_shown(
    qtbot: QtBot, window: MainWindow, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Dossier] = []
    monkeypatch.setattr(page_module, "review", lambda dossier: asked.append(dossier) or review(dossier))
    page = page_of(window)
    qtbot.waitUntil(page.zone.isVisible)

    page.read([export])
    wait_until_read(qtbot, window)

    assert len(asked) == 1
    assert page.review.open_count() == WHOLE.read


def test_the_same_mailbox_read_again_brings_only_what_is_there_already(
    qtbot: QtBot, window: MainWindow, dossier: Dossier, export: Path
) -> None:
    page = page_of(window)
    qtbot.waitUntil(page.zone.isVisible)
    page.read([export])
    wait_until_read(qtbot, window)

    page.show_list()
    page.read([export])
    qtbot.waitUntil(page.reading.isVisible)
    wait_until_read(qtbot, window)

    account = candidacy_list(dossier).account
    assert (account.read, account.candidacies, account.duplicates) == (
        2 * WHOLE.read,
        CANDIDATES,
        WHOLE.read,
    )
