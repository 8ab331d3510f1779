"""A message of an export made ready for the reading process: hashed, its attachments lifted out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from jury_desktop.mailbox.lift import Lifted, lift
from jury_desktop.mailbox.places import Found, Raw


@dataclass(frozen=True, slots=True)
class Prepared:
    """A message with the SHA-256 of its bytes in hex.

    :param lifted: an ordinary message without its attachments; None for all others.
    """

    found: Found
    sha256: str
    lifted: Lifted | None = None


def prepare(found: Found) -> Prepared:
    """What could not even be opened, or is empty, goes by its name, so that two of them are not one."""
    digest = sha256(found.data or found.source.encode()).hexdigest()
    ordinary = isinstance(found, Raw) and not found.form
    return Prepared(found, digest, lift(found.data) if ordinary else None)
