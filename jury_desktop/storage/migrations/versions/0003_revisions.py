"""Letters that may come more than once, how they were meant to leave, and formal revisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Only columns are added; letters on a rebuttal say which, what else was there says nothing in them."""
    for table, name in _TEXTS:
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
    for table, name in _OPTIONAL_TEXTS:
        op.add_column(table, sa.Column(name, sa.Text, nullable=True))
    for table, name in _NUMBERS:
        op.add_column(table, sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.execute(ABOUT)


ABOUT = """
    UPDATE letter SET about = (
        SELECT id FROM rebuttal WHERE rebuttal.candidacy = letter.candidacy ORDER BY nr DESC LIMIT 1
    )
    WHERE type IN ('rebuttal_receipt', 'rebuttal_outcome')
    AND EXISTS (SELECT 1 FROM rebuttal WHERE rebuttal.candidacy = letter.candidacy)
"""
"""Before, a candidacy had one letter of each type on its rebuttal: the last."""

_TEXTS = (
    ("letter", "about"),
    ("letter", "decision"),
    ("letter", "planned_channel"),
    ("decision", "revision_reason"),
)
_OPTIONAL_TEXTS = (
    ("letter", "dated"),
    ("letter", "term_end"),
    ("letter", "presented"),
    ("rebuttal", "concluded_at"),
    ("candidacy", "judged_at"),
)
_NUMBERS = (("decision", "revised"), ("candidacy", "form_revised"))
