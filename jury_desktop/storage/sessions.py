"""What happened to the pitches at their sessions, in a table."""

from __future__ import annotations

from sqlalchemy import Column, Table, UniqueConstraint

from jury_desktop.domain.pitch import Slot
from jury_desktop.domain.session import CandidatePresence, ExpectedHour, JurorPresence, PitchRun, Stretch
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, refers, text, whole
from jury_desktop.storage.types import Moment

run = Table(
    "pitch_run",
    metadata,
    *identity(),
    refers("candidacy", "candidacy.id"),
    whole("stretches", tuple[Stretch, ...]),
    Column("ended_at", Moment),
    text("notes"),
    whole("jurors", tuple[JurorPresence, ...]),
    whole("candidate", CandidatePresence, nullable=True),
    whole("expected", ExpectedHour, nullable=True),
    whole("moved_from", Slot, nullable=True),
    UniqueConstraint("candidacy"),
)

RUNS = plain(run, PitchRun)
