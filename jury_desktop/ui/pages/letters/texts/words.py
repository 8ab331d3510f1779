"""What the texts and the invented dossiers are called."""

from __future__ import annotations

from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import TextKind
from jury_desktop.services.letter_preview import Fault, SampleDossier
from jury_desktop.ui.pages.letters.words import type_name
from jury_desktop.ui.text import area

tr = area("texts")


def kind_name(kind: TextKind) -> str:
    """A text in the list."""
    return type_name(kind) if isinstance(kind, LetterType) else block_name(kind)


def block_name(block: Block) -> str:
    """A legal block."""
    return {
        Block.APPEAL: tr("Appeal"),
        Block.GROUNDS: tr("Legal grounds"),
        Block.REBUTTAL: tr("Rebuttal"),
        Block.COMPLAINT: tr("Complaint"),
        Block.INSPECTION: tr("Inspection"),
        Block.CONTACT: tr("Contact person"),
        Block.PERSONAL_DATA: tr("Personal data"),
    }[block]


def sample_name(dossier: SampleDossier) -> str:
    """An invented dossier."""
    return {
        SampleDossier.SHORT: tr("short dossier"),
        SampleDossier.NORMAL: tr("ordinary dossier"),
        SampleDossier.HARD: tr("difficult dossier"),
    }[dossier]


def place_of(fault: Fault) -> str:
    """Where a fault stands."""
    if fault.line is None:
        return tr("Whole text")
    return tr("Line {line}").format(line=fault.line) if fault.line else tr("Subject")
