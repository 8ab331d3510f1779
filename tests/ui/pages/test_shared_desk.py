"""One computer for the whole jury: Ctrl+Z is about the own draft alone, and changes nothing of another.

In the real window, by keyboard, with the window's own undo list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer as Given
from jury_desktop.services.jury import jury
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.pages.assessment import AssessmentPage
from tests.builders import NOW
from tests.ui.pages.test_scoring_by_keyboard import Hands, file, in_a_window

__all__ = ["file"]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


@pytest.fixture
def dossier(file: Path) -> Iterator[Dossier]:
    opened = open_dossier(str(file), now=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def window(qtbot: QtBot, dutch: object, dossier: Dossier) -> Iterator[MainWindow]:
    made = in_a_window(dossier)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


def at_the_desk(window: MainWindow, hands: Hands, juror: str) -> AssessmentPage:
    """Somebody chooses a name, and the first candidacy that is not finished opens."""
    window.go_to("assessment", juror)
    hands.rest()
    page = window.page
    assert isinstance(page, AssessmentPage)
    return page


def undo(hands: Hands, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    hands.press(Key.Key_Z, modifier=CONTROL | modifier)
    hands.rest()


def first_score(dossier: Dossier, juror: str, candidacy: str = "c1") -> int | None:
    answers = open_sheet(dossier, juror, candidacy, Round.WRITTEN).sheet.answers
    return answers.get("outreach", Given()).value


def complete(dossier: Dossier, juror: str) -> None:
    view = open_sheet(dossier, juror, "c1", Round.WRITTEN)
    answers = {item.key: Given(4, comment="Sterk") for item in view.items}
    save_answers(dossier, juror, "c1", Round.WRITTEN, answers)


def test_ctrl_z_takes_back_the_own_last_score_and_shift_gives_it_again(
    window: MainWindow, hands: Hands, dossier: Dossier
) -> None:
    page = at_the_desk(window, hands, "j1")
    page.form.items[0].scale.setFocus()
    hands.press(Key.Key_2)
    page.keeper.save()
    hands.rest()

    undo(hands)
    assert first_score(dossier, "j1") is None
    undo(hands, Modifier.ShiftModifier)
    assert first_score(dossier, "j1") == 2


@pytest.mark.parametrize("shift", [Modifier.NoModifier, Modifier.ShiftModifier])
def test_another_juror_can_neither_undo_nor_redo_what_the_one_before_did(
    window: MainWindow, hands: Hands, dossier: Dossier, shift: Qt.KeyboardModifier
) -> None:
    page = at_the_desk(window, hands, "j1")
    page.form.items[0].scale.setFocus()
    hands.press(Key.Key_2)
    page.keeper.save()
    hands.rest()
    if shift:
        undo(hands)
    before = first_score(dossier, "j1")

    page = at_the_desk(window, hands, "j2")
    page.form.items[0].scale.setFocus()
    undo(hands, shift)

    assert first_score(dossier, "j1") == before
    assert not window.book.qt("edit.undo").isEnabled()


def test_a_score_that_is_still_being_kept_when_another_sits_down_cannot_be_undone_there(
    window: MainWindow, hands: Hands, dossier: Dossier
) -> None:
    page = at_the_desk(window, hands, "j1")
    page.form.items[0].scale.setFocus()
    hands.press(Key.Key_3)

    at_the_desk(window, hands, "j2")
    undo(hands)

    assert first_score(dossier, "j1") == 3


def test_on_another_page_ctrl_z_is_about_the_steps_there_and_at_the_desk_it_is_not(
    window: MainWindow, hands: Hands, dossier: Dossier
) -> None:
    undone: list[str] = []
    step = Operation(
        "Stap", lambda *_: None, frozenset({Subject.PLAN}), inverse=lambda _: lambda *_: undone.append("stap")
    )
    window.shell.run_operation(step)
    hands.rest()
    page = at_the_desk(window, hands, "j1")
    page.form.items[0].scale.setFocus()
    hands.press(Key.Key_4)
    page.keeper.save()
    hands.rest()
    undo(hands)
    undo(hands)
    assert (first_score(dossier, "j1"), undone) == (None, [])

    window.go_to("jury")
    hands.rest()
    undo(hands)
    assert undone == ["stap"]
    assert len(jury(dossier).rows) == 2


def test_nothing_is_undone_on_a_sheet_that_was_submitted_nor_after_a_change_of_it(
    window: MainWindow, hands: Hands, dossier: Dossier
) -> None:
    complete(dossier, "j1")
    page = at_the_desk(window, hands, "j1")
    page.form.items[0].scale.setFocus()
    hands.press(Key.Key_5)
    hands.press(Key.Key_Return, modifier=CONTROL)
    hands.rest()
    assert page.form.veil.onward.hasFocus()

    undo(hands)
    undo(hands, Modifier.ShiftModifier)

    sheet = open_sheet(dossier, "j1", "c1", Round.WRITTEN).sheet
    assert (sheet.submitted, sheet.answers["outreach"].value) == (True, 5)
    told = "“Beoordeling indienen” kan niet ongedaan gemaakt worden. "
    why = "Wat ingediend is, is verzegeld; het wijzigt alleen met een reden."
    assert [bar.text.text() for bar in window.shell.notices.bars()] == [told + why]


def test_enter_goes_on_after_submitting(window: MainWindow, hands: Hands, dossier: Dossier) -> None:
    complete(dossier, "j1")
    page = at_the_desk(window, hands, "j1")
    page.form.items[0].scale.setFocus()
    hands.press(Key.Key_Return, modifier=CONTROL)
    hands.rest()

    hands.press(Key.Key_Space)
    hands.rest()

    assert page.form.view is not None
    assert page.form.view.candidacy.id != "c1"
    assert page.form.items[0].scale.hasFocus()


def test_ctrl_z_in_a_comment_takes_back_words_and_never_a_score(
    window: MainWindow, hands: Hands, dossier: Dossier
) -> None:
    page = at_the_desk(window, hands, "j1")
    first = page.form.items[0]
    first.scale.setFocus()
    hands.press(Key.Key_3, Key.Key_Return)
    hands.write("Sterk woonluik")
    page.keeper.save()
    hands.rest()

    undo(hands)
    assert first.comment.toPlainText() == "Sterk "
    for _ in range(4):
        undo(hands)
        page.keeper.save()
        hands.rest()

    assert first.comment.hasFocus()
    assert (first.comment.toPlainText(), first_score(dossier, "j1")) == ("", 3)


def test_what_a_juror_does_is_written_down_on_behalf_of_that_juror(
    window: MainWindow, hands: Hands, dossier: Dossier
) -> None:
    complete(dossier, "j1")
    submit_sheet(dossier, "j1", "c1", Round.WRITTEN)

    with dossier.read() as uow:
        events = [event for event in uow.journal.all() if event.subject_kind == "sheet"]
    assert [(e.action, e.actor, e.on_behalf_of) for e in events] == [
        ("sheet.saved", "Regisseur", "Jurylid 1"),
        ("sheet.submitted", "Regisseur", "Jurylid 1"),
    ]
