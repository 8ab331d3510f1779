"""Pitchsessie: running late, and a pitch on another day than planned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.session import SessionPage
from jury_desktop.ui.pages.session.late_dialog import LateDialog
from jury_desktop.ui.shell import Answer
from tests.services.sessioning import ONE, PITCHES, TWO, Clock, at, place_now
from tests.ui.doubles import DirectShell
from tests.ui.pages.at_session import asked, at_minute, kept, run_of, session
from tests.ui.pages.driving import button, press, texts

# running late


def test_a_delay_is_proposed_shown_kept_and_undone(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    press(page, "session.clock")
    at_minute(page, shell, clock, 28)
    page.refresh(EVERYTHING)
    assert "Loopt 8 minuten uit." in texts(page.stage)
    qtbot.mouseClick(button(page, "Rest verschuiven…"), Qt.MouseButton.LeftButton)
    dialog = asked(page, LateDialog)
    assert dialog.minutes.value() == 8
    assert dialog.summary.text() == "3 pitches krijgen een ander verwacht uur. Het treft niemand."
    assert run_of(shell, TWO.id) is None
    dialog.keep.click()
    assert [pitch.expected.start for pitch in page.order.table.rows.rows] == [at(0), at(43), at(78)]
    assert place_now_of(shell) == at(35)
    assert "Loopt 8 minuten uit." not in texts(page.stage)
    shell.undo()
    assert [pitch.expected.start for pitch in page.order.table.rows.rows] == [at(0), at(35), at(70)]


def test_a_delay_that_comes_in_sight_moves_nothing_under_the_mouse(qtbot: QtBot, dutch: object) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    press(page, "session.clock")

    def stand() -> list[int]:
        QApplication.processEvents()
        return [each.mapTo(page, each.rect().topLeft()).y() for each in page.stage.panel.chips()]

    before = stand()
    at_minute(page, shell, clock, 28)
    page.refresh(EVERYTHING)
    assert "Loopt 8 minuten uit." in texts(page.stage)
    assert stand() == before


def place_now_of(shell: DirectShell) -> object:
    assert shell.dossier is not None
    return place_now(shell.dossier, "K-02").start


def test_whom_a_delay_hits_is_told_before(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    press(page, "session.late")
    dialog = asked(page, LateDialog)
    dialog.minutes.setValue(150)
    told = texts(dialog)
    assert any("K-03 eindigt 15 minuten na het einde van de sessie." in text for text in told)
    assert any("Jurylid 1 is dan niet meer beschikbaar." in text for text in told)
    dialog.minutes.setValue(0)
    assert dialog.summary.text() == "Geen enkel uur verandert."
    assert not dialog.keep.isEnabled()


def test_whom_a_delay_hits_stands_on_top(qtbot: QtBot, dutch: object) -> None:
    page, _ = session(qtbot)
    press(page, "session.late")
    dialog = asked(page, LateDialog)
    dialog.minutes.setValue(136)  # only the last pitch ends after the session
    names = {f"{each.reference} {each.organisation}" for each in PITCHES}
    assert [text[:4] for text in texts(dialog) if text in names] == ["K-03", "K-01", "K-02"]


def cells(dialog: LateDialog, reference: str) -> list[str]:
    """What the line of a pitch shows: planned, expected, becomes."""
    told = texts(dialog)
    at = next(at for at, text in enumerate(told) if text.startswith(f"{reference} "))
    return told[at + 1 : at + 4]


def test_a_pitch_that_began_hours_late_is_as_late_as_it_was_before_it_began(
    qtbot: QtBot, dutch: object
) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    at_minute(page, shell, clock, 180)
    page.refresh(EVERYTHING)
    assert "Loopt 180 minuten uit." in texts(page.stage)
    press(page, "session.clock")
    assert "Loopt 180 minuten uit." in texts(page.stage)
    press(page, "session.late")
    dialog = asked(page, LateDialog)
    assert dialog.minutes.value() == 180
    assert (cells(dialog, "K-01"), cells(dialog, "K-02")) == (
        ["13:00", "13:00–13:35", "16:00–16:35"],
        ["13:35", "13:35–14:10", "16:35–17:10"],
    )
    dialog.keep.click()
    assert not page.stage.late.isVisible()


# on another day


def another_day(qtbot: QtBot) -> tuple[SessionPage, DirectShell]:
    clock = Clock()
    page, shell = session(qtbot, clock)
    at_minute(page, shell, clock, 60 * 24 * 12)
    return page, shell


def test_a_pitch_is_not_started_on_another_day_without_asking(qtbot: QtBot, dutch: object) -> None:
    page, shell = another_day(qtbot)
    for action in ("session.clock", "session.advance", "session.phase"):
        press(page, action)
    assert (run_of(shell), [question.title for question in shell.questions]) == (
        None,
        ["K-01 op een andere dag starten?"] * 3,
    )
    text = shell.questions[0].text
    assert isinstance(text, str)
    assert "gepland op woensdag 14 juni 2023; vandaag is het maandag 26 juni 2023" in text


def test_whoever_does_so_is_asked_once_and_is_not_called_late(qtbot: QtBot, dutch: object) -> None:
    page, shell = another_day(qtbot)
    shell.answers = [Answer("start")]
    press(page, "session.clock")
    assert kept(shell).running
    assert not page.stage.late.isVisible()
    press(page, "session.late")
    assert page.findChildren(LateDialog) == []
    assert [notice.text for notice in shell.notices] == [say("session.late_other_day")]
    press(page, "session.end")
    press(page, "session.clock")
    assert kept(shell, TWO.id).running
    assert len(shell.questions) == 1


def test_on_its_own_day_nothing_is_asked(qtbot: QtBot) -> None:
    page, shell = session(qtbot)
    press(page, "session.clock")
    assert (shell.questions, kept(shell, ONE.id).running) == ([], True)


def test_a_pitch_that_began_late_was_expected_until_its_hour_and_lasts_as_long(
    qtbot: QtBot, dutch: object
) -> None:
    clock = Clock()
    page, shell = session(qtbot, clock)
    at_minute(page, shell, clock, 25)
    press(page, "session.clock")
    press(page, "session.late")
    assert cells(asked(page, LateDialog), "K-01") == ["13:00", "tot 13:35", "13:25–14:00"]
