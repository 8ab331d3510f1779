"""What a message carries in base64 is kept once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """One table; what an older dossier holds twice stays so."""
    op.create_table(
        "blob_stretch",
        sa.Column("sha256", sa.Text, sa.ForeignKey("blob.sha256"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("of", sa.Text, nullable=False, index=True),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("ending", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["of"], ["blob.sha256"], deferrable=True, initially="DEFERRED"),
    )
