"""What the readers of the formats take and give: a place in the export, and the messages found there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from jury_desktop.domain.mail import ONLY_BEGINNING, Evidence
from jury_desktop.domain.messages import ALSO, Message
from jury_desktop.mailbox import limits


@dataclass(frozen=True, slots=True)
class Raw:
    """One message as it lies in the export, with what the container says about its arrival.

    :param form: the operation of the reading process that makes an ordinary message of it; empty for one that
        is an ordinary message already.
    :param files: what that operation needs besides: names and contents of attachments that lie elsewhere.
    :param keep: whether these bytes are the message to keep, rather than the ordinary one made of them.
    """

    source: str
    data: bytes
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Message, ...] = ()
    form: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    keep: bool = False

    @property
    def size(self) -> int:
        """What it holds in memory, in bytes."""
        return len(self.data) + sum(len(content) for _, content in self.files)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or message that is not read, with the reason and its beginning."""

    source: str
    data: bytes
    reason: Message

    @property
    def size(self) -> int:
        """What it holds in memory, in bytes."""
        return len(self.data)


Found = Raw | Refused


class Beside(Protocol):
    """Looks beside a file of an export."""

    def __call__(self, folder: str, start: str = "") -> Iterable[tuple[str, bytes]]:
        """Name and content of what lies in a folder given from there, however deep; with ``start`` only of
        what lies in the folder itself and is called so. What is larger than any mail is left out.
        """


def _nothing(folder: str, start: str = "") -> Iterable[tuple[str, bytes]]:
    return ()


class Allowance:
    """How many bytes a zip, with the zips within it, may still unpack."""

    def __init__(self, size: int) -> None:
        self._left = size

    def allows(self, size: int) -> bool:
        """Takes so much off when there is as much; else nothing."""
        allowed = size <= self._left
        self._left -= size if allowed else 0
        return allowed


@dataclass(frozen=True, slots=True)
class Place:
    """A file to read: its name for people, how to open it, and how deep it lies in zips.

    :param path: where it lies on disk; None for what lies in a zip.
    :param allowance: what the zip in which it lies may still unpack; None for what lies in none.
    """

    name: str
    open: Callable[[], AbstractContextManager[IO[bytes]]]
    size: int
    nesting: int = 0
    beside: Beside = _nothing
    path: Path | None = None
    allowance: Allowance | None = None


def refusal(place: Place, reason: Message) -> Refused:
    """The file with the reason why it is not read, and its beginning."""
    with place.open() as stream:
        return beginning(place.name, stream.read(limits.KEPT_BYTES + 1), reason)


def beginning(source: str, data: bytes, reason: Message, *, cut: bool = False) -> Refused:
    """What is not read, with as much of it as is kept; the reason says so when that is not all.

    :param cut: whether there was more than ``data`` already.
    """
    if cut or len(data) > limits.KEPT_BYTES:
        reason = Message(reason.key, {**reason.values, ALSO: ONLY_BEGINNING})
    return Refused(source, data[: limits.KEPT_BYTES], reason)
