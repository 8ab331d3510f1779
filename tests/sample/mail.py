"""The sample mailbox as the standard library alone reads it."""

from __future__ import annotations

import email
import json
import re
from email.header import decode_header, make_header
from email.message import Message
from functools import cache
from hashlib import sha256
from typing import Any

from jury_desktop import resources

SEPARATOR = re.compile(rb"(?:\A|\n)From \S+ \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\n")


@cache
def expected() -> Any:
    """What import must find."""
    return json.loads(resources.text("sample", "expected.json"))


@cache
def raw_messages() -> tuple[bytes, ...]:
    """The bytes of every message of the mailbox, in order."""
    return tuple(SEPARATOR.split(resources.path("sample", "postvak.mbox").read_bytes())[1:])


@cache
def messages() -> tuple[Message, ...]:
    """Every message of the mailbox, in order."""
    return tuple(email.message_from_bytes(raw) for raw in raw_messages())


def subject(message: Message) -> str:
    """The subject as people read it."""
    return str(make_header(decode_header(message["Subject"] or "")))


def attached(message: Message) -> list[dict[str, str]]:
    """Name and SHA-256 of every attachment."""
    parts = [part for part in message.walk() if part.get_content_disposition() == "attachment"]
    return [{"name": str(part.get_filename()), "sha256": sha256(content(part)).hexdigest()} for part in parts]


def content(part: Message) -> bytes:
    """The decoded bytes of a part."""
    decoded = part.get_payload(decode=True)
    assert isinstance(decoded, bytes)
    return decoded


def arrival(message: Message) -> str | None:
    """The time in the topmost Received line, as the mail server wrote it."""
    lines = message.get_all("Received")
    return lines[0].rpartition(";")[2].strip() if lines else None
