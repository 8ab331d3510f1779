"""Handing over the whole dossier to somebody who checks it: for whom, in which shape, where."""

from __future__ import annotations

from pathlib import Path

from jury_desktop.services.bundle import Bundle, BundleWish, bundle_name, make_bundle
from jury_desktop.services.ports import Dossier
from jury_desktop.services.whole_files import free_place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.final import Final
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.unrecorded import untold

tr = area("journal")

ZIP, FOLDER = "zip", "folder"


class Bundling:
    """Asks what is needed, makes the bundle beside the window, and tells where it lies."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    @asks(make_bundle)
    def ask(self) -> None:
        """For whom is it, and in which shape?"""
        text = tr(
            "Everything in the dossier goes along, also personal data: messages, attachments, scores, "
            "letters and the journal. Scores that are still sealed stay out. Who opens it needs no program "
            "and no passphrase. The journal notes that you made it, and for whom."
        )
        choices = (
            Choice(ZIP, tr("As one zip file…")),
            Choice(FOLDER, tr("As a folder…"), primary=True),
        )
        question = Question(tr("Audit bundle"), text, choices, tr("For whom is it, or what for?"))
        self._shell.ask(question, self._answered)

    def _answered(self, answer: Answer) -> None:
        def picked(folder: Path) -> None:
            self.make(folder, answer.reason, zipped=answer.choice == ZIP)

        self._shell.pick_folder(tr("Where does the audit bundle come?"), picked)

    def make(self, parent: Path, recipient: str, *, zipped: bool) -> None:
        """Make the bundle in a folder, under a name that is free there."""
        language = self._shell.language
        name = bundle_name(self._shell.now(), language) + (".zip" if zipped else "")

        def verb(dossier: Dossier, context: JobContext) -> Bundle:
            wish = BundleWish(free_place(parent / name), recipient, zipped, language)
            return make_bundle(dossier, wish, context.progress, context.cancelled)

        changes = frozenset({Subject.SETTINGS})
        step = Operation(tr("Making the audit bundle"), verb, changes, Final.LEFT, self._made)
        self._shell.run_operation(step)

    def _made(self, bundle: Bundle) -> None:
        files = tr("The audit bundle “{name}” is ready, with %n files.", "", len(bundle.files))
        told = [files.format(name=bundle.out.name)]
        if bundle.withheld:
            told.append(tr("Scores that are still sealed are not in it."))
        told.extend(untold(self._shell))
        folder = bundle.out.parent if bundle.out.suffix else bundle.out
        action = tr("Open the folder")
        self._shell.notify(Notice(" ".join(told), Tone.GOOD, action, OpenFolder(folder)))
