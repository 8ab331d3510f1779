"""An afternoon on the planning page, in the real window: a drag that is refused, a drop, a lock, undo, a new
plan, what was communicated, a juror who drops out and why that moves somebody, what leaves the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from jury_desktop.domain.pitch import Interval, Slot
from jury_desktop.services.jury import save_juror
from jury_desktop.services.plan_moves import slot_of
from jury_desktop.services.planning import plan_view
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.store import create_store
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.planning import PlanningPage
from jury_desktop.ui.pages.planning.block import PitchBlock
from jury_desktop.ui.pages.planning.versions_dialog import VersionsDialog
from jury_desktop.ui.settings import Preferences
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited
from tests.ui.pages.driving import button
from tests.ui.sample_page import a_wiring

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
WEDNESDAY, FRIDAY, MONDAY = a_call().windows
ALL = tuple(Interval(window.start, window.end) for window in a_call().windows)
_, ON_FRIDAY, ON_MONDAY = ALL
JURORS = [a_juror(number, available=ALL) for number in (1, 2, 3)]
ONE = a_candidacy(1, unavailable=(ON_FRIDAY,))
TWO = a_candidacy(2)

pytestmark = pytest.mark.xdist_group("planning-story")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    store = create_store(tmp_path / "lier.jury", a_call())
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)], store=store)
    yield made
    made.store.close()


@pytest.fixture
def window(qtbot: QtBot, dutch: object, dossier: Dossier) -> Iterator[MainWindow]:
    made = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences(user="Regisseur"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_dossier(dossier, "planning")
    with qtbot.waitActive(made):
        made.show()
    rest(qtbot, made)
    yield made
    made.close()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Until nothing is under way: a step may bring the next."""

    def idle() -> bool:
        QApplication.processEvents()
        return not window.shell.jobs.running

    qtbot.waitUntil(idle, timeout=30_000)
    qtbot.waitUntil(idle, timeout=30_000)


def page_of(window: MainWindow) -> PlanningPage:
    page = window.page
    assert isinstance(page, PlanningPage)
    return page


def block_of(window: MainWindow, reference: str) -> PitchBlock:
    return next(b for b in page_of(window).columns.blocks() if b.pitch.candidacy.reference == reference)


def drag(qtbot: QtBot, window: MainWindow, reference: str, slot: Slot) -> None:
    """Take a block by its top, over a slot, and let go there."""
    block = block_of(window, reference)
    scale = next(c.scale for c in page_of(window).columns.columns if c.scale.window_.id == slot.window)

    def target() -> QPoint:
        return block.mapFromGlobal(scale.mapToGlobal(QPoint(100, scale.top(slot.start) + 8)))

    qtbot.mousePress(block, Left, pos=QPoint(20, 8))
    qtbot.mouseMove(block, QPoint(60, 40))
    rest(qtbot, window)
    qtbot.mouseMove(block, target())
    rest(qtbot, window)
    qtbot.mouseRelease(block, Left, pos=target())
    rest(qtbot, window)


def slots(dossier: Dossier) -> dict[str, Slot | None]:
    stored = plan_view(dossier).plan
    assert stored is not None
    return {reference: slot_of(stored.plan, reference) for reference in ("K-01", "K-02")}


def do(qtbot: QtBot, window: MainWindow, action: str) -> None:
    window.book.qt(action).trigger()
    rest(qtbot, window)


def said(window: MainWindow) -> list[str]:
    return [bar.text.text() for bar in window.shell.notices.bars()]


def test_an_afternoon_of_planning(
    qtbot: QtBot, window: MainWindow, dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the planner makes a plan
    do(qtbot, window, "planning.solve")
    assert "2 pitches hebben een plaats." in said(window)
    first = slots(dossier)

    # a drag to where the candidate cannot come is refused with the reason, and nothing moves
    drag(qtbot, window, "K-01", Slot(FRIDAY.id, 1, FRIDAY.start))
    verdict = page_of(window).side.verdict.said.text()
    assert verdict.startswith("Kan niet:")
    assert "De kandidaat van K-01 kan niet op 16 juni 2023" in verdict
    assert slots(dossier) == first

    # a drop where it can
    target = Slot(MONDAY.id, 1, MONDAY.start + timedelta(minutes=120))
    drag(qtbot, window, "K-01", target)
    assert slots(dossier)["K-01"] == target
    assert "De pitch van K-01 is verplaatst." in said(window)
    early = Slot(WEDNESDAY.id, 1, WEDNESDAY.start + timedelta(minutes=30))
    drag(qtbot, window, "K-02", early)
    assert slots(dossier)["K-02"] == early

    # locked by key; undone and locked again, each with Ctrl+Z
    block_of(window, "K-01").setFocus()
    qtbot.keyClick(block_of(window, "K-01"), Key.Key_L)
    rest(qtbot, window)
    assert block_of(window, "K-01").pitch.pinned
    for pinned in (False, True):
        undo = "edit.redo" if pinned else "edit.undo"
        do(qtbot, window, undo)
        assert block_of(window, "K-01").pitch.pinned is pinned

    # a new plan leaves it where it is locked; it is taken back
    by_hand = slots(dossier)
    do(qtbot, window, "planning.solve")
    assert slots(dossier)["K-01"] == target
    do(qtbot, window, "edit.undo")
    assert slots(dossier) == by_hand

    # the plan is communicated
    window.book.qt("planning.communicate").trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    qtbot.mouseClick(button(QApplication.activeModalWidget(), "Noteren"), Left)
    rest(qtbot, window)
    stored = plan_view(dossier).plan
    assert stored is not None
    assert stored.communicated_at is not None
    assert not window.book.qt("planning.communicate").isEnabled()

    # a juror drops out on Wednesday, the day of K-02: the new plan moves that one alone, and says why
    save_juror(dossier, replace(JURORS[0], available=(ON_FRIDAY, ON_MONDAY)))
    page_of(window).refresh(EVERYTHING)
    rest(qtbot, window)
    do(qtbot, window, "planning.solve")
    assert "2 pitches hebben een plaats. 1 meegedeelde pitch verschuift." in said(window)
    assert slots(dossier)["K-01"] == target
    do(qtbot, window, "planning.versions")
    dialog = page_of(window).findChild(VersionsDialog)
    assert dialog is not None
    shown = [dialog.view.table.rows.rows[at] for at in range(len(dialog.view.table.rows.rows))]
    reasons = {each.change.pitch: dialog.view._names.reasons(each) for each in shown}
    assert set(reasons) == {"K-02"}
    assert "is het quorum van 3 voor K-02 niet meer te halen" in reasons["K-02"]
    dialog.accept()

    # and all of it leaves the program
    monkeypatch.setattr(QFileDialog, "open", _choose(tmp_path / "uit"))
    do(qtbot, window, "planning.export.everything")
    assert {path.suffix for path in (tmp_path / "uit").iterdir()} == {".ics", ".pdf", ".xlsx"}


def _choose(folder: Path):
    """The user chooses this folder in the dialog."""

    def opened(dialog: QFileDialog) -> None:
        dialog.fileSelected.emit(str(folder))

    return opened
