"""The session windows in a table, once those of the call were changed."""

from __future__ import annotations

from sqlalchemy import Column, Table

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, whole
from jury_desktop.storage.types import Moment

session_window = Table(
    "session_window",
    metadata,
    *identity(),
    whole("window", SessionWindow),
    whole("unanswered", tuple[str, ...]),
    Column("readdressed_at", Moment),
)

WINDOWS = plain(session_window, KeptWindow)
