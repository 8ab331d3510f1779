"""Bytes that lie in pieces within a file: what an attachment is, without a copy of it.

A message of 160 MB is allowed, and the process that reads it has 600 MB. So an attachment stays where it lies
in the file until it is written out, a block at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pybase64

_BLOCK = 57 * 16_384
"""What makes whole lines of base64, in bytes."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Views of a file that make one content when joined."""

    views: tuple[memoryview, ...] = ()

    @classmethod
    def of(cls, content: bytes | memoryview) -> Pieces:
        """A content that lies in one piece."""
        return cls((memoryview(content),)) if content else cls()

    def __len__(self) -> int:
        return sum(map(len, self.views))

    def __bytes__(self) -> bytes:
        return b"".join(self.views)

    def blocks(self, size: int) -> Iterator[bytes]:
        """The content in blocks of that many bytes, the last of which may be shorter."""
        block = bytearray()
        for view in self.views:
            at = 0
            while at < len(view):
                taken = view[at : at + size - len(block)]
                block += taken
                at += len(taken)
                if len(block) == size:
                    yield bytes(block)
                    block.clear()
        if block:
            yield bytes(block)

    def in_base64(self) -> Iterator[bytes]:
        """The content in lines of 76 letters, a block at a time."""
        return map(pybase64.encodebytes, self.blocks(_BLOCK))


NOTHING = Pieces()
