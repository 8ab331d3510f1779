"""Excel workbooks, read row by row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.archives import Unusable, open_attachment
from jury_desktop.mailbox.charset import clean

_DOCTYPE = b"<!DOCTYPE"


def text(data: bytes) -> str:
    """Every row of every sheet as a line, cells apart by a tab, up to a limit of cells and one of letters.

    :raises JuryError: when it is broken, encrypted, a bomb, or holds a document type declaration.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with open_attachment(data) as archive:
            if any(
                _declares_type(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")
            ):
                raise refuse("intake.attachment_bomb")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return _rows(book)
        finally:
            book.close()
    except (*Unusable, InvalidFileException, LookupError, SyntaxError, TypeError, AttributeError) as error:
        raise refuse("intake.attachment_broken") from error


def _declares_type(xml: bytes) -> bool:
    """Whether the XML has a document type, or hides its letters in UTF-16, which Excel never does."""
    return _DOCTYPE in xml[:65_536] or b"\0" in xml[:64]


def _rows(book: Any) -> str:
    lines: list[str] = []
    cells, room = 0, limits.TEXT_CHARACTERS
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            cells += max(len(row), 1)
            if cells > limits.SHEET_CELLS or room <= 0:
                return "\n".join(lines)
            if line := "\t".join(_filled(row, room)):
                lines.append(line)
                room -= len(line)
    return "\n".join(lines)


def _filled(row: Iterable[object], room: int) -> Iterator[str]:
    """The cells of a row, as far as there is room: a thousand cells may share one text of a megabyte."""
    for value in row:
        if value is not None and room > 0:
            cell = clean(str(value)[:room]).replace("\n", " ")
            room -= len(cell) + 1
            yield cell
