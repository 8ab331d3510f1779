"""Letters as files: how they are called, and written where nothing of anybody's is overwritten."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.services.letter_words import words
from jury_desktop.services.whole_files import put_beside

if TYPE_CHECKING:
    from jury_desktop.services.letters import DraftedLetter, LetterJob

Progress = Callable[[int, int, str], None]

_LONGEST = 60
"""Characters of the name of an organisation; Windows takes 260 of a whole path."""


def letter_stem(job: LetterJob) -> str:
    """``K-02-geselecteerd-De-Brug-vzw``: unique for each letter, and safe on every file system.

    It begins with the number of the candidacy, so that it is none of the names that Windows keeps to itself.
    """
    plain = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", job.data.organisation))
    kind = job.data.reference.rpartition("/")[2]
    return f"{job.reference}-{kind}-{plain[:_LONGEST].strip('-_')}".rstrip("-")


def calendar_of(job: LetterJob) -> bytes:
    """The pitch for the candidate's calendar, that goes with an invitation; empty with any other letter."""
    from jury_desktop.letters.calendar import pitch_event

    if job.type is not LetterType.INVITATION or job.data.slot is None:
        return b""
    return pitch_event(job.data, job.key.candidacy, job.edition)


def write_letters(drafted: Sequence[DraftedLetter], folder: Path) -> tuple[Path, ...]:
    """Writes the PDFs into a folder, with the file for the calendar, and gives their paths. What is there
    already stays: another file of the same name is written beside it.

    :raises JuryError: the folder cannot be made or written; what was written before stays.
    """
    paths = []
    with _writing(folder):
        for letter in drafted:
            path = put_beside(folder / f"{letter_stem(letter.job)}.pdf", letter.pdf)
            paths.append(path)
            if calendar := calendar_of(letter.job):
                put_beside(path.with_suffix(".ics"), calendar)
    return tuple(paths)


def write_word_drafts(
    jobs: Sequence[LetterJob], folder: Path, progress: Progress | None = None, paper: bytes | None = None
) -> tuple[Path, ...]:
    """Writes letters into a folder as Word documents to go on with, and gives their paths. They are drafts,
    whatever the state of the letter: what counts is the PDF.

    :param paper: the document of the dossier to write them on (``word_paper.word_paper``).
    :raises JuryError: as :func:`write_letters`.
    """
    from jury_desktop.letters.word import word_draft

    paths = []
    with _writing(folder):
        for done, job in enumerate(jobs):
            if progress is not None:
                progress(done, len(jobs), job.data.organisation)
            draft = word_draft(job.type, job.data, texts=job.texts, paper=paper)
            paths.append(put_beside(folder / f"{letter_stem(job)}-{words('word_draft')}.docx", draft))
    return tuple(paths)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Makes the folder; what the disk does not allow is said in words."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise refuse("letter_book.cannot_write", folder=str(folder), detail=cause(error)) from error
