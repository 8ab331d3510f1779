"""Contents by their SHA-256, in chunks that either database takes without strain.

A content is the pieces that have its key, by their position: chunks, and stretches that are another content.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    bindparam,
    delete,
    func,
    select,
)

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.many import insert_rows, slices
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import metadata, number, refers, text
from jury_desktop.storage.seals import KEY, OWN, Along, Sealed, Seals, digest, kind_of, raw
from jury_desktop.storage.stretches import Stretch, divided, written
from jury_desktop.storage.types import AnyText, Size

CHUNK = 4 * 1024 * 1024
"""Bytes in a row: SQLite allows 1 GB and PostgreSQL 1 GB minus overhead, but each holds a row in memory."""

blob = Table(
    "blob",
    metadata,
    Column("sha256", AnyText, primary_key=True),
    Column("bytes", Size, nullable=False),
    info={KEY: "sha256"},
)
"""A content by the hexadecimal SHA-256 of all of it, and how long it is."""
chunk = Table(
    "blob_chunk",
    metadata,
    Column("sha256", AnyText, ForeignKey("blob.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

stretch = Table(
    "blob_stretch",
    metadata,
    Column("sha256", AnyText, ForeignKey("blob.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    refers("of", "blob.sha256"),
    number("line"),
    text("ending"),
)
_DEEPEST = 3
"""Contents within contents: nothing that the program keeps goes deeper."""

_KEPT = select(blob.c.sha256).where(blob.c.sha256.in_(bindparam("keys", expanding=True)))
_CHUNKS, _STRETCHES = (
    select(table).where(table.c.sha256 == bindparam("key")).order_by(table.c.position)
    for table in (chunk, stretch)
)


class SqlBlobs:
    """Contents by their SHA-256; see ``services.ports.Blobs``."""

    def __init__(self, connection: Connection, altering: Callable[[], None], seals: Seals) -> None:
        self._connection = connection
        self._altering = altering
        self._seals = seals

    def put(self, content: bytes) -> str:
        key = hashlib.sha256(content).hexdigest()
        self.keep({key: content})
        return key

    def keep(self, contents: Mapping[str, bytes], carried: Mapping[str, Sequence[str]] | None = None) -> None:
        self._altering()
        kept = set(self._connection.scalars(_KEPT, {"keys": list(contents)}))
        fresh = {key: content for key, content in contents.items() if key not in kept}
        sizes = [{"sha256": key, "bytes": len(content)} for key, content in fresh.items()]
        insert_rows(self._connection, blob, sizes)
        rows: dict[Table, list[Row]] = {chunk: [], stretch: []}
        for key, content in fresh.items():
            inside = ((other, contents[other]) for other in (carried or {}).get(key, ()))
            own = list(_rows(key, content, inside))
            for table, row in own:
                rows[table].append(row)
            self._seals.put([_seal(key, len(content), own)])
        for table, found in rows.items():
            insert_rows(self._connection, table, found)

    def get(self, sha256: str) -> bytes:
        if not self._has(sha256):
            raise KeyError(sha256)
        content = b"".join(pieces(self._connection, sha256))
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StorageError(say("storage.content_changed", sha256=sha256))
        return content

    def sizes(self, keys: Collection[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in slices(tuple(keys)):
            rows = self._connection.execute(
                select(blob.c.sha256, blob.c.bytes).where(blob.c.sha256.in_(some))
            )
            found.update((row.sha256, row.bytes) for row in rows)
        return found

    def remove(self, *sha256: str) -> None:
        self._altering()
        for some in slices(sha256):
            for table in (chunk, stretch, blob):
                self._connection.execute(delete(table).where(table.c.sha256.in_(some)))
        self._seals.take_out(blob, sha256)

    def _has(self, key: str) -> bool:
        return self._connection.scalar(_KEPT, {"keys": [key]}) is not None


def _rows(key: str, content: bytes, inside: Iterable[tuple[str, bytes]]) -> Iterator[tuple[Table, Row]]:
    """The pieces of a content, and in which table each belongs."""
    cut = (part for piece in divided(content, inside) for part in _parts(piece))
    for position, part in enumerate(cut):
        place = {"sha256": key, "position": position}
        if isinstance(part, Stretch):
            yield stretch, as_row(part, **place)
        else:
            yield chunk, {**place, "content": part}


def _parts(piece: bytes | Stretch) -> Iterator[bytes | Stretch]:
    if isinstance(piece, Stretch):
        yield piece
    else:
        yield from (piece[start : start + CHUNK] for start in range(0, len(piece), CHUNK))


_CUT = ("position", "of", "line", "ending")
"""What the seal of a content says of each stretch; of a chunk it says where and how long it is."""


def _seal(key: str, size: int, rows: Iterable[tuple[Table, Row]]) -> Sealed:
    """The seal of a content: its length and how it is cut. What it is, its own hash says."""
    chunks = [[row["position"], len(row["content"])] for table, row in rows if table is chunk]
    stretches = [[row[name] for name in _CUT] for table, row in rows if table is stretch]
    return kind_of(blob), key, digest([size, chunks, stretches])


def _stored_seals(connection: Connection) -> Iterator[Sealed]:
    """The same, made of the tables. No chunk is read: the database knows how long it is."""
    chunks = _cut(connection, chunk, chunk.c.position, func.length(chunk.c.content))
    stretches = _cut(connection, stretch, *(stretch.c[name] for name in _CUT))
    for key, size in raw(connection, select(blob.c.sha256, blob.c.bytes).order_by(blob.c.sha256)):
        yield kind_of(blob), key, digest([size, chunks.of(key), stretches.of(key)])


blob.info[OWN] = _stored_seals


def _cut(connection: Connection, table: Table, *columns: ColumnElement[Any]) -> Along:
    wanted = select(table.c.sha256, *columns).join(blob, blob.c.sha256 == table.c.sha256)
    return Along(raw(connection, wanted.order_by(table.c.sha256, table.c.position)))


def pieces(connection: Connection, sha256: str, deep: int = 0) -> Iterator[bytes]:
    """The content in order, piece by piece.

    :raises StorageError: contents stand within contents without end.
    """
    if deep > _DEEPEST:
        raise StorageError(say("storage.content_changed", sha256=sha256))
    own = (row._mapping for row in connection.execute(_CHUNKS, {"key": sha256}))
    others = [row._mapping for row in connection.execute(_STRETCHES, {"key": sha256})]
    for row in heapq.merge(own, others, key=itemgetter("position")):
        if "content" in row:
            yield _bytes(row["content"])
        else:
            yield written(from_row(Stretch, row), b"".join(pieces(connection, row["of"], deep + 1)))


def _bytes(content: object) -> bytes:
    """As bytes, also where somebody put a text in its place."""
    return content if isinstance(content, bytes) else str(content).encode()


def changed_contents(connection: Connection, tell: Tell = untold) -> Iterator[str]:
    """The keys of the contents that no longer have their SHA-256; ``tell`` hears how many were read."""
    keys = [key for (key,) in raw(connection, select(blob.c.sha256).order_by(blob.c.sha256))]
    for done, key in enumerate(keys):
        tell(done, len(keys))
        if not isinstance(key, str) or _digest(connection, key) != key:
            yield str(key)


def _digest(connection: Connection, key: str) -> str:
    digest = hashlib.sha256()
    try:
        for piece in pieces(connection, key):
            digest.update(piece)
    except StorageError:
        return ""
    return digest.hexdigest()
