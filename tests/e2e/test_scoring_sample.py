"""The sample to score in, from the welcome screen or a command: halfway through the written round."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jury_desktop import bootstrap
from jury_desktop.cli import main
from jury_desktop.domain.call import Round
from jury_desktop.domain.paper_sheet import PaperState
from jury_desktop.services.paper import paper_grid
from jury_desktop.services.scoring import open_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.assessment import AssessmentPage
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.text import Language
from tests.builders import NOW

pytestmark = [pytest.mark.timeout(400), pytest.mark.xdist_group("demo")]
NOON = datetime(2023, 6, 8, 10, tzinfo=UTC)


def test_the_command_makes_it_once_and_afresh_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["demo", "--scoring", "--headless", "--out", str(tmp_path), "--json"]
    made = []
    for options in ([], [], ["--fresh"]):
        assert main([*command, *options]) == 0
        made.append(Path(json.loads(capsys.readouterr().out)["dossier"]).name)
    assert made == ["beoordelen.jury", "beoordelen.jury", "beoordelen-2.jury"]

    dossier = bootstrap.open_dossier(str(tmp_path / made[0]))
    desk = scoring_desk(dossier, "verlinden", Round.WRITTEN)
    dossier.store.close()
    assert desk.mine is not None
    rows = desk.mine.rows
    assert {
        "submitted": any(row.submitted for row in rows),
        "open": any(not row.submitted for row in rows),
    } == {
        "submitted": True,
        "open": True,
    }
    assert not desk.rounds[0].complete
    assert not desk.rounds[0].closed


def test_in_it_one_juror_scores_on_paper_and_nothing_of_those_sheets_is_begun(tmp_path: Path) -> None:
    file = tmp_path / "voorbeeld.jury"
    bootstrap.make_scoring_sample(str(file))
    dossier = bootstrap.open_dossier(str(file))
    rows = paper_grid(dossier, "vermeulen", Round.WRITTEN).rows
    with dossier.read() as uow:
        begun = uow.sheets.find(juror="vermeulen")
    dossier.store.close()
    assert ({row.state for row in rows}, len(rows), begun) == ({PaperState.EMPTY}, 11, ())


def test_from_the_welcome_screen_a_score_is_given_in_it_on_the_day_it_begins(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = Language()
    language.use("nl")
    window = MainWindow(bootstrap.wiring(lambda: NOW), Preferences(user="Regisseur"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    file = tmp_path / "voorbeeld.jury"
    monkeypatch.setattr(window.shell, "pick_save", lambda _title, _filters, _name, picked: picked(file))
    offered = {each.text(): each for each in window.welcome.findChildren(QPushButton)}
    offered["Het voorbeeld maken…"].click()
    qtbot.waitUntil(lambda: window.shell.dossier is not None, timeout=120_000)
    assert window.shell.now() == NOON

    window.go_to("assessment", "verlinden")
    page = window.page
    assert isinstance(page, AssessmentPage)
    qtbot.waitUntil(lambda: page.form.view is not None, timeout=60_000)
    assert page.form.view is not None
    place = (page.form.view.sheet.juror, page.form.view.sheet.candidacy, Round.WRITTEN)
    first = page.form.items[0]
    first.scale.setFocus()
    qtbot.keyClick(first.scale, Qt.Key.Key_2)
    page.leave()
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=60_000)
    assert window.shell.dossier is not None
    kept = open_sheet(window.shell.dossier, *place).sheet
    assert kept.answers[first.item.key].value == 2
    window.opening.close()
    window.close()
    language.release()
