"""The program as it is started: a process of its own, from the first line to the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jury_desktop import __version__, wording
from jury_desktop.bootstrap import create_dossier
from jury_desktop.domain.messages import say
from tests.architecture.checkout import ROOT

OFFSCREEN = "This plugin does not support propagateSizeHints()"
"""What a screen that is not there says about itself."""
STARTED = """
import runpy, sys
from PySide6.QtCore import QTimer
from jury_desktop.ui import app

class Watched(app.Program):
    def show(self, *values):
        super().show(*values)
        self.timer = QTimer(interval=50, timeout=self.look)
        self.timer.start()

    def look(self):
        if not self.window.shell.jobs.running and self.window.isVisible():
            print(self.window.header.title.text())
            self.timer.stop()
            self.window.close()

app.Program = Watched
runpy.run_module("jury_desktop", run_name="__main__", alter_sys=True)
"""
"""``python -m jury_desktop``, with somebody who closes the window once everything is on show."""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who never ran the program."""
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(places, str(tmp_path))}


def started(home: dict[str, str], *arguments: str) -> tuple[int, list[str], list[str]]:
    """Exit code, what it printed, and what it complained about."""
    command = [sys.executable, "-W", "error", *arguments]
    run = subprocess.run(command, check=False, cwd=ROOT, env=home, capture_output=True, text=True, timeout=99)
    complaints = [line for line in run.stderr.splitlines() if line != OFFSCREEN]
    return run.returncode, run.stdout.splitlines(), complaints


def test_the_window_opens_on_a_dossier_and_closes_cleanly(home: dict[str, str], tmp_path: Path) -> None:
    place = str(tmp_path / "lier.jury")
    create_dossier(place, "lier-2023").store.close()

    assert started(home, "-c", STARTED, place) == (0, ["Overzicht"], [])


def test_without_a_dossier_it_welcomes(home: dict[str, str]) -> None:
    assert started(home, "-c", STARTED) == (0, ["Welkom"], [])


def test_a_dossier_that_is_not_there_is_told_and_opens_no_window(
    home: dict[str, str], tmp_path: Path
) -> None:
    place = str(tmp_path / "weg.jury")
    refused = wording.render(say("storage.missing", name=place), "nl")

    assert started(home, "-c", STARTED, place) == (1, [], [refused])


def test_the_version_needs_no_window(home: dict[str, str]) -> None:
    assert started(home, "-m", "jury_desktop", "--version") == (0, [__version__], [])


@pytest.mark.parametrize(
    "command", [("call", "show", "lier-2023", "--json"), ("new", "{place}", "--call", "lier-2023")]
)
def test_output_that_nobody_reads_ends_quietly(
    home: dict[str, str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    """As with ``| head``: more than fits in the pipe, and a line that is still to be written at the end."""
    words = [word.format(place=tmp_path / "lier.jury") for word in command]
    run = subprocess.Popen(
        [sys.executable, "-m", "jury_desktop", *words],
        cwd=ROOT, env=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.stdout is not None
    run.stdout.close()
    _, said = run.communicate(timeout=100)

    assert (run.returncode, said) == (1, "")
