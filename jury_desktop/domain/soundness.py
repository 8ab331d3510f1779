"""What a check of a dossier finds: what is wrong, and with which thing in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from jury_desktop.domain.messages import Message

EVENT = "journal"
"""The kind of a finding about an event; its key is the number of the event."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    :param kind: what is wrong is one of these ("sheet", "letter" …), by the name of its table; "" for the
        dossier as a whole.
    :param key: which one, by its id; "" where that cannot be told.
    :param about: what people may know it by, as it lies in the database, where it cannot be read itself.
    """

    what: Message
    kind: str = ""
    key: str = ""
    about: str = field(default="", compare=False)
