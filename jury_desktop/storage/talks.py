"""What was said at the table in tables: the discussion of each candidacy, and the meetings."""

from __future__ import annotations

from sqlalchemy import Column, Table, UniqueConstraint

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.talk import Agreed, SecondLook, Talk, Votes
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, refers, text, whole
from jury_desktop.storage.types import Choice, Moment

talk = Table(
    "talk",
    metadata,
    *identity(),
    refers("candidacy", "candidacy.id"),
    Column("stage", Choice(Stage), nullable=False),
    text("notes"),
    whole("agreed", tuple[Agreed, ...]),
    whole("looks", tuple[SecondLook, ...]),
    whole("votes", Votes, nullable=True),
    UniqueConstraint("candidacy", "stage"),
)
meeting = Table(
    "meeting",
    metadata,
    *identity(),
    Column("stage", Choice(Stage), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
    text("place"),
    text("chair"),
    text("secretary"),
    whole("present", tuple[str, ...]),
    whole("guests", tuple[str, ...]),
    UniqueConstraint("stage"),
)

TALKS = plain(talk, Talk)
MEETINGS = plain(meeting, Meeting)
