"""What importing a large mailbox is like in the window: ``python benchmarks/window_import.py --folder F``.

Makes a mailbox of two gigabytes in the folder (``corpus.py``) and imports it in the real window: cancelled
at a third, then whole, then the same again; then both are taken back with undo. A timer on the window's
thread looks every 5 ms how long it was kept waiting; the processor time that the thread spent meanwhile tells
whether it worked itself or waited for the others. Without a screen: ``QT_QPA_PLATFORM=offscreen``.
``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from jury_desktop import bootstrap
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.ui.app import Program
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from jury_desktop.ui.settings import Preferences, SettingsFile

sys.path.insert(0, str(Path(__file__).parent))
from corpus import MEBIBYTE, write_large, write_small
from intake import made

EVERY = 5
"""Milliseconds between two looks."""
LONG = 50
"""Milliseconds that nobody should have to wait."""
PEAK = "VmHWM"
NOW = "VmRSS"


@dataclass(frozen=True, slots=True)
class Gap:
    """How long the window's thread was kept waiting, and how much of that it worked itself (milliseconds)."""

    waited: float
    worked: float
    during: str


@dataclass
class Seen:
    """What was seen while something went on: every wait above 10 ms, and every text of the progress."""

    gaps: list[Gap] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def longest(self) -> Gap:
        """The longest wait."""
        return max(self.gaps, key=lambda gap: gap.waited, default=Gap(0, 0, "nothing"))


class Watch(QObject):
    """Looks at the clock on the window's thread, and at the page."""

    def __init__(self, page: CandidaciesPage) -> None:
        super().__init__(page)
        self.seen = Seen()
        self._page = page
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start(EVERY)

    def _look(self) -> None:
        now = time.perf_counter(), time.thread_time()
        waited, worked = ((now[at] - self._last[at]) * 1000 for at in (0, 1))
        text = self._page.reading.text.text() if self._page.reading.isVisible() else "after it"
        if text not in self.seen.texts[-1:]:
            self.seen.texts.append(text)
        if waited > 2 * EVERY:
            self.seen.gaps.append(Gap(waited, worked, text))
        self._last = now


class Driver:
    """Does in the window what a person would, and tells how it went."""

    def __init__(self, program: Program, page: CandidaciesPage, file: Path) -> None:
        self.program = program
        self.page = page
        self.file = file
        self.watch = Watch(page)

    def imported(self, export: Path, title: str, cancel_at: float = 2.0) -> None:
        """Imports the export, cancelled when the bar is there, and prints what it was like."""
        began, asked = self._begin(), 0.0
        self.page.read([export])
        while not self._at_rest():
            bar = self.page.reading.bar
            if not asked and bar.maximum() and bar.value() >= cancel_at * bar.maximum():
                asked = time.perf_counter()
                self.page.reading.cancel.click()
            turn()
        self._tell(title, began)
        if asked:
            print(f"    stopped {time.perf_counter() - asked:.2f} s after it was asked to")

    def taken_back(self) -> None:
        """Takes the last import back with undo."""
        began = self._begin()
        self.program.window.shell.operations.undo()
        turn()
        while not self._at_rest():
            turn()
        self._tell("taken back", began)

    def _begin(self) -> float:
        self.watch.seen = Seen()
        return time.perf_counter()

    def _at_rest(self) -> bool:
        busy = self.program.window.shell.jobs.running
        return not busy and not self.page.reading.isVisible()

    def _tell(self, title: str, began: float) -> None:
        seconds, seen = time.perf_counter() - began, self.watch.seen
        account = candidacy_list(self.program.window.shell.dossier).account
        late, longest = [gap for gap in seen.gaps if gap.waited > LONG], seen.longest
        print(f"  {title}: {seconds:.1f} s, {len(seen.texts)} texts of the progress")
        print(
            f"    longest wait {longest.waited:.0f} ms, of which {longest.worked:.0f} ms at work, during "
            f"“{longest.during}”; {len(late)} above {LONG} ms"
        )
        print(
            f"    {account.read} messages read, {account.candidacies} candidacies, {account.duplicates} "
            f"double; dossier {size_of(self.file)} MB; memory {memory(NOW)} MB, at most {memory(PEAK)} MB",
            flush=True,
        )


def turn() -> None:
    """Lets the window do what it has to do for a moment, within Qt as in the program: a loop in Python would
    want Python's lock after every event, and wait for it."""
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()


def waited_for(true: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    while not true():
        turn()


def size_of(file: Path) -> int:
    """Megabytes of the dossier with what lies beside it."""
    return sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*")) // MEBIBYTE


def memory(of: str) -> int:
    """Megabytes of memory of this process (Linux); 0 where nobody tells."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith(of)), 0)


def measure(export: Path, folder: Path) -> None:
    """The whole round with one export in a new dossier."""
    file = folder / "b.jury"
    bootstrap.create_dossier(str(file), "lier-2023").store.close()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    program = Program(
        app, bootstrap.wiring(bootstrap.system_clock), SettingsFile(folder / "s.ini"), Preferences()
    )
    program.show(str(file))
    waited_for(lambda: program.window.shell.dossier is not None)
    program.window.go_to("candidacies")
    page = program.window.page
    waited_for(lambda: not program.window.shell.jobs.running and page.zone.isVisible())
    driver = Driver(program, page, file)
    print(f"{export.name}, {export.stat().st_size // MEBIBYTE} MB; memory before {memory(NOW)} MB")
    driver.imported(export, "cancelled at a third", cancel_at=1 / 3)
    driver.imported(export, "imported")
    driver.imported(export, "the same again")
    driver.taken_back()
    driver.taken_back()
    print(f"  the check of the dossier finds: {list(program.window.shell.dossier.store.problems())}")
    program.window.close()
    program.close()


def main() -> None:
    """Makes the mailbox and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where the mailbox is made and kept")
    parser.add_argument("--megabytes", type=int, default=2048)
    parser.add_argument("--messages", type=int, help="so many small mails in its place")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if chosen.messages:
        export = made(
            chosen.folder, f"small-{chosen.messages}.mbox", lambda path: write_small(path, chosen.messages)
        )
    else:
        size = chosen.megabytes * MEBIBYTE
        export = made(chosen.folder, f"large-{chosen.megabytes}.mbox", lambda path: write_large(path, size))
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        measure(export, Path(folder))


if __name__ == "__main__":
    main()
