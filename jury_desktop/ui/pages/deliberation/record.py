"""What leaves the deliberation: the minutes, and everything as tables, also as it may be published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.meeting import (
    MeetingChange,
    MeetingDetails,
    MeetingForm,
    keep_meeting,
    meeting_form,
    take_back_meeting,
)
from jury_desktop.services.minutes import Minutes, ask_minutes, minutes_pdf
from jury_desktop.services.ports import Dossier
from jury_desktop.services.table_files import Export, Format, as_workbook, ask_tables, write_tables
from jury_desktop.services.whole_files import write_whole
from jury_desktop.ui.actions import Action, Group
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.meeting_dialog import MeetingDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("minutes")

MEETING: Changes = frozenset({Subject.DECISION})


class Recording:
    """Notes the meeting, makes the minutes and the tables beside the window, and tells where they lie."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell = shell
        self._page = page
        self.stage = Stage.FINAL
        """The stage that the minutes are about."""

    def actions(self, *, enabled: bool) -> tuple[Action, ...]:
        """All of it, as a list under one button."""
        group = Group("deliberation.record", tr("Minutes and export"), "file-down")
        offered: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("meeting", tr("The meeting: who was there…"), "users", self.note_meeting),
            ("minutes", tr("Minutes (PDF)…"), "file-text", self.write_minutes),
            ("minutes_lettered", tr("Minutes without names of jurors…"), "eye-off", self.write_lettered),
            ("workbook", tr("Everything as a workbook (Excel)…"), "list", self.write_workbook),
            ("tables", tr("Everything as Excel, CSV and JSON…"), "folder-open", self.write_tables),
            ("public", tr("What may be public (Excel, CSV and JSON)…"), "shield-check", self.write_public),
        )
        words = tr("minutes report export excel csv json public redacted attendance verslag")
        return tuple(
            Action(f"{group.id}.{key}", text, run, icon=icon, enabled=enabled, words=words, within=group)
            for key, text, icon, run in offered
        )

    # the meeting

    @asks(keep_meeting)
    def note_meeting(self) -> None:
        """Let the user fill in when the jury met and who was there."""
        stage = self.stage
        self._shell.run_job(
            lambda dossier, context: meeting_form(dossier, stage), self._ask_meeting, key="meeting"
        )

    def _ask_meeting(self, form: MeetingForm) -> None:
        dialog = MeetingDialog(form, self._page.window())
        dialog.filled.connect(self._keep_meeting)
        dialog.open()

    def _keep_meeting(self, details: MeetingDetails) -> None:
        stage = self.stage

        def verb(dossier: Dossier, context: JobContext) -> MeetingChange:
            return keep_meeting(dossier, stage, details)

        def inverse(made: MeetingChange) -> Verb[None]:
            return lambda dossier, context: take_back_meeting(dossier, made)

        said = Always(tr("The meeting has been noted."))
        self._shell.run_operation(Operation(tr("The meeting"), verb, MEETING, inverse, said=said))

    # the minutes

    @asks(ask_minutes)
    def write_minutes(self) -> None:
        """Write the minutes with the names of the jurors."""
        self._write_minutes(tr("Minutes.pdf"), with_names=True)

    @asks(ask_minutes)
    def write_lettered(self) -> None:
        """Write the minutes with a letter for each juror."""
        self._write_minutes(tr("Minutes-without-names.pdf"), with_names=False)

    def _write_minutes(self, name: str, *, with_names: bool) -> None:
        stage, language = self.stage, self._shell.language

        def picked(path: Path) -> None:
            def made(asked: Minutes) -> None:
                def work(context: JobContext) -> Message:
                    write_whole(path, minutes_pdf(asked))
                    return say("minutes.written", file=path.name)

                self._make(work, path.parent)

            self._shell.run_job(
                lambda dossier, context: ask_minutes(dossier, stage, language, with_names=with_names),
                made,
                key="minutes",
            )

        self._shell.pick_save(tr("Minutes"), "PDF (*.pdf)", name, picked)

    # the tables

    @asks(ask_tables)
    def write_workbook(self) -> None:
        """Write everything as one workbook."""

        def picked(path: Path) -> None:
            def work(export: Export) -> Message:
                write_whole(path, as_workbook(export))
                return say("tables.written", count=1, folder=str(path.parent))

            self._ask_tables(work, path.parent)

        self._shell.pick_save(tr("Everything as a workbook"), "Excel (*.xlsx)", tr("Dossier.xlsx"), picked)

    @asks(ask_tables)
    def write_tables(self) -> None:
        """Write everything as workbook, CSV and JSON."""
        self._to_folder(tr("Folder for the tables"), redacted=False)

    @asks(ask_tables)
    def write_public(self) -> None:
        """Write what may be published."""
        self._to_folder(tr("Folder for what may be public"), redacted=True)

    def _to_folder(self, title: str, *, redacted: bool) -> None:
        def picked(folder: Path) -> None:
            def work(export: Export) -> Message:
                files = write_tables(export, folder, tuple(Format))
                return say("tables.written", count=len(files), folder=str(folder))

            self._ask_tables(work, folder, redacted=redacted)

        self._shell.pick_folder(title, picked)

    def _ask_tables(self, work: Callable[[Export], Message], folder: Path, *, redacted: bool = False) -> None:
        """Read the tables on the database's thread, write them beside it."""
        language = self._shell.language
        self._shell.run_job(
            lambda dossier, context: ask_tables(dossier, language, redacted=redacted),
            lambda export: self._make(lambda context: work(export), folder),
            key="tables",
            text=tr("Reading everything for the tables…"),
        )

    def _make(self, work: Callable[[JobContext], Message], folder: Path) -> None:
        self._shell.run_calculation(
            work, lambda told: self._written(told, folder), text=tr("Writing the files…")
        )

    def _written(self, told: Message, folder: Path) -> None:
        notice = Notice(told, Tone.GOOD, tr("Open the folder"), _OpenFolder(folder), passing=True)
        self._shell.notify(notice)


class _OpenFolder:
    """Opens a folder in the desktop's own program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
