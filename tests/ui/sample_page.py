"""A page for tests of the window, and a window to put it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.navigation import STAGES, RailEntry
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.readings import Hit, RailState
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.wiring import Wiring
from tests.builders import NOW, a_call
from tests.fakes import MemoryStore


class SamplePage(Page):
    """Remembers what the window asks of it."""

    subjects = frozenset({Subject.CANDIDACY, Subject.MAIL})

    def __init__(self, shell: Shell, parent: object = None) -> None:
        super().__init__(shell)
        self.refreshed: list[Changes] = []
        self.shown: list[str] = []
        self.pressed: list[str] = []
        self.stays = False
        self.empty_handed = False
        self.ready = True
        self.field = QLineEdit()
        self.field.setAccessibleName("Veld")
        self.column().addWidget(self.field)

    def claims_nothing(self) -> bool:
        return self.empty_handed

    def title(self) -> str:
        return f"Titel {self.key}"

    def subtitle(self) -> str:
        return "deadline 02/06/2023 23:59"

    def page_actions(self) -> Sequence[Action]:
        return (
            Action(
                f"{self.key}.export", "Exporteren", self._export, "Ctrl+E", "file-down", place=Place.HEADER
            ),
            Action(
                f"{self.key}.import",
                "Importeren…",
                self._import,
                icon="upload",
                place=Place.PRIMARY,
                enabled=self.ready,
            ),
        )

    def _export(self) -> None:
        self.pressed.append("export")

    def _import(self) -> None:
        self.pressed.append("import")

    def refresh(self, changed: Changes) -> None:
        self.refreshed.append(changed)

    def show_object(self, ref: str) -> None:
        self.shown.append(ref)

    def leave(self) -> bool:
        return not self.stays

    def say_empty(self) -> None:
        """Show the empty state."""
        self.show_empty(EmptyState("inbox", "Leeg", "Begin hier.", "Begin", self._begin))
        self.header_changed.emit()

    def _begin(self) -> None:
        self.pressed.append("begin")


@dataclass(frozen=True, slots=True)
class SampleStage(RailEntry):
    """A stage whose page is the sample."""

    def load(self) -> type[Page]:
        return type("SamplePageOfStage", (SamplePage,), {"key": self.key})


SAMPLE_STAGES = tuple(SampleStage(s.key, s.icon, s.page, s.after_line) for s in STAGES)
RAIL = RailState("Lier – Nijlen · 2023", "Regisseur", "lier.jury", NOW, False, {"candidacies": "14"})
HITS = (Hit("K-02 Huis van Morgen vzw", "", "candidacies", "K-02"),)


def a_dossier() -> Dossier:
    """An open dossier in memory."""
    return Dossier(MemoryStore(a_call(), "lier.jury"), "Regisseur", lambda: NOW)


def a_wiring(**changes: object) -> Wiring:
    """Parts of a window that need no disk."""
    parts: dict[str, object] = {
        "open": lambda _place, _user: a_dossier(),
        "create": lambda _place, _call, _user: a_dossier(),
        "open_packet": lambda _place, _words: a_dossier(),
        "now": lambda: NOW,
        "manual": lambda page, language: f"# Handleiding {page} {language}",
        "rail": lambda _dossier: RAIL,
        "search": lambda _dossier: HITS,
    }
    return Wiring(**{**parts, **changes})  # type: ignore[arg-type]


def a_window(preferences: Preferences | None = None, **changes: object) -> MainWindow:
    """A window with sample pages, without a dossier yet."""
    return MainWindow(a_wiring(**changes), preferences or Preferences(), SAMPLE_STAGES)
