"""A shell for tests of pages: jobs run at once and in order, and what the page asked is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtPrintSupport import QPrinter

from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import Job, JobContext, Progress
from jury_desktop.ui.operations import Changes, Operation
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer, Notice, Question
from jury_desktop.ui.theme import Tone
from jury_desktop.wording import render

T = TypeVar("T")
NOW = datetime(2023, 6, 8, 11, 4, tzinfo=UTC)


class StoppedContext(JobContext):
    """The user stops the job once it has asked so many times whether to go on."""

    def __init__(self, tell: Callable[[Progress], None], after: int | None) -> None:
        super().__init__(tell)
        self._left = after

    def cancelled(self) -> bool:
        if self._left is None:
            return super().cancelled()
        self._left -= 1
        return self._left < 0

    @property
    def halted(self) -> bool:
        """Whether it was told to stop."""
        return self._left is not None and self._left < 0


@dataclass
class DirectShell:
    """Keeps the promises of ``ui.shell.Shell`` without threads.

    :param answers: what the next questions are answered with; without one the user backs out.
    :param files: what the next file dialogs give; without one the user backs out.
    :param stop_after: the user stops a calculation once it has asked so often whether to go on.
    """

    dossier: Dossier | None = None
    preferences: Preferences = field(default_factory=lambda: Preferences(user="Regisseur"))
    moment: datetime = NOW
    answers: list[Answer] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    switched: list[str] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)
    visits: list[tuple[str, str]] = field(default_factory=list)
    done: list[Operation[object]] = field(default_factory=list)
    results: list[object] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    told: list[Changes] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    on_change: Callable[[Changes], object] | None = None
    stop_after: int | None = None

    @property
    def language(self) -> str:
        return self.preferences.language

    @property
    def user(self) -> str:
        return self.preferences.user

    def now(self) -> datetime:
        return self.moment

    def run_job(
        self,
        work: Callable[[Dossier, JobContext], T],
        done: Callable[[T], object],
        *,
        key: str = "",
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        assert self.dossier is not None
        dossier = self.dossier
        return self._do(lambda context: work(dossier, context), done, text, failed, ended)

    def run_calculation(
        self,
        work: Callable[[JobContext], T],
        done: Callable[[T], object],
        *,
        key: str = "",
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
        stopped: Callable[[T], object] | None = None,
    ) -> Job:
        return self._do(work, done, text, failed, ended, stopped, self.stop_after)

    def run_drawing(
        self,
        work: Callable[[JobContext], T],
        done: Callable[[T], object],
        *,
        key: str = "",
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        return self._do(work, done, text, failed, ended)

    def run_copying(
        self,
        work: Callable[[Dossier, JobContext], T],
        done: Callable[[T], object],
        *,
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        return self.run_job(work, done, text=text, failed=failed, ended=ended)

    def restore(self, copy: Path) -> None:
        self.restored.append(copy)

    def part_with_dossier(
        self, place: str, work: Callable[[JobContext], T], done: Callable[[T], object], text: str
    ) -> Job:
        assert self.dossier is not None
        self.dossier.store.close()
        self.dossier = None
        return self._do(work, done, text, None, None)

    def run_operation(self, operation: Operation[T]) -> Job:
        assert self.dossier is not None
        dossier = self.dossier

        def succeeded(result: T) -> None:
            self.done.append(operation)  # type: ignore[arg-type]
            self.results.append(result)
            self.told.append(operation.changes)
            if self.on_change is not None:
                self.on_change(operation.changes)
            if operation.done is not None:
                operation.done(result)
            if operation.said is not None:
                self.said.append(operation.said(result))

        return self._do(
            lambda context: operation.verb(dossier, context),
            succeeded,
            operation.text,
            operation.failed,
            operation.ended,
        )

    def sit_at(self, desk: str) -> None:
        """As ``Operations`` does: what was done at another desk cannot be undone any more."""
        kept = [at for at, each in enumerate(self.done) if each.desk in {"", desk}]
        self.done, self.results = [self.done[at] for at in kept], [self.results[at] for at in kept]

    def get_up(self, desk: str) -> None:
        """As ``Operations`` does: it is the same user, and the steps join those of the window."""
        self.done = [replace(each, desk="") if each.desk == desk else each for each in self.done]
        self.sit_at("")

    def undo(self) -> None:
        """Undo the last step, as Ctrl+Z does."""
        operation, result, dossier = self.done.pop(), self.results.pop(), self.dossier
        assert not isinstance(operation.inverse, Final), operation.text
        assert dossier is not None
        verb = operation.inverse(result)

        def succeeded(_result: object) -> None:
            if self.on_change is not None:
                self.on_change(operation.changes)
            if operation.undone is not None:
                operation.undone(result)

        self._do(lambda context: verb(dossier, context), succeeded, operation.text, operation.failed, None)

    def _do(
        self,
        work: Callable[[JobContext], T],
        done: Callable[[T], object],
        text: str,
        failed: Callable[[JuryError], object] | None,
        ended: Callable[[], object] | None,
        stopped: Callable[[T], object] | None = None,
        stop_after: int | None = None,
    ) -> Job:
        context = StoppedContext(self.progress.append, stop_after)
        try:
            result = work(context)
            if not context.halted:
                done(result)
            elif stopped is not None:
                stopped(result)
        except Cancelled:
            pass
        except JuryError as error:
            if failed is None:
                self.notify(Notice(error.message, Tone.BAD))
            else:
                failed(error)
        if ended is not None:
            ended()
        return Job(text, "", work, context, None, None, None)

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, topic: str) -> None:
        self.notices = [notice for notice in self.notices if notice.topic != topic]

    def ask(self, question: Question, answered: Callable[[Answer], object]) -> None:
        self.questions.append(question)
        if self.answers:
            answered(self.answers.pop(0))

    def pick_open(
        self, title: str, filters: str, picked: Callable[[Sequence[Path]], object], *, many: bool = False
    ) -> None:
        if self.files:
            chosen = tuple(self.files) if many else (self.files[0],)
            del self.files[: len(chosen)]
            picked(chosen)

    def pick_save(self, title: str, filters: str, name: str, picked: Callable[[Path], object]) -> None:
        if self.files:
            picked(self.files.pop(0))

    def pick_folder(self, title: str, picked: Callable[[Path], object]) -> None:
        if self.files:
            picked(self.files.pop(0))

    def pick_printer(self, title: str, picked: Callable[[QPrinter], object]) -> None:
        """Prints into the next file."""
        if self.files:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFileName(str(self.files.pop(0)))
            picked(printer)

    def switch_user(self, juror: str = "") -> None:
        self.switched.append(juror)

    def go_to(self, page: str, ref: str = "") -> None:
        self.visits.append((page, ref))

    def save_preferences(self, chosen: Preferences) -> None:
        self.preferences = chosen

    def words(self, message: Message) -> str:
        return render(message, self.language)
