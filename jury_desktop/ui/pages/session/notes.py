"""The notes of the regisseur on a pitch: kept as typed, within a second."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.session import SessionPitch
from jury_desktop.services.session_runs import RunChange, keep_notes
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.assessment.soon import Soon
from jury_desktop.ui.pages.session import steps
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, label, row
from jury_desktop.ui.widgets.form import text_edit

tr = area("session")


class NotesPanel(Panel):
    """Notes on the pitch on show."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(margins=(14, 12, 14, 12))
        self._shell = shell
        self._pitch: SessionPitch | None = None
        self._kept = ""
        self.field: QPlainTextEdit = text_edit(
            suggestion=tr("What the minutes should tell; jurors do not see it."), lines=4
        )
        self.field.setAccessibleName(tr("Notes of the regisseur"))
        only_for(self.field, keep_notes)
        self.saved = label("", "small")
        self.body.addLayout(row(label(tr("Notes of the regisseur"), "heading"), None, self.saved))
        self.body.addWidget(self.field, 1)
        self._soon = Soon(self)
        self._soon.due.connect(self.save)
        self.field.textChanged.connect(self._typed)

    def show_pitch(self, pitch: SessionPitch | None) -> None:
        """Show the notes on a pitch; what was typed on another is kept first, what is being typed stays."""
        other = _key(pitch) != _key(self._pitch)
        if other:
            self.save()
        elif self._pending():
            return
        self._pitch = pitch
        text = pitch.run.notes if pitch and pitch.run else ""
        if other or text != self._kept:
            self._kept = text
            self._fill(text)
            self.saved.clear()
        self.setEnabled(pitch is not None)

    def save(self) -> None:
        """Keep what was typed and is not kept yet."""
        self._soon.stop()
        if self._pitch is None or not self._pending():
            return
        text, before = self.field.toPlainText(), self._kept
        self._kept = text
        operation = steps.noting(self._pitch, text, done=self._saved, failed=_NotKept(self, before))
        self._shell.run_operation(operation)

    def _pending(self) -> bool:
        return self.field.toPlainText() != self._kept

    def _typed(self) -> None:
        if self._pending():
            self.saved.setText(tr("Being saved…"))
            self._soon.typed()

    def _fill(self, text: str) -> None:
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.blockSignals(False)

    def _saved(self, _change: RunChange) -> None:
        if not self._pending():
            now = self._shell.now().astimezone(BRUSSELS)
            self.saved.setText(tr("Saved at {time}").format(time=f"{now:%H:%M:%S}"))

    def not_kept(self, before: str, error: JuryError) -> None:
        """What was typed stays on the screen and is tried again with the next key."""
        self._kept = before
        self.saved.setText(tr("Not saved"))
        self._shell.notify(Notice(error.message, Tone.BAD))


class _NotKept:
    """Remembers what was kept before a try that failed."""

    def __init__(self, panel: NotesPanel, before: str) -> None:
        self._panel, self._before = panel, before

    def __call__(self, error: JuryError) -> None:
        self._panel.not_kept(self._before, error)


def _key(pitch: SessionPitch | None) -> str:
    return pitch.candidacy.id if pitch else ""
