"""The reading process seen from the program: started when needed, killed when it costs too much."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections import deque
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


class Question:
    """Something the reading process was asked, until its answer is there."""

    __slots__ = ("answer", "blobs", "head", "refusal")

    def __init__(self, head: dict[str, Any], blobs: Sequence[bytes]) -> None:
        self.head, self.blobs = head, blobs
        self.answer: wire.Frame | None = None
        self.refusal: UnreadError | None = None

    @property
    def settled(self) -> bool:
        """Whether the process answered, or did not survive it."""
        return self.answer is not None or self.refusal is not None


class Child:
    """One reading process, for as long as the ``with`` block lasts; never outlives it.

    Questions may be sent ahead of the answers, so that it always has work; one thread asks them all.

    :param command: what to start instead of this project's own worker.
    """

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or Limits()
        self._command = list(command or own_command())
        self._started: tuple[subprocess.Popen[bytes], Watchdog] | None = None
        self._asked: deque[Question] = deque()
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, do: str, *blobs: bytes, **head: Any) -> wire.Frame:
        """The answer to one question; raises as :meth:`answer` does."""
        return self.answer(self.send(do, *blobs, **head))

    def send(self, do: str, *blobs: bytes, **head: Any) -> Question:
        """Asks without waiting for the answer."""
        self._refuse_when_stopped()
        running = self._running()
        self._refuse_when_stopped()  # now that there is a process, stop() ends either that or this
        question = Question({"do": do, **head}, blobs)
        self._asked.append(question)
        self._write(question, *running)
        return question

    def answer(self, question: Question) -> wire.Frame:
        """The answer to what was sent.

        :raises UnreadError: when it refuses, or died or was killed over this question. What was asked after
            it is asked again of a fresh process.
        """
        while not question.settled:
            self._refuse_when_stopped()
            self._settle_oldest()
        if question.refusal is not None:
            raise question.refusal
        assert question.answer is not None
        if "failed" in question.answer[0]:
            raise UnreadError(revived(question.answer[0]["failed"]) or say("intake.reader_stopped"))
        return question.answer

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

    def _settle_oldest(self) -> None:
        """Reads the next answer: it is to the first question that has none."""
        process, watchdog = self._running()
        with watchdog.watching(self._limits.seconds):
            answer = _received(process)
        question = self._asked.popleft()
        question.answer, question.blobs = answer, ()
        if answer is None:
            question.refusal = UnreadError(
                say("intake.too_slow" if watchdog.bit else "intake.reader_stopped")
            )
        if answer is None or watchdog.bit:
            self.close()

    def _write(self, question: Question, process: subprocess.Popen[bytes], watchdog: Watchdog) -> None:
        """Whether it arrives is seen when the answer is read; a process that takes nothing in is ended."""
        assert process.stdin is not None
        with watchdog.watching(self._limits.seconds), contextlib.suppress(OSError):
            wire.write(process.stdin, question.head, question.blobs)

    def _refuse_when_stopped(self) -> None:
        if self._stopped:
            raise UnreadError(say("intake.reader_stopped"))

    def _running(self) -> tuple[subprocess.Popen[bytes], Watchdog]:
        """The process; one that died over a question stays until it is known over which."""
        if self._started is None or (not self._asked and self._started[0].poll() is not None):
            self.close()
            process = _start([*self._command, str(self._limits.memory), str(self._limits.cpu_seconds)])
            hold(process, self._limits.memory)
            _widen(process)
            self._started = process, Watchdog(process)
            for question in self._asked:
                self._write(question, *self._started)
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


def _received(process: subprocess.Popen[bytes]) -> wire.Frame | None:
    assert process.stdout is not None
    try:
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
