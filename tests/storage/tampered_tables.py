"""What somebody does to the tables themselves: columns, triggers, indexes, views in their place."""

from __future__ import annotations

from tests.storage.loose_rows import NothingDoneError, Table, on_sqlite, tables
from tests.storage.tampering import Desk, Kind, Tampering


def _table(at: Desk) -> Table:
    return at.chance.choice(tables(at.file))


def add_column(at: Desk) -> Tampering:
    table = _table(at)
    more = at.chance.choice(
        ("bij TEXT", "bij INTEGER NOT NULL DEFAULT 1", "bij TEXT AS ('x') VIRTUAL", "bij BLOB")
    )
    at.file.execute(f'ALTER TABLE "{table.name}" ADD COLUMN {more}')
    return Tampering(f"a column added to {table.name}", part=table.name)


def drop_column(at: Desk) -> Tampering:
    table = at.chance.choice([each for each in tables(at.file) if _droppable(each)])
    column = at.chance.choice(_droppable(table))
    at.file.execute(f'ALTER TABLE "{table.name}" DROP COLUMN "{column}"')
    return Tampering(f"{table.name}.{column} removed", part=table.name)


def _droppable(table: Table) -> list[str]:
    indexed = {name for name in table.columns if table.known is not None and table.known.c[name].index}
    return sorted(set(table.others) - set(table.links) - indexed)


def rename_column(at: Desk) -> Tampering:
    table = _table(at)
    column = at.chance.choice(table.columns)
    at.file.execute(f'ALTER TABLE "{table.name}" RENAME COLUMN "{column}" TO "anders"')
    return Tampering(f"{table.name}.{column} renamed", part=table.name)


def add_table(at: Desk) -> Tampering:
    kind = at.chance.choice(("(tekst)", "AS SELECT * FROM juror"))
    at.file.execute(f"CREATE TABLE kladblok {kind}")
    return Tampering("a table added", part="kladblok")


def remove_table(at: Desk) -> Tampering:
    table = _table(at)
    at.file.execute(f'DROP TABLE "{table.name}"')
    return Tampering(f"{table.name} removed", part=table.name)


def rename_table(at: Desk) -> Tampering:
    table = _table(at)
    at.file.execute(f'ALTER TABLE "{table.name}" RENAME TO elders')
    return Tampering(f"{table.name} renamed", part=table.name)


def view_instead(at: Desk) -> Tampering:
    """A view stands where a table was and shows the same, or less of it."""
    table = _table(at)
    less = at.chance.choice(("", " LIMIT 0", " LIMIT 1"))
    at.file.execute(f'ALTER TABLE "{table.name}" RENAME TO elders')
    at.file.execute(f'CREATE VIEW "{table.name}" AS SELECT * FROM elders{less}')
    return Tampering(f"a view in the place of {table.name}{less}", part=table.name)


def add_trigger(at: Desk) -> Tampering:
    table = _table(at)
    column = at.chance.choice(table.columns)
    made = f'AFTER INSERT ON "{table.name}" BEGIN UPDATE "{table.name}" SET "{column}" = "{column}"; END'
    at.file.execute(f"CREATE TRIGGER waakhond {made}")
    return Tampering(f"a trigger on {table.name}", part="waakhond")


def add_index(at: Desk) -> Tampering:
    table = _table(at)
    column = at.chance.choice(table.columns)
    at.file.execute(f'CREATE INDEX snel ON "{table.name}" ("{column}")')
    return Tampering(f"an index on {table.name}", part="snel")


def remove_index(at: Desk) -> Tampering:
    made = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    (name,) = at.chance.choice(at.file.execute(made).fetchall())
    at.file.execute(f'DROP INDEX "{name}"')
    return Tampering(f"{name} removed", part=name)


def alter_index(at: Desk) -> Tampering:
    """An index keeps its name and is on something else."""
    made = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    name, of = at.chance.choice(at.file.execute(made).fetchall())
    columns = Table(at.file, of).columns
    at.file.execute(f'DROP INDEX "{name}"')
    at.file.execute(f'CREATE INDEX "{name}" ON "{of}" ({", ".join(columns[:2])})')
    return Tampering(f"{name} on something else", part=name)


def loosen(at: Desk) -> Tampering:
    """A table is made anew without any of its rules, and holds a row twice."""
    table = _table(at)
    columns = ", ".join(f'"{name}"' for name in table.columns)
    at.file.execute(f'ALTER TABLE "{table.name}" RENAME TO elders')
    at.file.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM elders')
    at.file.execute("DROP TABLE elders")
    doubled = f'INSERT INTO "{table.name}" ({columns}) SELECT {columns} FROM "{table.name}" LIMIT 1'
    at.file.execute(doubled)
    return Tampering(f"{table.name} without its rules, a row twice", part=table.name)


def rule_otherwise(at: Desk) -> Tampering:
    """The rules of a table are others: what it may hold, how it compares, what it refers to."""
    table, file = _table(at), on_sqlite(at.file)
    (made,) = file.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)).fetchone()
    old, new = at.chance.choice(
        (
            ("TEXT NOT NULL", "TEXT COLLATE NOCASE NOT NULL"),
            ("TEXT NOT NULL", "BLOB NOT NULL"),
            ("TEXT NOT NULL", "TEXT"),
            ("INTEGER", "TEXT"),
            ("PRIMARY KEY (", "CHECK (1), PRIMARY KEY ("),
            ("DEFERRABLE INITIALLY DEFERRED", ""),
            ("ON DELETE CASCADE", "ON DELETE SET NULL"),
            ("(id)", "(nr)"),
        )
    )
    if old not in made:
        raise NothingDoneError
    file.execute("PRAGMA writable_schema = ON")
    file.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (made.replace(old, new, 1), table.name))
    file.execute("PRAGMA writable_schema = RESET")
    return Tampering(f"{table.name}: {new} for {old}", part=table.name)


TABLES: tuple[Kind, ...] = (
    add_column,
    drop_column,
    rename_column,
    add_table,
    remove_table,
    rename_table,
    view_instead,
    add_trigger,
    add_index,
    remove_index,
    alter_index,
    loosen,
    rule_otherwise,
)
