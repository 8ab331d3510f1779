"""Of a rebuttal: who handed it in, when it left, until when its answer was put off; of its arguments: what
they ask and what the jury thinks of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Only columns are added; who handed in an older rebuttal was looked at by people and noted nowhere."""
    for table, name, default in _TEXTS:
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=default))
    for name in ("sent_at", "answer_by"):
        op.add_column("rebuttal", sa.Column(name, sa.Text, nullable=True))


_TEXTS = (
    ("rebuttal", "submitted_by", ""),
    ("rebuttal", "entitled", "to_check"),
    ("rebuttal", "extension_reason", ""),
    ("rebuttal_point", "remedy", ""),
    ("rebuttal_point", "ruling", ""),
)
