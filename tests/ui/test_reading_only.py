"""A dossier that can only be read here: the window says so and why, and offers nothing that changes it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import wiring
from jury_desktop.domain.rights import READING
from jury_desktop.services.admission import need_of
from jury_desktop.services.jury import save_juror
from jury_desktop.storage.store import create_store
from jury_desktop.ui.actions import Action
from jury_desktop.ui.allowed import asked_by
from jury_desktop.ui.final import Final
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING, Operation, calling
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.theme import Tone
from jury_desktop.wording import render
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier
from tests.storage.test_crash import kill
from tests.storage.test_presence import another, said

pytestmark = pytest.mark.xdist_group("window")
PAGES = ("candidacies", "jury", "assessment", "planning", "session", "deliberation", "letters", "rebuttal")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    target = tmp_path / "lier.jury"
    a_dossier([a_candidacy()], [a_juror(1)], store=create_store(target, a_call())).store.close()
    return target


@pytest.fixture
def other(file: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that works in the dossier."""
    program = another(file)
    assert said(program) == "works"
    yield program
    kill(program)


@pytest.fixture
def window(qtbot: QtBot, file: Path, other: object, dutch: object) -> Iterator[MainWindow]:
    made = MainWindow(wiring(lambda: NOW), Preferences(user="Bea Claes"))
    made.show()
    made.opening.open(str(file))
    quiet(qtbot, made)
    yield made
    made.opening.close()
    quiet(qtbot, made)
    made.close()
    made.deleteLater()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)


def notices(window: MainWindow) -> list[str]:
    said_ = (bar.notice.text for bar in window.shell.notices.bars())
    return [text if isinstance(text, str) else render(text) for text in said_]


def test_the_window_says_who_works_in_it_on_every_page(window, qtbot):
    for page in ("overview", "jury"):
        window.go_to(page)
        quiet(qtbot, window)
        assert [text[:34] for text in notices(window)] == ["An Peeters heeft “lier.jury” open "]


def test_the_foot_of_the_rail_says_that_it_is_read(window, qtbot):
    window.rail_count.read()
    quiet(qtbot, window)

    assert window.rail._file.text() == "lier.jury · alleen lezen"


@pytest.mark.parametrize("page", PAGES)
def test_what_would_change_something_is_off_and_says_why(window, qtbot, page):
    window.go_to(page)
    quiet(qtbot, window)

    changing = [each for each in window.book.of("page") if changes(each)]
    assert changing
    assert [action.id for action in changing if action.enabled] == []
    assert all("An Peeters heeft" in action.tip for action in changing)


def changes(action: Action) -> bool:
    """Whether one of the services it asks for changes the dossier."""
    return any(need_of(service).right not in READING for service in asked_by(action.run))


def test_what_is_tried_all_the_same_is_refused_with_the_reason(window, qtbot):
    operation = Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.STORY)

    window.shell.run_operation(operation)
    quiet(qtbot, window)

    assert all(text.startswith("An Peeters heeft “lier.jury” open") for text in notices(window))
    with window.shell.opened().read() as uow:
        assert len(uow.jurors.find()) == 1


def test_a_refusal_takes_nothing_away_from_the_offer_to_open_it_again(window, qtbot):
    operation = Operation("Jurylid", calling(save_juror, a_juror(2)), EVERYTHING, Final.STORY)
    window.shell.run_operation(operation)
    quiet(qtbot, window)

    assert [bar.notice.action for bar in window.shell.notices.bars()] == ["Opnieuw openen"]


def test_other_news_does_not_drive_the_offer_out(window, qtbot):
    for number in range(4):
        window.shell.notify(Notice(f"Fout {number}", Tone.BAD))

    assert [bar.notice.action for bar in window.shell.notices.bars()] == ["Opnieuw openen", "", ""]


def test_once_the_other_is_gone_the_window_says_so_and_works_in_it(window, qtbot, other):
    assert window.reading_only.timer.isActive()
    window.reading_only.look()
    quiet(qtbot, window)
    assert [text[:34] for text in notices(window)] == ["An Peeters heeft “lier.jury” open "]

    kill(other)
    window.reading_only.look()
    quiet(qtbot, window)

    (bar,) = window.shell.notices.bars()
    assert render(bar.notice.text).startswith("“lier.jury” is nergens anders meer open.")
    bar.notice.run()
    quiet(qtbot, window)
    assert window.shell.opened().store.read_only is None
    assert (notices(window), window.reading_only.timer.isActive()) == ([], False)


def test_who_comes_in_between_is_named_again(window, qtbot, other, file):
    kill(other)
    window.reading_only.look()
    quiet(qtbot, window)
    third = another(file)
    assert said(third) == "works"

    window.reading_only.look()
    quiet(qtbot, window)

    assert [text[:34] for text in notices(window)] == ["An Peeters heeft “lier.jury” open "]
    kill(third)
