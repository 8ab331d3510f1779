"""Beveiliging: whether who has the file of the dossier can read it."""

from __future__ import annotations

from jury_desktop.domain.lock import Lock
from jury_desktop.services.ports import Dossier
from jury_desktop.services.protection import own_words, protect, unprotect
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.settings.passphrase import NewPassphraseDialog, RecoveryDialog
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, restyle, row

tr = area("settings")


class ProtectionSection(Section):
    """The passphrase of the dossier: set, change, take away."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Protection"),
            tr("A dossier holds personal data and what jurors think. A laptop or a stick can be lost."),
        )
        self._shell = shell
        self._name = ""
        self.state = note("")
        self.protect = button(tr("Protect with a passphrase…"), self._choose, icon="lock", part="primary")
        self.lift = button(tr("Take the passphrase away…"), self._lift)
        self.body.addWidget(self.state)
        self.body.addLayout(row(self.protect, self.lift, None))
        self.body.addWidget(label(_copies(), "muted", wrap=True))
        self.body.addStretch(1)

    def show_lock(self, name: str, lock: Lock) -> None:
        """Show how the dossier that is open is protected."""
        self._name, self._lock = name, lock
        locked = lock is Lock.PASSPHRASE
        self.state.setText(_told(lock))
        tones = {Lock.NOTHING: Tone.WARN, Lock.PASSPHRASE: Tone.GOOD, Lock.ELSEWHERE: Tone.NEUTRAL}
        self.state.setProperty("tone", tones[lock].value)
        restyle(self.state)
        self.protect.setText(tr("Change the passphrase…") if locked else tr("Protect with a passphrase…"))
        self.protect.setVisible(lock is not Lock.ELSEWHERE)
        self.lift.setVisible(locked)

    @asks(protect)
    def _choose(self) -> None:
        def read(dossier: Dossier, _: JobContext) -> tuple[str, ...]:
            return own_words(dossier)

        self._shell.run_job(read, self._ask)

    def _ask(self, own: tuple[str, ...]) -> None:
        locked = self._lock is Lock.PASSPHRASE
        NewPassphraseDialog(own, locked=locked, given=self._protect, parent=self.window()).open()

    def _protect(self, words: str, present: str) -> None:
        def work(dossier: Dossier, _: JobContext) -> str:
            return protect(dossier, words, present)

        self._shell.run_job(work, self._protected, text=tr("Encrypting the dossier…"))

    def _protected(self, recovery: str) -> None:
        self.show_lock(self._name, Lock.PASSPHRASE)
        RecoveryDialog(self._name, recovery, self.window()).open()

    @asks(unprotect)
    def _lift(self) -> None:
        question = Question(
            tr("Take the passphrase away?"),
            tr("From then on everybody who has the file can read the whole dossier."),
            (Choice("lift", tr("Take it away"), danger=True),),
            reason=tr("Passphrase or recovery key that it has now"),
        )
        self._shell.ask(question, self._lift_with)

    def _lift_with(self, answer: Answer) -> None:
        def work(dossier: Dossier, _: JobContext) -> None:
            unprotect(dossier, answer.reason)

        self._shell.run_job(work, self._lifted, text=tr("Writing the dossier without encryption…"))

    def _lifted(self, _: None) -> None:
        self.show_lock(self._name, Lock.NOTHING)
        self._shell.notify(Notice(tr("The dossier opens without a passphrase."), Tone.WARN))


def _told(lock: Lock) -> str:
    return {
        Lock.NOTHING: tr("This dossier has no passphrase: who has the file can read everything in it."),
        Lock.PASSPHRASE: tr(
            "This dossier is encrypted (AES-256, SQLCipher). It opens with its passphrase or recovery key "
            "alone."
        ),
        Lock.ELSEWHERE: tr(
            "This dossier lies in no file of its own. Who may read it is decided where it lies."
        ),
    }[lock]


def _copies() -> str:
    return tr(
        "Copies made from now on are protected in the same way. Earlier copies, letters, packets and exports "
        "stay as they are: delete those that are no longer needed. On most disks what was deleted can still "
        "be found for a while by who has the disk."
    )
