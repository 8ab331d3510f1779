"""The reading process seen from the program: started when needed, killed when it costs too much."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import Evidence, EvidenceKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import wire
from jury_desktop.mailbox.job_object import hold
from jury_desktop.mailbox.limits import Limits
from jury_desktop.mailbox.watchdog import Watchdog

if sys.platform == "linux":
    import fcntl

FLAG = "--mailbox-worker"
"""With this argument a frozen program runs the reading process instead of the window."""

_GRACE = 2.0
_PIPE_BYTES = 1024 * 1024


class UnreadError(JuryError):
    """The reading process could not read this message or attachment; it says why."""


class Child:
    """One reading process, for as long as the ``with`` block lasts; never outlives it.

    :param command: what to start instead of this project's own worker.
    """

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or Limits()
        self._command = list(command or own_command())
        self._started: tuple[subprocess.Popen[bytes], Watchdog] | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, do: str, *blobs: bytes, **head: Any) -> wire.Frame:
        """The answer to one request.

        :raises UnreadError: when it refuses, or died or was killed over this request. The next request gets a
            fresh process.
        """
        self._refuse_when_stopped()
        process, watchdog = self._running()
        self._refuse_when_stopped()  # now that there is a process, stop() ends either that or this
        with watchdog.watching(self._limits.seconds):
            answer = _exchange(process, {"do": do, **head}, blobs)
        if answer is None or watchdog.bit:
            self.close()
        if answer is None:
            raise UnreadError(say("intake.too_slow" if watchdog.bit else "intake.reader_stopped"))
        if "failed" in answer[0]:
            raise UnreadError(revived(answer[0]["failed"]) or say("intake.reader_stopped"))
        return answer

    @property
    def pid(self) -> int | None:
        """The process id while it runs, else None."""
        return self._started[0].pid if self._started else None

    def stop(self) -> None:
        """Ends what another thread is asking, and refuses all that it asks from now on."""
        self._stopped = True
        if (started := self._started) is not None:
            started[0].kill()

    def close(self) -> None:
        """Ends the process and waits for it."""
        if self._started is None:
            return
        (process, watchdog), self._started = self._started, None
        watchdog.let_go()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _refuse_when_stopped(self) -> None:
        if self._stopped:
            raise UnreadError(say("intake.reader_stopped"))

    def _running(self) -> tuple[subprocess.Popen[bytes], Watchdog]:
        if self._started is None or self._started[0].poll() is not None:
            self.close()
            process = _start([*self._command, str(self._limits.memory), str(self._limits.cpu_seconds)])
            hold(process, self._limits.memory)
            _widen(process)
            self._started = process, Watchdog(process)
        return self._started


def own_command() -> list[str]:
    """How this program starts its reading process, from Python or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-P", "-m", "jury_desktop.mailbox.worker"]


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Starts it without a window and with nothing of the folder it is started from on its path."""
    paths = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _widen(process: subprocess.Popen[bytes]) -> None:
    """Lets large attachments through in fewer steps, where the system has room for it."""
    if sys.platform == "linux":
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                fcntl.fcntl(stream or -1, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _exchange(
    process: subprocess.Popen[bytes], head: dict[str, Any], blobs: Sequence[bytes]
) -> wire.Frame | None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        wire.write(process.stdin, head, blobs)
        return wire.read(process.stdout)
    except (OSError, wire.BrokenFrameError):
        return None


def revived(sent: dict[str, Any] | None) -> Message | None:
    """A message as it came over the wire."""
    return None if sent is None else Message(str(sent["key"]), dict(sent["values"]))


def told(head: dict[str, Any]) -> tuple[tuple[Evidence, ...], tuple[Message, ...]]:
    """The evidence and notes in an answer."""
    evidence = (
        Evidence(EvidenceKind(one["kind"]), one["raw"], one["at"] and datetime.fromisoformat(one["at"]))
        for one in head.get("evidence", ())
    )
    notes = (revived(one) for one in head.get("notes", ()))
    return tuple(evidence), tuple(note for note in notes if note is not None)
