"""Logboek as the regisseur, or an auditor, uses it: find an event, see what it changed, check the dossier."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.anchors import anchor_now
from jury_desktop.services.candidacies import correct_candidacy, judge_admissibility, particulars_of
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers
from jury_desktop.storage.backup import copy_dossier
from jury_desktop.storage.store import create_store
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.journal import JournalPage
from jury_desktop.ui.shell import Answer as Given
from jury_desktop.ui.widgets.basics import widgets_in
from tests.builders import NOW, a_call, a_juror
from tests.services.mailing import a_dossier, a_message, an_export, form
from tests.ui.doubles import DirectShell

FIRST = items_of(a_call().rubric, (1, 4), Round.WRITTEN)[0]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in which the regisseur and a juror have worked."""
    folder = tmp_path_factory.mktemp("dossier")
    dossier = a_dossier(create_store(folder / "template.jury", a_call()))
    report = import_mail(dossier, [an_export(folder, a_message("info@anker.example", form("Anker vzw")))])
    [anker] = report.candidacies
    save_juror(dossier, a_juror(1))
    judge_admissibility(dossier, anker.id, Admissibility.ADMISSIBLE)
    juror = replace(dossier, actor="Jurylid 1")
    save_answers(juror, "j1", anker.id, Round.WRITTEN, {FIRST.key: Answer(4, comment="Sterk.")})
    correct_candidacy(dossier, anker.id, replace(particulars_of(anker), phone="03 111 11 11"))
    dossier.store.close()
    return folder / "template.jury"


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Path:
    shutil.copy(template, tmp_path / "lier.jury")
    return tmp_path / "lier.jury"


@pytest.fixture
def dossier(file: Path) -> Iterator[Dossier]:
    opened = open_dossier(str(file), now=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def show(qtbot: QtBot, dutch: object) -> Callable[[Dossier], tuple[JournalPage, DirectShell]]:
    def shown(dossier: Dossier) -> tuple[JournalPage, DirectShell]:
        shell = DirectShell(dossier)
        page = JournalPage(shell)
        qtbot.addWidget(page)
        page.resize(1180, 780)
        page.refresh(EVERYTHING)
        page.show()
        return page, shell

    return shown


def events(page: JournalPage) -> list[tuple[str, str]]:
    model = page.table.rows
    return [(model.index(at, 1).data(), model.index(at, 2).data()) for at in range(model.rowCount())]


def told(page: JournalPage) -> list[str]:
    """The words of the event on show; what was shown before is gone once Qt lets go of it."""
    shown = widgets_in(page._event)[0]
    return [label.text() for label in shown.findChildren(QLabel)]


def test_the_newest_event_comes_first_and_is_open(show, dossier):
    page, _ = show(dossier)

    assert events(page) == [
        ("Gegevens van kandidatuur K-01 gewijzigd", "Regisseur"),
        ("Beoordeling bewaard: Jurylid 1 – K-01 – schriftelijk · verzegeld", "Jurylid 1"),
        ("Geoordeeld over de vorm van kandidatuur K-01", "Regisseur"),
        ("Jurylid Jurylid 1 toegevoegd", "Regisseur"),
        ("Postvak ingelezen: export", "Regisseur"),
        ("Kandidatuur K-01 ontvangen", "Regisseur"),
    ]
    assert page.subtitle() == "6 gebeurtenissen, de nieuwste eerst"
    assert told(page)[:4] == [
        "Gegevens van kandidatuur K-01 gewijzigd",
        "9 juni 2023 14:00 · Regisseur",
        "telefoon",
        "03 111 11 11",
    ]


def test_old_and_new_stand_beside_each_other(show, dossier):
    page, _ = show(dossier)

    page.table.selectRow(2)

    assert told(page)[2:4] == ["oordeel over de vorm", "nog te beoordelen  →  ontvankelijk"]


def test_what_was_scored_is_shown_as_sealed_until_it_opens(show, dossier):
    page, _ = show(dossier)
    page.table.selectRow(1)
    sealed = "Verzegeld: de scores zijn te zien zodra de oproep dat toelaat."
    assert sealed in told(page)
    assert not any("Sterk." in text for text in told(page))

    close_round(dossier, Round.WRITTEN, "Ziekte")
    page.refresh(EVERYTHING)
    page.search.setText("beoordeling bewaard")

    assert events(page) == [("Beoordeling bewaard: Jurylid 1 – K-01 – schriftelijk", "Jurylid 1")]
    assert "Sterk." in told(page)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("telefoon", 1), ("03 111", 1), ("vorm k-01", 2), ("JURYLID", 2), ("export", 1)],
)
def test_typing_finds_words_and_values(show, dossier, qtbot, typed, wanted):
    page, _ = show(dossier)

    qtbot.keyClicks(page.search, typed)

    assert len(events(page)) == wanted
    assert page.counted.text() == f"{wanted} gebeurtenis{'' if wanted == 1 else 'sen'} getoond"


def test_subject_and_person_narrow_it_down_together(show, dossier):
    page, _ = show(dossier)

    page.subject.setCurrentText("kandidatuur")
    assert len(events(page)) == 3
    page.person.setCurrentText("Jurylid 1")
    assert events(page) == []
    page.subject.setCurrentIndex(0)
    assert [text for text, _ in events(page)] == [
        "Beoordeling bewaard: Jurylid 1 – K-01 – schriftelijk · verzegeld"
    ]


def test_a_sealed_score_is_not_found_by_what_was_scored(show, dossier):
    page, _ = show(dossier)

    page.search.setText("sterk")

    assert events(page) == []


def test_from_an_event_to_its_candidacy(show, dossier):
    page, shell = show(dossier)
    page.table.selectRow(1)
    assert page.open.isVisible()

    page.open.click()
    page.table.selectRow(3)

    assert shell.visits == [("candidacies", "K-01")]
    assert not page.open.isVisible()


def test_a_whole_dossier_is_told_so(show, dossier):
    page, _ = show(dossier)

    page.verify()

    assert page.outcome.isVisible()
    assert page.outcome.property("tone") == "good"
    assert page.outcome.text() == (
        "Alles klopt: 6 gebeurtenissen, elk vastgemaakt aan de vorige, en een gave databank."
    )


def test_a_journal_that_was_tampered_with_is_told_where(show, file):
    connection = sqlite3.connect(file)
    for (guard,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{guard}"')
    connection.execute("UPDATE journal SET actor = 'Iemand anders' WHERE sequence = 4")
    connection.commit()
    connection.close()
    dossier = open_dossier(str(file), now=lambda: NOW)
    page, _ = show(dossier)

    page.show_object("verify")

    assert page.outcome.property("tone") == "bad"
    lines = page.outcome.text().splitlines()
    assert lines[0] == "Er klopt iets niet. Iets anders dan het programma heeft het dossier gewijzigd:"
    assert lines[-1].startswith("Wat nu: wijzig niets meer")
    assert (
        "• logboek, gebeurtenis 4: Gebeurtenis 4 is na het vastleggen gewijzigd: "
        "de vingerafdruk klopt niet meer." in lines
    )
    dossier.store.close()


def test_another_page_can_ask_for_words(show, dossier):
    page, _ = show(dossier)

    page.show_object("Anker")

    assert [text for text, _ in events(page)] == ["Kandidatuur K-01 ontvangen"]


def test_what_was_done_for_somebody_else_or_with_a_reason_can_be_seen_alone(show, dossier):
    with dossier.change() as uow:
        uow.journal.append("test.entered", "sheet", "Jurylid 1 – K-01 – written", on_behalf_of="Jurylid 1")
        uow.journal.append("test.judged", "candidacy", "K-01", reason="Op vraag van de kandidaat")
    page, _ = show(dossier)

    page.behalf.setCurrentText("Jurylid 1")
    on_behalf = [who for _, who in events(page)]
    page.behalf.setCurrentIndex(0)
    page.reasoned.click()

    assert on_behalf == ["Regisseur namens Jurylid 1"]
    assert [text for text, _ in events(page)] == ["test.judged: K-01"]


def test_nobody_is_offered_where_nothing_was_done_for_another(show, dossier):
    page, _ = show(dossier)

    assert not page.behalf.isVisible()


def test_an_anchor_that_is_typed_over_is_looked_up(show, dossier):
    page, shell = show(dossier)
    now = anchor_now(dossier)
    shell.answers += [Given("check", now.printed), Given("check", f"2:{'ab' * 8}"), Given("check", "iets")]
    said = []
    for _ in range(3):
        page.checking.ask_anchor()
        said.append((page.outcome.property("tone"), page.outcome.text().partition(": ")[2]))

    assert said == [
        ("good", "gebeurtenis 6 is nog wat ze was toen dit gemaakt werd."),
        (
            "bad",
            "Gebeurtenis 2 had een andere vingerafdruk toen dit gemaakt werd: het logboek is sindsdien "
            "herschreven, of dit hoort bij een ander dossier.",
        ),
        ("warn", "een nummer, een dubbele punt en minstens 16 tekens."),
    ]


def test_a_copy_that_is_dropped_on_the_page_is_looked_into(show, dossier, file, tmp_path):
    page, _ = show(dossier)
    copy_dossier(file, tmp_path / "kopie.jury")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "kopie.jury"))])
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, nothing))

    assert page.outcome.text() == (
        "bestand “kopie.jury”: gebeurtenis 6 is nog wat ze was toen dit gemaakt werd."
    )
