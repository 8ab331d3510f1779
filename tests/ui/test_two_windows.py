"""Two windows on one dossier of a server: each shows what the other does, without being asked."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jury_desktop import bootstrap
from jury_desktop.domain.juror import Juror
from jury_desktop.services.jury import save_juror
from jury_desktop.ui.final import Final
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING, Operation, calling
from jury_desktop.ui.pages.desk import OwnPage
from jury_desktop.ui.pages.jury import JuryPage
from jury_desktop.ui.pages.jury.form import JurorForm
from jury_desktop.ui.settings import Preferences
from tests.builders import a_juror
from tests.postgres import ONE_SERVER, drop_database, owned_database
from tests.storage.server.scene import ELS, OWN, Hosted, host, now, whole

pytestmark = ONE_SERVER
LONG = 20_000
"""Milliseconds after which a test gives up; what is measured is that it happens at all."""


@pytest.fixture
def hosted(server: str) -> Iterator[Hosted]:
    hosted = host(owned_database(server, "windows"), whole)
    yield hosted
    hosted.close()
    drop_database(server, "windows")


@pytest.fixture
def windows(qtbot: QtBot, hosted: Hosted, dutch: object) -> Iterator[list[MainWindow]]:
    """Two windows of the regisseur on the page of the jury, which do not look by themselves."""
    made = []
    for _ in range(2):
        window = MainWindow(bootstrap.wiring(now), Preferences(user="Ria"))
        window.shell.others.timer.stop()
        window.show_dossier(bootstrap.open_dossier(hosted.address("ria")), "jury")
        window.show()
        made.append(window)
    for window in made:
        qtbot.waitUntil(lambda window=window: len(names(window)) == 3, timeout=LONG)
        window.shell.others.look()
        quiet(qtbot, window)
    yield made
    for window in made:
        dossier = window.shell.dossier
        window.close()
        window.deleteLater()
        if dossier is not None:
            dossier.store.close()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=LONG)


def names(window: MainWindow) -> list[str]:
    page = window.page
    assert isinstance(page, JuryPage)
    return [row.juror.name for row in page.table.rows.rows]


def test_what_one_window_does_the_other_shows(qtbot: QtBot, windows: list[MainWindow]) -> None:
    first, second = windows
    added = calling(save_juror, a_juror(7))

    first.shell.run_operation(Operation("Jurylid", added, EVERYTHING, Final.LEFT))

    qtbot.waitUntil(lambda: "Jurylid 7" in names(second), timeout=LONG)
    assert names(first) == names(second)


def test_noise_from_anybody_makes_no_window_read_again(
    qtbot: QtBot, windows: list[MainWindow], hosted: Hosted
) -> None:
    """Whoever can connect can send hints; a hint makes a window look, and nothing more."""
    window = windows[0]
    grown: list[object] = []
    window.shell.others.grown.connect(grown.append)
    with qtbot.waitSignal(window.ear.hint, timeout=LONG), hosted.connect("els") as connection:
        for _ in range(1000):
            connection.execute("NOTIFY jury, 'x'")
    quiet(qtbot, window)

    assert grown == []


def test_a_lost_server_is_told_and_so_is_its_return(
    qtbot: QtBot, windows: list[MainWindow], server: str
) -> None:
    window = windows[0]
    told: list[str] = []
    window.ear._notify = lambda notice: told.append(notice.text.key)

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER DATABASE windows ALLOW_CONNECTIONS false")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'windows'")
        qtbot.waitUntil(lambda: told == ["server.lost"], timeout=LONG)
        connection.execute("ALTER DATABASE windows ALLOW_CONNECTIONS true")
    qtbot.waitUntil(lambda: told == ["server.lost", "server.back"], timeout=LONG)

    windows[1].shell.run_operation(
        Operation("Jurylid", calling(save_juror, a_juror(8)), EVERYTHING, Final.LEFT)
    )
    qtbot.waitUntil(lambda: "Jurylid 8" in names(window), timeout=LONG)


def form(window: MainWindow) -> JurorForm:
    page = window.page
    assert isinstance(page, JuryPage)
    page.table.choose(ELS.id)
    return page.form


def typed(line: QLineEdit, text: str) -> None:
    """Somebody types this, and does not save it yet."""
    line.setText(text)
    line.textEdited.emit(text)


def kept(hosted: Hosted) -> Juror:
    with hosted.opened("ria").read() as uow:
        return uow.jurors.get(ELS.id)


def test_what_two_people_type_on_one_juror_is_kept_of_both(
    qtbot: QtBot, windows: list[MainWindow], hosted: Hosted
) -> None:
    mine, theirs = map(form, windows)
    typed(mine.role, "schepen")
    typed(theirs.organisation, "Gemeente Nijlen")
    seen: list[object] = []
    windows[0].shell.others.grown.connect(seen.append)
    theirs.keep.click()
    qtbot.waitUntil(lambda: bool(seen), timeout=LONG)
    quiet(qtbot, windows[0])
    assert (mine.role.text(), mine.organisation.text()) == ("schepen", "Gemeente 1")  # still being typed

    mine.keep.click()
    quiet(qtbot, windows[0])

    found = kept(hosted)
    assert (found.role, found.organisation) == ("schepen", "Gemeente Nijlen")
    qtbot.waitUntil(lambda: mine.organisation.text() == "Gemeente Nijlen", timeout=LONG)


def test_who_would_overwrite_another_is_told_and_what_they_typed_stays(
    qtbot: QtBot, windows: list[MainWindow], hosted: Hosted
) -> None:
    mine, theirs = map(form, windows)
    typed(mine.role, "schepen")
    typed(theirs.role, "burgemeester")
    theirs.keep.click()
    quiet(qtbot, windows[1])
    told: list[str] = []
    windows[0].shell.notify = lambda notice: told.append(notice.text.key)  # type: ignore

    mine.keep.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    qtbot.waitUntil(mine.dirty, timeout=LONG)
    quiet(qtbot, windows[0])

    assert told == ["jury.crossed"]
    assert (kept(hosted).role, mine.role.text()) == ("burgemeester", "schepen")
    mine.keep.click()  # having seen what there is
    qtbot.waitUntil(lambda: kept(hosted).role == "schepen", timeout=LONG)
    quiet(qtbot, windows[0])


def test_what_a_juror_types_stays_while_others_change_something(
    qtbot: QtBot, hosted: Hosted, dutch: object
) -> None:
    window = MainWindow(bootstrap.wiring(now), Preferences(user="Els"))
    window.shell.others.timer.stop()
    window.show_dossier(bootstrap.open_dossier(hosted.address("els")))
    window.show()
    quiet(qtbot, window)
    window.go_to("own", OWN.reference)
    page = window.page
    assert isinstance(page, OwnPage)
    qtbot.waitUntil(lambda: page.form.view is not None, timeout=LONG)
    window.shell.others.look()
    quiet(qtbot, window)
    page.form.criteria.remark.setPlainText("Half getypt")
    seen: list[object] = []
    window.shell.others.grown.connect(seen.append)

    save_juror(hosted.opened("ria"), a_juror(9))
    qtbot.waitUntil(lambda: bool(seen), timeout=LONG)
    quiet(qtbot, window)

    assert page.form.criteria.remark.toPlainText() == "Half getypt"
    dossier = window.shell.dossier
    window.close()
    assert dossier is not None
    dossier.store.close()
    with hosted.opened("els").read() as uow:
        assert "Half getypt" in [sheet.remark for sheet in uow.sheets.find(candidacy=OWN.id)]
