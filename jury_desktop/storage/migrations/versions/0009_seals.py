"""Every object gets a seal, which the journal covers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """One table and two columns; what an older dossier holds is sealed when it is opened."""
    op.create_table(
        "seal",
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    for table in ("journal", "dossier"):
        op.add_column(table, sa.Column("sealed", sa.Text, nullable=False, server_default=""))
