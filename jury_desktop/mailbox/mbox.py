"""Splits an mbox into messages, in windows over the file, never the whole file.

No single rule for the From_ line is right on all real files. This one: a line "From …" that is followed by a
header line; if it carries no date either, it must follow an empty line and open a block with a header that
every mail has. Content-Length is not used: it is the sender's, and could hide the messages after it.

What the mbox added comes off again, so that a message is the same as when it is exported by itself: the From_
line, a second one that some programs write below it, the empty line at the end, and a ">" before "From ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from jury_desktop.mailbox import limits

WINDOW = limits.MEBIBYTE // 8
"""Small enough to stay close to the processor while it is searched and copied."""
_AHEAD = 16 * 1024
_MARK = re.compile(rb"\nFrom ")
_HOP = 4096
_TAIL = 8
"""Bytes of a window that are looked at again with the next: a mark may begin there, after an empty line."""
_QUOTED = re.compile(rb">(?<=\n>)(?=>*From )")
_HEADER = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_SECOND_FROM = re.compile(rb">?From [^\n]*\n")
_BLOCK_END = re.compile(rb"\r?\n\r?\n")
_DATED = re.compile(rb"\d{1,2}:\d{2}.*\b(?:19|20)\d{2}\b")
_THUNDERBIRD = re.compile(rb"^From -\s*$")
_KNOWN = re.compile(
    rb"^(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+)\s*:",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One message of an mbox.

    :param mark: its From_ line, empty for what stands before the first.
    :param size: length of the whole message; more than ``len(raw)`` when it is too large to be a mail, and
        ``raw`` holds its beginning.
    :param doubtful: whether another reader of the file might have split here or within.
    """

    mark: str
    raw: bytes
    size: int
    doubtful: bool


def split(stream: IO[bytes], window: int = WINDOW) -> Iterator[Piece]:
    """The messages of an mbox, one at a time; memory holds one message and one window."""
    scanner = _Scanner(stream, window)
    for piece in iter(scanner.next_piece, None):
        if piece.mark or (piece.raw and not piece.raw.isspace()):
            yield piece
        del piece  # a large one is let go before the next is read


def is_mark(head: bytes, after_blank: bool) -> bool:
    """Whether a message starts at this "From …" line; ``head`` is the line and what follows it."""
    return _weigh(head, 0, after_blank)[0]


def _weigh(data: bytes, at: int, after_blank: bool) -> tuple[bool, bool]:
    """(a message starts at this place, and that is doubtful)."""
    line_end = data.find(b"\n", at, at + _AHEAD)
    if line_end < 0:
        return False, False
    line, rest = data[at:line_end], line_end + 1
    if second := _SECOND_FROM.match(data, rest):
        rest = second.end()
    if not _HEADER.match(data, rest):
        return False, False
    if _DATED.search(line) or _THUNDERBIRD.match(line):
        return True, False
    block = _BLOCK_END.split(data[rest : at + _AHEAD], maxsplit=1)[0]
    known = _KNOWN.search(block) is not None
    lone_word = len(line.split()) == 2
    return after_blank and known, after_blank and not (known and lone_word)


class _Scanner:
    """A window that moves over the file, from mark to mark."""

    def __init__(self, stream: IO[bytes], window: int) -> None:
        self._stream = stream
        self._window = window
        self._data = b""
        self._at = 0
        self._ended = False
        self._message = _Message()
        self._look_ahead(0)
        if self._data.startswith(b"\xef\xbb\xbf"):
            self._at = 3

    def next_piece(self) -> Piece | None:
        """The next message, or None at the end."""
        self._look_ahead(self._at)
        if self._at == len(self._data):
            return None
        self._message = _Message()
        mark = self._take_mark()
        end = self._find_end()
        raw, size = self._message.whole(self._data[self._at : end - self._blank_end(end)])
        self._at = end
        return Piece(mark, raw, size, self._message.doubtful)

    def _take_mark(self) -> str:
        """The From_ line at the start of the window, without it where there is none."""
        if not (self._data.startswith(b"From ", self._at) and _weigh(self._data, self._at, True)[0]):
            return ""
        line = self._take_line()
        if _SECOND_FROM.match(self._data, self._at):
            self._take_line()
        return line.decode("utf-8", "replace").strip()

    def _take_line(self) -> bytes:
        begin, self._at = self._at, self._data.find(b"\n", self._at) + 1
        return self._data[begin : self._at]

    def _find_end(self) -> int:
        """Where in the window the message ends; what stood in earlier windows is kept with the message."""
        start = self._at
        while True:
            found = _next_mark(self._data, start)
            if found >= 0:
                found -= self._look_ahead(found)
                if self._starts_at(found):
                    return found + 1
                start = found + 1
            elif self._ended:
                return len(self._data)
            else:
                self._move_on()
                start = self._at

    def _starts_at(self, at: int) -> bool:
        first = at == self._at and not self._message.pieces
        after_blank = first or self._data[max(at - 2, 0) : at].replace(b"\r", b"").endswith(b"\n")
        starts, doubtful = _weigh(self._data, at + 1, after_blank)
        self._message.doubtful |= doubtful
        return starts

    def _blank_end(self, end: int) -> int:
        """Length of the empty line before the next From_ line, which is the mbox's, not the message's."""
        last = self._data[max(end - 4, self._at) : end]
        return next((len(blank) // 2 for blank in (b"\r\n\r\n", b"\n\n") if last.endswith(blank)), 0)

    def _move_on(self) -> None:
        """Keeps what was searched with the message, and reads the next window."""
        tail = max(len(self._data) - _TAIL, self._at)
        self._message.add(self._data[self._at : tail])
        chunk = self._stream.read(self._window)
        self._ended = not chunk
        self._data, self._at = self._data[tail:] + chunk, 0

    def _look_ahead(self, place: int) -> int:
        """Sees to it that enough can be seen behind the place; gives how far everything has moved for it."""
        moved = 0
        while len(self._data) - place < _AHEAD and not self._ended:
            chunk = self._stream.read(self._window)
            self._ended = not chunk
            self._data = self._data[self._at :] + chunk
            moved, place, self._at = moved + self._at, place - self._at, 0
        return moved


@dataclass(slots=True)
class _Message:
    """What is known of a message while its end is looked for.

    :param pieces: what stood of it in earlier windows; of one too large to be a mail only the beginning.
    """

    pieces: list[bytes] = field(default_factory=list)
    size: int = 0
    doubtful: bool = False

    def add(self, piece: bytes) -> None:
        """Keeps one more piece."""
        self.size += len(piece)
        if self.size <= limits.MESSAGE_BYTES:
            self.pieces.append(piece)
        elif len(self.pieces) != 1:
            self.pieces = [b"".join([*self.pieces, piece])[: limits.KEPT_BYTES]]

    def whole(self, last: bytes) -> tuple[bytes, int]:
        """All of it, as it was before the mbox quoted it, and its size; or its beginning."""
        if self.size > limits.MESSAGE_BYTES:
            return self.pieces[0], self.size + len(last)
        raw = _unquoted(b"".join([*self.pieces, last]) if self.pieces else last)
        self.pieces = []
        return raw, len(raw)


def _next_mark(data: bytes, start: int) -> int:
    """The next line end before "From "; -1 for none.

    There is a space in it, and none in a large attachment: such are passed over from space to space.
    """
    while True:
        found = _MARK.search(data, start, start + _HOP)
        if found:
            return found.start()
        space = data.find(b" ", start + _HOP)
        if space < 0:
            return -1
        start = space - 5


def _unquoted(raw: bytes) -> bytes:
    """The message without the ">" that the mbox put before "From " at the start of a line."""
    at = raw.find(b">")
    while at >= 0 and len(raw) > _AHEAD and not _QUOTED.match(raw, at):
        at = raw.find(b">", at + 1)  # base64 has none: large attachments are passed over
    return raw if at < 0 else _QUOTED.sub(b"", raw)
