"""Random tampering with a dossier, over all its tables, and what of it the check finds and names.

A dossier is tampered with in a transaction that is rolled back after the check, so that one copy serves for
all. Everything follows from the seed. What can be done to it: ``tampered_rows.py``, ``tampered_values.py``
and ``tampered_tables.py``.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from sqlalchemy import Connection, Engine

from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.call import Call
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.services.anchors import check_anchors
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.soundness import verify
from jury_desktop.storage.engine import file_engine, for_changing
from jury_desktop.storage.guard import Guard
from jury_desktop.storage.integrity import problems
from jury_desktop.storage.store import SqlStore, open_store
from jury_desktop.storage.unit_of_work import SqlUnitOfWork
from jury_desktop.wording import render
from tests.builders import NOW
from tests.storage.loose_rows import Bare, NothingDoneError, Place, Row, tables

ANCHOR = "anchor"
"""The kind of the finding that the journal is not what an export said."""
_DRAWS = 100


@dataclass(frozen=True, slots=True)
class Desk:
    """A dossier that is tampered with: through the program's own eyes, as it lies there, and by which chance.

    :param strange: rows of another dossier, by their tables.
    """

    connection: Connection
    file: Bare
    chance: random.Random
    strange: Mapping[str, Sequence[Row]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tampering:
    """What was done: in words, and the places of which a finding has to name one.

    :param part: or else what a finding has to name of the database itself: a table, an index.
    """

    words: str
    places: tuple[Place, ...] = ()
    part: str = ""

    def is_named(self, found: Iterable[Finding]) -> bool:
        """Whether a finding names what was tampered with."""
        return any(self._names(finding) for finding in found)

    def _names(self, finding: Finding) -> bool:
        if self.part and self.part in {str(value) for value in finding.what.values.values()}:
            return True
        return any(finding.kind == kind and key in ("", finding.key) for kind, key in self.places)


class Opened(SqlStore):
    """The dossier as it stands within the transaction of somebody who tampers with it."""

    def __init__(self, engine: Engine, call: Call, connection: Connection) -> None:
        super().__init__(engine, "proef", call)
        self._connection = connection
        self.found: tuple[Finding, ...] = ()

    @contextmanager
    def read(self) -> Iterator[SqlUnitOfWork]:
        """Apart from what was done: on a server, what fails would end all of it."""
        with self._explained(), self._connection.begin_nested():
            yield SqlUnitOfWork(self._connection, self._call, Guard())

    def problems(self, tell: Tell = untold) -> tuple[Finding, ...]:
        self.found = tuple(problems(self._connection, tell))
        return self.found


class Unasked(Dossier):
    """A dossier that asks nobody who they are: accounts are tampered with as well."""

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        with self.store.read() as uow:
            yield uow


class Bench:
    """A copy of a dossier to tamper with, and the anchor of an export that went out before.

    :param other: another dossier, of which rows may turn up in this one.
    """

    usual: frozenset[Finding] = frozenset()
    """What is found before anything was done."""

    def __init__(self, path: Path | str, other: Path | None = None) -> None:
        self._engine = self.engine(path)
        store = open_store(path)
        with store.read() as uow:
            newest = uow.journal.newest()
            self._call = uow.call
        store.close()
        assert newest is not None
        self._anchor = anchor_of(newest)
        self._strange = _rows_of(other) if other is not None else {}

    def engine(self, path: Path | str) -> Engine:
        return file_engine(Path(path), 10, foreign_keys=False)

    @contextmanager
    def opened(self, seed: int) -> Iterator[Desk]:
        """The dossier to do with as one likes: nothing of it is kept."""
        with for_changing(self._engine) as connection:
            file = connection.connection.driver_connection
            assert isinstance(file, sqlite3.Connection)
            try:
                yield Desk(connection, file, random.Random(seed), self._strange)
            finally:
                connection.rollback()
                connection.invalidate()  # it would go on believing what was undone of the tables

    def looked(self, connection: Connection) -> tuple[Finding, ...]:
        """What the check of the database finds."""
        return tuple(problems(connection))

    def found(self, connection: Connection) -> tuple[Finding, ...]:
        """What the check finds, with the anchor. People are told all of it, each in words that name
        something."""
        store = Opened(self._engine, self._call, connection)
        dossier, anchor = Unasked(store, "proef", lambda: NOW), (self._anchor, say("soundness.inside"))
        told = verify(dossier, [anchor])
        for problem in told.problems:
            for language in ("nl", "en"):
                where, what = (render(each, language).strip() for each in problem)
                assert "" not in (where, what)
                assert "()" not in where
        lost = (each.problem for each in check_anchors(dossier, [anchor]))
        new = [each for each in store.found if each not in self.usual]
        return (*new, *(Finding(each, ANCHOR) for each in lost if each is not None))

    def close(self) -> None:
        self._engine.dispose()


def _rows_of(path: Path) -> dict[str, list[Row]]:
    """All the rows of a dossier that nobody has open."""
    with sqlite3.connect(path) as file:
        found = {table.name: table.rows() for table in tables(file)}
    file.close()
    return found


Kind = Callable[[Desk], Tampering]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one tampering."""

    kind: str
    words: str
    found: bool
    named: bool
    by_anchor_alone: bool


def tampered(bench: Bench, kind: Kind, seed: int) -> Outcome:
    """One tampering of a kind: another draw when the database itself refuses it, or nothing comes of it."""
    for draw in range(_DRAWS):
        with bench.opened(seed * _DRAWS + draw) as desk:
            try:
                done = kind(desk)
            except (NothingDoneError, sqlite3.IntegrityError, psycopg.Error):
                continue
            found = bench.found(desk.connection)
        alone = bool(found) and all(finding.kind == ANCHOR for finding in found)
        return Outcome(kind.__name__, done.words, bool(found), done.is_named(found), alone)
    raise AssertionError(f"no tampering in {_DRAWS} draws: {kind.__name__}")
