"""Compound files: what a stream holds, wherever its sectors lie, and no more than an honest file costs."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.errors import JuryError
from jury_desktop.mailbox.outlook.compound import open_compound
from tests.mailbox.outlook.compound import compound

SECTOR = 512
END = 0xFFFFFFFE
DIRECTORY, MINI_FAT = 48, 60
"""Where the header says in which sector these begin."""

SIZES = (0, 1, 63, 64, 4095, 4096, 4097, 5 * SECTOR, 20_000)
STREAMS = {f"s{size}": random.Random(size).randbytes(size) for size in SIZES}


def scattered(data: bytes, seed: int) -> bytes:
    """The same file with its sectors, but for those of the FAT itself, in another order."""
    head, sectors = (
        bytearray(data[:SECTOR]),
        [data[at : at + SECTOR] for at in range(SECTOR, len(data), SECTOR)],
    )
    fat_sectors = [number for number in struct.unpack_from("<109I", head, 76) if number < END - 2]
    fat = struct.unpack(f"<{128 * len(fat_sectors)}I", b"".join(sectors[number] for number in fat_sectors))
    movable = [number for number in range(len(sectors)) if number not in fat_sectors]
    shuffled = random.Random(seed).sample(movable, len(movable))
    to = {number: number for number in range(len(sectors))} | dict(zip(movable, shuffled, strict=True))

    def moved(number: int) -> int:
        return to.get(number, number)

    listed = struct.unpack_from("<I", head, DIRECTORY)[0]
    while listed != END:
        sectors[listed] = _entries_moved(sectors[listed], moved)
        listed = fat[listed]
    for place in (DIRECTORY, MINI_FAT):
        struct.pack_into("<I", head, place, moved(struct.unpack_from("<I", head, place)[0]))
    chains, laid = list(fat), list(sectors)
    for number, sector in enumerate(sectors):
        laid[moved(number)] = sector
        chains[moved(number)] = moved(fat[number])
    for place, number in enumerate(fat_sectors):
        laid[number] = struct.pack("<128I", *chains[128 * place : 128 * (place + 1)])
    return bytes(head) + b"".join(laid)


def _entries_moved(sector: bytes, moved: Callable[[int], int]) -> bytes:
    """A sector of the directory, where each large stream, and that of the small ones, begins elsewhere."""
    copy = bytearray(sector)
    for at in range(0, SECTOR, 128):
        start, size = struct.unpack_from("<IQ", copy, at + 116)
        if size >= 4096 or copy[at + 66] == 5:
            struct.pack_into("<I", copy, at + 116, moved(start))
    return bytes(copy)


@settings(deadline=None, max_examples=25)
@given(st.integers())
def test_streams_are_whole_wherever_their_sectors_lie(seed: int) -> None:
    root = open_compound(scattered(compound(STREAMS), seed))

    assert {name: root.stream(name) for name in root.streams()} == STREAMS


def test_a_large_stream_is_not_copied() -> None:
    data = compound({"groot": bytes(100_000)})
    found = open_compound(data).pieces("groot")

    assert found is not None
    assert [(len(view), view.obj is data) for view in found.views] == [(100_000, True)]


def test_what_is_no_stream_is_none() -> None:
    root = open_compound(compound({"map": {"a": b"a"}}))

    assert (root.stream("map"), root.pieces("b"), root.size("map"), root.storage("a")) == (
        None,
        None,
        0,
        None,
    )


def test_streams_cannot_claim_more_than_the_file_holds() -> None:
    root = open_compound(compound({"groot": bytes(100_000)}))
    assert root.pieces("groot")

    with pytest.raises(JuryError):
        root.pieces("groot")


def test_a_directory_without_end_is_refused() -> None:
    """Every entry costs a thousand bytes or more in memory; a file of 160 MB could list a million."""
    with pytest.raises(JuryError):
        open_compound(compound({f"{number:05}": b"" for number in range(20_001)}))


@pytest.mark.parametrize("shift", [0, 7, 30])
def test_sectors_of_another_size_are_refused(shift: int) -> None:
    data = bytearray(compound({"a": b"a"}))
    struct.pack_into("<H", data, 30, shift)

    with pytest.raises(JuryError):
        open_compound(bytes(data))
