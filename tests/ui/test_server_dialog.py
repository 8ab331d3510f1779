"""A dossier on a server is opened from the window, by whoever the server says they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jury_desktop import bootstrap, wording
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.role import Role
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.dialogs.server_dialog import ServerDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.settings import Preferences
from tests.postgres import ONE_SERVER, drop_database, owned_database
from tests.storage.server.scene import Hosted, host, now, whole
from tests.ui.sample_page import a_wiring

LONG = 20_000


@pytest.fixture
def hosted(server: str) -> Iterator[Hosted]:
    hosted = host(owned_database(server, "doors"), whole)
    yield hosted
    drop_database(server, "doors")


def asked(window: MainWindow) -> ServerDialog:
    found = [each for each in window.findChildren(ServerDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def connected(window: MainWindow, address: str, password: str) -> ServerDialog:
    window.opening.choose_server()
    dialog = asked(window)
    dialog.address.setText(address)
    dialog.password.setText(password)
    dialog.connect_.click()
    return dialog


ERRORS = {
    "lier": "storage.bad_address",
    "postgresql://els@localhost/lier?wat=dit": "storage.bad_address",
    "postgresql://els@db.gemeente.example/lier?sslmode=disable": "server.in_the_clear",
    "postgresql://els@localhost:1/lier": "server.no_answer",
    "postgresql://els@db.gemeente.invalid/lier": "server.unknown_host",
    "{server}/nergens?{socket}": "server.no_database",
    "{server}/postgres?{socket}": "server.no_dossier",
    "postgresql://niemand@/postgres?{socket}": "server.turned_away",
}
"""Addresses that open nothing, and what is said of each."""


@ONE_SERVER
def test_whatever_is_wrong_is_said_and_what_was_typed_stays(qtbot: QtBot, dutch: object, server: str) -> None:
    window = MainWindow(bootstrap.wiring(now), Preferences(user="Els"))
    qtbot.addWidget(window)
    window.show()
    told: list[str] = []
    window.shell.words = lambda message: told.append(message.key) or wording.render(message, "nl")  # type: ignore
    place, _, socket = server.partition("/postgres?")
    dialog = connected(window, "iets", "geheim")
    for pattern, said in ERRORS.items():
        address = pattern.format(server=place, socket=socket)
        qtbot.waitUntil(lambda: not dialog.waits, timeout=LONG)
        dialog.address.setText(address)
        assert dialog.where.widget.property("invalid") is False
        with qtbot.waitSignal(window.shell.jobs.changed, timeout=LONG):
            dialog.connect_.click()
        qtbot.waitUntil(lambda: not dialog.waits, timeout=LONG)

        assert (told[-1], pattern) == (said, pattern)
        assert (dialog.address.text(), dialog.password.text()) == (address, "geheim")
        assert dialog.where.hint.text() == dialog.address.accessibleDescription()
        assert "geheim" not in dialog.where.hint.text()
        assert dialog.connect_.isEnabled()
    dialog.reject()


def test_a_message_is_shown_whole_however_long(qtbot: QtBot, dutch: object) -> None:
    window = MainWindow(a_wiring(), Preferences(user="Els"))
    qtbot.addWidget(window)
    window.show()
    window.opening.choose_server()
    dialog = asked(window)
    before = dialog.height()
    dialog.show_problem("Dit is er mis. " * 60, of_password=False)

    hint = dialog.where.hint
    qtbot.waitUntil(lambda: hint.height() >= hint.heightForWidth(hint.width()), timeout=LONG)
    assert dialog.height() > before
    dialog.reject()


def test_after_a_fault_of_the_program_the_user_may_try_again(qtbot: QtBot, dutch: object) -> None:
    def open_server(_address: str, _password: str, _user: str) -> Dossier:
        raise ZeroDivisionError

    window = MainWindow(replace(a_wiring(), open_server=open_server), Preferences(user="Els"))
    qtbot.addWidget(window)
    window.show()
    crashed: list[object] = []
    window.shell.jobs.crashed.connect(crashed.append)
    dialog = connected(window, "postgresql://els@localhost/lier", "geheim")
    qtbot.waitUntil(lambda: bool(crashed) and not dialog.waits, timeout=LONG)

    assert (dialog.password.text(), dialog.connect_.isEnabled()) == ("geheim", True)
    dialog.reject()


@ONE_SERVER
def test_a_juror_connects_and_sits_at_their_own_desk(qtbot: QtBot, hosted: Hosted, dutch: object) -> None:
    kept: list[Preferences] = []
    window = MainWindow(bootstrap.wiring(now), Preferences(user="Iemand"))
    window.shell.store_preferences = kept.append
    qtbot.addWidget(window)
    window.show()

    address = hosted.address("els").replace("els@", "els:oud@")
    connected(window, address, "geheim")
    qtbot.waitUntil(lambda: window.shell.dossier is not None, timeout=LONG)
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=LONG)

    dossier = window.shell.dossier
    assert dossier is not None
    assert dossier.who is not None
    assert (dossier.who.name, dossier.who.role, dossier.actor) == ("Els Maes", Role.JUROR, "Els Maes")
    assert window.shell.notices.isVisible() is False
    assert "geheim" not in repr(kept)
    assert "oud" not in repr(kept)
    assert kept[-1].recent[0].startswith("postgresql://els@")
    window.close()
    dossier.store.close()


def test_a_wrong_password_is_told_in_the_dialog_and_can_be_mended(qtbot: QtBot, dutch: object) -> None:
    tried: list[tuple[str, str]] = []

    def open_server(address: str, password: str, _user: str) -> Dossier:
        tried.append((address, password))
        raise refuse("server.password_wrong", name="lier")

    window = MainWindow(replace(a_wiring(), open_server=open_server), Preferences(user="Els"))
    qtbot.addWidget(window)
    window.show()
    dialog = connected(window, " postgresql://els@localhost/lier ", "fout")
    qtbot.waitUntil(dialog.connect_.isEnabled, timeout=LONG)

    assert tried == [("postgresql://els@localhost/lier", "fout")]
    assert dialog.isVisible()
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    assert dialog.password.accessibleName() == "Wachtwoord"
    assert "laat de server van" in dialog.secret.hint.text()
    dialog.reject()


def test_an_address_that_wants_a_password_asks_for_it(qtbot: QtBot, dutch: object) -> None:
    def open_(_place: str, _user: str) -> Dossier:
        raise refuse("server.password_needed", name="lier")

    window = MainWindow(replace(a_wiring(), open=open_), Preferences(user="Els"))
    qtbot.addWidget(window)
    window.show()
    window.opening.open("postgresql://els:oud@localhost/lier")
    qtbot.waitUntil(lambda: bool(window.findChildren(ServerDialog)), timeout=LONG)

    assert asked(window).address.text() == "postgresql://els@localhost/lier"
    asked(window).reject()
