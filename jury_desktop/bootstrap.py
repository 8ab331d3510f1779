"""The composition root: the only place that joins storage, services and the window."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message
from jury_desktop.services.calls import load_call
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.store import create_store, open_store

if TYPE_CHECKING:
    from jury_desktop.services.demo import Demo, DemoResult
    from jury_desktop.ui.wiring import Wiring

Clock = Callable[[], datetime]
REGISSEUR = "Regisseur"
"""Who works in a dossier until somebody else says so."""


def system_clock() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def clock_on(day: date) -> Clock:
    """A clock that stands on a day, at noon in Brussels."""
    moment = datetime.combine(day, time(12), BRUSSELS)
    return lambda: moment


def create_dossier(target: str, call: str, actor: str = REGISSEUR, now: Clock = system_clock) -> Dossier:
    """Makes a dossier for a shipped call or a call file; refuses to overwrite."""
    found = load_call(call)
    dossier = Dossier(create_store(target, found), actor, now)
    with dossier.change() as uow:
        uow.journal.append("dossier.created", "dossier", found.id, new=found.title)
    return dossier


def open_dossier(target: str, actor: str = REGISSEUR, now: Clock = system_clock) -> Dossier:
    """Opens a dossier file or database; StorageError says why it cannot."""
    return Dossier(open_store(target), actor, now)


def open_window(dossier: str, language: str, now: Clock = system_clock) -> int:
    """Opens the window, on a dossier or on the welcome screen; gives the exit code of the program."""
    from jury_desktop.ui.app import run

    return run(wiring(now), dossier, language)


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """Where a demonstration lies: its dossier, and the folder for that and the letters."""

    dossier: Path
    out: Path

    def view(self, made: DemoResult) -> dict[str, Any]:
        """The account of the demonstration, as plain values."""
        return {"dossier": str(self.dossier), "out": str(self.out), **asdict(made)}


def prepare_demo(out: Path | None) -> tuple[DemoPlace, Demo]:
    """Makes the empty dossier of the shipped sample in a folder; earlier dossiers in it are left alone."""
    from jury_desktop.services.demo import Demo
    from jury_desktop.services.sample import load_sample

    sample = load_sample()
    folder = out or Path(tempfile.mkdtemp(prefix="jury-desktop-"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("cli.no_folder", folder=str(folder), detail=error.strerror or "") from error
    target = _free_name(folder, sample.call)
    create_dossier(str(target), sample.call, now=lambda: sample.moment("imported")).store.close()
    return DemoPlace(target, folder), Demo(folder / f"{target.stem}-brieven", sample)


def run_demo(place: DemoPlace, demo: Demo, tell: Callable[[Message], None]) -> DemoResult:
    """Runs the whole chain without a window."""
    dossier = open_dossier(str(place.dossier), now=lambda: demo.now)
    try:
        for step in demo.steps():
            tell(step.text)
            step.run(dossier)
    finally:
        dossier.store.close()
    return demo.result()


def show_demo(place: DemoPlace, demo: Demo, language: str, ended: Callable[[DemoResult], object]) -> int:
    """Opens the window at once and lets the chain play out in it; gives the exit code of the program."""
    from jury_desktop.ui.app import run
    from jury_desktop.ui.play import Play

    play = Play(demo.steps(), lambda: ended(demo.result()))
    return run(wiring(lambda: demo.now), str(place.dossier), language, play=play)


def _free_name(folder: Path, stem: str) -> Path:
    names = (f"{stem}.jury" if number == 1 else f"{stem}-{number}.jury" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere with a display server."""
    if os.environ.get("JURY_HEADLESS"):
        return False
    graphical = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return graphical or sys.platform in {"win32", "darwin"}


def wiring(now: Clock) -> Wiring:
    """The real parts behind a window that goes by this clock."""
    from jury_desktop.services.manual import manual_page
    from jury_desktop.ui.wiring import Wiring

    return Wiring(
        open=lambda target, user: open_dossier(target, user or REGISSEUR, now),
        create=lambda target, call, user: create_dossier(target, call, user or REGISSEUR, now),
        now=now,
        manual=manual_page,
    )
