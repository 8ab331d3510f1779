"""The session windows of a dossier, once those of its call were changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """One table, empty in an older dossier: there the windows of the call hold."""
    op.create_table(
        "session_window",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("window", sa.Text, nullable=False),
        sa.Column("unanswered", sa.Text, nullable=False),
        sa.Column("readdressed_at", sa.Text),
        sa.UniqueConstraint("id"),
    )
