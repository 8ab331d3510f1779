"""A dossier on a server tells at once that somebody else changed something, and when it cannot be reached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.wiring import Listen

_TOPIC = "server"
_GATHERED = 150
"""Milliseconds in which hints are gathered, so that a stream of them costs one look."""


class ServerEar(QObject):
    """Listens to the server of the dossier on show; for a dossier in a file it does nothing.

    :ivar hint: there may be something new.
    """

    hint = Signal()
    _heard = Signal()
    _lost = Signal(bool)

    def __init__(self, listen: Listen, notify: Callable[[Notice], object], parent: QObject) -> None:
        super().__init__(parent)
        self._listen = listen
        self._notify = notify
        self._stop: Callable[[], object] | None = None
        self._pause = QTimer(self, interval=_GATHERED, singleShot=True)
        self._pause.timeout.connect(self.hint)
        self._heard.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._lost.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def attend(self, dossier: Dossier | None) -> None:
        """Listen to this dossier from now on, or to none."""
        if self._stop is not None:
            self._stop()
        self._stop = self._listen(dossier, self._heard.emit, self._lost.emit) if dossier else None

    def _gather(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _tell(self, lost: bool) -> None:
        """Nothing that was kept is lost, and what is typed stays on the screen."""
        message, tone = (say("server.lost"), Tone.WARN) if lost else (say("server.back"), Tone.GOOD)
        self._notify(Notice(message, tone, topic=_TOPIC, everywhere=True, passing=not lost))
