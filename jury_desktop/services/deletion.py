"""Deleting a dossier for good: what there is of it, the report, and the deletion itself.

The report says what was deleted, how much, when and on what ground, and names nobody. What the program cannot
reach (copies elsewhere, mails, letters, what a disk keeps of its own accord) is said before and after.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, Phrase, Value, say
from jury_desktop.domain.retention import Retention
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.bundle_sections import counted
from jury_desktop.services.html_pages import Page, Said, Section, facts, page_bytes
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.retention import retention_of
from jury_desktop.services.whole_files import write_whole
from jury_desktop.storage.copies import folders_of
from jury_desktop.storage.erasing import BESIDE, Remains, erase, refuse_in_use, remains_of
from jury_desktop.storage.settings import COPIES
from jury_desktop.wording import day, moment, render

__all__ = ["BESIDE", "Remains", "delete_files", "found_remains", "holding", "outcome", "report_page"]

COUNTED = (
    *("candidacies", "messages", "attachments", "jurors", "conflicts", "sheets", "decisions"),
    *("plans", "letters", "rebuttals", "events"),
)
"""What a report counts."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a dossier holds, in numbers alone.

    :param counts: by the names of :data:`COUNTED`.
    :param began: when the first event of its journal was; ``ended``: the last.
    :param file: where it lies; None for a database.
    :param copies: the folder that was chosen for its copies; "" for the one beside it.
    """

    title: str
    counts: dict[str, int]
    began: datetime
    ended: datetime
    last_hash: str
    retention: Retention
    file: Path | None = None
    copies: str = ""


@dataclass(frozen=True, slots=True)
class Erased:
    """One file that was to go; ``problem`` says why it is still there, None when it is gone."""

    bytes: int
    copy: bool
    problem: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Deletion:
    """A deletion as it went.

    :param files: every file of the dossier and its copies; empty as long as nothing was deleted.
    """

    holding: Holding
    ground: str
    at: datetime
    files: tuple[Erased, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether everything that was found is gone."""
        return bool(self.files) and all(each.problem is None for each in self.files)


@needs(Right.SET_UP)
def holding(dossier: Dossier) -> Holding:
    """What a dossier holds."""
    with dossier.read() as uow:
        events = uow.journal.all()
        counts = _counts(uow) | {"events": len(events)}
        ordered = {name: counts[name] for name in COUNTED}
        last = events[-1]
        return Holding(
            uow.call.title,
            ordered,
            events[0].at,
            last.at,
            last.hash,
            retention_of(uow),
            dossier.store.file,
            uow.settings.get(COPIES),
        )


def _counts(uow: UnitOfWork) -> dict[str, int]:
    candidacies = uow.candidacies.find()
    return {
        "candidacies": len(candidacies),
        "messages": sum(uow.mails.tally().values()),
        "attachments": sum(len(version.attachments) for each in candidacies for version in each.versions),
        "jurors": len(uow.jurors.find()),
        "conflicts": len(uow.conflicts.find()),
        "sheets": len(uow.sheets.find()),
        "decisions": len(uow.decisions.find()),
        "plans": len(uow.plans.find()),
        "letters": len(uow.letters.find()),
        "rebuttals": len(uow.rebuttals.find()),
    }


def found_remains(file: Path, copies: str = "") -> tuple[Remains, ...]:
    """The dossier file and its copies: in the same folder, those below it, and the one chosen for copies.

    :raises JuryError: it is not there or cannot be read.
    """
    try:
        return remains_of(file, folders_of(file, copies))
    except OSError as error:
        raise refuse("privacy.not_deleted", detail=cause(error)) from error


def delete_files(
    held: Holding, file: Path, ground: str, report: Path, now: Callable[[], datetime], language: str = "nl"
) -> Deletion:
    """Deletes a dossier that nobody has open, with its copies, and writes the report.

    The report is written first: where that cannot be done, nothing is deleted.

    :raises JuryError: no ground, the report cannot be written or would be deleted along, or somebody works in
        the dossier. Then nothing is deleted.
    """
    if not ground.strip():
        raise refuse("privacy.ground_missing")
    if report.exists():
        raise refuse("privacy.report_exists", name=report.name)
    refuse_in_use(file)
    remains = found_remains(file, held.copies)
    planned = Deletion(held, ground.strip(), now())
    write_whole(report, report_page(planned, language))
    done = Deletion(held, ground.strip(), now(), tuple(map(_erased, remains)))
    for folder in folders_of(file, held.copies):
        with suppress(OSError):  # it is gone, or holds something else
            folder.rmdir()
    write_whole(report, report_page(done, language))
    return done


def _erased(remains: Remains) -> Erased:
    try:
        if remains.file.exists():  # what SQLite kept beside it goes by itself when it is let go of
            erase(remains.file)
    except OSError as error:
        return Erased(remains.bytes, remains.copy, cause(error))
    return Erased(remains.bytes, remains.copy)


def outcome(done: Deletion) -> Message:
    """What came of it, in a sentence."""
    left = sum(each.problem is not None for each in done.files)
    if left:
        return say("privacy.deleted_in_part", count=len(done.files), left=left)
    return say("privacy.deleted", count=len(done.files))


def report_page(done: Deletion, language: str) -> bytes:
    """The report as a page that any browser opens and prints."""
    said = _Words(language)
    held = done.holding
    about: list[tuple[Said, Said]] = [
        (said("call"), held.title),
        (said("deleted_at"), moment(done.at, language)),
        (said("ground"), done.ground),
        (said("kept_until"), _until(held.retention, language)),
        (said("period"), f"{moment(held.began, language)} – {moment(held.ended, language)}"),
        (said("last_anchor"), Anchor(held.counts["events"], held.last_hash).in_full),
        (said("signature"), "\n\n………………………………………………"),
    ]
    counts = facts(said("what_it_held"), [(said(f"count_{name}"), str(n)) for name, n in held.counts.items()])
    sections = (facts(said("about_deletion"), about), counts, _files(done, said))
    lead = (said("report_lead"), said("report_limits"))
    return page_bytes(Page("index.html", said("report_title"), lead, sections), language)


def _until(kept: Retention, language: str) -> str:
    return f"{day(kept.until, language)} ({kept.ground})" if kept.until else ""


def _files(done: Deletion, said: _Words) -> Section:
    rows = tuple(
        (
            said("file_copy" if each.copy else "file_dossier"),
            counted(each.bytes),
            said("file_left", detail=each.problem) if each.problem else said("file_gone"),
        )
        for each in done.files
    )
    heads = (said("column_what"), said("column_bytes"), said("column_outcome"))
    return Section(said("files_deleted"), heads, rows, said("not_yet"))


class _Words:
    """The sentences of the report in its language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, key: str, **values: Value) -> str:
        return render(say(f"privacy.{key}", **values), self._language)


def as_view(done: Deletion) -> dict[str, object]:
    """The report as plain values."""
    held = done.holding
    return {
        "call": held.title,
        "deleted_at": done.at.isoformat(),
        "ground": done.ground,
        "kept_until": held.retention.until.isoformat() if held.retention.until else None,
        "counts": held.counts,
        "last_hash": held.last_hash,
        "files": [
            {"copy": each.copy, "bytes": each.bytes, "gone": each.problem is None} for each in done.files
        ],
        "whole": done.whole,
    }
