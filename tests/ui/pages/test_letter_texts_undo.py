"""Ctrl+Z while texts are edited: about the texts, never about the dossier behind them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.letter import LetterType
from jury_desktop.services.letter_texts import text_book
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.pages.letters.texts import TextsView
from jury_desktop.ui.settings import Preferences
from tests.services.test_letters import after_deliberation
from tests.ui.sample_page import a_wiring

CONTROL = Qt.KeyboardModifier.ControlModifier
TYPED = "Wij betreuren dit."


@pytest.fixture
def dossier() -> Dossier:
    return after_deliberation()


@pytest.fixture
def window(qtbot: QtBot, dutch: object, dossier: Dossier) -> Iterator[MainWindow]:
    """The texts on show, after a step of the dossier."""
    made = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.show_dossier(dossier, "letters")
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: bool(page(made).table.rows.rows), timeout=30_000)
    step = Operation(
        "Goedkeuring ingetrokken", change("to"), frozenset({Subject.SETTINGS}), lambda _: change("")
    )
    made.shell.run_operation(step)
    rest(qtbot, made)
    page(made).show_object("text.late")
    rest(qtbot, made)
    yield made
    page(made).texts._drafts.clear()  # else it asks whether they may be dropped
    made.close()


def change(value: str):
    def verb(dossier: Dossier, _context: object) -> None:
        with dossier.change() as uow:
            uow.settings.set("step", value)
            uow.journal.append("settings.changed", "settings", "step")

    return verb


def step_stands(dossier: Dossier) -> bool:
    with dossier.read() as uow:
        return uow.settings.get("step", "") == "to"


def rest(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)
    QApplication.processEvents()


def page(window: MainWindow) -> LettersPage:
    found = window.findChild(LettersPage)
    assert found is not None
    return found


def ctrl_z(qtbot: QtBot, window: MainWindow, at: QWidget | None = None) -> None:
    if at is not None:
        at.setFocus()
    field = QApplication.focusWidget() or window
    for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):  # with the text that a keyboard sends
        QTest.sendKeyEvent(action, field, Qt.Key.Key_Z, "\x1a", CONTROL)
    rest(qtbot, window)


def typed_in(texts: TextsView) -> bool:
    return TYPED in texts.editor.text().body


def notices(window: MainWindow) -> list[object]:
    return [bar.notice.text for bar in window.shell.notices.bars()]


@pytest.mark.parametrize("where", ["dossier", "table", "pages", "source"])
def test_from_everywhere_it_is_about_the_text(
    qtbot: QtBot, window: MainWindow, dossier: Dossier, where: str
) -> None:
    texts = page(window).texts
    texts.editor.source.setFocus()
    qtbot.keyClicks(texts.editor.source, TYPED)
    texts.sample.dossier.setCurrentIndex(0)
    places = {
        "dossier": texts.sample.dossier,
        "table": texts.table,
        "pages": texts.sample.pages.area,
        "source": texts.editor.source,
    }
    assert typed_in(texts)

    for _press in range(6):
        ctrl_z(qtbot, window, places[where])

    assert (typed_in(texts), step_stands(dossier)) == (False, True)


def test_with_nothing_left_to_undo_in_the_text_a_kept_text_is_undone_and_nothing_more(
    qtbot: QtBot, window: MainWindow, dossier: Dossier
) -> None:
    texts = page(window).texts
    qtbot.keyClicks(texts.editor.source, TYPED)
    qtbot.waitUntil(lambda: texts.can_save, timeout=30_000)
    texts.save()
    rest(qtbot, window)
    texts.choose(LetterType.SELECTED)
    rest(qtbot, window)
    assert text_book(dossier).row(LetterType.LATE).own

    for _press in range(3):
        ctrl_z(qtbot, window, texts.table)

    assert (text_book(dossier).row(LetterType.LATE).own, step_stands(dossier)) == (False, True)


def test_back_at_the_letters_a_text_that_was_kept_is_undone_too(
    qtbot: QtBot, window: MainWindow, dossier: Dossier
) -> None:
    texts = page(window).texts
    qtbot.keyClicks(texts.editor.source, TYPED)
    qtbot.waitUntil(lambda: texts.can_save, timeout=30_000)
    texts.save()
    rest(qtbot, window)
    page(window).back_to_letters()
    rest(qtbot, window)

    ctrl_z(qtbot, window, page(window).table)

    assert (text_book(dossier).row(LetterType.LATE).own, step_stands(dossier)) == (False, True)
    assert notices(window) == ["Ongedaan gemaakt: Tekst “Laattijdig” wijzigen"]


def test_back_at_the_letters_the_step_of_the_dossier_is_undone_and_named(
    qtbot: QtBot, window: MainWindow, dossier: Dossier
) -> None:
    page(window).back_to_letters()
    rest(qtbot, window)
    ctrl_z(qtbot, window, page(window).table)

    assert not step_stands(dossier)
    assert notices(window) == ["Ongedaan gemaakt: Goedkeuring ingetrokken"]
