"""Workbooks (.xlsx) for who wants a list outside the program: one way in which all of them look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Value = str | int | float | datetime | date | time
_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NEVER, _FIRST_DAY = b"1980-01-01T00:00:00Z", (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip knows."""
_FORMATS = {datetime: "dd/mm/yyyy hh:mm", date: "dd/mm/yyyy", time: "hh:mm", float: "0.00####"}


@dataclass(frozen=True, slots=True)
class SheetOf:
    """One sheet of a workbook: its name, the columns with their width in characters, and the rows.

    :param fixed: columns at the left that stay in sight.
    """

    title: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Value]]
    fixed: int = 2


def workbook(*sheets: SheetOf) -> bytes:
    """The content of a workbook; moments in it carry no zone, as a workbook knows none."""
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    book.save(out)
    return _stable(out.getvalue())


def _stable(content: bytes) -> bytes:
    """The workbook without the moment at which it was made: the same lists give the same bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(out, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == _PROPERTIES:
                part = _MOMENT.sub(_NEVER, part)
            kept.writestr(ZipInfo(name, _FIRST_DAY), part, ZIP_DEFLATED)
    return out.getvalue()


def _fill(page: Any, sheet: SheetOf) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    heads = [name for name, _ in sheet.columns]
    for at, values in enumerate((heads, *sheet.rows), start=1):
        for column, value in enumerate(values, start=1):
            _put(page.cell(at, column), value)
    for column, (_, width) in enumerate(sheet.columns, start=1):
        page.cell(1, column).font = Font(bold=True)
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
    page.auto_filter.ref = page.dimensions


def _put(cell: Any, value: Value) -> None:
    """What came by mail is text, also where it looks like a formula; control characters have no cell."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        return
    cell.value = value
    if type(value) in _FORMATS:
        cell.number_format = _FORMATS[type(value)]
