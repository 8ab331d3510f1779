"""What somebody may only read is off, on every page and for every role; nothing is off without need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Role
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.allowed import asked_by, is_shut, why_not
from jury_desktop.ui.modes import mode_for
from jury_desktop.ui.navigation import STAGES
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.widgets.switch import Switch, Tabs
from jury_desktop.ui.wiring import Wiring
from tests.services.signing_in import signed_in, with_accounts
from tests.services.whole import at_the_end
from tests.ui.crawling import Key, TryingShell, controls, is_on, key_of, try_dialogs, use

HELD = say("storage.read_only", name="lier.jury")


def free() -> Dossier:
    """A dossier in which nobody has to sign in: everything is everybody's."""
    dossier = at_the_end()
    with dossier.change() as uow:
        uow.blobs.put(b"%PDF-1.7")
        uow.journal.append("test.prepared", "dossier", "bijlage")
    return dossier


def read_only(dossier: Dossier) -> Dossier:
    dossier.store.read_only = HELD
    return dossier


def someone(role: Role) -> Callable[[Dossier], Dossier]:
    return lambda dossier: signed_in(with_accounts(dossier), role)


WHO: Mapping[str, Callable[[Dossier], Dossier]] = {
    **{role.value: someone(role) for role in Role},
    "second window": read_only,
    "juror in a second window": lambda dossier: read_only(someone(Role.JUROR)(dossier)),
}
REFUSALS = frozenset({"rights.refused", "rights.not_yours", "rights.undeclared", HELD.key})


def pages_of(who: str) -> tuple[str, ...]:
    """The pages that somebody sees in the rail."""
    dossier = WHO[who](free())
    wiring = Wiring(_nothing, _nothing, _nothing, dossier.now, lambda _page, _language: "")
    return tuple(stage.key for stage in mode_for(dossier, wiring, STAGES).stages)


def _nothing(*_names: str) -> Dossier:
    raise AssertionError("nothing else is opened here")


@dataclass
class Tried:
    """What came of trying everything on a page.

    :ivar refused: the controls and actions that were refused, with what was said.
    :ivar shut: those that were off with a reason.
    :ivar form: those that opened a form to fill in.
    :ivar used: all that could be tried.
    """

    refused: dict[Key, list[str]]
    shut: set[Key]
    form: set[Key]
    used: set[Key]


def try_page(qtbot: QtBot, key: str, shown_to: Dossier, tried_by: Dossier, folder: Path) -> Tried:
    """Opens a page for one and has another try everything on it."""
    wiring = Wiring(_nothing, _nothing, _nothing, shown_to.now, lambda _page, _language: "")
    stages = {stage.key: stage for stage in (*mode_for(shown_to, wiring, STAGES).stages, *STAGES)}
    shell = TryingShell(shown_to, moment=shown_to.now(), folder=folder)
    page = stages[key].load()(shell)
    qtbot.addWidget(page)
    page.resize(1200, 780)
    page.refresh(EVERYTHING)
    page.show()
    QApplication.processEvents()
    shell.refused.clear()
    found = Tried({}, set(), set(), set())
    used = found.used
    for turn in _turns(page):
        shell.dossier = shown_to
        turn()
        QApplication.processEvents()
        shell.dossier = tried_by
        _try_actions(page, shell, found, used, raw=shown_to is not tried_by)
        _try_controls(page, shell, found, used)
    page.leave()
    if shell.refused:
        found.refused[("leaving",)] = list(shell.refused)
    shell.dossier = shown_to
    page.close()
    return found


def _turns(page: Page) -> Iterator[Callable[[], object]]:
    """Every side of a page: as it opens, under each tab, and in each section of the settings."""
    yield lambda: None
    sections = getattr(page, "sections", None)
    if sections is not None and hasattr(sections, "setCurrentRow"):
        for row in range(sections.count()):
            yield lambda row=row: sections.setCurrentRow(row)  # type: ignore[misc]
    for side in page.findChildren(QWidget):
        if isinstance(side, (Tabs, Switch)) and side.isVisible():
            yield from (made.click for made in list(side.buttons.values()))


def _try_actions(page: Page, shell: TryingShell, found: Tried, used: set[Key], *, raw: bool) -> None:
    for action in page.page_actions():
        key = ("action", action.id)
        if why_not(shell, asked_by(action.run)):
            found.shut.add(key)
        if action.enabled and key not in used and (raw or key not in found.shut):
            used.add(key)
            _note(page, shell, found, key, action.run)


def _try_controls(page: Page, shell: TryingShell, found: Tried, used: set[Key]) -> None:
    for control in list(controls(page)):
        if not shiboken6.isValid(control) or not control.isVisible():
            continue
        if isinstance(control.parent(), (Tabs, Switch)):
            continue
        key = key_of(control)
        if is_shut(control):
            found.shut.add(key)
        elif is_on(control) and key not in used:
            used.add(key)
            _note(page, shell, found, key, lambda control=control: use(control))


def _note(page: Page, shell: TryingShell, found: Tried, key: Key, do: Callable[[], object]) -> None:
    shell.refused.clear()
    do()
    QApplication.processEvents()
    dialogs = try_dialogs(page)
    if refused := [each for each in shell.refused if each in REFUSALS]:
        found.refused[key] = refused
    elif dialogs:
        found.form.add(key)
    shell.refused.clear()


TRIED = [(who, page) for who in WHO for page in pages_of(who)]


@pytest.fixture(autouse=True)
def nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder of the desktop opens."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


LEADS_ON = frozenset(
    {
        ("action", "overview.import"),  # to another page
        ("action", "candidacies.arrival"),  # to a message, which this candidacy has none of
        ("action", "planning.solve"),  # to the solver, and then to the dossier
        ("action", "letters.send"),  # to letters that were chosen
        ("action", "deliberation.keep"),  # to a decision, which nobody chose here
    }
)
"""What is off because of what it leads to, by ways that are not gone here."""
READERS = (Role.OBSERVER.value, Role.SECOND_READER.value)


@pytest.mark.parametrize(("who", "page"), TRIED)
def test_nothing_is_on_that_would_be_refused(qtbot, dutch, tmp_path, who, page):
    dossier = WHO[who](free())

    tried = try_page(qtbot, page, dossier, dossier, tmp_path)

    assert tried.refused == {}


@pytest.mark.parametrize(("who", "page"), [pair for pair in TRIED if pair[0] in READERS])
def test_nothing_is_off_that_would_be_allowed(qtbot, dutch, tmp_path, who, page):
    """The same page as it opens for everybody, with somebody at it who may do less: each button that is off
    on a page of their own is refused there, or opens a form."""
    dossier = WHO[who](free())
    shut = try_page(qtbot, page, dossier, dossier, tmp_path).shut

    tried = try_page(qtbot, page, free(), dossier, tmp_path)

    buttons = {key for key in shut & tried.used if key[0] in {"action", "PushButton", "ToolButton"}}
    assert sorted(buttons - tried.refused.keys() - tried.form - LEADS_ON) == []
    assert tried.refused.keys() <= shut
