"""The candidacies as a workbook, for who wants the list outside the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import CandidacyRow, list_candidacies
from jury_desktop.services.ports import Dossier
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


def write_candidacies(dossier: Dossier, target: Path, language: str = "nl") -> int:
    """Writes a workbook with one row per candidacy, and gives how many there are.

    :raises JuryError: when it cannot be written there.
    """
    rows = [_row(found, language) for found in list_candidacies(dossier)]
    try:
        _write(target, [render(say(f"actions.field_{name}"), language) for name in _COLUMNS], rows)
    except OSError as error:
        raise refuse("import.cannot_write", path=str(target), detail=cause(error)) from error
    return len(rows)


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


def _write(target: Path, heads: Sequence[str], rows: Sequence[Sequence[str | datetime]]) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    for at, values in enumerate((heads, *rows), start=1):
        for column, value in enumerate(values, start=1):
            _fill(sheet.cell(at, column), value)
    for column, width in enumerate(_COLUMNS.values(), start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(target)


def _fill(cell: Any, value: str | datetime) -> None:
    """What came by mail is text, also where it looks like a formula; control characters have no cell."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    else:
        cell.number_format = "dd/mm/yyyy hh:mm"
