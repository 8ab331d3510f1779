"""Contents by their SHA-256, in chunks that either database takes without strain."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    bindparam,
    delete,
    select,
)

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.many import insert_rows, slices
from jury_desktop.storage.rows import Row
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.types import AnyText

CHUNK = 4 * 1024 * 1024
"""Bytes in a row: SQLite allows 1 GB and PostgreSQL 1 GB minus overhead, but each holds a row in memory."""

blob = Table(
    "blob", metadata, Column("sha256", AnyText, primary_key=True), Column("bytes", BigInteger, nullable=False)
)
chunk = Table(
    "blob_chunk",
    metadata,
    Column("sha256", AnyText, ForeignKey("blob.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

_KEPT = select(blob.c.sha256).where(blob.c.sha256.in_(bindparam("keys", expanding=True)))
_CHUNKS = select(chunk.c.content).where(chunk.c.sha256 == bindparam("key")).order_by(chunk.c.position)


class SqlBlobs:
    """Contents by their SHA-256; see ``services.ports.Blobs``."""

    def __init__(self, connection: Connection, altering: Callable[[], None]) -> None:
        self._connection = connection
        self._altering = altering

    def put(self, content: bytes) -> str:
        key = hashlib.sha256(content).hexdigest()
        self.keep({key: content})
        return key

    def keep(self, contents: Mapping[str, bytes]) -> None:
        self._altering()
        kept = set(self._connection.scalars(_KEPT, {"keys": list(contents)}))
        fresh = {key: content for key, content in contents.items() if key not in kept}
        sizes = [{"sha256": key, "bytes": len(content)} for key, content in fresh.items()]
        insert_rows(self._connection, blob, sizes)
        parts = [part for key, content in fresh.items() for part in _parts(key, content)]
        insert_rows(self._connection, chunk, parts)

    def get(self, sha256: str) -> bytes:
        if not self._has(sha256):
            raise KeyError(sha256)
        content = b"".join(chunks(self._connection, sha256))
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StorageError(say("storage.content_changed", sha256=sha256))
        return content

    def remove(self, *sha256: str) -> None:
        self._altering()
        for some in slices(sha256):
            self._connection.execute(delete(chunk).where(chunk.c.sha256.in_(some)))
            self._connection.execute(delete(blob).where(blob.c.sha256.in_(some)))

    def _has(self, key: str) -> bool:
        return self._connection.scalar(_KEPT, {"keys": [key]}) is not None


def _parts(key: str, content: bytes) -> Iterator[Row]:
    for position, start in enumerate(range(0, len(content), CHUNK)):
        yield {"sha256": key, "position": position, "content": content[start : start + CHUNK]}


def chunks(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The content in order, chunk by chunk; as bytes, also where somebody put a text in its place."""
    for content in connection.scalars(_CHUNKS, {"key": sha256}):
        yield content if isinstance(content, bytes) else str(content).encode()


def changed_contents(connection: Connection) -> Iterator[str]:
    """The keys of the contents that no longer have their SHA-256."""
    for key in connection.scalars(select(blob.c.sha256).order_by(blob.c.sha256)).all():
        digest = hashlib.sha256()
        for part in chunks(connection, key):
            digest.update(part)
        if digest.hexdigest() != key:
            yield key
