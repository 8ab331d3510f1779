"""The audit bundle: the whole dossier for somebody who checks it, as a folder or zip that needs no program.

Everything is read in one piece of work and written file by file: a dossier of gigabytes takes little memory.
 That it was made, by whom and for whom, is in the journal: it hands personal data to somebody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jury_desktop import __version__, resources
from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import Cancelled, refuse
from jury_desktop.domain.journal import START
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.bundle_files import BundleContents, as_bytes, bundle_contents, data_files
from jury_desktop.services.bundle_pages import Heading, bundle_pages
from jury_desktop.services.bundle_place import (
    ABOUT,
    ExportedFile,
    Listed,
    fill_place,
    refuse_taken,
    refuse_too_small,
)
from jury_desktop.services.candidacies import CandidacyRow, list_candidacies
from jury_desktop.services.candidacy_sheet import candidacies_workbook
from jury_desktop.services.html_pages import page_bytes
from jury_desktop.services.import_progress import STEPS, Progress
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json, unrecorded
from jury_desktop.services.table_files import Export, Format, ask_tables, files_of
from jury_desktop.wording import moment, render


@dataclass(frozen=True, slots=True)
class BundleWish:
    """What bundle is asked for.

    :param out: a new or empty folder; with ``zipped`` a new file.
    :param recipient: for whom, or what for; it stands in the bundle and in the journal.
    """

    out: Path
    recipient: str = ""
    zipped: bool = False
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was made.

    :param sums: the SHA-256 of its list of checksums, by which the journal knows it.
    :param withheld: how many events are in it without what they say, being sealed.
    """

    out: Path
    files: tuple[ExportedFile, ...]
    sums: str
    events: int
    withheld: int


@needs(Right.TAKE_OUT)
def make_bundle(
    dossier: Dossier,
    wish: BundleWish,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Bundle:
    """Writes the bundle and journals that it was made; both or neither. The journal of a dossier that can
    only be read does not get to know; the bundle says so.

    :raises JuryError: something lies there already, the disk is too small or
        cannot be written, or somebody else changed the dossier meanwhile. Then nothing is left of it.
    :raises Cancelled: the user stopped it; nothing is left of it.
    """
    made: list[Bundle] = []
    try:
        refuse_taken(wish.out, zipped=wish.zipped)
        tables = ask_tables(dossier, wish.language)
        rows = list_candidacies(dossier)
        with dossier.read() as uow:
            contents = bundle_contents(uow)
            _refuse_changed(contents, tables)
            work = _Work(dossier, wish, contents, tables, rows, progress, cancelled)
            refuse_too_small(wish.out, work.total)
            fill_place(wish.out, lambda place: made.append(work.fill(uow, place)), zipped=wish.zipped)
    except OSError as error:
        raise refuse("audit.cannot_write", folder=str(wish.out), detail=cause(error)) from error
    return made[0]


def _refuse_changed(contents: BundleContents, tables: Export) -> None:
    """Everything in a bundle is of one moment."""
    last = contents.lines[-1].event.hash if contents.lines else START
    if last != tables.last.hash:
        raise refuse("audit.changed_meanwhile")


class _Work:
    """Fills one place, telling how far it is."""

    def __init__(
        self,
        dossier: Dossier,
        wish: BundleWish,
        contents: BundleContents,
        tables: Export,
        rows: tuple[CandidacyRow, ...],
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._dossier, self._wish, self._contents, self._tables = dossier, wish, contents, tables
        self._rows, self._progress, self._cancelled = rows, progress, cancelled
        self._made_at = dossier.now()
        self._kept = contents.files
        self._done = 0
        self.total = sum(contents.sizes[sha256] for sha256 in self._kept.values())

    def fill(self, uow: UnitOfWork, place: Listed) -> Bundle:
        """Writes every file, then the list of them, and journals it."""
        for path, content in self._written(uow):
            self._tell(path)
            place.put(path, content)
        for path, sha256 in self._kept.items():
            self._tell(path)
            place.put(path, uow.blobs.get(sha256))
            self._done += self._contents.sizes[sha256]
        sums = place.close()
        self._stop_if_asked()
        _note(self._dossier, self._wish, place.files, sums)
        events, withheld = self._tables.last.sequence, len(self._contents.withheld)
        return Bundle(self._wish.out, tuple(place.files), sums, events, withheld)

    def _written(self, uow: UnitOfWork) -> Iterator[tuple[str, bytes]]:
        """Every file that is made here, the small ones first."""
        language = self._wish.language
        yield ABOUT, self._about(uow)
        yield "LEESMIJ.txt", as_bytes(self._readme(uow))
        yield "controle.py", resources.path("audit", "controle.py").read_bytes()
        yield "kandidaturen.xlsx", candidacies_workbook(self._rows, language)
        for path, content in files_of(self._tables, tuple(Format)):
            yield f"tabellen/{path}", content
        yield from data_files(uow, self._contents)
        for page in bundle_pages(self._contents, self._tables, self._heading(uow)):
            yield page.path, page_bytes(page, language)

    def _heading(self, uow: UnitOfWork) -> Heading:
        return Heading(
            uow.call.title, self._dossier.actor, self._recipient(), self._made_at, self._wish.language
        )

    def _recipient(self) -> str:
        return self._wish.recipient.strip() or render(say("audit.nobody_named"), self._wish.language)

    def _about(self, uow: UnitOfWork) -> bytes:
        """What the check goes by, and who made this for whom."""
        about = {
            "format": 1,
            "call": uow.call.id,
            "title": uow.call.title,
            "made_at": self._made_at.isoformat(),
            "made_by": self._dossier.actor,
            "made_for": self._wish.recipient.strip(),
            "program": f"Jury Desktop {__version__}",
            "language": self._wish.language,
            "events": self._tables.last.sequence,
            "last_hash": self._tables.last.hash,
            "anchor": str(anchor_of(self._tables.last)),
            "withheld": self._contents.withheld,
            "recorded": unrecorded(self._dossier.store) is None,
        }
        return as_bytes(json.dumps(about, ensure_ascii=False, indent=1) + "\n")

    def _readme(self, uow: UnitOfWork) -> str:
        language = self._wish.language
        count = len(self._contents.withheld)
        told = (say("audit.sealed_told", count=count) if count else None, unrecorded(self._dossier.store))
        beside = "".join(f"{render(each, language)}\n" for each in told if each is not None)
        return resources.text("audit", f"leesmij.{language}.txt").format(
            title=uow.call.title,
            made=moment(self._made_at, language),
            actor=self._dossier.actor,
            recipient=self._recipient(),
            beside=beside,
        )

    def _tell(self, path: str) -> None:
        self._stop_if_asked()
        if self._progress is not None:
            self._progress(self._done * STEPS // max(self.total, 1), STEPS, say("audit.writing", file=path))

    def _stop_if_asked(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled


def _note(dossier: Dossier, wish: BundleWish, files: list[ExportedFile], sums: str) -> None:
    """Journals that everything was handed over, for whom, and how the bundle is known."""
    told = {
        "recipient": wish.recipient.strip(),
        "files": len(files),
        "bytes": sum(each.bytes for each in files),
        "sha256": sums,
    }
    if unrecorded(dossier.store) is None:
        with dossier.change() as uow:
            uow.journal.append("dossier.bundled", "dossier", uow.call.id, new=as_json(told))


def bundle_name(now: datetime, language: str) -> str:
    """How a bundle made now is called, without ending."""
    return render(say("audit.name", day=f"{now.astimezone(BRUSSELS):%Y-%m-%d}"), language)
