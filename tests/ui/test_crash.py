"""When the program itself is wrong: one report, one dialog, and on with the work."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from jury_desktop.ui.crash import CrashDialog, CrashHandler
from tests.ui.conftest import settle


@pytest.fixture
def handler(tmp_path: Path, moment: datetime) -> CrashHandler:
    return CrashHandler(lambda: moment, tmp_path / "log")


@pytest.fixture(autouse=True)
def _closed_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    for dialog in dialogs(qapp):
        dialog.close()
    settle()


def dialogs(app: QApplication) -> list[CrashDialog]:
    return [w for w in app.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]


def crash(text: str = "kapot") -> Exception:
    with pytest.raises(ValueError, match="could not convert") as caught:
        float(text)
    return caught.value


def other_crash() -> Exception:
    with pytest.raises(KeyError) as caught:
        {}["elders"]
    return caught.value


def test_the_report_lies_on_disk_and_on_the_screen(
    qtbot: QtBot, qapp: QApplication, handler: CrashHandler, tmp_path: Path
) -> None:
    handler.handle_error(crash())

    (file,) = (tmp_path / "log").iterdir()
    shown = dialogs(qapp)[0].findChild(QPlainTextEdit).toPlainText()
    assert file.name == "crash-20230608-110400.txt"
    assert file.read_text(encoding="utf-8").rstrip() == shown.rstrip()
    assert ("\nValueError\n" in shown, "kapot" in shown) == (True, False)


def test_the_same_crash_a_hundred_times_is_one_dialog(
    qtbot: QtBot, qapp: QApplication, handler: CrashHandler
) -> None:
    for number in range(100):
        handler.handle_error(crash(f"kapot {number}"))

    assert len(dialogs(qapp)) == 1


def test_another_crash_while_the_dialog_stands_is_only_written(
    qtbot: QtBot, qapp: QApplication, handler: CrashHandler
) -> None:
    handler.handle_error(crash())
    handler.handle_error(other_crash())

    assert len(dialogs(qapp)) == 1


def test_after_closing_another_crash_is_shown(
    qtbot: QtBot, qapp: QApplication, handler: CrashHandler
) -> None:
    handler.handle_error(crash())
    dialogs(qapp)[0].close()
    settle()
    handler.handle_error(other_crash())

    assert len(dialogs(qapp)) == 1


def test_a_disk_that_cannot_be_written_does_not_hide_the_crash(
    qtbot: QtBot, qapp: QApplication, handler: CrashHandler, tmp_path: Path
) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    handler.handle_error(crash())

    assert len(dialogs(qapp)) == 1


def test_a_crash_of_the_interpreter_itself_is_told_at_the_next_start(tmp_path: Path) -> None:
    program = (
        "import faulthandler, sys; from pathlib import Path\n"
        "from jury_desktop.ui.crash import watch_hard_crashes\n"
        "print(len(watch_hard_crashes(Path(sys.argv[1]))), flush=True)\n"
        "faulthandler._sigabrt() if len(sys.argv) > 2 else None"
    )

    def start(*how: str) -> int:
        command = [sys.executable, "-c", program, str(tmp_path), *how]
        return int(subprocess.run(command, capture_output=True, text=True, check=False).stdout)

    first, after_the_crash, after_that = start("crash"), start(), start()

    assert first == 0
    assert after_the_crash > 0
    assert after_that == 0
