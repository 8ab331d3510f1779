"""The reading process: takes messages and attachments apart, so that a hostile one hurts this process only.

Started as ``python -m jury_desktop.mailbox.worker``, or with ``--mailbox-worker`` by a frozen program. It
answers frames on stdin with frames on stdout, and ends when its parent does.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import IO, Any, NoReturn

from jury_desktop.mailbox import limits, refusals, wire
from jury_desktop.mailbox.documents.drawing import DESK, Answer


def main(arguments: Sequence[str]) -> NoReturn:
    """Answers requests until stdin ends.

    :param arguments: the last two are the memory in bytes and the processor seconds per request.
    """
    memory, cpu_seconds = (int(value) for value in arguments[-2:])
    limits.confine(memory)
    queue = _listen(os.fdopen(0, "rb", closefd=False))
    out = _private_stdout()
    while True:
        head, blobs = queue.get()
        limits.allow_cpu(cpu_seconds)
        wire.write(out, *_answer(head, blobs))
        del head, blobs  # large ones are let go before the next is waited for


def _private_stdout() -> IO[bytes]:
    """The answers go out alone: whatever a library prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return out


def _listen(requests: IO[bytes]) -> SimpleQueue[wire.Frame]:
    """Reads requests beside the work, to notice even in the middle of a message that the parent is gone."""
    queue: SimpleQueue[wire.Frame] = SimpleQueue()

    def listen() -> None:
        try:
            while (frame := wire.read(requests)) is not None:
                queue.put(frame)
        finally:
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return queue


def _answer(head: dict[str, Any], blobs: Sequence[bytes]) -> Answer:
    """The answer, or the reason why there is none: whatever a hostile file provokes costs this file only."""
    try:
        if head["do"] in _DRAWING:
            return _DRAWING[head["do"]](blobs[0], head)
        from jury_desktop.mailbox import reading  # which takes longer to load than a page to draw

        return reading.answer(head, blobs)
    except Exception as error:
        return {"failed": refusals.plain(refusals.reason(error))}, ()


_DRAWING = {"lay": DESK.lay, "page": DESK.page}

if __name__ == "__main__":
    main(sys.argv)
