"""What stands in the place of a row that was lost, so that the rows that belong to it are not lost with it.

A stub has the key of the row and what the journal tells of it: the reference of a candidacy, the name of a
juror, whose a sheet was. All else of it is empty. Where that is not all there was, it does not have the seal
of the row, so the check of the dossier names it for as long as it stands.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import Confidence, Entry, EntryKind, Placed
from jury_desktop.domain.journal import SEPARATOR
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Sheet, SheetState
from jury_desktop.storage.blobs import blob
from jury_desktop.storage.candidacies import CANDIDACIES, candidacy, version
from jury_desktop.storage.jurors import JURORS, juror
from jury_desktop.storage.mails import MAILS, mail
from jury_desktop.storage.many import kept, named
from jury_desktop.storage.rows import Row
from jury_desktop.storage.sheets import SHEETS, sheet

Key = Mapping[str, Any]
_Lost = tuple[str, tuple[tuple[str, Any], ...]]
"""A table by its name, and the key of a row of it."""
_SHOWN = 12
"""Signs of a key that nobody knows by heart."""
_TOLD = """
SELECT {wanted} FROM seal JOIN journal USING (sequence)
WHERE kind = :kind AND subject_kind = :kind AND {known} = :known AND sequence IN
 (SELECT sequence FROM seal WHERE kind = :kind GROUP BY sequence HAVING count(*) = 1)
ORDER BY sequence DESC LIMIT 1
"""
"""What the newest event that is about one row alone tells of it."""
_NO_VERSION = "SELECT id FROM candidacy WHERE id NOT IN (SELECT owner FROM candidacy_version)"


def put_stubs(whole: sqlite3.Connection) -> dict[str, list[str]]:
    """Puts a stub wherever rows refer to one that is lost and a stub can be made; gives by table what people
    know them by."""
    made: dict[str, list[str]] = defaultdict(list)
    for table, key in _missing(whole):
        row = _MAKERS[table](whole, key)
        if row is not None and _put(whole, table, row):
            made[table.name].append(_known_by(table, row))
    return dict(made)


def _missing(whole: sqlite3.Connection) -> Iterator[tuple[Table, Key]]:
    """The rows that others refer to and that are lost, again until no more are found: stubs refer as well."""
    tried: set[_Lost] = set()
    while fresh := [each for each in _referred(whole) if each not in tried]:
        tried.update(fresh)
        yield from ((_BY_NAME[name], dict(key)) for name, key in fresh)


def _referred(whole: sqlite3.Connection) -> Iterator[_Lost]:
    """The parents that are lost, each once."""
    links: dict[tuple[str, int], list[tuple[str, str]]] = {}
    found: dict[_Lost, None] = {}
    for table, row, parent, link in whole.execute("PRAGMA foreign_key_check").fetchall():
        if parent not in _BY_NAME:
            continue
        if (table, link) not in links:
            listed = whole.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            links[table, link] = [(own, other) for id_, _, _, own, other, *_ in listed if id_ == link]
        columns = ", ".join(f'"{own}"' for own, _ in links[table, link])
        values = whole.execute(f'SELECT {columns} FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
        others = [other for _, other in links[table, link]]
        found[parent, tuple(zip(others, values, strict=True))] = None
    for (owner,) in whole.execute(_NO_VERSION).fetchall():
        found[version.name, (("owner", owner), ("number", 1))] = None
    yield from found


def _put(whole: sqlite3.Connection, table: Table, row: Row) -> bool:
    columns = ", ".join(f'"{name}"' for name in named(table))
    gaps = ", ".join("?" * len(named(table)))
    put = f'INSERT OR IGNORE INTO "{table.name}" ({columns}) VALUES ({gaps})'
    return whole.execute(put, kept(table, row)).rowcount == 1


def _known_by(table: Table, row: Row) -> str:
    """As people know the row."""
    if table is version:
        return f"{row['owner'][:_SHOWN]}/{row['number']}"
    key = row.get("reference") or row.get("name") or row.get("id") or row["sha256"]
    return str(key)[:_SHOWN] if table in (blob, mail, sheet) else str(key)


def _subject(whole: sqlite3.Connection, table: Table, key: str) -> str:
    """What the journal calls a row; empty where it does not tell."""
    return _told(whole, table, "subject", "key", key)


def _told(whole: sqlite3.Connection, table: Table, wanted: str, known: str, value: str) -> str:
    query = _TOLD.format(wanted=wanted, known=known)
    found = whole.execute(query, {"kind": table.name, "known": value}).fetchone()
    return str(found[0]) if found else ""


def _key_of(whole: sqlite3.Connection, table: Table, column: str, known: str) -> str:
    """The key of the row that people know so: of one that is there, or one that the journal tells of."""
    there = whole.execute(f'SELECT id FROM "{table.name}" WHERE "{column}" = ?', (known,)).fetchone()
    return str(there[0]) if there else _told(whole, table, "key", "subject", known)


def _unknown(key: str) -> str:
    return f"? {key[:_SHOWN]}"


def _blob(whole: sqlite3.Connection, key: Key) -> Row:
    """As long as what is left of it."""
    query = "SELECT coalesce(sum(length(content)), 0) FROM blob_chunk WHERE sha256 = ?"
    (size,) = whole.execute(query, (key["sha256"],)).fetchone()
    return {"sha256": key["sha256"], "bytes": size}


def _mail(_: sqlite3.Connection, key: Key) -> Row:
    id_, lost = key["id"], say("storage.lost_here")
    entry = Entry(
        id_, "", EntryKind.UNREADABLE, None, None, Verdict.UNKNOWN, False, lost, Confidence.DOUBTFUL
    )
    return MAILS.row(Placed(UnreadableMail(id_, _unknown(id_), lost, b""), entry))


def _candidacy(whole: sqlite3.Connection, key: Key) -> Row | None:
    reference = key.get("reference") or _subject(whole, candidacy, key["id"])
    id_ = key.get("id") or _key_of(whole, candidacy, "reference", key["reference"])
    if not id_:
        return None
    reference = reference or _unknown(id_)
    return CANDIDACIES.row(Candidacy(id_, reference, _unknown(reference), "", "", "", "", (), (), (), ()))


def _version(whole: sqlite3.Connection, key: Key) -> Row:
    """Its place among the versions follows from its number, unless another took that."""
    owner, number = key["owner"], int(key["number"])
    query = "SELECT position FROM candidacy_version WHERE owner = ?"
    taken = {position for (position,) in whole.execute(query, (owner,))}
    position = number - 1 if number - 1 not in taken else max(taken) + 1
    return {
        "owner": owner,
        "position": position,
        "number": number,
        "mail": "",
        "received_at": None,
        "received_by": "",
        "verdict": Verdict.UNKNOWN.value,
    }


def _juror(whole: sqlite3.Connection, key: Key) -> Row:
    name = _subject(whole, juror, key["id"]) or _unknown(key["id"])
    return JURORS.row(Juror(key["id"], name, "", ""))


def _sheet(whole: sqlite3.Connection, key: Key) -> Row | None:
    """Whose it was, of what, and whether it was handed in, as its newest event says."""
    name, _, rest = _subject(whole, sheet, key["id"]).partition(SEPARATOR)
    reference, _, round_ = rest.partition(SEPARATOR)
    of, by = _key_of(whole, candidacy, "reference", reference), _key_of(whole, juror, "name", name)
    if not (of and by and round_ in {each.value for each in Round}):
        return None
    action, at = (_told(whole, sheet, wanted, "key", key["id"]) for wanted in ("action", "at"))
    handed_in = datetime.fromisoformat(at) if action == "sheet.submitted" else None
    state = SheetState.DRAFT if handed_in is None else SheetState.SUBMITTED
    newest = "SELECT coalesce(max(number), 1) FROM candidacy_version WHERE owner = ?"
    (number,) = whole.execute(newest, (of,)).fetchone()
    made = Sheet(key["id"], by, of, Round(round_), number, state, submitted_at=handed_in)
    return SHEETS.row(made)


_MAKERS: Mapping[Table, Callable[[sqlite3.Connection, Key], Row | None]] = {
    blob: _blob,
    mail: _mail,
    candidacy: _candidacy,
    version: _version,
    juror: _juror,
    sheet: _sheet,
}
"""Of these the key alone, or the key and the journal, say enough to make a stub."""
_BY_NAME = {table.name: table for table in _MAKERS}
