"""Copies of a dossier: made by themselves or when asked, listed, and put back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from jury_desktop.codec import dump, load
from jury_desktop.domain.backup import Keeping, KeptCopy, Reason, Restored, Tell, is_due, untold
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import for_everybody, needs
from jury_desktop.services.demo_state import clock_begins
from jury_desktop.services.ports import Dossier, Settings
from jury_desktop.services.record import as_json, record_change
from jury_desktop.storage.backup import Snapshot
from jury_desktop.storage.copies import copies_in, folders_of, keep_copy, let_go
from jury_desktop.storage.copy_check import journal_ends
from jury_desktop.storage.restore import forget_note, note_of, put_back
from jury_desktop.storage.settings import COPIES

_KEEPING = "backup.keeping"


@dataclass(frozen=True, slots=True)
class Choices:
    """Where copies go (empty: a folder beside the dossier) and how many stay."""

    folder: str = ""
    keeping: Keeping = field(default_factory=Keeping)


@dataclass(frozen=True, slots=True)
class BackupBook:
    """The copies of a dossier.

    :param folder: where the next one goes; None for a database, whose administrator makes copies.
    :param copies: newest first.
    """

    choices: Choices
    folder: Path | None = None
    copies: tuple[KeptCopy, ...] = ()

    @property
    def is_astray(self) -> bool:
        """Whether the folder that was chosen is not there, so that copies go beside the dossier."""
        return bool(self.choices.folder) and not Path(self.choices.folder).is_dir()


@needs(Right.SET_UP)
def backup_book(dossier: Dossier) -> BackupBook:
    """The copies there are, and what was chosen about them."""
    choices = _chosen(dossier)
    if dossier.store.file is None:
        return BackupBook(choices)
    folders = folders_of(dossier.store.file, choices.folder)
    return BackupBook(choices, folders[0], copies_of(dossier.store.file, choices.folder))


def copies_of(file: Path, chosen: str = "") -> tuple[KeptCopy, ...]:
    """The copies of a dossier file, newest first; of one that cannot be read, all that bear its name."""
    try:
        origin = journal_ends(file).origin
    except JuryError:
        origin = ""
    found = (copy for folder in folders_of(file, chosen) for copy in copies_in(folder))
    own = [copy for copy in found if not origin or copy.told.origin in {origin, ""}]
    return tuple(sorted(own, key=lambda copy: copy.told.at, reverse=True))


@needs(Right.SET_UP)
def make_backup(dossier: Dossier, reason: Reason = Reason.ASKED, tell: Tell = untold) -> KeptCopy:
    """Makes a copy of what the dossier holds now, reads it again, and lets go of copies that need not stay.

    :raises JuryError: it lies in a database, or the disk does not allow it; then nothing is left behind.
    """
    return hold(dossier, reason).keep(tell)


@needs(Right.TAKE_OUT)
def copy_to(dossier: Dossier, folder: Path, tell: Tell = untold) -> KeptCopy:
    """Makes a copy in a folder of the user's own, with its account; nothing there is ever taken away."""
    file = _file(dossier)
    with closing(Snapshot(file)) as state:
        return keep_copy(state, folder, Reason.ASKED, dossier.now(), tell)


@needs(Right.TAKE_OUT)
def ask_to_copy(dossier: Dossier) -> None:
    """To be called by who copies a dossier whole without any of these: to a server, or from there.

    :raises JuryError: whoever works in it may not take anything out.
    """


@for_everybody("copies are kept whoever works, and shown to nobody")
def backup_when_due(dossier: Dossier, tell: Tell = untold) -> KeptCopy | None:
    """The copy of the day, when the last is older than a day and something has changed; None otherwise, and
    for a sample, whose clock is not that of the world."""
    file = dossier.store.file
    everybody = replace(dossier, who=None)
    if file is None or dossier.store.read_only is not None or clock_begins(everybody) is not None:
        return None
    told = [copy.told for copy in copies_of(file, _chosen(dossier).folder)]
    if not is_due(told, journal_ends(file).head, dossier.now()):
        return None
    return make_backup(dossier, Reason.DAILY, tell)


class Held:
    """A state of a dossier, held at once and copied later; others work on meanwhile."""

    def __init__(self, file: Path, state: Snapshot, choices: Choices, reason: Reason, at: datetime) -> None:
        self._file, self._state, self._choices = file, state, choices
        self._reason, self._at = reason, at

    def keep(self, tell: Tell = untold) -> KeptCopy:
        """Makes the copy, and lets go of copies that need not stay. To be called once."""
        with closing(self._state) as state:
            folders = folders_of(self._file, self._choices.folder)
            made = keep_copy(state, folders[0], self._reason, self._at, tell)
        let_go(copies_of(self._file, self._choices.folder), self._choices.keeping, self._at)
        return made

    def let_go(self) -> None:
        """No copy is wanted after all."""
        self._state.close()


@for_everybody("copies are kept whoever works, and shown to nobody")
def hold(dossier: Dossier, reason: Reason) -> Held:
    """Holds what the dossier is at this moment; takes a millisecond.

    :raises JuryError: it lies in a database, or cannot be read.
    """
    file = _file(dossier)
    return Held(file, Snapshot(file), _chosen(dossier), reason, dossier.now())


@for_everybody("copies are kept whoever works, and shown to nobody")
def hold_before_phase(dossier: Dossier) -> Held | None:
    """What is there before a step that turns the procedure; None where it lies in a copy already."""
    file = dossier.store.file
    if file is None:
        return None
    head, copies = journal_ends(file).head, copies_of(file, _chosen(dossier).folder)
    if any(copy.told.head == head and copy.told.is_sound for copy in copies):
        return None
    return hold(dossier, Reason.PHASE)


def keeping_before_phases(told: Callable[[KeptCopy], object]) -> Callable[[Dossier], None]:
    """What a dossier does before such a step where somebody waits for it: the copy, then the step."""

    def keep(dossier: Dossier) -> None:
        if (held := hold_before_phase(dossier)) is not None:
            told(held.keep())

    return keep


@needs(Right.SET_UP)
def choose_backups(dossier: Dossier, choices: Choices) -> Choices:
    """Keeps where copies go and how many stay, and gives what was chosen before."""
    if choices.folder and not Path(choices.folder).is_dir():
        raise refuse("backup.no_folder", folder=choices.folder)
    with dossier.change() as uow:
        before = choices_of(uow.settings)
        if choices != before:
            uow.settings.set(COPIES, choices.folder)
            uow.settings.set(_KEEPING, dump(choices.keeping, Keeping))
            record_change(uow, "backups.chosen", ("settings", "backups"), before, choices)
    return before


def find_copy(file: Path, name: str, chosen: str = "") -> KeptCopy:
    """The copy of a dossier with a name, or at a path; the newest sound one for the empty name.

    :raises JuryError: there is none.
    """
    place = Path(name)
    there = copies_in(place.parent) if name and len(place.parts) > 1 else copies_of(file, chosen)
    wanted = (copy for copy in there if (copy.told.name == place.name if name else copy.told.is_sound))
    found = next(wanted, None)
    if found is None:
        raise refuse("backup.missing" if name else "backup.none", name=name or file.name)
    return found


def restore(
    file: Path, copy: KeptCopy, who: str, now: datetime, *, chosen: str = "", tell: Tell = untold
) -> Restored:
    """Puts a copy in the place of a dossier file that is not open; what is there now is kept aside first.

    :raises JuryError: nothing has changed then.
    """
    return put_back(file, copy, folders_of(file, chosen)[0], who, now, tell)


@for_everybody("copies are kept whoever works, and shown to nobody")
def note_restore(dossier: Dossier) -> None:
    """Writes into the journal that the dossier was put back since it was last open, if it was."""
    file = dossier.store.file
    note = note_of(file) if file is not None else None
    if file is None or note is None or dossier.store.read_only is not None:
        return
    with dossier.read() as uow:
        newest = uow.journal.newest()
    if newest is not None and newest.hash == note.head:
        with dossier.change() as uow:
            new = as_json({"events": note.events, "aside": Path(note.aside).name, "by": note.who})
            uow.journal.append("dossier.restored", "dossier", note.copy, new=new)
    forget_note(file)


@for_everybody("copies are kept whoever works, and shown to nobody")
def chosen_folder(dossier: Dossier) -> str:
    """The folder that was chosen for copies; empty for the one beside the dossier."""
    return _chosen(dossier).folder


def _file(dossier: Dossier) -> Path:
    if dossier.store.file is None:
        raise refuse("backup.in_database", name=dossier.store.name)
    return dossier.store.file


def _chosen(dossier: Dossier) -> Choices:
    """Whoever signed in, or has yet to: copies are made of all there is."""
    with dossier.store.read() as uow:
        return choices_of(uow.settings)


def choices_of(settings: Settings) -> Choices:
    """Where copies go and how many stay, as the dossier has it."""
    kept = settings.get(_KEEPING)
    return Choices(settings.get(COPIES), load(kept, Keeping) if kept else Keeping())
