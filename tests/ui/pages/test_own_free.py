"""A juror who signed in says when they can sit, of themselves alone; Ctrl+Z takes it back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.domain.role import Role
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.pages.desk import OwnPage
from jury_desktop.ui.pages.desk.free_dialog import FreeDialog
from tests.builders import a_juror
from tests.services.scenario import a_dossier
from tests.services.signing_in import signed_in, with_accounts
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import opened, press


@pytest.fixture
def dossier() -> Dossier:
    return signed_in(with_accounts(a_dossier([], [a_juror(1), a_juror(2)])), Role.JUROR)


def asked(qtbot: QtBot, dossier: Dossier) -> tuple[FreeDialog, DirectShell, OwnPage]:
    page, shell = opened(qtbot, OwnPage, dossier)
    press(page, "own.availability")
    dialog = page.findChild(FreeDialog)
    assert dialog is not None
    return dialog, shell, page


def sessions(dossier: Dossier, juror: str) -> int:
    with dossier.store.read() as uow:
        return len(uow.jurors.get(juror).available)


def test_a_session_that_is_ticked_off_is_kept_and_can_be_undone(qtbot, dutch, dossier):
    dialog, shell, page = asked(qtbot, dossier)
    assert [each.tick.isChecked() for each in dialog.sessions.sessions] == [True, True, True]

    dialog.sessions.sessions[1].tick.click()
    dialog.keep.click()

    assert (sessions(dossier, "j1"), sessions(dossier, "j2")) == (2, 3)
    assert [operation.text for operation in shell.done] == ["Wanneer ik kan zetelen"]
    shell.undo()
    assert sessions(dossier, "j1") == 3
    page.close()


def test_what_was_not_changed_makes_no_step(qtbot, dutch, dossier):
    dialog, shell, page = asked(qtbot, dossier)

    dialog.keep.click()

    assert shell.done == []
    page.close()


def test_hours_from_the_end_to_the_beginning_are_not_kept(qtbot, dutch, dossier):
    dialog, shell, page = asked(qtbot, dossier)
    first = dialog.sessions.sessions[0]
    first.start.setTime(first.end.time())

    dialog.keep.click()

    assert dialog.isVisible()
    assert "beginnen voor ze eindigt" in dialog.problem.text()
    assert shell.done == []
    dialog.reject()
    page.close()
