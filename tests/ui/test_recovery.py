"""A damaged dossier: the window offers its newest sound copy, or to save what can be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier, wiring
from jury_desktop.services.backups import copies_of, make_backup
from jury_desktop.storage.store import create_store, open_store
from jury_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.settings import Preferences
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier
from tests.storage.test_salvage import damage as scratch
from tests.storage.test_salvage import pages_of

pytestmark = pytest.mark.xdist_group("window")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    target = tmp_path / "lier.jury"
    a_dossier([a_candidacy()], [a_juror(1)], store=create_store(target, a_call())).store.close()
    return target


@pytest.fixture
def window(qtbot: QtBot, dutch: object) -> Iterator[MainWindow]:
    made = MainWindow(wiring(lambda: NOW), Preferences(user="Bea Claes"))
    made.show()
    yield made
    made.opening.close()
    quiet(qtbot, made)
    made.close()
    made.deleteLater()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)


def damage(file: Path) -> None:
    """All but what says that it is a dossier."""
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(content)


def asked(qtbot: QtBot, window: MainWindow, file: Path) -> QuestionDialog:
    """The question that comes when the dossier is opened."""
    window.opening.open(str(file))
    found: list[QuestionDialog] = []

    def there() -> bool:
        found.extend(window.findChildren(QuestionDialog))
        return bool(found)

    qtbot.waitUntil(there, timeout=20_000)
    return found[-1]


def test_the_newest_sound_copy_is_offered_and_put_back(window, qtbot, file):
    with closing(open_store(file)) as store:
        make_backup(open_dossier(str(file)))
        assert store.problems() == ()
    damage(file)

    dialog = asked(qtbot, window, file)
    assert [button.text() for button in dialog.buttons.values()] == [
        "Reservekopie terugzetten",
        "Redden wat leesbaar is…",
    ]
    assert str(dialog.question.text).endswith(
        f"De nieuwste reservekopie die in orde is, is van {when(file)}."
    )
    dialog.buttons["restore"].click()
    qtbot.waitUntil(lambda: window.shell.dossier is not None, timeout=20_000)
    quiet(qtbot, window)

    with window.shell.opened().read() as uow:
        assert len(uow.jurors.find()) == 1
    assert [each.name for each in file.parent.glob("lier (beschadigd*).jury")] != []


def when(file: Path) -> str:
    from jury_desktop.wording import moment

    return moment(copies_of(file)[0].told.at)


def test_without_a_copy_what_can_be_read_is_saved(window, qtbot, file, monkeypatch):
    target = file.with_name("gered.jury")
    monkeypatch.setattr(window.shell, "pick_save", lambda _t, _f, _n, picked: picked(target))
    scratch(file, *pages_of(file, "journal"))

    asked(qtbot, window, file).buttons["salvage"].click()
    qtbot.waitUntil(lambda: window.shell.dossier is not None, timeout=20_000)
    quiet(qtbot, window)

    assert window.shell.opened().store.name == "gered.jury"
    with window.shell.opened().read() as uow:
        assert uow.journal.all()[-1].action == "dossier.salvaged"


def locked_for_ever(file: Path) -> None:
    """A dossier with a passphrase of which the first bytes are lost: no word opens it any more."""
    with closing(open_store(file)) as store:
        assert store.lock is not None
        store.lock.change("appel-fiets-lamp")
    file.write_bytes(bytes(range(16)) + file.read_bytes()[16:])


def dialog_of(qtbot: QtBot, window: MainWindow, file: Path) -> PassphraseDialog:
    window.opening.open(str(file))
    qtbot.waitUntil(lambda: window.findChild(PassphraseDialog) is not None, timeout=20_000)
    return window.findChild(PassphraseDialog)


def stuck(dialog: PassphraseDialog) -> None:
    (way_out,) = [each for each in dialog.findChildren(QPushButton) if each.text() == "Het gaat niet open…"]
    way_out.click()


def test_what_no_passphrase_opens_may_be_damaged_and_its_copy_is_put_back(window, qtbot, file):
    make_backup(open_dossier(str(file)))
    locked_for_ever(file)

    stuck(dialog_of(qtbot, window, file))
    qtbot.waitUntil(lambda: window.findChild(QuestionDialog) is not None, timeout=20_000)
    question = window.findChild(QuestionDialog)
    assert [button.text() for button in question.buttons.values()] == ["Reservekopie terugzetten"]
    assert "kan het begin van het bestand beschadigd zijn" in str(question.question.text)
    question.buttons["restore"].click()
    qtbot.waitUntil(lambda: window.shell.dossier is not None, timeout=20_000)
    quiet(qtbot, window)

    with window.shell.opened().read() as uow:
        assert len(uow.jurors.find()) == 1
    assert [each.name for each in file.parent.glob("lier (beschadigd*).jury")] != []


def test_where_there_is_no_copy_of_what_no_passphrase_opens_that_is_told(window, qtbot, file):
    locked_for_ever(file)

    stuck(dialog_of(qtbot, window, file))
    told = "Er is geen reservekopie van die in orde is en teruggezet kan worden."
    qtbot.waitUntil(lambda: told in [each.text() for each in window.findChildren(QLabel)], timeout=20_000)
