"""The last seal of an object is found without reading all seals."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Before an object is altered, it is held against its last seal."""
    op.create_index("ix_seal_kind_key", "seal", ["kind", "key"])
