"""What a letter told, part by part, its signed copy, and what became of it on its way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Only columns are added; of an older letter nothing of this is known. SQLite links a new column to
    another table only where the table is written anew."""
    with op.batch_alter_table("letter") as letter:
        for name in ("told", "bounce", "receipt"):
            letter.add_column(sa.Column(name, sa.Text, nullable=False, server_default=""))
        for name in ("bounced_at", "receipt_at"):
            letter.add_column(sa.Column(name, sa.Text, nullable=True))
        for name in ("grounds", "signed"):
            letter.add_column(sa.Column(name, sa.Text, nullable=True))
            letter.create_index(f"ix_letter_{name}", [name])
            letter.create_foreign_key(
                f"fk_letter_{name}_blob", "blob", [name], ["sha256"], deferrable=True, initially="DEFERRED"
            )
