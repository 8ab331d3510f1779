"""Who may sign in to a dossier."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """One table, empty in an older dossier: there nobody has to sign in."""
    op.create_table(
        "account",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("juror", sa.Text, nullable=True, index=True),
        sa.Column("verifier", sa.Text, nullable=False),
        sa.Column("recovery", sa.Text, nullable=False),
        sa.Column("provisional", sa.Boolean, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("failed_at", sa.Text),
        sa.ForeignKeyConstraint(["juror"], ["juror.id"], deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("id"),
    )
