"""The window's side of :class:`~jury_desktop.ui.shell.Shell`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHeaderView, QLineEdit, QTreeView, QWidget

from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.messages import Message
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.dialogs.server_dialog import ServerDialog
from jury_desktop.ui.jobs import Job, JobContext, Jobs, Lane, deliver
from jury_desktop.ui.notices import NoticeArea
from jury_desktop.ui.operations import Operation, Operations
from jury_desktop.ui.other_hands import OtherHands
from jury_desktop.ui.printing import ask_printer
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer, Notice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import role
from jury_desktop.wording import render

tr = area("shell")
T = TypeVar("T")
FILES = (860, 540)
"""Size of the dialog for files, in points: its columns can be read."""
KIND = 2
"""The column of that dialog that tells the kind of a file."""


class WindowShell:
    """Carries what pages ask to the parts of the window; owns the jobs, the operations and the dossier."""

    def __init__(self, window: QWidget, now: Callable[[], datetime], preferences: Preferences) -> None:
        self._window = window
        self._now = now
        self.preferences = preferences
        self.jobs = Jobs(window)
        self.operations = Operations(self.jobs, self.opened, window)
        self.notices = NoticeArea()
        self.notices.speak(preferences.language)
        self.show_page: Callable[[str, str], object] = _nowhere
        self.put_back: Callable[[Path], object] = _unrestored
        self.show_nothing: Callable[[], object] = _no_window
        self.reopen: Callable[[str, Callable[[], object]], object] = _unopened
        self.switch_to: Callable[[str], object] = _nobody
        self.store_preferences: Callable[[Preferences], object] = _ignored
        self.dossier: Dossier | None = None
        self.others = OtherHands(self, window)
        self.jobs.refused.connect(self._refused)
        self.operations.changed.connect(self.others.note_own)
        self.operations.changed.connect(self.notices.succeeded)
        self.operations.said.connect(self.notices.offer_undo)
        self.operations.undone.connect(self.notices.tell_undone)
        self.operations.redone.connect(self.notices.tell_redone)
        self.operations.stopped.connect(self.notices.tell_final)
        self.operations.stayed.connect(self.notices.tell_stayed)
        self.operations.lists.indexChanged.connect(self.notices.pass_by)

    def opened(self) -> Dossier:
        """The dossier, for work that makes no sense without one."""
        if self.dossier is None:
            raise refuse("shell.no_dossier")
        return self.dossier

    @property
    def language(self) -> str:
        return self.preferences.language

    @property
    def user(self) -> str:
        return self.preferences.user

    def now(self) -> datetime:
        return self._now()

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
        dossier = self.opened()
        return self.jobs.submit(
            lambda context: work(dossier, context), done, key=key, text=text, failed=failed, ended=ended
        )

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
        return self.jobs.submit(
            work,
            done,
            lane=Lane.CALCULATION,
            key=key,
            text=text,
            failed=failed,
            ended=ended,
            stopped=stopped,
        )

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
        return self.jobs.submit(work, done, lane=Lane.DRAWING, key=key, text=text, failed=failed, ended=ended)

    def run_copying(
        self,
        work: Callable[[Dossier, JobContext], T],
        done: Callable[[T], object],
        *,
        text: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job:
        dossier = self.opened()
        return self.jobs.submit(
            lambda context: work(dossier, context),
            done,
            lane=Lane.COPYING,
            text=text,
            failed=failed,
            ended=ended,
        )

    def restore(self, copy: Path) -> None:
        self.put_back(copy)

    def run_operation(self, operation: Operation[T]) -> Job:
        return self.operations.run(operation)

    def part_with_dossier(
        self, place: str, work: Callable[[JobContext], T], done: Callable[[T], object], text: str
    ) -> Job:
        store = self.opened().store
        self.dossier = None
        self.show_nothing()

        def parted(context: JobContext) -> T:
            store.close()
            return work(context)

        def gone(result: T) -> None:
            self.save_preferences(self.preferences.without_recent(place))
            self.show_nothing()
            done(result)

        def refused(error: JuryError) -> None:
            self.reopen(place, partial(self._refused, error))

        return self.jobs.submit(parted, gone, text=text, failed=refused, change=True)

    def sit_at(self, desk: str) -> None:
        self.operations.sit_at(desk)

    def get_up(self, desk: str) -> None:
        self.operations.get_up(desk)

    def notify(self, notice: Notice) -> None:
        self.notices.show_notice(notice)

    def withdraw(self, topic: str) -> None:
        self.notices.withdraw(topic)

    def _refused(self, error: JuryError) -> None:
        self.notify(Notice(error.message, Tone.BAD))

    def ask(self, question: Question, answered: Callable[[Answer], object]) -> None:
        QuestionDialog(question, self.language, answered, self._window).open()

    def ask_passphrase(self, name: str) -> PassphraseDialog:
        """The question for the passphrase of a packet with this name, still to be opened."""
        return PassphraseDialog(name, self._window)

    def ask_secret(self, name: str) -> PassphraseDialog:
        """The question for the passphrase or recovery key of a dossier with this name, still to be opened."""
        return PassphraseDialog(name, self._window, dossier=True)

    def ask_server(self, address: str) -> ServerDialog:
        """The question for a server, filled in as far as is known, still to be opened."""
        return ServerDialog(address, self._window)

    def pick_open(
        self, title: str, filters: str, picked: Callable[[Sequence[Path]], object], *, many: bool = False
    ) -> None:
        dialog = self._file_dialog(title, filters)
        mode = QFileDialog.FileMode
        dialog.setFileMode(mode.ExistingFiles if many else mode.ExistingFile)
        dialog.filesSelected.connect(_Picked(picked, dialog).many)
        dialog.open()

    def pick_save(self, title: str, filters: str, name: str, picked: Callable[[Path], object]) -> None:
        dialog = self._file_dialog(title, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(_Picked(picked, dialog).one)
        dialog.open()

    def pick_folder(self, title: str, picked: Callable[[Path], object]) -> None:
        dialog = self._file_dialog(title, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(_Picked(picked, dialog).one)
        dialog.open()

    def pick_printer(self, title: str, picked: Callable[[QPrinter], object]) -> None:
        ask_printer(self._window, title, picked)

    def _file_dialog(self, title: str, filters: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.resize(QSize(*FILES).boundedTo(self._window.size()))  # where the desktop has none of its own
        _speak_our_language(dialog)
        _dress_completion(dialog)
        if filters:
            dialog.setNameFilter(filters)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def switch_user(self, juror: str = "") -> None:
        self.switch_to(juror)

    def go_to(self, page: str, ref: str = "") -> None:
        self.show_page(page, ref)

    def save_preferences(self, chosen: Preferences) -> None:
        self.store_preferences(chosen)

    def words(self, message: Message) -> str:
        return render(message, self.language)


def _unrestored(_copy: Path) -> None:
    """There is no window around it."""


def _speak_our_language(dialog: QFileDialog) -> None:
    """Where the desktop has no dialog of its own, Qt's lacks some words in Dutch: ours take their place.

    What kind of file something is, it says in English alone; the name shows that as well.
    """
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("File type:"))
    for view in dialog.findChildren(QTreeView):
        view.setColumnHidden(KIND, True)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _dress_completion(dialog: QFileDialog) -> None:
    """The list of names under the field is a window of its own: a transparent list would be black there."""
    for field in dialog.findChildren(QLineEdit):
        completer = field.completer()
        names = completer.popup() if completer is not None else None
        if names is not None:
            role(names, "completion")


class _Picked(QObject):
    """Turns Qt's file names into paths. Lives as long as the dialog: a signal keeps no receiver alive."""

    def __init__(self, picked: Callable[..., object], dialog: QFileDialog) -> None:
        super().__init__(dialog)
        self._picked = picked

    def one(self, name: str) -> None:
        deliver(self._picked, Path(name))

    def many(self, names: list[str]) -> None:
        deliver(self._picked, tuple(Path(name) for name in names))


def _nowhere(_page: str, _ref: str) -> None:
    """Until the window has been built."""


def _no_window() -> None:
    """Until the window has been built."""


def _unopened(_place: str, _then: Callable[[], object]) -> None:
    """Until the window has been built."""


def _nobody(_juror: str) -> None:
    """Until the window has been built."""


def _ignored(_chosen: Preferences) -> None:
    """Until the program keeps preferences."""
