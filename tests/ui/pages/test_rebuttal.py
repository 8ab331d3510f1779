"""Weerwoord: the term of each decision, what came in, the answers and how it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Entitled, Point, RebuttalOutcome
from jury_desktop.services.letter_fate import record_bounce
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import conclude_rebuttal, terms
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.rebuttal import RebuttalPage
from jury_desktop.ui.pages.rebuttal.details import AnswerForm
from jury_desktop.ui.pages.rebuttal.register import RegisterDialog
from jury_desktop.ui.pages.rebuttal.steps import REFUSED
from tests.builders import a_candidacy, a_letter
from tests.services.arriving import from_candidate
from tests.services.scenario import a_dossier
from tests.ui.conftest import settle
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts

SENT = datetime(2023, 7, 7, 10, 0, tzinfo=BRUSSELS)
TODAY = datetime(2023, 7, 13, 9, 0, tzinfo=BRUSSELS)
POINT = Point("De score voor vindplaatsen klopt niet.", "outreach")


def two_refused(now: datetime = TODAY) -> Dossier:
    """Two candidates who were told on 7 July that they were not selected."""
    candidacies = [a_candidacy(1), a_candidacy(2)]
    dossier = a_dossier(candidacies, now=now)
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"%PDF")
        for candidacy in candidacies:
            letter = a_letter(candidacy, type="not_selected", state=LetterState.SENT, pdf=pdf)
            uow.letters.save(replace(letter, channel="email", sent_at=SENT))
        uow.journal.append("letter.sent", "candidacy", "K-01")
    return dossier


def with_rebuttal(days: int = 3, entitled: Entitled = Entitled.YES) -> Dossier:
    """K-01 answered some days after its letter."""
    dossier = two_refused(SENT + timedelta(days=days + 1))
    register_rebuttal(
        dossier, "l-c1", from_candidate(SENT + timedelta(days=days), entitled=entitled), (POINT,)
    )
    return dossier


def form(page: RebuttalPage) -> AnswerForm:
    return page.details.forms[0]


def dialog_of(page: RebuttalPage) -> RegisterDialog:
    press(page, "rebuttal.register")
    dialog = page.findChild(RegisterDialog)
    assert isinstance(dialog, RegisterDialog)
    return dialog


# terms


def test_before_a_decision_was_sent_it_points_to_the_letters(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, RebuttalPage, a_dossier([a_candidacy()]))
    assert page.is_empty
    qtbot.mouseClick(button(page, "Naar brieven"), Qt.MouseButton.LeftButton)
    assert shell.visits == [("letters", "")]
    assert not can_press(page, "rebuttal.register")


def test_each_decision_shows_its_last_day_and_how_it_was_counted(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, RebuttalPage, two_refused())
    model = page.table.rows
    row = [str(model.data(model.index(0, at))) for at in range(6)]
    assert row == ["K-01", "Ankerpunt vzw", "Niet geselecteerd", "24/07/2023", "nog 11 dagen", ""]
    shown = texts(page.details)
    assert "Laatste dag: maandag 24 juli 2023, 23:59" in shown
    assert "Er kwam geen weerwoord binnen." in shown
    assert page.subtitle() == "2 lopende termijnen"


# registering


def test_the_last_hour_that_a_letter_names_is_told_by_the_clock_of_brussels(
    qtbot: QtBot, dutch: object
) -> None:
    dossier = two_refused()
    with dossier.change() as uow:
        printed = datetime(2023, 7, 25, 21, 59, tzinfo=UTC)
        uow.letters.save(replace(uow.letters.get("l-c1"), term_end=printed))
        uow.journal.append("letter.sent", "candidacy", "K-01")
    page, _ = opened(qtbot, RebuttalPage, dossier)
    page.show_object("K-01")
    told = "Laatste dag: dinsdag 25 juli 2023, 23:59"
    assert told in texts(page.details)
    tips = [page.table.rows.data(page.table.rows.index(at, 4), Qt.ItemDataRole.ToolTipRole) for at in (0, 1)]
    assert told in tips, "a narrow window shows the term and no last day"


def test_a_rebuttal_is_registered_with_its_arguments(qtbot: QtBot, dutch: object) -> None:
    dossier = two_refused()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    dialog = dialog_of(page)
    qtbot.keyClicks(dialog.points[0].text, "De score klopt niet.")
    dialog.points[0].item.setCurrentIndex(1)
    qtbot.mouseClick(button(dialog, "Nog een argument"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.points[1].text, "De termijn was kort.")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    kept = terms(dossier)[0].rebuttals[0]
    assert [(point.text, bool(point.item)) for point in kept.points] == [
        ("De score klopt niet.", True),
        ("De termijn was kort.", False),
    ]
    assert (kept.received_at, kept.channel) == (TODAY, "hand")
    assert form(page).is_open


def test_of_two_letters_to_a_candidate_the_dialog_says_which_is_answered(qtbot: QtBot, dutch: object) -> None:
    dossier = two_refused()
    with dossier.change() as uow:
        uow.letters.save(replace(uow.letters.get("l-c1"), id="l-first", type="not_shortlisted"))
        uow.journal.append("letter.sent", "candidacy", "K-01")
    page, _ = opened(qtbot, RebuttalPage, dossier)
    box = dialog_of(page).letter
    assert {box.itemText(at) for at in range(1, box.count())} == {
        "K-01 Ankerpunt vzw · Niet weerhouden",
        "K-01 Ankerpunt vzw · Niet geselecteerd",
        "K-02 De Brug vzw",
    }


def test_a_closed_dialog_is_freed(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, RebuttalPage, two_refused())
    dialog = dialog_of(page)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert not shiboken6.isValid(dialog)
    assert page.findChild(RegisterDialog) is None


def test_without_an_argument_the_dialog_stays_and_says_so(qtbot: QtBot, dutch: object) -> None:
    dossier = two_refused()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    dialog = dialog_of(page)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "Noteer minstens één argument." in texts(dialog)
    assert terms(dossier)[0].rebuttals == ()
    dialog.close()


def test_control_enter_keeps_the_rebuttal(qtbot: QtBot) -> None:
    dossier = two_refused()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    dialog = dialog_of(page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.points[0].text)
    qtbot.keyClicks(dialog.points[0].text, "Graag herbekijken.")
    qtbot.keyClick(dialog.points[0].text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [p.text for p in terms(dossier)[0].rebuttals[0].points] == ["Graag herbekijken."]


def test_a_letter_that_came_back_is_marked_at_its_term(qtbot: QtBot, dutch: object) -> None:
    dossier = two_refused()
    record_bounce(dossier, "l-c1", TODAY, "Postvak onbekend")
    page, _ = opened(qtbot, RebuttalPage, dossier)
    page.show_object("K-01")
    back = "De brief kwam terug op 13 juli 2023 09:00: Postvak onbekend. Verstuur hem opnieuw bij Brieven."
    assert {"kwam terug", back} <= set(texts(page.details))


def test_who_answered_a_letter_that_came_back_has_it(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    record_bounce(dossier, "l-c1", SENT + timedelta(days=1), "Postvak onbekend")
    page, _ = opened(qtbot, RebuttalPage, dossier)
    page.show_object("K-01")
    back = "De brief kwam terug op 8 juli 2023 10:00: Postvak onbekend."
    assert f"{back} De kandidaat antwoordde, dus kreeg hij hem." in texts(page.details)
    assert "kwam terug" not in texts(page.details)


def came_on(qtbot: QtBot, dialog: RegisterDialog, typed: str) -> None:
    """Type over the whole of the field and keep the rebuttal."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.points[0].text)
    dialog.received.setFocus()
    qtbot.keyClick(dialog.received, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.received, typed)
    dialog.points[0].text.setPlainText("Graag herbekijken.")
    qtbot.keyClick(dialog.received, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_day_typed_over_the_whole_field_is_the_day_it_came(qtbot: QtBot) -> None:
    dossier = two_refused()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    came_on(qtbot, dialog_of(page), "10/07/2023 08:30")
    came = datetime(2023, 7, 10, 8, 30, tzinfo=BRUSSELS)
    assert [rebuttal.received_at for rebuttal in terms(dossier)[0].rebuttals] == [came]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("20/07/2023 09:00", "Kies ten laatste 13/07/2023 09:00."),
        ("05/07/2023 09:00", "De brief vertrok pas op 07/07/2023."),
        ("31/06/2023 09:00", "“31/06/2023 09:00” is niet te lezen. Typ het zoals 13/07/2023 09:00."),
    ],
    ids=["to come", "before the letter left", "no day"],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(
    qtbot: QtBot, dutch: object, typed: str, said: str
) -> None:
    dossier = two_refused()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    dialog = dialog_of(page)
    came_on(qtbot, dialog, typed)
    assert dialog.isVisible()
    assert (dialog.received.text(), said in texts(dialog)) == (typed, True)
    assert terms(dossier)[0].rebuttals == ()
    assert nameless(dialog) == []


def test_escape_asks_before_it_throws_away_what_was_typed(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, RebuttalPage, two_refused())
    dialog = dialog_of(page)
    qtbot.keyClicks(dialog.points[0].text, "Onze partners tellen niet mee.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    question = dialog.findChild(QuestionDialog)
    assert question.question.title == "Wat je typte weggooien?"
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.points[0].text.toPlainText()) == (
        True,
        "Onze partners tellen niet mee.",
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    qtbot.mouseClick(dialog.findChild(QuestionDialog).buttons["away"], Qt.MouseButton.LeftButton)
    settle()
    assert not shiboken6.isValid(dialog)


# answering and concluding


def test_a_rebuttal_is_answered_and_concluded(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    assert {"op tijd", "te beantwoorden"} <= set(texts(page.details))
    qtbot.keyClicks(form(page).answers[0], "De jury blijft bij haar score.")
    form(page).reasons.setPlainText("Geen nieuwe feiten.")
    qtbot.mouseClick(form(page).end, Qt.MouseButton.LeftButton)
    ended = terms(dossier)[0].rebuttals[0]
    assert (ended.outcome, ended.outcome_text) == (RebuttalOutcome.CONFIRMED, "Geen nieuwe feiten.")
    assert {"ongegrond", "De jury blijft bij haar score.", "Geen nieuwe feiten."} <= set(texts(page.details))


def test_what_came_too_late_is_proposed_as_not_admissible(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal(days=30)
    page, _ = opened(qtbot, RebuttalPage, dossier)
    assert "te laat" in texts(page.details)
    form(page).reasons.setPlainText("De termijn was voorbij.")
    qtbot.mouseClick(form(page).end, Qt.MouseButton.LeftButton)
    assert terms(dossier)[0].rebuttals[0].outcome is RebuttalOutcome.INADMISSIBLE


def test_without_reasons_the_answers_are_kept_but_nothing_is_concluded(qtbot: QtBot) -> None:
    dossier = with_rebuttal()
    page, shell = opened(qtbot, RebuttalPage, dossier)
    form(page).answers[0].setPlainText("De jury blijft bij haar score.")
    qtbot.mouseClick(form(page).end, Qt.MouseButton.LeftButton)
    kept = terms(dossier)[0].rebuttals[0]
    assert (kept.outcome, kept.points[0].answer) == (RebuttalOutcome.OPEN, "De jury blijft bij haar score.")
    assert len(shell.notices) == 1
    assert not form(page).unsaved.isVisible()


def test_answers_can_be_kept_and_taken_back(qtbot: QtBot) -> None:
    dossier = with_rebuttal()
    page, shell = opened(qtbot, RebuttalPage, dossier)
    form(page).answers[0].setPlainText("Eerste antwoord.")
    qtbot.mouseClick(form(page).keep, Qt.MouseButton.LeftButton)
    kept = terms(dossier)[0].rebuttals[0]
    assert kept.points[0].answer == "Eerste antwoord."
    inverse = shell.done[0].inverse
    assert inverse is not None
    inverse(kept)(dossier, JobContext(shell.progress.append))
    assert terms(dossier)[0].rebuttals[0].points[0].answer == ""


# what was typed is not lost


def test_an_unsaved_answer_stays_while_another_row_is_looked_at(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, RebuttalPage, with_rebuttal())
    form(page).answers[0].setPlainText("Nog niet af")
    assert "niet bewaard" in texts(page.details)
    page.show_object("K-02")
    assert page.details.forms == []
    page.show_object("K-01")
    assert form(page).answers[0].toPlainText() == "Nog niet af"
    assert "niet bewaard" in texts(page.details)


def test_leaving_the_page_keeps_what_was_answered(qtbot: QtBot) -> None:
    dossier = with_rebuttal()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    qtbot.keyClicks(form(page).answers[0], "De vindplaatsen staan in bijlage 2.")
    qtbot.keyClicks(form(page).reasons, "De jury blijft bij haar oordeel.")
    page.table.choose("l-c2")

    assert page.leave()
    assert terms(dossier)[0].rebuttals[0].outcome_text == "De jury blijft bij haar oordeel."
    page.refresh(EVERYTHING)
    page.table.choose("l-c1")
    assert form(page).reasons.toPlainText() == "De jury blijft bij haar oordeel."
    assert form(page).draft() is None
    assert [point.answer for point in terms(dossier)[0].rebuttals[0].points] == [
        "De vindplaatsen staan in bijlage 2."
    ]


def test_an_unsaved_answer_stays_when_another_rebuttal_comes_in(qtbot: QtBot) -> None:
    dossier = with_rebuttal()
    page, _ = opened(qtbot, RebuttalPage, dossier)
    form(page).answers[0].setPlainText("Nog niet af")
    register_rebuttal(dossier, "l-c2", from_candidate(TODAY, "hand"), (POINT,))
    register_rebuttal(dossier, "l-c1", from_candidate(TODAY, "hand"), (POINT,))
    page.refresh(EVERYTHING)
    assert [len(page.details.forms), form(page).answers[0].toPlainText()] == [2, "Nog niet af"]


def test_of_several_rebuttals_the_list_tells_how_many_wait(qtbot: QtBot, dutch: object) -> None:
    dossier = with_rebuttal()
    later = from_candidate(SENT + timedelta(days=4), "hand")
    kept = register_rebuttal(dossier, "l-c1", later, (POINT,))
    page, _ = opened(qtbot, RebuttalPage, dossier)

    def told(role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
        page.refresh(EVERYTHING)
        return str(page.table.rows.data(page.table.rows.index(0, 5), role))

    assert told() == "2 · te beantwoorden"
    conclude_rebuttal(dossier, kept.id, RebuttalOutcome.INADMISSIBLE, "Dubbel.")
    assert told() == "1 van 2 · te beantwoorden"
    assert told(Qt.ItemDataRole.ToolTipRole).splitlines() == [
        "10 juli 2023 10:00: te beantwoorden",
        "11 juli 2023 10:00: niet ontvankelijk",
    ]
    conclude_rebuttal(dossier, form(page).rebuttal.id, RebuttalOutcome.WITHDRAWN, "")
    assert told() == "2 · afgehandeld"


def test_why_it_could_not_end_is_over_once_one_writes_on(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, RebuttalPage, with_rebuttal())
    qtbot.keyClicks(form(page).reasons, "Daarom.")
    qtbot.mouseClick(form(page).end, Qt.MouseButton.LeftButton)
    assert [notice.topic for notice in shell.notices] == [REFUSED]
    qtbot.keyClicks(form(page).answers[0], "Dia 6 noemt ze niet.")
    assert shell.notices == []


# keyboard and screen reader


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, RebuttalPage, with_rebuttal())
    passed = tabbed(qtbot, page, page.table)
    wanted = {form(page).answers[0], form(page).outcomes, form(page).reasons, form(page).keep, form(page).end}
    assert wanted <= set(passed)
    assert nameless(page) == []


def test_in_a_narrow_window_the_names_stay_readable(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, RebuttalPage, two_refused())
    page.resize(1040, 640)
    assert page.table.columnWidth(1) >= 120
    assert not page.table.isColumnHidden(0)
