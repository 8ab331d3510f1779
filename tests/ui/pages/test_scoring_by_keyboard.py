"""A juror who never touches the mouse: five candidacies in the real window, key after key."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer, Sheet, SheetState
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import open_sheet
from jury_desktop.storage.store import create_store
from jury_desktop.ui import theme
from jury_desktop.ui.app import Program
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.assessment import AssessmentPage
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.settings import Preferences, SettingsFile
from jury_desktop.ui.wiring import Wiring
from tests.builders import NOW, RAW, a_call, a_candidacy, a_juror, a_mail, a_version, an_attachment, placed
from tests.services.mailing import a_dossier

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MAIL = a_mail()
PDF = b"%PDF-1.7"
FIVE = range(1, 6)
WAITING = 20_000
"""Milliseconds; only a window that hangs takes as long."""


def _none(*_values: object) -> Dossier:
    raise AssertionError("this window opens nothing")


def in_a_window(dossier: Dossier) -> MainWindow:
    wiring = Wiring(
        open=_none, create=_none, open_packet=_none, now=lambda: NOW, manual=lambda _page, _language: ""
    )
    window = MainWindow(wiring, Preferences(user="Regisseur"))
    window.show_dossier(dossier)
    return window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Five candidacies without challenges, so seven criteria each, and two jurors."""
    made = a_dossier(create_store(tmp_path / "lier.jury", a_call()))
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.blobs.put(PDF)
        uow.mails.add(placed(MAIL))
        for number in FIVE:
            version = a_version(mail=MAIL.sha256, attachments=(an_attachment(PDF),))
            uow.candidacies.save(a_candidacy(number, versions=(version,), challenges=()))
        for number in (1, 2):
            uow.jurors.save(a_juror(number))
            uow.settings.set(f"order.written.j{number}", "c1 c2 c3 c4 c5")  # as it was drawn for them
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    made.store.close()
    return tmp_path / "lier.jury"


@pytest.fixture
def dossier(file: Path) -> Iterator[Dossier]:
    opened = open_dossier(str(file), now=lambda: NOW)
    yield opened
    opened.store.close()


def kept(dossier: Dossier, number: int) -> Sheet:
    return open_sheet(dossier, "j2", f"c{number}", Round.WRITTEN).sheet


class Hands:
    """Ten fingers on a keyboard: every key goes to where the cursor is."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        for key in keys:
            self._qtbot.keyClick(self._focus(), key, modifier)

    def write(self, text: str) -> None:
        self._qtbot.keyClicks(self._focus(), text)

    def rest(self) -> None:
        """Wait until the window has done what was asked."""
        self._qtbot.waitUntil(lambda: not self._window.shell.jobs.running, timeout=WAITING)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def test_five_candidacies_are_scored_and_submitted_without_a_mouse(
    qtbot: QtBot, dutch: object, dossier: Dossier
):
    window = in_a_window(dossier)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    hands = Hands(qtbot, window)

    hands.press(Key.Key_4, modifier=Modifier.ControlModifier)  # to Beoordeling
    hands.rest()
    page = window.page
    assert isinstance(page, AssessmentPage)
    hands.press(Key.Key_Tab)
    assert page.desk.who.hasFocus()
    hands.press(Key.Key_Down)  # the list opens; nobody sits down yet
    assert page.subtitle() == ""
    for key in (Key.Key_Down, Key.Key_Return):
        qtbot.keyClick(page.desk.who.view(), key)
    with qtbot.waitActive(window):  # offscreen, a list that closes does not give the keys back
        window.activateWindow()
    hands.rest()
    assert page.subtitle() == "Jurylid 2 · Gemeente 2"

    for number in FIVE:
        assert page.form.view is not None
        assert page.form.view.candidacy.reference == f"K-0{number}"
        for score in (Key.Key_4, Key.Key_3, Key.Key_5):
            hands.press(score, Key.Key_Tab)
        hands.press(Key.Key_N, Key.Key_Tab)  # n.v.t., where the call allows it
        for score in (Key.Key_2, Key.Key_1, Key.Key_0):
            hands.press(score, Key.Key_Tab)
        hands.write("Samen sterk")
        hands.press(Key.Key_Return, modifier=Modifier.ControlModifier)
        for _ in range(2):  # where the call asks for a reason the cursor stands in its field
            hands.write(f"Omdat {number}")
            hands.press(Key.Key_Return, modifier=Modifier.ControlModifier)
        hands.rest()
        assert kept(dossier, number).submitted
        hands.press(Key.Key_Down, modifier=Modifier.AltModifier)
        hands.rest()

    values = [4, 3, 5, None, 2, 1, 0]
    for number in FIVE:
        sheet = kept(dossier, number)
        assert [answer.value for answer in sheet.answers.values()] == values
        assert [answer.not_applicable for answer in sheet.answers.values()] == [v is None for v in values]
        assert {answer.comment for answer in sheet.answers.values()} == {"", f"Omdat {number}"}
        assert sheet.remark == "Samen sterk"
    window.close()


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, settings_file: Path, dossier: Dossier, dutch: object
) -> Iterator[Program]:
    """The whole program on the dossier, with the second juror at the first candidacy."""
    wiring = Wiring(
        open=_none, create=_none, open_packet=_none, now=lambda: NOW, manual=lambda _page, _language: ""
    )
    made = Program(qapp, wiring, SettingsFile(settings_file), Preferences(theme="light", user="Regisseur"))
    made.window.show_dossier(dossier)
    made.window.resize(1440, 900)
    with qtbot.waitActive(made.window):
        made.window.show()
    made.window.go_to("assessment", "j2")
    qtbot.waitUntil(lambda: sheet_form(made).view is not None, timeout=WAITING)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    theme.apply(qapp, "light")


def sheet_form(program: Program) -> SheetForm:
    page = program.window.page
    assert isinstance(page, AssessmentPage)
    return page.form


def test_larger_text_in_the_midst_of_a_comment_takes_nothing_from_it(qtbot: QtBot, program: Program):
    hands = Hands(qtbot, program.window)
    third = sheet_form(program).items[2]
    third.scale.setFocus()
    hands.press(Key.Key_4, Key.Key_Return)
    hands.write("Sterk")
    before = sheet_form(program)
    hands.press(Key.Key_Plus, modifier=Modifier.ControlModifier)
    hands.rest()
    qtbot.waitUntil(lambda: sheet_form(program).view is not None, timeout=WAITING)

    assert sheet_form(program) is not before
    comment = sheet_form(program).items[2].comment
    qtbot.waitUntil(comment.hasFocus, timeout=WAITING)
    hands.write(" punt")
    assert sheet_form(program).items[2].answer() == Answer(4, comment="Sterk punt")


def test_larger_text_waits_for_the_reason_of_a_change(qtbot: QtBot, program: Program, dossier: Dossier):
    form = sheet_form(program)
    assert form.view is not None
    sealed = replace(form.view, sheet=replace(form.view.sheet, state=SheetState.SUBMITTED))
    form.show_sheet(sealed)
    form.begin_amending()
    form.items[0].scale.setFocus()
    hands = Hands(qtbot, program.window)
    hands.press(Key.Key_2)
    hands.press(Key.Key_Plus, modifier=Modifier.ControlModifier)

    assert sheet_form(program) is form
    assert form.items[0].answer().value == 2
    assert program.window.shell.preferences.text_scale == 1.0


def test_enter_on_a_comment_goes_on_where_it_ends(qtbot: QtBot, program: Program):
    hands = Hands(qtbot, program.window)
    first = sheet_form(program).items[0]
    first.comment.setPlainText("Eerst dit.")
    first.scale.setFocus()
    hands.press(Key.Key_Return)
    hands.write(" Dan dat.")

    assert first.comment.toPlainText() == "Eerst dit. Dan dat."


def test_what_was_shown_as_saved_survives_a_kill(file: Path, tmp_path: Path):
    typing = [sys.executable, "-m", "tests.ui.pages.typist", str(file)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(typing, cwd=root, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        shown = typist.stdout.readline().strip()
        typist.kill()
    assert shown == "Bewaard"

    copied = tmp_path / "after.jury"
    for part in ("", "-wal", "-shm"):
        if (left := Path(f"{file}{part}")).exists():
            shutil.copy(left, f"{copied}{part}")
    after = open_dossier(str(copied), now=lambda: NOW)
    assert list(kept(after, 1).answers.values()) == [Answer(3, comment="Sterk")]
    after.store.close()
