"""The regisseur's own Word document, on which drafts in Word are written; it lies in the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, Settings, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.whole_files import read_whole

HEAVIEST = 5_000_000
"""Bytes that the document may have."""

_FILE, _NAME = "letter.word_paper", "letter.word_paper_name"


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A document that is kept: the SHA-256 of its file, and what that was called. Both "" for none."""

    sha256: str = ""
    name: str = ""


NONE = KeptPaper()
"""Drafts are written on a plain page."""


def paper_kept(settings: Settings) -> KeptPaper:
    """Which document a dossier has."""
    return KeptPaper(settings.get(_FILE), settings.get(_NAME))


@needs(Right.SEE_LETTERS)
def word_paper(dossier: Dossier) -> bytes | None:
    """The document itself; None where drafts are written on a plain page."""
    with dossier.read() as uow:
        kept = paper_kept(uow.settings)
        return uow.blobs.get(kept.sha256) if kept.sha256 else None


@needs(Right.SET_UP)
def save_word_paper(dossier: Dossier, file: Path) -> KeptPaper:
    """Keeps a document that every kind of letter can be written on, and gives the one of before.

    :raises JuryError: it cannot be read, or a letter cannot be written on it; then nothing changes.
    """
    content = read_whole(
        file, refuse("word_paper.heavy", name=file.name, most=HEAVIEST // 1_000_000), HEAVIEST
    )
    _try(content)
    with dossier.change() as uow:
        return _keep(uow, KeptPaper(uow.blobs.put(content), file.name))


@needs(Right.SET_UP)
def set_word_paper(dossier: Dossier, kept: KeptPaper) -> KeptPaper:
    """Goes back to a document that was kept before, or to none; gives the one of now."""
    with dossier.change() as uow:
        return _keep(uow, kept)


def _try(content: bytes) -> None:
    """Writes a letter of each kind on it."""
    from jury_desktop.letters.samples import sample
    from jury_desktop.letters.word import word_draft

    for kind in LetterType:
        word_draft(kind, sample(kind), paper=content)


def _keep(uow: UnitOfWork, new: KeptPaper) -> KeptPaper:
    old = paper_kept(uow.settings)
    if new != old:
        uow.settings.set(_FILE, new.sha256)
        uow.settings.set(_NAME, new.name)
        record_change(uow, "settings.changed", ("settings", "word_paper"), old, new)
    return old
