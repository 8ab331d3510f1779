"""The composition root: the only place that joins storage, services and the window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path

from jury_desktop.domain.backup import Restored, Tell, untold
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.messages import Message
from jury_desktop.services.backups import (
    chosen_folder,
    find_copy,
    note_restore,
    restore,
)
from jury_desktop.services.calls import load_call
from jury_desktop.services.ports import Dossier
from jury_desktop.services.sign_in import closed
from jury_desktop.storage.server.address import with_password
from jury_desktop.storage.store import SqlStore, create_store, memory_store, open_store

if TYPE_CHECKING:
    from jury_desktop.services.demo import Demo
    from jury_desktop.services.demo_state import DemoResult
    from jury_desktop.services.packet_desk import PacketDesk
    from jury_desktop.ui.play import Script
    from jury_desktop.ui.wiring import Wiring

Clock = Callable[[], datetime]
SCORING = "beoordelen"
"""The name of a sample to score in, before a number when there are more."""
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


def open_dossier(
    target: str, actor: str = REGISSEUR, now: Clock = system_clock, secret: str = "", *, stay: bool = False
) -> Dossier:
    """Opens a dossier file or database; StorageError says why it cannot. One with accounts shows nothing
    before somebody signs in (``services/sign_in.py``), unless a server knows already who connected.

    :param actor: who works in it where nobody is known.
    :param secret: the passphrase or recovery key of a file that has one.
    :param stay: for as long as a window shows it: another window that asks so opens it to read.
    """
    store = open_store(target, secret, alone=actor if stay else None, since=system_clock())
    person = store.person
    dossier = Dossier(store, person.name if person is not None else actor, now, person)
    store.seal_anew(dossier.actor, now())
    note_restore(dossier)
    return closed(dossier) if person is None else dossier


def restore_dossier(
    target: str,
    name: str,
    actor: str = REGISSEUR,
    now: Clock = system_clock,
    tell: Tell = untold,
    secret: str = "",
) -> Restored:
    """Puts a copy of a dossier (its name, or a path; the newest sound one for the empty name) in its place.

    :raises JuryError: there is no such copy, it is not what was kept, or somebody has the dossier open.
    """
    file = Path(target)
    chosen = ""
    with suppress(JuryError), closing(open_store(file, secret)) as store:
        chosen = chosen_folder(Dossier(store, actor, now))
    return restore(file, find_copy(file, name, chosen), actor, now(), chosen=chosen, tell=tell)


def open_packet(file: str, passphrase: str, now: Clock = system_clock) -> PacketDesk:
    """Opens a packet at the desk of its juror, with the work done on it before at this computer."""
    from jury_desktop.services.packet_desk import open_desk

    return open_desk(Path(file), passphrase, work_folder(), memory_store, now)


def work_folder() -> Path:
    """Where work on packets is kept: the place for data that the system gives a program of this user."""
    return user_data_path("jury-desktop", appauthor=False) / "packets"


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
    _make_folder(folder)
    target = _free_name(folder, sample.call)
    create_dossier(str(target), sample.call, now=lambda: sample.moment("imported")).store.close()
    return DemoPlace(target, folder), Demo(folder / f"{target.stem}-brieven", sample)


def make_scoring_sample(target: str) -> None:
    """Makes a dossier of the shipped sample that stands in the midst of the written round; takes seconds.

    Its letters go to a folder beside it.
    """
    from jury_desktop.services.demo import Demo
    from jury_desktop.services.sample import load_sample

    sample, file = load_sample(), Path(target)
    create_dossier(target, sample.call, now=lambda: sample.moment("imported")).store.close()
    demo = Demo(file.with_name(f"{file.stem}-brieven"), sample)
    dossier = open_dossier(target, now=lambda: demo.now)
    try:
        for step in demo.scoring_steps():
            step.run(dossier)
    finally:
        dossier.store.close()


def scoring_sample(out: Path | None, *, fresh: bool) -> Path:
    """The sample to score in that lies in a folder, or a new one."""
    folder = out or Path(tempfile.mkdtemp(prefix="jury-desktop-"))
    _make_folder(folder)
    kept = [] if fresh else _dossiers(folder, SCORING)
    target = kept[0] if kept else _free_name(folder, SCORING)
    if not kept:
        make_scoring_sample(str(target))
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("cli.no_folder", folder=str(folder), detail=cause(error)) from error


def whole_demo(out: Path | None) -> DemoPlace | None:
    """The newest demonstration in a folder that was played to its end; None where there is none."""
    from jury_desktop.services.sample import load_sample

    found = _dossiers(out, load_sample().call) if out is not None else []
    return next((DemoPlace(file, file.parent) for file in found if _is_whole(file)), None)


def _dossiers(folder: Path, stem: str) -> list[Path]:
    return sorted(folder.glob(f"{stem}*.jury"), key=lambda file: file.stat().st_mtime, reverse=True)


def _is_whole(file: Path) -> bool:
    """A dossier that cannot be opened is no demonstration; it is left as it is."""
    from jury_desktop.services.demo_state import is_whole

    try:
        dossier = open_dossier(str(file))
    except JuryError:
        return False
    try:
        return is_whole(dossier)
    finally:
        dossier.store.close()


def account_of_demo(place: DemoPlace, seconds: float) -> dict[str, Any]:
    """The account of a demonstration that is there already."""
    from jury_desktop.services.demo_state import count as count_demo

    dossier = open_dossier(str(place.dossier))
    try:
        return place.view(count_demo(dossier, seconds))
    finally:
        dossier.store.close()


def run_demo(place: DemoPlace, demo: Demo, tell: Callable[[Message], None]) -> DemoResult:
    """Runs the whole chain without a window."""
    dossier = open_dossier(str(place.dossier), now=lambda: demo.now)
    try:
        for step in demo.steps():
            tell(step.text)
            step.run(dossier)
        return demo.result(dossier)
    finally:
        dossier.store.close()


class LiveDemo:
    """The demonstration behind a window: the whole one that lies there, and new ones as they are asked for.

    :ivar kept: where the whole one lies, None when the window has to start with a new one.
    """

    def __init__(
        self, out: Path | None, kept: DemoPlace | None, ended: Callable[[dict[str, Any]], object]
    ) -> None:
        from jury_desktop.services.sample import load_sample

        self.kept = kept
        self._out = out
        self._ended = ended
        self._place: DemoPlace | None = None
        self._demo: Demo | None = None
        self._last = load_sample().moment("concluded")

    def now(self) -> datetime:
        """The clock of the window: the day of the step that is played, or the last day once all are."""
        return self._demo.now if self._demo is not None else self._last

    def begin(self) -> Script:
        """Makes a new demonstration that has still to be played; takes a moment."""
        from jury_desktop.ui.play import Script

        self._place, self._demo = prepare_demo(self._out)
        return Script(str(self._place.dossier), self._demo.steps())

    def end(self, dossier: Dossier) -> None:
        """Gives the account of the demonstration that has been played."""
        if self._place is not None and self._demo is not None:
            self._ended(self._place.view(self._demo.result(dossier)))


def show_demo(live: LiveDemo, language: str) -> int:
    """Opens the window at once and lets the chain play out in it; gives the exit code of the program."""
    from jury_desktop.ui.app import run
    from jury_desktop.ui.play import Play

    kept = str(live.kept.dossier) if live.kept is not None else ""
    return run(wiring(live.now, copies=False), language=language, play=Play(live.begin, live.end, kept))


def _free_name(folder: Path, stem: str) -> Path:
    names = (f"{stem}.jury" if number == 1 else f"{stem}-{number}.jury" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


class WindowClock:
    """The clock of a window. While a sample is open that was left at a moment, it goes on from there."""

    def __init__(self, now: Clock) -> None:
        self._now = now
        self._behind = timedelta(0)

    def __call__(self) -> datetime:
        return self._now() - self._behind

    def follow(self, dossier: Dossier) -> Dossier:
        """Go by this dossier from now on."""
        from jury_desktop.services.demo_state import clock_begins

        begins, now = clock_begins(dossier), self._now()
        self._behind = now - begins if begins is not None else timedelta(0)
        return dossier


def _listen(
    dossier: Dossier, heard: Callable[[], object], lost: Callable[[bool], object]
) -> Callable[[], object] | None:
    """Listens to the server of a dossier, if it lies on one that keeps people apart."""
    store = dossier.store
    return store.listen(heard, lost) if isinstance(store, SqlStore) else None


def wiring(now: Clock, *, copies: bool = True) -> Wiring:
    """The real parts behind a window that goes by this clock.

    :param copies: of a demonstration that plays out no copies are made by themselves.
    """
    from jury_desktop.services.manual import manual_page
    from jury_desktop.ui.wiring import Wiring

    clock = WindowClock(now)

    def sample(target: str, user: str) -> Dossier:
        make_scoring_sample(target)
        return stay_in(target, user)

    def create(target: str, call: str, user: str) -> Dossier:
        create_dossier(target, call, user or REGISSEUR, clock).store.close()
        return stay_in(target, user)

    def stay_in(target: str, user: str, secret: str = "") -> Dossier:
        return clock.follow(open_dossier(target, user or REGISSEUR, clock, secret, stay=True))

    def put_back(target: str, copy: Path, user: str, tell: Tell) -> Dossier:
        restore_dossier(target, str(copy), user or REGISSEUR, clock, tell)
        return stay_in(target, user)

    return Wiring(
        open=stay_in,
        open_locked=lambda target, secret, user: stay_in(target, user, secret),
        create=create,
        open_packet=lambda file, words: clock.follow(open_packet(file, words, clock).dossier),
        now=clock,
        manual=manual_page,
        restore=put_back if copies else None,
        listen=_listen,
        open_server=lambda address, password, user: clock.follow(
            open_dossier(with_password(address, password), user or REGISSEUR, clock)
        ),
        sample=sample,
    )
