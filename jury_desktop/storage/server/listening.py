"""Hears at once that somebody else recorded an event: the server tells whoever listens (LISTEN/NOTIFY).

What is told is a hint and nothing more, for anybody who can connect can send one: whoever hears it looks for
themselves. While the connection is gone nothing is heard; once it is back it counts as a hint too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg

CHANNEL = "jury"
"""What the server calls it (``6_guards.sql``)."""
_BREATH = 0.5
"""Seconds after which it looks whether it should stop."""
_PATIENCE = 10.0
"""Seconds between two tries to connect, at most."""


class Listener:
    """A thread with a connection of its own, until it is stopped.

    :param connect: makes a connection as the dossier's own are made.
    :param heard: called in that thread when there may be something new.
    :param lost: called in that thread with True when the connection is lost, and with False when it is back.
    """

    def __init__(
        self,
        connect: Callable[[], psycopg.Connection],
        heard: Callable[[], object],
        lost: Callable[[bool], object],
    ) -> None:
        self._connect = connect
        self._heard = heard
        self._lost = lost
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="jury-listener", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hears nothing more. The connection is let go of within a breath; nobody waits for that."""
        self._stopped.set()

    def _listen(self) -> None:
        pause, away = _BREATH, False
        while not self._stopped.is_set():
            try:
                with self._connect() as connection:
                    connection.autocommit = True
                    connection.execute(f"LISTEN {CHANNEL}")
                    if away:
                        self._lost(False)
                        self._heard()
                    pause, away = _BREATH, False
                    self._hear(connection)
            except psycopg.OperationalError:
                if not away and not self._stopped.is_set():
                    self._lost(True)
                away = True
                self._stopped.wait(pause)
                pause = min(2 * pause, _PATIENCE)

    def _hear(self, connection: psycopg.Connection) -> None:
        while not self._stopped.is_set():
            told = any(True for _ in connection.notifies(timeout=_BREATH, stop_after=1))
            if told and not self._stopped.is_set():
                self._heard()
