"""The dossier written out for an audit: everything in files that any program can read, with their SHA-256.

Scores that are still sealed stay out, here as everywhere: neither their sheets nor what the journal keeps of
them is written.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy, different_files
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import Mail
from jury_desktop.domain.selection import Selection
from jury_desktop.services.candidacy_sheet import write_candidacies
from jury_desktop.services.journal import newest_first
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json
from jury_desktop.services.rounds import selection_of

SUMS = "SHA256SUMS"
"""The list of all other files with their SHA-256, as ``sha256sum --check`` reads it."""
LONGEST = 80
"""Characters of a name that somebody else gave; some systems take no long ones."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of the bundle; ``path`` is relative to its folder, with slashes."""

    path: str
    bytes: int
    sha256: str


def export_dossier(dossier: Dossier, folder: Path, language: str = "nl") -> tuple[ExportedFile, ...]:
    """Writes the bundle into a folder that holds nothing yet; the dossier itself does not change.

    :raises JuryError: the folder holds something or cannot be written; what was written before stays.
    """
    try:
        _refuse_full(folder)
        folder.mkdir(parents=True, exist_ok=True)
        write_candidacies(dossier, folder / "kandidaturen.xlsx", language)
        with dossier.read() as uow:
            for name, content in _contents(uow):
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        return _summed(folder)
    except OSError as error:
        raise refuse("export.cannot_write", folder=str(folder), detail=cause(error)) from error


def _refuse_full(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise refuse("export.not_empty", folder=str(folder))


def _summed(folder: Path) -> tuple[ExportedFile, ...]:
    """Every file as it now lies there, and the list of them."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    found = tuple(_exported(folder, path) for path in files)
    sums = "".join(f"{each.sha256}  {each.path}\n" for each in found)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")
    return (*found, _exported(folder, folder / SUMS))


def _exported(folder: Path, path: Path) -> ExportedFile:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return ExportedFile(path.relative_to(folder).as_posix(), path.stat().st_size, sha256)


def _contents(uow: UnitOfWork) -> Iterator[tuple[str, bytes]]:
    """Every other file of the bundle, one at a time: memory never holds more."""
    selection = selection_of(uow)
    yield "oproep.toml", uow.call.text.encode()
    yield "logboek.jsonl", _journal(uow, selection)
    for name, things in _lists(uow, selection):
        yield f"gegevens/{name}.json", _text(f"[{', '.join(map(as_json, things))}]")
    yield from _messages(uow)
    for candidacy in selection.candidacies:
        yield from _attachments(uow, candidacy)
    yield from _letters(uow, selection)


def _lists(uow: UnitOfWork, selection: Selection) -> Iterator[tuple[str, Iterable[object]]]:
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
    yield "planningen", uow.plans.find()
    yield "beslissingen", selection.decisions
    yield "brieven", selection.letters
    yield "weerwoord", selection.rebuttals
    yield "berichten", [placed.entry for placed in uow.mails.all()]


def _journal(uow: UnitOfWork, selection: Selection) -> bytes:
    """An event on each line, oldest first; of what is still sealed, that it happened."""
    lines = reversed(newest_first(uow.journal.all(), selection))
    whole = ({**asdict(line.event), "at": line.event.at.isoformat(), "sealed": line.sealed} for line in lines)
    return _text("".join(json.dumps(event, ensure_ascii=False) + "\n" for event in whole))


def _messages(uow: UnitOfWork) -> Iterator[tuple[str, bytes]]:
    for number, placed in enumerate(uow.mails.all(), start=1):
        kind = "eml" if isinstance(placed.mail, Mail) else "onleesbaar"
        yield f"berichten/{number:04d}-{placed.mail.sha256[:12]}.{kind}", uow.blobs.get(placed.mail.sha256)


def _attachments(uow: UnitOfWork, candidacy: Candidacy) -> Iterator[tuple[str, bytes]]:
    keys = {
        f"{file.sha256[:12]}-{_safe(file.name)}": file.sha256 for file in different_files(candidacy.versions)
    }
    for name, sha256 in keys.items():
        yield f"bijlagen/{candidacy.reference}/{name}", uow.blobs.get(sha256)


def _letters(uow: UnitOfWork, selection: Selection) -> Iterator[tuple[str, bytes]]:
    for letter in (each for each in selection.letters if each.pdf):
        reference = selection.candidacy(letter.candidacy).reference
        name = f"{reference}-{letter.type}-{letter.state.value}-{letter.pdf[:12]}.pdf"
        yield f"brieven/{name}", uow.blobs.get(letter.pdf)
        if letter.grounds:
            grounds = name.removesuffix(".pdf") + "-gronden.json"
            yield f"brieven/{grounds}", uow.blobs.get(letter.grounds)
        if letter.signed:
            signed = name.removesuffix(".pdf") + "-ondertekend.pdf"
            yield f"brieven/{signed}", uow.blobs.get(letter.signed)


def _safe(name: str) -> str:
    """A name that a mail gave, without anything that a file system could take for more than a name."""
    return re.sub(r"[^\w. -]", "_", name)[-LONGEST:].strip(" .") or "bijlage"


def _text(text: str) -> bytes:
    """UTF-8; half a character from hostile mail becomes the escape by which JSON knows it."""
    return text.encode("utf-8", "backslashreplace")
