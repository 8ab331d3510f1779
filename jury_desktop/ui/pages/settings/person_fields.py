"""What the dossier holds on one person: whom to look for, what was found, and where it is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.domain.person_search import wanted
from jury_desktop.services.person_data import PersonData, Room, person_data
from jury_desktop.services.person_files import write_person
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.final import Final
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.unrecorded import untold
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, text_edit

tr = area("privacy")


class PersonFields(QWidget):
    """Looks somebody up, tells what was found, and writes it out when the user wants."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.words = text_edit(suggestion=tr("Jane Doe\njane.doe@organisation.example"), lines=3)
        self.search = button(tr("Look up…"), self._search, icon="search")
        self.words.setFixedHeight(self.words.minimumHeight())
        hint = tr("A name or an address on each line, as the person may have written it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("What it holds on one person"), "large"))
        text = tr("Who asks what you keep on them gets an answer within a month (GDPR, articles 12 and 15).")
        column.addWidget(label(text, "muted", wrap=True))
        column.addWidget(Field(tr("Whom to look for"), self.words, hint))
        column.addLayout(row(self.search, None))
        self.words.textChanged.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        self.search.setEnabled(bool(self.words.toPlainText().strip()))

    @asks(person_data, write_person)
    def _search(self) -> None:
        words = wanted(self.words.toPlainText().splitlines())
        text = tr("Looking through the dossier…")
        self._shell.run_job(
            calling(person_data, words, self._shell.language), self._found, key="person", text=text
        )

    def _found(self, found: PersonData) -> None:
        if not found.hits and not found.mails:
            self._shell.notify(Notice(say("privacy.person_nothing"), Tone.INFO))
            return
        words = self._shell.words
        told = [words(say("privacy.person_found", count=len(found.hits), messages=len(found.mails)))]
        rooms = [room for room in Room if found.count(room)]
        told += [f"{words(say(f'privacy.room_{room.value}'))}: {found.count(room)}" for room in rooms]
        if found.sealed:
            told.append(words(say("privacy.person_sealed", count=found.sealed)))
        told.append(words(say("privacy.person_others")))
        choice = Choice("write", tr("Write to a folder…"), primary=True)
        question = Question(tr("What it holds on one person"), "\n".join(told), (choice,))
        self._shell.ask(question, partial(self._answered, found))

    def _answered(self, found: PersonData, _: Answer) -> None:
        self._shell.pick_folder(tr("Where do the data come?"), partial(self._write, found))

    def _write(self, found: PersonData, parent: Path) -> None:
        day = f"{self._shell.now().astimezone(BRUSSELS):%Y-%m-%d}"
        folder = parent / self._shell.words(say("privacy.person_folder", day=day))
        language = self._shell.language
        step = Operation(
            tr("Write out what is held on one person"),
            calling(write_person, found, folder, language),
            frozenset({Subject.SETTINGS}),
            Final.LEFT,
            self._written,
        )
        self._shell.run_operation(step)

    def _written(self, folder: Path) -> None:
        written = self._shell.words(say("privacy.person_written", folder=folder.name))
        said = " ".join((written, *untold(self._shell)))
        self._shell.notify(Notice(said, Tone.GOOD, tr("Open the folder"), OpenFolder(folder)))
