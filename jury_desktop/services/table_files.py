"""The tables of a dossier as files: one workbook, a CSV for each table, and one JSON document.

Made of the dossier as it stands after the last event of its journal: the same dossier gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror_names import lettered, named
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.table import Cell, Column, Table
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.minutes import PUBLIC
from jury_desktop.services.ports import Dossier
from jury_desktop.services.redaction import Redaction
from jury_desktop.services.table_account import account, column_name, sheet_name
from jury_desktop.services.table_words import shown, written
from jury_desktop.services.tables import all_tables, sealed_places
from jury_desktop.services.whole_files import write_whole
from jury_desktop.services.workbook import SheetOf, Value, workbook
from jury_desktop.wording import render

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a text begins that a spreadsheet may take for a formula."""
LONGEST_CELL = 32_000
"""Characters of a text in the workbook; a cell holds few more. CSV and JSON have it whole."""


class Format(StrEnum):
    """The shapes in which tables are written."""

    WORKBOOK = "xlsx"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Export:
    """The tables as they will be written, the account of what is in them first."""

    tables: tuple[Table, ...]
    redacted: bool
    language: str
    last: Event
    sealed: tuple[tuple[str, str], ...] = ()
    """Where scores stay out: reference and round."""

    @property
    def stem(self) -> str:
        """How the files are called."""
        return render(say("tables.file_public" if self.redacted else "tables.file"), self.language)


@needs(Right.TAKE_OUT)
def ask_tables(dossier: Dossier, language: str = "nl", *, redacted: bool = False) -> Export:
    """Reads every table. Scores that the call's rule has not opened stay out, and the first table says so.

    :param redacted: only what may be published.
    """
    selection = known(dossier).selection
    form = render(say("minutes.juror", letter="{letter}"), language)
    names = lettered(selection.jurors, PUBLIC, form) if redacted else named(selection.jurors)
    with dossier.read() as uow:
        last = uow.journal.newest()
        assert last is not None
        whole = all_tables(uow, selection, names)
        instead = render(say("tables.left_out"), language)
        found = Redaction(uow, selection, names, instead).public(whole) if redacted else whole
    first = account(selection, last, language, whole=whole, redacted=redacted)
    return Export((first, *found), redacted, language, last, sealed_places(selection))


def write_tables(
    export: Export, folder: Path, formats: Collection[Format] = tuple(Format)
) -> tuple[Path, ...]:
    """Writes the files into a folder; what is there under the same name is replaced.

    :raises JuryError: the folder cannot be made or a file cannot be written.
    """
    files = [(folder / name, content) for name, content in files_of(export, formats)]
    for parent in dict.fromkeys(path.parent for path, _ in files):
        try:
            parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refuse("tables.cannot_write", folder=str(parent), detail=cause(error)) from error
    for path, content in files:
        write_whole(path, content)
    return tuple(path for path, _ in files)


def files_of(export: Export, formats: Collection[Format]) -> Iterator[tuple[str, bytes]]:
    """The files by their paths, one at a time."""
    if Format.WORKBOOK in formats:
        yield f"{export.stem}.xlsx", as_workbook(export)
    if Format.JSON in formats:
        yield f"{export.stem}.json", as_json_document(export)
    if Format.CSV in formats:
        for number, each in enumerate(export.tables):
            yield f"{export.stem}-csv/{number:02d}-{each.key}.csv", as_csv(each, export.language)


def as_workbook(export: Export) -> bytes:
    """One workbook with a sheet for each table."""
    return workbook(*(_sheet(each, export.language) for each in export.tables))


def _sheet(each: Table, language: str) -> SheetOf:
    columns = [(column_name(column.key, language), column.width) for column in each.columns]
    rows = [[_cell(shown(*at, language)) for at in _with_columns(each, row)] for row in each.rows]
    return SheetOf(sheet_name(each.key, language), columns, rows, each.fixed)


def _with_columns(each: Table, row: tuple[Cell, ...]) -> Iterator[tuple[Column, Cell]]:
    return zip(each.columns, row, strict=True)


def _cell(cell: Cell) -> Value:
    if isinstance(cell, datetime):
        return cell.astimezone(BRUSSELS).replace(tzinfo=None)  # a workbook knows no zones
    if isinstance(cell, str):
        return cell if len(cell) <= LONGEST_CELL else f"{cell[:LONGEST_CELL]}…"
    return "" if cell is None else cell


def as_csv(each: Table, language: str) -> bytes:
    """A table as CSV for a spreadsheet: semicolons, UTF-8 with its mark, nothing that is a formula, and in
    the words and with the decimal sign of the language."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column_name(column.key, language) for column in each.columns])
    writer.writerows(
        [_text(column, cell, language) for column, cell in _with_columns(each, row)] for row in each.rows
    )
    return b"\xef\xbb\xbf" + _bytes(out.getvalue())


def _text(column: Column, cell: Cell, language: str) -> str | int | float:
    """A number with the decimal sign of the language, and all else in words."""
    if isinstance(cell, float):
        return written(column, cell, language)
    return _harmless(shown(column, cell, language))


def _harmless(cell: Cell) -> str | int | float:
    """Text that begins as a formula gets an apostrophe; zero bytes are no text."""
    if isinstance(cell, str):
        text = cell.replace("\0", "")
        return f"'{text}" if text.startswith(FORMULA) else text
    plain = _plain(cell)
    return "" if plain is None else plain


def as_json_document(export: Export) -> bytes:
    """One document with every table as a list of records, by the stable names of the columns."""
    tables = {
        each.key: [{name: _plain(cell) for name, cell in record.items()} for record in each.records()]
        for each in export.tables
    }
    last = export.last
    made = {
        "events": last.sequence,
        "at": last.at.isoformat(),
        "hash": last.hash,
        "anchor": str(anchor_of(last)),
    }
    document = {"made_after": made, "redacted": export.redacted, "tables": tables}
    return _bytes(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _plain(cell: Cell) -> str | int | float | bool | None:
    if isinstance(cell, str | int | float) or cell is None:
        return cell
    return cell.astimezone(BRUSSELS).isoformat() if isinstance(cell, datetime) else cell.isoformat()


def _bytes(text: str) -> bytes:
    """UTF-8; half a character from hostile mail becomes the escape by which JSON knows it."""
    return text.encode("utf-8", "backslashreplace")
