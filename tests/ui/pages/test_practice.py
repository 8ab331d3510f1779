"""Practising in the window: with the ordinary form, side by side once it is open, apart from all else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer as Given
from jury_desktop.services.ports import Dossier
from jury_desktop.services.practice import choose_practice, practice_state, remove_practice
from jury_desktop.services.practice_view import practising
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.assessment import AssessmentPage
from jury_desktop.ui.pages.assessment.practice.choose_dialog import ChooseDialog
from jury_desktop.ui.pages.assessment.practice.table_dialog import TableDialog
from jury_desktop.ui.shell import Answer
from tests.services.scenario import after_the_written_round
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import can_press, opened, press

Opened = tuple[AssessmentPage, DirectShell]


@pytest.fixture
def dossier() -> Dossier:
    made = after_the_written_round()
    with made.change() as uow:
        uow.blobs.put(b"%PDF-1.7")
        uow.journal.append("test.prepared", "dossier", "test")
    return made


@pytest.fixture
def at_practice(qtbot: QtBot, dossier: Dossier, dutch: object) -> Opened:
    """The page with the first juror at it, ready to practise."""
    page, shell = opened(qtbot, AssessmentPage, dossier)
    page.show_object("practice/j1")
    return page, shell


def key(dossier: Dossier) -> str:
    found = practice_state(dossier).candidacy
    assert found is not None
    return found.id


def give(dossier: Dossier, juror: str, value: int) -> None:
    """A juror fills in the practice sheet and submits it."""
    view = open_sheet(practising(dossier), juror, key(dossier), Round.WRITTEN)
    answers = {item.key: Given(value, comment=f"Woord {value}") for item in view.items}
    save_answers(practising(dossier), juror, key(dossier), Round.WRITTEN, answers)
    submit_sheet(practising(dossier), juror, key(dossier), Round.WRITTEN)


def dialog() -> object:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def listed(page: AssessmentPage) -> list[str]:
    return [row.candidacy.reference for row in page.desk.table.rows.rows]


def test_ctrl_enter_chooses_a_candidacy_before_there_is_one_and_submits_after(
    at_practice: Opened, dossier: Dossier
) -> None:
    page, _ = at_practice
    [choose] = [action for action in page.offered() if action.enabled and action.keys == SUBMIT]
    assert choose.text == "Oefenkandidatuur kiezen…"
    choose.run()
    chosen = dialog()
    assert isinstance(chosen, ChooseDialog)
    chosen.example.click()
    able = [action.text for action in page.offered() if action.enabled and action.keys == SUBMIT]
    assert able == ["Indienen"]


def test_after_choosing_the_keyboard_goes_on_to_the_names_or_to_the_first_score(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, AssessmentPage, dossier)
    window = QWidget()
    qtbot.addWidget(window)
    line = QVBoxLayout(window)
    for part in (page, QPushButton("Wat er daarna komt")):
        line.addWidget(part)
    window.show()
    first = []
    for who in ("", "j1"):
        page.show_object(f"practice/{who}")
        page.parts.nobody.button.setFocus()
        page.parts.nobody.button.click()
        chosen = dialog()
        assert isinstance(chosen, ChooseDialog)
        chosen.example.click()
        QApplication.processEvents()
        first.append(page.window().focusWidget())
        remove_practice(dossier)
        page.refresh(EVERYTHING)
    page.setParent(None)
    assert first == [page.desk.who, page.form.items[0].scale]


def test_before_anything_is_chosen_the_page_offers_to_choose(at_practice: Opened, dossier: Dossier) -> None:
    page, _ = at_practice
    assert page.parts.nobody.button.text() == "Oefenkandidatuur kiezen…"
    page.parts.nobody.button.click()
    choosing = dialog()
    assert isinstance(choosing, ChooseDialog)
    assert choosing.challenges.chosen() == (1, 2)
    choosing.challenges.choose([5])
    choosing.example.click()
    found = practice_state(dossier).candidacy
    assert found is not None
    assert (found.organisation, found.challenges, listed(page)) == (
        "Werkplaats Kantelpunt vzw",
        (5,),
        ["K-00"],
    )


def test_a_file_is_chosen_in_the_dialog_of_the_system(
    at_practice: Opened, dossier: Dossier, tmp_path: Path
) -> None:
    page, shell = at_practice
    shell.files = [tmp_path / "Proef.txt"]
    shell.files[0].write_text("Wij begeleiden.", encoding="utf-8")
    page.parts.nobody.button.click()
    choosing = dialog()
    assert isinstance(choosing, ChooseDialog)
    choosing.file.click()
    found = practice_state(dossier).candidacy
    assert found is not None
    assert found.organisation == "Proef"


def test_without_a_challenge_nothing_can_be_chosen(at_practice: Opened) -> None:
    page, _ = at_practice
    page.parts.nobody.button.click()
    choosing = dialog()
    assert isinstance(choosing, ChooseDialog)
    choosing.challenges.toggles[0].click()
    choosing.challenges.toggles[1].click()
    assert (choosing.example.isEnabled(), choosing.file.isEnabled()) == (False, False)
    choosing.reject()


def test_what_is_scored_there_is_kept_apart_and_goes_with_the_box(
    at_practice: Opened, dossier: Dossier, qtbot: QtBot
) -> None:
    page, _ = at_practice
    before = repr(ranking(dossier))
    choose_practice(dossier)
    page.refresh(page.subjects)
    page.form.items[0].scale.setFocus()
    qtbot.keyClicks(page.form.items[0].scale, "4")
    page.keeper.save()
    with dossier.read() as uow:
        kept = [each.sheet for each in uow.practice_sheets.find()]
    assert [answer.value for answer in kept[0].answers.values()] == [4]
    assert repr(ranking(dossier)) == before
    assert page.desk.practising.isChecked()
    page.desk.practising.click()
    assert listed(page) == ["K-01", "K-02"]
    assert page.form.view is not None
    assert page.form.view.candidacy.reference == "K-01"


def test_side_by_side_opens_with_the_practice_and_the_most_divided_comes_first(
    at_practice: Opened, dossier: Dossier
) -> None:
    page, _ = at_practice
    choose_practice(dossier)
    give(dossier, "j1", 1)
    give(dossier, "j2", 4)
    page.refresh(page.subjects)
    assert not page.desk.compare.isVisible()
    assert not can_press(page, "assessment.practice")
    give(dossier, "j3", 4)
    page.refresh(page.subjects)
    assert page.desk.compare.isVisible()
    press(page, "assessment.practice")
    shown = dialog()
    assert isinstance(shown, TableDialog)
    model = shown.table.model()
    first = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert first[1:] == ["3 punten", "3,0", "1", "4", "4"]
    assert shown.comments.text().splitlines() == [
        "Jurylid 1: Woord 1",
        "Jurylid 2: Woord 4",
        "Jurylid 3: Woord 4",
    ]
    shown.accept()


def test_names_can_be_hidden_from_who_looks_along(at_practice: Opened, dossier: Dossier) -> None:
    page, _ = at_practice
    choose_practice(dossier)
    with dossier.change() as uow:
        for juror in uow.jurors.find():
            uow.jurors.save(replace(juror, name=f"Persoon {juror.id}x"))
        uow.journal.append("juror.changed", "juror", "x")
    give(dossier, "j1", 2)
    close_round(practising(dossier), Round.WRITTEN, "Klaar")
    page.refresh(page.subjects)
    page.desk.compare.click()
    shown = dialog()
    assert isinstance(shown, TableDialog)
    assert shown.comments.text() == "Persoon j1x: Woord 2"
    shown.hide_names.click()
    assert shown.comments.text() == "Jurylid 1: Woord 2"
    assert [column.header for column in shown.table.rows.columns][3:] == ["Jurylid 1"]
    shown.accept()


def test_closing_and_clearing_ask_first(at_practice: Opened, dossier: Dossier) -> None:
    page, shell = at_practice
    choose_practice(dossier)
    page.refresh(page.subjects)
    shell.answers = [Answer("close", "We praten")]
    press(page, "assessment.end")
    assert shell.questions[-1].title == "Oefenen afsluiten?"
    assert practice_state(dossier).opened
    assert shell.said[-1:] == ["De oefening is afgesloten."]
    shell.answers = [Answer("clear")]
    page.desk.clear.click()
    assert practice_state(dossier).candidacy is None
    assert page.parts.nobody.isVisible()


def test_a_step_that_leads_to_a_juror_leads_out_of_the_practice(at_practice: Opened) -> None:
    page, _ = at_practice
    page.show_object("j2")
    assert (page.desk.practising.isChecked(), sorted(listed(page))) == (False, ["K-01", "K-02"])
