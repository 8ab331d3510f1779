"""Versions and what-if on the planning page: what is different, why, and nothing is kept of a supposition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.domain.pitch import Assignment, Interval
from jury_desktop.services.jury import save_juror
from jury_desktop.services.plan_versions import plan_versions
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.pages.planning import PlanningPage
from jury_desktop.ui.pages.planning.changes import ChangesView, Names
from jury_desktop.ui.pages.planning.versions_dialog import VersionsDialog
from jury_desktop.ui.pages.planning.what_if_dialog import WhatIfDialog
from jury_desktop.ui.shell import Answer
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited
from tests.ui.pages.driving import button, can_press, nameless, opened, press, texts

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
ALL = tuple(Interval(window.start, window.end) for window in a_call().windows)
JURORS = [a_juror(number, available=ALL) for number in (1, 2, 3)]
ONE, TWO = a_candidacy(1), a_candidacy(2)


def solve_and_keep(dossier: Dossier) -> None:
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))


@pytest.fixture
def dossier() -> Dossier:
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    solve_and_keep(made)
    return made


@pytest.fixture
def replanned(dossier: Dossier) -> Dossier:
    """After the candidates were told, the first juror can no longer come on the day of both."""
    communicate_plan(dossier)
    stored = plan_view(dossier).plan
    assert stored is not None
    taken = {place.window for place in stored.plan.assignments}
    free = tuple(Interval(each.start, each.end) for each in a_call().windows if each.id not in taken)
    save_juror(dossier, replace(JURORS[0], available=free))
    solve_and_keep(dossier)
    return dossier


def rows(view: ChangesView) -> list[list[str]]:
    """The table as it reads, but for the reasons."""
    model = view.table.rows
    return [[str(model.index(at, c).data()) for c in range(4)] for at in range(model.rowCount())]


def test_before_there_is_a_plan_there_are_no_versions(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, PlanningPage, a_dossier([ONE], JURORS, decisions=[invited(ONE)]))
    assert not can_press(page, "planning.versions")
    assert not can_press(page, "planning.what_if")


def test_the_panel_says_which_version_it_is_and_since_when_it_is_known(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    assert "Versie 1 · nog niet meegedeeld" in texts(page.side)
    communicate_plan(dossier)
    page, _ = opened(qtbot, PlanningPage, dossier)
    assert any(text.startswith("Versie 1 · meegedeeld op") for text in texts(page.side))


def test_what_moved_since_it_was_communicated_is_told_with_why(
    qtbot: QtBot, replanned: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, replanned)
    qtbot.mouseClick(button(page.side, "Wat verschuift en waarom…"), Left)
    dialog = page.findChild(VersionsDialog)
    assert dialog is not None
    assert dialog.before.currentText().endswith("meegedeeld")
    assert dialog.after.currentText().startswith("Versie 2")
    assert dialog.view.summary.text() == "2 pitches verschuiven"
    assert sorted(row[:2] for row in rows(dialog.view)) == [
        ["verschuift", "K-01 Ankerpunt vzw"],
        ["verschuift", "K-02 De Brug vzw"],
    ]
    dialog.view.table.choose("K-01")
    assert dialog.view.why.isVisible()
    assert "is het quorum van 3 voor K-01 niet meer te halen" in dialog.view.why.text()
    assert "Jurylid 1" in dialog.view.why.text()
    assert nameless(dialog) == []


def test_two_equal_versions_have_no_difference(qtbot: QtBot, replanned: Dossier, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, replanned)
    press(page, "planning.versions")
    dialog = page.findChild(VersionsDialog)
    assert dialog is not None
    dialog.before.setCurrentIndex(0)
    assert dialog.view.summary.text() == "Er is geen verschil."
    assert rows(dialog.view) == []


def test_what_if_shows_what_would_move_and_keeps_nothing(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    before = plan_view(dossier)
    page, shell = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.what_if")
    dialog = page.findChild(WhatIfDialog)
    assert dialog is not None
    assert not dialog.reckon.isEnabled()
    assert dialog.view.summary.text() == "Voeg toe wat je veronderstelt, en laat het uitrekenen."

    dialog.offers.setCurrentIndex(dialog.offers.findText("K-02 De Brug vzw trekt zich terug"))
    qtbot.mouseClick(dialog.add, Left)
    dialog.offers.setCurrentIndex(dialog.offers.findText("Er komt een kandidaat bij"))
    qtbot.mouseClick(dialog.add, Left)
    qtbot.mouseClick(dialog.reckon, Left)

    assert dialog.view.summary.text() == "1 krijgt een plaats · 1 verliest zijn plaats"
    assert [row[1] for row in rows(dialog.view)] == ["K-02 De Brug vzw", "K-?1"]
    assert plan_view(dossier) == before
    assert shell.done == []


def test_a_line_is_taken_out_by_key_and_no_plan_is_said_so(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.what_if")
    dialog = page.findChild(WhatIfDialog)
    assert dialog is not None
    for text in ("Er komt een kandidaat bij", "Jurylid 1 valt weg"):
        dialog.offers.setCurrentIndex(dialog.offers.findText(text))
        qtbot.mouseClick(dialog.add, Left)
    dialog.listed.setCurrentRow(0)
    qtbot.keyClick(dialog.listed, Key.Key_Delete)
    assert [dialog.listed.item(at).text() for at in range(dialog.listed.count())] == ["Jurylid 1 valt weg"]
    qtbot.mouseClick(dialog.reckon, Left)
    assert dialog.view.summary.text() == "2 verliezen hun plaats"
    assert nameless(dialog) == []


def test_a_chosen_pitch_tells_who_does_not_sit_and_why(qtbot: QtBot, dutch: object) -> None:
    absent = a_juror(4, available=())
    dossier = a_dossier([ONE], [*JURORS, absent], decisions=[invited(ONE)])
    solve_and_keep(dossier)
    page, _ = opened(qtbot, PlanningPage, dossier)
    page.show_object("K-01")
    assert page.side.outside.text() == "Niet in het panel: Jurylid 4 (niet beschikbaar)."


def test_the_availability_of_the_jury_is_one_click_away(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    qtbot.mouseClick(button(page.side, "Beschikbaarheid…"), Left)
    assert shell.visits == [("jury", "availability")]


def test_a_plan_that_no_longer_holds_says_so_and_is_made_anew(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    assert not page.doubts.isVisible()
    save_juror(dossier, a_juror(4, available=ALL))
    save_juror(dossier, replace(JURORS[0], available=()))
    page, _ = opened(qtbot, PlanningPage, dossier)
    shown = texts(page.doubts)
    assert "2 pitches" in shown
    assert any("Jurylid 1 is niet beschikbaar voor K-0" in text for text in shown)
    assert "verouderd" in texts(page.side)
    assert "bewezen optimaal" not in texts(page.side)
    assert all("klopt niet meer" in block.accessibleName() for block in page.columns.blocks())
    qtbot.mouseClick(button(page.doubts, "Opnieuw plannen"), Left)
    assert not page.doubts.isVisible()
    assert "bewezen optimaal" in texts(page.side)
    assert not any("klopt niet meer" in block.accessibleName() for block in page.columns.blocks())


def test_a_plan_that_holds_is_no_longer_proven_once_more_jurors_can_come(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    save_juror(dossier, a_juror(4, available=ALL))
    page, _ = opened(qtbot, PlanningPage, dossier)
    assert not page.doubts.isVisible()
    assert "verouderd" in texts(page.side)
    assert not any(block.pitch.broken for block in page.columns.blocks())


# an earlier version put back


def put_back(qtbot: QtBot, page: PlanningPage, number: int) -> VersionsDialog:
    press(page, "planning.versions")
    dialog = page.findChildren(VersionsDialog)[-1]
    dialog.before.setCurrentIndex(dialog.before.findText(f"Versie {number}", Qt.MatchFlag.MatchStartsWith))
    qtbot.mouseClick(button(dialog, f"Versie {number} terugzetten…"), Left)
    return dialog


def test_the_version_that_counts_is_not_put_back(qtbot: QtBot, dossier: Dossier, dutch: object) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    press(page, "planning.versions")
    dialog = page.findChild(VersionsDialog)
    assert dialog is not None
    assert not dialog.put_back.isVisible()


def test_a_version_is_put_back_after_what_moves_was_said_and_undone(
    qtbot: QtBot, replanned: Dossier, dutch: object
) -> None:
    """Since the re-plan the juror can come again; what candidates were told is version 1."""
    save_juror(replanned, JURORS[0])
    communicate_plan(replanned)
    page, shell = opened(qtbot, PlanningPage, replanned)
    dialog = put_back(qtbot, page, 1)
    question = shell.questions[-1]
    assert question.title == "Versie 1 terugzetten?"
    assert question.text == (
        "Het wordt versie 3. Er gaat geen versie verloren.\n\n"
        "2 meegedeelde pitches verschuiven: K-01, K-02. Voor wie al uitgenodigd was, komt bij Brieven een "
        "nieuwe uitnodiging klaar te staan."
    )
    assert dialog.isVisible()
    assert len(plan_versions(replanned).versions) == 2, "nobody agreed"

    shell.answers.append(Answer("yes"))
    qtbot.mouseClick(dialog.put_back, Left)
    assert not dialog.isVisible()
    assert "Versie 3 · nog niet meegedeeld" in texts(page.side)
    assert shell.said == ["Versie 1 geldt opnieuw, als een nieuwe versie. 2 meegedeelde pitches verschuiven."]
    new, *before = plan_versions(replanned).versions
    assert [(it.pitch, it.start) for it in new.plan.assignments] == [
        (it.pitch, it.start) for it in before[-1].plan.assignments
    ]
    shell.undo()
    assert plan_versions(replanned).versions == tuple(before)


def test_a_version_that_no_longer_holds_names_the_rules_and_offers_the_nearest(
    qtbot: QtBot, replanned: Dossier, dutch: object
) -> None:
    page, shell = opened(qtbot, PlanningPage, replanned)
    shell.answers += [Answer("near"), Answer("yes")]
    put_back(qtbot, page, 1)
    refused, offered = shell.questions
    assert refused.title == "Versie 1 klopt niet meer"
    assert "K-01" in refused.text
    assert "Jurylid 1 is niet beschikbaar" in refused.text
    assert offered.title == "De planning bewaren die het dichtst bij versie 1 ligt?"
    assert str(offered.text).startswith("2 pitches staan elders dan in die versie: ")
    assert len(plan_versions(replanned).versions) == 3
    assert not page.doubts.isVisible()


def test_a_place_is_told_with_the_name_of_its_room() -> None:
    window = replace(a_call().windows[0], rooms=2, room_names=("Zaal A", "Zaal B"))
    names = Names({}, {}, "nl", str, (window,))
    place = Assignment("K-01", window.id, 2, window.start, window.end, ())
    assert names.place(place) == "wo 14/06 13:00 · Zaal B"
