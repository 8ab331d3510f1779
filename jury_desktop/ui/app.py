"""Starts the window: fonts, language, theme, the crash handler, the first dossier."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jury_desktop.ui import theme
from jury_desktop.ui.crash import CrashHandler, watch_hard_crashes
from jury_desktop.ui.icons import window_icon
from jury_desktop.ui.jobs import Lane
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.navigation import STAGES, RailEntry
from jury_desktop.ui.play import Play
from jury_desktop.ui.settings import Preferences, SettingsFile
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import Language, area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.wiring import Wiring
from jury_desktop.wording import prepare

tr = area("shell")


TITLE_BAR = QSize(16, 40)
"""Room that the frame of a window takes, about."""


class Program:
    """Everything that lives as long as the window."""

    def __init__(
        self,
        app: QApplication,
        wiring: Wiring,
        kept: SettingsFile,
        preferences: Preferences,
        stages: Sequence[RailEntry] = STAGES,
        language: str = "",
    ) -> None:
        """:param language: overrules the preference for as long as the window lives; it is not kept."""
        self.app = app
        self.kept = kept
        self._kept_language = preferences.language
        preferences = replace(preferences, language=language or preferences.language)
        self.language = Language()
        self.language.use(preferences.language)
        theme.load_fonts()
        theme.apply(app, shade(preferences.theme), preferences.text_scale)
        self.crashes = CrashHandler(wiring.now)
        self.window = MainWindow(wiring, preferences, stages)
        self.window.shell.store_preferences = self.prefer
        self.window.shell.jobs.crashed.connect(self.crashes.handle_error)
        app.styleHints().colorSchemeChanged.connect(self._system_theme_changed)

    def prefer(self, chosen: Preferences) -> None:
        """Keep other preferences and show them at once; other words or sizes wait while the page on show has
        something that must be settled first."""
        before = self.window.shell.preferences
        rebuilt = (before.language, before.text_scale) != (chosen.language, chosen.text_scale)
        if rebuilt and not self.window.may_leave():
            return
        self.window.shell.preferences = chosen
        if chosen.language != before.language:
            self._kept_language = chosen.language
        self.kept.save(replace(chosen, language=self._kept_language))
        if (before.theme, before.text_scale) != (chosen.theme, chosen.text_scale):
            theme.apply(self.app, shade(chosen.theme), chosen.text_scale)
        if rebuilt:
            self.language.use(chosen.language)
            self.window.rebuild()

    def _system_theme_changed(self) -> None:
        preferences = self.window.shell.preferences
        if preferences.theme == "system":
            theme.apply(self.app, shade("system"), preferences.text_scale)

    def show(self, dossier: str) -> None:
        """Show the window where it stood, with ``dossier`` in it (empty: the welcome screen)."""
        geometry = self.kept.geometry()
        if geometry is None or not self.window.restoreGeometry(geometry):
            room = self.window.screen().availableGeometry().size() - TITLE_BAR
            self.window.resize(QSize(1440, 900).boundedTo(room))
        self.window.show()
        self._prepare_words()
        if dossier:
            self.window.opening.open(dossier)

    def _prepare_words(self) -> None:
        """Beside the window: the first picture or date must not wait for the files of a language."""
        language = self.window.shell.preferences.language
        self.window.shell.jobs.submit(lambda context: prepare(language), lane=Lane.CALCULATION)

    def tell_hard_crash(self, report: str) -> None:
        """Say at this start how the last one ended, when it ended badly."""
        if report:
            said = tr(
                "Jury Desktop stopped unexpectedly last time. Everything that was saved is still there."
            )
            copy = partial(QGuiApplication.clipboard().setText, report)
            self.window.shell.notify(Notice(said, Tone.WARN, tr("Copy the report"), copy, everywhere=True))

    def close(self) -> None:
        """Keep where the window stood, and let go of what Qt must not outlive."""
        self.kept.save_geometry(self.window.saveGeometry())
        self.window.shell.jobs.shutdown()
        self.language.release()


def shade(chosen: str) -> str:
    """The theme file for a preference: ``system`` follows the desktop."""
    if chosen != "system":
        return chosen
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def run(
    wiring: Wiring,
    dossier: str = "",
    language: str = "",
    arguments: Sequence[str] = (),
    play: Play | None = None,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    :param dossier: what to open first; empty shows the welcome screen.
    :param language: overrules the language kept from last time, for this run.
    :param play: a demonstration that plays out in the window.
    """
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Jury Desktop")
    app.setDesktopFileName("jury-desktop")
    kept = SettingsFile()
    program = Program(app, wiring, kept, kept.load(), language=language)
    program.crashes.install()
    program.tell_hard_crash(watch_hard_crashes())
    app.setWindowIcon(window_icon("scale", theme.current().colours.accent))
    program.show(dossier)
    if play is not None:
        play.start(program.window)
    code = app.exec()
    program.close()
    return code
