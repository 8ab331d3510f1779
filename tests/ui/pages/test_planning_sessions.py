"""Sessions changed on the planning page, by mouse and by keyboard, and what that does said beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.services.journal import journal
from jury_desktop.services.planning import communicate_plan, plan_view
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_windows import change_window, session_rows
from jury_desktop.ui.pages.planning import PlanningPage
from jury_desktop.ui.pages.planning.sessions.dialog import SessionsDialog
from jury_desktop.ui.pages.planning.sessions.form import SessionForm
from jury_desktop.ui.shell import Answer
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited
from tests.services.sessions import FIRST, SECOND, at, with_plan
from tests.ui.pages.driving import button, can_press, nameless, opened, press, texts

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
WEDNESDAY, FRIDAY, MONDAY = a_call().windows
THURSDAY = replace(
    WEDNESDAY, id="2023-06-15", start=WEDNESDAY.start + timedelta(1), end=WEDNESDAY.end + timedelta(1)
)


@pytest.fixture
def dossier() -> Dossier:
    """Two pitches stand on Wednesday, at 13:00 and 14:00."""
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    with_plan(made, at(ONE, FIRST, JURORS), at(TWO, SECOND, JURORS))
    return made


def windows(dossier: Dossier) -> tuple[SessionWindow, ...]:
    return tuple(row.window for row in session_rows(dossier))


def dialog_of(page: PlanningPage) -> SessionsDialog:
    press(page, "planning.sessions")
    found = page.findChild(SessionsDialog)
    assert found is not None
    return found


def form_of(parent: PlanningPage | SessionsDialog) -> SessionForm:
    found = [form for form in parent.findChildren(SessionForm) if form.isVisible()]
    assert len(found) == 1
    return found[0]


def active(qtbot: QtBot, dialog: QDialog) -> None:
    """Keys that belong to a dialog work while it is the active window."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def rows(dialog: SessionsDialog) -> list[list[str]]:
    model = dialog.table.rows
    return [[str(model.index(at, c).data() or "") for c in range(6)] for at in range(model.rowCount())]


# the list


def test_the_sessions_are_listed_with_what_stands_in_them(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    dialog = dialog_of(page)
    assert rows(dialog) == [
        ["wo 14/06/2023", "13:00–17:00", "zoals bij Instellingen", "1", "2", ""],
        ["vr 16/06/2023", "09:00–12:00", "zoals bij Instellingen", "1", "0", ""],
        ["ma 19/06/2023", "09:00–12:00", "zoals bij Instellingen", "1", "0", ""],
    ]
    assert nameless(dialog) == []


def test_sessions_can_be_changed_before_anybody_is_invited(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, PlanningPage, a_dossier([ONE], JURORS))
    assert can_press(page, "planning.sessions")
    assert len(rows(dialog_of(page))) == 3


def test_a_session_is_added_with_the_mouse(qtbot: QtBot, dossier: Dossier, dutch: object) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    dialog = dialog_of(page)
    qtbot.mouseClick(dialog.add, Left)
    form = form_of(dialog)
    assert form.day.date() == QDate(2023, 6, 20), "the working day after the last session"
    form.day.setDate(QDate(2023, 6, 15))
    form.start.setTime(QTime(13, 0))
    form.end.setTime(QTime(17, 0))
    form.place.setText("Oud stadhuis")
    form.names.setText("Schepenzaal, Vergaderzaal 2")
    qtbot.mouseClick(form.keep, Left)

    added = replace(THURSDAY, rooms=2, place="Oud stadhuis", room_names=("Schepenzaal", "Vergaderzaal 2"))
    assert windows(dossier) == (WEDNESDAY, added, FRIDAY, MONDAY)
    assert shell.questions == []
    assert shell.said == [
        "De sessie van do 15/06/2023 13:00–17:00 is toegevoegd. 3 juryleden moet je vragen of ze kunnen: "
        "Jurylid 1, Jurylid 2, Jurylid 3. Wat ze al zeiden, blijft bewaard voor de uren die blijven."
    ]
    assert rows(dialog)[1] == [
        "do 15/06/2023",
        "13:00–17:00",
        "Oud stadhuis",
        "Schepenzaal, Vergaderzaal 2",
        "0",
        "3 juryleden",
    ]
    assert [column.accessibleName() for column in page.columns.columns][1] == "Donderdag 15/06"
    assert "Oud stadhuis" in texts(page.columns.columns[1])


def test_an_impossible_session_says_why_and_keeps_what_was_filled_in(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    dialog = dialog_of(page)
    qtbot.mouseClick(dialog.add, Left)
    form = form_of(dialog)
    form.day.setDate(QDate(2023, 6, 16))
    form.place.setText("Bibliotheek")
    qtbot.mouseClick(form.keep, Left)
    assert form.isVisible()
    assert form.problem.text().startswith("De sessie valt samen met die van 16 juni 2023 09:00")
    assert form.place.text() == "Bibliotheek"
    assert windows(dossier) == a_call().windows

    form.day.setDate(QDate(2023, 6, 15))
    qtbot.mouseClick(form.keep, Left)
    assert not form.isVisible()
    assert len(windows(dossier)) == 4


# from the column, by keyboard


def test_a_session_is_changed_by_keyboard_and_undone(qtbot: QtBot, dossier: Dossier, dutch: object) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    friday = page.columns.columns[1]
    assert friday.change.accessibleName() == "Sessie van Vrijdag 16/06 wijzigen"
    friday.change.setFocus()
    qtbot.keyClick(friday.change, Key.Key_Space)
    form = form_of(page)
    active(qtbot, form)
    form.end.setFocus()
    form.end.setCurrentSection(form.end.Section.MinuteSection)
    qtbot.keyClick(form.end, Key.Key_Down)
    qtbot.keyClick(form.end, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shorter = replace(FRIDAY, end=FRIDAY.end - timedelta(minutes=15))
    assert windows(dossier) == (WEDNESDAY, shorter, MONDAY)
    assert shell.said == ["De sessie is nu vr 16/06/2023 09:00–11:45."]
    assert "09:00–11:45 · 3 juryleden" in texts(page.columns.columns[1])
    shell.undo()
    assert windows(dossier) == a_call().windows


def test_delete_removes_the_chosen_session_and_the_last_one_says_why_not(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    dialog = dialog_of(page)
    active(qtbot, dialog)
    dialog.table.setFocus()
    for key in ("vr", "ma"):
        dialog.table.choose(key)
        qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert windows(dossier) == (WEDNESDAY,)
    dialog.table.choose("wo")
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert windows(dossier) == (WEDNESDAY,)
    assert shell.words(shell.notices[-1].text).startswith("Dit is de enige sessie")


# pitches that stand in it


def test_pitches_that_lose_their_place_are_named_before_anything_is_kept(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    dialog = dialog_of(page)
    dialog.table.choose("wo")
    qtbot.mouseClick(dialog.remove, Left)
    assert windows(dossier) == a_call().windows, "nobody agreed"
    question = shell.questions[-1]
    assert (question.title, question.reason) == ("Deze sessie verwijderen?", "")
    assert question.text == (
        "wo 14/06/2023 13:00–17:00\n\n2 pitches verliezen hun plaats: K-01, K-02.\n\nPlan daarna opnieuw."
    )
    shell.answers.append(Answer("yes"))
    qtbot.mouseClick(dialog.remove, Left)
    assert windows(dossier) == (FRIDAY, MONDAY)
    assert "Deze sessie is er niet meer." in texts(page.columns)
    assert page.doubts.isVisible()
    assert shell.said == [
        "De sessie van wo 14/06/2023 13:00–17:00 is verwijderd. 2 pitches moeten een andere plaats krijgen: "
        "plan opnieuw."
    ]


def test_what_was_communicated_asks_a_reason_and_is_planned_with_the_fewest_moves(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    communicate_plan(dossier)
    page, shell = opened(qtbot, PlanningPage, dossier)
    qtbot.mouseClick(page.columns.columns[0].change, Left)
    form = form_of(page)
    form.start.setTime(QTime(13, 30))
    shell.answers.append(Answer("yes", "De raadszaal is langer bezet"))
    qtbot.mouseClick(form.keep, Left)
    question = shell.questions[-1]
    assert question.reason == "Reden (voor het logboek)"
    assert question.text == (
        "wo 14/06/2023 13:00–17:00 → wo 14/06/2023 13:30–17:00\n\n"
        "Eén pitch verliest zijn plaats: K-01.\n\n"
        "Van één ervan is het uur meegedeeld: K-01. Plan daarna opnieuw: dan verschuiven zo weinig mogelijk "
        "meegedeelde pitches."
    )
    event = journal(dossier)[0].event
    assert (event.action, event.reason) == ("window.changed", "De raadszaal is langer bezet")
    assert "De sessie heeft nu andere uren." in texts(page.columns.columns[0])

    qtbot.mouseClick(button(page.doubts, "Opnieuw plannen"), Left)
    stored = plan_view(dossier).plan
    assert stored is not None
    places = {place.pitch: place.start for place in stored.plan.assignments}
    assert places["K-02"] == SECOND
    assert places["K-01"] >= datetime(2023, 6, 14, 13, 30, tzinfo=BRUSSELS)
    assert not page.doubts.isVisible()
    assert "De sessie heeft nu andere uren." not in texts(page.columns)


def test_a_pitch_in_a_session_that_is_gone_is_given_another_place_by_keyboard(
    qtbot: QtBot, dossier: Dossier
) -> None:
    change_window(dossier, "wo", None)
    page, _ = opened(qtbot, PlanningPage, dossier)
    page.show_object("K-01")
    press(page, "planning.move")
    qtbot.keyClick(page.columns, Key.Key_Return)
    stored = plan_view(dossier).plan
    assert stored is not None
    assert next(it.window for it in stored.plan.assignments if it.pitch == "K-01") in {"wo", "vr"}


# who of the jury has to be asked


def test_who_has_to_be_asked_is_named_until_they_have_answered(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    assert not page.unanswered.isVisible()
    change_window(dossier, "", replace(THURSDAY, id=""))
    page, shell = opened(qtbot, PlanningPage, dossier)
    assert texts(page.unanswered) == [
        "Vraag opnieuw wie kan op do 15/06/2023 13:00–17:00: Jurylid 1, Jurylid 2, Jurylid 3."
    ]
    qtbot.mouseClick(button(page.unanswered, "Beschikbaarheid…"), Left)
    assert shell.visits == [("jury", "availability")]
    qtbot.mouseClick(button(page.unanswered, "Allen hebben geantwoord"), Left)
    assert not page.unanswered.isVisible()
    assert shell.said == ["Genoteerd: alle juryleden hebben geantwoord over do 15/06/2023 13:00–17:00."]
    shell.undo()
    QApplication.processEvents()
    assert page.unanswered.isVisible()
    assert nameless(page) == []


def test_an_hour_that_cannot_be_read_keeps_the_session_open(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, _ = opened(qtbot, PlanningPage, dossier)
    dialog = dialog_of(page)
    qtbot.mouseClick(dialog.change, Left)
    form = form_of(dialog)
    active(qtbot, form)
    qtbot.mouseDClick(form.start.lineEdit(), Left)
    qtbot.keyClicks(form.start, "25:30")
    qtbot.keyClick(form, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isVisible()
    assert "“25:30” is niet te lezen. Typ het zoals 13:00." in texts(form)
    assert windows(dossier) == a_call().windows


def test_an_hour_is_typed_over_and_other_rooms_are_told(
    qtbot: QtBot, dossier: Dossier, dutch: object
) -> None:
    page, shell = opened(qtbot, PlanningPage, dossier)
    shell.answers.append(Answer("yes"))
    dialog = dialog_of(page)
    dialog.table.setFocus()
    qtbot.mouseClick(dialog.change, Left)
    form = form_of(dialog)
    active(qtbot, form)
    qtbot.mouseClick(form.start.lineEdit(), Left)
    qtbot.keyClick(form.start, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(form.start, "13:30")
    qtbot.keyClick(form.start, Key.Key_Tab)
    form.names.setText("Zaal A, Zaal B")
    qtbot.mouseClick(form.keep, Left)

    assert windows(dossier)[0].start == WEDNESDAY.start + timedelta(minutes=30)
    assert shell.questions[0].text.splitlines()[:3] == [
        "wo 14/06/2023 13:00–17:00 → wo 14/06/2023 13:30–17:00",
        "",
        "Zalen: 1 → Zaal A, Zaal B.",
    ]
    assert "Zalen: 1 → Zaal A, Zaal B." in shell.said[-1]
