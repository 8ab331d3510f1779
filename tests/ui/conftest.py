"""What holds for every test of the window: our font, no word from Qt, nothing left behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme  # first of all Qt: it keeps None alive on Python 3.11
from jury_desktop.ui.garbage import GarbageCollector
from jury_desktop.ui.text import Language
from tests.tables import tables_at_once

__all__ = ["tables_at_once"]  # a new dossier is made at once

HARMLESS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)
"""What the offscreen screen says about itself."""


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


class KeepingBot(QtBot):
    """Holds every widget until it was closed.

    A page that only garbage still knows would otherwise be collected while it is shown: ending it
    hides it, and what hears of that stands in the same garbage, already emptied.
    """

    def addWidget(
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], object] | None = None
    ) -> None:
        def before(closing: QWidget) -> None:
            assert closing is widget
            if before_close_func is not None:
                before_close_func(closing)

        super().addWidget(widget, before_close_func=before)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> KeepingBot:
    return KeepingBot(request)


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The program's own font and theme, once: offscreen there is no other font."""
    theme.load_fonts()
    theme.apply(qapp, "light")


@pytest.fixture(autouse=True)
def _silent_qt() -> Iterator[None]:
    """A warning of Qt fails the test that caused it."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and text not in HARMLESS:
            said.append(text)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication, _silent_qt: None) -> Iterator[None]:
    """After a test no window stays open, no thread goes on, and Python collects its own garbage."""
    threads = set(threading.enumerate())
    collector = GarbageCollector()  # as in the program: in the midst of painting it would end what is painted
    yield
    settle()
    gc.collect(1)  # the young objects: what this test made
    settle()
    collector.end()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert left == []
    assert gc.isenabled()
    assert {thread for thread in threading.enumerate() if thread.name.startswith("jury-")} <= threads


@pytest.fixture
def dutch() -> Iterator[Language]:
    """The window speaks Dutch."""
    language = Language()
    language.use("nl")
    yield language
    language.release()


@pytest.fixture
def moment() -> datetime:
    """A fixed moment within the written round."""
    return datetime(2023, 6, 8, 11, 4, tzinfo=UTC)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """A settings file nobody else uses."""
    return tmp_path / "settings.ini"


def settle() -> None:
    """Let Qt do what it has put off, deletions too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
