"""A demonstration plays out in the window, one step at a time."""

from __future__ import annotations

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.services.demo import Step
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.play import Play
from tests.ui.sample_page import a_dossier, a_window


def test_every_step_is_an_operation_and_the_next_follows(qtbot: QtBot, dutch: object) -> None:
    window = a_window()
    seen: list[str] = []

    def steps() -> Iterator[Step]:
        for name in ("een", "twee", "drie"):

            def run(dossier: Dossier, name: str = name) -> None:
                with dossier.change() as uow:
                    uow.journal.append("demo", "step", name)

            seen.append(f"asked {name}")
            yield Step(say("demo.import"), run)

    dossier = a_dossier()
    ended: list[bool] = []
    window.show_dossier(dossier)
    play = Play(steps(), lambda: ended.append(True))
    play.begin(window)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    with dossier.read() as uow:
        assert [event.subject for event in uow.journal.all()] == ["een", "twee", "drie"]
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=5_000)
    window.close()
    window.deleteLater()
    assert seen == ["asked een", "asked twee", "asked drie"]
