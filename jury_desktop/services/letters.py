"""Letters: drafted from the dossier, made final when nothing is wrong, marked as sent with proof."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.due import OPENS_TERM
from jury_desktop.domain.errors import Cancelled, RuleError, refuse
from jury_desktop.domain.letter import LetterData, LetterProblem, LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.term import Channel
from jury_desktop.services.letter_book import letter_rows
from jury_desktop.services.letter_data import basis_of, letter_data
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rebuttals import term_of
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of

Progress = Callable[[int, int, str], None]
Key = tuple[str, LetterType]
"""Candidacy id and type: what a letter is."""


@dataclass(frozen=True, slots=True)
class LetterJob:
    """A letter to be made: what it is, all it says, and the hash of what it rests on."""

    candidacy: str
    reference: str
    type: LetterType
    data: LetterData
    basis: str


@dataclass(frozen=True, slots=True)
class DraftedLetter:
    """A letter as made: the PDF with its SHA-256, its text, and what pre-flight found."""

    job: LetterJob
    pdf: bytes
    sha256: str
    subject: str
    text: str
    problems: tuple[LetterProblem, ...]

    @property
    def can_be_final(self) -> bool:
        """Whether no problem stands in the way."""
        return not any(problem.blocking for problem in self.problems)

    @property
    def file_name(self) -> str:
        """``K-02-geselecteerd-…``: safe on every file system."""
        plain = re.sub(r"[^\w-]+", "-", self.job.data.organisation).strip("-")
        kind = self.job.data.reference.rpartition("/")[2]
        return f"{self.job.reference}-{kind}-{plain}.pdf"


def letter_jobs(dossier: Dossier, keys: Sequence[Key] | None = None) -> tuple[LetterJob, ...]:
    """What has to be written: the letters named, or all that are owed and not sent."""
    today = dossier.now().astimezone(BRUSSELS).date()
    with dossier.read() as uow:
        selection = selection_of(uow)
        house = house_of(selection.call, uow.settings)
    wanted = keys or [(r.candidacy.id, r.type) for r in letter_rows(selection, house) if not r.sent]
    jobs = []
    for candidacy_id, type_ in wanted:
        candidacy = selection.candidacy(candidacy_id)
        data = letter_data(selection, house, candidacy, type_, today)
        basis = basis_of(selection, house, candidacy, type_)
        jobs.append(LetterJob(candidacy_id, candidacy.reference, type_, data, basis))
    return tuple(jobs)


def draft_letters(
    jobs: Sequence[LetterJob], progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> tuple[DraftedLetter, ...]:
    """Makes the PDFs; needs no dossier, so it can run beside the database work."""
    drafted = []
    for done, job in enumerate(jobs):
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None:
            progress(done, len(jobs), job.data.organisation)
        drafted.append(draft_letter(job))
    return tuple(drafted)


def draft_letter(job: LetterJob) -> DraftedLetter:
    """Makes one PDF and looks it over."""
    from jury_desktop.letters.rendering import render

    made = render(job.type, job.data)
    return DraftedLetter(job, made.pdf, made.sha256, made.subject, made.text, made.problems)


def keep_letters(
    dossier: Dossier, drafted: Sequence[DraftedLetter], *, final: bool = False
) -> tuple[Letter, ...]:
    """Keeps letters as drafts, or as final ones; a letter with a blocking problem stays a draft.

    A sent letter is never replaced.
    """
    with dossier.change() as uow:
        kept = tuple(_keep(uow, letter, final, dossier.now()) for letter in drafted)
        uow.journal.append("letters.made", "letters", str(len(kept)))
        return kept


def send_letters(
    dossier: Dossier, letters: Sequence[str], channel: Channel, sent_at: datetime, postal_reference: str = ""
) -> tuple[Letter, ...]:
    """Marks final letters (by id) as sent: channel, moment and address are the proof of dispatch."""
    with dossier.change() as uow:
        return tuple(_send(uow, key, channel, sent_at, postal_reference) for key in letters)


def write_letters(drafted: Sequence[DraftedLetter], folder: Path) -> tuple[Path, ...]:
    """Writes the PDFs into a folder and gives their paths.

    :raises JuryError: the folder cannot be made or written; what was written before stays.
    """
    paths = tuple(folder / letter.file_name for letter in drafted)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, letter in zip(paths, drafted, strict=True):
            path.write_bytes(letter.pdf)
            _write_calendar(letter, path.with_suffix(".ics"))
    except OSError as error:
        detail = error.strerror or ""
        raise refuse("letter_book.cannot_write", folder=str(folder), detail=detail) from error
    return paths


def _write_calendar(letter: DraftedLetter, path: Path) -> None:
    """An invitation goes with the pitch as a file for the candidate's calendar."""
    from jury_desktop.letters.calendar import pitch_event

    if letter.job.type is LetterType.INVITATION and letter.job.data.slot is not None:
        path.write_bytes(pitch_event(letter.job.data))


def _keep(uow: UnitOfWork, drafted: DraftedLetter, final: bool, now: datetime) -> Letter:
    job = drafted.job
    old = next(iter(uow.letters.find(candidacy=job.candidacy, type=job.type.value)), None)
    if old is not None and old.state is LetterState.SENT:
        raise RuleError(say("letter_book.already_sent", reference=job.reference))
    state = LetterState.FINAL if final and drafted.can_be_final else LetterState.DRAFT
    key = old.id if old else uuid.uuid4().hex
    pdf = uow.blobs.put(drafted.pdf)
    new = Letter(key, job.candidacy, job.type.value, state, pdf, job.basis, now)
    uow.letters.save(new)
    record_change(uow, f"letter.{state.value}", ("candidacy", job.reference), old, new)
    return new


def _send(uow: UnitOfWork, key: str, channel: Channel, sent_at: datetime, postal_reference: str) -> Letter:
    old = uow.letters.get(key)
    candidacy = uow.candidacies.get(old.candidacy)
    if old.state is not LetterState.FINAL:
        raise RuleError(say("letter_book.not_final", reference=candidacy.reference))
    address = candidacy.email if channel is Channel.EMAIL else candidacy.address
    new = replace(
        old,
        state=LetterState.SENT,
        channel=channel.value,
        sent_at=sent_at,
        sent_to=address,
        postal_reference=postal_reference,
    )
    _refuse_without_term(uow, new)
    uow.letters.save(new)
    record_change(uow, "letter.sent", ("candidacy", candidacy.reference), old, new)
    return new


def _refuse_without_term(uow: UnitOfWork, letter: Letter) -> None:
    """A dispatch cannot be undone, so a term that could never be reckoned is refused before it is kept."""
    if letter.type not in OPENS_TERM:
        return
    try:
        term_of(uow, letter)
    except RuleError:
        raise refuse("letter_book.no_presented_day") from None
