"""Frames between the program and its reading process: a JSON head and byte strings, with their lengths."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import IO, Any

import msgspec

_LENGTH = struct.Struct(">Q")
_LARGEST = 1 << 31
"""Bytes of a head, and of all byte strings of one frame together."""

Frame = tuple[dict[str, Any], list[bytes]]


class BrokenFrameError(Exception):
    """The other side stopped in the middle of a frame, or sent something else."""


def write(stream: IO[bytes], head: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Sends one frame."""
    text = msgspec.json.encode({**head, "blobs": [len(blob) for blob in blobs]})
    stream.write(_LENGTH.pack(len(text)))
    stream.write(text)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def read(stream: IO[bytes]) -> Frame | None:
    """The next frame, or None at the end of the stream.

    :raises BrokenFrameError: when the stream ends within a frame or a length is out of all proportion.
    """
    prefix = stream.read(_LENGTH.size)
    if not prefix:
        return None
    if len(prefix) < _LENGTH.size:
        raise BrokenFrameError
    try:
        head = msgspec.json.decode(_exactly(stream, _LENGTH.unpack(prefix)[0]))
        lengths = [int(length) for length in head.pop("blobs")]
        if sum(lengths) > _LARGEST:
            raise BrokenFrameError
        blobs = [_exactly(stream, length) for length in lengths]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenFrameError from error
    return head, blobs


def _exactly(stream: IO[bytes], length: int) -> bytes:
    if not 0 <= length <= _LARGEST:
        raise BrokenFrameError
    data = stream.read(length)
    if len(data) < length:
        raise BrokenFrameError
    return data
