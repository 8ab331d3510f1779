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
from dataclasses import dataclass
from typing import IO

from jury_desktop.mailbox import limits

WINDOW = limits.MEBIBYTE
_AHEAD = 16 * 1024
_MARK = re.compile(rb"\nFrom ")
_MARK_LENGTH = 6
_QUOTED = re.compile(rb">(?<=\n>)(?=>*From )")
_HEADER = re.compile(rb"^[!-9;-~]{1,80}[ \t]*:")
_SECOND_FROM = re.compile(rb"^>?From [^\n]*\n")
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
    return _weigh(head, after_blank)[0]


def _weigh(head: bytes, after_blank: bool) -> tuple[bool, bool]:
    """(a message starts here, and that is doubtful)."""
    line, _, rest = head.partition(b"\n")
    rest = _SECOND_FROM.sub(b"", rest, count=1)
    if not _HEADER.match(rest):
        return False, False
    if _DATED.search(line) or _THUNDERBIRD.match(line):
        return True, False
    block = re.split(rb"\r?\n\r?\n", rest, maxsplit=1)[0]
    known = _KNOWN.search(block) is not None
    lone_word = len(line.split()) == 2
    return after_blank and known, after_blank and not (known and lone_word)


class _Scanner:
    """A window that moves over the file, from mark to mark."""

    def __init__(self, stream: IO[bytes], window: int) -> None:
        self._stream = stream
        self._window = window
        self._data = bytearray()
        self._ended = False
        self._beginning = b""
        self._dropped = 0
        self._doubtful = False
        self._fill(_AHEAD)
        if self._data.startswith(b"\xef\xbb\xbf"):
            del self._data[:3]

    def next_piece(self) -> Piece | None:
        """The next message, or None at the end."""
        self._fill(_AHEAD)
        if not self._data:
            return None
        self._beginning, self._dropped, self._doubtful = b"", 0, False
        mark = self._take_mark()
        end = self._find_end()
        raw = self._beginning or _unquoted(self._copied(end - self._blank_end(end)))
        size = self._dropped + end if self._beginning else len(raw)
        del self._data[:end]
        return Piece(mark, raw, size, self._doubtful)

    def _take_mark(self) -> str:
        """The From_ line at the start of the window, without it where there is none."""
        if not (self._data.startswith(b"From ") and is_mark(bytes(self._data[:_AHEAD]), after_blank=True)):
            return ""
        line = self._take_line()
        if _SECOND_FROM.match(self._data):
            self._take_line()
        return line.decode("utf-8", "replace").strip()

    def _take_line(self) -> bytes:
        end = self._data.find(b"\n") + 1
        line = bytes(self._data[:end])
        del self._data[:end]
        return line

    def _find_end(self) -> int:
        """Where in the window the message ends."""
        start = 0
        while True:
            found = _MARK.search(self._data, start)
            if found and self._starts_at(found.start()):
                return found.start() + 1
            start = found.start() + 1 if found else max(len(self._data) - _MARK_LENGTH, 0)
            if not found and not self._fill(len(self._data) + self._window):
                return len(self._data)
            start -= self._shed(start)

    def _starts_at(self, at: int) -> bool:
        self._fill(at + _AHEAD)
        before = self._data[max(at - 2, 0) : at].replace(b"\r", b"")
        starts, doubtful = _weigh(bytes(self._data[at + 1 : at + _AHEAD]), at == 0 or before.endswith(b"\n"))
        self._doubtful = self._doubtful or doubtful
        return starts

    def _shed(self, searched: int) -> int:
        """Drops what was searched of a message that is too large to be a mail, but for its beginning."""
        if searched <= limits.MESSAGE_BYTES:
            return 0
        self._beginning = self._beginning or bytes(self._data[: limits.KEPT_BYTES])
        self._dropped += searched
        del self._data[:searched]
        return searched

    def _copied(self, end: int) -> bytes:
        with memoryview(self._data) as view:
            return bytes(view[:end])

    def _blank_end(self, end: int) -> int:
        """Length of the empty line before the next From_ line, which is the mbox's, not the message's."""
        last = self._data[max(end - 4, 0) : end]
        return next((len(blank) // 2 for blank in (b"\r\n\r\n", b"\n\n") if last.endswith(blank)), 0)

    def _fill(self, wanted: int) -> bool:
        """Reads on until the window holds as much as wanted; whether anything came."""
        before = len(self._data)
        while len(self._data) < wanted and not self._ended:
            chunk = self._stream.read(self._window)
            self._ended = not chunk
            self._data += chunk
        return len(self._data) > before


def _unquoted(raw: bytes) -> bytes:
    """The message without the ">" that the mbox put before "From " at the start of a line."""
    at = raw.find(b">")
    while at >= 0 and len(raw) > _AHEAD and not _QUOTED.match(raw, at):
        at = raw.find(b">", at + 1)  # base64 has none: large attachments are passed over
    return raw if at < 0 else _QUOTED.sub(b"", raw)
