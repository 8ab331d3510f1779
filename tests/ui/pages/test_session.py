"""Pitchsessie: the running order, the clock, who is there, notes, scoring on the spot, and running late."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Consequence
from jury_desktop.domain.session import Attendance, PitchState
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_runs import ClockStep, keep_notes, turn_clock
from jury_desktop.services.session_windows import change_window
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.session import SessionPage
from jury_desktop.ui.pages.session.candidate_dialog import CandidateDialog
from jury_desktop.ui.pages.session.juror_dialog import JurorDialog
from tests.services.scenario import a_dossier
from tests.services.sessioning import JURORS, ONE, PITCHES, TWO, WEDNESDAY, Clock, at, in_session, place_now
from tests.ui.pages.at_session import asked, at_minute, chip, kept, order, run_of, session, write
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts

# what is on show


def test_without_a_plan_it_points_to_the_planning(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, SessionPage, a_dossier([ONE], JURORS))
    assert page.is_empty
    qtbot.mouseClick(button(page, "Naar planning"), Qt.MouseButton.LeftButton)
    assert shell.visits == [("planning", "")]
    for action in ("clock", "score", "late", "advance", "note"):
        assert not can_press(page, f"session.{action}")


def test_it_opens_on_the_session_of_today_and_the_pitch_that_comes(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    assert order(page) == [("K-01", "to_come"), ("K-02", "to_come"), ("K-03", "to_come")]
    assert page.order.box.currentText() == "Woensdag 14 juni · 13:00–17:00 (vandaag)"
    assert {"Ankerpunt vzw", "13:00–13:35 · K-01", "Straks: 13:35 K-02 De Brug vzw"} <= set(texts(page))


def test_a_session_goes_by_the_name_of_its_room(qtbot: QtBot, dutch: object) -> None:
    dossier = in_session(Clock())
    change_window(dossier, WEDNESDAY.id, replace(WEDNESDAY, room_names=("Zaal A",)))
    page, _ = opened(qtbot, SessionPage, dossier)
    assert page.order.box.currentText() == "Woensdag 14 juni · 13:00–17:00 · Zaal A (vandaag)"


def test_another_session_without_pitches_says_so(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    page.order.session_chosen.emit("vr.1")
    assert order(page) == []
    assert {"Geen pitches in deze sessie.", "Kies een pitch."} <= set(texts(page))
    assert not can_press(page, "session.score")


def test_a_thing_asked_for_is_shown_in_its_session(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    page.order.session_chosen.emit("vr.1")
    page.show_object("K-02")
    assert "De Brug vzw" in texts(page.stage)


def test_with_the_keyboard_one_goes_through_the_pitches(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    press(page, "session.next")
    assert "De Brug vzw" in texts(page.stage)
    press(page, "session.previous")
    press(page, "session.previous")
    assert "Ankerpunt vzw" in texts(page.stage)


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    page, _ = session(qtbot)
    press(page, "session.clock")
    passed = tabbed(qtbot, page, page.order.table)
    clock = page.stage.clock
    assert {page.notes.field, clock.start, clock.next, clock.end, *page.stage.panel.chips()} <= set(passed)
    assert nameless(page) == []


# the clock


def test_the_coloured_button_goes_through_a_pitch_and_on_to_the_next(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    names = []
    for minutes in (1, 21, 31, 36):
        at_minute(page, shell, clock, minutes)
        names.append(page.page_actions()[0].text)
        press(page, "session.advance")
    assert names == ["Pitch starten", "Volgende fase", "Volgende fase", "Pitch afronden"]
    assert (kept(shell).state, kept(shell).started_at, kept(shell).ended_at) == (
        PitchState.HELD,
        at(1),
        at(36),
    )
    assert order(page)[0] == ("K-01", "held")
    assert "De Brug vzw" in texts(page.stage)


def test_it_counts_down_stops_and_goes_on(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    press(page, "session.clock")
    at_minute(page, shell, clock, 5.5)
    assert "14:30" in texts(page.stage.clock)
    press(page, "session.clock")
    assert not page.stage.clock.ticking
    at_minute(page, shell, clock, 60)
    assert "14:30" in texts(page.stage.clock)
    assert "staat stil" in texts(page.stage)


def test_over_time_is_told_in_figures_and_words_and_not_by_colour_alone(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    press(page, "session.clock")
    at_minute(page, shell, clock, 19.5)
    assert page.stage.clock.tone == "warn"
    at_minute(page, shell, clock, 22.25)
    assert {"−2:15", "Pitch · 1/3 · over tijd"} <= set(texts(page.stage.clock))
    assert page.stage.clock.tone == "bad"
    assert page.stage.clock.spoken() == "Pitch: 2:15 over tijd"


def test_a_program_that_crashed_shows_the_same_time_when_it_is_back(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    press(page, "session.clock")
    clock.minutes = 7
    assert shell.dossier is not None
    again, _ = opened(qtbot, SessionPage, shell.dossier)
    assert again.stage.clock.ticking
    again.stage.clock.look()
    assert "13:00" in texts(again.stage.clock)
    assert "Begonnen om 13:00 · klaar rond 13:35" in texts(again.stage.clock)


def test_a_step_of_the_clock_is_undone(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    press(page, "session.clock")
    shell.undo()
    assert run_of(shell) is None
    assert "Nog niet begonnen" in texts(page.stage.clock)


def test_only_a_pitch_that_has_begun_can_be_ended(qtbot: QtBot) -> None:
    page, _ = session(qtbot)
    assert not can_press(page, "session.end")
    assert not page.stage.clock.end.isEnabled()
    press(page, "session.clock")
    assert can_press(page, "session.end")
    assert page.stage.clock.end.isEnabled()
    press(page, "session.end")
    page.order.table.choose("K-01")
    assert not can_press(page, "session.end")


def test_a_pitch_that_goes_on_tells_since_when_and_its_clock_until_when(qtbot: QtBot, dutch: object) -> None:
    clock = Clock(-3)
    page, _ = session(qtbot, clock)
    press(page, "session.clock")
    model = page.order.table.rows
    assert [str(model.data(model.index(row, 0))) for row in (0, 1)] == ["sinds 12:57", "13:35–14:10"]
    told = {"sinds 12:57 · K-01 · gepland om 13:00", "Begonnen om 12:57 · klaar rond 13:32"}
    assert told <= set(texts(page))


def test_another_pitch_on_show_leads_back_to_the_one_that_goes_on(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    press(page, "session.clock")
    page.order.table.choose("K-02")
    press(page, "session.clock")
    assert shell.notices[-1].text != ""
    qtbot.mouseClick(button(page, "K-01 is bezig: toon die pitch"), Qt.MouseButton.LeftButton)
    assert "Ankerpunt vzw" in texts(page.stage)


# notes


def test_notes_are_kept_as_typed_and_stay_with_their_pitch(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    press(page, "session.note")
    qtbot.keyClicks(page.notes.field, "Sterk in Nijlen.")
    qtbot.waitUntil(lambda: run_of(shell) is not None and kept(shell).notes == "Sterk in Nijlen.")
    page.order.table.choose("K-02")
    assert page.notes.field.toPlainText() == ""
    page.order.table.choose("K-01")
    assert page.notes.field.toPlainText() == "Sterk in Nijlen."


def test_what_is_being_typed_survives_a_change_elsewhere(qtbot: QtBot) -> None:
    page, _ = session(qtbot)
    page.notes.field.setPlainText("Half")
    page.refresh(EVERYTHING)
    assert page.notes.field.toPlainText() == "Half"


def test_leaving_the_pitch_or_the_page_keeps_what_was_typed(qtbot: QtBot) -> None:
    page, shell = session(qtbot)
    page.notes.field.setPlainText("Een")
    page.order.table.choose("K-02")
    assert kept(shell).notes == "Een"
    page.notes.field.setPlainText("Twee")
    assert page.leave()
    assert kept(shell, TWO.id).notes == "Twee"


def test_undone_notes_are_shown_as_they_were(qtbot: QtBot) -> None:
    page, shell = session(qtbot)
    page.notes.field.setPlainText("Een")
    page.notes.save()
    shell.undo()
    assert page.notes.field.toPlainText() == ""


# who is there


def test_everybody_present_takes_one_key(qtbot: QtBot) -> None:
    page, shell = session(qtbot)
    press(page, "session.present")
    candidate = kept(shell).candidate
    assert {noted.juror for noted in kept(shell).jurors} == {"j1", "j2", "j3"}
    assert candidate is not None
    assert candidate.attendance is Attendance.PRESENT
    assert not page.stage.panel.everybody.isEnabled()
    shell.undo()
    assert run_of(shell) is None


def test_the_arrow_keys_stay_with_one_person(qtbot: QtBot) -> None:
    page, _ = session(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    chips = page.stage.panel.chips()
    chips[3].setFocus()
    walked = []
    for key in (Qt.Key.Key_Left, *[Qt.Key.Key_Right] * 3, Qt.Key.Key_Down):
        qtbot.keyClick(QApplication.focusWidget(), key)
        walked.append(next(at for at, each in enumerate(chips) if each.hasFocus()))
    assert walked == [3, 4, 5, 5, 5]


def test_what_the_panel_shows_itself_moves_nothing_with_a_notice(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    chip(page, "De kandidaat: aanwezig")
    chip(page, "Jurylid 1 · Gemeente 1: aanwezig")
    press(page, "session.clock")
    press(page, "session.end")
    assert shell.notices == []


def test_an_absent_juror_needs_no_reason_and_none_is_asked(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    asked_for = "Nodig waar de oproep het niet zegt."
    chip(page, "Jurylid 2 · Gemeente 2: afwezig")
    absent = asked(page, JurorDialog)
    assert absent.keep.isEnabled()
    assert asked_for not in texts(absent)
    absent.reject()
    chip(page, "Jurylid 2 · Gemeente 2: te laat")
    assert asked_for in texts(asked(page, JurorDialog))


def test_an_absent_juror_is_asked_about_and_quorum_is_watched(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    chip(page, "Jurylid 2 · Gemeente 2: afwezig")
    dialog = asked(page, JurorDialog)
    assert run_of(shell) is None
    write(dialog, "Ziek")
    dialog.keep.click()
    noted = kept(shell).juror("j2")
    assert noted is not None
    assert (noted.attendance, noted.scores, noted.reason) == (Attendance.ABSENT, False, "Ziek")
    told = texts(page.stage.panel)
    assert "2 juryleden scoren deze pitch; de oproep vraagt er 3." in told
    assert told.count("scoort niet") == 1
    shell.undo()
    assert run_of(shell) is None


def test_an_absence_for_the_rest_of_the_session_is_one_step(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    chip(page, "Jurylid 2 · Gemeente 2: afwezig")
    dialog = asked(page, JurorDialog)
    dialog.rest.setChecked(True)
    dialog.keep.click()
    assert all(kept(shell, each.id).juror("j2") is not None for each in PITCHES)
    shell.undo()
    assert all(run_of(shell, each.id) is None for each in PITCHES)


def test_where_the_call_is_silent_a_late_juror_needs_a_choice_and_a_reason(
    qtbot: QtBot, dutch: object
) -> None:
    page, shell = session(qtbot)
    chip(page, "Jurylid 1 · Gemeente 1: te laat")
    dialog = asked(page, JurorDialog)
    assert not dialog.keep.isEnabled()
    dialog.scores.click()
    assert not dialog.keep.isEnabled()
    write(dialog, "Miste enkel de inleiding")
    dialog.missed.setValue(4)
    dialog.keep.click()
    noted = kept(shell).juror("j1")
    assert noted is not None
    assert (noted.missed, noted.scores) == (4, True)
    assert "4 minuten gemist · Miste enkel de inleiding" in texts(page.stage.panel)


def test_where_the_call_says_how_much_the_choice_follows_it(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot, juror_may_miss=25)
    chip(page, "Jurylid 1 · Gemeente 1: te laat")
    dialog = asked(page, JurorDialog)
    dialog.missed.setValue(7)
    assert dialog.scores.isChecked()
    dialog.missed.setValue(8)
    assert dialog.scores_not.isChecked()
    assert dialog.keep.isEnabled()
    dialog.scores.click()
    assert not dialog.keep.isEnabled()


def test_a_note_keeps_the_keyboard_where_it_was(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first = page.stage.panel.chips()[3]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert page.stage.panel.chips()[3].hasFocus()
    assert page.stage.panel.chips()[3].isChecked()


def test_after_the_question_about_somebody_the_keyboard_is_back_on_that_line(
    qtbot: QtBot, dutch: object
) -> None:
    page, _ = session(qtbot, juror_may_miss=25)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    late = page.stage.panel.chips()[4]
    late.setFocus()
    qtbot.keyClick(late, Qt.Key.Key_Space)
    dialog = asked(page, JurorDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.missed.setValue(5)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert page.stage.panel.chips()[4].isChecked()
    assert page.window().focusWidget() is page.stage.panel.chips()[4]


def test_a_candidate_who_is_late_by_the_call_needs_no_reason(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot, candidate_late=Consequence.SHORTENED)
    chip(page, "De kandidaat: te laat")
    dialog = asked(page, CandidateDialog)
    dialog.late.setValue(8)
    dialog.keep.click()
    found = kept(shell).candidate
    assert found is not None
    assert (found.late, found.consequence, found.pitch_minutes) == (8, Consequence.SHORTENED, 12)
    assert "Pitch 12′" in texts(page.stage.clock)


def test_a_candidate_who_is_heard_no_more_keeps_a_line_and_has_no_clock(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    chip(page, "De kandidaat: afwezig")
    dialog = asked(page, CandidateDialog)
    dialog.choices[Consequence.WITHDRAWN].click()
    assert not dialog.keep.isEnabled()
    write(dialog, "Belde af")
    dialog.keep.click()
    assert order(page)[0] == ("K-01", "absent")
    assert not page.stage.clock.start.isEnabled()
    assert not can_press(page, "session.score")
    shell.undo()
    assert order(page)[0] == ("K-01", "to_come")


def test_an_absence_may_be_decided_later(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    chip(page, "De kandidaat: afwezig")
    dialog = asked(page, CandidateDialog)
    dialog.later.click()
    dialog.keep.click()
    assert "nog te beslissen wat er volgt" in texts(page.stage.panel)
    chip(page, "De kandidaat: aanwezig")
    assert kept(shell).state is PitchState.TO_COME


@pytest.fixture(scope="module")
def planned() -> Dossier:
    """A plan that the verifier accepts."""
    return in_session(Clock(5), sound=True)


def test_a_candidate_gets_another_place_that_was_found_free(
    qtbot: QtBot, dutch: object, planned: Dossier
) -> None:
    dossier = replace(planned, store=planned.store.copied())  # type: ignore[attr-defined]
    turn_clock(dossier, ONE.id, ClockStep.START)
    page, shell = opened(qtbot, SessionPage, dossier)
    chip(page, "De kandidaat: afwezig")
    dialog = asked(page, CandidateDialog)
    dialog.choices[Consequence.MOVED].click()
    assert dialog.places.count() == 8
    write(dialog, "Panne onderweg")
    dialog.keep.click()
    assert place_now(dossier, "K-01").start > at(100)
    assert {state for reference, state in order(page) if reference == "K-01"} >= {"moved"}
    shell.undo()
    assert place_now(dossier, "K-01").start == at(0)


def test_a_change_elsewhere_keeps_session_pitch_and_clock(qtbot: QtBot, dutch: object) -> None:
    page, shell = session(qtbot)
    page.order.table.choose("K-02")
    press(page, "session.clock")
    assert shell.dossier is not None
    keep_notes(shell.dossier, TWO.id, "Van elders")
    page.refresh(EVERYTHING)
    assert "De Brug vzw" in texts(page.stage)
    assert page.stage.clock.ticking
    assert page.notes.field.toPlainText() == "Van elders"
