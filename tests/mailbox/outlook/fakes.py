"""What libpff gives of a data file, as plain objects with the same members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jury_desktop.mailbox.outlook.properties import Tag
from tests.mailbox.outlook.builders import Given, Value, coded


@dataclass
class FakeEntry:
    entry_type: int | None
    value_type: int
    data: bytes | None


@dataclass
class FakeRecord:
    entries: Sequence[FakeEntry]


def record(given: Given) -> FakeRecord:
    """A set of properties, among which one without a number and one that is empty."""
    entries = [FakeEntry(tag, *coded(value)) for tag, value in given.items()]
    return FakeRecord([FakeEntry(None, 3, b"\1\0\0\0"), FakeEntry(0x1000, 0x1F, None), *entries])


@dataclass
class FakeTable:
    record_sets: Sequence[FakeRecord]


@dataclass
class FakeAttachment:
    given: Given
    content: bytes = b""
    claimed: int | None = None

    @property
    def record_sets(self) -> Sequence[FakeRecord]:
        return [record(self.given)]

    @property
    def size(self) -> int:
        return len(self.content) if self.claimed is None else self.claimed

    def read_buffer(self, size: int) -> bytes:
        return self.content[:size]


@dataclass
class FakeMessage:
    given: Given
    attachments: Sequence[FakeAttachment] = ()
    people: Sequence[Given] = ()

    @property
    def record_sets(self) -> Sequence[FakeRecord]:
        return [record(self.given)]

    @property
    def recipients(self) -> FakeTable | None:
        return FakeTable([record(one) for one in self.people]) if self.people else None

    @property
    def number_of_attachments(self) -> int:
        return len(self.attachments)

    def get_attachment(self, number: int) -> FakeAttachment:
        return self.attachments[number]


@dataclass
class BrokenMessage(FakeMessage):
    """libpff cannot read its attachments."""

    @property
    def number_of_attachments(self) -> int:
        raise OSError("libpff_message_get_number_of_attachments failed")


@dataclass
class FakeFolder:
    name: str | None
    identifier: int
    messages: Sequence[FakeMessage] = ()
    sub_folders: Sequence[FakeFolder] = ()
    given: Given = field(default_factory=dict)
    broken: bool = False

    @property
    def record_sets(self) -> Sequence[FakeRecord]:
        return [record(self.given)]

    @property
    def number_of_sub_messages(self) -> int:
        if self.broken:
            raise OSError("libpff_folder_get_number_of_sub_messages failed")
        return len(self.messages)

    def get_sub_message(self, number: int) -> FakeMessage:
        return self.messages[number]

    @property
    def number_of_sub_folders(self) -> int:
        return len(self.sub_folders)

    def get_sub_folder(self, number: int) -> FakeFolder:
        return self.sub_folders[number]


@dataclass
class FakeStore:
    given: Given

    @property
    def record_sets(self) -> Sequence[FakeRecord]:
        return [record(self.given)]


@dataclass
class FakeFile:
    root_folder: FakeFolder
    message_store: FakeStore | None = None


def entry_id(identifier: int) -> Value:
    """The entry id of a folder."""
    return bytes(20) + identifier.to_bytes(4, "little")


def special(**folders: int) -> FakeStore:
    """A store that names its special folders, by the names in :class:`Tag`."""
    return FakeStore({Tag[name]: entry_id(number) for name, number in folders.items()})
