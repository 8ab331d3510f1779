"""One message of the sample as its TOML file tells it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from maker.model import SAMPLE

MAILBOX = "kandidaturen@mechelen.example"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be made.

    :param kind: what import must make of it: candidacy, revision, duplicate, other or unreadable.
    :param of: the reference of the candidacy it belongs to, or empty.
    :param mailer: the program it was written with, a name in ``mailers.py``.
    :param made_as: ``written`` is composed from text; other values name a special maker in ``special.py``.
    :param date: what the sender's clock claims.
    :param received: when the mail server took it in; None for our own sent messages.
    :param copy_of: the message this one repeats, with ``copied`` saying how.
    :param files: names of files in ``files.py``, in the order they are attached.
    :param claimed_date: the Date header as written, where it is not the plain form of ``date``.
    :param headers: headers beyond what the mailer writes.
    :param what: in Dutch, what the message is; ``must`` what import makes of it.
    """

    id: str
    kind: str
    what: str
    must: str
    sender: str
    subject: str
    date: datetime
    received: datetime | None
    of: str = ""
    to: str = MAILBOX
    cc: str = ""
    mailer: str = "outlook"
    made_as: str = "written"
    text: str = ""
    html: bool = True
    logo: str = ""
    files: tuple[str, ...] = ()
    answers: str = ""
    copy_of: str = ""
    copied: str = ""
    claimed_date: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The sender's bare address."""
        return parseaddr(self.sender)[1]

    @property
    def domain(self) -> str:
        """The sender's domain."""
        return self.address.partition("@")[2]


def load_letters() -> tuple[Letter, ...]:
    """All messages of the sample in the order of the mailbox."""
    found: list[Letter] = []
    for path in sorted((SAMPLE / "messages").glob("*.toml")):
        found += [_letter(entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["message"]]
    return tuple(found)


def _letter(entry: dict[str, Any]) -> Letter:
    entry["files"] = tuple(entry.get("files", ()))
    entry.setdefault("received", None)
    return Letter(**entry)
