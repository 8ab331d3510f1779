"""Reads an exported mailbox: every message once, one at a time, each readable or with the reason why not.

Three things happen at once: this thread takes messages out of the export, hashes them and lifts their
attachments out; another talks with the reading process; and that takes the messages apart.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jury_desktop.domain.call import FormField
from jury_desktop.domain.errors import Cancelled
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.ahead import ahead, lots
from jury_desktop.mailbox.assemble import Assembler, Outcome, Reading
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.folders import beside, files
from jury_desktop.mailbox.places import Place
from jury_desktop.mailbox.prepare import Prepared, prepare
from jury_desktop.mailbox.sources import messages

Progress = Callable[[int, int, str], None]
"""Called with bytes read, bytes in all, and the place in the export."""

_PROCESSES = 2
"""Reading processes at most; each starts when there is work for it."""
_LOT_BYTES = limits.MEBIBYTE // 4
_LOT_MESSAGES = 128
_UNDER_WAY = 2 * limits.MEBIBYTE


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
        export = _Export(files(paths))
        found = _read(export, Assembler([child] if child else own, own_servers, labels))
        ending.callback(found.close)
        for process in own:
            ending.callback(process.stop)  # what is under way may take minutes, for nobody
        for step, item in found:
            if cancelled is not None and cancelled():
                raise Cancelled
            yield item
            if progress is not None:
                progress(step.position, export.total, step.message.found.source)
            del step, item  # a large one is let go before the next is waited for
        if progress is not None:
            progress(export.total, export.total, "")


@dataclass(frozen=True, slots=True)
class _Step:
    """A message made ready, and how many bytes of the export were read by then."""

    message: Prepared
    position: int

    @property
    def size(self) -> int:
        return self.message.found.size


def _read(export: _Export, assembler: Assembler) -> Generator[tuple[_Step, Outcome], None, None]:
    def begin(lot: list[_Step]) -> tuple[list[_Step], Reading]:
        return lot, assembler.begin([step.message for step in lot])

    def finish(begun: tuple[list[_Step], Reading]) -> list[tuple[_Step, Outcome]]:
        lot, reading = begun
        return list(zip(lot, assembler.finish(reading), strict=True))

    ready = lots(export.steps(), lambda step: step.size, _LOT_BYTES, _LOT_MESSAGES)
    for lot in ahead(begin, finish, ready, lambda lot: sum(step.size for step in lot), _UNDER_WAY):
        lot.reverse()
        while lot:
            yield lot.pop()


class _Export:
    """The files of an export, and how far they have been read."""

    def __init__(self, picked: Sequence[tuple[Path, str]]) -> None:
        self._picked = picked
        self.total = sum(path.stat().st_size for path, _ in picked)

    def steps(self) -> Iterator[_Step]:
        """Every message of every file, made ready for the reading process."""
        done = 0
        for path, name in self._picked:
            tally = _Tally(path)
            size = path.stat().st_size
            for found in messages(Place(name, tally.open, size, beside=beside(path), path=path)):
                yield _Step(prepare(found), done + tally.position)
                del found
            done += size


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
