"""A list of jurors from Excel or CSV: one row a juror, a dry run first, every refused row with its reason.

Columns (the first row names them): naam, organisatie, functie, e-mail, deskundigheid, beschikbaar. Only the
name is needed. Who is in the jury already, by e-mail or else by name, is changed; an empty cell and a column
that is not there leave what is known.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from jury_desktop.domain.call import Call
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message
from jury_desktop.services.availability_words import read_availability
from jury_desktop.services.jury import check_juror, keep_juror, new_juror_id, suggest_conflicts
from jury_desktop.services.jury_changes import JuryChange, jury_change, jury_state
from jury_desktop.services.ports import Dossier, UnitOfWork

LARGEST = 5_000_000
"""Bytes of a list; a jury of a hundred takes a few thousand."""

_COLUMNS = {
    "name": ("naam", "name", "jurylid"),
    "organisation": ("organisatie", "organisation", "organization"),
    "role": ("functie", "role", "rol"),
    "email": ("email", "mail", "emailadres", "mailadres"),
    "expertise": ("deskundigheid", "expertise", "regiouitdagingen"),
    "available": ("beschikbaar", "beschikbaarheid", "available", "availability"),
}


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not taken over. ``row`` counts as the spreadsheet does: the first juror is on row 2."""

    row: int
    reason: Message


@dataclass(frozen=True, slots=True)
class JurorImport:
    """What a list adds and changes; ``same`` counts the jurors it says nothing new about.

    :param change: all that became of it in the jury, so that it can be taken back.
    """

    added: tuple[Juror, ...]
    changed: tuple[Juror, ...]
    same: int
    rejected: tuple[RejectedRow, ...]
    dry_run: bool
    change: JuryChange = field(default_factory=JuryChange)


_BROKEN = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    SyntaxError,
    BadZipFile,
    OSError,
    EOFError,
    zlib.error,
)
"""What the readers raise on a damaged file; both XML parsers count their errors among the SyntaxErrors."""

Cells = Mapping[str, str]
"""The text of a row by column."""


def import_jurors(dossier: Dossier, file: Path, *, dry_run: bool = False) -> JurorImport:
    """Takes a list over; with ``dry_run`` only tells what would happen.

    :raises JuryError: when the file cannot be read as a list; nothing has changed then.
    """
    rows = tuple(_rows(file))
    with dossier.rehearse() if dry_run else dossier.change() as uow:
        before = jury_state(uow)
        found = _take_over(uow, rows, dry_run)
        return replace(found, change=jury_change(uow, before))


def _take_over(uow: UnitOfWork, rows: tuple[tuple[int, Cells], ...], dry_run: bool) -> JurorImport:
    added, changed, rejected = list[Juror](), list[Juror](), list[RejectedRow]()
    known, seen, same = list(uow.jurors.find()), dict[str, int](), 0
    for number, cells in rows:
        old = _known(known, cells)
        try:
            juror = _juror(cells, old, uow.call)
            _refuse_twice(seen, juror, number)
        except JuryError as error:
            rejected.append(RejectedRow(number, error.message))
            continue
        keep_juror(uow, old, juror)
        known.append(juror)
        same += old == juror
        if old != juror:
            (changed if old else added).append(juror)
    suggest_conflicts(uow, (*added, *changed))
    return JurorImport(tuple(added), tuple(changed), same, tuple(rejected), dry_run)


def _known(jurors: list[Juror], cells: Cells) -> Juror | None:
    """Who the row is about: the same address, or without an address on either side the same name."""
    email, name = cells["email"].casefold(), cells["name"].casefold()
    for juror in jurors:
        if email and juror.email.casefold() == email:
            return juror
    for juror in jurors:
        if name and juror.name.casefold() == name and not (email and juror.email):
            return juror
    return None


def _juror(cells: Cells, old: Juror | None, call: Call) -> Juror:
    known = old or Juror(new_juror_id(), "", "", "")
    juror = replace(
        known,
        name=cells["name"] or known.name,
        organisation=cells["organisation"] or known.organisation,
        role=cells["role"] or known.role,
        email=cells["email"] or known.email,
    )
    check_juror(juror)
    if cells["expertise"]:
        juror = replace(juror, expertise=_expertise(cells["expertise"], call))
    if cells["available"]:
        juror = replace(juror, available=read_availability(cells["available"], call.windows))
    return juror


def _refuse_twice(seen: dict[str, int], juror: Juror, row: int) -> None:
    if juror.id in seen:
        raise refuse("jury.import_twice", other=seen[juror.id])
    seen[juror.id] = row


def _expertise(text: str, call: Call) -> tuple[int, ...]:
    """ "1, 4" and what Excel makes of it ("1,4" and "1.4" read as a number)."""
    numbers = {challenge.number for challenge in call.challenges}
    parts = [part for part in re.split(r"[\s,;.+&/]+|\ben\b", text) if part]
    for part in parts:
        if not (part.isdecimal() and int(part) in numbers):
            raise refuse("jury.import_challenge", text=part)
    return tuple(sorted({int(part) for part in parts}))


def _rows(file: Path) -> Iterator[tuple[int, Cells]]:
    """The rows that hold anything, with the number the spreadsheet shows beside them."""
    header, *rows = _table(file) or [[]]
    places = _places(header)
    if "name" not in places:
        raise refuse("jury.import_no_name_column", file=file.name)
    for number, cells in enumerate(rows, start=2):
        if any(cells):
            yield number, {key: cells[places[key]] if key in places else "" for key in _COLUMNS}


def _places(header: list[str]) -> dict[str, int]:
    plain = [re.sub(r"[^a-z]", "", title.casefold()) for title in header]
    return {
        key: place
        for key, titles in _COLUMNS.items()
        for place in [next((at for at, title in enumerate(plain) if title in titles), -1)]
        if place >= 0
    }


def _table(file: Path) -> list[list[str]]:
    """Every cell as text, the first row included."""
    content = _content(file)
    try:
        return _excel(content) if content.startswith(b"PK") else _csv(content)
    except _BROKEN as error:
        raise refuse("jury.import_unreadable", file=file.name) from error


def _content(file: Path) -> bytes:
    try:
        if (size := file.stat().st_size) > LARGEST:
            raise refuse("jury.import_too_large", file=file.name, megabytes=size // 1_000_000)
        return file.read_bytes()
    except OSError as error:
        raise refuse("jury.import_unreadable", file=file.name) from error


def _excel(content: bytes) -> list[list[str]]:
    import pandas

    return _texts(pandas.read_excel(BytesIO(content), header=None, dtype=str, keep_default_na=False))


def _csv(content: bytes) -> list[list[str]]:
    import pandas

    if b"\0" in content:
        raise ValueError("no text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    options = {"header": None, "dtype": str, "keep_default_na": False, "skip_blank_lines": False}
    return _texts(pandas.read_csv(BytesIO(text.encode()), sep=separator, **options))


def _texts(frame: object) -> list[list[str]]:
    rows = frame.to_numpy().tolist()  # type: ignore[attr-defined]
    return [["" if cell != cell else " ".join(str(cell).split()) for cell in row] for row in rows]
