"""A step of the user that changes the dossier: do it, tell every page, remember how to undo it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from jury_desktop.domain.errors import JuryError, StorageError
from jury_desktop.domain.messages import Message
from jury_desktop.services.new_ids import Ids, same_ids
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import Job, JobContext, Jobs, deliver
from jury_desktop.ui.undo_line import UndoLine, drop_last, drop_next, holds, last_line, next_line
from jury_desktop.ui.undo_lists import UndoLists


class Subject(StrEnum):
    """The kinds of thing a page may show, and so may have to read again."""

    CALL = "call"
    CANDIDACY = "candidacy"
    MAIL = "mail"
    JUROR = "juror"
    CONFLICT = "conflict"
    SHEET = "sheet"
    PLAN = "plan"
    DECISION = "decision"
    LETTER = "letter"
    REBUTTAL = "rebuttal"
    SETTINGS = "settings"
    SESSION = "session"
    """What happens at the pitches as they are held."""


Changes = frozenset[Subject]
EVERYTHING: Changes = frozenset(Subject)
T = TypeVar("T")
P = ParamSpec("P")
Verb = Callable[[Dossier, JobContext], T]
"""A service call: gets the open dossier and the job's context, runs on the database thread."""


@dataclass(frozen=True)
class _Call(Generic[T]):
    """A service with what it is called with, as a value: it runs later, on the thread of the database."""

    service: Callable[..., T]
    args: tuple[object, ...]
    named: tuple[tuple[str, object], ...]

    def __call__(self, dossier: Dossier, context: JobContext) -> T:
        return self.service(dossier, *self.args, **dict(self.named))


def calling(service: Callable[Concatenate[Dossier, P], T], *args: P.args, **named: P.kwargs) -> Verb[T]:
    """The verb that calls a service of the dossier: ``calling(submit_sheet, juror, candidacy, round_)``."""
    return _Call(service, args, tuple(named.items()))


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make a generic one with ``Operation[Sheet](…)``
class Operation(Generic[T]):
    """What a page asks when the user changes something.

    :param text: what the user did, for the undo list: "Score 4 voor K-02".
    :param verb: the service call that does it.
    :param changes: what has to be read again afterwards.
    :param inverse: makes, from the verb's result, the service call that undoes it; or why nothing does.
    :param done: gets the result, after every page has been told.
    :param said: tells in a sentence that it has happened; the notice offers to undo it where that can be.
    :param caution: what has happened is not all well: it is said in amber.
    :param undone: gets the result of the verb after it was undone and every page has been told: who undoes a
        step wants to see where.
    :param failed: gets the JuryError instead of the notice bar, when the step itself is refused.
    :param ended: called last, whatever happened.
    :param desk: whose undo list it stands in, as :meth:`Operations.sit_at` names it; empty for the window's.
    """

    text: str
    verb: Verb[T]
    changes: Changes
    inverse: Callable[[T], Verb[Any]] | Final
    done: Callable[[T], object] | None = None
    failed: Callable[[JuryError], object] | None = None
    ended: Callable[[], object] | None = None
    said: Callable[[T], str] | None = None
    caution: bool = False
    undone: Callable[[T], object] | None = None
    desk: str = ""


@dataclass(frozen=True)
class Always(Generic[T]):
    """Gives the same whatever came of a step: a sentence, or a way back, that was known before it."""

    value: T

    def __call__(self, _result: object) -> T:
        return self.value


def _with_ids(verb: Verb[T], ids: Ids) -> Verb[T]:
    """The verb that gives what it makes these ids, so that later steps find it when they are done again."""

    def work(dossier: Dossier, context: JobContext) -> T:
        with same_ids(ids):
            return verb(dossier, context)

    return work


class Operations(UndoLists):
    """Runs operations one after the other, and walks back and forth along those that were done.

    :ivar changed: carries the set of subjects that changed; pages refresh on it.
    :ivar said: carries the sentence about what has happened, what undoes it or None, and whether it asks for
        caution.
    :ivar undone: a step of the window was undone; carries what it was. ``redone``: it was done again.
    :ivar stopped: a step is not undone, and is off the list; carries what it was, why (:class:`Final` or what
        a service refused it with), and the step that would be undone next, or nothing.
    :ivar stayed: the same of a step that is not done again.
    """

    changed = Signal(object)
    said = Signal(str, object, bool)
    undone = Signal(str)
    redone = Signal(str)
    stopped = Signal(str, object, str)
    stayed = Signal(str, object, str)

    def __init__(self, jobs: Jobs, dossier: Callable[[], Dossier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._dossier = dossier
        self._moving = False

    def run(self, operation: Operation[T]) -> Job:
        """Do it; the undo list grows only after it has succeeded."""
        ids: Ids = {}

        def succeeded(result: T) -> None:
            list_ = self.keep(operation, result, ids)
            self._told(operation, result)
            if isinstance(operation.inverse, Final):
                self.keep_final(operation)
            if operation.said is not None:
                undo = partial(self._undo, list_) if list_ is not None else None
                self.said.emit(operation.said(result), undo, operation.caution)

        return self._submit(operation, _with_ids(operation.verb, ids), succeeded, operation.ended)

    def undo(self) -> None:
        """Undo the last operation; the list moves only after the inverse has succeeded."""
        self._undo(self.stack)

    def _undo(self, stack: QUndoStack) -> None:
        line = last_line(stack)
        if line is None or self._moving:
            return
        operation = line.operation
        if isinstance(operation.inverse, Final):
            self._stop_at(stack, line, operation.inverse)
            return

        def succeeded(_result: object) -> None:
            if holds(stack, line):
                stack.undo()
            self.changed.emit(operation.changes)
            deliver(operation.undone, line.result)
            if stack is self.of_window:
                self.undone.emit(operation.text)

        def refused(why: Message) -> None:
            self._stop_at(stack, line, why)

        self._move(operation, operation.inverse(line.result), succeeded, refused)

    def _stop_at(self, stack: QUndoStack, line: UndoLine, why: Final | Message) -> None:
        """Say why, once: whoever asks again means the step before it."""
        if last_line(stack) is line:  # who sat at a desk may have left it by now
            drop_last(stack)
        self.stopped.emit(line.operation.text, why, stack.undoText())

    def redo(self) -> None:
        """Do again what was undone last."""
        stack = self.stack
        line = next_line(stack)
        if line is None or self._moving:
            return
        operation = line.operation

        def succeeded(result: object) -> None:
            if holds(stack, line):
                line.result = result
                stack.redo()
            self.changed.emit(operation.changes)
            if stack is self.of_window:
                self.redone.emit(operation.text)

        def refused(why: Message) -> None:
            if next_line(stack) is line:
                drop_next(stack)
                self.lists.indexChanged.emit(stack.index())  # it is the same, and what comes next another
            self.stayed.emit(operation.text, why, stack.redoText())

        self._move(operation, _with_ids(operation.verb, line.ids), succeeded, refused)

    def _move(
        self,
        operation: Operation[Any],
        verb: Verb[Any],
        succeeded: Callable[[Any], None],
        refused: Callable[[Message], None],
    ) -> None:
        """One move through the list at a time: a second key press waits for nothing and does nothing.

        What is refused by the rules stays refused: the step leaves the list, or those behind it could not be
        reached any more. A disk that is full or a file that is held may be better the next time.
        """

        def failed(error: JuryError) -> None:
            if isinstance(error, StorageError):
                self._jobs.refused.emit(error)
            else:
                refused(error.message)

        self._moving = True
        self._submit(replace(operation, failed=failed), verb, succeeded, ended=self._moved)

    def _moved(self) -> None:
        self._moving = False

    def _told(self, operation: Operation[Any], result: object) -> None:
        self.changed.emit(operation.changes)
        deliver(operation.done, result)

    def _submit(
        self,
        operation: Operation[Any],
        verb: Verb[T],
        succeeded: Callable[[T], None],
        ended: Callable[[], object] | None = None,
    ) -> Job:
        return self._jobs.submit(
            lambda context: verb(self._dossier(), context),
            succeeded,
            text=operation.text,
            failed=operation.failed,
            ended=ended,
            change=True,
        )
