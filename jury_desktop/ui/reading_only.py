"""A dossier that can only be read here: what the window says of it, and when that is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.window_shell import WindowShell

tr = area("shell")

TOPIC = "read-only"
EVERY = 3000
"""Milliseconds between two looks whether the other program has let go."""


class ReadingOnly(QObject):
    """Says that the dossier on show can only be read, and that it can be worked in once the program that had
    it open has let go of it, however that ended."""

    def __init__(self, shell: WindowShell, again: Callable[[], object], window: QWidget) -> None:
        """:param again: opens the dossier on show anew."""
        super().__init__(window)
        self._shell, self._again = shell, again
        self._free = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY)
        self.timer.timeout.connect(self.look)

    def attend(self, dossier: Dossier) -> None:
        """Another dossier is on show; what was said of the one before is over."""
        self._shell.withdraw(TOPIC)
        self._free = False
        if dossier.store.read_only is None:
            self.timer.stop()
        else:
            self._say(dossier.store.read_only)
            self.timer.start()

    def look(self) -> None:
        """Look whether it can be worked in by now; never on the window's thread, for a drive may be slow."""
        if self._shell.dossier is not None and not self._shell.jobs.running:
            self._shell.run_job(_is_free, self._looked, key=TOPIC, failed=_later)

    def _looked(self, found: tuple[Message | None, bool]) -> None:
        reason, free = found
        dossier = self._shell.dossier
        if reason is None or free == self._free or dossier is None or dossier.store.read_only is not reason:
            return  # nothing new, or another dossier is on show by now
        self._free = free
        self._say(say("shell.free", name=reason.values["name"]) if free else reason)

    def _say(self, told: Message) -> None:
        """In a notice that stays, and whose button opens the dossier anew."""
        self._shell.notify(
            Notice(told, Tone.WARN, tr("Open again"), self._again, topic=TOPIC, everywhere=True)
        )


def _is_free(dossier: Dossier, _: JobContext) -> tuple[Message | None, bool]:
    return dossier.store.read_only, dossier.store.is_free()


def _later(_error: JuryError) -> None:
    """The next look comes by itself."""
