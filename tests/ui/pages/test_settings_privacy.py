"""Data protection in the window: how long, about whom, an archive, and the end of a dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.retention import Retention
from jury_desktop.services.ports import Dossier
from jury_desktop.services.retention import retention
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.settings import SettingsPage
from jury_desktop.ui.pages.settings.deleting import DeletionDialog
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.theme import Tone
from tests.builders import NOW
from tests.services.peopled import CANDIDATE, peopled
from tests.ui.doubles import DirectShell

pytestmark = pytest.mark.xdist_group("archive")
GROUND = "Bewaartermijn verstreken"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "dossiers").mkdir()
    peopled(tmp_path / "dossiers" / "lier.jury").store.close()
    return tmp_path / "dossiers" / "lier.jury"


def shown(qtbot: QtBot, dossier: Dossier, shell: DirectShell) -> SettingsPage:
    page = SettingsPage(shell)
    qtbot.addWidget(page)
    page.resize(1180, 780)
    shell.on_change = page.refresh
    page.refresh(EVERYTHING)
    page.show_object("privacy")
    page.show()
    return page


def opened(qtbot: QtBot, file: Path, **given: object) -> tuple[SettingsPage, DirectShell]:
    dossier = open_dossier(str(file), now=lambda: NOW)
    shell = DirectShell(dossier, **given)  # type: ignore[arg-type]
    return shown(qtbot, dossier, shell), shell


def test_how_long_it_is_kept_is_set_told_and_undone(qtbot: QtBot, dutch: object) -> None:
    dossier = peopled()
    shell = DirectShell(dossier)
    fields = shown(qtbot, dossier, shell).privacy.retention
    assert fields.state.text() == "Tot wanneer dit dossier bewaard blijft, is nog niet vastgelegd."
    assert not fields.keep.isEnabled()

    fields.until.setDate(QDate(2028, 12, 31))
    fields.ground.setText("Verordening 2021/1060")
    fields.keep.click()

    assert retention(dossier) == Retention(date(2028, 12, 31), "Verordening 2021/1060")
    assert fields.state.text().startswith("Bewaard tot en met 31 december 2028: nog ")
    shell.undo()
    assert retention(dossier) == Retention()


def test_what_is_held_on_one_person_is_told_and_written(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    dossier = peopled()
    shell = DirectShell(dossier, answers=[Answer("write")], files=[tmp_path])
    person = shown(qtbot, dossier, shell).privacy.person

    person.words.setPlainText(CANDIDATE)
    person.search.click()

    [question] = shell.questions
    assert "Weerwoord: " in str(question.text)
    [folder] = tmp_path.iterdir()
    assert (folder.name, (folder / "index.html").is_file()) == ("inzage 2023-06-08", True)
    assert [notice.tone for notice in shell.notices] == [Tone.GOOD]


def test_somebody_who_is_not_in_it_is_said_not_to_be(qtbot: QtBot, dutch: object) -> None:
    dossier = peopled()
    shell = DirectShell(dossier)
    person = shown(qtbot, dossier, shell).privacy.person

    person.words.setPlainText("Niemand Bekend")
    person.search.click()

    assert (shell.questions, [str(shell.words(n.text))[:15] for n in shell.notices]) == (
        [],
        ["Niets gevonden."],
    )


def test_an_archive_is_made_with_a_ground(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    dossier = peopled()
    shell = DirectShell(dossier, answers=[Answer("make", GROUND)], files=[tmp_path / "archief.jury"])

    shown(qtbot, dossier, shell).privacy.archive.click()

    assert (tmp_path / "archief.jury").is_file()
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, event.reason) == ("dossier.archived", GROUND)


def dialog() -> DeletionDialog:
    [found] = [each for each in QApplication.topLevelWidgets() if isinstance(each, DeletionDialog)]
    return found


def test_deleting_asks_for_the_name_and_the_ground_and_leaves_a_report(
    qtbot: QtBot, dutch: object, file: Path, tmp_path: Path
) -> None:
    report = tmp_path / "verslag.html"
    page, shell = opened(qtbot, file, files=[report])

    page.privacy.delete.click()
    asked = dialog()
    assert not asked.go_on.isEnabled()
    asked.ground.setText(GROUND)
    asked.name.setText("lier")
    assert not asked.go_on.isEnabled()
    asked.name.setText("lier.jury")
    asked.go_on.click()

    assert list(file.parent.iterdir()) == []
    assert GROUND in report.read_text(encoding="utf-8")
    assert [(notice.tone, notice.everywhere) for notice in shell.notices] == [(Tone.GOOD, True)]


def test_who_backs_out_keeps_the_dossier(qtbot: QtBot, dutch: object, file: Path) -> None:
    page, shell = opened(qtbot, file)

    page.privacy.delete.click()
    dialog().reject()

    assert (file.is_file(), shell.notices) == (True, [])
    assert shell.dossier is not None
    shell.dossier.store.close()


def test_a_dossier_that_is_no_file_is_not_deleted_here(qtbot: QtBot, dutch: object) -> None:
    dossier = peopled()
    page = shown(qtbot, dossier, DirectShell(dossier))

    assert (page.privacy.delete.isVisible(), page.privacy.not_here.isVisible()) == (False, True)
