"""Everything the keyboard can reach has a name and is reached, and no page takes the keyboard away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier, prepare_demo
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.navigation import STAGES
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.wiring import Wiring

pytestmark = pytest.mark.xdist_group("focus_chain")  # the sample is played once

MOMENT = datetime(2023, 6, 12, 8, tzinfo=UTC)
PATIENCE = 30_000
"""Milliseconds; only a window that hangs takes as long."""
MOST = 400
"""Presses of Tab after which the round should long be over."""
KEYS_OF_THEIR_OWN = {"assessment"}
"""Pages where Tab passes over some fields; ``test_assessment`` tells which keys go there."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample when the pitches are planned: every page has something to show."""
    folder = tmp_path_factory.mktemp("sample")
    place, demo = prepare_demo(folder)
    dossier = open_dossier(str(place.dossier), now=lambda: demo.now)
    for step in demo.steps():
        if step.text.key == "demo.score_pitch":
            break
        step.run(dossier)
    dossier.store.close()
    return place.dossier


@pytest.fixture
def window(qtbot: QtBot, dutch: object, sample: Path, tmp_path: Path) -> Iterator[MainWindow]:
    shutil.copy(sample, tmp_path / "lier.jury")
    dossier = open_dossier(str(tmp_path / "lier.jury"), now=lambda: MOMENT)
    wiring = Wiring(
        open=_none, create=_none, open_packet=_none, now=lambda: MOMENT, manual=lambda _page, _language: ""
    )
    made = MainWindow(wiring, Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_dossier(dossier)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    dossier.store.close()


def _none(*_values: object) -> Dossier:
    raise AssertionError("this window opens nothing")


class Windows(QObject):
    """Notes every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


def shown(qtbot: QtBot, window: MainWindow, key: str) -> QWidget:
    """A page with its data."""
    quiet(qtbot, window)
    window.go_to(key)
    if key == "assessment":
        window.go_to(key, "verlinden")
    quiet(qtbot, window)
    assert window.page is not None
    assert not window.page.is_empty, f"{key} has nothing to show"
    return window.page


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=PATIENCE)


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def described(widget: QWidget) -> str:
    """Where a widget stands, for whoever reads a failure."""
    above = widget.parentWidget()
    return f"{type(above).__name__ if above else ''} > {type(widget).__name__} {spoken(widget)!r}"


def reachable(page: QWidget) -> list[QWidget]:
    """All on the page that takes part in the order of Tab."""
    policy = Qt.FocusPolicy.TabFocus
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & policy
        and not _only_scrolls(widget)
    ]


def _only_scrolls(widget: QWidget) -> bool:
    """The inside of an area or of a box with figures, and an area with fields that are reached one by one."""
    above = widget.parentWidget()
    inside = isinstance(above, QAbstractScrollArea) and widget is above.viewport()
    return inside or isinstance(above, QAbstractSpinBox) or isinstance(widget, QScrollArea)


def walked(qtbot: QtBot, window: MainWindow, page: QWidget) -> list[QWidget]:
    """What Tab passes on a page, from where it starts until it is back."""
    page.setFocus()
    passed: list[QWidget] = []
    for _ in range(MOST):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None, f"from {described(passed[-1])} the keyboard went nowhere"
        if passed and focused is passed[-1]:
            continue  # from the hours of a clock to its minutes
        if focused in passed:
            return [widget for widget in passed if page.isAncestorOf(widget)]
        passed.append(focused)
    raise AssertionError("Tab never comes back")


@pytest.mark.parametrize("key", [stage.key for stage in STAGES])
def test_a_page_opens_no_window_of_its_own_and_all_that_keys_reach_has_a_name(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    windows = Windows()
    QApplication.instance().installEventFilter(windows)  # type: ignore[union-attr]
    page = shown(qtbot, window, key)
    QApplication.instance().removeEventFilter(windows)  # type: ignore[union-attr]
    assert windows.opened == []

    passed = walked(qtbot, window, page)
    assert [described(widget) for widget in {*passed, *reachable(page)} if not spoken(widget)] == []
    missed = [widget for widget in reachable(page) if widget not in passed and not _in_a_group(widget)]
    if key not in KEYS_OF_THEIR_OWN:
        assert [described(widget) for widget in missed] == []


def _in_a_group(widget: QWidget) -> bool:
    """One of several of which Tab visits the chosen one; the arrows reach the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()
