"""Who changed this: every step in words, one at a time in full, taken back where it can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.services.candidacies import correct_candidacy, particulars_of, set_availability
from jury_desktop.services.history import Thing, What
from jury_desktop.services.jury import declare_conflict, save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.dialogs.history_dialog import HistoryDialog, named
from tests.builders import a_juror
from tests.services.whole import at_the_end, everything
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import nameless


@pytest.fixture
def dossier() -> Dossier:
    """The contact of the first candidacy was mended, and when it can pitch."""
    made = at_the_end()
    with made.read() as uow:
        now = uow.candidacies.get("c1")
    correct_candidacy(made, "c1", replace(particulars_of(now), contact="Bo Claes"))
    set_availability(made, "c1", (), ("wo",))
    return made


@pytest.fixture
def shell(dossier: Dossier) -> DirectShell:
    return DirectShell(dossier)


@pytest.fixture
def dialog(qtbot: QtBot, dutch: object, shell: DirectShell) -> Iterator[HistoryDialog]:
    """About the first candidacy, on a window of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = HistoryDialog(shell, Thing(What.CANDIDACY, "K-01"), window)
    made.open()
    yield made
    window.close()


def lines(dialog: HistoryDialog) -> list[tuple[str, str]]:
    return [(row.text, row.person) for row in dialog.table.rows.rows]


def words(dialog: HistoryDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel)]


def test_the_steps_stand_newest_first_with_who_did_them(dialog: HistoryDialog) -> None:
    assert lines(dialog) == [("Gegevens van kandidatuur K-01 gewijzigd", "Regisseur")] * 2
    assert "Kandidatuur K-01" in words(dialog)
    assert nameless(dialog) == []


def test_the_step_chosen_is_told_in_full_without_a_mouse(qtbot: QtBot, dialog: HistoryDialog) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert "An Peeters  →  Bo Claes" in words(dialog)


def test_a_step_is_taken_back_undone_and_done_again(
    dialog: HistoryDialog, shell: DirectShell, dossier: Dossier
) -> None:
    after = everything(dossier)
    dialog.table.choose(dialog.table.rows.key(dialog.table.rows.rows[1]))
    dialog.back.click()

    with dossier.read() as uow:
        assert uow.candidacies.get("c1").contact == "An Peeters"
    assert [each.text for each in shell.done] == ["Terugnemen: Gegevens van kandidatuur K-01 gewijzigd"]
    assert len(lines(dialog)) == 3
    shell.undo()
    assert everything(dossier) == after


def test_what_cannot_be_taken_back_says_why(dialog: HistoryDialog) -> None:
    dialog.back.click()
    dialog.table.choose(dialog.table.rows.key(dialog.table.rows.rows[1]))
    assert not dialog.back.isEnabled()
    assert "Dit is sindsdien opnieuw gewijzigd; wat er nu staat, blijft staan." in words(dialog)


def test_what_rests_on_it_by_now_is_told_in_the_dialog(qtbot: QtBot, dutch: object) -> None:
    dossier = at_the_end()
    save_juror(dossier, a_juror(5))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(DirectShell(dossier), Thing(What.JUROR, "Jurylid 5"), window)
    declare_conflict(dossier, "j5", "c1", "Familie")

    dialog.back.click()

    assert any(told.startswith("Jurylid 5 kan niet weg") for told in words(dialog))
    assert not dialog.back.isEnabled()


def test_every_kind_of_thing_has_a_name(dutch: object) -> None:
    assert [
        named(Thing(what, "K-01"), "nl") for what in What if "K-01" in named(Thing(what, "K-01"), "nl")
    ] == [
        "Kandidatuur K-01",
        "Scoreblad K-01",
        "Jurylid K-01",
        "Belangenconflict K-01",
        "Beslissing en bespreking van K-01",
        "Brieven aan K-01",
        "Weerwoord van K-01",
        "Pitch van K-01",
        "Bericht K-01",
        "Tekst van de brieven: K-01",
        "Vergadering van de jury: K-01",
        "Ronde: K-01",
    ]
