"""Copies of the dossier that are made by themselves: when it is opened, and before a step that turns it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.backup import KeptCopy, Tell
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.services.backups import Held, backup_when_due, hold_before_phase
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext, Lane
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.window_shell import WindowShell

tr = area("shell")

TOPIC = "backup"
"""Of the notice that no copy could be made."""


class Safekeeping(QObject):
    """Makes copies beside the window's work; that none could be made is told, and nothing waits for it.

    A step that turns the procedure is taken on the database's thread. What was there before is held by then
    (a millisecond) and copied afterwards on a thread of its own, also when the window closes meanwhile.
    """

    _holds = Signal(object)
    _cannot = Signal(object)

    def __init__(self, shell: WindowShell, parent: QObject, *, by_itself: bool) -> None:
        super().__init__(parent)
        self._shell = shell
        self._by_itself = by_itself
        self._holds.connect(self._copy)
        self._cannot.connect(self._tell)

    def watch(self, dossier: Dossier) -> Dossier:
        """The dossier that was opened, as the window works with it from now on; its copy of the day is made
        when that is due."""
        self._shell.withdraw(TOPIC)
        if not self._by_itself or dossier.store.file is None:
            return dossier
        watched = replace(dossier, before_phase=self._hold)
        self._shell.jobs.submit(
            lambda context: backup_when_due(watched, teller(context)),
            self._made,
            lane=Lane.COPYING,
            text=tr("Making the backup of today…"),
            failed=self._refused,
        )
        return watched

    def _hold(self, dossier: Dossier) -> None:
        """On the database's thread."""
        try:
            if (held := hold_before_phase(dossier)) is not None:
                self._holds.emit(held)
        except JuryError as error:
            self._cannot.emit(error.message)

    def _copy(self, held: Held) -> None:
        self._shell.jobs.submit(
            lambda context: held.keep(context.progress),
            self._made,
            lane=Lane.COPYING,
            text=tr("Making a backup of before this step…"),
            failed=self._refused,
            ended=held.let_go,
            change=True,
        )

    def _made(self, copy: KeptCopy | None) -> None:
        if copy is not None:
            self._shell.withdraw(TOPIC)

    def _refused(self, error: JuryError) -> None:
        self._tell(error.message)

    def _tell(self, message: Message) -> None:
        self._shell.withdraw(TOPIC)
        notice = Notice(message, Tone.WARN, tr("Backups"), self._to_backups, topic=TOPIC, everywhere=True)
        self._shell.notify(notice)

    def _to_backups(self) -> None:
        self._shell.go_to("settings", "backups")


def teller(context: JobContext) -> Tell:
    """Tells a job how far a copy is, and stops the copy once the job is cancelled."""

    def tell(done: int, total: int) -> None:
        context.check()
        if total:
            context.progress(done, total)

    return tell
