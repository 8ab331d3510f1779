"""What happened to the pitches at their sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """One table; an older dossier kept nothing of its sessions."""
    op.create_table(
        "pitch_run",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("candidacy", sa.Text, nullable=False, index=True),
        sa.Column("stretches", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text, nullable=True),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("jurors", sa.Text, nullable=False),
        sa.Column("candidate", sa.Text, nullable=True),
        sa.Column("expected", sa.Text, nullable=True),
        sa.Column("moved_from", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(["candidacy"], ["candidacy.id"], deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("candidacy"),
    )
