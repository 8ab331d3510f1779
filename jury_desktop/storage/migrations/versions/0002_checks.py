"""What the regisseur says about the items of a candidacy's checklist."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """An older candidacy has nothing said about it."""
    op.add_column("candidacy", sa.Column("checks", sa.Text, nullable=False, server_default="[]"))
