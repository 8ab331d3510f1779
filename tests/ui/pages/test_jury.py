"""Jury as the officer uses it: enter people, tick sessions, judge conflicts, import a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.jury import declare_conflict, jury, save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.store import create_store
from jury_desktop.ui.dialogs.declare_conflict import DeclareConflictDialog
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.jury import JuryPage
from jury_desktop.ui.shell import Answer
from tests.builders import RAW, a_call, a_candidacy, a_juror, a_mail, a_version, placed
from tests.services.mailing import a_dossier
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import can_press

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
MAIL = a_mail()
WINDOWS = a_call().windows


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """Two candidacies and no jury yet."""
    made = a_dossier(create_store(tmp_path / "lier.jury", a_call()))
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        for number in (1, 2):
            uow.candidacies.save(a_candidacy(number, versions=(a_version(mail=MAIL.sha256),)))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    yield made
    made.store.close()


@pytest.fixture
def shell(dossier: Dossier) -> DirectShell:
    return DirectShell(dossier)


def opened(qtbot: QtBot, shell: DirectShell) -> JuryPage:
    page = JuryPage(shell)
    qtbot.addWidget(page)
    shell.on_change = page.refresh
    page.resize(1180, 760)
    page.refresh(EVERYTHING)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, shell: DirectShell, dossier: Dossier, dutch: object) -> JuryPage:
    """The page with two jurors; the second works for De Brug, which is K-02."""
    save_juror(dossier, a_juror(1, available=(), expertise=()))
    save_juror(dossier, a_juror(2, organisation="De Brug"))
    return opened(qtbot, shell)


def kept(dossier: Dossier, at: int = 0) -> Juror:
    return jury(dossier).jurors[at]


def on(day: int, start: int, end: int) -> Interval:
    return Interval(*(datetime(2023, 6, day, hour, tzinfo=BRUSSELS) for hour in (start, end)))


def column(page: JuryPage, at: int) -> list[str]:
    model = page.table.rows
    return [model.index(row, at).data() for row in range(model.rowCount())]


def test_without_a_jury_the_page_offers_the_first_juror(
    qtbot: QtBot, shell: DirectShell, dossier: Dossier, dutch: object
):
    page = opened(qtbot, shell)
    assert page.is_empty
    page.findChild(type(page._empty)).button.click()

    assert not page.is_empty
    assert page.form.name.hasFocus()
    qtbot.keyClicks(page.form.name, "An Peeters")
    qtbot.keyClick(page.form.name, Key.Key_Return)

    assert [juror.name for juror in jury(dossier).jurors] == ["An Peeters"]
    assert column(page, 0) == ["An Peeters"]


def test_cancelling_the_first_juror_brings_the_offer_back(qtbot: QtBot, shell: DirectShell, dutch: object):
    page = opened(qtbot, shell)
    page.add()

    qtbot.mouseClick(page.form.cancel, Left)

    assert page.is_empty


def test_every_juror_shows_with_sessions_conflicts_and_progress(page: JuryPage):
    whole = ((0.0, 1.0),)

    assert column(page, 0) == ["Jurylid 1", "Jurylid 2"]
    assert column(page, 3) == ["–", "0 + 1?"]
    assert column(page, 4) == ["0/2", "0/2"]
    marks = [page.table.rows.index(row, 1).data(Qt.ItemDataRole.UserRole) for row in range(2)]
    assert marks == [((), (), ()), (whole, whole, whole)]
    assert page.subtitle() == "2 juryleden · 3 sessies"


def test_a_juror_is_filled_in_and_saved(qtbot: QtBot, page: JuryPage, dossier: Dossier):
    qtbot.keyClicks(page.form.role, "schepen")
    qtbot.mouseClick(page.form.expertise.toggles[3], Left)
    qtbot.keyClick(page.form.expertise.toggles[6], Key.Key_Space)
    page.form.most.setValue(180)
    qtbot.mouseClick(page.form.keep, Left)

    found = kept(dossier)
    assert (found.role, found.expertise, found.max_minutes_per_day) == ("schepen", (4, 7), 180)
    assert page.form.knows.text() == "4 Jolien, 7 Thierry"
    assert not page.form.keep.isEnabled()


def test_a_session_is_ticked_whole_with_space_and_narrowed_by_keyboard(
    qtbot: QtBot, page: JuryPage, dossier: Dossier
):
    first, second, _ = page.form.availability.sessions
    qtbot.keyClick(first.tick, Key.Key_Space)
    qtbot.keyClick(second.tick, Key.Key_Space)
    for _ in range(4):
        qtbot.keyClick(second.start, Key.Key_Up)  # a quarter of an hour each
    qtbot.mouseClick(page.form.keep, Left)

    assert kept(dossier).available == (on(14, 13, 17), on(16, 10, 12))


def test_hours_cannot_leave_the_session_or_end_before_they_begin(
    qtbot: QtBot, page: JuryPage, dossier: Dossier
):
    first = page.form.availability.sessions[0]
    qtbot.keyClick(first.tick, Key.Key_Space)
    qtbot.keyClick(first.start, Key.Key_Down)
    assert first.stretches() == (on(14, 13, 17),)

    for _ in range(16):
        qtbot.keyClick(first.end, Key.Key_Down)
    qtbot.mouseClick(page.form.keep, Left)

    assert page.form.problem.text() == "Een sessie moet beginnen voor ze eindigt."
    assert kept(dossier).available == ()


def test_several_stretches_in_one_session_stay_until_somebody_changes_them(
    qtbot: QtBot, shell: DirectShell, dossier: Dossier, dutch: object
):
    pieces = (on(14, 13, 14), on(14, 16, 17))
    save_juror(dossier, a_juror(1, available=pieces))
    page = opened(qtbot, shell)

    qtbot.keyClicks(page.form.role, "x")
    qtbot.mouseClick(page.form.keep, Left)

    assert kept(dossier).available == pieces


def test_a_juror_without_a_name_is_not_kept_and_says_why_at_the_field(
    qtbot: QtBot, page: JuryPage, dossier: Dossier
):
    page.add()
    qtbot.keyClicks(page.form.role, "schepen")

    qtbot.mouseClick(page.form.keep, Left)

    assert page.form.name.hasFocus()
    assert "heeft een naam nodig" in page.form.name.accessibleDescription()
    assert len(jury(dossier).jurors) == 2


def test_who_goes_to_another_juror_keeps_what_was_typed(qtbot: QtBot, page: JuryPage, dossier: Dossier):
    qtbot.keyClicks(page.form.role, "schepen")

    page.table.choose("j2")

    assert kept(dossier).role == "schepen"
    assert page.form.name.text() == "Jurylid 2"


def test_what_cannot_be_kept_holds_the_page(qtbot: QtBot, page: JuryPage):
    page.form.email.setText("an")
    page.form.email.textEdited.emit("an")

    page.table.choose("j2")

    assert not page.leave()
    assert page.form.name.text() == "Jurylid 1"
    assert page.table.current().juror.id == "j1"
    qtbot.mouseClick(page.form.cancel, Left)
    assert page.leave()


def test_a_juror_who_left_stays_on_the_list(qtbot: QtBot, page: JuryPage, dossier: Dossier):
    qtbot.keyClick(page.form.active, Key.Key_Space)
    qtbot.mouseClick(page.form.keep, Left)

    assert not kept(dossier).active
    assert page.table.rows.index(0, 0).data(Qt.ItemDataRole.UserRole).first == "Jurylid 1 (zetelt niet meer)"
    assert page.subtitle() == "1 jurylid · 3 sessies"


def test_adding_and_changing_can_be_undone(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier
):
    before = jury(dossier).jurors
    qtbot.keyClicks(page.form.role, "schepen")
    qtbot.mouseClick(page.form.keep, Left)
    page.add()
    qtbot.keyClicks(page.form.name, "Cas")
    qtbot.mouseClick(page.form.keep, Left)
    assert shell.said == ["Jurylid 1 is gewijzigd.", "Cas is toegevoegd."]

    shell.undo()
    shell.undo()

    assert jury(dossier).jurors == before
    assert column(page, 0) == ["Jurylid 1", "Jurylid 2"]
    assert page.form.role.text() == before[0].role


def test_a_juror_is_removed_and_comes_back_with_the_suspicion(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier
):
    before = jury(dossier)
    page.table.choose("j2")
    qtbot.mouseClick(page.form.remove, Left)
    assert column(page, 0) == ["Jurylid 1"]
    assert page.form.heading.text() == "Jurylid 1"
    assert shell.said == ["Jurylid 2 is weggehaald."]

    shell.undo()

    assert jury(dossier) == before
    assert column(page, 0) == ["Jurylid 1", "Jurylid 2"]


def test_who_has_a_part_in_the_dossier_is_not_removed(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier
):
    declare_conflict(dossier, "j1", "c1", "Familie")

    qtbot.mouseClick(page.form.remove, Left)

    assert shell.notices[-1].text == say("jury.juror_in_use", name="Jurylid 1")
    assert len(jury(dossier).jurors) == 2


@pytest.mark.parametrize("button", ["confirm", "dismiss"])
def test_a_judgement_on_a_conflict_is_taken_back(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier, button: str
):
    before = jury(dossier)
    shell.answers = [Answer(button, "Nagevraagd")]
    page.show_object("K-02")
    qtbot.mouseClick(getattr(page.conflicts, button), Left)
    assert jury(dossier) != before

    shell.undo()

    assert jury(dossier) == before
    assert column(page, 3) == ["–", "0 + 1?"]


def test_a_juror_who_has_the_name_of_a_contact_person_is_suspected_at_once(qtbot: QtBot, page: JuryPage):
    page.add()
    qtbot.keyClicks(page.form.name, "Peeters, An")
    qtbot.keyClick(page.form.name, Key.Key_Return)

    reasons = {
        row.conflict.reason for row in page.conflicts.table.rows.rows if row.juror.name == "Peeters, An"
    }
    assert reasons == {"contact: Peeters, An = An Peeters"}
    page.show_object("K-01")
    assert page.conflicts.chosen.text() == "Heet zoals de contactpersoon: “Peeters, An” en “An Peeters”"


@pytest.mark.parametrize(
    ("button", "state"), [("confirm", ConflictState.CONFIRMED), ("dismiss", ConflictState.DISMISSED)]
)
def test_a_suspected_conflict_is_judged_with_a_reason(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier, button: str, state: ConflictState
):
    page.show_object("K-02")
    assert page.conflicts.chosen.text() == "Werkt bij de kandidaat: “De Brug” en “De Brug vzw”"
    assert page.conflicts.heading.text() == "Belangenconflicten · 1 te beoordelen"

    shell.answers = [Answer(button, "Nagevraagd")]
    qtbot.mouseClick(getattr(page.conflicts, button), Left)

    found = jury(dossier).conflicts[0].conflict
    assert (found.state, found.reason) == (state, "Nagevraagd")
    assert shell.questions[0].reason == "Reden"
    assert not getattr(page.conflicts, button).isVisible()


def test_a_conflict_is_declared_with_juror_candidacy_and_reason(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier
):
    qtbot.mouseClick(page.conflicts.declare, Left)
    dialog = page.findChild(DeclareConflictDialog)
    assert isinstance(dialog.juror.widget, QComboBox)
    assert dialog.juror.widget.currentText() == "Jurylid 1"

    qtbot.mouseClick(dialog.keep, Left)
    assert dialog.isVisible()
    assert dialog.reason.hint.text() == "Geef een reden."

    dialog.candidacy.widget.setCurrentIndex(0)
    qtbot.keyClicks(dialog.reason.widget, "Zetelt in het bestuur")
    qtbot.mouseClick(dialog.keep, Left)

    assert not dialog.isVisible()
    rows = [(row.juror.id, row.candidacy.reference, row.conflict.reason) for row in jury(dossier).conflicts]
    assert ("j1", "K-01", "Zetelt in het bestuur") in rows
    assert column(page, 3) == ["1", "0 + 1?"]

    shell.undo()
    assert column(page, 3) == ["–", "0 + 1?"]


def test_a_list_is_shown_as_a_dry_run_before_it_is_kept(
    qtbot: QtBot, page: JuryPage, shell: DirectShell, dossier: Dossier, tmp_path: Path
):
    file = tmp_path / "jury.csv"
    file.write_text("naam;e-mail;beschikbaar\nCas;cas@vdab.example;ja\n;x;\n", encoding="utf-8")
    run = {action.id: action.run for action in page.page_actions()}["jury.import"]

    shell.files = [file]
    run()
    assert shell.questions[0].text == (
        "1 toe te voegen · 0 te wijzigen · 0 al hetzelfde · 1 geweigerd\n"
        "Rij 3: Een jurylid heeft een naam nodig. Vul ze in; dit jurylid is niet bewaard."
        "\n\nCas: nieuw in de jury"
    )
    assert len(jury(dossier).jurors) == 2

    shell.files, shell.answers = [file], [Answer("import")]
    run()
    assert column(page, 0) == ["Jurylid 1", "Jurylid 2", "Cas"]
    assert shell.said == ["1 jurylid toegevoegd, 0 gewijzigd."]

    shell.undo()
    assert column(page, 0) == ["Jurylid 1", "Jurylid 2"]


def test_a_list_with_nothing_to_take_over_is_only_told(page: JuryPage, shell: DirectShell, tmp_path: Path):
    file = tmp_path / "jury.csv"
    file.write_text("naam\nJurylid 1\n", encoding="utf-8")
    shell.files = [file]

    {action.id: action.run for action in page.page_actions()}["jury.import"]()

    assert shell.questions == []
    assert shell.notices[-1].text == "0 toe te voegen · 0 te wijzigen · 1 al hetzelfde · 0 geweigerd"


def test_a_narrow_window_keeps_room_for_the_names(page: JuryPage):
    page.resize(1000, 640)
    assert [page.table.isColumnHidden(at) for at in range(6)] == [False, False, True, False, False, False]
    assert page.table.columnWidth(0) >= 150
    page.resize(1180, 760)
    assert not page.table.isColumnHidden(2)


def test_nobody_makes_a_packet_for_an_observer(qtbot: QtBot, dossier: Dossier, shell: DirectShell) -> None:
    save_juror(dossier, a_juror(1))
    save_juror(dossier, a_juror(2, observer=True))
    page = opened(qtbot, shell)
    offered = []
    for key in ("j1", "j2"):
        page.show_object(key)
        offered.append((page.form.packet.isVisible(), can_press(page, "jury.packet")))
    assert offered == [(True, True), (False, False)]
