"""How a test drives a page: shown on a dossier in memory, told of changes, looked at like a person would."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.services.ports import Dossier
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.widgets.marks import StatusPill
from tests.ui.doubles import DirectShell

P = TypeVar("P", bound=Page)


def opened(qtbot: QtBot, kind: type[P], dossier: Dossier) -> tuple[P, DirectShell]:
    """A page on show with what it reads, refreshed after each change as the window does it."""
    shell = DirectShell(dossier, moment=dossier.now())
    page = kind(shell)
    shell.on_change = page.refresh
    qtbot.addWidget(page)
    page.resize(1200, 780)
    page.refresh(EVERYTHING)
    page.show()
    QApplication.processEvents()
    return page, shell


def press(page: Page, action: str) -> None:
    """Do what a button of the header does; one that is grey cannot be pressed."""
    found = next(one for one in page.page_actions() if one.id == action)
    assert found.enabled, action
    found.run()


def can_press(page: Page, action: str) -> bool:
    """Whether a button of the header can be pressed."""
    return next(one for one in page.page_actions() if one.id == action).enabled


def texts(widget: QWidget) -> list[str]:
    """Every text on show, labels and pills."""
    QApplication.processEvents()
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    pills = [pill.pill.text for pill in widget.findChildren(StatusPill) if pill.isVisible()]
    return labels + pills


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The button on show with this text."""
    QApplication.processEvents()
    found = [b for b in widget.findChildren(QAbstractButton) if b.text() == text and b.isVisible()]
    assert found, text
    return found[0]


def tabbed(qtbot: QtBot, page: QWidget, start: QWidget) -> list[QWidget]:
    """What Tab passes from ``start`` on, until it is back."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    start.setFocus()
    passed = [start]
    for _ in range(100):
        qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in passed:
            break
        passed.append(focused)
    return passed


def nameless(page: QWidget) -> list[QWidget]:
    """What the keyboard can reach on the page and has neither an accessible name nor a text."""
    reachable = [w for w in page.findChildren(QWidget) if w.isVisible() and _reachable(w)]
    return [w for w in reachable if not (w.accessibleName() or getattr(w, "text", str)())]


def _reachable(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
