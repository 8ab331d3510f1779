"""Jurors and their conflicts of interest in tables."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Table, UniqueConstraint

from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, number, refers, text, whole
from jury_desktop.storage.types import Choice

juror = Table(
    "juror",
    metadata,
    *identity(),
    text("name"),
    text("organisation"),
    text("email"),
    text("role"),
    whole("expertise", tuple[int, ...]),
    whole("available", tuple[Interval, ...]),
    number("max_minutes_per_day", nullable=True),
    Column("active", Boolean, nullable=False),
    Column("observer", Boolean, nullable=False),
)
conflict = Table(
    "conflict",
    metadata,
    *identity(),
    refers("juror", "juror.id"),
    refers("candidacy", "candidacy.id"),
    Column("state", Choice(ConflictState), nullable=False),
    text("reason"),
    UniqueConstraint("juror", "candidacy"),
)

JURORS = plain(juror, Juror)
CONFLICTS = plain(conflict, Conflict)
