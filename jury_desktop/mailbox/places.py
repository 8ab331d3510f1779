"""What the readers of the formats take and give: a place in the export, and the messages found there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import IO

from jury_desktop.domain.mail import Evidence
from jury_desktop.domain.messages import Message
from jury_desktop.mailbox import limits


@dataclass(frozen=True, slots=True)
class Raw:
    """One message as it lies in the export, with what the container says about its arrival."""

    source: str
    data: bytes
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or message that is not read, with the reason and its beginning."""

    source: str
    data: bytes
    reason: Message


Found = Raw | Refused


@dataclass(frozen=True, slots=True)
class Place:
    """A file to read: its name for people, how to open it, and how deep it lies in zips."""

    name: str
    open: Callable[[], AbstractContextManager[IO[bytes]]]
    size: int
    nesting: int = 0


def refusal(place: Place, reason: Message) -> Refused:
    """The file with the reason why it is not read, and its beginning."""
    with place.open() as stream:
        return Refused(place.name, stream.read(limits.KEPT_BYTES), reason)
