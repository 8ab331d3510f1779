"""The real window on a small dossier in a file, with all that it does by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier, wiring
from jury_desktop.storage.store import create_store
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.settings import Preferences
from jury_desktop.wording import render
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier


def small_file(folder: Path) -> Path:
    """A dossier with a candidacy and a juror."""
    target = folder / "lier.jury"
    a_dossier([a_candidacy()], [a_juror(1)], store=create_store(target, a_call())).store.close()
    return target


@contextmanager
def windows_on(file: Path, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Shows windows on the settings of a dossier; they are gone at the end."""
    made: list[MainWindow] = []

    def shown() -> MainWindow:
        window = MainWindow(wiring(lambda: NOW), Preferences(user="Regisseur"))
        window.resize(1440, 900)
        window.show_dossier(open_dossier(str(file)), "settings")
        window.show()
        quiet(qtbot, window)
        made.append(window)
        return window

    yield shown
    for window in made:
        window.opening.close()
        quiet(qtbot, window)
        window.close()
        window.deleteLater()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until nothing runs any more."""
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=20_000)


def notices(window: MainWindow) -> list[str]:
    """What the window says above its page."""
    said = (bar.notice.text for bar in window.shell.notices.bars())
    return [text if isinstance(text, str) else render(text) for text in said]
