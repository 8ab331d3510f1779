"""What can be done with the imported mail as a whole: servers, unreadable messages, the last import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from jury_desktop.services.ports import Dossier
from jury_desktop.services.take_back import LastImport, last_import, take_back_import
from jury_desktop.services.unreadable import export_unreadable
from jury_desktop.ui.actions import Action
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.compare_dialog import compare_versions
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.pages.candidacies.details import DetailsPanel
from jury_desktop.ui.pages.candidacies.reading import CHANGES
from jury_desktop.ui.pages.candidacies.review_view import ReviewView
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("intake")


class MailKeys(QObject):
    """The actions on the mail, for the menu, the palette and the buttons of the review."""

    def __init__(self, shell: Shell, review: ReviewView, details: DetailsPanel) -> None:
        super().__init__(details)
        self._shell = shell
        self._review = review
        self._details = details
        review.unreadable.clicked.connect(self.save_unreadable)
        review.take_back.clicked.connect(self.ask_take_back)

    def actions(self) -> tuple[Action, ...]:
        """Those of the review."""
        unread = self._review.review is not None and self._review.review.account.unreadable > 0
        return (
            Action("candidacies.compare", tr("Compare…"), self._review.compare_current, "Ctrl+D", "copy"),
            Action(
                "candidacies.arrival",
                tr("Establish the arrival…"),
                self._review.establish_current,
                icon="clock",
                words=tr("proof in time"),
            ),
            self._servers(),
            Action(
                "candidacies.ask_copy",
                tr("Ask for a message that can be read…"),
                self._review.ask_copy,
                icon="mail",
                enabled=unread,
            ),
            Action(
                "candidacies.unreadable",
                tr("Save unreadable messages…"),
                self.save_unreadable,
                icon="file-down",
                enabled=unread,
            ),
            self._taking_back(),
        )

    def desk_actions(self) -> tuple[Action, ...]:
        """Those where the candidacies are listed."""
        compare = Action("candidacies.versions", tr("Compare versions…"), self._compare, "Ctrl+D", "copy")
        return compare, self._servers(), self._taking_back()

    def _servers(self) -> Action:
        run, words = self._review.naming.ask, tr("server arrival proof")
        return Action("candidacies.servers", tr("Own mail servers…"), run, icon="shield-check", words=words)

    def _taking_back(self) -> Action:
        return Action(
            "candidacies.take_back", tr("Take the last import back…"), self.ask_take_back, icon="undo-2"
        )

    def _compare(self) -> None:
        if (shown := self._details.details) is not None:
            compare_versions(self._shell, shown.candidacy, None, self._details)

    # unreadable messages

    @asks(export_unreadable)
    def save_unreadable(self) -> None:
        """Let the user choose a folder and write the unreadable messages there."""
        self._shell.pick_folder(tr("Choose a folder for the unreadable messages"), self._save)

    def _save(self, folder: Path) -> None:
        language = self._shell.language

        def write(dossier: Dossier, _: JobContext) -> tuple[int, str]:
            return export_unreadable(dossier, folder, language), folder.name

        self._shell.run_job(write, self._saved, text=tr("Save unreadable messages"))

    def _saved(self, done: tuple[int, str]) -> None:
        count, name = done
        said = tr("%n unreadable messages saved in {name}, with a list of reasons.", "", count)
        self._shell.notify(Notice(said.format(name=name), Tone.GOOD))

    # the last import

    @asks(take_back_import)
    def ask_take_back(self) -> None:
        """Ask whether the last import should go."""
        self._shell.run_job(_last, self._ask)

    def _ask(self, last: LastImport | None) -> None:
        if last is None:
            self._shell.notify(Notice(tr("There is no import to take back."), Tone.INFO))
            return
        text = tr(
            "%n messages of {names} leave the dossier, with the candidacies and versions they brought. "
            "Earlier imports stay. You can import the same file again later.",
            "",
            last.read,
        )
        choices = (Choice("take", tr("Take back"), danger=True),)
        title = tr("Take the last import back?")
        self._shell.ask(Question(title, text.format(names=last.names), choices), self._take_back)

    def _take_back(self, _answer: Answer) -> None:
        text = tr("Take the last import back")
        self._shell.run_operation(Operation(text, _gone, CHANGES, Final.AGAIN, said=_said))


def _last(dossier: Dossier, _: JobContext) -> LastImport | None:
    return last_import(dossier)


def _gone(dossier: Dossier, _: JobContext) -> LastImport:
    return take_back_import(dossier)


def _said(last: LastImport) -> str:
    return tr("The import of {names} has been taken back.").format(names=last.names)
