"""Typing over from paper as an officer does: a stack by keyboard, a second time, what differs, submitting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.paper_sheet import PaperState, code_of
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, items_of
from jury_desktop.services.paper import enter_comment, enter_goal, enter_score, paper_grid
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers
from jury_desktop.ui import theme
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.assessment import AssessmentPage
from jury_desktop.ui.pages.assessment.paper import PaperDialog
from jury_desktop.ui.pages.assessment.paper.model import Mark
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer as Reply
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import nameless, opened, press, tabbed
from tests.ui.sample_page import a_wiring

Key = Qt.Key
ITEMS = items_of(a_call().rubric, (1, 4), Round.WRITTEN)
OPTIONAL = next(at for at, item in enumerate(ITEMS) if item.criterion.not_applicable_allowed)


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier([a_candidacy(number) for number in range(1, 4)], [a_juror(1), a_juror(2)])


@pytest.fixture
def opening(qtbot: QtBot, dossier: Dossier, dutch: object):
    """Opens the dialog on the assessment page, on the sheets of the first juror."""

    def run() -> tuple[PaperDialog, DirectShell]:
        page, shell = opened(qtbot, AssessmentPage, dossier)
        press(page, "assessment.paper")
        QApplication.processEvents()
        (shown,) = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, PaperDialog) and one.isVisible()
        ]
        qtbot.addWidget(shown)
        return shown, shell

    return run


@pytest.fixture
def paper(opening) -> PaperDialog:
    return opening()[0]


def keys(dialog: PaperDialog, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(dialog.grid, key)


def sheets(dossier: Dossier) -> dict[str, Sheet]:
    with dossier.read() as uow:
        return {sheet.candidacy: sheet for sheet in uow.sheets.find(juror="j1")}


def values(sheet: Sheet) -> list[int | None]:
    return [sheet.answers.get(item.key, Answer()).value for item in ITEMS]


def marks(dialog: PaperDialog, row: int = 0) -> list[Mark]:
    model = dialog.grid.cells
    return [cell.mark for cell in model.rows[row].cells.values()]


def fill(dossier: Dossier, candidacy: str = "c1", value: int = 4) -> None:
    for item in ITEMS:
        enter_score(dossier, "j1", candidacy, Round.WRITTEN, item.key, Answer(value))
        enter_comment(dossier, "j1", candidacy, Round.WRITTEN, item.key, "Staat op het blad")


# the first entry


def test_a_stack_of_sheets_is_typed_with_one_key_a_score(paper: PaperDialog, dossier: Dossier) -> None:
    keys(paper, *[Key.Key_3] * len(ITEMS), *[Key.Key_4] * len(ITEMS), *[Key.Key_0] * len(ITEMS))

    assert {key: set(values(sheet)) for key, sheet in sheets(dossier).items()} == {
        "c1": {3},
        "c2": {4},
        "c3": {0},
    }
    assert len(sheets(dossier)["c1"].answers) == len(ITEMS)


def test_a_belgian_keyboard_needs_no_shift(paper: PaperDialog, dossier: Dossier) -> None:
    QTest.keyClicks(paper.grid, "&")

    assert values(sheets(dossier)["c1"])[0] == 1


def test_what_is_not_asked_of_a_candidacy_is_skipped(paper: PaperDialog) -> None:
    model = paper.grid.cells
    codes = [column.code for column in model.columns]

    assert codes[:2] == ["1", "4"]
    assert [model.is_open(0, 1 + at) for at in range(len(codes))] == [True] * len(codes)


def test_who_types_for_whom_is_in_sight_and_in_the_journal(paper: PaperDialog, dossier: Dossier) -> None:
    keys(paper, Key.Key_3)

    assert paper.below.by.text() == "Ingevoerd door Regisseur voor Jurylid 1"
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, event.actor, event.on_behalf_of) == ("sheet.entered", "Regisseur", "Jurylid 1")


def test_a_score_outside_the_scale_stays_where_it_was_typed(paper: PaperDialog, dossier: Dossier) -> None:
    before = paper.grid.currentIndex().column()

    keys(paper, Key.Key_9)

    assert "buiten de schaal" in paper.problem.text()
    assert (paper.grid.currentIndex().column(), sheets(dossier)) == (before, {})


def test_n_is_not_applicable_only_where_the_call_allows_it(paper: PaperDialog, dossier: Dossier) -> None:
    keys(paper, Key.Key_N)
    assert "geen n.v.t." in paper.problem.text()

    keys(paper, Key.Key_Home, *[Key.Key_Right] * OPTIONAL, Key.Key_N)

    assert sheets(dossier)["c1"].answers[ITEMS[OPTIONAL].key] == Answer(not_applicable=True)


def strict_and_next() -> tuple[int, str]:
    """A line on which the call allows no n/a: its place, and the key of the line after it."""
    at = next(at for at, item in enumerate(ITEMS[:-1]) if not item.criterion.not_applicable_allowed)
    return at, ITEMS[at + 1].key


def test_n_where_the_call_wants_a_score_stays_in_sight_and_moves_no_digit(
    paper: PaperDialog, dossier: Dossier
) -> None:
    at, after = strict_and_next()
    keys(paper, *[Key.Key_Right] * at, Key.Key_N)

    assert "geen n.v.t." in paper.problem.text()
    assert (marks(paper)[at], paper.grid.place()) == (Mark.REFUSED, ("c1", after))
    keys(paper, Key.Key_3)

    assert paper.problem.text() == ""
    assert dict(sheets(dossier)["c1"].answers) == {after: Answer(3)}
    assert (marks(paper)[at], paper.grid.cells.cell(0, 1 + at).text) == (Mark.REFUSED, "?")
    paper.grid.go_to("c1", ITEMS[at].key)
    assert paper.below.told.text().startswith("Hier typte je n.v.t., maar de oproep wil een score")
    keys(paper, Key.Key_4)
    assert marks(paper)[at] is Mark.TYPED


@pytest.mark.parametrize("right", [Key.Key_3, Key.Key_Right, Key.Key_Down, Key.Key_End])
def test_what_was_said_of_a_wrong_key_goes_with_the_next_right_one(paper: PaperDialog, right: Qt.Key) -> None:
    keys(paper, Key.Key_9)
    assert "buiten de schaal" in paper.problem.text()

    keys(paper, right)

    assert paper.problem.text() == ""


CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, ("c2", ITEMS[-1].key)),
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, ("c2", ITEMS[0].key)),
        (Key.Key_End, CONTROL, ("c3", ITEMS[-1].key)),
        (Key.Key_Home, CONTROL, ("c1", ITEMS[0].key)),
        (Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, ("c3", ITEMS[1].key)),
        (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, ("c1", ITEMS[1].key)),
        (Key.Key_K, Qt.KeyboardModifier.NoModifier, ("c2", ITEMS[1].key)),
    ],
)
def test_no_key_leads_the_cursor_where_nothing_can_be_typed(
    paper: PaperDialog, dossier: Dossier, key: Qt.Key, modifier: Qt.KeyboardModifier, place: tuple[str, str]
) -> None:
    paper.grid.go_to("c2", ITEMS[1].key)

    QTest.keyClick(paper.grid, key, modifier)

    assert (paper.grid.place(), paper.grid.currentIndex().isValid()) == (place, True)
    keys(paper, Key.Key_4)
    assert sheets(dossier)[place[0]].answers == {place[1]: Answer(4)}


def test_a_click_on_the_name_of_a_sheet_leads_to_it(paper: PaperDialog) -> None:
    name = paper.grid.visualRect(paper.grid.cells.index(1, 0)).center()

    QTest.mouseClick(paper.grid.viewport(), Qt.MouseButton.LeftButton, pos=name)

    assert paper.grid.place() == ("c2", ITEMS[0].key)


def test_the_ring_is_only_where_the_keyboard_is(qtbot: QtBot, active: PaperDialog) -> None:
    def drawn() -> int:
        ring = theme.colour(theme.current().colours.focus).rgb()
        image = active.grid.grab(
            active.grid.visualRect(active.grid.cells.index(0, 1)).translated(active.grid.viewport().pos())
        ).toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixel(x, y) == ring for x, y in points)

    assert drawn() > 20
    active.submit.setEnabled(True)
    active.submit.setFocus()
    qtbot.waitUntil(active.submit.hasFocus)
    assert drawn() == 0


def test_backspace_clears_and_goes_back(paper: PaperDialog, dossier: Dossier) -> None:
    keys(paper, Key.Key_3, Key.Key_4, Key.Key_Left, Key.Key_Backspace)

    assert values(sheets(dossier)["c1"])[:2] == [3, None]
    assert paper.grid.place() == ("c1", ITEMS[0].key)


def test_a_comment_is_typed_without_leaving_the_keyboard(
    qtbot: QtBot, paper: PaperDialog, dossier: Dossier
) -> None:
    paper.activateWindow()
    qtbot.waitUntil(paper.isActiveWindow)
    keys(paper, Key.Key_3, Key.Key_Left, Key.Key_Return)
    assert paper.below.comment.hasFocus()

    QTest.keyClicks(paper.below.comment, "Sterk team 5")
    QTest.keyClick(paper.below.comment, Key.Key_Return)

    assert sheets(dossier)["c1"].answers[ITEMS[0].key] == Answer(3, comment="Sterk team 5")
    assert paper.grid.hasFocus()


def test_scores_of_before_show_as_dots_and_nobody_reads_them(opening, dossier: Dossier) -> None:
    fill(dossier, value=5)

    shown, _ = opening()

    assert set(marks(shown)) == {Mark.KNOWN}
    assert {cell.text for cell in shown.grid.cells.rows[0].cells.values()} == {"•"}
    assert "Staat op het blad" not in shown.below.comment.text()


def test_a_sheet_scored_on_the_screen_is_closed(opening, dossier: Dossier) -> None:
    save_answers(dossier, "j1", "c1", Round.WRITTEN, {ITEMS[0].key: Answer(5)})

    shown, _ = opening()

    assert (shown.grid.cells.rows[0].cells, shown.grid.cells.rows[0].state.text) == ({}, "op het scherm")
    assert shown.grid.place() == ("c2", ITEMS[0].key)


# the second entry


@pytest.fixture
def second(opening, dossier: Dossier) -> PaperDialog:
    fill(dossier)
    shown: PaperDialog = opening()[0]
    shown.head.entries.buttons["second"].click()
    return shown


def test_the_second_entry_starts_blank_and_offers_what_was_entered_first(second: PaperDialog) -> None:
    assert set(marks(second)) == {Mark.OPEN}
    assert [row.cells != {} for row in second.grid.cells.rows] == [True, False, False]


def test_the_same_twice_is_noted_by_itself(second: PaperDialog, dossier: Dossier) -> None:
    keys(second, *[Key.Key_4] * len(ITEMS))

    assert set(marks(second)) == {Mark.SAME}
    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.CHECKED
    assert second.grid.cells.rows[0].state.text == "2 × ingevoerd"


def test_entered_twice_still_says_what_it_lacks_and_takes_it(qtbot: QtBot, opening, dossier: Dossier) -> None:
    for item in ITEMS:
        enter_score(dossier, "j1", "c1", Round.WRITTEN, item.key, Answer(4))
    shown = opening()[0]
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.head.entries.buttons["second"].click()
    keys(shown, *[Key.Key_4] * len(ITEMS))

    required = [item.key for item in ITEMS if item.criterion.comment_required]
    codes = {column.key: column.code for column in shown.grid.cells.columns}
    assert shown.grid.cells.rows[0].state.text == f"2 × ingevoerd, nog {len(required)}"
    lacks = "Nog nodig: toelichting bij " + ", ".join(codes[key] for key in required)
    assert shown.grid.cells.rows[0].lacks == lacks
    assert shown.below.told.text().splitlines()[-1] == lacks
    assert not shown.submit.isEnabled()

    for key in required:
        shown.grid.go_to("c1", key)
        keys(shown, Key.Key_Return)
        QTest.keyClicks(shown.below.comment, "Staat op het blad")
        QTest.keyClick(shown.below.comment, Key.Key_Return)

    assert (shown.grid.cells.rows[0].state.text, shown.grid.cells.rows[0].lacks) == ("2 × ingevoerd", "")
    assert shown.submit.isEnabled()


def test_a_difference_cannot_be_missed(second: PaperDialog, dossier: Dossier) -> None:
    keys(second, Key.Key_2, *[Key.Key_4] * (len(ITEMS) - 1))

    assert marks(second)[0] is Mark.DIFFERENT
    assert second.grid.cells.cell(0, 1).text == "2 ≠ 4"
    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.ENTERED
    second.grid.start()
    second.grid.setCurrentIndex(second.grid.cells.index(0, 1))
    assert second.below.told.text().startswith("Eerst ingevoerd: 4.")


def test_typed_again_as_on_the_paper_it_is_the_same(second: PaperDialog, dossier: Dossier) -> None:
    keys(second, Key.Key_2, *[Key.Key_4] * (len(ITEMS) - 1))
    second.grid.setCurrentIndex(second.grid.cells.index(0, 1))

    keys(second, Key.Key_4)

    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.CHECKED


def test_v_puts_the_second_in_the_place_of_the_first(second: PaperDialog, dossier: Dossier) -> None:
    keys(second, Key.Key_2, *[Key.Key_4] * (len(ITEMS) - 1))
    second.grid.setCurrentIndex(second.grid.cells.index(0, 1))

    keys(second, Key.Key_V)

    assert values(sheets(dossier)["c1"])[0] == 2
    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.CHECKED


# goals

GOALS = [goal for number in (1, 4) for goal in a_call().challenge(number).goals]


@pytest.fixture
def goals(paper: PaperDialog) -> PaperDialog:
    """The dialog turned to the goals."""
    paper.head.sides.buttons["goals"].click()
    return paper


def test_goals_have_columns_of_their_own_with_the_codes_of_the_printed_sheet(goals: PaperDialog) -> None:
    codes = [column.code for column in goals.grid.cells.columns]

    assert codes[:2] + codes[-1:] == ["1.1", "1.2", "4.5"]
    assert goals.below.about.text() == "K-01 · doel 1.1"
    assert goals.below.told.text() == GOALS[0].text
    assert goals.grid.columnWidth(0) >= 150
    assert not goals.below.comment.isVisible()


def test_a_digit_marks_a_goal_and_goes_on(goals: PaperDialog, dossier: Dossier) -> None:
    keys(goals, Key.Key_1, Key.Key_2, Key.Key_3)

    kept = sheets(dossier)["c1"].goal_marks
    assert [kept[goal.key] for goal in GOALS[:3]] == list(GoalMark)
    assert goals.grid.place() == ("c1", GOALS[3].key)


def test_another_digit_is_no_mark_and_that_is_said(goals: PaperDialog, dossier: Dossier) -> None:
    keys(goals, Key.Key_4)

    assert "1 (aangetoond)" in goals.problem.text()
    assert sheets(dossier) == {}


def test_backspace_takes_a_mark_away(goals: PaperDialog, dossier: Dossier) -> None:
    keys(goals, Key.Key_1, Key.Key_2, Key.Key_Left, Key.Key_Backspace)

    assert sheets(dossier)["c1"].goal_marks == {GOALS[0].key: GoalMark.SHOWN}


def test_the_second_entry_asks_for_the_goals_as_well(second: PaperDialog, dossier: Dossier) -> None:
    enter_goal(dossier, "j1", "c1", Round.WRITTEN, GOALS[0].key, GoalMark.SHOWN)
    second.head.entries.buttons["second"].click()
    keys(second, *[Key.Key_4] * len(ITEMS))
    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.ENTERED

    second.head.sides.buttons["goals"].click()
    keys(second, Key.Key_2)
    assert second.grid.cells.cell(0, 1).text == "2 ≠ 1"
    keys(second, Key.Key_Left, Key.Key_1)

    assert second.grid.cells.cell(0, 1).mark is Mark.SAME
    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.CHECKED


# undoing


def undo(dialog: PaperDialog, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(dialog.grid, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def redo(dialog: PaperDialog) -> None:
    QTest.keyClick(dialog.grid, Key.Key_Y, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def active(qtbot: QtBot, paper: PaperDialog) -> PaperDialog:
    paper.activateWindow()
    qtbot.waitUntil(paper.isActiveWindow)
    paper.grid.setFocus()
    return paper


def test_ctrl_z_takes_back_what_was_typed_cell_by_cell(active: PaperDialog, dossier: Dossier) -> None:
    keys(active, Key.Key_3, Key.Key_4, Key.Key_5)

    undo(active)
    assert (values(sheets(dossier)["c1"])[:3], active.grid.place()) == ([3, 4, None], ("c1", ITEMS[2].key))
    undo(active)
    assert values(sheets(dossier)["c1"])[:3] == [3, None, None]
    redo(active)
    assert values(sheets(dossier)["c1"])[:3] == [3, 4, None]
    undo(active, 2)
    assert values(sheets(dossier)["c1"])[:3] == [None] * 3
    undo(active)
    assert active.problem.text() == "Van wat je hier typte, valt niets meer terug te nemen."


def test_what_was_there_before_comes_back_without_being_read(opening, qtbot: QtBot, dossier: Dossier) -> None:
    enter_score(dossier, "j1", "c1", Round.WRITTEN, ITEMS[0].key, Answer(5))
    enter_comment(dossier, "j1", "c1", Round.WRITTEN, ITEMS[0].key, "Staat op het blad")
    shown, _ = opening()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.grid.setCurrentIndex(shown.grid.cells.index(0, 1))
    keys(shown, Key.Key_2)

    undo(shown)

    assert sheets(dossier)["c1"].answers[ITEMS[0].key] == Answer(5, comment="Staat op het blad")
    assert (shown.grid.cells.cell(0, 1).text, shown.grid.cells.cell(0, 1).mark) == ("•", Mark.KNOWN)


def test_a_score_over_another_goes_back_to_that_one(active: PaperDialog, dossier: Dossier) -> None:
    keys(active, Key.Key_3, Key.Key_Left, Key.Key_5)
    undo(active)

    assert values(sheets(dossier)["c1"])[0] == 3
    assert active.grid.cells.cell(0, 1).text == "3"


def test_a_comment_is_taken_back_too(active: PaperDialog, dossier: Dossier) -> None:
    keys(active, Key.Key_3, Key.Key_Left, Key.Key_Return)
    QTest.keyClicks(active.below.comment, "Sterk")
    QTest.keyClick(active.below.comment, Key.Key_Return)

    undo(active)

    assert sheets(dossier)["c1"].answers[ITEMS[0].key] == Answer(3)
    redo(active)
    assert sheets(dossier)["c1"].answers[ITEMS[0].key] == Answer(3, comment="Sterk")


def test_undo_goes_to_the_goals_and_back_where_the_step_was(active: PaperDialog, dossier: Dossier) -> None:
    keys(active, Key.Key_3)
    active.head.sides.buttons["goals"].click()
    keys(active, Key.Key_1)
    active.head.sides.buttons["scores"].click()

    undo(active)
    assert (active.head.goals, sheets(dossier)["c1"].goal_marks) == (True, {})
    undo(active)
    assert (active.head.goals, values(sheets(dossier)["c1"])[0]) == (False, None)


def test_in_a_second_entry_undo_takes_back_what_was_typed_and_leaves_the_first(
    qtbot: QtBot, second: PaperDialog, dossier: Dossier
) -> None:
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    keys(second, Key.Key_2)
    assert second.grid.cells.cell(0, 1).mark is Mark.DIFFERENT

    undo(second)

    assert second.grid.cells.cell(0, 1).mark is Mark.OPEN
    assert values(sheets(dossier)["c1"])[0] == 4


def test_another_sitting_begins_with_nothing_to_undo(active: PaperDialog, dossier: Dossier) -> None:
    keys(active, Key.Key_3)
    active.head.rounds.buttons["pitch"].click()
    active.head.rounds.buttons["written"].click()

    undo(active)

    assert values(sheets(dossier)["c1"])[0] == 3


# submitting, and the way around it


def test_complete_sheets_are_submitted_together(opening, dossier: Dossier) -> None:
    fill(dossier)
    shown, _ = opening()
    assert shown.submit.text() == "1 volledige beoordeling indienen"

    shown.submit.click()

    assert sheets(dossier)["c1"].submitted
    assert shown.problem.text() == "1 beoordeling is ingediend."
    assert not shown.submit.isEnabled()


def test_everything_has_a_name_and_tab_reaches_the_button(qtbot: QtBot, opening, dossier: Dossier) -> None:
    fill(dossier)
    shown, _ = opening()

    assert nameless(shown) == []
    assert shown.submit in tabbed(qtbot, shown, shown.grid)


def test_a_screen_reader_hears_sheet_line_and_score(paper: PaperDialog) -> None:
    keys(paper, Key.Key_3)
    model = paper.grid.cells

    heard = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)

    assert str(heard).startswith("K-01, ")
    assert str(heard).endswith("uitdaging 1: 3")


# a list from Excel or CSV


HEAD = "jurylid;kandidatuur;ronde;criterium;uitdaging;score;toelichting\n"


def a_list(folder: Path, *rows: str) -> Path:
    file = folder / "scores.csv"
    file.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    return file


def line(score: str = "4", who: str = "Jurylid 1") -> str:
    item = ITEMS[0]
    return f"{who};K-01;;{item.criterion.title};{item.challenge or ''};{score};Degelijk"


def test_a_list_of_scores_is_shown_before_it_is_kept(
    qtbot: QtBot, dossier: Dossier, dutch: object, tmp_path: Path
) -> None:
    page, shell = opened(qtbot, AssessmentPage, dossier)
    shell.files = [a_list(tmp_path, line(), line("x"), line(who="Niemand"))]

    press(page, "assessment.import")

    told = str(shell.questions[-1].text).splitlines()
    assert told[0] == "1 score toe te voegen · 0 te wijzigen · 0 al gelijk · 2 rijen geweigerd"
    assert told[2] == "Rij 4: “Niemand” is geen jurylid van dit dossier."
    assert sheets(dossier) == {}

    shell.files, shell.answers = [a_list(tmp_path, line())], [Reply("import")]
    press(page, "assessment.import")

    assert sheets(dossier)["c1"].answers[ITEMS[0].key] == Answer(4, comment="Degelijk")
    assert shell.said == ["1 score toegevoegd, 0 gewijzigd."]


def test_a_list_without_anything_new_asks_nothing(
    qtbot: QtBot, dossier: Dossier, dutch: object, tmp_path: Path
) -> None:
    page, shell = opened(qtbot, AssessmentPage, dossier)
    shell.files = [a_list(tmp_path, line(who="Niemand"))]

    press(page, "assessment.import")

    assert (shell.questions, sheets(dossier)) == ([], {})
    assert "1 rij geweigerd" in str(shell.notices[-1].text)


def test_a_long_list_of_refusals_is_cut_short(
    qtbot: QtBot, dossier: Dossier, dutch: object, tmp_path: Path
) -> None:
    page, shell = opened(qtbot, AssessmentPage, dossier)
    shell.files = [a_list(tmp_path, *[line(who="Niemand")] * 40)]

    press(page, "assessment.import")

    assert str(shell.notices[-1].text).splitlines()[-1] == "… en nog 28"


# the sheets themselves


def test_a_sheet_of_another_juror_is_found_by_its_code(paper: PaperDialog) -> None:
    paper.head.code.setText(code_of("j2", a_candidacy(3), Round.WRITTEN).lower())
    QTest.keyClick(paper.head.code, Key.Key_Return)

    assert (paper.head.who.currentText(), paper.grid.place()) == ("Jurylid 2", ("c3", ITEMS[0].key))
    assert paper.head.code.text() == ""


def test_at_the_second_entry_a_sheet_of_which_there_is_no_first_says_so(paper: PaperDialog) -> None:
    paper.head.entries.buttons["second"].click()
    paper.head.code.setText(code_of("j1", a_candidacy(1), Round.WRITTEN))
    QTest.keyClick(paper.head.code, Key.Key_Return)

    assert paper.problem.text() == (
        "Van K-01 is nog niets ingevoerd, dus is er niets om mee te vergelijken: eerst komt de eerste "
        "invoer. Kies bovenaan “Eerste invoer”."
    )


def test_f3_goes_to_the_code_and_escape_back_to_the_grid(qtbot: QtBot, active: PaperDialog) -> None:
    QTest.keyClick(active.grid, Key.Key_F3)
    assert active.head.code.hasFocus()
    assert active.head.code.placeholderText() == "Code op het blad (F3)"

    QTest.keyClick(active.head.code, Key.Key_Escape)
    assert (active.grid.hasFocus(), active.isVisible()) == (True, True)


def test_the_page_has_the_code_among_its_shortcuts(qtbot: QtBot, dossier: Dossier, dutch: object) -> None:
    page, _ = opened(qtbot, AssessmentPage, dossier)
    (action,) = [each for each in page.page_actions() if each.id == "assessment.code"]
    assert (action.text, action.shortcut) == ("Blad met code…", "F3")

    press(page, "assessment.code")

    (shown,) = [each for each in page.findChildren(PaperDialog) if each.isVisible()]
    assert shown.focusWidget() is shown.head.code


def test_a_mistyped_code_is_told_and_stays_to_be_mended(paper: PaperDialog) -> None:
    paper.head.code.setText("K-03-AAAAA")
    QTest.keyClick(paper.head.code, Key.Key_Return)

    assert "is geen code van een blad" in paper.problem.text()
    assert paper.head.code.text() == "K-03-AAAAA"


def test_the_sheets_are_printed_into_a_folder(opening, tmp_path: Path) -> None:
    shown, shell = opening()
    shell.files = [tmp_path]

    shown.printing.click()

    assert sorted(file.name for file in tmp_path.iterdir()) == ["Jurylid-1.pdf", "Jurylid-2.pdf"]
    assert shown.problem.text() == f"2 bestanden met bladen liggen in {tmp_path}, één per jurylid."


def test_what_was_typed_last_is_kept_also_when_the_window_closes_at_once(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    """With the threads of the program: the work ends after the dialog has gone."""
    window = MainWindow(a_wiring(), Preferences(user="Regisseur"))
    window.resize(1200, 800)
    window.show()
    window.show_dossier(dossier, "assessment")
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)
    shown = PaperDialog(window.shell, "j1", Round.WRITTEN, window)
    shown.open()
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)

    keys(shown, *[Key.Key_3] * 5)
    shown.head.entries.buttons["second"].click()
    keys(shown, Key.Key_4)
    shown.accept()
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)

    assert values(sheets(dossier)["c1"])[:5] == [3] * 5
    window.close()
    window.deleteLater()
