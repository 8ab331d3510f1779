"""How far an import is, in words and on one bar, and whether it is to stop."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.messages import Message, say

Progress = Callable[[int, int, Message], None]
"""Gets steps done, steps in all, and what is being done."""

STEPS = 1000
"""Of the bar: the bytes of a large mailbox would not fit its whole numbers."""
_READING = 700
"""The steps that reading takes; keeping takes the rest."""


class Telling:
    """Tells how far an import is, each stage further on the same bar, and stops it when asked.

    :param progress: gets what is told; None to tell nobody.
    :param cancelled: whether the user wants it to stop.
    """

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._count = 0

    def read(self, done: int, total: int, place: str) -> None:
        """One more message has been read, at ``place`` in the export; without a place, all of it has."""
        if place:
            self._count += 1
            self._tell(_READING * done // (total or 1), say("import.reading", count=self._count, place=place))
        else:
            self._tell(_READING, say("import.sorting", count=self._count))

    def kept(self, done: int, total: int) -> None:
        """So many of the messages that are new are in the dossier."""
        told = say("import.keeping", done=done, total=total)
        self._tell(_READING + done * (STEPS - _READING) // total, told)

    def asked_to_stop(self) -> bool:
        """Whether the user wants it."""
        return self._cancelled is not None and self._cancelled()

    def stop_if_asked(self) -> None:
        """Within the unit of work, so that nothing is kept.

        :raises Cancelled: the user wants it.
        """
        if self.asked_to_stop():
            raise Cancelled

    def _tell(self, done: int, text: Message) -> None:
        if self._progress is not None:
            self._progress(done, STEPS, text)
