"""The window keeps copies of the dossier by itself, and puts one back; nothing waits for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.domain.backup import KeptCopy, Reason
from jury_desktop.domain.call import Round
from jury_desktop.services.backups import copies_of
from jury_desktop.services.jury import save_juror
from jury_desktop.services.rounds import close_round
from jury_desktop.ui.final import Final
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING, Operation, calling
from jury_desktop.ui.pages.settings import SettingsPage
from tests.builders import a_juror
from tests.ui.whole_window import notices, quiet, small_file, windows_on

pytestmark = pytest.mark.xdist_group("window")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return small_file(tmp_path)


@pytest.fixture
def show(qtbot: QtBot, file: Path, dutch: object) -> Iterator[Callable[[], MainWindow]]:
    with windows_on(file, qtbot) as shown:
        yield shown


def reasons(file: Path) -> list[Reason]:
    return [copy.told.reason for copy in copies_of(file)]


def page_of(window: MainWindow) -> SettingsPage:
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def test_a_dossier_that_is_opened_gets_its_copy_of_the_day(show, file):
    show()

    assert reasons(file) == [Reason.DAILY]


def test_before_a_round_is_ended_what_was_there_is_copied(show, file, qtbot):
    window = show()
    add = Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.STORY)
    end = Operation("Ronde", calling(close_round, Round.WRITTEN, "Genoeg gewacht"), EVERYTHING, Final.STORY)

    window.shell.run_operation(add)
    window.shell.run_operation(end)
    quiet(qtbot, window)

    newest, daily = sorted(copies_of(file), key=lambda copy: copy.told.events, reverse=True)
    assert newest.told.reason is Reason.PHASE
    assert newest.told.events == daily.told.events + 1


def test_that_no_copy_could_be_made_is_told_and_the_step_is_taken(show, file, qtbot):
    window = show()
    shutil.rmtree(file.with_name("lier (kopieën)"))
    file.with_name("lier (kopieën)").write_text("geen map", encoding="utf-8")

    window.shell.run_operation(Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.STORY))
    window.shell.run_operation(
        Operation("Ronde", calling(close_round, Round.WRITTEN, "Klaar"), EVERYTHING, Final.STORY)
    )
    quiet(qtbot, window)

    assert [text.partition(".")[0] for text in notices(window)] == [
        f"In de map “{file.with_name('lier (kopieën)')}” kan geen reservekopie komen"
    ]
    with window.shell.opened().read() as uow:
        assert uow.journal.all()[-1].action == "round.closed"


def test_a_copy_is_put_back_in_the_window(show, file, qtbot):
    window = show()
    window.shell.run_operation(Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.STORY))
    quiet(qtbot, window)
    (copy,) = copies_of(file)

    window.shell.restore(copy.file)
    quiet(qtbot, window)

    with window.shell.opened().read() as uow:
        assert [juror.id for juror in uow.jurors.find()] == ["j1"]
        assert uow.journal.all()[-1].action == "dossier.restored"
    assert set(reasons(file)) == {Reason.RESTORE, Reason.DAILY}
    assert notices(window) == [
        "Het dossier is weer zoals in de reservekopie. Wat er stond, ligt bij de reservekopieën."
    ]


def test_a_copy_that_cannot_be_put_back_leaves_the_dossier_open(show, file, qtbot):
    window = show()
    (copy,) = copies_of(file)
    copy.file.write_bytes(copy.file.read_bytes().replace(b"Jurylid", b"Jurylit"))

    window.shell.restore(copy.file)
    quiet(qtbot, window)

    assert "is niet meer wat bewaard werd" in notices(window)[0]
    window.shell.run_operation(Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.STORY))
    quiet(qtbot, window)
    with window.shell.opened().read() as uow:
        assert len(uow.jurors.find()) == 2


def test_the_settings_list_the_copies_and_make_one(show, file, qtbot):
    window = show()
    section = page_of(window).backups
    page_of(window).show_object("backups")

    section.make.click()
    quiet(qtbot, window)

    assert shown(section.table.rows.rows) == [Reason.ASKED, Reason.DAILY]
    assert section.make.isEnabled()
    assert notices(window) == ["Reservekopie gemaakt en nagelezen: alles klopt."]


def shown(rows: list[KeptCopy]) -> list[Reason]:
    return sorted((copy.told.reason for copy in rows), key=lambda reason: reason.value)


def test_how_many_stay_and_where_is_chosen_and_undone(show, file, qtbot, tmp_path):
    window = show()
    section = page_of(window).backups
    page_of(window).show_object("backups")
    stick = tmp_path / "stick"
    stick.mkdir()

    section._to_folder(stick)
    quiet(qtbot, window)
    section.newest.setValue(3)
    section.newest.editingFinished.emit()
    quiet(qtbot, window)

    assert section.place.text() == str(stick / "lier (kopieën)")
    assert (section.newest.value(), section.beside.isVisible()) == (3, True)
    window.shell.operations.undo()
    quiet(qtbot, window)
    assert section.newest.value() == 10
    section.beside.click()
    quiet(qtbot, window)
    assert section.place.text() == str(tmp_path / "lier (kopieën)")
