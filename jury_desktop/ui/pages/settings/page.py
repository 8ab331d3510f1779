"""Instellingen: sections on the left, the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedLayout, QWidget

from jury_desktop.domain.retention import Retention
from jury_desktop.services.accounts import Accounts, accounts
from jury_desktop.services.backups import BackupBook, backup_book
from jury_desktop.services.dossier_settings import DossierSettings, dossier_settings
from jury_desktop.services.history import Thing, What
from jury_desktop.services.letter_texts import TextBook, text_book
from jury_desktop.services.ports import Dossier
from jury_desktop.services.retention import retention
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.settings.about_sections import AboutSection, DossierSection
from jury_desktop.ui.pages.settings.accounts_section import AccountsSection
from jury_desktop.ui.pages.settings.backups_section import BackupsSection
from jury_desktop.ui.pages.settings.call_section import CallSection
from jury_desktop.ui.pages.settings.display import DisplaySection
from jury_desktop.ui.pages.settings.house_section import HouseSection
from jury_desktop.ui.pages.settings.privacy_section import PrivacySection
from jury_desktop.ui.pages.settings.protection_section import ProtectionSection
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.pages.settings.term_section import TermSection
from jury_desktop.ui.pages.settings.texts_section import TextsSection
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel
from jury_desktop.ui.widgets.scrolling import ScrollArea

tr = area("settings")
_THINGS = {
    "accounts": What.ACCOUNTS,
    "dossier": What.DOSSIER,
    "privacy": What.DOSSIER,
    "protection": What.DOSSIER,
}
"""Whose history it is about in a section; in the others that of the settings."""
_Read = tuple[DossierSettings, TextBook, BackupBook, Retention, Accounts]


class SettingsPage(Page):
    """All settings: of the person, of the dossier, and to read those of the call."""

    key = "settings"
    subjects = frozenset({Subject.SETTINGS, Subject.CALL})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.display = DisplaySection(shell)
        self.house = HouseSection(shell)
        self.texts = TextsSection(shell)
        self.term = TermSection(shell)
        self.call = CallSection(shell.language)
        self.dossier = DossierSection(shell)
        self.backups = BackupsSection(shell)
        self.privacy = PrivacySection(shell)
        self.accounts = AccountsSection(shell)
        self.protection = ProtectionSection(shell)
        self.about = AboutSection()
        self.sections = QListWidget()
        self._open_section = QStackedLayout()
        self._fill()
        self.sections.currentRowChanged.connect(self._show_section)
        self.sections.setCurrentRow(0)

    def title(self) -> str:
        return tr("Settings")

    def _all(self) -> dict[str, Section]:
        return {
            "display": self.display,
            "house": self.house,
            "texts": self.texts,
            "term": self.term,
            "call": self.call,
            "dossier": self.dossier,
            "backups": self.backups,
            "privacy": self.privacy,
            "accounts": self.accounts,
            "protection": self.protection,
            "about": self.about,
        }

    def _fill(self) -> None:
        left = Panel(margins=(8, 10, 8, 10))
        left.setFixedWidth(16 * theme.metrics().base)
        self.sections.setAccessibleName(tr("Sections"))
        left.body.addWidget(self.sections)
        right = Panel(margins=(20, 18, 8, 16))
        right.body.addLayout(self._open_section)
        for section in self._all().values():
            entry = QListWidgetItem(section.accessibleName(), self.sections)
            entry.setSizeHint(QSize(0, theme.metrics().row))
            self._open_section.addWidget(ScrollArea(_at_left(section), section.accessibleName()))
        line = QHBoxLayout(self.content)
        line.setContentsMargins(22, 18, 22, 18)
        line.setSpacing(16)
        line.addWidget(left)
        line.addWidget(right, 1)

    def thing(self) -> Thing | None:
        shown = list(self._all())[self.sections.currentRow()]
        return Thing(_THINGS.get(shown, What.SETTINGS))

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def _show(self, read: _Read) -> None:
        shown, book, copies, kept, people = read
        self.accounts.show_accounts(people)
        self.backups.show_book(copies)
        self.texts.show_book(book)
        self.house.logo.show_texts(book.texts)
        self.house.show_settings(shown)
        self.term.show_settings(shown)
        self.call.show_settings(shown)
        self.dossier.show_settings(shown)
        self.privacy.show_kept(kept, is_file=copies.folder is not None)
        self.protection.show_lock(shown.name, shown.lock)

    def _show_section(self, at: int) -> None:
        self.house.commit()
        self._open_section.setCurrentIndex(at)

    def show_object(self, ref: str) -> None:
        names = list(self._all())
        if ref in names:
            self.sections.setCurrentRow(names.index(ref))

    def leave(self) -> bool:
        self.house.commit()
        return True


def _at_left(section: QWidget) -> QWidget:
    """A section beside the room that is left, so that lines stay short enough to read."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(section, 1)
    line.addStretch(0)
    return holder


def _read(dossier: Dossier, _: JobContext) -> _Read:
    copies, kept, people = backup_book(dossier), retention(dossier), accounts(dossier)
    return dossier_settings(dossier), text_book(dossier), copies, kept, people
