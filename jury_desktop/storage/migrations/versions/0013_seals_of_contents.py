"""Seals cover the order of creation as well, and contents get one."""

from __future__ import annotations

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """No table changes; with another revision every object is sealed anew when the dossier is opened."""
