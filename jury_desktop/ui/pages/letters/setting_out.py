"""Setting out what may leave: which shape, which folder, made beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from jury_desktop.domain.term import Channel
from jury_desktop.services.letter_book import LetterKey, LetterRow
from jury_desktop.services.outbox import Paper, Parcel, SetOut, Wish, parcels, set_out
from jury_desktop.ui.dialogs.fitting import fit
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.jobs import JobContext, deliver
from jury_desktop.ui.operations import calling
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("letters")

SET_OUT = "letters.set_out"
"""What a notice speaks of: how the last setting out went."""


class SetOutDialog(QDialog):
    """Asks in which shapes letters are set out; ``wanted`` is called when the user goes on."""

    def __init__(self, mails: int, post: int, wanted: Callable[[Wish], object], parent: QWidget) -> None:
        """:param mails: how many are meant to leave by e-mail; ``post``: on paper."""
        super().__init__(parent)
        self.setWindowTitle(tr("Set out letters"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(500)
        self._wanted = wanted
        self.mails = QCheckBox(tr("A mail draft (.eml) for each of the %n letters by e-mail", "", mails))
        self.mails.setChecked(mails > 0)
        self.mails.setVisible(mails > 0)
        self.paper = ChoiceBox()
        self.paper.addItem(tr("The %n letters that leave on paper", "", post), Paper.POST.value)
        self.paper.addItem(tr("All %n letters", "", mails + post), Paper.ALL.value)
        self.paper.addItem(tr("Nothing to print"), Paper.NONE.value)
        self.two_sided = QCheckBox(tr("Two-sided: each letter begins on a sheet of its own"))
        self.two_sided.setChecked(True)
        self.go_on = button(tr("Choose a folder…"), self._accept, part="primary")
        QShortcut(QKeySequence("Ctrl+Return"), self, self._accept)
        if not post:
            self.paper.removeItem(0)
            self.paper.setCurrentIndex(1)
        self._build(mails + post)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def wish(self) -> Wish:
        """What the fields say."""
        paper = Paper(self.paper.currentData())
        return Wish(not self.mails.isHidden() and self.mails.isChecked(), paper, self.two_sided.isChecked())

    def _build(self, count: int) -> None:
        says = tr("%n final letters come into a new folder, each as a PDF, with a list.", "", count)
        nothing = tr("Nothing is sent. Record the dispatch here once they have left.")
        printed = Field(tr("One PDF to print, with a sheet to try on your envelopes"), self.paper)
        self.paper.currentIndexChanged.connect(self._paper_chosen)
        self._paper_chosen()
        buttons = row(None, button(tr("Cancel"), self.reject), self.go_on)
        title = label(self.windowTitle(), "title")
        told = (label(says, wrap=True), label(nothing, "muted", wrap=True))
        column = stack(title, *told, self.mails, printed, self.two_sided, buttons, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)

    def _paper_chosen(self) -> None:
        self.two_sided.setEnabled(self.paper.currentData() != Paper.NONE.value)

    def _accept(self) -> None:
        deliver(self._wanted, self.wish())
        self.accept()


class SettingOut(QObject):
    """Sets out the letters that the page asks for."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self._keys: tuple[LetterKey, ...] = ()
        self._wish = Wish()
        self._folder = Path()

    def ask(self, rows: Sequence[LetterRow]) -> None:
        """In which shapes are these final letters wanted?"""
        self._keys = tuple(found.key for found in rows)
        mails = sum(_by_mail(found) for found in rows)
        SetOutDialog(mails, len(rows) - mails, self._asked, self._page).open()

    def _asked(self, wish: Wish) -> None:
        self._wish = wish
        self._shell.pick_folder(tr("Folder in which the letters are set out"), self._picked)

    def _picked(self, folder: Path) -> None:
        self.write_to(folder, self._wish)

    def write_to(self, folder: Path, wish: Wish) -> None:
        """Set the letters that were asked about out in this folder."""
        self._folder, self._wish = folder, wish
        self._shell.run_job(calling(parcels, self._keys), self._write, key="letter-parcels")

    def _write(self, ready: tuple[Parcel, ...]) -> None:
        work = _Writing(ready, self._folder, self._wish)
        self._shell.run_calculation(work, self._written, text=tr("Setting out the letters…"))

    def _written(self, out: SetOut) -> None:
        told = [tr("%n letters set out in “{folder}”.", "", out.letters).format(folder=out.folder.name)]
        if out.unaddressed:
            lacking = ", ".join(out.unaddressed)
            told.append(tr("Without an address that a mail can go to: {list}.").format(list=lacking))
        tone = Tone.WARN if out.unaddressed else Tone.GOOD
        action = tr("Open the folder")
        self._shell.notify(Notice(" ".join(told), tone, action, OpenFolder(out.folder), topic=SET_OUT))


class _Writing:
    """The work: writes the folder, telling how far it is."""

    def __init__(self, ready: tuple[Parcel, ...], folder: Path, wish: Wish) -> None:
        self._ready, self._folder, self._wish = ready, folder, wish

    def __call__(self, context: JobContext) -> SetOut:
        return set_out(self._ready, self._folder, self._wish, context.progress, context.cancelled)


def _by_mail(found: LetterRow) -> bool:
    return found.letter is not None and found.letter.planned_channel in ("", Channel.EMAIL)
