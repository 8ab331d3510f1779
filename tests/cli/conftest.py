"""What holds for every test of this room: a new dossier is made at once."""

from tests.tables import tables_at_once

__all__ = ["tables_at_once"]
