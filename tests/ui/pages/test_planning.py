"""Planning: pitches get a place, the plan says what was proven, why a pitch stands where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.pitch import Interval, Level, LevelResult, Slot
from jury_desktop.services.plan_moves import slot_of
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.planning import PlanningPage
from jury_desktop.ui.pages.planning.block import PitchBlock
from jury_desktop.ui.pages.planning.words import window_names
from jury_desktop.ui.shell import Answer
from jury_desktop.wording import render
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_plan
from tests.services.scenario import a_dossier, after_the_written_round, invited
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts

Key = Qt.Key
WEDNESDAY, FRIDAY, MONDAY = a_call().windows
JURORS = [a_juror(number) for number in (1, 2, 3)]
ONE, TWO = a_candidacy(1), a_candidacy(2)


def two_invited() -> Dossier:
    return a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])


def one_left_out() -> Dossier:
    """The jury can come on Friday alone, and the second candidate cannot: it stays without a place."""
    friday = Interval(FRIDAY.start, FRIDAY.end)
    jurors = [replace(juror, available=(friday,)) for juror in JURORS]
    away = replace(TWO, unavailable=(friday,))
    dossier = a_dossier([ONE, away], jurors, decisions=[invited(ONE), invited(away)])
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    return dossier


def planned() -> Dossier:
    dossier = two_invited()
    with dossier.change() as uow:
        uow.plans.save(a_plan((ONE, TWO), tuple(JURORS)))
        uow.journal.append("plan.made", "plan", "v1")
    return dossier


def references(page: PlanningPage) -> list[str]:
    return sorted(block.pitch.candidacy.reference for block in page.columns.blocks())


# making a plan


def test_before_anybody_is_invited_it_points_to_the_deliberation(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, PlanningPage, after_the_written_round())
    assert page.is_empty
    qtbot.mouseClick(button(page, "Naar deliberatie"), Qt.MouseButton.LeftButton)
    assert shell.visits == [("deliberation", "")]
    assert not can_press(page, "planning.solve")


def test_planning_puts_every_candidate_in_a_session(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, two_invited())
    assert "2 kandidaten wachten op een plaats" in texts(page)
    qtbot.mouseClick(button(page, "Plan pitches"), Qt.MouseButton.LeftButton)
    assert not page.is_empty
    assert references(page) == ["K-01", "K-02"]
    assert {"bewezen optimaal", "2 / 2"} <= set(texts(page.side))
    assert page.subtitle() == "2 pitches van 35 minuten · 3 sessies"


def test_planning_again_makes_no_version_where_nothing_is_better(qtbot: QtBot, dutch: object) -> None:
    dossier = two_invited()
    page, shell = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.solve")
    before = plan_view(dossier).plan
    press(page, "planning.solve")
    assert plan_view(dossier).plan == before
    assert [notice.text for notice in shell.notices] == [
        "Beter kan niet, en dat is bewezen. De planning blijft zoals ze is."
    ]


def test_a_plan_without_enough_jurors_says_why_and_keeps_nothing(qtbot: QtBot) -> None:
    dossier = a_dossier([ONE], [a_juror(available=())], decisions=[invited(ONE)])
    page, shell = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.solve")
    assert len(shell.notices) == 1
    assert plan_view(dossier).plan is None


def test_a_plan_is_marked_as_communicated_once(qtbot: QtBot) -> None:
    dossier = planned()
    page, shell = opened(qtbot, PlanningPage, dossier)
    shell.answers.append(Answer("yes"))
    press(page, "planning.communicate")
    stored = plan_view(dossier).plan
    assert stored is not None
    assert stored.communicated_at == NOW
    assert not can_press(page, "planning.communicate")


# who has no place


def test_nobody_waits_when_all_have_a_place(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, PlanningPage, planned())
    assert not page.tray.isVisible()


def test_a_pitch_left_out_stands_in_the_tray_and_beside_the_plan_with_its_reason(
    qtbot: QtBot, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, one_left_out())
    assert {"Zonder plaats", "1 kandidaat"} <= set(texts(page.tray))
    name = button(page.tray, "K-02 De Brug vzw")
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    shown = texts(page.side)
    assert "Kan wel als:" in name.toolTip()
    assert any("niet op 16 juni 2023" in text for text in shown), "what the candidate said"
    assert any("beschikbaar: Jurylid" in text for text in shown), "who cannot come, by name"
    assert any("Ook 2 anderen kunnen niet." in text for text in shown), "one of them is enough to miss"
    assert any(text.startswith("Kan wel als:") for text in shown)
    assert references(page) == ["K-01"]
    assert {"K-02 De Brug vzw", "zonder plaats"} <= set(shown)


def test_many_without_a_place_leave_the_sessions_in_view(qtbot: QtBot, dutch: object) -> None:
    dossier = a_dossier([ONE], JURORS, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    with dossier.change() as uow:
        for number in range(2, 13):
            uow.candidacies.save(a_candidacy(number))
            uow.decisions.save(invited(a_candidacy(number)))
        uow.journal.append("test.prepared", "dossier", "test")
    page, _ = opened(qtbot, PlanningPage, dossier)
    page.resize(1040, 600)
    assert "11 kandidaten" in texts(page.tray)
    assert page.tray.height() < 150
    assert page.sessions.height() > 400


def test_who_is_invited_after_the_plan_waits_too(qtbot: QtBot, dutch: object) -> None:
    dossier, third = planned(), a_candidacy(3)
    with dossier.change() as uow:
        uow.candidacies.save(third)
        uow.decisions.save(invited(third))
        uow.journal.append("test.prepared", "dossier", "test")
    page, _ = opened(qtbot, PlanningPage, dossier)
    later = "Uitgenodigd nadat deze planning gemaakt was. Plan opnieuw om een plaats te geven."
    assert later in texts(page.tray)


def test_a_plan_that_leaves_somebody_out_says_who_and_who_had_been_told(qtbot: QtBot, dutch: object) -> None:
    """Both were told an hour; the jury can come on Friday alone by now, and the second candidate cannot."""
    dossier = planned()
    communicate_plan(dossier)
    friday = Interval(FRIDAY.start, FRIDAY.end)
    with dossier.change() as uow:
        uow.candidacies.save(replace(TWO, unavailable=(friday,)))
        for juror in JURORS:
            uow.jurors.save(replace(juror, available=(friday,)))
        uow.journal.append("test.prepared", "dossier", "test")
    page, shell = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.solve")
    assert shell.said == [
        "1 pitch heeft een plaats. 1 heeft er geen: K-02. Aan 1 van hen was al een uur meegedeeld: K-02. "
        "1 meegedeelde pitch verschuift."
    ]
    assert shell.done[-1].caution


def test_from_the_worklist_one_comes_to_who_waits(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, one_left_out())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.refresh(EVERYTHING)
    page.show_object("K-02")
    assert button(page.tray, "K-02 De Brug vzw").hasFocus()
    page.refresh(EVERYTHING)
    assert button(page.tray, "K-02 De Brug vzw").hasFocus(), "another reading leaves the keyboard there"


def test_what_is_not_proven_says_so_and_whose_day_is_missed(qtbot: QtBot, dutch: object) -> None:
    wishing = replace(ONE, preferred_windows=(FRIDAY.id,))
    dossier = a_dossier([wishing, TWO], JURORS, decisions=[invited(wishing), invited(TWO)])
    with dossier.change() as uow:
        stored = a_plan((wishing, TWO), tuple(JURORS))
        levels = (LevelResult(Level.PREFERENCE_MISSED, 1, 0), LevelResult(Level.JUROR_BURDEN, 1440, 1440))
        pitches = (
            replace(stored.instance.pitches[0], preferred_windows=(FRIDAY.id,)),
            *stored.instance.pitches[1:],
        )
        instance = replace(stored.instance, pitches=pitches)
        uow.plans.save(replace(stored, instance=instance, plan=replace(stored.plan, levels=levels)))
        uow.journal.append("plan.made", "plan", "v1")
    page, _ = opened(qtbot, PlanningPage, dossier)
    shown = texts(page.side)
    at = shown.index("Gewenste dag niet gehaald")
    assert shown[at + 1 : at + 5] == ["1 (≥ 0)", "K-01", "Belasting van de jury (minuten)", "1440"]


# why here, why not there


def test_a_chosen_pitch_tells_its_hours_and_panel(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, planned())
    qtbot.mouseClick(page.columns.blocks()[0], Qt.MouseButton.LeftButton)
    shown = texts(page.side)
    assert {"woensdag 14 juni, 13:00–13:35", "Jurylid 1, Jurylid 2, Jurylid 3"} <= set(shown)
    assert page.columns.blocks()[0].selected


def test_why_not_on_another_day_is_answered(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, one_left_out())
    page.show_object("K-01")
    qtbot.mouseClick(button(page.side, "Waarom niet op wo 14/06?"), Qt.MouseButton.LeftButton)
    answers = [text for text in texts(page.side.why) if text]
    assert len(answers) >= 1
    assert "De planner zoekt het uit…" not in answers
    assert "14 juni 2023" in answers[0]


def test_a_left_out_pitch_can_be_asked_about_for_every_day(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, one_left_out())
    page.show_object("K-02")
    for day in ("wo 14/06", "vr 16/06", "ma 19/06"):
        assert button(page.side, f"Waarom niet op {day}?").isVisible()


def test_sessions_are_called_by_no_more_than_tells_them_apart() -> None:
    beside = replace(WEDNESDAY, id="wo2", room_names=("Zaal B",))
    named = replace(WEDNESDAY, room_names=("Zaal A",))
    evening = replace(
        FRIDAY, id="vr2", start=FRIDAY.start + timedelta(hours=8), end=FRIDAY.end + timedelta(hours=8)
    )
    windows = (named, beside, FRIDAY, evening, MONDAY)
    assert list(window_names(windows, "nl", timed=False).values()) == [
        "wo 14/06 13:00 · Zaal A",
        "wo 14/06 13:00 · Zaal B",
        "vr 16/06 09:00",
        "vr 16/06 17:00",
        "ma 19/06",
    ]
    assert window_names((MONDAY,), "nl") == {MONDAY.id: "ma 19/06 09:00"}
    assert window_names((), "nl") == {}


def test_an_answer_stays_when_the_same_pitch_is_focused_again(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, planned())
    page.show_object("K-01")
    qtbot.mouseClick(button(page.side, "Waarom niet op vr 16/06?"), Qt.MouseButton.LeftButton)
    answers = texts(page.side.why)
    page.show_object("K-01")
    assert texts(page.side.why) == answers != []
    page.show_object("K-02")
    assert texts(page.side.why) == []


def test_the_chosen_pitch_stays_chosen_after_a_change(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, PlanningPage, planned())
    page.show_object("K-02")
    page.refresh(EVERYTHING)
    assert [b.pitch.candidacy.reference for b in page.columns.blocks() if b.selected] == ["K-02"]


# by hand


def solved(qtbot: QtBot) -> tuple[PlanningPage, DirectShell, Dossier]:
    """A page on a plan of the solver, with the keyboard on the first pitch."""
    dossier = two_invited()
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    page, shell = opened(qtbot, PlanningPage, dossier)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.columns.blocks()[0].setFocus()
    return page, shell, dossier


def keys(qtbot: QtBot, *pressed: Qt.Key) -> None:
    for key in pressed:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)


def places(dossier: Dossier) -> dict[str, Slot | None]:
    stored = plan_view(dossier).plan
    assert stored is not None
    return {reference: slot_of(stored.plan, reference) for reference in ("K-01", "K-02")}


def first(page: PlanningPage) -> str:
    return page.columns.blocks()[0].pitch.candidacy.reference


def test_a_pitch_is_moved_by_keyboard_with_the_verdict_in_sight(qtbot: QtBot, dutch: object) -> None:
    page, shell, dossier = solved(qtbot)
    before, reference = places(dossier), first(page)
    keys(qtbot, Key.Key_M)
    assert "Hier staat ze nu." in texts(page.side.verdict)

    keys(qtbot, Key.Key_Left, Key.Key_Left, Key.Key_Right)  # from Wednesday to Friday
    keys(qtbot, Key.Key_PageDown, Key.Key_PageDown, Key.Key_Down)
    assert page.side.verdict.where.text() == f"{reference} → vr 16/06 10:05"
    assert page.side.verdict.said.text().startswith("Kan")
    keys(qtbot, Key.Key_Return)

    assert places(dossier)[reference] == Slot(FRIDAY.id, 1, FRIDAY.start + timedelta(minutes=65))
    assert not page.side.verdict.isVisible()
    focused = QApplication.focusWidget()
    assert isinstance(focused, PitchBlock)
    assert focused.pitch.candidacy.reference == reference
    assert shell.said == [f"De pitch van {reference} is verplaatst."]
    shell.undo()
    assert places(dossier) == before


def test_who_changes_places_is_shown_where_it_lands_and_both_are_named(qtbot: QtBot, dutch: object) -> None:
    dossier = planned()
    page, shell = opened(qtbot, PlanningPage, dossier)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    one, two = page.columns.blocks()
    one.setFocus()
    keys(qtbot, Key.Key_M, Key.Key_Down)
    assert two.pitch.place.start == WEDNESDAY.start + timedelta(minutes=35)
    assert page.columns.columns[0].scale.ghost.text == "13:35–14:10", "over the other, not 13:05–13:40"
    assert page.side.verdict.where.text().endswith("13:35")
    keys(qtbot, Key.Key_Return)

    assert places(dossier)["K-01"] == Slot(WEDNESDAY.id, 1, WEDNESDAY.start + timedelta(minutes=35))
    assert shell.said == ["De pitches van K-01 en K-02 zijn van plaats gewisseld."]


def test_every_key_that_moves_a_pitch_is_seen(qtbot: QtBot, dutch: object) -> None:
    """Within reach of the other it changes places with it, wherever it is: one key further it is past it."""
    page, _ = opened(qtbot, PlanningPage, planned())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.columns.blocks()[0].setFocus()
    keys(qtbot, Key.Key_M)
    seen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_End, Key.Key_Down, Key.Key_Home):
        keys(qtbot, key)
        seen.append(page.side.verdict.where.text()[-5:])
    assert seen == ["13:35", "14:10", "14:15", "16:25", "16:25", "13:00"]


def dragged(qtbot: QtBot, page: PlanningPage, *way: QPoint) -> None:
    """The first pitch taken by the mouse over these points of the screen, and let go at the last."""
    block = page.columns.blocks()[0]
    qtbot.mousePress(block, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseMove(block, QPoint(60, 40))
    for point in way:
        qtbot.mouseMove(block, block.mapFromGlobal(point))
    qtbot.mouseRelease(block, Qt.MouseButton.LeftButton, pos=block.mapFromGlobal(way[-1]))


@pytest.mark.parametrize("where", ["beside the plan", "above the hours"])
def test_a_pitch_let_go_outside_the_sessions_stays(qtbot: QtBot, dutch: object, where: str) -> None:
    page, shell, dossier = solved(qtbot)
    before = places(dossier)
    scale = page.columns.columns[1].scale
    there = scale.mapToGlobal(QPoint(100, scale.top(FRIDAY.start + timedelta(minutes=90))))
    outside = page.side.mapToGlobal(QPoint(100, 300))
    if where == "above the hours":
        outside = scale.mapToGlobal(QPoint(100, -40))
    dragged(qtbot, page, there, outside)
    assert (places(dossier), shell.said) == (before, [])
    assert not page.side.verdict.isVisible()
    assert not scale.ghost.isVisible()


def test_who_comes_back_over_the_sessions_goes_on(qtbot: QtBot, dutch: object) -> None:
    page, _, dossier = solved(qtbot)
    reference = first(page)
    scale = page.columns.columns[1].scale
    start = FRIDAY.start + timedelta(minutes=90)
    there = scale.mapToGlobal(QPoint(100, scale.top(start) + 10))
    dragged(qtbot, page, page.side.mapToGlobal(QPoint(100, 300)), there)
    assert places(dossier)[reference] == Slot(FRIDAY.id, 1, start)


def test_a_drag_of_a_locked_pitch_says_that_it_is_locked(qtbot: QtBot, dutch: object) -> None:
    page, _, dossier = solved(qtbot)
    keys(qtbot, Key.Key_L)
    before = places(dossier)
    scale = page.columns.columns[1].scale
    dragged(qtbot, page, scale.mapToGlobal(QPoint(100, scale.top(FRIDAY.start) + 10)))
    assert places(dossier) == before
    assert (
        page.side.verdict.said.text() == "Ze is vergrendeld en blijft waar ze staat. Ontgrendel ze eerst (L)."
    )


def test_a_pitch_on_its_way_is_left_with_escape(qtbot: QtBot, dutch: object) -> None:
    page, _, dossier = solved(qtbot)
    before, reference = places(dossier), first(page)

    keys(qtbot, Key.Key_M, Key.Key_Right, Key.Key_Escape)

    assert places(dossier) == before
    assert not page.side.verdict.isVisible()
    focused = QApplication.focusWidget()
    assert isinstance(focused, PitchBlock)
    assert focused.pitch.candidacy.reference == reference


def test_a_place_where_it_cannot_be_says_why_and_the_pitch_stays_on_its_way(
    qtbot: QtBot, dutch: object
) -> None:
    friday = Interval(FRIDAY.start, FRIDAY.end)
    dossier = a_dossier([replace(ONE, unavailable=(friday,)), TWO], JURORS, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    page, _ = opened(qtbot, PlanningPage, dossier)
    page.show_object("K-01")
    qtbot.mouseClick(button(page.side, "Verplaatsen"), Qt.MouseButton.LeftButton)
    before = plan_view(dossier).plan
    windows = [window.id for window in (WEDNESDAY, FRIDAY, MONDAY)]
    here = windows.index(page.columns.blocks()[0].pitch.place.window)

    step = Key.Key_Right if here < windows.index(FRIDAY.id) else Key.Key_Left
    for key in [step] * abs(windows.index(FRIDAY.id) - here) + [Key.Key_Return]:
        qtbot.keyClick(page.columns, key)

    assert page.side.verdict.said.text().startswith("Kan niet:")
    assert page.mover.moving == "K-01"
    assert plan_view(dossier).plan == before


def test_a_pitch_is_dragged_to_another_session(qtbot: QtBot, dutch: object) -> None:
    page, _, dossier = solved(qtbot)
    block, reference = page.columns.blocks()[0], first(page)
    scale = page.columns.columns[1].scale
    start = FRIDAY.start + timedelta(minutes=90)
    target = scale.mapToGlobal(QPoint(100, scale.top(start) + 10))

    qtbot.mousePress(block, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseMove(block, QPoint(60, 40))
    qtbot.mouseMove(block, block.mapFromGlobal(target))
    assert page.side.verdict.where.text() == f"{reference} → vr 16/06 10:30"
    assert scale.ghost.isVisible()
    qtbot.mouseRelease(block, Qt.MouseButton.LeftButton, pos=block.mapFromGlobal(target))

    assert places(dossier)[reference] == Slot(FRIDAY.id, 1, start)


def test_a_locked_pitch_shows_it_and_does_not_move(qtbot: QtBot, dutch: object) -> None:
    page, shell, _ = solved(qtbot)
    keys(qtbot, Key.Key_L)
    block = page.columns.blocks()[0]
    assert block.pitch.pinned
    assert block.hasFocus()
    assert block.accessibleName().endswith(", vergrendeld")
    assert not button(page.side, "Verplaatsen").isEnabled()

    keys(qtbot, Key.Key_M, Key.Key_PageDown)
    assert page.side.verdict.said.text().startswith("Kan niet:")
    keys(qtbot, Key.Key_Escape)
    shell.undo()
    assert not page.columns.blocks()[0].pitch.pinned


def test_who_has_no_place_is_given_one_by_keyboard(qtbot: QtBot, dutch: object) -> None:
    dossier, third = two_invited(), a_candidacy(3)
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    with dossier.change() as uow:
        uow.candidacies.save(third)
        uow.decisions.save(invited(third))
        uow.journal.append("test.prepared", "dossier", "test")
    page, _ = opened(qtbot, PlanningPage, dossier)
    page.tray.chosen.emit("K-03")

    qtbot.mouseClick(button(page.side, "Een plaats geven"), Qt.MouseButton.LeftButton)
    assert page.side.verdict.where.text() == "K-03 → wo 14/06 13:00"
    qtbot.keyClick(page.columns, Key.Key_PageDown)
    qtbot.keyClick(page.columns, Key.Key_Return)

    assert references(page) == ["K-01", "K-02", "K-03"]
    assert not page.tray.isVisible()


def test_a_plan_and_its_communication_are_taken_back(qtbot: QtBot, dutch: object) -> None:
    dossier = two_invited()
    page, shell = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.solve")
    shell.answers.append(Answer("yes"))
    press(page, "planning.communicate")

    shell.undo()
    assert can_press(page, "planning.communicate")
    shell.undo()
    assert plan_view(dossier).plan is None
    assert page.is_empty


# keyboard and screen reader


def test_blocks_are_reached_with_tab_in_the_order_of_the_day(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, planned())
    blocks = page.columns.blocks()
    assert tabbed(qtbot, page, blocks[0])[:2] == blocks
    assert blocks[0].accessibleName() == "13:00–13:35 K-01 Ankerpunt vzw, Jurylid 1, Jurylid 2, Jurylid 3"
    blocks[1].setFocus()
    assert "K-02 De Brug vzw" in texts(page.side)
    assert nameless(page) == []


def test_three_sessions_fit_in_a_narrow_window(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, PlanningPage, planned())
    page.resize(1040, 640)
    assert page.columns.width() <= page.columns.parentWidget().width()
    assert not page.grab().isNull()


# what leaves the plan


def test_what_leaves_the_plan_is_offered_once_there_is_one(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, PlanningPage, two_invited())
    assert not can_press(page, "planning.export.everything")
    press(page, "planning.solve")
    assert can_press(page, "planning.export.everything")


def test_all_of_it_goes_into_a_folder(qtbot: QtBot, tmp_path: Path, dutch: object) -> None:
    page, shell = opened(qtbot, PlanningPage, planned())
    shell.files.append(tmp_path / "uit")
    press(page, "planning.export.everything")

    assert {path.suffix for path in (tmp_path / "uit").iterdir()} == {".ics", ".pdf", ".xlsx"}
    (notice,) = shell.notices
    assert render(notice.text, "nl") == f"8 bestanden geschreven in {tmp_path / 'uit'}."
    assert notice.action == "Map openen"


@pytest.mark.parametrize(("key", "count"), [("jurors", 3), ("candidates", 2), ("rooms", 1)])
def test_calendars_of_one_kind_go_into_a_folder(qtbot: QtBot, tmp_path: Path, key: str, count: int) -> None:
    page, shell = opened(qtbot, PlanningPage, planned())
    shell.files.append(tmp_path)
    press(page, f"planning.export.{key}")
    assert len(list(tmp_path.glob("*.ics"))) == count


@pytest.mark.parametrize(("key", "start"), [("order", b"%PDF"), ("workbook", b"PK")])
def test_one_file_goes_where_the_user_says(qtbot: QtBot, tmp_path: Path, key: str, start: bytes) -> None:
    page, shell = opened(qtbot, PlanningPage, planned())
    shell.files.append(tmp_path / "bestand")
    press(page, f"planning.export.{key}")
    assert (tmp_path / "bestand").read_bytes().startswith(start)


def test_the_running_order_is_printed_page_by_page(qtbot: QtBot, tmp_path: Path, dutch: object) -> None:
    page, shell = opened(qtbot, PlanningPage, planned())
    shell.files.append(tmp_path / "papier.pdf")
    press(page, "planning.export.print")

    with pypdfium2.PdfDocument(tmp_path / "papier.pdf") as printed:
        assert len(printed) == 1
        darkest = printed[0].render(scale=0.5).to_pil().convert("L").getextrema()[0]
    assert darkest < 128
    assert [notice.text for notice in shell.notices] == ["1 bladzijde naar de printer gestuurd."]


def test_what_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    page, shell = opened(qtbot, PlanningPage, planned())
    (tmp_path / "vol").write_text("geen map")
    shell.files.append(tmp_path / "vol")
    press(page, "planning.export.everything")
    assert [notice.text.key for notice in shell.notices] == ["disk.not_written"]


# who has no place, by mouse and keyboard


def a_third_waits() -> Dossier:
    dossier, third = two_invited(), a_candidacy(3)
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    with dossier.change() as uow:
        uow.candidacies.save(third)
        uow.decisions.save(invited(third))
        uow.journal.append("test.prepared", "dossier", "test")
    return dossier


def test_who_has_no_place_is_dragged_to_one(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, a_third_waits())
    name = button(page.tray, f"K-03 {a_candidacy(3).organisation}")
    scale = page.columns.columns[0].scale
    start = WEDNESDAY.start + timedelta(minutes=120)

    def target() -> QPoint:
        return name.mapFromGlobal(scale.mapToGlobal(QPoint(90, scale.top(start))))

    qtbot.mousePress(name, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseMove(name, QPoint(40, 40))
    qtbot.mouseMove(name, target())
    assert page.side.verdict.where.text() == "K-03 → wo 14/06 15:00"
    qtbot.mouseRelease(name, Qt.MouseButton.LeftButton, pos=target())

    stored = plan_view(page.shell.dossier).plan
    assert stored is not None
    assert slot_of(stored.plan, "K-03") == Slot(WEDNESDAY.id, 1, start)
    assert not page.tray.isVisible()


def test_a_name_in_the_tray_is_placed_with_the_same_key_as_a_block(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, a_third_waits())
    name = button(page.tray, f"K-03 {a_candidacy(3).organisation}")
    qtbot.keyClick(name, Key.Key_M)
    assert page.mover.moving == "K-03"
    qtbot.keyClick(page.columns, Key.Key_PageDown)
    qtbot.keyClick(page.columns, Key.Key_Return)
    assert references(page) == ["K-01", "K-02", "K-03"]


def test_a_click_on_a_name_in_the_tray_moves_nothing(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, a_third_waits())
    qtbot.mouseClick(button(page.tray, f"K-03 {a_candidacy(3).organisation}"), Qt.MouseButton.LeftButton)
    assert page.mover.moving == ""
    assert "zonder plaats" in texts(page.side)
