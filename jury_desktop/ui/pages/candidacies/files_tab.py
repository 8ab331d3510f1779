"""Bijlagen: the files of a candidacy as chips, the chosen one below, an earlier version on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from jury_desktop.domain.candidacy import Candidacy, Version, different_files
from jury_desktop.domain.mail import Attachment
from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.services.preview import may_be_handed_out
from jury_desktop.ui.looking import Look, Looked, look
from jury_desktop.ui.pages.candidacies.saving import Saver
from jury_desktop.ui.pages.candidacies.words import short_moment
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import clear, icon_button, row, widgets_in
from jury_desktop.ui.widgets.file_view import FileView
from jury_desktop.ui.widgets.flow import FlowLayout
from jury_desktop.ui.widgets.marks import Chip
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("candidacies")


class FilesTab(QWidget):
    """Shows the files of one candidacy."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._candidacy: Candidacy | None = None
        self._files: dict[str, Attachment] = {}
        self._chosen = ""
        self._wanted: tuple[str, ...] = ()
        self.versions = ChoiceBox()
        self.versions.setAccessibleName(tr("Version"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.versions.activated.connect(self._version_chosen)
        self.save = icon_button("download", tr("Save a copy of this file…"), self._save)
        self.view = FileView(shell.run_drawing, shell.language, tr("Attachment"))
        self._chips = FlowLayout()
        self._saver = Saver(shell, self)
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        tools = row(self.versions, self.save, spacing=6)
        line = row(spacing=8)
        line.addLayout(self._chips, 1)
        line.addLayout(tools)
        line.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.view, 1)

    def show_details(self, details: CandidacyDetails) -> None:
        """Show the files of a candidacy; what was open stays open as long as it is the same file."""
        same = self._candidacy is not None and self._candidacy.id == details.candidacy.id
        changed = self._candidacy is None or self._candidacy.versions != details.candidacy.versions
        self._candidacy = details.candidacy
        if not same or changed:
            self._fill_versions(details.candidacy)
            self._show_version(details.candidacy.current)

    def show_file(self, attachment: Attachment, texts: Sequence[str] = ()) -> None:
        """Open a file of this candidacy, in whatever version it came.

        :param texts: what to look for in it; it opens at the first of these that it has.
        """
        self._wanted = tuple(texts)
        for version in reversed(self._all_versions()):
            if any(file.sha256 == attachment.sha256 for file in version.attachments):
                self.versions.setCurrentIndex(self.versions.findData(version.number))
                self._show_version(version, attachment)
                return

    # versions and chips

    def _all_versions(self) -> tuple[Version, ...]:
        return self._candidacy.versions if self._candidacy else ()

    def _fill_versions(self, candidacy: Candidacy) -> None:
        self.versions.clear()
        for version in reversed(candidacy.versions):
            self.versions.addItem(version_name(version, candidacy.current), version.number)
        self.versions.setCurrentIndex(self.versions.findData(candidacy.current.number))
        self.versions.setVisible(len(candidacy.versions) > 1)

    def _version_chosen(self) -> None:
        number = self.versions.currentData()
        self._show_version(next(v for v in self._all_versions() if v.number == number))

    def _show_version(self, version: Version, wanted: Attachment | None = None) -> None:
        clear(self._chips)
        self._files = {str(at): file for at, file in enumerate(different_files([version]))}
        for key, file in self._files.items():
            self._chips.addWidget(self._chip(key, file))
        self._chosen = ""
        self.save.setEnabled(False)
        if not self._files:
            self.view.show_nothing(tr("The candidacy stands in the message itself. Look under Messages."))
            return
        self._open(self._key_of(wanted) if wanted else "0")

    def _key_of(self, wanted: Attachment) -> str:
        """The file of this name, else the first of the same content."""
        same = [key for key, file in self._files.items() if file.sha256 == wanted.sha256]
        return next((key for key in same if self._files[key].name == wanted.name), same[0])

    def _chip(self, key: str, file: Attachment) -> Chip:
        why = self._shell.words(file.problem) if file.problem else ""
        made = Chip(f"× {file.name}" if why else file.name, tip=why, tone=Tone.WARN if why else Tone.NEUTRAL)
        made.setObjectName(key)
        made.setAccessibleName(tr("Attachment {name}").format(name=file.name))
        made.setAccessibleDescription(why)
        made.clicked.connect(self._chip_clicked)
        return made

    def _chip_clicked(self) -> None:
        if (sender := self.sender()) is not None:
            self._open(sender.objectName())

    def chips(self) -> list[Chip]:
        """The chips on show."""
        return [chip for chip in widgets_in(self._chips) if isinstance(chip, Chip)]

    # the file

    def _open(self, key: str) -> None:
        self._chosen = key
        for chip in self.chips():
            chip.setChecked(chip.objectName() == key)
        file = self._files[key]
        self.save.setEnabled(may_be_handed_out(file))

        wanted, self._wanted = self._wanted, ()
        look(self._shell, Look(file, self.view.drawer, wanted), self._show_file, key="candidacies.file")

    def _show_file(self, found: Looked) -> None:
        file = found.wanted.file
        if file == self._files.get(self._chosen):
            self.view.show_preview(file.name, found.preview, found.wanted.find)

    def _save(self) -> None:
        file = self._files[self._chosen]
        self._saver.save(file.sha256, file.name)


def version_name(version: Version, current: Version) -> str:
    """ "Versie 2 · 02/06 23:59 · telt"."""
    parts = [tr("Version {number}").format(number=version.number), short_moment(version.received_at)]
    if version.number == current.number:
        parts.append(tr("counts"))
    elif version.verdict == "late":
        parts.append(tr("late"))
    return " · ".join(parts)
