"""The packets that went to jurors who score elsewhere."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """One table; an older dossier made no packets."""
    op.create_table(
        "packet",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("juror", sa.Text, nullable=False, index=True),
        sa.Column("round", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("returned_at", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(["juror"], ["juror.id"], deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("id"),
    )
