"""Which files an audit bundle holds, and how they are called: the dossier in files that any program can read.

Scores that are still sealed stay out, here as everywhere: neither their sheets nor what the journal keeps of
them is written. Of a sealed event the digest of its seals stays out as well: with it, and the hash, somebody
could try every score until one fits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy, different_files
from jury_desktop.domain.entry import Placed
from jury_desktop.domain.mail import Attachment, Mail
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.selection import Selection
from jury_desktop.services.journal import JournalLine, newest_first
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.practice import practice_opened
from jury_desktop.services.preview import may_be_handed_out
from jury_desktop.services.record import as_json
from jury_desktop.services.rounds import selection_of

LONGEST = 80
"""Characters of a name that somebody else gave; some systems take no long ones."""
_PLAIN = frozenset(
    {"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "ics"}
    | {"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "heic", "eml", "msg", "zip"}
)
"""The endings of files in which nothing runs when a browser or a viewer opens them."""
DANGEROUS, UNUSUAL = ".niet-openen", ".bin"
"""What comes behind the name of a file that can do harm, and of one that a browser might run."""


@dataclass(frozen=True, slots=True)
class BundleContents:
    """What a bundle is made of, read once.

    :param messages: every message, in order of import.
    :param lines: the journal as it may be seen now, oldest first.
    :param sizes: bytes of every content that is kept of all this, by its SHA-256.
    """

    selection: Selection
    messages: tuple[Placed, ...]
    lines: tuple[JournalLine, ...]
    sizes: Mapping[str, int]

    @property
    def withheld(self) -> tuple[int, ...]:
        """The numbers of the events whose content is sealed."""
        return tuple(line.event.sequence for line in self.lines if line.sealed)

    @property
    def files(self) -> dict[str, str]:
        """The SHA-256 of every content by the path it gets."""
        named = (*self._messages(), *self._attachments(), *self._letters())
        return {path: sha256 for path, sha256 in named if sha256 in self.sizes}

    def _messages(self) -> Iterator[tuple[str, str]]:
        for number, placed in enumerate(self.messages, start=1):
            yield message_path(number, placed), placed.mail.sha256

    def _attachments(self) -> Iterator[tuple[str, str]]:
        for candidacy in self.selection.candidacies:
            for file in different_files(candidacy.versions):
                yield attachment_path(candidacy, file), file.sha256

    def _letters(self) -> Iterator[tuple[str, str]]:
        for letter in self.selection.letters:
            yield from letter_paths(letter, self.selection.candidacy(letter.candidacy).reference).items()


def bundle_contents(uow: UnitOfWork) -> BundleContents:
    """Reads what a bundle is made of; the contents themselves are read one by one as they are written."""
    selection, messages = selection_of(uow), uow.mails.all()
    newest = newest_first(uow.journal.all(), selection, practised=practice_opened(uow))
    kept = {placed.mail.sha256 for placed in messages}
    kept |= {file.sha256 for each in selection.candidacies for file in different_files(each.versions)}
    kept |= {key for letter in selection.letters for key in (letter.pdf, letter.grounds, letter.signed)}
    return BundleContents(selection, messages, newest[::-1], uow.blobs.sizes(kept))


def message_path(number: int, placed: Placed) -> str:
    """Where a message lies, by its number from 1 in order of import."""
    kind = "eml" if isinstance(placed.mail, Mail) else "onleesbaar"
    return f"berichten/{number:04d}-{placed.mail.sha256[:12]}.{kind}"


def attachment_path(candidacy: Candidacy, file: Attachment) -> str:
    """Where a file that came with a candidacy lies, under a name with which nothing happens by itself."""
    name = _safe(file.name)
    if not may_be_handed_out(file):
        name += DANGEROUS
    elif name.rpartition(".")[2].lower() not in _PLAIN:
        name += UNUSUAL
    return f"bijlagen/{candidacy.reference}/{file.sha256[:12]}-{name}"


def letter_paths(letter: Letter, reference: str) -> dict[str, str]:
    """Where a letter lies that has been made: the PDF, what it rests on, and the signed PDF."""
    if not letter.pdf:
        return {}
    stem = f"brieven/{reference}-{letter.type}-{letter.state.value}-{letter.pdf[:12]}"
    found = {f"{stem}.pdf": letter.pdf}
    if letter.grounds:
        found[f"{stem}-gronden.json"] = letter.grounds
    if letter.signed:
        found[f"{stem}-ondertekend.pdf"] = letter.signed
    return found


def data_files(uow: UnitOfWork, contents: BundleContents) -> Iterator[tuple[str, bytes]]:
    """The files that are written anew: call, journal, and what the dossier keeps of everything as JSON."""
    yield "oproep.toml", uow.call.text.encode()
    yield "logboek.jsonl", _journal(contents.lines)
    for name, things in _lists(uow, contents):
        yield f"gegevens/{name}.json", as_bytes(f"[{', '.join(map(as_json, things))}]")


def _lists(uow: UnitOfWork, contents: BundleContents) -> Iterator[tuple[str, Iterable[object]]]:
    selection = contents.selection
    yield "kandidaturen", selection.candidacies
    yield "juryleden", selection.jurors
    yield "belangenconflicten", selection.conflicts
    yield (
        "beoordelingen",
        [
            sheet
            for candidacy in selection.candidacies
            for round_ in Round
            for sheet in selection.open_sheets(candidacy.id, round_)
        ],
    )
    yield "sessies", uow.call.windows
    yield "planningen", selection.plans
    yield "pitches", selection.runs
    yield "besprekingen", selection.talks
    yield "vergaderingen", uow.meetings.find()
    yield "beslissingen", selection.decisions
    yield "brieven", selection.letters
    yield "weerwoord", selection.rebuttals
    yield "berichten", [placed.entry for placed in contents.messages]


def _journal(lines: Iterable[JournalLine]) -> bytes:
    """An event on each line, oldest first; of what is still sealed, that it happened. The moment is written
    as the hash of the event covers it."""
    return as_bytes("".join(json.dumps(_event(line), ensure_ascii=False) + "\n" for line in lines))


def _event(line: JournalLine) -> dict[str, object]:
    at = line.event.at.astimezone(UTC).isoformat(timespec="microseconds")
    covered = "" if line.sealed else line.event.sealed
    return {**asdict(line.event), "at": at, "sealed": covered, "withheld": line.sealed}


def _safe(name: str) -> str:
    """A name that a mail gave, without anything that a file system could take for more than a name."""
    return re.sub(r"[^\w. -]", "_", name)[-LONGEST:].strip(" .") or "bijlage"


def as_bytes(text: str) -> bytes:
    """UTF-8; half a character from hostile mail becomes the escape by which JSON knows it."""
    return text.encode("utf-8", "backslashreplace")
