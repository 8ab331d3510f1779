"""At the table: reasons from comments with their rows, consensus, notes, second looks, and four eyes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import DeliberationRules, Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.sheet import Answer
from jury_desktop.domain.talk import Talk, Votes
from jury_desktop.services.decide import decide
from jury_desktop.services.meeting import meeting_form
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet
from jury_desktop.services.talk import ask_second_look
from jury_desktop.ui.dialogs.meeting_dialog import MeetingDialog
from jury_desktop.ui.dialogs.score_row_dialog import ScoreRowDialog
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.deliberation import DeliberationPage
from jury_desktop.ui.pages.deliberation.item_view import ItemView
from jury_desktop.ui.shell import Answer as Said
from jury_desktop.ui.widgets.marks import Chip
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_sheet
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier
from tests.ui.pages.driving import button, nameless, opened, press, texts

ITEM = "outreach"


def table(*, four_eyes: bool = False) -> Dossier:
    """One candidacy, scored in the written round by two jurors who wrote why."""
    candidacy, jurors = a_candidacy(), [a_juror(1, name="Els Maes"), a_juror(2, name="Jan Peeters")]
    sheets = []
    for juror, value, comment in zip(jurors, (4, 2), ("komt aan huis", "te weinig avonduren"), strict=True):
        sheet = a_sheet(juror, candidacy, value=value)
        answers = {key: Answer(value, comment=comment) for key in sheet.answers}
        sheets.append(replace(sheet, answers=answers))
    call = replace(a_call(), deliberation=DeliberationRules(four_eyes=four_eyes))
    return a_dossier([candidacy], jurors, sheets, store=MemoryStore(call))


def item(page: DeliberationPage) -> ItemView:
    return page.discussing.panel.items[ITEM]


def named(widget: QWidget, name: str) -> QAbstractButton:
    """The button on show with this accessible name."""
    QApplication.processEvents()
    found = widget.findChildren(QAbstractButton)
    return next(each for each in found if each.isVisible() and each.accessibleName() == name)


def in_the_list(page: DeliberationPage) -> list[str]:
    """The marks in the column with the decision."""
    model = page.discussing.table.rows
    return [str(model.data(model.index(row, 7))) for row in range(model.rowCount())]


def rests(page: DeliberationPage) -> list[str]:
    """The rows that the reasons are said to rest on."""
    QApplication.processEvents()
    return [chip.text() for chip in item(page).findChildren(Chip) if chip.isVisible()]


def talk(dossier: Dossier) -> Talk | None:
    with dossier.read() as uow:
        return next(iter(uow.talks.find()), None)


def kept_lines(dossier: Dossier) -> dict[str, MotivationLine]:
    with dossier.read() as uow:
        return {line.item: line for decision in uow.decisions.find() for line in decision.lines}


def decided(dossier: Dossier) -> None:
    line = MotivationLine(ITEM, "Komt aan huis.", ("j1-c1-written",))
    decide(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Net niet.", [line])


# reasons from comments


def test_a_comment_comes_into_the_reasons_with_a_reference_to_its_row(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    decided(dossier)
    page, _ = opened(qtbot, DeliberationPage, dossier)
    assert rests(page) == ["Els Maes 4"]
    qtbot.mouseClick(button(item(page), "2 toelichtingen"), Qt.MouseButton.LeftButton)
    plus = named(item(page).comments, "In de motivering zetten: Jan Peeters")
    qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    assert item(page).field.toPlainText() == "Komt aan huis. Te weinig avonduren."
    assert rests(page) == ["Els Maes 4", "Jan Peeters 2"]
    press(page, "deliberation.keep")
    assert kept_lines(dossier)[ITEM] == MotivationLine(
        ITEM, "Komt aan huis. Te weinig avonduren.", ("j1-c1-written", "j2-c1-written")
    )


def test_a_reference_shows_its_row_and_can_be_dropped(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    decided(dossier)
    page, _ = opened(qtbot, DeliberationPage, dossier)
    chip = next(chip for chip in item(page).findChildren(Chip) if chip.isVisible())
    assert chip.accessibleName() == "Rust op de score van Els Maes 4"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    dialog = next(d for d in page.window().findChildren(ScoreRowDialog) if d.isVisible())
    assert {"Score van Els Maes", "schriftelijk", "4", "komt aan huis"} <= set(texts(dialog))
    qtbot.mouseClick(button(dialog, "De motivering rust hier niet op"), Qt.MouseButton.LeftButton)
    assert (rests(page), page.discussing.panel.unsaved.isVisible()) == ([], True)
    press(page, "deliberation.keep")
    assert kept_lines(dossier)[ITEM] == MotivationLine(ITEM, "Komt aan huis.", ())


def test_a_row_that_changed_since_is_marked_and_says_what_it_was(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    decided(dossier)
    later = replace(dossier, now=lambda: NOW.replace(hour=18))
    amend_sheet(later, "j1", "c1", Round.WRITTEN, {ITEM: Answer(1, comment="minder")}, "Verkeerd gelezen")
    page, _ = opened(qtbot, DeliberationPage, dossier)
    assert (rests(page), item(page).state.pill.text) == (
        ["Els Maes 1 · gewijzigd"],
        "een score is sindsdien gewijzigd",
    )
    qtbot.mouseClick(
        next(chip for chip in item(page).findChildren(Chip) if chip.isVisible()), Qt.MouseButton.LeftButton
    )
    dialog = next(d for d in page.window().findChildren(ScoreRowDialog) if d.isVisible())
    assert any("van 4 naar 1: Verkeerd gelezen" in text for text in texts(dialog))
    dialog.reject()


# consensus, notes, second look


def test_what_the_jury_agrees_on_is_kept_and_told(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    item(page).field.setPlainText("De jury vindt het aanklampend.")
    qtbot.mouseClick(button(item(page), "De jury is het hierover eens"), Qt.MouseButton.LeftButton)
    found = talk(dossier)
    assert found is not None
    assert [(a.item, a.text, a.sheets) for a in found.agreed] == [
        (ITEM, "De jury vindt het aanklampend.", ("j1-c1-written", "j2-c1-written"))
    ]
    assert (item(page).state.pill.text, shell.said) == (
        "consensus",
        ["Wat de jury over K-01 afsprak, is bewaard."],
    )
    assert not page.discussing.panel.unsaved.isVisible()
    item(page).field.setPlainText("Iets anders.")
    assert item(page).state.pill.text == "wijkt af van de consensus"
    shell.undo()
    assert talk(dossier) is None


def test_agreeing_leaves_what_is_typed_elsewhere_alone(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, table())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.discussing.panel.summary.setPlainText("Nog niet af")
    field = item(page).field
    field.setFocus()
    item(page)._agree()
    assert (item(page).field, QApplication.focusWidget()) == (field, field)
    assert page.discussing.panel.summary.toPlainText() == "Nog niet af"


def test_notes_and_votes_are_kept_for_the_minutes(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    view = page.discussing.panel.talk
    assert not view.keep.isEnabled()
    view.notes.setPlainText("De begroting kwam ter sprake.")
    view.votes["in_favour"].setValue(2)
    page.refresh(EVERYTHING)
    assert view.notes.toPlainText() == "De begroting kwam ter sprake."
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    found = talk(dossier)
    assert found is not None
    assert (found.notes, found.votes) == ("De begroting kwam ter sprake.", Votes(2, 0, 0))
    assert not view.keep.isEnabled()
    shell.undo()
    assert talk(dossier) is None


def test_a_second_look_is_asked_with_a_reason_and_had(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    shell.answers = [Said("again", "Begroting nalezen")]
    qtbot.mouseClick(button(page, "Nog eens bekijken…"), Qt.MouseButton.LeftButton)
    assert "Op het einde nog eens te bekijken: Begroting nalezen" in texts(page.discussing.panel)
    qtbot.mouseClick(button(page, "Opnieuw bekeken"), Qt.MouseButton.LeftButton)
    found = talk(dossier)
    assert found is not None
    assert (found.waiting, [look.reason for look in found.looks]) == (None, ["Begroting nalezen"])


def test_an_open_second_look_shows_in_the_list_and_is_asked_about_before_a_decision(
    qtbot: QtBot, dutch: object
) -> None:
    dossier = table()
    ask_second_look(dossier, "c1", Stage.SHORTLIST, "Begroting nalezen")
    page, shell = opened(qtbot, DeliberationPage, dossier)
    assert in_the_list(page) == ["nog eens"]
    panel = page.discussing.panel
    assert "De jury wil deze kandidatuur nog eens bekijken: Begroting nalezen" in texts(panel)
    panel.summary.setPlainText("Sterk.")
    panel.kinds.setCurrentIndex(1)
    press(page, "deliberation.keep")
    assert shell.questions[-1].text == "De jury wil K-01 nog eens bekijken: Begroting nalezen"
    assert in_the_list(page) == ["nog eens"]
    shell.answers = [Said("keep")]
    press(page, "deliberation.keep")
    assert in_the_list(page) == ["Uitgenodigd · nog eens"]


def test_nothing_is_noted_while_the_scores_are_sealed(qtbot: QtBot) -> None:
    jurors = [a_juror(1), a_juror(2)]
    dossier = a_dossier([a_candidacy()], jurors, [a_sheet(jurors[0], a_candidacy())])
    page, _ = opened(qtbot, DeliberationPage, dossier)
    assert (page.discussing.panel.items, page.discussing.panel.talk.isEnabled()) == ({}, False)


# four eyes


def test_where_the_call_asks_it_another_person_confirms(qtbot: QtBot, dutch: object) -> None:
    dossier = table(four_eyes=True)
    decided(dossier)
    page, shell = opened(qtbot, DeliberationPage, dossier)
    said = "De oproep vraagt vier ogen. Bewaard door Regisseur; iemand anders moet bevestigen."
    assert said in texts(page.discussing.panel.eyes)
    assert in_the_list(page) == ["Niet weerhouden · te bevestigen"]
    qtbot.mouseClick(button(page, "Bevestigen als tweede persoon"), Qt.MouseButton.LeftButton)
    assert "Regisseur heeft deze beslissing zelf bewaard." in shell.words(shell.notices[-1].text)  # type: ignore[arg-type]

    shell.dossier = replace(dossier, actor="Noor Tweede")
    qtbot.mouseClick(button(page, "Bevestigen als tweede persoon"), Qt.MouseButton.LeftButton)
    assert any(text.startswith("Bevestigd door Noor Tweede") for text in texts(page.discussing.panel.eyes))
    assert in_the_list(page) == ["Niet weerhouden"]
    shell.undo()
    assert said in texts(page.discussing.panel.eyes)


def test_a_decision_is_sent_back_with_a_reason(qtbot: QtBot, dutch: object) -> None:
    dossier = table(four_eyes=True)
    decided(dossier)
    page, shell = opened(qtbot, DeliberationPage, dossier)
    shell.answers = [Said("back", "Te mager gemotiveerd")]
    qtbot.mouseClick(button(page, "Terugsturen…"), Qt.MouseButton.LeftButton)
    assert "Teruggestuurd: Te mager gemotiveerd" in texts(page.discussing.panel.eyes)


def test_where_the_call_does_not_ask_it_nothing_is_said_of_it(qtbot: QtBot) -> None:
    dossier = table()
    decided(dossier)
    page, _ = opened(qtbot, DeliberationPage, dossier)
    assert not page.discussing.panel.eyes.isVisible()


# the meeting, the minutes and the tables


def test_the_meeting_is_noted_and_taken_back(qtbot: QtBot, dutch: object) -> None:
    dossier = table()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    press(page, "deliberation.record.meeting")
    dialog = next(d for d in page.window().findChildren(MeetingDialog) if d.isVisible())
    assert nameless(dialog) == []
    dialog.place.setText("Raadzaal")
    dialog.jurors.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    noted = meeting_form(dossier, Stage.SHORTLIST).meeting
    assert noted is not None
    assert (noted.place, noted.present, noted.ended_at) == ("Raadzaal", ("j1",), None)
    shell.undo()
    assert meeting_form(dossier, Stage.SHORTLIST).meeting is None


@pytest.mark.parametrize("action", ["minutes", "minutes_lettered"])
def test_the_minutes_are_written_where_the_user_wants(
    qtbot: QtBot, dutch: object, tmp_path: Path, action: str
) -> None:
    page, shell = opened(qtbot, DeliberationPage, table())
    shell.files = [tmp_path / "verslag.pdf"]
    press(page, f"deliberation.record.{action}")
    assert shell.words(shell.notices[-1].text) == "Het verslag staat in verslag.pdf."  # type: ignore[arg-type]
    assert (tmp_path / "verslag.pdf").read_bytes().startswith(b"%PDF")


def test_the_tables_are_written_as_a_workbook_or_into_a_folder(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    page, shell = opened(qtbot, DeliberationPage, table())
    shell.files = [tmp_path / "alles.xlsx"]
    press(page, "deliberation.record.workbook")
    for action in ("tables", "public"):
        shell.files = [tmp_path / action]
        press(page, f"deliberation.record.{action}")
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.xlsx")) == [
        "alles.xlsx",
        "public/dossier-openbaar.xlsx",
        "tables/dossier.xlsx",
    ]


def test_without_candidacies_there_is_nothing_to_write(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, DeliberationPage, a_dossier())
    offered = [action for action in page.page_actions() if action.id.startswith("deliberation.record.")]
    assert (len(offered), [action.id for action in offered if action.enabled]) == (6, [])


def test_everything_at_the_table_has_a_name(qtbot: QtBot, dutch: object) -> None:
    dossier = table(four_eyes=True)
    decided(dossier)
    page, _ = opened(qtbot, DeliberationPage, dossier)
    item(page)._toggle()
    assert nameless(page) == []
