"""The audit bundle from the window: asked for whom, made where the user says, and told."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.services.ports import Dossier
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.journal import JournalPage
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.theme import Tone
from tests.services.sealed import low
from tests.ui.doubles import DirectShell

pytestmark = pytest.mark.xdist_group("bundle")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """One with sealed scores."""
    return low()


def asked(qtbot: QtBot, dossier: Dossier, answer: Answer, folder: Path) -> DirectShell:
    shell = DirectShell(dossier, answers=[answer], files=[folder])
    page = JournalPage(shell)
    qtbot.addWidget(page)
    page.refresh(EVERYTHING)
    next(action for action in page.page_actions() if action.id == "journal.bundle").run()
    return shell


@pytest.mark.parametrize(
    ("choice", "name"), [("folder", "controlebundel 2023-06-08"), ("zip", "controlebundel 2023-06-08.zip")]
)
def test_the_bundle_comes_where_the_user_says_under_the_day(
    qtbot: QtBot, dutch: object, dossier: Dossier, tmp_path: Path, choice: str, name: str
) -> None:
    shell = asked(qtbot, dossier, Answer(choice, "Nazicht Europa WSE"), tmp_path)

    assert [made.name for made in tmp_path.iterdir()] == [name]
    [question] = shell.questions
    assert question.reason == "Voor wie is ze, of waarvoor?"
    [notice] = shell.notices
    assert (notice.tone, notice.action) == (Tone.GOOD, "Map openen")
    assert str(notice.text).startswith(f"De controlebundel “{name}” is klaar, met ")
    assert str(notice.text).endswith("Scores die nog verzegeld zijn, zitten er niet bij.")
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, "Nazicht Europa WSE" in event.new) == ("dossier.bundled", True)


def test_a_second_one_of_the_same_day_comes_beside_the_first(
    qtbot: QtBot, dutch: object, dossier: Dossier, tmp_path: Path
) -> None:
    for _ in range(2):
        asked(qtbot, dossier, Answer("zip", "Nazicht"), tmp_path)

    names = sorted(made.name for made in tmp_path.iterdir())
    assert names == ["controlebundel 2023-06-08 (2).zip", "controlebundel 2023-06-08.zip"]
    with ZipFile(tmp_path / names[0]) as pack:
        assert pack.testzip() is None


def test_who_backs_out_has_made_nothing(
    qtbot: QtBot, dutch: object, dossier: Dossier, tmp_path: Path
) -> None:
    shell = DirectShell(dossier, files=[tmp_path])
    page = JournalPage(shell)
    qtbot.addWidget(page)

    page.bundling.ask()

    assert (list(tmp_path.iterdir()), shell.notices) == ([], [])
