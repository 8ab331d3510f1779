"""The availability of the whole jury in a table: painted by mouse or keyboard, kept in one step."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.pitch import Interval
from jury_desktop.services.jury import jury
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.pages.jury import JuryPage
from jury_desktop.ui.pages.jury.grid import AvailabilityDialog
from jury_desktop.ui.shell import Answer
from tests.builders import a_call, a_juror
from tests.services.scenario import a_dossier
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import nameless, opened, press

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
WED, FRI, MON = (Interval(window.start, window.end) for window in a_call().windows)
HALF = timedelta(minutes=30)
WHOLE_WED, FIRST, SECOND, THIRD = range(4)
"""The first columns: Wednesday as a whole, and its first half hours."""


@pytest.fixture
def dossier() -> Dossier:
    others = a_juror(4, active=False), a_juror(5, observer=True)
    return a_dossier(jurors=[*(a_juror(number, available=(WED,)) for number in (1, 2, 3)), *others])


@pytest.fixture
def asked(qtbot: QtBot, dossier: Dossier, dutch: object) -> tuple[JuryPage, DirectShell, AvailabilityDialog]:
    page, shell = opened(qtbot, JuryPage, dossier)
    press(page, "jury.availability")
    dialog = page.findChild(AvailabilityDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return page, shell, dialog


def free(dossier: Dossier) -> dict[str, tuple[Interval, ...]]:
    return {juror.id: juror.available for juror in jury(dossier).jurors if juror.scores}


def middle(dialog: AvailabilityDialog, row: int, column: int) -> QPoint:
    return dialog.table.visualRect(dialog.table.table.index(row, column)).center()


def drag(qtbot: QtBot, dialog: AvailabilityDialog, start: tuple[int, int], *way: tuple[int, int]) -> None:
    view = dialog.table.viewport()
    qtbot.mousePress(view, Left, pos=middle(dialog, *start))
    for place in way:
        qtbot.mouseMove(view, middle(dialog, *place))
    qtbot.mouseRelease(view, Left, pos=middle(dialog, *(way or (start,))[-1]))


def keys(qtbot: QtBot, dialog: AvailabilityDialog, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(dialog.table, key)


def test_it_shows_who_sits_in_the_jury_and_is_ready_for_the_keyboard(asked) -> None:
    _, _, dialog = asked
    assert [juror.name for juror in dialog.table.table.jurors] == ["Jurylid 1", "Jurylid 2", "Jurylid 3"]
    assert QApplication.focusWidget() is dialog.table
    assert nameless(dialog) == []
    assert not dialog.keep.isEnabled()
    model = dialog.table.table
    told = model.data(model.index(0, FIRST), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Jurylid 1, wo 14/06 13:00–13:30: beschikbaar"


def test_every_stroke_can_be_taken_back_and_done_again(qtbot, asked, dossier) -> None:
    _, _, dialog = asked
    model = dialog.table.table
    before = dict(model.state())
    drag(qtbot, dialog, (0, FIRST), (1, SECOND))
    painted = dict(model.state())
    keys(qtbot, dialog, Key.Key_H)
    whole = dict(model.state())
    seen = []
    for key in (Key.Key_Z, Key.Key_Z, Key.Key_Z, Key.Key_Y, Key.Key_Y):
        qtbot.keyClick(dialog.table, key, Qt.KeyboardModifier.ControlModifier)
        seen.append(dict(model.state()))
    assert seen == [painted, before, before, painted, whole]


def test_escape_asks_before_what_was_painted_is_lost(qtbot, asked, dossier) -> None:
    _, shell, dialog = asked
    before = free(dossier)
    keys(qtbot, dialog, Key.Key_Space, Key.Key_Escape)
    assert [question.title for question in shell.questions] == ["Sluiten zonder bewaren?"]
    assert dialog.isVisible(), "nothing was answered"
    shell.answers.append(Answer("drop"))
    keys(qtbot, dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert free(dossier) == before


def test_dragging_paints_what_the_first_cell_becomes_and_is_kept_in_one_step(qtbot, asked, dossier) -> None:
    _, shell, dialog = asked
    before = free(dossier)
    drag(qtbot, dialog, (0, FIRST), (0, SECOND), (1, SECOND))
    qtbot.mouseClick(dialog.keep, Left)

    later = Interval(WED.start + 2 * HALF, WED.end)
    assert free(dossier) == {"j1": (later,), "j2": (later,), "j3": (WED,)}
    assert shell.said == ["De beschikbaarheid van 2 juryleden is gewijzigd."]
    shell.undo()
    assert free(dossier) == before


def test_going_back_while_dragging_takes_back(qtbot, asked) -> None:
    _, _, dialog = asked
    drag(qtbot, dialog, (0, FIRST), (2, THIRD), (0, FIRST))
    assert set(dialog.table.table.changed()) == {"j1"}


def test_space_changes_what_is_selected(qtbot, asked) -> None:
    _, _, dialog = asked
    keys(qtbot, dialog, Key.Key_Right)
    qtbot.keyClick(dialog.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys(qtbot, dialog, Key.Key_Space)
    less = (Interval(WED.start + HALF, WED.end),)
    assert dialog.table.table.changed() == {"j1": less, "j2": less}
    keys(qtbot, dialog, Key.Key_Space)
    assert dialog.table.table.changed() == {}


def test_a_key_takes_the_whole_session_and_another_the_whole_day(qtbot, asked) -> None:
    _, _, dialog = asked
    keys(qtbot, dialog, Key.Key_Right, Key.Key_Space, Key.Key_H)
    assert dialog.table.table.changed() == {}, "the session was not whole, so it becomes whole"
    keys(qtbot, dialog, Key.Key_D)
    assert dialog.table.table.changed() == {"j1": ()}


def test_a_click_on_a_name_or_a_column_changes_all_of_it(qtbot, asked) -> None:
    _, _, dialog = asked
    dialog.table.verticalHeader().sectionClicked.emit(0)
    assert dialog.table.table.changed() == {"j1": (WED, FRI, MON)}
    dialog.table.horizontalHeader().sectionClicked.emit(WHOLE_WED)
    assert dialog.table.table.changed() == {"j1": (FRI, MON), "j2": (), "j3": ()}


def test_finer_parts_can_be_asked_for(qtbot, asked) -> None:
    _, _, dialog = asked
    dialog.step.setCurrentIndex(0)
    keys(qtbot, dialog, Key.Key_Right, Key.Key_Space)
    assert dialog.table.table.changed() == {"j1": (Interval(WED.start + HALF / 2, WED.end),)}


def test_what_is_partly_free_becomes_free_and_shows_its_hours(qtbot, asked) -> None:
    _, _, dialog = asked
    model = dialog.table.table
    model.show_step(15)
    model.paint([0], [FIRST], free=False)
    model.show_step(60)
    told = model.data(model.index(0, FIRST), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Jurylid 1, wo 14/06 13:00–14:00: 13:15–14:00"
    drag(qtbot, dialog, (0, FIRST))
    assert model.changed() == {}


def test_escape_keeps_nothing(qtbot, asked, dossier) -> None:
    _, _, dialog = asked
    before = free(dossier)
    keys(qtbot, dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert free(dossier) == before


def test_it_goes_out_to_a_workbook_as_kept(qtbot, asked, tmp_path: Path) -> None:
    _, shell, dialog = asked
    shell.files.append(tmp_path / "uit.xlsx")
    qtbot.mouseClick(dialog.out, Left)
    assert (tmp_path / "uit.xlsx").read_bytes().startswith(b"PK")
    keys(qtbot, dialog, Key.Key_Space)
    assert not dialog.out.isEnabled()


def test_a_list_can_be_imported_instead(qtbot, asked, dossier, tmp_path: Path) -> None:
    _, shell, dialog = asked
    file = tmp_path / "lijst.csv"
    file.write_text("naam;vr 16/06\nJurylid 2;ja\n", encoding="utf-8")
    shell.files.append(file)
    qtbot.mouseClick(dialog.bring, Left)
    (question,) = shell.questions
    assert "1 te wijzigen" in question.text
    assert question.text.splitlines()[1:] == [
        "",
        "Jurylid 2, vr 16/06 09:00–12:00: niet beschikbaar → de hele sessie",
    ]
    assert free(dossier)["j2"] == (WED,), "a dry run first"


def test_the_planning_page_can_ask_for_it(qtbot: QtBot, dossier: Dossier) -> None:
    page, _ = opened(qtbot, JuryPage, dossier)
    page.show_object("availability")
    assert page.findChild(AvailabilityDialog) is not None
