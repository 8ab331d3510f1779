"""What the form of a rebuttal offers beside answers: mend, put off, take back, try other scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.journal import Event
from jury_desktop.domain.rebuttal import Entitled, RebuttalOutcome
from jury_desktop.services.journal_words import changes
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttals import conclude_rebuttal, terms
from jury_desktop.services.record import as_json
from jury_desktop.services.soundness import verify
from jury_desktop.ui.final import Final
from jury_desktop.ui.pages.rebuttal import RebuttalPage
from jury_desktop.ui.pages.rebuttal.details import Trace
from jury_desktop.ui.pages.rebuttal.effect_dialog import EffectDialog
from jury_desktop.ui.pages.rebuttal.extend_dialog import ExtendDialog
from jury_desktop.ui.pages.rebuttal.register import RegisterDialog
from jury_desktop.ui.pages.rebuttal.words import outcome_name
from jury_desktop.ui.widgets.form import bring_into_view
from tests.builders import NOW, a_candidacy, a_letter, a_rebuttal
from tests.services.test_rebuttal_effect import REASON, events, sheets, third_of_three
from tests.ui.pages.driving import button, nameless, opened, texts
from tests.ui.pages.test_rebuttal import with_rebuttal

LEFT = Qt.MouseButton.LeftButton


def last(page: RebuttalPage, kind: type) -> object:
    return page.findChildren(kind)[-1]


def control_enter(qtbot: QtBot, dialog: QWidget) -> None:
    """Keep what stands in a dialog, by keyboard."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def undo(shell: object, dossier: Dossier) -> None:
    """Take the last step back, as Ctrl+Z does."""
    operation, result = shell.done[-1], shell.results[-1]  # type: ignore[attr-defined]
    operation.inverse(result)(dossier, None)


def the_rebuttal(dossier: Dossier) -> object:
    return next(row.rebuttals[0] for row in terms(dossier) if row.rebuttals)


def test_the_reckoning_is_folded_away_where_there_is_a_rebuttal(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, RebuttalPage, with_rebuttal())
    mailed = "De brief is op deze dag per e-mail verstuurd; de termijn begint de dag erna."
    assert mailed not in texts(page.details)
    qtbot.keyClick(page.details.findChild(Trace).fold, Qt.Key.Key_Space)
    assert mailed in texts(page.details)


@pytest.mark.parametrize(
    ("pressed", "judged"),
    [("Mag namens de organisatie spreken", Entitled.YES), ("Mag dat niet", Entitled.NO)],
)
def test_who_handed_it_in_is_judged_where_that_is_asked(
    pressed: str, judged: Entitled, qtbot: QtBot, dutch: object
) -> None:
    dossier = with_rebuttal(entitled=Entitled.TO_CHECK)
    before = the_rebuttal(dossier)
    page, shell = opened(qtbot, RebuttalPage, dossier)
    qtbot.mouseClick(button(page, pressed), LEFT)
    assert the_rebuttal(dossier) == replace(before, entitled=judged)
    assert not any(text.startswith("Ga na of") for text in texts(page.details))
    undo(shell, dossier)
    assert the_rebuttal(dossier) == before


def test_a_registration_is_mended_with_its_undo(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    before = the_rebuttal(dossier)
    page, shell = opened(qtbot, RebuttalPage, dossier)
    qtbot.mouseClick(button(page, "Verbeteren…"), LEFT)
    dialog = last(page, RegisterDialog)
    assert isinstance(dialog, RegisterDialog)
    assert (dialog.letter.isEnabled(), dialog.points[0].text.toPlainText()) == (False, before.points[0].text)
    qtbot.keyClicks(dialog.who, "Omar Said")
    dialog.entitled.setCurrentIndex(dialog.entitled.findData(Entitled.NO.value))
    control_enter(qtbot, dialog)
    mended = the_rebuttal(dossier)
    assert mended == replace(before, submitted_by="Omar Said", entitled=Entitled.NO)
    assert "Omar Said mag niet namens de organisatie spreken." in texts(page.details)
    assert page.details.forms[0].outcomes.currentData() == RebuttalOutcome.INADMISSIBLE
    undo(shell, dossier)
    assert the_rebuttal(dossier) == before


def test_the_answer_is_put_off_with_a_reason_and_its_undo(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    page, shell = opened(qtbot, RebuttalPage, dossier)
    assert "maandag 24 juli 2023 · nog 13 dagen" in texts(page.details)
    qtbot.mouseClick(button(page, "Uitstellen…"), LEFT)
    dialog = last(page, ExtendDialog)
    assert isinstance(dialog, ExtendDialog)
    assert (dialog.day.minimumDate(), dialog.keep.isEnabled()) == (QDate(2023, 7, 25), False)
    assert nameless(dialog) == []
    assert dialog.day.date() == QDate(2023, 7, 31)
    dialog.day.setDate(QDate(2023, 8, 18))
    qtbot.keyClicks(dialog.reason, "De jury vergadert op 17 augustus.")
    control_enter(qtbot, dialog)
    assert the_rebuttal(dossier).answer_by == date(2023, 8, 18)
    assert {"vrijdag 18 augustus 2023 · nog 38 dagen", "De jury vergadert op 17 augustus."} <= set(
        texts(page.details)
    )
    undo(shell, dossier)
    assert the_rebuttal(dossier).answer_by is None


def test_an_answer_that_is_overdue_shows_in_list_and_form(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    later = replace(dossier, now=lambda: dossier.now() + timedelta(days=20))
    page, _ = opened(qtbot, RebuttalPage, later)
    model = page.table.rows
    assert str(model.data(model.index(0, 5))) == "antwoord te laat"
    said = texts(page.details)
    assert "maandag 24 juli 2023 · 7 dagen te laat" in said
    assert "De dag voor het antwoord is er of is voorbij: antwoord, of stel het met een reden uit." in said


def test_a_registration_is_taken_back(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    page, shell = opened(qtbot, RebuttalPage, dossier)
    qtbot.mouseClick(button(page, "Terugnemen"), LEFT)
    assert all(not row.rebuttals for row in terms(dossier))
    assert shell.said == ["De registratie is teruggenomen; het logboek bewaart ze."]


def test_a_candidate_takes_a_rebuttal_back(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    form = page.details.forms[0]
    form.outcomes.setCurrentIndex(form.outcomes.findData(RebuttalOutcome.WITHDRAWN.value))
    qtbot.keyClicks(form.reasons, "Per mail van 12 juli.")
    qtbot.mouseClick(form.end, LEFT)
    assert the_rebuttal(dossier).outcome is RebuttalOutcome.WITHDRAWN
    assert {"ingetrokken", "Per mail van 12 juli."} <= set(texts(page.details))


def test_an_end_is_taken_back_also_days_later(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    key = the_rebuttal(dossier).id
    conclude_rebuttal(dossier, key, RebuttalOutcome.INADMISSIBLE, "Te laat.")
    page, shell = opened(qtbot, RebuttalPage, dossier)
    qtbot.mouseClick(button(page, "Besluit terugnemen"), LEFT)
    assert page.details.forms[0].is_open
    undo(shell, dossier)
    ended = the_rebuttal(dossier)
    assert (ended.outcome, ended.outcome_text) == (RebuttalOutcome.INADMISSIBLE, "Te laat.")


def test_an_outcome_that_the_user_chose_stays_whatever_the_rulings_say(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, RebuttalPage, with_rebuttal())
    form = page.details.forms[0]
    form.rulings[0].setCurrentIndex(form.rulings[0].findData("founded"))
    assert form.outcomes.currentData() == RebuttalOutcome.REVISED
    form.outcomes.setCurrentIndex(form.outcomes.findData(RebuttalOutcome.IN_PART.value))
    form.outcomes.activated.emit(form.outcomes.currentIndex())
    form.rulings[0].setCurrentIndex(form.rulings[0].findData("unfounded"))
    assert form.outcomes.currentData() == RebuttalOutcome.IN_PART


# other scores


def effect(qtbot: QtBot, page: RebuttalPage) -> EffectDialog:
    qtbot.mouseClick(button(page, "Gevolg voor score en plaats…"), LEFT)
    dialog = last(page, EffectDialog)
    assert isinstance(dialog, EffectDialog)
    return dialog


def test_other_scores_are_tried_without_keeping_anything(qtbot: QtBot, dutch: object) -> None:
    dossier, _ = third_of_three()
    before = sheets(dossier), events(dossier)
    page, _ = opened(qtbot, RebuttalPage, dossier)
    dialog = effect(qtbot, page)
    assert dialog.item.currentData() == "outreach"
    assert "Dit zijn de scores zoals ze zijn." in texts(dialog)
    assert nameless(dialog) == []
    for at in range(dialog.item.count()):
        dialog.item.setCurrentIndex(at)
        for box in dialog.boxes.values():
            box.setValue(5)
    rows = dialog.table.rows
    places = [[str(rows.data(rows.index(at, column))) for column in (0, 5, 6)] for at in range(3)]
    assert places == [["K-01", "1", "1–2"], ["K-03", "3", "1–2"], ["K-02", "2", "3"]]
    told = "Ook anderen zouden verschuiven: K-01, K-02. Hun brieven noemen dan een andere plaats."
    assert told in texts(dialog)
    dialog.reject()
    assert (sheets(dossier), events(dossier)) == before


def test_scores_are_changed_with_a_reason_and_the_decision_waits(qtbot: QtBot, dutch: object) -> None:
    dossier, _ = third_of_three()
    page, shell = opened(qtbot, RebuttalPage, dossier)
    dialog = effect(qtbot, page)
    box = next(iter(dialog.boxes.values()))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.reason, REASON)
    qtbot.mouseClick(dialog.keep, LEFT)
    assert events(dossier)[-1] == "sheet.amended"
    assert shell.said == ["1 beoordeling gewijzigd met een reden. De beslissing wacht bij Deliberatie."]
    assert shell.done[-1].inverse is Final.REASON
    assert verify(dossier).ok


def test_from_the_scores_to_the_deliberation(qtbot: QtBot, dutch: object) -> None:
    dossier, _ = third_of_three()
    page, shell = opened(qtbot, RebuttalPage, dossier)
    qtbot.mouseClick(effect(qtbot, page).decide, LEFT)
    assert shell.visits == [("deliberation", "K-03")]


def test_scores_as_they_are_come_back(qtbot: QtBot, dutch: object) -> None:
    dossier, _ = third_of_three()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    dialog = effect(qtbot, page)
    box = next(iter(dialog.boxes.values()))
    before = box.value()
    box.setValue(5)
    qtbot.mouseClick(dialog.reset, LEFT)
    assert next(iter(dialog.boxes.values())).value() == before
    assert not dialog.reset.isEnabled()


def test_in_a_narrow_window_no_field_is_cut_off(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, RebuttalPage, with_rebuttal())
    page.resize(1040, 640)
    QApplication.processEvents()
    form = page.details.forms[0]
    for field in (form.answers[0], form.rulings[0], form.outcomes, form.reasons, form.end):
        bring_into_view(field)
        QApplication.processEvents()
        assert field.visibleRegion().boundingRect().width() == field.width()


@pytest.mark.parametrize("outcome", list(RebuttalOutcome))
def test_the_journal_calls_an_outcome_as_the_page_does(outcome: RebuttalOutcome, dutch: object) -> None:
    rebuttal = replace(a_rebuttal(a_letter(a_candidacy())), outcome=outcome)
    event = Event(
        1, NOW, "", "", "rebuttal.concluded", "candidacy", "K-01", "", as_json(rebuttal), "", "", ""
    )
    told = next(change.new for change in changes(event) if change.name == "uitkomst")
    assert told == outcome_name(outcome)
