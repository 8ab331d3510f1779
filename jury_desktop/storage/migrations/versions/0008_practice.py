"""Observers in the jury; and the candidacy it practises on, with its sheets, apart from those that count."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """One column and two tables; in an older dossier nobody observed or practised."""
    op.add_column("juror", sa.Column("observer", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "practice",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("candidacy", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "practice_sheet",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("juror", sa.Text, nullable=False, index=True),
        sa.Column("practice", sa.Text, nullable=False, index=True),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["juror"], ["juror.id"], deferrable=True, initially="DEFERRED"),
        sa.ForeignKeyConstraint(["practice"], ["practice.id"], deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("juror", "practice"),
    )
