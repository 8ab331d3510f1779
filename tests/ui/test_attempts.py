"""What a juror might try in the window to get at what is not theirs: nothing of it works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.sheet import Answer
from jury_desktop.services import verifier
from jury_desktop.services.accounts import add_jury, begin_accounts, set_lock_minutes
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury_changes import take_back_jury
from jury_desktop.services.paper import enter_score
from jury_desktop.services.plan_moves import lock_pitch
from jury_desktop.services.planning import plan_view
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import open_sheet
from jury_desktop.services.sign_in import closed, door, sign_in
from jury_desktop.ui.final import Final
from jury_desktop.ui.navigation import STAGES
from jury_desktop.ui.operations import EVERYTHING, Operation, Verb, calling
from jury_desktop.ui.pages.assessment import verbs
from tests.builders import a_candidacy, a_conflict, a_juror
from tests.services.sealed import low
from tests.ui.readable import readable
from tests.ui.test_sign_in import JUROR, JURY, REGISSEUR, WORDS, Shared, a_window

SECRETS = ("Gewoon", "Kompas")
"""What juror 2 wrote, and with whom juror 1 has a conflict of interest."""


@pytest.fixture
def juror(qtbot: QtBot, dutch: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    """The window after the regisseur worked in it and juror 1 signed in."""
    monkeypatch.setattr(verifier, "MEMORY", 64)
    monkeypatch.setattr(verifier, "PASSES", 1)
    bare = low()
    with bare.change() as uow:
        uow.conflicts.save(a_conflict(a_juror(1), a_candidacy(3), state=ConflictState.CONFIRMED))
        uow.journal.append("test.prepared", "conflict", "j1")
    begin_accounts(bare, REGISSEUR, WORDS)
    shut = closed(bare)
    regisseur = sign_in(shut, door(shut).entrants[0].account, WORDS)
    codes = {each.name: each.secret for each in add_jury(regisseur, JURY)}
    shared = Shared(qtbot, a_window(bare), regisseur, codes)
    shared.window.show_dossier(shut)
    shared.quiet()
    shared.enter(REGISSEUR, WORDS)
    for stage in ("candidacies", "deliberation", "assessment"):
        shared.window.go_to(stage)
        shared.quiet()
    back = calling(set_lock_minutes, 10)
    ask = Operation("Zeven", calling(set_lock_minutes, 7), EVERYTHING, lambda _: back)
    shared.window.shell.run_operation(ask)
    shared.quiet()
    shared.window.guard.switch()
    shared.quiet()
    shared.enter(JUROR)
    yield shared
    shared.window.guard.leave()
    shared.window.close()
    shared.window.deleteLater()


def hidden_page(key: str) -> Callable[[Shared], object]:
    return lambda shared: shared.window.go_to(key, "K-03")


def deep_link(ref: str) -> Callable[[Shared], object]:
    def follow(shared: Shared) -> None:
        page = shared.window.page
        assert page is not None
        page.show_object(ref)

    return follow


def verb(asked: Verb[object]) -> Callable[[Shared], object]:
    """What a page that is not there would run."""
    return lambda shared: shared.window.shell.run_operation(
        Operation("Poging", asked, EVERYTHING, Final.REASON)
    )


def every_action(shared: Shared) -> None:
    """All that the menus, shortcuts and the palette could run, but leaving."""
    for action in shared.window.book.all():
        if not action.id.startswith(("file.", "help.", "view.", "assessment.submit")):
            action.run()
    shared.quiet()
    for widget in QApplication.topLevelWidgets():
        if widget is not shared.window and widget.isVisible():
            widget.close()


def every_shortcut_of_the_rail(shared: Shared) -> None:
    for digit in range(10):
        shared.qtbot.keyClick(
            shared.window, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.ControlModifier
        )


def undo_and_redo(shared: Shared) -> None:
    """The regisseur's step is the last one that was done in this window."""
    shared.window.shell.operations.undo()
    shared.window.shell.operations.redo()


def drop_a_mailbox(shared: Shared) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/postvak.pst")])
    here = QPointF(400, 300)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for widget in (shared.window, shared.window.page):
        assert widget is not None
        QApplication.sendEvent(widget, QDropEvent(here, Qt.DropAction.CopyAction, mime, buttons, keys))


def another_way_round(shared: Shared) -> None:
    """Turn the own page to another juror without being asked."""
    page = shared.window.page
    page._juror = "j2"  # type: ignore[union-attr]
    page.refresh(EVERYTHING)  # type: ignore[union-attr]


PLACE: verbs.Place = ("j2", "c1", Round.WRITTEN)
ATTEMPTS: dict[str, Callable[[Shared], object]] = {
    **{f"go to the page {stage.key}": hidden_page(stage.key) for stage in STAGES},
    "follow a link to another juror": deep_link("j2"),
    "follow a link to another juror's practice": deep_link("practice/j2"),
    "follow a link to a candidacy kept away": deep_link("pitch/K-03"),
    "turn the own page to another juror": another_way_round,
    "use every shortcut of the rail": every_shortcut_of_the_rail,
    "run every action there is": every_action,
    "undo and redo the step of another": undo_and_redo,
    "drop a mailbox on the window": drop_a_mailbox,
    "open another's sheet": verb(calling(open_sheet, *PLACE)),
    "look at another's sheet without a veil": verb(verbs.opening(PLACE, plainly=True)),
    "type another's paper": verb(calling(enter_score, *PLACE, "outreach", Answer(5))),
    "end the round": verb(calling(close_round, Round.WRITTEN, "Ik wil het weten")),
    "read the order": verb(calling(ranking, "shortlist")),  # type: ignore[arg-type]
    "drag a pitch on the plan": verb(calling(lock_pitch, "K-01", locked=True)),
    "read the plan": verb(calling(plan_view)),
    "import mail": verb(partial(lambda dossier, _: import_mail(dossier, []))),
    "take back a change of the jury": verb(lambda dossier, _: take_back_jury(dossier, None)),  # type: ignore[arg-type]
    "change the lock": verb(calling(set_lock_minutes, 0)),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_in_the_window_shows_and_changes_nothing(attempt: str, juror: Shared) -> None:
    before = _kept(juror)
    ATTEMPTS[attempt](juror)
    juror.quiet()

    assert [secret for secret in SECRETS if secret in " ".join(readable(juror.window))] == []
    assert list(juror.window.pages) == ["own"]
    assert _kept(juror) == before


def _kept(shared: Shared) -> object:
    with shared.regisseur.read() as uow:
        return (
            uow.sheets.find(juror="j2"),
            uow.conflicts.find(),
            uow.plans.find(),
            uow.settings.get("sign_in.lock_minutes"),
            [event.action for event in uow.journal.all() if not event.action.startswith("order.")],
        )


def test_the_palette_offers_nothing_kept_away_and_no_other_page(juror: Shared) -> None:
    juror.window.open_palette()
    juror.quiet()
    palette = juror.window.searching.palette()
    assert palette is not None
    offered = [line.text for line in juror.window.searching.lines()]
    palette.close()

    assert any("K-01" in text for text in offered)
    assert not any("K-03" in text or "Jurylid" in text for text in offered)
    others = {stage.title() for stage in STAGES}
    assert [text for text in offered if text in others] == []


def test_the_frame_tells_nothing_of_the_others(juror: Shared) -> None:
    texts = [button.accessibleName() for button in juror.window.rail.buttons.values()]
    assert texts == ["Mijn beoordeling, 2/2"]
