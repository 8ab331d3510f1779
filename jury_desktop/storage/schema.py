"""The words the tables are written in: one metadata, named constraints, and the columns that recur."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData

from jury_desktop.domain.messages import Message
from jury_desktop.storage.types import AnyText, Number, Reference, Size, Whole

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str) -> Column[str]:
    """A text that is always there, perhaps empty."""
    return Column(name, AnyText, nullable=False)


def number(name: str, *, nullable: bool = False) -> Column[int]:
    """A whole number."""
    return Column(name, Number, nullable=nullable)


def whole(name: str, kind: Any, *, nullable: bool = False) -> Column[Any]:
    """A value of the Python type ``kind``, kept as one JSON text."""
    return Column(name, Whole(kind), nullable=nullable)


def identity(of: str | None = None) -> tuple[Column[Any], ...]:
    """``nr`` keeps the order of creation, ``id`` is the key the domain knows, perhaps that ``of`` a row
    elsewhere."""
    links = () if of is None else (ForeignKey(of, deferrable=True, initially="DEFERRED"),)
    return Column("nr", Integer, primary_key=True), Column("id", AnyText, *links, nullable=False, unique=True)


def refers(name: str, to: str, *, optional: bool = False, nullable: bool = False) -> Column[Any]:
    """The key of a row elsewhere. Checked when the work is kept, so that the order of saving is free.

    An ``optional`` one may be "" (kept as NULL), a ``nullable`` one None.
    """
    link = ForeignKey(to, deferrable=True, initially="DEFERRED")
    kind = Reference if optional else AnyText
    return Column(name, kind, link, nullable=optional or nullable, index=True)


def part_of(parent: str) -> tuple[Column[Any], ...]:
    """The columns of a row that lives and dies with its owner: the owner's id and the place in it."""
    owner = ForeignKey(f"{parent}.id", ondelete="CASCADE")
    return (
        Column("owner", AnyText, owner, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
    )


def attachment_columns() -> tuple[Column[Any], ...]:
    """A domain.mail.Attachment. Its content may be too dangerous to keep, so its hash is no foreign key."""
    return (
        text("name"),
        text("media_type"),
        text("sha256"),
        Column("bytes", Size, nullable=False),
        whole("problem", Message, nullable=True),
    )


def field_columns() -> tuple[Column[Any], ...]:
    """A domain.mail.FieldValue."""
    return text("key"), text("value"), text("line"), text("source")
