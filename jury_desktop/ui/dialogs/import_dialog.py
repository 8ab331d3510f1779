"""Choosing what to import: drop it, or choose files or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.manual import manual_page
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.help import ManualDialog
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.drop_zone import DropZone

tr = area("candidacies")


EXPORTING = "export"
"""The part of the manual that tells how to export."""


class ImportChoice(QObject):
    """The ways to say what is to be imported.

    :ivar chosen: files or folders were chosen; carries their paths.
    """

    chosen = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def zone(self) -> DropZone:
        """A new zone to drop an export on."""
        text = tr(
            "What your mail program gives: .pst, .msg, .eml, mbox, .olm, or a folder or zip with them. The "
            "export is only read, never changed, and nothing leaves this computer."
        )
        made = DropZone(tr("Drop your mailbox export here or choose files"), text)
        made.dropped.connect(self.take)
        for control in (made.files, made.folder):
            only_for(control, import_mail)
        made.files_wanted.connect(self.choose_files)
        made.folder_wanted.connect(self.choose_folder)
        made.help_wanted.connect(self.explain)
        return made

    def explain(self) -> None:
        """Show how each mail program exports a mailbox."""
        zone = self.sender()
        parent = zone if isinstance(zone, QWidget) else None
        ManualDialog(manual_page(EXPORTING, self._shell.language), parent).open()

    @asks(import_mail)
    def choose_files(self) -> None:
        """Let the user choose files: any at first, for the mailboxes of Thunderbird have no ending."""
        mail = tr("Mailbox exports") + " (*.mbox *.mbx *.eml *.emlx *.msg *.pst *.ost *.olm *.zip)"
        everything = tr("All files") + " (*)"
        filters = f"{everything};;{mail}"
        self._shell.pick_open(tr("Choose the export of the mailbox"), filters, self.take, many=True)

    @asks(import_mail)
    def choose_folder(self) -> None:
        """Let the user choose a folder."""
        self._shell.pick_folder(tr("Choose the folder with the export"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self.take((folder,))

    def take(self, paths: Sequence[Path]) -> None:
        """These were chosen."""
        self.chosen.emit(tuple(paths))


class ImportDialog(QDialog):
    """Asks for a mailbox export. Opens without blocking; :attr:`choice` tells what was chosen."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import mailbox"))
        self.setModal(True)
        self.choice = ImportChoice(shell, self)
        self.choice.chosen.connect(self.accept)
        self.zone = self.choice.zone()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(tr("Import mailbox"), "title"))
        column.addWidget(self.zone, 1)
        column.addLayout(row(None, button(tr("Cancel"), self.reject)))
        self.resize(theme.metrics().base * 48, theme.metrics().base * 30)
        self.finished.connect(self.deleteLater)
