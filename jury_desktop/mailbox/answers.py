"""What the program asks the reading process about messages, and what that answers.

The answer comes from a process that a hostile message may have got hold of: it is decoded into exactly
these types or not at all, and the program believes nothing of it that it can know itself (the identity of a
message, the SHA-256 of a content).
"""

from __future__ import annotations

import msgspec

from jury_desktop.domain.call import FormField
from jury_desktop.domain.mail import NOBODY, UNPROVEN, Address, Arrival, Evidence, FieldValue, Mail
from jury_desktop.domain.messages import Message


class Asked(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A message to read, and what the program knows of it.

    :param sizes: length of every content that was lifted out of it.
    """

    sha256: str
    source: str
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Message, ...] = ()
    sizes: tuple[int, ...] = ()


class Request(msgspec.Struct, array_like=True, frozen=True):
    """Messages to read together, for a call with these servers and this form.

    :param token: what the marks of lifted contents are known by.
    """

    token: str
    own_servers: tuple[str, ...]
    labels: tuple[FormField, ...]
    messages: tuple[Asked, ...]


class File(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """An attachment: its safe name, its type by content, why it is not opened, and which content it is.

    :param lifted: the number of the content lifted out; None for the next one of the answer.
    """

    name: str
    media_type: str
    problem: Message | None
    lifted: int | None


class Read(msgspec.Struct, tag=True, array_like=True, frozen=True):
    """A message that could be read.

    :param mail: the message but for its attachments and what is found in these.
    :param files: its attachments.
    :param fields: of a message with attachments what each text in it says of the form.
    """

    mail: Mail
    files: tuple[File, ...] = ()
    fields: tuple[tuple[FieldValue, ...], ...] = ()


class Unread(msgspec.Struct, tag=True, array_like=True, frozen=True):
    """A message that could not be read, with the reason and what its headers say, if anything."""

    reason: Message
    message_id: str = ""
    sender: Address = NOBODY
    subject: str = ""
    date_header: str = ""
    arrival: Arrival = UNPROVEN


class Again(msgspec.Struct, tag=True, array_like=True, frozen=True):
    """A message that must be seen as it was, before anything was lifted out of it."""


Answer = Read | Unread | Again

requested = msgspec.msgpack.Decoder(Request).decode
"""The request in these bytes; raises ``msgspec.DecodeError``."""
answered = msgspec.msgpack.Decoder(list[Answer]).decode
"""The answers in these bytes; raises ``msgspec.DecodeError``."""
packed = msgspec.msgpack.Encoder().encode
"""The bytes of a request, or of answers."""
