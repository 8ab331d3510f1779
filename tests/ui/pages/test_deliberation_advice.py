"""The tabs beside the discussion: what they show; nothing of it is kept, and nothing sealed shows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.sheet import Answer, GoalMark, SheetState, items_of
from jury_desktop.services.pictures import Picture
from jury_desktop.services.ports import Dossier
from jury_desktop.services.talk import ask_second_look
from jury_desktop.ui.pages.deliberation import DeliberationPage
from jury_desktop.ui.widgets.drawing_view import DrawingView
from jury_desktop.ui.widgets.table import Table
from tests.builders import a_call, a_candidacy, a_conflict, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round, invited
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import can_press, nameless, opened, press, tabbed, texts

TABS = ("compare", "weigh", "agenda", "portfolio", "pictures")
JURORS = [a_juror(number) for number in (1, 2, 3)]
GIVEN = ((5, 4, 5), (5, 4, 0), (3, 3, 4))
"""What three jurors give three candidacies; the first has a conflict with the last, whatever was given."""


def dossier(*, sealed: bool = False) -> Dossier:
    """Both rounds scored; ``sealed``: one sheet of the pitch round has still to come."""
    candidacies = [a_candidacy(n, challenges=(n, n + 1)) for n in (1, 2, 3)]
    sheets = [
        a_sheet(juror, candidacy, round_, value=value, goal_marks={f"{n}.01": GoalMark.SHOWN})
        for round_ in Round
        for n, (candidacy, row) in enumerate(zip(candidacies, GIVEN, strict=True), start=1)
        for juror, value in zip(JURORS, row, strict=True)
    ]
    if sealed:
        sheets = [replace(s, state=SheetState.DRAFT) if s.id == "j2-c2-pitch" else s for s in sheets]
    conflicts = [a_conflict(JURORS[0], candidacies[2])]
    return a_dossier(candidacies, JURORS, sheets, [invited(c) for c in candidacies], conflicts)


def on_tab(qtbot: QtBot, tab: str, of: Dossier | None = None) -> tuple[DeliberationPage, DirectShell]:
    page, shell = opened(qtbot, DeliberationPage, of or dossier())
    qtbot.mouseClick(page.tabs.buttons[tab], Qt.MouseButton.LeftButton)
    return page, shell


def rows(table: Table[Any]) -> list[list[str]]:
    """Every cell of a table."""
    model = table.rows
    return [
        [str(model.data(model.index(row, column)) or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def view(page: DeliberationPage, tab: str) -> Any:
    return page.views[tab]


# every tab


@pytest.mark.parametrize("tab", TABS)
def test_no_tab_shows_anything_of_what_is_sealed(qtbot: QtBot, dutch: object, tab: str) -> None:
    page, _ = on_tab(qtbot, tab, dossier(sealed=True))
    assert page.stages.current() == Stage.FINAL
    shown = view(page, tab)
    assert [rows(table) for table in shown.findChildren(Table)] in ([], [[]])
    said = " ".join(texts(shown))
    for score in ("4,67", "3,50", "3,00"):
        assert score not in said
    assert [drawn.drawing.told for drawn in shown.findChildren(DrawingView) if drawn.drawing] in (
        [],
        [""],
        [""] * 5,
    )


@pytest.mark.parametrize("tab", TABS)
def test_what_the_sealed_sheet_holds_moves_nothing_on_a_tab(qtbot: QtBot, dutch: object, tab: str) -> None:
    """The same dossier with other values on the draft looks the same."""
    page, _ = on_tab(qtbot, tab, dossier(sealed=True))
    other = dossier(sealed=True)
    with other.change() as uow:
        draft = uow.sheets.get("j2-c2-pitch")
        uow.sheets.save(replace(draft, answers={key: Answer(0) for key in draft.answers}))
        uow.journal.append("test.saved", "sheet", "j2")
    second, _ = on_tab(qtbot, tab, other)
    assert texts(view(page, tab)) == texts(view(second, tab))


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_changes_nothing_in_the_dossier(qtbot: QtBot, dutch: object, tab: str) -> None:
    of = dossier()
    on_tab(qtbot, tab, of)
    with of.read() as uow:
        assert [event.action for event in uow.journal.all()] == ["test.prepared"]


@pytest.mark.parametrize("tab", TABS)
def test_everything_on_a_tab_has_a_name_and_can_be_reached(qtbot: QtBot, dutch: object, tab: str) -> None:
    page, _ = on_tab(qtbot, tab)
    assert nameless(page) == []
    passed = tabbed(qtbot, page, page.tabs.buttons[tab])
    assert page.line.box in passed
    assert any(view(page, tab).isAncestorOf(widget) for widget in passed)


def test_the_command_palette_leads_to_every_tab(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, dossier())
    for tab in TABS:
        press(page, f"deliberation.{tab}")
        assert page.tabs.current() == tab
        assert view(page, tab).isVisible()


def test_the_line_is_remembered_for_each_stage(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "compare")
    assert page.line.cut == 2
    page.line.box.setValue(1)
    page.show_object("K-01")
    assert not page.line.isHidden()
    qtbot.mouseClick(page.tabs.buttons["compare"], Qt.MouseButton.LeftButton)
    assert page.line.cut == 1
    qtbot.mouseClick(page.stages.buttons[Stage.SHORTLIST.value], Qt.MouseButton.LeftButton)
    assert page.line.cut == 3


# comparing


def test_the_orders_stand_side_by_side(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "compare")
    found = rows(view(page, "compare").table)
    assert [row[:4] for row in found] == [
        ["1", "K-01", "Ankerpunt vzw", "4,67"],
        ["2", "K-03", "Kompas Werkt vzw", "3,50"],
        ["3", "K-02", "De Brug vzw", "3,00"],
    ]
    assert [row[7] for row in found] == ["1", "3", "2"]


def test_a_place_across_the_line_stands_out(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "compare")
    model = view(page, "compare").table.rows
    marks = [model.data(model.index(row, 7), Qt.ItemDataRole.UserRole) for row in range(3)]
    assert [mark.text if mark else "" for mark in marks] == ["", "3 ↓", "2 ↑"]


def test_what_a_juror_alone_decides_is_said(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "compare")
    said = texts(view(page, "compare").without)
    assert "Jurylid 3: ↑ K-02  ↓ K-03" in said
    assert any("verandert er niets" in text for text in said)


def test_a_double_click_discusses_the_candidacy(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "compare")
    table = view(page, "compare").table
    table.choose("c3")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.tabs.current() == "discuss"
    assert page.discussing.panel.shown is not None
    assert page.discussing.panel.shown.candidacy.id == "c3"


# weights


def split() -> Dossier:
    """K-01 is good at outreach, K-02 at everything else."""
    candidacies = [a_candidacy(1), a_candidacy(2)]
    items = items_of(a_call().rubric, candidacies[0].challenges, Round.WRITTEN)

    def answers(outreach: int, rest: int) -> dict[str, Answer]:
        return {item.key: Answer(outreach if item.key == "outreach" else rest) for item in items}

    sheets = [
        a_sheet(juror, candidacy, answers=given)
        for juror in JURORS
        for candidacy, given in zip(candidacies, (answers(5, 3), answers(2, 4)), strict=True)
    ]
    return a_dossier(candidacies, JURORS, sheets)


def test_a_slider_turns_the_order_and_the_button_turns_it_back(qtbot: QtBot, dutch: object) -> None:
    of = split()
    page, _ = on_tab(qtbot, "weigh", of)
    page.line.box.setValue(1)
    weigh = view(page, "weigh")
    slider = next(each for each in weigh.sliders if each.key == "outreach")
    assert [row[2] for row in rows(weigh.table)] == ["K-02", "K-01"]

    qtbot.keyClick(slider.slider, Qt.Key.Key_End)

    assert slider.weight == pytest.approx(6.0)
    assert [row[1:3] for row in rows(weigh.table)] == [["↑ 1", "K-01"], ["↓ 1", "K-02"]]
    assert "Met deze gewichten ook boven de streep: K-01" in texts(weigh)
    qtbot.mouseClick(weigh.back, Qt.MouseButton.LeftButton)
    assert [row[1:3] for row in rows(weigh.table)] == [["=", "K-02"], ["=", "K-01"]]
    with of.read() as uow:
        assert uow.call == a_call()
        assert len(uow.journal.all()) == 1


def test_a_slider_says_from_which_weight_on_others_come_above_the_line(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "weigh", split())
    page.line.box.setValue(1)
    slider = next(each for each in view(page, "weigh").sliders if each.key == "outreach")
    assert slider.turns.text().startswith("anderen boven de streep bij ")


def test_a_slider_that_changes_nothing_says_so(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "weigh", after_both_rounds())
    said = {slider.turns.text() for slider in view(page, "weigh").sliders}
    assert said == {"dezelfde boven de streep bij elk gewicht van deze schuif"}


def test_tab_walks_the_sliders_first_then_back_and_the_order(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "weigh")
    weighing = view(page, "weigh")
    qtbot.waitUntil(weighing.sliders[0].slider.isVisible)
    passed = tabbed(qtbot, page, weighing.sliders[0].slider)
    expected = [*(each.slider for each in weighing.sliders), weighing.back, weighing.table]
    assert passed[: len(expected)] == expected


def test_the_line_is_drawn_in_every_order(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "weigh")
    assert view(page, "weigh").table.line_row == 1
    view(page, "weigh").table.rows.sort(4)
    assert view(page, "weigh").table.line_row == -1


def test_a_slider_stays_where_it_is_when_something_else_changes(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "weigh", split())
    slider = view(page, "weigh").sliders[0]
    slider.slider.setValue(25)
    page.line.box.setValue(2)
    assert view(page, "weigh").sliders[0].slider.value() == 25


# agenda and door


def test_the_agenda_names_where_jurors_are_divided(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "agenda")
    found = rows(view(page, "agenda").table)
    assert {row[0] for row in found if "verdeeld" in row[5]} == {"K-02"}
    assert {row[3] for row in found if row[0] == "K-02"} == {"0 · 4 · 5"}
    assert any("zonder reden" in row[5] for row in found)


def test_the_door_tells_who_goes_out_when(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "agenda")
    said = texts(view(page, "agenda").door)
    order = ["1. K-01 Ankerpunt vzw", "2. K-02 De Brug vzw", "3. K-03 Kompas Werkt vzw"]
    assert [text for text in said if "K-0" in text] == order
    assert "Jurylid 1 gaat buiten" in said
    assert "1 keer gaat er iemand buiten; 2 keer in de volgorde van de rangschikking." not in said


def test_the_agenda_names_what_nobody_judged_yet(qtbot: QtBot, dutch: object) -> None:
    of = after_both_rounds()
    with of.change() as uow:
        uow.conflicts.save(a_conflict(a_juror(2), a_candidacy(1), state=ConflictState.SUGGESTED))
        uow.journal.append("conflict.suggested", "conflict", "K-01")
    page, shell = on_tab(qtbot, "agenda", of)
    door = view(page, "agenda").door

    assert door.suspected.text() == (
        "1 kandidatuur heeft een vermoed belangenconflict waarover niemand oordeelde: K-01: Jurylid 2."
    )
    assert door.told.text().startswith("Zolang daarover niet geoordeeld is")
    qtbot.mouseClick(door.judge, Qt.MouseButton.LeftButton)
    assert shell.visits[-1][0] == "jury"


def test_without_suspicions_the_agenda_says_nothing_of_them(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "agenda")
    door = view(page, "agenda").door
    assert [part.isVisible() for part in (door.suspected, door.judge)] == [False, False]


# portfolio


def test_the_proposal_gives_a_reason_for_each_inside_and_outside(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "portfolio")
    found = view(page, "portfolio")
    proposed = [("Erin", "K-01"), ("Erin", "K-03"), ("Erbuiten", "K-02")]
    assert [(row[0], row[2]) for row in rows(found.table)] == proposed
    assert any(text.startswith("Zonder K-01 valt weg") for text in texts(found))
    found.table.choose("K-02")
    assert any(("K-02" in text and "staat er niet in" in text) or "K-02 zou" in text for text in texts(found))
    assert any(text.startswith("Bewezen:") for text in texts(found))


def test_without_a_size_it_takes_as_few_as_the_coverage_needs(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "portfolio")
    found = view(page, "portfolio")
    found.few.setChecked(True)
    assert [row[0] for row in rows(found.table)].count("Erin") == 3


def test_why_there_is_no_proposal_stands_where_it_would_be(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "portfolio", dossier(sealed=True))
    assert any("Er is nog geen enkele eindscore open" in text for text in texts(view(page, "portfolio")))


# pictures


def test_every_picture_is_drawn_and_told_in_words(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "pictures")
    panels = view(page, "pictures").panels
    assert list(panels) == list(Picture)
    for panel in panels.values():
        assert panel.drawn.drawing is not None
        qtbot.waitUntil(partial(_fits, panel.drawn))
        assert panel.drawn.accessibleDescription() == panel.drawn.drawing.told != ""


def _fits(view: DrawingView) -> bool:
    return view.drawing is not None and view.height() >= view.drawing.height - 1


@pytest.mark.parametrize(("name", "start"), [("beeld.svg", b"<?xml"), ("beeld.png", b"\x89PNG")])
def test_a_picture_is_kept_as_a_file(
    qtbot: QtBot, dutch: object, tmp_path: Path, name: str, start: bytes
) -> None:
    page, shell = on_tab(qtbot, "pictures")
    shell.files.append(tmp_path / name)
    qtbot.mouseClick(view(page, "pictures").panels[Picture.SCORES].save, Qt.MouseButton.LeftButton)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [notice.text for notice in shell.notices] == [f"{name} is geschreven."]


def test_the_report_is_kept_as_pdf(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, shell = on_tab(qtbot, "pictures")
    shell.files.append(tmp_path / "verslag.pdf")
    press(page, "deliberation.report")
    assert (tmp_path / "verslag.pdf").read_bytes().startswith(b"%PDF")


def test_of_sealed_scores_no_report_can_be_made(qtbot: QtBot, dutch: object) -> None:
    page, _ = on_tab(qtbot, "pictures", dossier(sealed=True))
    assert not can_press(page, "deliberation.report")


def test_what_is_to_be_looked_at_again_stands_at_the_end_of_the_order(qtbot: QtBot, dutch: object) -> None:
    dossier = after_the_written_round()
    ask_second_look(dossier, "c1", Stage.SHORTLIST, "Begroting nalezen")
    page, _ = opened(qtbot, DeliberationPage, dossier)
    page.show_object("agenda")
    door = page.views["agenda"].door  # type: ignore[attr-defined]
    assert texts(door)[-2:] == ["Daarna nog eens", "K-01 Ankerpunt vzw"]
