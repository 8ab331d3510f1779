"""What leaves the plan: calendars, the running order on paper or as PDF, a workbook, or all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtPrintSupport import QPrinter

from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.messages import say
from jury_desktop.services.plan_export import Out, plan_files, write_files
from jury_desktop.services.ports import Dossier
from jury_desktop.services.programme import Programme, programme
from jury_desktop.services.running_order import printed, running_order
from jury_desktop.services.whole_files import write_whole
from jury_desktop.ui.actions import Action, Group
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.printing import DOTS, print_pages
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("planning")
T = TypeVar("T")

FILES = {Out.RUNNING_ORDER: "PDF (*.pdf)", Out.WORKBOOK: "Excel (*.xlsx)"}


class Exporting:
    """Asks where it goes, makes it beside the window, and tells where it lies."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def actions(self, *, enabled: bool) -> tuple[Action, ...]:
        """All of it, as a list under one button."""
        group = Group("planning.export", tr("Export"), "file-down")
        offered: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("jurors", tr("Calendars of the jurors (.ics)…"), "calendar-days", self._jurors),
            ("candidates", tr("Calendars of the candidates (.ics)…"), "calendar-days", self._candidates),
            ("rooms", tr("Calendar of the room (.ics)…"), "calendar-days", self._rooms),
            ("order", tr("Running order (PDF)…"), "file-text", self._running_order),
            ("print", tr("Print the running order…"), "printer", self._print),
            ("workbook", tr("Workbook (Excel)…"), "list", self._workbook),
            ("everything", tr("All of it into a folder…"), "folder-open", self._everything),
            ("invitations", tr("Invitations (letters)"), "mail", self._invitations),
        )
        return tuple(
            Action(
                f"planning.export.{key}", text, run, icon=icon, enabled=enabled, words=_words(), within=group
            )
            for key, text, icon, run in offered
        )

    def _jurors(self) -> None:
        self._to_folder(tr("Folder for the calendars"), Out.JURORS)

    def _candidates(self) -> None:
        self._to_folder(tr("Folder for the calendars"), Out.CANDIDATES)

    def _rooms(self) -> None:
        self._to_folder(tr("Folder for the calendars"), Out.ROOMS)

    def _everything(self) -> None:
        self._to_folder(tr("Folder for the files of the plan"), *Out)

    def _running_order(self) -> None:
        self._to_file(Out.RUNNING_ORDER, tr("Running-order.pdf"))

    def _workbook(self) -> None:
        self._to_file(Out.WORKBOOK, tr("Plan.xlsx"))

    def _invitations(self) -> None:
        self._shell.go_to("letters")

    # into a folder, into a file, on paper

    def _to_folder(self, title: str, *wanted: Out) -> None:
        language = self._shell.language

        def picked(folder: Path) -> None:
            def work(found: Programme, context: JobContext) -> tuple[Path, ...]:
                files = plan_files(found, wanted, language, _Progress(context))
                return write_files(files, folder)

            self._make(work, self._written)

        self._shell.pick_folder(title, picked)

    def _to_file(self, out: Out, name: str) -> None:
        language = self._shell.language

        def picked(path: Path) -> None:
            def work(found: Programme, context: JobContext) -> tuple[Path, ...]:
                (file,) = plan_files(found, [out], language)
                write_whole(path, file.content)
                return (path,)

            self._make(work, self._written)

        self._shell.pick_save(name.partition(".")[0], FILES[out], name, picked)

    def _print(self) -> None:
        language = self._shell.language

        def picked(printer: QPrinter) -> None:
            def work(found: Programme, context: JobContext) -> int:
                pages = printed(running_order(found, language), DOTS)
                return print_pages(printer, pages, lambda _number: context.check())

            self._make(work, self._printed)

        self._shell.pick_printer(tr("Running order"), picked)

    def _make(self, work: Callable[[Programme, JobContext], T], done: Callable[[T], object]) -> None:
        """Read the plan on the database's thread, make the rest beside it."""

        def made(found: Programme) -> None:
            self._shell.run_calculation(
                lambda context: work(found, context), done, text=tr("Making the files of the plan…")
            )

        self._shell.run_job(_read, made, key="planning-export")

    def _written(self, paths: tuple[Path, ...]) -> None:
        text = say("plan_out.written", count=len(paths), folder=str(paths[0].parent))
        self._shell.notify(
            Notice(text, Tone.GOOD, tr("Open the folder"), OpenFolder(paths[0].parent), passing=True)
        )

    def _printed(self, count: int) -> None:
        self._shell.notify(Notice(tr("%n pages sent to the printer.", "", count), Tone.GOOD, passing=True))


class _Progress:
    """Tells how many kinds of file are made, and stops when the user wants it."""

    def __init__(self, context: JobContext) -> None:
        self._context = context

    def __call__(self, done: int, total: int) -> None:
        if self._context.cancelled():
            raise Cancelled
        self._context.progress(done, total)


def _read(dossier: Dossier, context: JobContext) -> Programme:
    return programme(dossier)


def _words() -> str:
    return tr("export agenda calendar ics excel pdf running order draaiboek")
