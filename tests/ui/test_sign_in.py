"""A dossier with accounts in the real window: nothing before somebody signs in, and then each their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.domain.role import Role
from jury_desktop.services import verifier
from jury_desktop.services.accounts import (
    HandedOut,
    accounts,
    add_jury,
    add_person,
    begin_accounts,
    set_lock_minutes,
)
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.ports import Dossier
from jury_desktop.services.sign_in import closed, door, sign_in
from jury_desktop.ui.allowed import asked_by, first_obstacle
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.pages.desk import OwnPage
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.sign_in.handed_out import HandedOutDialog
from jury_desktop.ui.sign_in.view import SignInView
from jury_desktop.ui.wiring import Wiring
from tests.services.sealed import low
from tests.ui.readable import readable

WORDS, OWN = "fiets lamp appel trein", "kaas 4 brood"
REGISSEUR, READER, JUROR = "An Maes", "Bo Claes", "Jurylid 1"
JURY = ("j1", "j2", "j3")


@dataclass
class Shared:
    """A shared computer: the window, the dossier as the regisseur has it, and the codes that were given."""

    qtbot: QtBot
    window: MainWindow
    regisseur: Dossier
    codes: dict[str, str]

    @property
    def view(self) -> SignInView:
        assert self.window.guard.view is not None
        return self.window.guard.view

    def quiet(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.shell.jobs.running, timeout=20_000)

    def enter(self, name: str, secret: str = "") -> None:
        """Choose a name and give the secret; who was given a code chooses another one."""
        found = next(each for each in door(self.regisseur).entrants if each.name == name)
        self.view.who.setCurrentIndex(self.view.who.findData(found.account))
        self.view.secret.setText(secret or self.codes[name])
        self.view.enter.click()
        self.quiet()
        if not secret:
            for line in (self.view.own.first, self.view.own.again):
                line.setText(OWN)
            self.view.choose.click()
            self.quiet()

    def signed_in(self) -> str:
        dossier = self.window.shell.dossier
        return dossier.who.name if dossier is not None and dossier.who is not None else ""

    def stages(self) -> list[str]:
        return [stage.key for stage in self.window.stages]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "MEMORY", 64)
    monkeypatch.setattr(verifier, "PASSES", 1)


@pytest.fixture
def shared(qtbot: QtBot, dutch: object) -> Iterator[Shared]:
    bare = low()
    begin_accounts(bare, REGISSEUR, WORDS)
    shut = closed(bare)
    regisseur = sign_in(shut, door(shut).entrants[0].account, WORDS)
    handed: list[HandedOut] = [*add_jury(regisseur, JURY), add_person(regisseur, Role.SECOND_READER, READER)]
    window = a_window(bare)
    made = Shared(qtbot, window, regisseur, {each.name: each.secret for each in handed})
    window.show_dossier(shut)
    made.quiet()
    yield made
    window.guard.leave()
    window.close()
    window.deleteLater()


def a_window(dossier: Dossier) -> MainWindow:
    def nothing(*_names: str) -> Dossier:
        raise AssertionError("nothing else is opened here")

    wiring = Wiring(nothing, nothing, nothing, dossier.now, lambda _page, _language: "")
    window = MainWindow(wiring, Preferences(user="Regisseur"))
    window.resize(1440, 900)
    window.show()
    return window


def told(window: MainWindow) -> str:
    return " ".join(readable(window))


def test_before_somebody_signs_in_the_window_tells_names_and_nothing_else(shared: Shared) -> None:
    assert shared.window.page is None
    assert "Ankerpunt" not in told(shared.window)
    assert not any(button.isEnabled() for button in shared.window.rail.buttons.values())
    assert [shared.view.who.itemText(at) for at in range(shared.view.who.count())] == [
        "An Maes · regisseur",
        "Jurylid 1 · jurylid",
        "Jurylid 2 · jurylid",
        "Jurylid 3 · jurylid",
        "Bo Claes · tweede lezer",
    ]


def test_the_regisseur_sees_the_whole_procedure(shared: Shared) -> None:
    shared.enter(REGISSEUR, WORDS)
    assert (shared.signed_in(), len(shared.stages()), shared.window._key) == (REGISSEUR, 11, "overview")


def test_a_wrong_secret_is_told_beside_the_field_and_can_be_mended(shared: Shared) -> None:
    shared.enter(REGISSEUR, "fout")
    assert "niet de juiste" in shared.view.field.hint.text()
    shared.enter(REGISSEUR, WORDS)
    assert shared.signed_in() == REGISSEUR


def test_a_juror_chooses_an_own_code_and_has_one_page(shared: Shared) -> None:
    shared.enter(JUROR)
    assert (shared.signed_in(), shared.stages()) == (JUROR, ["own"])
    page = shared.window.page
    assert isinstance(page, OwnPage)
    assert page.form.view is not None
    assert page.form.view.sheet.juror == "j1"
    assert not page.desk.who.isVisible()
    shared.window.guard.switch()
    shared.quiet()
    shared.enter(JUROR, shared.codes[JUROR])
    assert shared.window.guard.covering
    shared.enter(JUROR, OWN)
    assert shared.signed_in() == JUROR


def test_the_second_reader_has_the_pages_to_read_and_the_decisions_to_confirm(shared: Shared) -> None:
    shared.enter(READER)
    assert shared.stages() == ["overview", "candidacies", "deliberation", "letters", "journal"]
    assert "tweede lezer" in told(shared.window)
    for stage in shared.stages():
        shared.window.go_to(stage)
        shared.quiet()
        dossier = shared.window.shell.dossier
        offered = [action for action in shared.window.book.of("page") if action.enabled]
        assert [each.id for each in offered if first_obstacle(dossier, asked_by(each.run)) is not None] == []


def test_a_way_to_a_page_that_a_role_does_not_have_says_so(shared: Shared) -> None:
    shared.enter(READER)
    shared.window.shell.go_to("rebuttal", "K-01")
    said = [bar.text.text() for bar in shared.window.shell.notices.bars()]
    assert shared.window._key == "overview"
    assert said[-1] == "De pagina “Weerwoord” is er niet voor jouw rol. Vraag de regisseur wat erop staat."


def test_the_lock_covers_everything_and_gives_the_same_person_the_same_page_back(shared: Shared) -> None:
    shared.enter(REGISSEUR, WORDS)
    shared.window.go_to("jury")
    shared.quiet()
    page = shared.window.page
    dialog = QDialog(shared.window)
    QLabel("Jurylid 2 zei dit", dialog)
    dialog.open()

    shared.window.guard.lock()
    shared.quiet()

    assert page is not None
    assert shared.window.page is None
    assert not page.isVisible()
    assert not dialog.isVisible()
    assert [button.count for button in shared.window.rail.buttons.values()] == [""] * 11
    assert (shared.window.header.title.text(), shared.window.header.subtitle.text()) == ("Aanmelden", "")

    shared.enter(REGISSEUR, WORDS)
    assert shared.window.page is page
    assert dialog.isVisible()
    dialog.reject()


def test_another_person_finds_nothing_of_the_one_before(shared: Shared) -> None:
    shared.enter(REGISSEUR, WORDS)
    minutes = calling(set_lock_minutes, 7)
    back = calling(set_lock_minutes, 10)
    shared.window.shell.run_operation(
        Operation("Zeven minuten", minutes, frozenset({Subject.SETTINGS}), lambda _: back)
    )
    shared.quiet()
    dialog = QDialog(shared.window)
    dialog.open()
    shared.window.guard.switch()
    shared.quiet()
    shared.enter(JUROR)

    assert not dialog.isVisible()
    assert not shared.window.shell.operations.stack.canUndo()
    assert list(shared.window.pages) == ["own"]
    assert accounts(shared.regisseur).lock_minutes == 7


def test_the_window_locks_by_itself_when_nobody_touches_it(shared: Shared) -> None:
    shared.enter(REGISSEUR, WORDS)
    assert (shared.window.guard.idle.isActive(), shared.window.guard.idle.interval()) == (True, 600_000)
    shared.window.guard.idle.timeout.emit()
    assert shared.window.guard.covering
    assert not shared.window.guard.idle.isActive()


def test_the_keys_of_the_window_do_nothing_under_the_lock(shared: Shared) -> None:
    shared.enter(REGISSEUR, WORDS)
    shared.window.guard.lock()
    shared.quiet()
    events = _events(shared)
    for action in shared.window.book.all():
        if action.id.startswith(("go.", "edit.")):
            action.run()
    shared.quiet()
    assert shared.window.guard.covering
    assert QApplication.activeModalWidget() is None
    assert _events(shared) == events
    shared.window.shell.notices.clear()


def _events(shared: Shared) -> int:
    with shared.regisseur.read() as uow:
        return len(uow.journal.all())


def test_a_juror_is_proposed_when_their_name_is_picked_on_the_page_of_assessment(shared: Shared) -> None:
    shared.enter(REGISSEUR, WORDS)
    shared.window.go_to("assessment")
    shared.quiet()
    page = shared.window.page
    assert page is not None
    page.show_object("j2")
    shared.quiet()
    assert shared.window.guard.covering
    assert shared.view.who.currentText() == "Jurylid 2 · jurylid"


def test_making_it_obligatory_shows_the_key_once_and_then_asks(qtbot: QtBot, dutch: object) -> None:
    dossier = low()
    window = a_window(dossier)
    shared = Shared(qtbot, window, dossier, {})
    window.show_dossier(dossier)
    window.go_to("settings")
    shared.quiet()
    page = window.page
    assert page is not None
    section = page.accounts  # type: ignore[attr-defined]
    section._begin(REGISSEUR, WORDS)
    shared.quiet()
    shown = window.findChild(HandedOutDialog)
    assert shown is not None
    assert len(shown.handed[0].secret.split()) == 6
    assert shown.isVisible()
    assert [bar.text.text() for bar in window.shell.notices._all()] == []
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible()
    shown.noted.click()
    shared.quiet()

    assert window.guard.covering
    shared.regisseur = closed(dossier)
    shared.enter(REGISSEUR, WORDS)
    assert len(list_candidacies(window.shell.opened())) == 3
    window.guard.leave()
    window.close()
    window.deleteLater()
