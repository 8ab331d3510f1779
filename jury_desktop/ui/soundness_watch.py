"""The dossier is looked after by itself: its journal when it is opened, all of it once the window rests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import Verification, glance, verify
from jury_desktop.ui.jobs import JobContext, Lane
from jury_desktop.ui.safekeeping import teller
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.window_shell import WindowShell

tr = area("shell")

REST = 30_000
"""Milliseconds that nothing runs before all of the dossier is checked."""
LARGE = 200 * 1000 * 1000
"""Bytes of a dossier from which on all of it is checked once a day, and not after every opening."""
TOPIC = "soundness"
"""Of the notice that something is not right."""


class SoundnessWatch(QObject):
    """Checks the open dossier beside the window's work: what takes longer than a moment is never done on the
    thread that its pages read on.

    :ivar told: what is known of the dossier in a few words, and whether it is right; ``known`` is the last.
    """

    told = Signal(str, bool)

    def __init__(self, shell: WindowShell, parent: QObject, *, by_itself: bool) -> None:
        super().__init__(parent)
        self._shell = shell
        self._by_itself = by_itself
        self.known = ("", True)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._check_all)

    def watch(self) -> None:
        """Another dossier was opened."""
        self.rest.stop()
        self._shell.withdraw(TOPIC)
        self._say("", sound=True)
        dossier = self._shell.dossier
        if self._by_itself and dossier is not None and dossier.store.file is not None:
            self._run(lambda each, _: glance(each), self._glanced, Lane.DATABASE)

    def _glanced(self, found: Verification) -> None:
        self._tell(found, tr("Journal in order"))
        large = self._large()
        if found.ok and not (large and self._shell.preferences.was_checked(large, self._today)):
            self.rest.start()

    def _large(self) -> str:
        """Where the dossier lies when it is large; empty for any other, and for one that just went."""
        file = self._shell.opened().store.file
        with suppress(OSError):
            return str(file) if file is not None and file.stat().st_size >= LARGE else ""
        return ""

    @property
    def _today(self) -> date:
        return self._shell.now().astimezone(BRUSSELS).date()

    def _check_all(self) -> None:
        """All of it is read, which takes a while in a large dossier; other work goes first."""
        if self._shell.jobs.running:
            self.rest.start()
            return
        self._run(lambda each, context: verify(each, tell=teller(context)), self._checked, Lane.COPYING)

    def _checked(self, found: Verification) -> None:
        now = self._shell.now().astimezone(BRUSSELS)
        self._tell(found, tr("Dossier in order · checked {time}").format(time=f"{now:%H:%M}"))
        if found.ok and (large := self._large()):
            preferences = self._shell.preferences
            self._shell.save_preferences(preferences.with_checked(large, self._today))

    def _tell(self, found: Verification, good: str) -> None:
        self._say(good if found.ok else tr("Dossier NOT in order"), sound=found.ok)
        if found.ok:
            return
        where, what = (self._shell.words(part) for part in found.problems[0])
        text = tr("Something else than the program changed the dossier. {where}: {what}")
        words = text.format(where=where, what=what)
        notice = Notice(words, Tone.BAD, tr("What now?"), self._to_check, topic=TOPIC, everywhere=True)
        self._shell.withdraw(TOPIC)
        self._shell.notify(notice)

    def _say(self, words: str, *, sound: bool) -> None:
        self.known = (words, sound)
        self.told.emit(*self.known)

    def _to_check(self) -> None:
        """The page tells it in full; the rail goes on saying so."""
        self._shell.withdraw(TOPIC)
        self._shell.go_to("journal", "verify")

    def _run(
        self,
        work: Callable[[Dossier, JobContext], Verification],
        done: Callable[[Verification], object],
        lane: Lane,
    ) -> None:
        dossier = self._shell.opened()

        def answered(found: Verification) -> None:
            if self._shell.dossier is dossier:
                done(found)

        self._shell.jobs.submit(
            lambda context: work(dossier, context),
            answered,
            lane=lane,
            key=TOPIC,
            text=tr("Checking the dossier…"),
            failed=_unchecked,
        )


def _unchecked(_error: JuryError) -> None:
    """Who may not see the journal, or works where the file has just gone, is told nothing of it here."""
