"""Reads an exported mailbox: every message once, one at a time, each readable or with the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from hashlib import sha256
from pathlib import Path
from typing import IO

from jury_desktop.domain.call import FormField
from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.mail import ReadMail, UnreadableMail
from jury_desktop.mailbox.assemble import Assembler
from jury_desktop.mailbox.child import Child, UnreadError
from jury_desktop.mailbox.folders import beside, files
from jury_desktop.mailbox.places import Place, Raw, Refused
from jury_desktop.mailbox.sources import messages

Progress = Callable[[int, int, str], None]
"""Called with bytes read, bytes in all, and the place in the export."""


def read(
    paths: Sequence[Path],
    own_servers: Sequence[str],
    labels: Sequence[FormField],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    child: Child | None = None,
) -> Iterator[ReadMail | UnreadableMail]:
    """The messages of exports, files and folders, in the order in which they lie there.

    Nothing is written, changed or loaded from elsewhere; memory holds one message. What a message contains is
    read in another process, so a hostile one costs at most itself.

    :param own_servers: hosts whose Received line proves an arrival.
    :param labels: the fields of the candidacy form of the call.
    :param child: a reading process to use, which stays the caller's to close.
    :raises JuryError: when a path does not exist.
    :raises Cancelled: when the user stops.
    """
    with ExitStack() as ending:
        reading = child or ending.enter_context(Child())
        yield from _messages(files(paths), Assembler(reading, own_servers, labels), progress, cancelled)


def _messages(
    picked: Sequence[tuple[Path, str]],
    assembler: Assembler,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[ReadMail | UnreadableMail]:
    total = sum(path.stat().st_size for path, _ in picked)
    done = 0
    for path, name in picked:
        tally = _Tally(path)
        for found in messages(Place(name, tally.open, path.stat().st_size, beside=beside(path), path=path)):
            if cancelled is not None and cancelled():
                raise Cancelled
            yield _unreadable(found) if isinstance(found, Refused) else _read(assembler, found)
            if progress is not None:
                progress(done + tally.position, total, found.source)
        done += path.stat().st_size
    if progress is not None:
        progress(total, total, "")


class _Tally:
    """Opens a file and knows how far it has been read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: IO[bytes] | None = None

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """The file, for reading only."""
        self._stream = self._path.open("rb")
        return self._stream

    @property
    def position(self) -> int:
        """Bytes read of it."""
        stream = self._stream
        return stream.tell() if stream and not stream.closed else self._path.stat().st_size


def _read(assembler: Assembler, raw: Raw) -> ReadMail | UnreadableMail:
    """The message, or what remains of it: its bytes and the reason; one bad message costs one message."""
    try:
        return assembler.read(raw)
    except UnreadError as error:
        return UnreadableMail(sha256(raw.data).hexdigest(), raw.source, error.message, raw.data)


def _unreadable(refused: Refused) -> UnreadableMail:
    """What could not even be opened, or is empty, goes by its name, so that two of them are not one."""
    data = refused.data or refused.source.encode()
    return UnreadableMail(sha256(data).hexdigest(), refused.source, refused.reason, data)
