"""What the program says in passing: how long it stays, and on which page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.ui import notices
from jury_desktop.ui.notices import AT_ONCE, NoticeArea
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.theme import Tone


@pytest.fixture
def area(qtbot: QtBot) -> NoticeArea:
    made = NoticeArea()
    qtbot.addWidget(made)
    return made


def shown(area: NoticeArea) -> list[str]:
    return [bar.text.text() for bar in area.bars()]


def test_the_area_takes_no_room_without_news(area: NoticeArea) -> None:
    assert area.isHidden()
    area.show_notice(Notice("Bewaard."))
    assert not area.isHidden()
    area.clear()
    assert area.isHidden()


def test_a_message_of_the_catalogue_is_put_into_words(area: NoticeArea) -> None:
    area.speak("en")
    area.show_notice(Notice(say("no.such_key")))

    assert shown(area) == ["no.such_key"]


def test_the_newest_stand_below_and_the_oldest_leave(area: NoticeArea) -> None:
    for number in range(AT_ONCE + 2):
        area.show_notice(Notice(str(number)))

    assert shown(area) == [str(number) for number in range(2, AT_ONCE + 2)]


def test_the_same_thing_is_not_said_twice(area: NoticeArea) -> None:
    for text in ("Bewaard.", "Verzonden.", "Bewaard."):
        area.show_notice(Notice(text))

    assert shown(area) == ["Verzonden.", "Bewaard."]


def test_an_error_is_said_to_a_screen_reader_as_one(area: NoticeArea, dutch: object) -> None:
    area.show_notice(Notice("De schijf is vol.", Tone.BAD))

    assert area.bars()[0].accessibleName() == "Fout: De schijf is vol."


def test_the_button_of_a_notice_does_its_work_and_ends_the_notice(qtbot: QtBot, area: NoticeArea) -> None:
    done: list[str] = []
    area.show_notice(Notice("K-14 kwam te laat.", Tone.WARN, "Bekijken", lambda: done.append("look")))
    area.show()

    qtbot.mouseClick(area.bars()[0].findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert (done, shown(area)) == (["look"], [])


def test_markup_in_a_notice_is_shown_as_it_is(area: NoticeArea) -> None:
    area.show_notice(Notice("<b>Onderwerp</b> <img src='http://x.example'>"))

    assert area.bars()[0].text.textFormat() is Qt.TextFormat.PlainText


def test_the_offer_to_undo_goes_with_the_next_step_and_other_news_stays(
    qtbot: QtBot, area: NoticeArea, dutch: object
) -> None:
    undone: list[str] = []
    area.show_notice(Notice("Blijft staan", Tone.WARN))
    area.offer_undo("Conflict gemeld.", lambda: undone.append("conflict"))
    assert [bar.notice.action for bar in area.bars()] == ["", "Ongedaan maken"]

    area.pass_by()

    assert [bar.text.text() for bar in area.bars()] == ["Blijft staan"]
    area.offer_undo("Conflict gemeld.", lambda: undone.append("conflict"))
    area.bars()[-1].findChild(QPushButton).click()
    assert undone == ["conflict"]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices that leave almost at once, wherever the mouse happens to be."""
    monkeypatch.setattr(notices.NoticeBar, "underMouse", lambda _: False)
    for name in ("SHOWN_FOR", "OFFERED_FOR", "LOOK_AGAIN"):
        monkeypatch.setattr(notices, name, 20)


def test_news_leaves_by_itself_and_a_warning_stays(qtbot: QtBot, area: NoticeArea, hasty: None) -> None:
    for notice in (
        Notice("Bewaard.", Tone.GOOD),
        Notice("Brief klaar.", Tone.INFO, "Openen", print),
        Notice("Niet alles is gelezen.", Tone.WARN),
    ):
        area.show_notice(notice)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    if (focused := QApplication.focusWidget()) is not None:  # alone in a window, its first button takes it
        focused.clearFocus()

    qtbot.waitUntil(lambda: shown(area) == ["Niet alles is gelezen."], timeout=5_000)
    qtbot.wait(60)
    assert shown(area) == ["Niet alles is gelezen."]


def test_news_stays_while_the_keyboard_is_on_it(
    qtbot: QtBot, area: NoticeArea, hasty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "OFFERED_FOR", 60_000)  # it does not leave before the keyboard is on it
    area.show()
    area.show_notice(Notice("Brief klaar.", Tone.INFO, "Openen", print))
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    area.bars()[0].findChild(QPushButton).setFocus()
    area.bars()[0]._leaving.start(0)
    qtbot.wait(100)
    read = shown(area)
    area.bars()[0].findChild(QPushButton).clearFocus()

    assert read == ["Brief klaar."]
    qtbot.waitUntil(lambda: shown(area) == [], timeout=5_000)


def test_a_notice_belongs_to_its_page(area: NoticeArea) -> None:
    area.show_page("letters")
    for notice in (
        Notice("3 brieven gemaakt.", Tone.GOOD),
        Notice("2 blijven ontwerp.", Tone.WARN),
        Notice("Dit is een demonstratie.", everywhere=True),
    ):
        area.show_notice(notice)
    area.show_page("jury")
    elsewhere = shown(area)
    area.show_page("letters")

    assert elsewhere == ["Dit is een demonstratie."]
    assert shown(area) == ["2 blijven ontwerp.", "Dit is een demonstratie."]


def test_what_is_over_is_withdrawn(area: NoticeArea) -> None:
    area.show_page("letters")
    area.show_notice(
        Notice("De motivering van K-02 is niet bewaard.", Tone.WARN, topic="deliberation", everywhere=True)
    )
    area.show_notice(Notice("Een wijziging is niet bewaard.", Tone.WARN, topic="sheet"))
    area.withdraw("sheet")
    area_after = shown(area)
    area.show_page("deliberation")

    assert (area_after, shown(area)) == (["De motivering van K-02 is niet bewaard."], [])


def test_a_refusal_is_over_once_a_step_has_succeeded_on_whatever_page(area: NoticeArea) -> None:
    area.show_page("planning")
    area.show_notice(Notice(say("shell.no_dossier"), Tone.BAD))
    area.show_notice(Notice("Er is geen plan gevonden.", Tone.BAD))
    area.show_page("overview")
    area.succeeded()
    area.show_page("planning")

    assert shown(area) == ["Er is geen plan gevonden."]


def test_good_news_ends_a_refusal(area: NoticeArea) -> None:
    area.show_notice(Notice(say("shell.no_dossier"), Tone.BAD))
    area.show_notice(Notice("3 brieven klaargezet.", Tone.GOOD))

    assert shown(area) == ["3 brieven klaargezet."]


def test_another_language_says_it_again_or_not_at_all(area: NoticeArea, dutch: object) -> None:
    area.show_notice(Notice(say("shell.no_dossier"), Tone.BAD))
    area.show_notice(Notice("Bewaard.", Tone.WARN))
    area.speak("en")

    assert shown(area) == ["No dossier is open. Open or make a dossier first."]


def test_another_dossier_has_its_own_news(area: NoticeArea) -> None:
    area.show_notice(Notice("K-02 kwam te laat.", Tone.WARN))
    area.show_notice(Notice("Dit is een demonstratie.", everywhere=True))
    area.clear()

    assert shown(area) == ["Dit is een demonstratie."]
