"""Reservekopieën: which there are, a new one, the way back to one, where they go and how many stay."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSpinBox, QWidget

from jury_desktop.domain.backup import Keeping, KeptCopy, Reason
from jury_desktop.domain.messages import say
from jury_desktop.services.backups import BackupBook, Choices, backup_book, choose_backups, make_backup
from jury_desktop.services.ports import Dossier
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.safekeeping import teller
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.ui.widgets.form import Field, number_box
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import moment, number

tr = area("settings")

RESTORE = "restore"
ROWS = 6
"""Copies in sight without scrolling."""


class BackupsSection(Section):
    """The copies of the open dossier."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Backups"),
            tr(
                "Made by themselves every day that something changed, before each step that turns the "
                "procedure, and before a newer version of the program. Each is read again in full."
            ),
        )
        self._shell = shell
        self._book: BackupBook | None = None
        self.make = button(tr("Make a backup now"), self._make, part="primary", icon="save")
        self.back = button(tr("Put back…"), self._ask, icon="history")
        self.folder = button(tr("Open the folder"), self._open_folder, icon="folder-open")
        self.table: Table[KeptCopy] = Table(
            RowsModel(self._columns(), lambda copy: str(copy.file)), tr("Backups"), tr("No backups yet.")
        )
        self.place = label("", wrap=True, select=True)
        self.astray = note("", Tone.WARN)
        self.elsewhere = button(tr("Another folder…"), self._pick)
        self.beside = button(tr("Beside the dossier"), self._beside)
        self.newest, self.days, self.weeks, self.room = (
            only_for(number_box(lowest, highest, lowest, unit), choose_backups)
            for lowest, highest, unit in (
                (1, 99, tr("backups")),
                (0, 366, tr("days")),
                (0, 520, tr("weeks")),
                (1, 9999, "GB"),
            )
        )
        self._fill()
        self.table.chosen.connect(self._offer)
        for box in self._boxes():
            box.editingFinished.connect(self._keeping_changed)

    def _fill(self) -> None:
        self.table.setMinimumHeight((ROWS + 1) * theme.metrics().row)
        self.body.addLayout(row(self.make, self.back, self.folder, None))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.astray)
        holder = QWidget()
        line = row(self.place, self.elsewhere, self.beside)
        line.setStretch(0, 1)
        holder.setLayout(line)
        hint = tr("A folder on another disk also helps when this disk fails.")
        self.body.addWidget(Field(tr("Where they lie"), holder, hint))
        fields = (
            Field(tr("The last ones"), self.newest),
            Field(tr("One a day, of the last"), self.days),
            Field(tr("One a week, of the last"), self.weeks),
            Field(tr("Together at most"), self.room),
        )
        self.body.addLayout(row(*fields, None, spacing=16))

    def _boxes(self) -> tuple[QSpinBox, ...]:
        return (self.newest, self.days, self.weeks, self.room)

    def _columns(self) -> tuple[Column[KeptCopy], ...]:
        return (
            Column(tr("Of"), self._when, Look.STRONG, order=lambda copy: copy.told.at, width=190),
            Column(tr("Why"), lambda copy: reason(copy.told.reason)),
            Column(tr("Size"), self._size, Look.FIGURES, order=lambda copy: copy.told.size, width=90),
            Column(tr("Check"), _state, Look.MUTED, tip=_state, width=150),
        )

    def _when(self, copy: KeptCopy) -> str:
        return moment(copy.told.at, self._shell.language)

    def _size(self, copy: KeptCopy) -> str:
        return f"{number(copy.told.size / 1e6, self._shell.language, 1)} MB"

    # showing

    def show_book(self, book: BackupBook) -> None:
        """Show the copies there are; a dossier in a database has none here."""
        self._book = book
        here = book.folder is not None
        for part in (self.make, self.back, self.folder, self.elsewhere, self.beside, self.table):
            part.setEnabled(here)
        self.place.setText(str(book.folder) if here else tr("In a database: its administrator makes copies."))
        self.astray.setText(
            tr("The folder {folder} is not there now: copies go beside the dossier meanwhile.").format(
                folder=book.choices.folder
            )
        )
        self.astray.setVisible(book.is_astray)
        self.beside.setVisible(bool(book.choices.folder))
        keeping = book.choices.keeping
        values = (keeping.newest, keeping.days, keeping.weeks, keeping.gigabytes)
        for box, value in zip(self._boxes(), values, strict=True):
            if not box.hasFocus():
                box.setValue(value)
        self.table.rows.set_rows(book.copies)
        if self.table.current() is None and book.copies:
            self.table.choose(str(book.copies[0].file))
        self._offer()

    def _offer(self, _chosen: object = None) -> None:
        self.back.setEnabled(self.table.isEnabled() and self.table.current() is not None)

    # making

    @asks(make_backup)
    def _make(self) -> None:
        self.make.setEnabled(False)

        def work(dossier: Dossier, context: JobContext) -> tuple[KeptCopy, BackupBook]:
            return make_backup(dossier, tell=teller(context)), backup_book(dossier)

        self._shell.run_copying(
            work, self._made, text=tr("Making a backup…"), ended=lambda: self.make.setEnabled(True)
        )

    def _made(self, found: tuple[KeptCopy, BackupBook]) -> None:
        made, book = found
        self.show_book(book)
        self.table.choose(str(made.file))
        if made.told.is_sound:
            self._shell.notify(Notice(tr("Backup made and read again: everything is right."), Tone.GOOD))
        else:
            text = say("backup.made_unsound", file=made.file.name, count=made.told.problems)
            self._shell.notify(Notice(text, Tone.WARN))

    def _open_folder(self) -> None:
        if self._book is not None and self._book.folder is not None:
            folder = self._book.folder
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.exists() else folder.parent)))

    # putting back

    @asks(choose_backups)
    def _ask(self) -> None:
        copy = self.table.current()
        if copy is None:
            return
        text = tr(
            "The dossier becomes what it was on {moment}. Everything done since leaves it; what is there now "
            "is first kept as a backup, so that you can come back to it."
        ).format(moment=self._when(copy))
        choices = (Choice(RESTORE, tr("Put back"), danger=True),)
        self._shell.ask(Question(tr("Put this backup back?"), text, choices), self._answered)

    def _answered(self, _answer: Answer) -> None:
        if (copy := self.table.current()) is not None:
            self._shell.restore(copy.file)

    # choosing

    @asks(choose_backups)
    def _pick(self) -> None:
        self._shell.pick_folder(tr("Where do the backups go?"), self._to_folder)

    def _to_folder(self, folder: Path) -> None:
        self._choose(str(folder), self._entered())

    @asks(choose_backups)
    def _beside(self) -> None:
        self._choose("", self._entered())

    def _keeping_changed(self) -> None:
        if self._book is not None:
            self._choose(self._book.choices.folder, self._entered())

    def _entered(self) -> Keeping:
        return Keeping(*(box.value() for box in self._boxes()))

    def _choose(self, folder: str, keeping: Keeping) -> None:
        wanted = Choices(folder, keeping)
        if self._book is None or wanted == self._book.choices:
            return
        self._shell.run_operation(
            Operation(
                tr("Choose where backups go and how many stay"),
                lambda dossier, _: choose_backups(dossier, wanted),
                frozenset({Subject.SETTINGS}),
                inverse=lambda before: lambda dossier, _: choose_backups(dossier, before),
            )
        )


def reason(why: Reason) -> str:
    """Why a copy was made, for people."""
    return {
        Reason.ASKED: tr("Asked for"),
        Reason.DAILY: tr("Daily"),
        Reason.UPGRADE: tr("Before a newer version"),
        Reason.PHASE: tr("Before a step of the procedure"),
        Reason.RESTORE: tr("Before putting a backup back"),
    }[why]


def _state(copy: KeptCopy) -> str:
    if copy.told.is_sound:
        return tr("Read again, sound")
    return tr("%n problems found", "", copy.told.problems)
