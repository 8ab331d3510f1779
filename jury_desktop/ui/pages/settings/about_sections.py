"""Dossier and Over: where everything lies, and what this program is."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices

from jury_desktop import __version__
from jury_desktop.services.backups import copy_to
from jury_desktop.services.dossier_settings import DossierSettings, save_copy
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Facts

tr = area("settings")


class DossierSection(Section):
    """The dossier that is open: its place, a copy of it, and the check of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Dossier"),
            tr("The whole selection lies in one place. Keep a copy elsewhere, for instance every evening."),
        )
        self._shell = shell
        self._place = ""
        facts = Facts()
        self.name, self.events = label("", select=True), label("")
        self.place = label("", wrap=True, select=True)
        for name, value in ((tr("Name"), self.name), (tr("Place"), self.place), (tr("Journal"), self.events)):
            facts.add(name, value)
        self.body.addWidget(facts)
        self.copy = button(tr("Save a copy…"), self._copy, icon="copy")
        self.folder = button(tr("Open the folder"), self._open_folder, icon="folder-open")
        self.check = button(tr("Check the dossier"), self._check, icon="shield-check")
        self.body.addLayout(row(self.copy, self.folder, self.check, None))
        self.body.addStretch(1)

    def show_settings(self, shown: DossierSettings) -> None:
        """Show the dossier that is open."""
        self._place = place_of(shown.name, self._shell.preferences.recent)
        self.name.setText(shown.name)
        self.place.setText(shown_place(self._place) or tr("Not known"))
        self.events.setText(tr("%n events", "", shown.events))
        for each in (self.copy, self.folder):
            each.setVisible(is_file(self._place))

    @asks(copy_to)
    def _copy(self) -> None:
        file = Path(self._place)
        name = f"{file.stem} {self._shell.now():%Y-%m-%d}{file.suffix}"
        self._shell.pick_save(tr("Save a copy of the dossier"), "", name, self._copy_to)

    def _copy_to(self, target: Path) -> None:
        source = Path(self._place)

        def copy(_dossier: Dossier, _: JobContext) -> Path:
            return save_copy(source, target)

        self._shell.run_job(copy, self._copied, text=tr("Copying the dossier…"))

    def _copied(self, target: Path) -> None:
        self._shell.notify(Notice(tr("Copy saved as {name}.").format(name=target.name), Tone.GOOD))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._place).parent)))

    def _check(self) -> None:
        self._shell.go_to("journal", "verify")


class AboutSection(Section):
    """The program, its version and its licences."""

    def __init__(self) -> None:
        super().__init__(
            tr("About"),
            tr("Jury Desktop works without a network: nothing of a dossier ever leaves this computer."),
        )
        facts = Facts()
        for name, value in (
            (tr("Version"), __version__),
            (tr("Licence"), tr("European Union Public Licence 1.2 (EUPL)")),
            (tr("Window"), f"Qt {qVersion()}, PySide {pyside_version} (LGPL 3)"),
            (tr("Language of the program"), f"Python {platform.python_version()}"),
            (tr("Letters on the screen"), tr("Inter (SIL Open Font License 1.1)")),
            (tr("Icons"), tr("Lucide (ISC licence)")),
        ):
            facts.add(name, value)
        self.body.addWidget(facts)
        self.body.addStretch(1)


def place_of(name: str, recent: Sequence[str]) -> str:
    """The path or address of the open dossier: the last one opened that goes by its name."""
    return next((place for place in recent if _named(place) == name), "")


def _named(place: str) -> str:
    return Path(place).name if is_file(place) else place.rpartition("/")[2].partition("?")[0]


def is_file(place: str) -> bool:
    """Whether a dossier lies in a file rather than in a database."""
    return bool(place) and "://" not in place


def shown_place(place: str) -> str:
    """A place to show; of a database address never the name and password in it."""
    scheme, found, rest = place.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if found else place
