"""What the user has chosen on this machine: kept in an INI file, read as typed values."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from jury_desktop.ui import theme
from jury_desktop.ui.text import LANGUAGES

RECENT_MAX = 8
SMALLEST, LARGEST = 0.7, 2.0
"""Bounds of the size of the text."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices that belong to the person at this machine, not to a dossier.

    :param theme: ``light``, ``dark`` or ``system``.
    :param text_scale: size of the text, 1.0 as shipped.
    :param user: the name the journal notes for what is done here.
    :param checked: the large dossiers that were found sound, each after the day: "2023-06-09 /home/…".
    """

    language: str = "nl"
    theme: str = "system"
    text_scale: float = 1.0
    user: str = ""
    rail_collapsed: bool = False
    recent: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()

    def with_recent(self, path: str) -> Preferences:
        """These preferences with ``path`` first among the dossiers opened lately."""
        others = self.without_recent(path).recent
        return replace(self, recent=(path, *others)[:RECENT_MAX])

    def without_recent(self, *places: str) -> Preferences:
        """These preferences without these among the dossiers opened lately."""
        return replace(self, recent=tuple(kept for kept in self.recent if kept not in places))

    def was_checked(self, place: str, day: date) -> bool:
        """Whether all of the dossier at a place was found sound on this day."""
        return f"{day} {place}" in self.checked

    def with_checked(self, place: str, day: date) -> Preferences:
        """These preferences with that noted."""
        others = (kept for kept in self.checked if kept.partition(" ")[2] != place)
        return replace(self, checked=(f"{day} {place}", *others)[:RECENT_MAX])


class SettingsFile:
    """The INI file. A value that cannot be read counts as not chosen."""

    def __init__(self, file: Path | None = None) -> None:
        chosen = file or user_config_path("jury-desktop", appauthor=False) / "settings.ini"
        chosen.parent.mkdir(parents=True, exist_ok=True)
        self._ini = QSettings(str(chosen), QSettings.Format.IniFormat)

    def load(self) -> Preferences:
        """What has been chosen so far."""
        kept: dict[str, Any] = {
            each.name: _parsed(self._ini.value(f"preferences/{each.name}"), each.default)
            for each in fields(Preferences)
        }
        return _known(Preferences(**kept))

    def save(self, chosen: Preferences) -> None:
        """Keep these choices."""
        for each in fields(Preferences):
            self._ini.setValue(f"preferences/{each.name}", _written(getattr(chosen, each.name)))
        self._ini.sync()

    def geometry(self) -> QByteArray | None:
        """Where the window stood, or None."""
        kept = self._ini.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else None

    def save_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._ini.setValue("window/geometry", geometry)


def _known(read: Preferences) -> Preferences:
    """Without the values that this version of the program does not know."""
    usual = Preferences()
    return replace(
        read,
        language=read.language if read.language in LANGUAGES else usual.language,
        theme=read.theme if read.theme in {"system", *theme.NAMES} else usual.theme,
        text_scale=read.text_scale if SMALLEST <= read.text_scale <= LARGEST else usual.text_scale,
    )


def _written(value: object) -> str:
    """Text for the file: Qt would read a bool back as ``'false'``, which is true."""
    if isinstance(value, tuple):
        return "\n".join(value)
    return str(value)


def _parsed(kept: object, default: object) -> object:
    """``kept`` as the type of ``default``; the default itself when it cannot be read."""
    if not isinstance(kept, str):
        return default
    if isinstance(default, bool):
        return kept == "True"
    if isinstance(default, tuple):
        return tuple(line for line in kept.split("\n") if line)
    if isinstance(default, float):
        return _float_or(kept, default)
    return kept


def _float_or(kept: str, default: float) -> float:
    try:
        return float(kept)
    except ValueError:
        return default
