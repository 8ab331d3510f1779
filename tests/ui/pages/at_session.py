"""The page of a pitch session on a half-day with three pitches, as who runs it drives it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from jury_desktop.domain.session import PitchRun
from jury_desktop.ui.pages.session import SessionPage
from jury_desktop.ui.pages.session.candidate_dialog import CandidateDialog
from jury_desktop.ui.pages.session.juror_dialog import JurorDialog
from jury_desktop.ui.widgets.growing_text import GrowingText
from tests.services.sessioning import ONE, Clock, in_session
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import opened

D = TypeVar("D", bound=QDialog)


def session(qtbot: QtBot, clock: Clock | None = None, **rules: object) -> tuple[SessionPage, DirectShell]:
    """The page on a half-day with three pitches, at its start."""
    return opened(qtbot, SessionPage, in_session(clock or Clock(), **rules))  # type: ignore[arg-type]


def at_minute(page: SessionPage, shell: DirectShell, clock: Clock, minutes: float) -> None:
    """Time goes on."""
    clock.minutes = minutes
    shell.moment = clock()
    page.stage.clock.look()


def order(page: SessionPage) -> list[tuple[str, str]]:
    return [(pitch.candidacy.reference, pitch.state.value) for pitch in page.order.table.rows.rows]


def run_of(shell: DirectShell, candidacy: str = ONE.id) -> PitchRun | None:
    assert shell.dossier is not None
    with shell.dossier.read() as uow:
        return next(iter(uow.runs.find(candidacy=candidacy)), None)


def kept(shell: DirectShell, candidacy: str = ONE.id) -> PitchRun:
    found = run_of(shell, candidacy)
    assert found is not None
    return found


def asked(page: SessionPage, kind: type[D]) -> D:
    """The dialog that was opened last."""
    return page.findChildren(kind)[-1]


def chip(page: SessionPage, name: str) -> None:
    """Click what can be noted of somebody, by its accessible name."""
    next(each for each in page.stage.panel.chips() if each.accessibleName() == name).click()
    QApplication.processEvents()


def write(dialog: JurorDialog | CandidateDialog, reason: str) -> None:
    field = dialog.reason.widget
    assert isinstance(field, GrowingText)
    field.setPlainText(reason)


def sit(page: SessionPage, name: str) -> None:
    """A juror of the panel chooses a name."""
    box = page.scoring.who
    shown = [box.itemText(row) for row in range(box.count())]
    box.setCurrentIndex(next(row for row, text in enumerate(shown) if text.startswith(name)))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
