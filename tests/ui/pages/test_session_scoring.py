"""Pitchsessie: scoring on the spot, which pitch that is, and a pitch that nobody heard yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.session import PitchState
from jury_desktop.ui.pages.session import SessionPage
from jury_desktop.ui.pages.session.juror_dialog import JurorDialog
from jury_desktop.ui.shell import Answer
from tests.services.sessioning import ONE, TWO, Clock, in_session, scored
from tests.ui.doubles import DirectShell
from tests.ui.pages.at_session import asked, at_minute, chip, kept, order, session, sit
from tests.ui.pages.driving import can_press, opened, press, texts

# scoring on the spot


def test_a_juror_scores_submits_and_leaves(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    press(page, "session.score")
    assert not can_press(page, "session.submit")
    sit(page, "Jurylid 1")
    for item in page.scoring.form.items:
        qtbot.keyClick(item.scale, Qt.Key.Key_3)
        item.comment.setPlainText("Duidelijk.")
    page.scoring.keeper.save()
    shell.answers = [Answer("submit")]  # although no goal is marked
    press(page, "session.submit")
    assert shell.dossier is not None
    with shell.dossier.read() as uow:
        [sheet] = uow.sheets.find(juror="j1", candidacy=ONE.id, round=Round.PITCH)
    assert sheet.submitted
    assert not page.scoring.sitting
    assert page.scoring.form.isHidden()
    assert page.scoring.who.itemText(0) == "Jurylid 1 · ingediend"


def test_the_notes_are_out_of_sight_from_before_anybody_sits_down(qtbot: QtBot) -> None:
    page, _ = session(qtbot)
    press(page, "session.score")
    assert page.notes.isHidden()
    assert not can_press(page, "session.note")
    press(page, "session.order")
    assert not page.notes.isHidden()
    assert can_press(page, "session.note")


def test_who_sits_down_is_promised_no_more_than_is_kept(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    press(page, "session.score")
    told = "Kies hierboven je eigen naam. Wat je indient, blijft verzegeld tot de ronde opengaat."
    assert told in texts(page.scoring)


def test_back_at_the_session_nobody_s_sheet_is_on_show(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    press(page, "session.score")
    sit(page, "Jurylid 2")
    press(page, "session.order")
    assert not page.is_scoring
    press(page, "session.score")
    assert not page.scoring.sitting
    assert page.scoring.form.isHidden()


def test_who_is_absent_cannot_sit_down(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    chip(page, "Jurylid 2 · Gemeente 2: afwezig")
    asked(page, JurorDialog).keep.click()
    press(page, "session.score")
    box = page.scoring.who
    assert [box.itemData(row) for row in range(box.count())] == ["j1", "j3"]
    assert "Niet bij deze pitch, en dus geen score: Jurylid 2." in texts(page.scoring)


def test_only_that_somebody_submitted_is_shown(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, SessionPage, in_session(Clock(), [scored(1, 1)]))
    pills = [text for text in texts(page.stage.panel) if text in {"ingediend", "te beoordelen"}]
    assert pills == ["ingediend", "te beoordelen", "te beoordelen"]
    model = page.order.table.rows
    assert [str(model.data(model.index(row, 4))) for row in (0, 1)] == ["1/3", "0/3"]


def test_who_scores_keeps_sight_of_the_clock(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    press(page, "session.clock")
    press(page, "session.score")
    at_minute(page, shell, clock, 5)
    assert "Pitch 15:00" in texts(page.scoring)


# which pitch is scored


def after_the_first(qtbot: QtBot, *submitted: int) -> tuple[SessionPage, DirectShell]:
    """The first pitch has just been held, in a session kept by the clock; so many jurors have scored it."""
    dossier = in_session(Clock(36), [scored(juror, 1) for juror in submitted])
    page, shell = opened(qtbot, SessionPage, dossier)
    for action in ("session.clock", "session.end"):
        press(page, action)
    return page, shell


def on_show(page: SessionPage) -> str:
    pitch = page.pitch()
    assert pitch is not None
    return pitch.candidacy.reference


def score_button(page: SessionPage) -> str:
    return next(action.text for action in page.page_actions() if action.id == "session.score")


def test_after_a_pitch_it_is_the_one_just_heard_that_is_scored(qtbot: QtBot, dutch: object) -> None:
    page, shell = after_the_first(qtbot, 1)
    assert (on_show(page), score_button(page)) == ("K-02", "K-01 beoordelen")
    press(page, "session.score")
    assert (on_show(page), shell.questions) == ("K-01", [])
    sit(page, "Jurylid 2")
    view = page.scoring.form.view
    assert view is not None
    assert (view.juror.id, view.candidacy.reference) == ("j2", "K-01")


def test_back_at_the_session_the_pitch_that_comes_is_on_show_again(qtbot: QtBot, dutch: object) -> None:
    page, _ = after_the_first(qtbot)
    press(page, "session.score")
    press(page, "session.order")
    assert (page.is_scoring, on_show(page)) == (False, "K-02")
    assert page.page_actions()[0].text == "Pitch starten"


def test_once_the_next_pitch_goes_on_that_is_the_one_that_is_scored(qtbot: QtBot, dutch: object) -> None:
    page, _ = after_the_first(qtbot)
    press(page, "session.clock")
    assert score_button(page) == "K-02 beoordelen"
    press(page, "session.score")
    assert (page.is_scoring, on_show(page)) == (True, "K-02")


def test_a_pitch_that_nobody_heard_yet_is_not_scored(qtbot: QtBot, dutch: object) -> None:
    page, shell = after_the_first(qtbot, 1, 2, 3)
    assert score_button(page) == "K-02 beoordelen"
    press(page, "session.score")
    assert [question.title for question in shell.questions] == ["K-02 is nog niet gehoord"]
    assert not page.is_scoring
    assert page.pitch() is page.order.table.current()


def test_one_that_was_heard_without_the_clock_is_noted_as_held_and_scored(
    qtbot: QtBot, dutch: object
) -> None:
    page, shell = after_the_first(qtbot, 1, 2, 3)
    shell.answers = [Answer("heard")]
    press(page, "session.score")
    assert (page.is_scoring, on_show(page), order(page)[1]) == (True, "K-02", ("K-02", "held"))
    press(page, "session.order")
    page.order.table.choose("K-02")
    assert "Gehoord zonder klok" in texts(page.stage.clock)
    shell.undo()
    assert order(page)[1] == ("K-02", "to_come")


def test_that_can_be_noted_by_itself(qtbot: QtBot, dutch: object) -> None:
    page, shell = after_the_first(qtbot)
    press(page, "session.heard")
    assert kept(shell, TWO.id).state is PitchState.HELD
    assert not can_press(page, "session.heard")
    page.order.table.choose("K-03")
    assert score_button(page) == "K-02 beoordelen"


def test_who_scores_does_not_pass_on_to_a_pitch_that_nobody_heard(qtbot: QtBot, dutch: object) -> None:
    page, _ = after_the_first(qtbot)
    press(page, "session.score")
    press(page, "session.next")
    assert (page.is_scoring, on_show(page)) == (False, "K-02")


def test_where_nobody_uses_the_clock_every_pitch_can_be_scored(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    page.order.table.choose("K-03")
    assert score_button(page) == "K-03 beoordelen"
    press(page, "session.score")
    assert (page.is_scoring, on_show(page), shell.questions) == (True, "K-03", [])
    assert not can_press(page, "session.heard")


def test_a_clock_that_was_stopped_goes_on_with_the_coloured_button(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    press(page, "session.clock")
    press(page, "session.clock")
    assert page.page_actions()[0].text == "Verdergaan" == page.stage.clock.start.text()
    press(page, "session.advance")
    assert kept(shell).running


def test_who_sits_down_sees_which_pitch_is_scored(qtbot: QtBot, dutch: object) -> None:
    page, _ = after_the_first(qtbot)
    press(page, "session.score")
    assert "Wie beoordeelt K-01 Ankerpunt vzw?" in texts(page.scoring)
