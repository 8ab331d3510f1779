"""How a dossier of 2,000 candidacies with 5 GB of attachments opens: ``python benchmarks/big_dossier.py
--folder F``.

Makes the mailbox (``corpus.py``) and imports it into a dossier, which stays in the folder; ten jurors join,
and each candidacy is scored by one. Then, in a process of its own each time: the seconds from the start of
the program, and from asking for the dossier, to the overview drawn with its figures; the peak of memory
then, and after every page of the rail was looked at. The page cache is warm: the dossier has just been
written. Last, the whole check (``jury-desktop verify``) with its peak of memory. Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import MEBIBYTE, write_candidacies
from intake import made

from jury_desktop import bootstrap
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.sheet import Answer, Sheet, SheetState, items_of
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.ports import Dossier

NOW = datetime(2023, 6, 9, 12, 0, tzinfo=UTC)
CALL = "lier-2023"
JURORS = 10


def filled(folder: Path, count: int, gigabytes: float) -> Path:
    """The dossier of this size in the folder, made when it is not there yet."""
    file = folder / f"{count}-{gigabytes:g}.jury"
    if file.exists():
        return file
    each = int(gigabytes * 1024 * MEBIBYTE / count)
    export = made(folder, f"{count}-{gigabytes:g}.mbox", lambda path: write_candidacies(path, count, each))
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    dossier = bootstrap.create_dossier(str(part), CALL, now=lambda: NOW)
    began = time.perf_counter()
    import_mail(dossier, [export])
    print(f"imported in {time.perf_counter() - began:.0f} s", flush=True)
    _score(dossier)
    dossier.store.close()
    part.replace(file)
    export.unlink()
    return file


def _score(dossier: Dossier) -> None:
    """Every candidacy is admissible, and one juror scored it in writing."""
    with dossier.change() as uow:
        jurors = [Juror(f"j{n}", f"Jurylid {n}", "Gemeente", f"j{n}@gemeente.example") for n in range(JURORS)]
        candidacies = uow.candidacies.find()
        for juror in jurors:
            uow.jurors.save(juror)
        for number, candidacy in enumerate(candidacies):
            uow.candidacies.save(replace(candidacy, admissibility=Admissibility.ADMISSIBLE))
            juror = jurors[number % JURORS]
            answers = {
                item.key: Answer(number % 6, comment="Onderbouwd met cijfers.")
                for item in items_of(uow.call.rubric, candidacy.challenges, Round.WRITTEN)
            }
            place = (f"s{number}", juror.id, candidacy.id, Round.WRITTEN, 1)
            uow.sheets.save(Sheet(*place, SheetState.SUBMITTED, answers, {}, submitted_at=NOW))
        uow.journal.append("benchmark.prepared", "dossier", "big")


def looked(file: Path) -> dict[str, Any]:
    """What a fresh process sees of it."""
    command = [sys.executable, __file__, "--look", str(file)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {**json.loads(done.stdout.splitlines()[-1]), "all": time.perf_counter() - began}


def look(file: Path, began: float) -> dict[str, Any]:
    """Opens the window on it, waits for the overview, walks along every page."""
    from PySide6.QtWidgets import QApplication
    from window_import import PEAK, memory, turn, waited_for

    from jury_desktop.ui.app import Program
    from jury_desktop.ui.navigation import STAGES
    from jury_desktop.ui.settings import Preferences, SettingsFile

    app = QApplication(sys.argv[:1])
    program = Program(
        app,
        bootstrap.wiring(lambda: NOW),
        SettingsFile(file.with_suffix(".ini")),
        Preferences(),
        language="nl",
    )
    asked = time.perf_counter()
    program.show(str(file))
    shell = program.window.shell
    waited_for(lambda: shell.dossier is not None and program.window.page is not None)
    waited_for(lambda: _at_rest(shell))
    program.window.grab()
    opened = time.perf_counter()
    seen: dict[str, Any] = {
        "start": opened - began,
        "open": opened - asked,
        "peak": memory(PEAK),
        "pages": {},
    }
    for entry in STAGES:
        start = time.perf_counter()
        program.window.go_to(entry.key)
        turn()
        waited_for(lambda: _at_rest(shell))
        program.window.grab()
        seen["pages"][entry.key] = [round(time.perf_counter() - start, 2), memory(PEAK)]
    program.window.close()
    program.close()
    return seen


def _at_rest(shell: Any) -> bool:
    """Whether nothing goes on but the copy of the day, which keeps nobody waiting."""
    return all(job.text == "Reservekopie van vandaag maken…" for job in shell.jobs.running)


def verified(file: Path) -> None:
    """The whole check, as the command line does it."""
    command = [
        "/usr/bin/time",
        "-f",
        "%e s, %M KB",
        sys.executable,
        "-m",
        "jury_desktop",
        "verify",
        str(file),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout.strip()[-200:], done.stderr.strip()[-200:])


def main() -> None:
    """Makes the dossier and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--candidacies", type=int, default=2000)
    parser.add_argument("--gigabytes", type=float, default=5)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--look", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.look:
        print(json.dumps(look(chosen.look, BEGAN)))
        return
    chosen.folder.mkdir(parents=True, exist_ok=True)
    file = filled(chosen.folder, chosen.candidacies, chosen.gigabytes)
    print(f"{file.stat().st_size / 1024**3:.1f} GB, {chosen.candidacies} candidacies")
    runs = [looked(file) for _ in range(chosen.runs)]
    for what in ("start", "open", "peak"):
        print(what, [round(run[what], 2) for run in runs], round(statistics.median(r[what] for r in runs), 2))
    print(json.dumps(runs[-1]["pages"], indent=1))
    verified(file)


BEGAN = time.perf_counter()

if __name__ == "__main__":
    main()
