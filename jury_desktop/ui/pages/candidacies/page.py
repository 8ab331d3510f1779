"""Kandidaturen: from the mailbox export to the judgement on form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.services.candidacies import CandidacyList, CandidacyRow, candidacy_list
from jury_desktop.services.candidacy_file import CandidacyDetails, candidacy_details
from jury_desktop.services.history import Thing, What
from jury_desktop.services.import_mail import ImportReport, import_mail
from jury_desktop.services.ports import Dossier
from jury_desktop.services.review import Review, review
from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action
from jury_desktop.ui.allowed import asks, may, stopped
from jury_desktop.ui.dialogs.import_dialog import ImportChoice, ImportDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.candidacies.details import DetailsPanel, nothing_chosen
from jury_desktop.ui.pages.candidacies.keys import Keys
from jury_desktop.ui.pages.candidacies.list_panel import ListPanel
from jury_desktop.ui.pages.candidacies.mail_keys import MailKeys
from jury_desktop.ui.pages.candidacies.offered import bare_actions, desk_actions, review_actions
from jury_desktop.ui.pages.candidacies.reading import ReadingView
from jury_desktop.ui.pages.candidacies.review_view import ReviewView
from jury_desktop.ui.pages.candidacies.saving import Exporter
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.drop_zone import dropped_paths

tr = area("candidacies")

IMPORT, REVIEW = "import", "review"
"""What :meth:`CandidaciesPage.show_object` understands besides references."""


class CandidaciesPage(Page):
    """Empty: a place to drop the export. Then reading, review, and list with details."""

    key = "candidacies"
    subjects = EVERYTHING

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._shown: CandidacyList | None = None
        self._wanted = ""
        self._review_asked = False
        self.setAcceptDrops(True)
        self.choice = ImportChoice(shell, self)
        self.choice.chosen.connect(self.read)
        self.zone = self.choice.zone()
        self.exporter = Exporter(shell, self)
        self.reading = ReadingView(shell)
        self.review = ReviewView(shell)
        self.list = ListPanel(shell.language)
        self.details = DetailsPanel(shell)
        self.beside = QStackedWidget()
        self.keys = Keys(self.list, self.details, self)
        self.mail = MailKeys(shell, self.review, self.details)
        self._views = QStackedWidget()
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.desk = QSplitter(Qt.Orientation.Horizontal)
        self.desk.setHandleWidth(16)
        self.desk.setChildrenCollapsible(False)
        self.list.setMinimumWidth(22 * theme.metrics().base)
        self.beside.setMinimumWidth(37 * theme.metrics().base)
        for part in (self.details, nothing_chosen()):
            self.beside.addWidget(part)
        for at, part in enumerate((self.list, self.beside)):
            self.desk.addWidget(part)
            self.desk.setStretchFactor(at, 6 - at)
        self.desk.setSizes([622, 548])
        for view in (self.zone, self.reading, self.review, self.desk):
            self._views.addWidget(view)
        self.column().addWidget(self._views)

    def _connect(self) -> None:
        self.list.chosen.connect(self._row_chosen)
        self.details.stepped.connect(self.list.step)
        self.details.judging.undone.connect(self._go_back_to)
        self.review.finished.connect(self.show_list)
        self.reading.imported.connect(self._imported)
        self.reading.stopped.connect(self._stopped)
        self.reading.failed.connect(self._failed)

    # header

    def title(self) -> str:
        return tr("Candidacies")

    def subtitle(self) -> str:
        if self._shown is None:
            return ""
        if self._views.currentWidget() is self.review:
            open_, read = self.review.open_count(), self._shown.account.read
            waiting = tr("%n to confirm", "", open_) if open_ else tr("everything confirmed")
            return tr("review of the import · {count} messages · {waiting}").format(
                count=read, waiting=waiting
            )
        deadline = f"{self._shown.call.deadline.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
        return tr("deadline {deadline} · by the clock of the mail server").format(deadline=deadline)

    def thing(self) -> Thing | None:
        if self._views.currentWidget() is self.review:
            found = self.review.table.current()
            return Thing(What.MAIL, found.placed.mail.source) if found is not None else None
        chosen = self.list.table.current()
        return Thing(What.CANDIDACY, chosen.candidacy.reference) if chosen is not None else None

    def page_actions(self) -> Sequence[Action]:
        view = self._views.currentWidget()
        if view is self.review:
            return review_actions(self)
        waiting = self._shown.account.unconfirmed if self._shown else 0
        return desk_actions(self, waiting) if view is self.desk else bare_actions(self)

    # reading the dossier

    def refresh(self, changed: Changes) -> None:
        self._review_asked = False
        self.load(_read_list, self._show_list)

    def _show_list(self, shown: CandidacyList) -> None:
        self._shown = shown
        self.list.show_list(shown)
        self.beside.setVisible(bool(shown.rows))
        view = self._views.currentWidget()
        if view is self.review and shown.account.read:
            if not self._review_asked:
                self._read_review()
        elif view is not self.reading:
            self._show(self.desk if shown.account.read else self.zone)
        self._go_to_wanted()
        self.header_changed.emit()

    def _go_to_wanted(self) -> None:
        """Show what was asked for while the dossier was being read, or read again what is on show."""
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_object(wanted)
        elif self._views.currentWidget() is self.desk:
            self._choose_row()

    def _choose_row(self) -> None:
        """The candidacy on show is read again; without one the first of the list is chosen."""
        if (current := self.list.table.current()) is not None:
            self._read_details(current)
        elif not self.list.choose_any():
            self._row_chosen(None)

    def _go_back_to(self, candidacy: Candidacy) -> None:
        """Who undoes a judgement sees which; a filter that hid the candidacy may list it again now."""
        if not self.list.table.choose(candidacy.reference):
            self._wanted = candidacy.reference

    def _row_chosen(self, row: CandidacyRow | None) -> None:
        self.details.particulars.commit()
        self.beside.setCurrentIndex(0 if row is not None else 1)
        if row is None:
            self.details.expect("")
        else:
            self._read_details(row)

    def _read_details(self, row: CandidacyRow) -> None:
        key = row.candidacy.id
        self.details.expect(key)

        def read(dossier: Dossier, _: JobContext) -> CandidacyDetails:
            return candidacy_details(dossier, key)

        self.shell.run_job(read, self.details.show_details, key="candidacies.details")

    def _read_review(self) -> None:
        """What is asked after the list is at least as new: the whole mailbox is read once for one change."""
        self._review_asked = True
        self.shell.run_job(_read_review, self._show_review, key="candidacies.review")

    def _show_review(self, found: Review) -> None:
        self.review.show_review(found)
        self.header_changed.emit()

    # moving between the views

    def _show(self, view: QWidget) -> None:
        """Show a view; who was going through the messages goes on through the list by keyboard."""
        before = self._views.currentWidget()
        if view is not before:
            self._views.setCurrentWidget(view)
            if before is self.review and view is self.desk:
                self.list.table.setFocus()
            self.header_changed.emit()

    def show_object(self, ref: str) -> None:
        if self._shown is None or self._views.currentWidget() is self.reading:
            self._wanted = ref
        elif ref == IMPORT:
            if self._views.currentWidget() is not self.zone:
                self.ask_import()
        elif ref == REVIEW:
            self.show_review()
        elif self._shown.account.read:
            self._show(self.desk)
            reference, _, tab = ref.partition(".")
            if tab:
                self.details.choose_tab(tab)
            if not self.list.select(reference):
                self._choose_row()

    @asks(review)
    def show_review(self) -> None:
        """Go through the places of the messages."""
        self.details.particulars.commit()
        self._show(self.review)
        self._read_review()
        self.review.table.setFocus()

    def show_list(self) -> None:
        """Back to the candidacies."""
        self._show(self.desk)
        self._choose_row()

    def leave(self) -> bool:
        self.details.particulars.commit()
        return True

    # the import

    @asks(import_mail)
    def ask_import(self) -> None:
        """Ask what to import: on an empty page, which takes a drop already, for files at once."""
        if self._views.currentWidget() is self.zone:
            self.choice.choose_files()
        elif self._views.currentWidget() in {self.review, self.desk}:
            dialog = ImportDialog(self.shell, self)
            dialog.choice.chosen.connect(self.read)
            dialog.open()

    def read(self, paths: Sequence[Path]) -> None:
        """Import these files and folders."""
        if paths and self._views.currentWidget() is not self.reading:
            self._show(self.reading)
            self.reading.read(paths)

    def _imported(self, report: ImportReport) -> None:
        if not report.intake.messages:
            self.shell.notify(
                Notice(tr("There was no mail in it. Choose another file or folder."), Tone.WARN)
            )
            self._show(self.zone)
            self.refresh(EVERYTHING)
            return
        text = tr("%n messages read. Look through what they are and confirm.", "", report.intake.messages)
        self.shell.notify(Notice(text, Tone.GOOD))
        self.review.begin()
        self.show_review()

    def _stopped(self) -> None:
        text = tr(
            "The import was stopped. Nothing of it was kept: the dossier is as it was before. "
            "Import again whenever you like; nothing will be there twice."
        )
        self.shell.notify(Notice(text, Tone.INFO, tr("Import again"), self._read_again))
        self._failed()

    def _read_again(self) -> None:
        self.read(self.reading.paths)

    def _failed(self) -> None:
        """Back to where the dossier stands."""
        self._show(self.zone)
        self.refresh(EVERYTHING)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        free = self._views.currentWidget() is not self.reading and may(self, import_mail)
        if dropped_paths(event.mimeData()) and free:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if not stopped(self, import_mail):
            self.read(dropped_paths(event.mimeData()))


def _read_list(dossier: Dossier, _: JobContext) -> CandidacyList:
    return candidacy_list(dossier)


def _read_review(dossier: Dossier, _: JobContext) -> Review:
    return review(dossier)
