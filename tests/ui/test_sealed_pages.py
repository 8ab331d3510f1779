"""No page and none of its dialogs shows anything sealed: two dossiers that differ only there look the same.

The pages come from the rail itself: a new one is tried without anybody having to think of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.ui.navigation import STAGES, RailEntry
from jury_desktop.ui.pages.assessment import AssessmentPage
from jury_desktop.ui.pages.assessment.paper import PaperDialog
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.readings import search_hits
from jury_desktop.ui.widgets.switch import Switch, Tabs
from tests.services.sealed import high, low, with_everything
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import opened
from tests.ui.readable import picture, readable

OTHER = "j2"
"""Who looks: not the juror whose sheets are sealed."""
REFS = {"assessment": (OTHER, f"pitch/{OTHER}", "K-01", f"practice/{OTHER}")}
"""What is shown one after the other; each candidacy where nothing else is said."""
EVERYBODY = ("K-01", "K-02", "K-03")


FINGERPRINTED = frozenset({"journal", "settings"})
"""The pages that show the fingerprint of an event: it follows from all that is kept, and tells nothing."""
_FINGERPRINT = re.compile("(?:[0-9a-f]{8,64}[ …]*)+")


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    """A cursor that does not blink, so that what looks the same is the same at any moment."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


def looked_through(qtbot: QtBot, stage: RailEntry, dossier: Dossier) -> list[str]:
    """Everything a page shows, of each thing it can show and under each of its tabs, and what it says."""
    page, shell = opened(qtbot, stage.load(), dossier)
    found = seen(page)
    for ref in REFS.get(stage.key, EVERYBODY):
        page.show_object(ref)
        found += seen(page)
        for turned in _turns(page):
            turned.click()
            found += seen(page)
    found += [page.title(), page.subtitle(), *_said(shell)]
    page.close()  # while all that it is connected to is still there
    return found


def seen(page: Page) -> list[str]:
    """The words of a page, and how it looks."""
    words = [_FINGERPRINT.sub("#", word) for word in readable(page)]
    return words if page.key in FINGERPRINTED else [*words, picture(page)]


def _turns(page: Page) -> Iterator[QAbstractButton]:
    """The buttons that show another side of the page and change nothing."""
    for side in page.findChildren(QWidget):
        if isinstance(side, (Tabs, Switch)) and side.isVisible() and side.isEnabled():
            yield from (button for button in side.buttons.values() if button.isVisible())


def _said(shell: DirectShell) -> list[str]:
    notices = [f"{notice.text} {notice.tone}" for notice in shell.notices]
    return [*notices, *(str(question) for question in shell.questions), *shell.said]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_a_page_shows_nothing_of_what_is_sealed(qtbot: QtBot, dutch: object, stage: RailEntry) -> None:
    assert looked_through(qtbot, stage, low()) == looked_through(qtbot, stage, high())


@pytest.mark.parametrize("key", ["deliberation", "journal"])
def test_the_same_pages_show_it_once_it_is_open(qtbot: QtBot, dutch: object, key: str) -> None:
    """Else the test above would see no difference where there is one."""
    stage = next(each for each in STAGES if each.key == key)
    both = (low(), high())
    for dossier in both:
        for round_ in Round:
            close_round(dossier, round_, "Genoeg gewacht")
    first, second = (looked_through(qtbot, stage, dossier) for dossier in both)
    assert first != second


@pytest.mark.parametrize("entry", ["first", "second"])
@pytest.mark.parametrize("side", ["scores", "goals"])
def test_typing_over_shows_nothing_of_the_sheets_that_are_there(
    qtbot: QtBot, dutch: object, entry: str, side: str
) -> None:
    assert typed_over(qtbot, low(), entry, side) == typed_over(qtbot, high(), entry, side)


def typed_over(qtbot: QtBot, dossier: Dossier, entry: str, side: str) -> list[str]:
    """What the grid shows of the sheets of juror 1, after somebody tried to type there."""
    page, shell = opened(qtbot, AssessmentPage, dossier)
    shown = PaperDialog(shell, "j1", Round.WRITTEN, page)
    shown.open()
    shown.head.entries.buttons[entry].click()
    shown.head.sides.buttons[side].click()
    for key in ("5", "z"):
        QTest.keyClicks(shown.grid, key)
    found = [*readable(shown), picture(shown), *_said(shell)]
    shown.close()
    return found


def test_the_search_finds_names_and_no_scores() -> None:
    assert search_hits(low()) == search_hits(high())


def test_what_can_be_undone_is_told_without_what_was_scored(qtbot: QtBot, dutch: object) -> None:
    """The texts of the undo list, as the juror who scored leaves them behind for whoever sits down next."""
    texts = []
    for value in (1, 5):
        page, shell = opened(qtbot, AssessmentPage, with_everything())
        page.show_object("j1")
        page.form.items[0].scale.setFocus()
        QTest.keyClicks(page.form.items[0].scale, str(value))
        page.keeper.save()
        texts.append([operation.text for operation in shell.done])
    assert texts == [["Scores van K-01"]] * 2
