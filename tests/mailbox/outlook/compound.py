"""Compound files (MS-CFB), written for the tests, in version 3 or, when large, 4."""

from __future__ import annotations

import struct
from collections.abc import Mapping

Tree = Mapping[str, "bytes | Tree"]
"""Streams and storages by name."""

MINI, CUTOFF = 64, 4096
SMALL_FILE = 6_000_000
"""What fits with sectors of 512 bytes and a chain that the header lists whole; beyond, sectors have 4096."""
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NOBODY = 0xFFFFFFFF
ROOT, STORAGE, STREAM = 5, 1, 2


class _Entry:
    """An entry of the directory."""

    def __init__(self, name: str, kind: int, content: bytes = b"") -> None:
        self.name = name
        self.kind = kind
        self.content = content
        self.left = self.right = self.child = NOBODY
        self.start = END
        self.size = len(content)

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        head = struct.pack("<64sHBB3I", name, len(name), self.kind, 1, self.left, self.right, self.child)
        return head + bytes(16 + 4 + 16) + struct.pack("<IQ", self.start, self.size)


def compound(tree: Tree) -> bytes:
    """The file that holds these streams and storages."""
    root = _Entry("Root Entry", ROOT)
    entries = [root]
    root.child = _filled(tree, entries)
    mini = [entry for entry in entries if entry.kind == STREAM and 0 < entry.size < CUTOFF]
    minifat, ministream = _mini(mini)
    root.content, root.size = ministream, len(ministream)
    large = sum(entry.size for entry in entries) > SMALL_FILE
    return _laid_out(entries, minifat, 12 if large else 9)


def _filled(tree: Tree, entries: list[_Entry]) -> int:
    """Adds the entries of a storage; the number of the one at the top of their tree."""
    numbers = []
    for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        inner = isinstance(content, Mapping)
        entry = _Entry(name, STORAGE if inner else STREAM, b"" if isinstance(content, Mapping) else content)
        numbers.append(len(entries))
        entries.append(entry)
        if isinstance(content, Mapping):
            entry.child = _filled(content, entries)
    return _balanced(numbers, entries)


def _balanced(numbers: list[int], entries: list[_Entry]) -> int:
    if not numbers:
        return NOBODY
    middle = len(numbers) // 2
    top = numbers[middle]
    entries[top].left = _balanced(numbers[:middle], entries)
    entries[top].right = _balanced(numbers[middle + 1 :], entries)
    return top


def _mini(entries: list[_Entry]) -> tuple[list[int], bytes]:
    """The chain of the small streams, and the stream that holds them all."""
    chain: list[int] = []
    stream = b""
    for entry in entries:
        entry.start = len(chain)
        _extend(chain, -(-entry.size // MINI))
        stream += _padded(entry.content, MINI)
    return chain, stream


def _extend(chain: list[int], count: int) -> None:
    chain.extend(range(len(chain) + 1, len(chain) + count))
    chain.append(END)


def _laid_out(entries: list[_Entry], minifat: list[int], shift: int) -> bytes:
    """Header and sectors: large streams, mini stream, chain of the small ones, directory, FAT."""
    sector = 1 << shift
    chain: list[int] = []
    body: list[bytes] = []

    def put(content: bytes) -> int:
        start = len(chain)
        _extend(chain, -(-len(content) // sector))
        body.append(_padded(content, sector))
        return start

    for entry in entries:
        if entry.size and (entry.kind == ROOT or entry.size >= CUTOFF):
            entry.start = put(entry.content)
    links = _padded(struct.pack(f"<{len(minifat)}I", *minifat), sector, b"\xff")
    mini_start = put(links) if minifat else END
    listed = _padded(b"".join(entry.packed() for entry in entries), sector)
    directory = put(listed)
    count = -(-4 * len(chain) // (sector - 4))
    fat = list(range(len(chain), len(chain) + count))
    head = struct.pack(
        "<8s16s5H6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3 if shift == 9 else 4, 0xFFFE, shift, 6,
        0 if shift == 9 else len(listed) // sector, count, directory, 0, CUTOFF,
        mini_start, len(links) // sector if minifat else 0, END, 0,
    )  # fmt: skip
    numbers = struct.pack("<109I", *(fat + [FREE] * (109 - count)))
    table = struct.pack(f"<{len(chain) + count}I", *chain, *[FAT] * count)
    return b"".join([_padded(head + numbers, sector), *body, _padded(table, sector, b"\xff")])


def _padded(content: bytes, size: int, filling: bytes = b"\0") -> bytes:
    return content + filling * (-len(content) % size)
