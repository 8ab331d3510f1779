"""MAPI properties as .msg, TNEF and .pst hold them: bytes with a type, under a number (MS-OXPROPS)."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from jury_desktop.mailbox.charset import clean, decode
from jury_desktop.mailbox.limits import MEBIBYTE

INTEGER16, INTEGER32, BOOLEAN, OBJECT, STRING8, UNICODE, TIME, BINARY = 2, 3, 11, 13, 0x1E, 0x1F, 0x40, 0x102
TYPES = frozenset((INTEGER16, INTEGER32, BOOLEAN, OBJECT, STRING8, UNICODE, TIME, BINARY))
"""The property types that mean something here."""


class Tag(IntEnum):
    """The properties that are read; named as MS-OXPROPS names them, without "PidTag"."""

    MESSAGE_CLASS = 0x001A
    SUBJECT = 0x0037
    CLIENT_SUBMIT_TIME = 0x0039
    SENT_REPRESENTING_NAME = 0x0042
    SENT_REPRESENTING_EMAIL = 0x0065
    CONVERSATION_TOPIC = 0x0070
    CONVERSATION_INDEX = 0x0071
    TRANSPORT_HEADERS = 0x007D
    RECIPIENT_TYPE = 0x0C15
    SENDER_NAME = 0x0C1A
    SENDER_EMAIL = 0x0C1F
    MESSAGE_DELIVERY_TIME = 0x0E06
    MESSAGE_FLAGS = 0x0E07
    NORMALIZED_SUBJECT = 0x0E1D
    BODY = 0x1000
    RTF_COMPRESSED = 0x1009
    HTML = 0x1013
    INTERNET_MESSAGE_ID = 0x1035
    INTERNET_REFERENCES = 0x1039
    IN_REPLY_TO = 0x1042
    DISPLAY_NAME = 0x3001
    EMAIL_ADDRESS = 0x3003
    IPM_SUBTREE = 0x35E0
    IPM_OUTBOX = 0x35E2
    IPM_WASTEBASKET = 0x35E3
    IPM_SENT_MAIL = 0x35E4
    IPM_DRAFTS = 0x36D7
    ATTACH_DATA = 0x3701
    ATTACH_EXTENSION = 0x3703
    ATTACH_FILENAME = 0x3704
    ATTACH_METHOD = 0x3705
    ATTACH_LONG_FILENAME = 0x3707
    ATTACH_LONG_PATHNAME = 0x370D
    ATTACH_MIME_TAG = 0x370E
    ATTACH_CONTENT_ID = 0x3712
    ATTACH_FLAGS = 0x3714
    SMTP_ADDRESS = 0x39FE
    INTERNET_CODEPAGE = 0x3FDE
    MESSAGE_CODEPAGE = 0x3FFD
    SENDER_SMTP = 0x5D01
    SENT_REPRESENTING_SMTP = 0x5D02
    ATTACHMENT_HIDDEN = 0x7FFE


LONGEST = 16 * MEBIBYTE
"""More of a text than this is not read, in bytes."""
_NEVER = 1 << 62
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODECS = {1200: "utf-16-le", 10000: "mac_roman", 20127: "ascii", 65001: "utf-8"}
_CODECS |= {20866: "koi8-r", 21866: "koi8-u", 51936: "gb2312", 54936: "gb18030", 51949: "euc_kr"}
_CODECS |= {20932: "euc_jp", 51932: "euc_jp", 50225: "iso2022_kr"}
_CODECS |= {50220 + n: "iso2022_jp" for n in range(3)} | {28590 + n: f"iso8859-{n}" for n in range(1, 16)}
_SIZES = {INTEGER16: ("<h", 2), INTEGER32: ("<i", 4), BOOLEAN: ("<?", 1)}


def codec(codepage: int) -> str:
    """The codec of a Windows code page; empty for one that is unknown."""
    name = _CODECS.get(codepage, f"cp{codepage}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def filetime(moment: datetime) -> bytes:
    """A moment as FILETIME: tenths of a microsecond since 1601, eight bytes.

    :raises OverflowError: when it lies before 1601.
    """
    return ((moment - _EPOCH) // timedelta(microseconds=1) * 10).to_bytes(8, "little")


@dataclass(slots=True)
class Properties:
    """The properties of a message, recipient, attachment or folder: (type, bytes) by number.

    :param codec: of the letters in 8-bit strings, where these properties do not name one themselves.
    """

    values: Mapping[int, tuple[int, bytes]] = field(default_factory=dict)
    codec: str = ""

    def text(self, *tags: Tag) -> str:
        """The first of these properties that holds text; empty where none does."""
        return next((found for tag in tags if (found := self._text(tag))), "")

    def _text(self, tag: Tag) -> str:
        kind, data = self.values.get(tag, (0, b""))[0], self.data(tag)
        if kind == UNICODE:
            return clean(data.decode("utf-16-le", "replace"))
        return decode(data, self.letters) if kind in (STRING8, BINARY) else ""

    def data(self, tag: Tag) -> bytes:
        """The bytes of a property, at most :data:`LONGEST`; empty where it is absent."""
        return self.values.get(tag, (0, b""))[1][:LONGEST]

    @property
    def are_cut(self) -> bool:
        """Whether one of them is longer than what is read of it."""
        return any(len(data) > LONGEST for _, data in self.values.values())

    def number(self, tag: Tag) -> int | None:
        """A whole number, or None."""
        kind, data = self.values.get(tag, (0, b""))
        form, size = _SIZES.get(kind, ("", 0))
        return int(struct.unpack_from(form, data)[0]) if form and len(data) >= size else None

    def moment(self, tag: Tag) -> datetime | None:
        """A moment (UTC), or None."""
        kind, data = self.values.get(tag, (0, b""))
        if kind != TIME or len(data) < 8:
            return None
        try:
            return _EPOCH + timedelta(microseconds=int.from_bytes(data[:8], "little") // 10 or _NEVER)
        except OverflowError:
            return None

    def without(self, tag: Tag) -> Properties:
        """All but this property."""
        return Properties({key: held for key, held in self.values.items() if key != tag}, self.codec)

    @property
    def letters(self) -> str:
        """The codec of 8-bit strings."""
        codepage = self.number(Tag.MESSAGE_CODEPAGE) or self.number(Tag.INTERNET_CODEPAGE) or 0
        return codec(codepage) or self.codec

    @property
    def web_letters(self) -> str:
        """The codec of the HTML."""
        return codec(self.number(Tag.INTERNET_CODEPAGE) or 0) or self.letters
