"""What Outlook wraps in a winmail.dat (TNEF, MS-OXTNEF), read once from front to back.

No length is believed beyond the bytes that are there. The sender made all of it, so nothing in it proves an
arrival.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.outlook.compound import open_compound
from jury_desktop.mailbox.outlook.item import Attached, Item
from jury_desktop.mailbox.outlook.packages import unpacked
from jury_desktop.mailbox.outlook.properties import STRING8, TIME, Properties, Tag, codec, filetime
from jury_desktop.mailbox.outlook.tnef_properties import CutError, Reader, Seen, block, rows, values
from jury_desktop.mailbox.pieces import Pieces

SIGNATURE = b"\x78\x9f\x3e\x22"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IID = 16
_DEPTH = 20
_DATES = struct.Struct("<6h")
_CLASSES = {"ipm.microsoft mail.note": "IPM.Note", "ipm.microsoft mail.non-delivery": "Report.IPM.Note.NDR"}
_CLASSES |= {"ipm.microsoft mail.read receipt": "Report.IPM.Note.IPNRN"}

FROM, SUBJECT, DATE_SENT, CLASS, BODY = 0x8000, 0x8004, 0x8005, 0x8008, 0x800C
DATA, TITLE = 0x800F, 0x8010
RENDERING, MESSAGE_PROPERTIES, RECIPIENTS = 0x9002, 0x9003, 0x9004
ATTACHMENT_PROPERTIES, OEM_CODEPAGE = 0x9005, 0x9007


def read(data: bytes | memoryview, depth: int = 0) -> Item:
    """The message in a TNEF stream; ``cut`` where it breaks off.

    :raises JuryError: when it is no TNEF, or holds messages too deep within each other.
    """
    if depth > _DEPTH:
        raise refuse("intake.too_deep", depth=_DEPTH)
    if data[: len(SIGNATURE)] != SIGNATURE:
        raise refuse("intake.outlook_broken")
    building = _Building(depth)
    try:
        for name, content in _attributes(Reader(data, 6)):
            building.take(name, content)
    except CutError:
        building.cut = True
    return building.item()


def _attributes(reader: Reader) -> Iterator[tuple[int, memoryview]]:
    """(name, bytes) of every attribute, the message's and the attachments', in order.

    Zeros may follow, and the line end of a mail.
    """
    while reader.rest.strip(b"\0\r\n"):
        level, name, _, length = reader.unpack("<BHHI")
        if level not in (1, 2):
            raise CutError
        yield name, reader.take(length)
        reader.take(min(2, reader.left))


class _Building:
    """Gathers a message from its attributes."""

    def __init__(self, depth: int) -> None:
        self.cut = False
        self._depth = depth
        self._codec = ""
        self._message: Seen = {}
        self._recipients: list[Seen] = []
        self._attached: list[Seen] = []

    def take(self, name: int, content: memoryview) -> None:
        """Takes in one attribute; what stands in the properties goes before what stands beside them."""
        if name == OEM_CODEPAGE and len(content) >= 4:
            self._codec = codec(int.from_bytes(content[:4], "little"))
        elif name == MESSAGE_PROPERTIES:
            self._message |= block(Reader(content))
        elif name == RECIPIENTS:
            self._recipients += rows(Reader(content))
        elif name in _PLAIN:
            self._message.setdefault(_PLAIN[name], (STRING8, content))
        elif name == DATE_SENT:
            self._sent(content)
        elif name == FROM:
            self._from(content)
        else:
            self._attach(name, content)

    def _attach(self, name: int, content: memoryview) -> None:
        if name == RENDERING:
            if len(self._attached) >= limits.PARTS:
                raise refuse("intake.too_many_parts", parts=limits.PARTS)
            self._attached.append({})
            return
        if name not in (ATTACHMENT_PROPERTIES, *_OF_ATTACHMENT):
            return
        if not self._attached:
            self._attached.append({})
        if name == ATTACHMENT_PROPERTIES:
            self._attached[-1] |= block(Reader(content))
        else:
            self._attached[-1].setdefault(_OF_ATTACHMENT[name], (STRING8, content))

    def _sent(self, content: memoryview) -> None:
        if len(content) >= _DATES.size:
            year, month, day, hour, minute, second = _DATES.unpack_from(content)
            try:
                moment = filetime(datetime(year, month, day, hour, minute, second, tzinfo=UTC))
            except (ValueError, OverflowError):
                return
            self._message.setdefault(Tag.CLIENT_SUBMIT_TIME, (TIME, memoryview(moment)))

    def _from(self, content: memoryview) -> None:
        """A name and an address such as ``SMTP:info@debrug.example``, with their lengths before them."""
        reader = Reader(content)
        _, _, name, email = reader.unpack("<4H")
        self._message.setdefault(Tag.SENDER_NAME, (STRING8, reader.take(name)))
        address = bytes(reader.take(min(email, reader.left))).rpartition(b":")[2]
        self._message.setdefault(Tag.SENDER_EMAIL, (STRING8, memoryview(address)))

    def item(self) -> Item:
        """The message."""
        own = values(self._message)
        message = Properties(own, self._codec)
        kind = _CLASSES.get(message.text(Tag.MESSAGE_CLASS).strip().lower())
        if kind is not None:
            own[Tag.MESSAGE_CLASS] = STRING8, kind.encode()
        letters = message.letters
        recipients = [Properties(values(seen), letters) for seen in self._recipients]
        attached = [self._one(seen, letters) for seen in self._attached if seen]
        return Item(message, recipients, attached, self.cut)

    def _one(self, seen: Seen, letters: str) -> Attached:
        """An attachment: its bytes, the message it holds, or the file in an OLE object."""
        properties = Properties(values(seen), letters)
        _, data = seen.get(Tag.ATTACH_DATA, (0, memoryview(b"")))
        held = data[_IID:]
        if held[: len(SIGNATURE)] == SIGNATURE:
            return Attached(properties, embedded=read(held, self._depth + 1))
        if held[: len(_OLE)] == _OLE:
            return Attached(properties, unpacked(open_compound(held)))
        return Attached(properties, Pieces.of(data))


_PLAIN = {SUBJECT: Tag.SUBJECT, CLASS: Tag.MESSAGE_CLASS, BODY: Tag.BODY}
_OF_ATTACHMENT = {TITLE: Tag.ATTACH_FILENAME, DATA: Tag.ATTACH_DATA}
