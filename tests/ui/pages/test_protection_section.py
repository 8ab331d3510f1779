"""Beveiliging in the settings, and a protected dossier that is opened, as a person does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop import bootstrap
from jury_desktop.storage import cipher
from jury_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.settings.page import SettingsPage
from jury_desktop.ui.pages.settings.passphrase import NewPassphraseDialog, RecoveryDialog, recovery_sheet
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.text import Language

WORDS = "appel-fiets-lamp-wolk-trein-boter"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "lier.jury"
    bootstrap.create_dossier(str(path), "lier-2023").store.close()
    yield path
    cipher._known.clear()


@pytest.fixture
def window(qtbot: QtBot, dutch: Language) -> Iterator[MainWindow]:
    made = MainWindow(bootstrap.wiring(bootstrap.system_clock, copies=False), Preferences(language="nl"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def opened(qtbot: QtBot, window: MainWindow, file: Path) -> SettingsPage:
    window.opening.open(str(file))
    qtbot.waitUntil(lambda: window.shell.dossier is not None, timeout=20_000)
    window.go_to("settings", "protection")
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)
    assert isinstance(window.page, SettingsPage)
    return window.page


def dialog(qtbot: QtBot, kind: type) -> object:
    def shown() -> object:
        found = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]
        return found[0] if found else None

    qtbot.waitUntil(lambda: shown() is not None, timeout=20_000)
    return shown()


def test_a_dossier_is_protected_and_opens_with_its_words_alone(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    section = opened(qtbot, window, file).protection
    assert "geen wachtwoord" in section.state.text()
    section.protect.click()
    choosing = dialog(qtbot, NewPassphraseDialog)
    assert isinstance(choosing, NewPassphraseDialog)
    assert not choosing.protect.isEnabled()
    qtbot.keyClicks(choosing.words, "geheim")
    assert "Te gemakkelijk" in choosing.advice.text()
    assert not choosing.protect.isEnabled()
    choosing.draw.click()
    words = choosing.words.text()
    assert "Sterk" in choosing.advice.text()
    choosing.protect.click()

    shown = dialog(qtbot, RecoveryDialog)
    assert isinstance(shown, RecoveryDialog)
    shown.reject()
    assert shown.isVisible(), "Escape takes the key from nobody"
    shown.copy.click()
    recovery = QGuiApplication.clipboard().text()
    shown.kept.click()
    assert "versleuteld" in section.state.text()
    assert not file.read_bytes().startswith(b"SQLite")

    window.opening.open(str(file))
    asked = dialog(qtbot, PassphraseDialog)
    assert isinstance(asked, PassphraseDialog)
    for wrong in ("iets anders", words + "x"):
        asked.words.setText(wrong)
        asked.open_.click()
        qtbot.waitUntil(asked.open_.isEnabled, timeout=20_000)
        assert "opent" in asked.field.hint.text()
    before = window.shell.dossier
    asked.words.setText(recovery.lower())
    asked.open_.click()
    qtbot.waitUntil(lambda: window.shell.dossier is not before, timeout=20_000)


def test_the_passphrase_is_changed_and_taken_away_by_who_knows_it(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    section = opened(qtbot, window, file).protection
    section._protect(WORDS, "")
    shown = dialog(qtbot, RecoveryDialog)
    assert isinstance(shown, RecoveryDialog)
    shown.accept()
    section.protect.click()
    changing = dialog(qtbot, NewPassphraseDialog)
    assert isinstance(changing, NewPassphraseDialog)
    changing.draw.click()
    assert not changing.protect.isEnabled(), "the present words are asked for"
    changing.reject()

    section.lift.click()
    question = dialog(qtbot, QuestionDialog)
    assert isinstance(question, QuestionDialog)
    question.reject()
    assert not section.state.text().startswith("Dit dossier heeft geen")
    section._lift_with(type("Given", (), {"reason": WORDS})())
    qtbot.waitUntil(lambda: "geen wachtwoord" in section.state.text(), timeout=20_000)
    assert file.read_bytes().startswith(b"SQLite")


def test_the_sheet_for_the_safe_holds_the_key() -> None:
    groups = ["ABCD"] * 14
    text = recovery_sheet("De herstelsleutel van lier.jury", "-".join(groups)).toPlainText()
    assert text.split().count("ABCD") == 14
    assert text.startswith("De herstelsleutel van lier.jury")
