"""Ways to a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop import resources
from jury_desktop.bootstrap import create_dossier, open_dossier
from jury_desktop.domain.errors import refuse
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.opening import OWN, lasting
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer
from tests.ui.sample_page import a_window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = a_window(open=open_dossier, create=create_dossier)
    made.shell.store_preferences = keep(made)
    yield made
    made.close()
    made.deleteLater()


def keep(window: MainWindow) -> Callable[[Preferences], None]:
    def store(chosen: Preferences) -> None:
        window.shell.preferences = chosen

    return store


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=30_000)


def said(window: MainWindow) -> list[str]:
    return [bar.text.text() for bar in window.shell.notices.bars()]


def test_a_new_dossier_opens_on_its_first_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.opening._call = "lier-2023"
    window.opening._place_chosen(tmp_path / "lier.jury")
    quiet(qtbot, window)

    assert window.shell.opened().store.name == "lier.jury"
    assert window.page is not None
    assert window.shell.preferences.recent == (str(tmp_path / "lier.jury"),)
    assert (tmp_path / "lier.jury").is_file()


def test_opening_another_dossier_lets_the_first_go(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for name in ("a.jury", "b.jury"):
        create_dossier(str(tmp_path / name), "lier-2023").store.close()
        window.opening.open(str(tmp_path / name))
        quiet(qtbot, window)
    (tmp_path / "a.jury").rename(tmp_path / "moved.jury")

    assert window.shell.opened().store.name == "b.jury"
    assert [Path(p).name for p in window.shell.preferences.recent] == ["b.jury", "a.jury"]


def test_a_dossier_is_kept_by_a_path_that_holds_from_every_folder(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_dossier(str(tmp_path / "lier.jury"), "lier-2023").store.close()
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path)
    window.shell.preferences = Preferences(recent=("lier.jury", "/elders.jury"))
    for place in ("lier.jury", "map/../lier.jury", str(tmp_path / "lier.jury")):
        window.opening.open(place)
        quiet(qtbot, window)

    assert window.shell.preferences.recent == (str(tmp_path / "lier.jury"), "/elders.jury")


def test_a_dossier_that_is_gone_leaves_the_list_however_it_was_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    window.shell.preferences = Preferences(recent=(str(tmp_path / "weg.jury"), "weg.jury", "/elders.jury"))
    window.opening.open("weg.jury")
    quiet(qtbot, window)

    assert window.shell.preferences.recent == ("/elders.jury",)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("postgresql://an:geheim@host/lier?sslmode=require", "postgresql://an@host/lier?sslmode=require"),
        ("postgresql://an:ge@heim@host/lier", "postgresql://an@host/lier"),
        ("postgresql://an@host:5432/lier", "postgresql://an@host:5432/lier"),
        ("postgresql://host:5432/lier", "postgresql://host:5432/lier"),
        (
            "postgresql://an@host/lier?password=geheim&connect_timeout=3",
            "postgresql://an@host/lier?connect_timeout=3",
        ),
    ],
)
def test_an_address_is_kept_without_its_password(address: str, kept: str) -> None:
    assert lasting(address) == kept


def test_a_dossier_that_is_gone_is_said_and_leaves_the_list(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    gone = str(tmp_path / "weg.jury")
    window.shell.preferences = Preferences(recent=(gone, "/elders.jury"))
    window.opening.open(gone)
    quiet(qtbot, window)

    assert window.shell.dossier is None
    assert window.shell.preferences.recent == ("/elders.jury",)
    assert len(said(window)) == 1


def test_a_dossier_that_cannot_be_opened_now_stays_on_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    def locked(_place: str, _user: str) -> Dossier:
        raise refuse("shell.no_dossier")

    place = tmp_path / "bezet.jury"
    place.touch()
    window = a_window(Preferences(recent=(str(place),)), open=locked)
    window.shell.store_preferences = keep(window)
    window.opening.open(str(place))
    quiet(qtbot, window)

    assert window.shell.preferences.recent == (str(place),)
    window.close()
    window.deleteLater()


def test_a_new_dossier_never_overwrites(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "lier.jury"
    create_dossier(str(place), "lier-2023").store.close()
    before = place.read_bytes()
    window.opening._call = "lier-2023"
    window.opening._place_chosen(place)
    quiet(qtbot, window)

    assert (window.shell.dossier, len(said(window))) == (None, 1)
    assert place.read_bytes() == before


def test_a_new_dossier_asks_for_which_call(
    qtbot: QtBot, dutch: object, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    monkeypatch.setattr(
        window.shell, "pick_save", lambda _title, _filters, name, _done: proposed.append(name)
    )
    window.opening.create_new()
    (dialog,) = window.findChildren(QuestionDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.buttons["lier-2023"])
    offered = [button.text() for button in dialog.buttons.values()]
    qtbot.mouseClick(dialog.buttons["lier-2023"], Qt.MouseButton.LeftButton)

    assert offered == [
        "Lier – Heist o/d Berg – Berlaar – Nijlen · 2023",
        "Warme Kust – Zilverkust · 2026 (voorbeeld)",
        "Met een eigen oproepbestand…",
    ]
    assert proposed == ["lier-2023.jury"]


@pytest.mark.parametrize(
    ("text", "places"), [(resources.text("calls", "lier-2023.toml"), ["gent.jury"]), ('id = "gent"', [])]
)
def test_a_call_file_of_ones_own_is_checked_before_the_place_is_asked(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    text: str,
    places: list[str],
) -> None:
    file, proposed = tmp_path / "gent.toml", list[str]()
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(
        window.shell, "pick_save", lambda _title, _filters, name, _done: proposed.append(name)
    )
    monkeypatch.setattr(window.shell, "pick_open", lambda _title, _filters, done: done((file,)))
    window.opening._answered(Answer(OWN))
    quiet(qtbot, window)

    assert proposed == places
    assert ["gent.toml" in line for line in said(window)] == [True] * (1 - len(places))


def test_a_dossier_that_is_parted_with_leaves_the_window_and_the_list(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "lier.jury"
    create_dossier(str(file), "lier-2023").store.close()
    window.opening.open(str(file))
    quiet(qtbot, window)

    told: list[int] = []
    window.shell.part_with_dossier(str(file), lambda _: file.unlink() or 7, told.append, "Weg")
    quiet(qtbot, window)

    assert (told, file.exists(), window.shell.dossier, window.page) == ([7], False, None, None)
    assert window.shell.preferences.recent == ()
    assert window.area.currentWidget() is window.welcome
    assert [each.name for each in tmp_path.iterdir()] == []


def test_a_dossier_that_cannot_be_parted_with_is_open_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "lier.jury"
    create_dossier(str(file), "lier-2023").store.close()
    window.opening.open(str(file))
    quiet(qtbot, window)

    def refused(_: object) -> None:
        raise refuse("privacy.report_exists", name="verslag.html")

    window.shell.part_with_dossier(str(file), refused, lambda _: None, "Weg")
    quiet(qtbot, window)
    quiet(qtbot, window)

    assert window.shell.opened().store.name == "lier.jury"
    assert any("verslag.html" in text for text in said(window))
