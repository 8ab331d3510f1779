"""What the user chose comes back as it was, whatever the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from jury_desktop.ui.settings import RECENT_MAX, Preferences, SettingsFile

CHOSEN = Preferences(
    language="en",
    theme="dark",
    text_scale=1.3,
    user="Els Maes, regisseur",
    rail_collapsed=True,
    recent=("/dossiers/lier, 2023.jury", "C:\\dossiers\\kust.jury", "postgresql://server/lier"),
)


def test_what_was_never_chosen_is_as_shipped(settings_file: Path) -> None:
    assert SettingsFile(settings_file).load() == Preferences()


def test_what_was_chosen_comes_back(settings_file: Path) -> None:
    SettingsFile(settings_file).save(CHOSEN)

    assert SettingsFile(settings_file).load() == CHOSEN


def test_false_comes_back_as_false(settings_file: Path) -> None:
    """Qt writes a bool as text, and any text is true."""
    SettingsFile(settings_file).save(CHOSEN)
    SettingsFile(settings_file).save(Preferences(rail_collapsed=False))

    assert SettingsFile(settings_file).load().rail_collapsed is False


@pytest.mark.parametrize("size", ["groot", "", "1,3"])
def test_a_value_that_cannot_be_read_counts_as_not_chosen(settings_file: Path, size: str) -> None:
    settings_file.write_text(f"[preferences]\nlanguage=en\ntext_scale={size}\n", encoding="utf-8")

    assert SettingsFile(settings_file).load() == Preferences(language="en")


@pytest.mark.parametrize(("name", "value"), [("language", "fr"), ("theme", "pink"), ("text_scale", "90")])
def test_a_value_we_do_not_know_counts_as_not_chosen(settings_file: Path, name: str, value: str) -> None:
    settings_file.write_text(f"[preferences]\n{name}={value}\n", encoding="utf-8")

    assert SettingsFile(settings_file).load() == Preferences()


def test_the_dossier_opened_last_comes_first_and_only_once() -> None:
    opened = Preferences()
    for name in ("a", "b", "a"):
        opened = opened.with_recent(name)

    assert opened.recent == ("a", "b")


def test_the_list_of_recent_dossiers_stays_short() -> None:
    opened = Preferences()
    for number in range(20):
        opened = opened.with_recent(str(number))

    assert opened.recent == tuple(str(number) for number in range(19, 19 - RECENT_MAX, -1))


def test_the_place_of_the_window_is_kept(settings_file: Path) -> None:
    assert SettingsFile(settings_file).geometry() is None
    SettingsFile(settings_file).save_geometry(QByteArray(b"\x01\xd9\xd0\xcb"))

    assert SettingsFile(settings_file).geometry() == QByteArray(b"\x01\xd9\xd0\xcb")
