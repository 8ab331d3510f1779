"""What somebody does to the rows of a dossier: bits, whole rows, whole forgeries."""

from __future__ import annotations

import random

from jury_desktop.storage.schema import metadata
from jury_desktop.storage.seals import covering, seals_in
from tests.storage.loose_rows import NothingDoneError, Row, Table, tables
from tests.storage.rewriting import rewrite_chain
from tests.storage.tampering import ANCHOR, Desk, Kind, Tampering

FORGED = ("candidacy", "decision", "juror", "letter", "mail", "setting", "sheet", "sheet_answer", "talk")
"""Tables with whose rows somebody would take the trouble of a whole forgery."""


def flip(at: Desk) -> Tampering:
    """One bit of one value turns over; what was empty gets a character."""
    table = at.chance.choice(tables(at.file))
    row, column = table.any_row(at.chance), at.chance.choice(table.columns)
    return turn(table, row, column, at.chance)


def turn(table: Table, row: Row, column: str, chance: random.Random) -> Tampering:
    """Turns over a bit of one value."""
    kept, places = row[column], table.place(row)
    if isinstance(kept, int):
        other_number = (not kept) if isinstance(kept, bool) else kept ^ 1 << chance.randrange(8)
        table.set(row, column, other_number)
        places += table.place(row | {column: other_number})
    elif isinstance(kept, float):
        table.set(row, column, -kept - 1)
    elif not kept:
        table.set(row, column, "x")
    else:
        as_text = isinstance(kept, str)
        other = bytearray(kept.encode() if as_text else kept)
        other[chance.randrange(len(other))] ^= 1 << chance.randrange(8)
        table.set(row, column, bytes(other), "TEXT" if as_text else "BLOB")
    return Tampering(f"a bit of {table.name}.{column}", places)


def drop(at: Desk) -> Tampering:
    """A row is taken out."""
    table = at.chance.choice(tables(at.file))
    row = table.any_row(at.chance)
    table.remove(row)
    return Tampering(f"a row of {table.name} taken out", table.place(row))


def insert(at: Desk) -> Tampering:
    """A row is put in that is like another but for what no two rows may share."""
    table = at.chance.choice(tables(at.file))
    row = table.any_row(at.chance)
    apart = table.keys[-1:] if table.whole or table.name.startswith("blob_") else sorted(table.unique)
    fresh = row | {name: _other(row[name]) for name in apart}
    table.add(fresh)
    return Tampering(f"a row put into {table.name}", (*table.place(fresh), *table.place(row)))


def swap(at: Desk) -> Tampering:
    """Two rows of a table change places: each gets all that the other said."""
    table = at.chance.choice(tables(at.file))
    one, other = table.any_row(at.chance), table.any_row(at.chance)
    apart = table.keys if at.chance.random() < 0.5 else sorted(table.unique)
    moved = [name for name in table.columns if name not in apart]
    if all(one[name] == other[name] for name in moved):
        raise NothingDoneError
    places = (*table.place(one), *table.place(other))
    table.remove(one)
    table.remove(other)
    table.add(one | {name: other[name] for name in moved})
    table.add(other | {name: one[name] for name in moved})
    return Tampering(f"two rows of {table.name} in each other's place", places)


def truncate(at: Desk) -> Tampering:
    """The end of a table is cut off."""
    table = at.chance.choice(tables(at.file))
    rows = table.rows()
    gone = rows[-at.chance.randint(1, min(len(rows), 6)) :]
    for row in gone:
        table.remove(row)
    places = tuple(place for row in gone for place in table.place(row))
    end = (("journal", ""),) if table.name in ("journal", "seal") else ()
    return Tampering(f"the end of {table.name} cut off", (*places, *end))


def swap_contents(at: Desk) -> Tampering:
    """Two files, messages or letters change places."""
    chunks = Table(at.file, "blob_chunk")
    one, other = chunks.any_row(at.chance), chunks.any_row(at.chance)
    if one["content"] == other["content"]:
        raise NothingDoneError
    chunks.set(one, "content", other["content"])
    chunks.set(other, "content", one["content"])
    return Tampering("two contents in each other's place", (*chunks.place(one), *chunks.place(other)))


def move_end(at: Desk) -> Tampering:
    """The end of the journal is said to be elsewhere, at an event that is there."""
    events = Table(at.file, "journal").rows()
    event = at.chance.choice(events[:-1])
    at.file.execute("UPDATE journal_end SET sequence = ?, hash = ?", (event["sequence"], event["hash"]))
    return Tampering("the end of the journal moved", (("journal", ""),))


def rewrite(at: Desk) -> Tampering:
    """An event says something else, and every hash from there on is made anew."""
    event = Table(at.file, "journal").any_row(at.chance)
    column = at.chance.choice(("at", "actor", "on_behalf_of", "action", "subject", "old", "new", "reason"))
    Table(at.file, "journal").set(event, column, f"{event[column]}!")
    rewrite_chain(at.file, event["sequence"])
    return Tampering(f"journal.{column} changed and every later hash with it", ((ANCHOR, ""),))


def forge(at: Desk) -> Tampering:
    """A row says something else; its seal, the event that covers it and every later hash are made anew."""
    table = at.chance.choice([each for each in tables(at.file) if each.others and each.name in FORGED])
    row, column = table.any_row(at.chance), at.chance.choice(table.others)
    kept = row[column]
    if kept is None:
        raise NothingDoneError
    table.set(row, column, _forged(kept))
    ((of, key),) = table.place(row)
    _seal_again(at, of, key)
    return Tampering(f"{table.name}.{column} changed, with seals and hashes", ((ANCHOR, ""),))


def _forged(kept: object) -> object:
    if isinstance(kept, bool):
        return not kept
    return kept + 1 if isinstance(kept, int | float) else f"{kept}!"


def _seal_again(at: Desk, of: str, key: str) -> None:
    """The newest seals of an object are what it is now, and so are the events that cover them."""
    for kind, found, made in seals_in(at.connection, metadata.tables[of]):
        if found == key:
            newest = "(SELECT max(sequence) FROM seal WHERE kind = ? AND key = ?)"
            values = (made, kind, key, kind, key)
            at.file.execute(
                f"UPDATE seal SET sha256 = ? WHERE kind = ? AND key = ? AND sequence = {newest}", values
            )
    for (sequence,) in at.file.execute("SELECT DISTINCT sequence FROM seal").fetchall():
        own = at.file.execute("SELECT kind, key, sha256 FROM seal WHERE sequence = ?", (sequence,))
        at.file.execute("UPDATE journal SET sealed = ? WHERE sequence = ?", (covering(own), sequence))
    rewrite_chain(at.file)


def cut_off(at: Desk) -> Tampering:
    """The last events are taken out with their seals, and the end is put where they began."""
    last = Table(at.file, "journal").count()
    since = last - at.chance.randrange(min(last - 1, 20))
    at.file.execute("DELETE FROM journal WHERE sequence >= ?", (since,))
    at.file.execute("DELETE FROM seal WHERE sequence >= ?", (since,))
    end = "UPDATE journal_end SET sequence = ?, hash = (SELECT hash FROM journal WHERE sequence = ?)"
    at.file.execute(end, (since - 1, since - 1))
    return Tampering("the last events and their seals cut off", ((ANCHOR, ""),))


def _other(value: object) -> object:
    """A value that no other row has."""
    if isinstance(value, int):
        return value + 100_000
    return f"{value}x"


ROWS: tuple[Kind, ...] = (
    flip,
    drop,
    insert,
    swap,
    truncate,
    swap_contents,
    move_end,
    rewrite,
    forge,
    cut_off,
)
