"""A message carries its attachments in base64. Such a stretch is not kept a second time: where it stood, the
dossier says which content it is and how its lines ran. Of 1 GB of mail that leaves 0.8 GB instead of 1.8.

Whether it comes back byte for byte is looked at before anything is left out; what is written in any other way
than usual stays in the message as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pybase64

LEAST = 16 * 1024
"""Bytes of content below which it is not worth the trouble."""
_KNOWN_BY = 48
"""Bytes of content that are looked for: 64 characters, as short as lines of base64 come."""
_USUAL = 76
_LINES = 1024
"""How many lines are compared at a time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a content stands in another one, in base64.

    :param of: the key of the content.
    :param line: characters on a line; the last line may be shorter.
    :param ending: what stands between two lines: ``"\\n"`` or ``"\\r\\n"``.
    """

    of: str
    line: int
    ending: str


def divided(whole: bytes, carried: Iterable[tuple[str, bytes]]) -> Iterator[bytes | Stretch]:
    """The pieces of a content: what of it is its own, and the stretches that are others.

    :param carried: keys and contents of what may stand in it, in the order in which they stand there.
    """
    at = 0
    for key, content in carried:
        if len(content) < LEAST:
            continue
        start = whole.find(pybase64.b64encode(content[:_KNOWN_BY]), at)
        stretch = None if start < 0 else _found(whole, start, key)
        if stretch is not None and (size := _size(whole, start, stretch, content)):
            if start > at:
                yield whole[at:start]
            yield stretch
            at = start + size
    if at < len(whole):
        yield whole[at:]


def written(stretch: Stretch, content: bytes) -> bytes:
    """The content as it stood there."""
    if stretch.line == _USUAL:
        lines = pybase64.encodebytes(content)[:-1]
        return lines if stretch.ending == "\n" else lines.replace(b"\n", stretch.ending.encode())
    text = pybase64.b64encode(content)
    return stretch.ending.encode().join(
        text[start : start + stretch.line] for start in range(0, len(text), stretch.line)
    )


def _found(whole: bytes, start: int, key: str) -> Stretch | None:
    """What the first line says of how the others run."""
    end = whole.find(b"\n", start, start + 1000)
    ending = "\r\n" if whole[end - 1 : end] == b"\r" else "\n"
    line = end + 1 - len(ending) - start
    return Stretch(key, line, ending) if end >= 0 and line % 4 == 0 else None


def _size(whole: bytes, start: int, stretch: Stretch, content: bytes) -> int:
    """How long the stretch is, or 0 when the content does not stand there in exactly this way."""
    block = stretch.line // 4 * 3 * _LINES
    at = start
    for begin in range(0, len(content), block):
        text = pybase64.b64encode(memoryview(content)[begin : begin + block])
        last = begin + block >= len(content)
        ends = (len(text) - 1 if last else len(text)) // stretch.line
        size = len(text) + ends * len(stretch.ending)
        if not _is_written(whole[at : at + size], text, stretch, ends):
            return 0
        at += size
    return at - start


def _is_written(there: bytes, text: bytes, stretch: Stretch, ends: int) -> bool:
    """Without its ends of lines it is the text, and they stand where lines end and nowhere else. So it is
    what :func:`written` gives, which would take five times as long to make."""
    ending, stride = stretch.ending.encode(), stretch.line + len(stretch.ending)
    in_place = (there[stretch.line + at :: stride] == ending[at : at + 1] * ends for at in range(len(ending)))
    bare = (there.replace(b"\r", b"") if len(ending) > 1 else there).replace(b"\n", b"")
    return len(there) == len(text) + ends * len(ending) and bare == text and all(in_place)
