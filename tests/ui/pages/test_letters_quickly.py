"""Letters by a quick hand: what was left before it was read is dropped without a word, the last is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.notices import NoticeBar
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.pages.letters.laid import LetterPages
from jury_desktop.ui.settings import Preferences
from tests.services.test_letters import after_deliberation
from tests.ui.sample_page import a_wiring


@pytest.fixture
def window(qtbot: QtBot, dutch: object) -> Iterator[MainWindow]:
    dossier = after_deliberation()
    made = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.show_dossier(dossier, "letters")
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: bool(letters(made).table.rows.rows), timeout=30_000)
    rest(qtbot, made)
    yield made
    made.close()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)


def letters(window: MainWindow) -> LettersPage:
    page = window.findChild(LettersPage)
    assert page is not None
    return page


def said(window: MainWindow) -> list[str]:
    return [bar.notice.text for bar in window.findChildren(NoticeBar)]


def is_drawn(pages: LetterPages) -> bool:
    """Whether the letter that was asked for last is the one on show, with its first page."""
    shown = pages.area._pages
    return shown is not None and shown.content is pages.pdf and pages.area._images.image(0) is not None


def test_leaving_a_letter_before_it_is_drawn_is_no_mistake(qtbot: QtBot, window: MainWindow) -> None:
    page = letters(window)
    for turn in range(24):
        qtbot.keyClick(page.table, Qt.Key.Key_Down if turn % 2 else Qt.Key.Key_Up)
        qtbot.wait(turn * 17 % 90)
        if turn % 6 == 5:
            page.edit_texts()
            qtbot.wait(turn)
            page.back_to_letters()
    rest(qtbot, window)

    assert (said(window), is_drawn(page.preview.pdf)) == ([], True)


def test_a_letter_that_went_out_of_sight_while_it_was_laid_is_there_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    pages = letters(window).preview.pdf
    shown = pages.pdf
    pages.show_pdf(bytes([*shown]))
    pages.hide()
    rest(qtbot, window)
    pages.show()
    rest(qtbot, window)

    assert (said(window), is_drawn(pages)) == ([], True)
