"""Whether the dossier still has what letters, exports and copies say that it had."""

from __future__ import annotations

import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jury_desktop.domain.anchor import Anchor, Hold, anchor_of, typed, written
from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.errors import StorageError, refuse
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.bundle_place import ABOUT as BUNDLE_ABOUT
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.soundness_words import Names
from jury_desktop.services.whole_files import read_whole
from jury_desktop.storage.copy_check import journal_ends

LARGEST = 200 * 1024 * 1024
"""Bytes of a file in which an anchor is looked for; a copy of a dossier may be of any size."""
_UNFOLDED = 64 * 1024 * 1024
"""Bytes that the texts in a workbook or an audit bundle may unfold to."""
_TEXTS = (".xml", ".json", ".csv")


@dataclass(frozen=True, slots=True)
class Held:
    """An anchor, where it stands, and whether the dossier still has its event."""

    anchor: Anchor
    where: Message
    hold: Hold

    @property
    def problem(self) -> Message | None:
        """What is wrong; None where the anchor holds."""
        if self.hold is Hold.HOLDS:
            return None
        return say(f"soundness.anchor_{self.hold.value}", sequence=self.anchor.sequence)


@needs(Right.SEE_JOURNAL)
def anchor_now(dossier: Dossier) -> Anchor | None:
    """The anchor of the dossier as it stands; None before the first event."""
    with dossier.read() as uow:
        newest = uow.journal.newest()
    return anchor_of(newest) if newest else None


@needs(Right.SEE_JOURNAL)
def check_anchors(dossier: Dossier, anchors: Iterable[tuple[Anchor, Message]]) -> tuple[Held, ...]:
    """Looks up the events of anchors that come from elsewhere, each with where it stands."""
    return tuple(_held(dossier, anchor, where) for anchor, where in anchors)


def _held(dossier: Dossier, anchor: Anchor, where: Message) -> Held:
    try:
        with dossier.read() as uow:
            return held(uow, anchor, where)
    except StorageError:
        return Held(anchor, where, Hold.REWRITTEN)  # the event may be there, and cannot be read


def held(uow: UnitOfWork, anchor: Anchor, where: Message) -> Held:
    """Whether the dossier still has the event of an anchor."""
    try:
        hold = anchor.hold(uow.journal.at(anchor.sequence))
    except StorageError:
        hold = Hold.REWRITTEN  # the event is there and cannot be read
    return Held(anchor, where, hold)


@needs(Right.SEE_JOURNAL)
def check_letters(dossier: Dossier, tell: Tell = untold) -> tuple[Held, ...]:
    """The same for the anchors in letters that were made final: what left the house is kept as it was. What
    cannot be read is left out: the check of rows and contents tells of it."""
    return check_anchors(dossier, _printed(dossier, tell))


def _printed(dossier: Dossier, tell: Tell) -> Iterator[tuple[Anchor, Message]]:
    """The anchors in final letters, each with its letter."""
    final: list[tuple[Letter, Message]] = []
    with suppress(StorageError), dossier.read() as uow:
        letters = (letter for letter in uow.letters.find() if letter.state is not LetterState.DRAFT)
        final += [(letter, Names(uow).letter(letter)) for letter in letters]
    for letter, where in final:
        tell(0, 0)
        with suppress(StorageError, KeyError), dossier.read() as uow:
            yield from ((anchor, where) for anchor in written(uow.blobs.get(letter.pdf)))


def typed_anchor(text: str) -> tuple[Anchor, Message]:
    """The anchor that somebody typed over from paper.

    :raises JuryError: it is none, or too short to say anything.
    """
    anchor = typed(text)
    if anchor is None:
        raise refuse("soundness.no_anchor_typed", text=text.strip()[:80])
    return anchor, say("soundness.typed", anchor=str(anchor))


def file_anchors(file: Path) -> tuple[tuple[Anchor, Message], ...]:
    """The anchors in a letter, minutes, a workbook, another export, an audit bundle or a copy of the dossier.

    :param file: of a bundle that was not packed, its folder.
    :raises JuryError: there are none in it, or it cannot be read.
    """
    where = say("soundness.file", name=file.name)
    found = tuple((anchor, where) for anchor in _found(file))
    if not found:
        raise refuse("soundness.no_anchor_in_file", name=file.name)
    return found


def _found(file: Path) -> tuple[Anchor, ...]:
    if file.is_dir():
        about = file / BUNDLE_ABOUT
        return _written_in(about) if about.is_file() else ()
    copy = _end_of_copy(file)
    if copy is not None:
        return (copy,)
    return _packed(file) if zipfile.is_zipfile(file) else _written_in(file)


def _written_in(file: Path) -> tuple[Anchor, ...]:
    none = refuse("soundness.no_anchor_in_file", name=file.name)
    return tuple(written(read_whole(file, none, LARGEST)))


def _end_of_copy(file: Path) -> Anchor | None:
    """The end of the journal of a copy of a dossier; None for any other file."""
    try:
        ends = journal_ends(file)
    except (StorageError, sqlite3.Error):
        return None
    return Anchor(ends.events, ends.head) if ends.events else None


def _packed(file: Path) -> tuple[Anchor, ...]:
    """Those in the texts of a workbook. Of an audit bundle, the one in the file that says what it is: its
    other files tell of all there is in the dossier, other hashes among it."""
    try:
        with zipfile.ZipFile(file) as packed:
            members = packed.infolist()
            about = [member for member in members if _is_about(member.filename)]
            texts = about or [member for member in members if member.filename.endswith(_TEXTS)]
            if sum(member.file_size for member in texts) > _UNFOLDED:
                return ()
            found = (anchor for member in texts for anchor in written(packed.read(member)))
            return tuple(dict.fromkeys(found))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        return ()


def _is_about(name: str) -> bool:
    """Whether it tells what a bundle is; who packs the folder of a bundle may pack that folder itself."""
    return name.rpartition("/")[2] == BUNDLE_ABOUT and name.count("/") <= 1
