"""Gegevensbescherming: how long the dossier is kept, what it holds on one person, an archive, and its end."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jury_desktop.domain.messages import say
from jury_desktop.domain.retention import Retention
from jury_desktop.services.archive import Archive, make_archive
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.final import Final
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.pages.settings.deleting import Deleting
from jury_desktop.ui.pages.settings.person_fields import PersonFields
from jury_desktop.ui.pages.settings.retention_fields import RetentionFields
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.unrecorded import untold
from jury_desktop.ui.widgets.basics import button, label, row, rule

tr = area("privacy")


class PrivacySection(Section):
    """Data on people: kept no longer than needed, shown to who they are about, and taken away in the end."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Data protection"),
            tr("The dossier holds data on people. It is kept as long as somebody needs it, and no longer."),
        )
        self._shell = shell
        self.retention = RetentionFields(shell)
        self.person = PersonFields(shell)
        self.archive = button(tr("Make an anonymous archive…"), self._ask_archive, icon="archive")
        self.deleting = Deleting(shell, self)
        self.delete = button(tr("Delete this dossier…"), self.deleting.ask, part="danger", icon="trash-2")
        self.not_here = label(self._words("not_a_file"), "muted", wrap=True)
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.retention)
        self.body.addWidget(rule())
        self.body.addWidget(self.person)
        self.body.addWidget(rule())
        self.body.addWidget(label(tr("When it is no longer needed"), "large"))
        archive = tr(
            "An archive is a dossier of its own with the scores, terms and decisions. Names, addresses, "
            "messages, files and everything that people wrote are not in it."
        )
        self.body.addWidget(label(archive, "muted", wrap=True))
        self.body.addLayout(row(self.archive, None))
        delete = tr(
            "Deleting overwrites the file and its copies in the same folder, and takes them away. A report "
            "says what was deleted, how much, when and on what ground."
        )
        self.body.addWidget(label(delete, "muted", wrap=True))
        self.body.addWidget(self.not_here)
        self.body.addLayout(row(self.delete, None))
        self.body.addStretch(1)

    def show_kept(self, kept: Retention, *, is_file: bool) -> None:
        """Show how long the dossier is kept, and what can be done with it where it lies."""
        self.retention.show_retention(kept)
        self.delete.setVisible(is_file)
        self.not_here.setVisible(not is_file)

    def _words(self, key: str) -> str:
        return self._shell.words(say(f"privacy.{key}"))

    @asks(make_archive)
    def _ask_archive(self) -> None:
        text = tr(
            "The journal of the dossier notes that it was made. Name nobody in the reason: it goes along."
        )
        choice = Choice("make", tr("Choose a file…"), primary=True)
        question = Question(tr("Anonymous archive"), text, (choice,), tr("On what ground"))
        self._shell.ask(question, self._archive_where)

    def _archive_where(self, answer: Answer) -> None:
        picked = partial(self._make_archive, answer.reason)
        name = tr("archive", "file name") + ".jury"
        self._shell.pick_save(tr("Anonymous archive"), tr("Dossiers") + " (*.jury)", name, picked)

    def _make_archive(self, reason: str, file: Path) -> None:
        step = Operation(
            tr("Make an anonymous archive"),
            calling(make_archive, file, reason, self._shell.language),
            frozenset({Subject.SETTINGS}),
            Final.LEFT,
            self._archived,
        )
        self._shell.run_operation(step)

    def _archived(self, made: Archive) -> None:
        numbers = {kind: made.kept.get(kind, 0) for kind in ("candidacies", "sheets", "letters")}
        said = self._shell.words(say("privacy.archived", name=made.file.name, **numbers))
        said = " ".join((said, *untold(self._shell)))
        folder = OpenFolder(made.file.parent)
        self._shell.notify(Notice(said, Tone.GOOD, tr("Open the folder"), folder))
