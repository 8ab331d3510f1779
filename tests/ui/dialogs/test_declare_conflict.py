"""The dialog that declares a conflict is as high as what is in it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from jury_desktop.ui.dialogs.declare_conflict import DeclareConflictDialog


def test_the_hint_stands_below_its_field(qtbot: QtBot, dutch: object) -> None:
    dialog = DeclareConflictDialog((), (), print)
    dialog.open()
    qtbot.waitExposed(dialog)

    reason = dialog.reason
    assert reason.hint.y() >= reason.widget.geometry().bottom()
    dialog.close()
