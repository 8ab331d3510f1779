"""Reads an exported mailbox: every message once, one at a time, each readable or with the reason why not.

Four things happen at once: this thread takes messages out of the export; another hashes them and lifts their
attachments out; a third talks with the reading processes; and these take the messages apart.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import IO

from jury_desktop.domain.call import FormField
from jury_desktop.domain.errors import Cancelled
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.ahead import ahead, lots
from jury_desktop.mailbox.assemble import Assembler, Outcome, Reading
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.folders import beside, files
from jury_desktop.mailbox.places import Found, Place
from jury_desktop.mailbox.prepare import Prepared, prepare
from jury_desktop.mailbox.sources import messages

Progress = Callable[[int, int, str], None]
"""Called with bytes read, bytes in all, and the place in the export."""

_PROCESSES = 2
"""Reading processes at most; each starts when there is work for it."""
_LOT_BYTES = limits.MEBIBYTE // 2
_LOT_MESSAGES = 256
_UNDER_WAY = 4 * limits.MEBIBYTE
_ASKED = 32
"""Of so many messages of one file the place is asked once: the system takes its time to tell it."""


def read(
    paths: Sequence[Path],
    own_servers: Sequence[str],
    labels: Sequence[FormField],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    child: Child | None = None,
) -> Iterator[Outcome]:
    """The messages of exports, files and folders, in the order in which they lie there.

    Nothing is written, changed or loaded from elsewhere; memory holds a few messages. What a message contains
    is read in another process, so a hostile one costs at most itself.

    :param own_servers: hosts whose Received line proves an arrival.
    :param labels: the fields of the candidacy form of the call.
    :param child: a reading process to use, which stays the caller's to close.
    :raises JuryError: when a path does not exist.
    :raises Cancelled: when the user stops.
    """
    with ExitStack() as ending:
        own = [ending.enter_context(Child()) for _ in range(0 if child else _PROCESSES)]
        stopping = _Stopping(own, cancelled)
        export = _Export(files(paths))
        found = _read(export, Assembler([child] if child else own, own_servers, labels), stopping.when_asked)
        ending.callback(found.close)
        ending.callback(stopping.now)
        for step, item in found:
            if stopping.asked:
                raise Cancelled
            yield item
            if progress is not None:
                progress(step.position, export.total, step.found.source)
            del step, item  # a large one is let go before the next is waited for
        if progress is not None:
            progress(export.total, export.total, "")


class _Stopping:
    """Ends the reading processes at once when nobody waits for them: a message under way may take minutes.

    A process of somebody else is left to finish.
    """

    def __init__(self, processes: Sequence[Child], cancelled: Callable[[], bool] | None) -> None:
        self._processes, self._cancelled = processes, cancelled

    @property
    def asked(self) -> bool:
        """Whether the user wants it to stop."""
        return self._cancelled is not None and self._cancelled()

    def when_asked(self) -> None:
        """Ends them if the user wants it."""
        if self.asked:
            self.now()

    def now(self) -> None:
        """Ends them."""
        for process in self._processes:
            process.stop()


@dataclass(frozen=True, slots=True)
class _Step:
    """A message as found, and how many bytes of the export were read by then."""

    found: Found
    position: int

    @property
    def size(self) -> int:
        return self.found.size


@dataclass(frozen=True, slots=True)
class _Lot:
    """Messages that are made ready and read together."""

    steps: list[_Step]
    messages: list[Prepared] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(step.size for step in self.steps)

    def prepared(self) -> _Lot:
        """The same, ready for the reading process."""
        return _Lot(self.steps, [prepare(step.found) for step in self.steps])


def _read(
    export: _Export, assembler: Assembler, waiting: Callable[[], None]
) -> Generator[tuple[_Step, Outcome], None, None]:
    """:param waiting: called now and then while an answer is waited for."""

    def begin(lot: _Lot) -> tuple[_Lot, Reading]:
        return lot, assembler.begin(lot.messages)

    def finish(begun: tuple[_Lot, Reading]) -> list[tuple[_Step, Outcome]]:
        lot, reading = begun
        return list(zip(lot.steps, assembler.finish(reading), strict=True))

    found = map(_Lot, lots(export.steps(), attrgetter("size"), _LOT_BYTES, _LOT_MESSAGES))
    with closing(ahead(_Lot.prepared, _same, found, attrgetter("size"), _UNDER_WAY)) as ready:
        for outcomes in ahead(begin, finish, ready, attrgetter("size"), _UNDER_WAY, waiting):
            outcomes.reverse()
            while outcomes:
                yield outcomes.pop()


def _same(lot: _Lot) -> _Lot:
    return lot


class _Export:
    """The files of an export, and how far they have been read."""

    def __init__(self, picked: Sequence[tuple[Path, str]]) -> None:
        self._picked = picked
        self.total = sum(path.stat().st_size for path, _ in picked)

    def steps(self) -> Iterator[_Step]:
        """Every message of every file."""
        done = 0
        for path, name in self._picked:
            tally = _Tally(path)
            size = path.stat().st_size
            for found in messages(Place(name, tally.open, size, beside=beside(path), path=path)):
                yield _Step(found, done + tally.position())
                del found
            done += size


class _Tally:
    """Opens a file and knows about how far it has been read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: IO[bytes] | None = None
        self._position = 0
        self._seen = 0

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """The file, for reading only."""
        self._stream = self._path.open("rb")
        return self._stream

    def position(self) -> int:
        """Bytes read of it; to be called for every message."""
        stream = self._stream
        if stream is None or stream.closed:
            return self._path.stat().st_size
        if self._seen % _ASKED == 0:
            self._position = stream.tell()
        self._seen += 1
        return self._position
