"""Jury Desktop: the selection of partners for a public call, from mailbox export to weerwoord."""

__version__ = "0.1.0"
