"""A window sees what another process wrote in its dossier, and reads its own work only once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.store import create_store
from jury_desktop.ui.final import Final
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING, Operation, Subject, calling
from jury_desktop.ui.pages.jury import JuryPage
from jury_desktop.ui.settings import Preferences
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier
from tests.ui.sample_page import a_wiring

pytestmark = pytest.mark.xdist_group("window")


@pytest.fixture
def place(tmp_path: Path) -> str:
    target = tmp_path / "samen.jury"
    a_dossier([a_candidacy()], [a_juror(1)], store=create_store(target, a_call())).store.close()
    return str(target)


@pytest.fixture
def window(qtbot: QtBot, place: str, dutch: object) -> Iterator[MainWindow]:
    """The window on the page of the jury; it looks only when it is told to."""
    made = MainWindow(a_wiring(), Preferences(user="Regisseur"))
    made.shell.others.timer.stop()
    dossier = open_dossier(place)
    made.show_dossier(dossier, "jury")
    made.show()
    quiet(qtbot, made)
    look(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    dossier.store.close()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=10_000)


def look(qtbot: QtBot, window: MainWindow) -> None:
    window.shell.others.look()
    quiet(qtbot, window)


def names(window: MainWindow) -> list[str]:
    page = window.page
    assert isinstance(page, JuryPage)
    return [row.juror.name for row in page.table.rows.rows]


def elsewhere(place: str, number: int) -> None:
    """Another process adds a juror."""
    other: Dossier = open_dossier(place, "Iemand anders")
    save_juror(other, a_juror(number))
    other.store.close()


def test_what_another_process_wrote_shows_without_opening_again(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    elsewhere(place, 2)
    assert names(window) == ["Jurylid 1"]

    look(qtbot, window)

    assert names(window) == ["Jurylid 1", "Jurylid 2"]


def test_nothing_is_read_again_where_nothing_changed_or_only_this_window_did(
    qtbot: QtBot, window: MainWindow
) -> None:
    seen: list[object] = []
    window.shell.others.grown.connect(seen.append)
    look(qtbot, window)
    window.shell.run_operation(Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.LEFT))
    quiet(qtbot, window)

    look(qtbot, window)

    assert seen == []
    assert names(window) == ["Jurylid 1", "Jurylid 2"]


def test_who_writes_after_this_window_did_is_seen_too(qtbot: QtBot, window: MainWindow, place: str) -> None:
    window.shell.run_operation(Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.LEFT))
    quiet(qtbot, window)
    look(qtbot, window)
    elsewhere(place, 3)

    look(qtbot, window)

    assert names(window) == ["Jurylid 1", "Jurylid 2", "Jurylid 3"]


def test_what_somebody_else_did_between_two_steps_of_this_window_is_seen_too(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    """Also where the newest event is this window's own, and its step showed another part of the dossier."""
    elsewhere(place, 2)
    step = Operation("Jurylid", calling(save_juror, a_juror(3)), frozenset({Subject.SETTINGS}), Final.LEFT)
    window.shell.run_operation(step)
    quiet(qtbot, window)
    assert names(window) == ["Jurylid 1"]

    look(qtbot, window)

    assert names(window) == ["Jurylid 1", "Jurylid 2", "Jurylid 3"]
