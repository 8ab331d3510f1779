"""A dossier that is damaged: what can be done about it is offered where it could not be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from jury_desktop.domain.backup import KeptCopy
from jury_desktop.domain.messages import Message
from jury_desktop.services.backups import copies_of
from jury_desktop.services.salvage import Salvage, save_readable
from jury_desktop.ui.shell import Answer, Choice, Notice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.window_shell import WindowShell
from jury_desktop.wording import moment

tr = area("shell")

DAMAGED, NO_DOSSIER, LOCKED_AWAY = "storage.damaged", "storage.not_a_dossier", "storage.locked_away"
"""What a file answers that is damaged, that is no dossier (any more), that has a passphrase."""
RESTORE, SALVAGE = "restore", "salvage"
LINES = 6
"""Tables of which a notice tells what was lost; all of them stand in the journal of the new dossier."""


class Ways(Protocol):
    """What recovery asks of the ways to a dossier."""

    def put_back(self, place: str, copy: Path) -> None:
        """Put a copy in the place of a dossier, and open it."""

    def open(self, place: str, then: Callable[[], object] | None = None) -> None:
        """Open the dossier at a path."""


class Recovery:
    """Offers the newest sound copy, or to save what can be read."""

    def __init__(self, shell: WindowShell, ways: Ways) -> None:
        self._shell = shell
        self._ways = ways
        self._place = ""
        self._copy: KeptCopy | None = None
        self._why: Message | None = None

    def offer(self, why: Message, place: str) -> None:
        """Look for copies of the dossier at ``place``, which could not be opened, and ask what to do."""
        self._why, self._place = why, place
        self._shell.jobs.submit(lambda _: copies_of(Path(place)), self._found)

    def _found(self, copies: tuple[KeptCopy, ...]) -> None:
        self._copy = next((copy for copy in copies if copy.told.is_sound), None)
        choices = []
        if self._copy is not None:
            choices.append(Choice(RESTORE, tr("Put the backup back"), primary=True))
        if self._why is not None and self._why.key == DAMAGED:
            choices.append(Choice(SALVAGE, tr("Save what can be read…")))
        if choices and self._why is not None:
            title = tr("What should happen with {name}?").format(name=Path(self._place).name)
            self._shell.ask(Question(title, self._told(), tuple(choices)), self._answered)
        elif self._is_locked:
            self._shell.notify(Notice(tr("There is no sound backup of it that can be put back."), Tone.WARN))

    @property
    def _is_locked(self) -> bool:
        return self._why is not None and self._why.key == LOCKED_AWAY

    def _told(self) -> str:
        """Why it is asked is in the notice; here, what each answer does."""
        lines = [tr("The file was not changed, and stays whatever you choose.")]
        if self._is_locked:
            lines.append(
                tr(
                    "Where the right passphrase and the recovery key do not open it, the beginning of the "
                    "file may be damaged. A backup asks for the passphrase that it was made with."
                )
            )
        if self._copy is not None:
            when = moment(self._copy.told.at, self._shell.language)
            lines.append(tr("The newest sound backup is of {moment}.").format(moment=when))
        return "\n\n".join(lines)

    def _answered(self, answer: Answer) -> None:
        if answer.choice == RESTORE and self._copy is not None:
            self._ways.put_back(self._place, self._copy.file)
        elif answer.choice == SALVAGE:
            name = tr("{name} (saved).jury").format(name=Path(self._place).stem)
            title = tr("Where does what can be read go?")
            self._shell.pick_save(title, tr("Dossiers") + " (*.jury)", name, self._save)

    def _save(self, target: Path) -> None:
        damaged, user, now = Path(self._place), self._shell.user, self._shell.now()
        self._shell.jobs.submit(
            lambda _: save_readable(damaged, target, user, now),
            self._saved,
            text=tr("Saving what can be read…"),
        )

    def _saved(self, found: Salvage) -> None:
        lines = [self._shell.words(line) for line in found.account()]
        more = [tr("%n more tables", "", len(lines) - LINES)] if len(lines) > LINES else []
        whole = tr("Everything could be read and is saved.")
        text = "\n".join([tr("This was lost:"), *lines[:LINES], *more]) if lines else whole
        tone = Tone.WARN if lines else Tone.GOOD
        self._ways.open(str(found.file), lambda: self._shell.notify(Notice(text, tone)))
