"""What was said at the table, the meetings, and the second person who confirms a decision."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Two tables and some columns; of an older decision nobody knows who kept it."""
    op.create_table(
        "talk",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("candidacy", sa.Text, nullable=False, index=True),
        *_texts("stage", "notes", "agreed", "looks"),
        sa.Column("votes", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(["candidacy"], ["candidacy.id"], deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("candidacy", "stage"),
    )
    op.create_table(
        "meeting",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        *_texts("stage", "started_at"),
        sa.Column("ended_at", sa.Text, nullable=True),
        *_texts("place", "chair", "secretary", "present", "guests"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("stage"),
    )
    for name in ("decided_by", "confirmed_by", "sent_back"):
        op.add_column("decision", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("decision", sa.Column("confirmed_at", sa.Text, nullable=True))


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]
