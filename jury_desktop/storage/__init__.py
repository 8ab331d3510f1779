"""Dossiers in a file (SQLite) or a database (PostgreSQL): :func:`create_store` and :func:`open_store`.

:func:`memory_store` makes one for as long as the program runs.

Core tables are mapped by hand to the frozen dataclasses of the domain; no row ever leaves this room.
"""

from jury_desktop.storage.store import create_store, memory_store, open_store

__all__ = ["create_store", "memory_store", "open_store"]
