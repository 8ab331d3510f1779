"""The candidacies as a workbook, for who wants the list outside the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.candidacies import CandidacyRow, list_candidacies
from jury_desktop.services.ports import Dossier
from jury_desktop.services.workbook import SheetOf, workbook
from jury_desktop.wording import catalogue, render

_COLUMNS: Mapping[str, int] = {
    "reference": 9,
    "organisation": 30,
    "contact": 24,
    "email": 32,
    "phone": 16,
    "address": 36,
    "challenges": 16,
    "municipalities": 28,
    "partners": 40,
    "received_at": 18,
    "received_by": 44,
    "verdict": 14,
    "admissibility": 18,
    "admissibility_reason": 40,
    "files": 40,
    "lacks": 40,
}
"""The columns by the names that the journal gives them too, with their width in characters."""


@needs(Right.TAKE_OUT)
def write_candidacies(dossier: Dossier, target: Path, language: str = "nl") -> int:
    """Writes a workbook with one row per candidacy, and gives how many there are.

    :raises JuryError: when it cannot be written there.
    """
    found = list_candidacies(dossier)
    try:
        target.write_bytes(candidacies_workbook(found, language))
    except OSError as error:
        raise refuse("import.cannot_write", path=str(target), detail=cause(error)) from error
    return len(found)


def candidacies_workbook(found: Sequence[CandidacyRow], language: str) -> bytes:
    """The workbook itself."""
    columns = [(render(say(f"actions.field_{name}"), language), width) for name, width in _COLUMNS.items()]
    return workbook(SheetOf("Sheet", columns, [_row(each, language) for each in found]))


def _row(row: CandidacyRow, language: str) -> list[str | datetime]:
    candidacy, first = row.candidacy, row.candidacy.first
    files = dict.fromkeys(file.name for version in candidacy.versions for file in version.attachments)
    received: str | datetime = ""
    if first.received_at is not None:
        received = first.received_at.astimezone(BRUSSELS).replace(tzinfo=None)  # a workbook knows no zones
    return [
        candidacy.reference,
        candidacy.organisation,
        candidacy.contact,
        candidacy.email,
        candidacy.phone,
        candidacy.address,
        ", ".join(map(str, candidacy.challenges)),
        ", ".join(candidacy.municipalities),
        ", ".join(candidacy.partners),
        received,
        first.received_by,
        _word(first.verdict, language),
        _word(candidacy.admissibility.value, language),
        candidacy.admissibility_reason,
        ", ".join(files),
        ", ".join(line.item.title for line in row.open_items),
    ]


def _word(value: str, language: str) -> str:
    return catalogue(language).get(f"actions.value_{value}", value)
