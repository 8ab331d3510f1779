"""The program under test: does one job in a dossier over and over, until somebody kills it.

    python -m tests.kills.program JOB FILE SEED

It tells on standard output, a JSON object on each line, what it begins (``doing``) and what it showed as kept
(``kept``): what the command line printed, or what the window said that is saved. Nothing here writes in the
dossier but the program itself.
"""

from __future__ import annotations

import io
import json
import os
import random
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from jury_desktop import resources

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
OUT = 1
"""Standard output itself, whatever Python's own is at the moment."""
LATER = timedelta(minutes=5)
MAILBOX = str(resources.path("sample", "postvak.mbox"))


def tell(**fact: Any) -> None:
    """Say it at once: a line that stays behind in this program would be lost with it."""
    os.write(OUT, (json.dumps(fact) + "\n").encode())


def command(*words: str) -> Any:
    """What a command of the command line prints as JSON."""
    from jury_desktop.cli import main

    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(io.StringIO()) as complaint:
        code = main([*words, "--json"])
    if code:
        raise SystemExit(complaint.getvalue())
    return json.loads(printed.getvalue())


def reading(file: Path, seed: int) -> None:
    """The mailbox of the sample comes in and goes out again."""
    command("mail", str(file))  # what a command loads, it has by then
    while True:
        tell(doing="mail.imported")
        made = command("import", str(file), MAILBOX)
        tell(kept="mail.imported", messages=made["messages"])
        tell(doing="mail.import_taken_back")
        command("take-back", str(file))
        tell(kept="mail.import_taken_back")


def planning(file: Path, seed: int) -> None:
    """The pitches are planned anew each time, for the sessions begin a little later than before."""
    from jury_desktop.bootstrap import open_dossier
    from jury_desktop.services.session_windows import change_window, session_rows

    while True:
        seed += 1
        dossier = open_dossier(str(file))
        for window in [row.window for row in session_rows(dossier)]:
            later = replace(window, start=window.start + LATER, end=window.end + LATER)
            change_window(dossier, window.id, later, "Wat later")
        dossier.store.close()
        made = command("plan", str(file), "--time-limit", "2", "--seed", str(seed))
        tell(kept=sorted([each["pitch"], each["start"]] for each in made["assignments"]))


def copying(file: Path, seed: int) -> None:
    """Copies are made, each a moment later; between them somebody works."""
    from jury_desktop.bootstrap import open_dossier
    from jury_desktop.services.jury import save_juror
    from tests.builders import a_juror

    for number in range(100, 10_000):
        dossier = open_dossier(str(file))
        save_juror(dossier, a_juror(number))
        dossier.store.close()
        made = command("backup", str(file), "--today", str(date(2026, 1, 1) + timedelta(days=number)))
        tell(kept=made["name"], sha256=made["sha256"], events=made["events"])


def restoring(file: Path, seed: int) -> None:
    """One of two copies is put back, then the other."""
    copies = sorted(each["name"] for each in command("backups", str(file))["copies"])[:2]
    while True:
        for name in copies:
            tell(doing=name)
            command("restore", str(file), name)
            tell(kept=name)


def migrating(file: Path, seed: int) -> None:
    """Dossiers of an earlier version are opened by a later one, which brings each up to date."""
    from jury_desktop.storage import open_store
    from tests.kills.later import become_later

    with become_later():
        for each in sorted(file.parent.glob("oud*.jury")):
            tell(doing=each.name)
            open_store(each).close()
            tell(kept=each.name)
    tell(done=True)
    sys.stdin.read()


def in_window(file: Path, work: Callable[[Any, Callable[[int], None]], None]) -> None:
    """The window on a dossier; ``work`` gets it, and what lets it live for so many milliseconds."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from jury_desktop.bootstrap import wiring
    from jury_desktop.ui import theme  # first of all Qt
    from jury_desktop.ui.main_window import MainWindow
    from jury_desktop.ui.settings import Preferences
    from tests.builders import NOW

    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, "light")
    window = MainWindow(wiring(lambda: NOW), Preferences(user="Regisseur"))
    window.show()
    window.opening.open(str(file))

    def rest(milliseconds: int = 0) -> None:
        QTest.qWait(milliseconds)
        while window.shell.jobs.running or window.shell.dossier is None:
            QTest.qWait(2)

    rest(50)
    work(window, rest)


def scoring(file: Path, seed: int) -> None:
    """A juror scores on the keyboard; what the foot of the sheet says is saved, is told."""
    rng = random.Random(seed)

    def work(window: Any, rest: Callable[..., None]) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        window.go_to("assessment", "j1")
        rest(20)
        form = window.page.form
        show_saved = form.foot.show_saved

        def saved(*told: Any) -> None:
            show_saved(*told)
            sheet = form.view.sheet
            values = {key: answer.value for key, answer in sheet.answers.items()}
            tell(kept=sheet.candidacy, values=values)

        form.foot.show_saved = saved
        tell(doing="scoring")
        while True:
            number = rng.randint(1, 3)
            window.go_to("assessment", f"K-0{number}")
            rest()
            for each in form.criteria.items:
                value = rng.randint(0, 5)
                tell(typed=form.view.sheet.candidacy, item=each.item.key, value=value)
                QTest.keyClick(each.scale, Qt.Key(Qt.Key.Key_0 + value))
                QTest.qWait(rng.choice((0, 5, 400)))

    in_window(file, work)


def writing(file: Path, seed: int) -> None:
    """Every letter that is owed is made and becomes final in one step of the window; Ctrl+Z takes it back."""

    def work(window: Any, rest: Callable[..., None]) -> None:
        from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs, take_back_letters
        from jury_desktop.ui.operations import EVERYTHING, Operation

        shell = window.shell
        dossier = replace(shell.opened())
        while True:
            drafted = draft_letters(letter_jobs(dossier))
            tell(doing="final")
            shell.run_operation(
                Operation(
                    "Definitief maken",
                    lambda opened, _, made=drafted: keep_letters(opened, made, final=True),
                    EVERYTHING,
                    lambda made: lambda opened, _: take_back_letters(opened, made, ()),
                    done=lambda made: tell(kept=sorted([each.id, each.pdf] for each in made)),
                    undone=lambda _made: tell(kept=[]),
                )
            )
            rest()
            tell(doing="undo")
            shell.operations.undo()
            rest()

    in_window(file, work)


JOBS: dict[str, Callable[[Path, int], None]] = {
    "import": reading,
    "scoring": scoring,
    "planning": planning,
    "letters": writing,
    "migration": migrating,
    "backup": copying,
    "restore": restoring,
}


def main() -> None:
    """Do the job."""
    name, file, seed = sys.argv[1:]
    JOBS[name](Path(file), int(seed))


if __name__ == "__main__":
    main()
