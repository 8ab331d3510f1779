"""The window around the pages: navigation, refresh, search, keyboard, and a clean end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.errors import refuse
from jury_desktop.services.ports import Dossier
from jury_desktop.ui import theme
from jury_desktop.ui.final import Final
from jury_desktop.ui.main_window import NARROW_BELOW, MainWindow
from jury_desktop.ui.navigation import NARROW, STAGES, WIDE
from jury_desktop.ui.operations import EVERYTHING, Operation, Subject
from jury_desktop.ui.readings import RailState
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.theme import Tone
from tests.ui.conftest import settle
from tests.ui.sample_page import RAIL, SamplePage, a_dossier, a_window


@pytest.fixture
def window(qtbot: QtBot, dutch: object) -> Iterator[MainWindow]:
    made = a_window()
    made.resize(1440, 900)
    made.show_dossier(a_dossier())
    made.show()
    quiet(qtbot, made)
    yield made
    for name in made.pages:
        cast(SamplePage, made.pages[name]).stays = False
    made.close()
    made.deleteLater()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=5_000)


def page(window: MainWindow) -> SamplePage:
    return cast(SamplePage, window.page)


def header_buttons(window: MainWindow) -> list[str]:
    settle()  # Qt lets go of the buttons of the page before
    buttons = window.header.findChildren(QPushButton)
    return [button.text() for button in buttons if button is not window.header.search]


def test_the_rail_shows_the_stages_in_their_order_with_their_counts(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.rail.buttons.values()]

    assert names == [
        "Overzicht", "Kandidaturen, 14", "Jury", "Beoordeling", "Planning", "Pitchsessie", "Deliberatie",
        "Brieven", "Weerwoord", "Logboek", "Instellingen",
    ]  # fmt: skip


def test_the_rail_says_whose_dossier_it_is_and_when_it_was_kept(window: MainWindow) -> None:
    said = [label.text() for label in window.rail.findChildren(QWidget) if hasattr(label, "text")]

    assert {"Lier – Nijlen · 2023", "Regisseur", "lier.jury · bewaard 14:00"} <= set(said)


def test_a_page_is_made_when_it_is_first_shown_and_then_kept(window: MainWindow) -> None:
    first = page(window)
    window.go_to("jury")
    window.go_to("overview")

    assert page(window) is first
    assert sorted(window.pages) == ["jury", "overview"]
    assert first.refreshed == [EVERYTHING]


def test_the_header_shows_the_words_and_buttons_of_the_page(window: MainWindow) -> None:
    window.go_to("candidacies")

    assert window.header.title.text() == "Titel candidacies"
    assert window.header.subtitle.text() == "deadline 02/06/2023 23:59"
    assert header_buttons(window) == ["Exporteren", "Importeren…"]


def test_the_buttons_of_the_header_do_what_they_say(qtbot: QtBot, window: MainWindow) -> None:
    for button in window.header.findChildren(QPushButton):
        if button.objectName() != "search":
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert page(window).pressed == ["export", "import"]


@pytest.mark.parametrize(("ready", "done"), [(True, "import"), (False, "begin")])
def test_ctrl_enter_presses_a_coloured_button_that_can_be_pressed(
    qtbot: QtBot, window: MainWindow, ready: bool, done: str
) -> None:
    """That of the header, else the one of an empty screen: never both."""
    page(window).ready = ready
    page(window).say_empty()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page(window).pressed == [done]


def test_what_an_empty_screen_proposes_is_offered_by_name_only_while_it_is_on_show(
    window: MainWindow,
) -> None:
    page(window).ready = False
    page(window).say_empty()
    names = [[action.text for action in window.book.of("page")]]
    page(window).show_content()
    page(window).header_changed.emit()
    names.append([action.text for action in window.book.of("page")])

    assert names == [["Exporteren", "Importeren…", "Begin"], ["Exporteren", "Importeren…"]]


def test_a_click_on_the_rail_shows_the_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.rail.buttons["planning"], Qt.MouseButton.LeftButton)

    assert page(window).key == "planning"


def test_arrows_walk_along_the_rail_and_stay_on_it(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.rail.buttons["overview"].setFocus()
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(QApplication.focusWidget(), key)
        walked.append(page(window).key)

    assert walked == ["candidacies", "jury", "candidacies"]


def test_after_a_click_on_the_rail_the_page_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.mouseClick(window.rail.buttons["jury"], Qt.MouseButton.LeftButton)

    assert QApplication.focusWidget() is page(window)


def test_a_key_that_goes_elsewhere_leaves_the_keyboard_on_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    page(window).field.setFocus()
    qtbot.keyClick(page(window).field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert (page(window).key, QApplication.focusWidget() is page(window)) == ("jury", True)


def test_who_comes_back_to_a_page_has_the_keyboard_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("candidacies")
    field = page(window).field
    field.setFocus()
    window.go_to("jury")
    assert not field.hasFocus()

    window.go_to("candidacies")

    assert window.focusWidget() is field


def test_control_and_a_digit_go_to_a_stage(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert page(window).key == "assessment"
    assert window.rail.buttons["assessment"].isChecked()


def test_going_to_a_thing_shows_the_page_and_the_thing(window: MainWindow) -> None:
    window.shell.go_to("candidacies", "K-02")

    assert (page(window).key, page(window).shown) == ("candidacies", ["K-02"])


def test_a_page_may_ask_not_to_be_left(window: MainWindow) -> None:
    page(window).stays = True
    window.go_to("jury")

    assert page(window).key == "overview"
    assert window.rail.buttons["overview"].isChecked()


def test_the_page_on_show_refreshes_at_once_and_a_hidden_one_when_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go_to("candidacies")
    candidacies = page(window)
    window.go_to("overview")
    overview = page(window)
    for subject in (Subject.CANDIDACY, Subject.MAIL, Subject.PLAN):
        window.shell.run_operation(Operation("", lambda *_: None, frozenset({subject}), Final.LEFT))
    quiet(qtbot, window)

    assert overview.refreshed[1:] == [{Subject.CANDIDACY}, {Subject.MAIL}]
    assert candidacies.refreshed[1:] == []
    window.go_to("candidacies")
    assert candidacies.refreshed[1:] == [{Subject.CANDIDACY, Subject.MAIL}]


@pytest.mark.parametrize("nothing", [True, False], ids=["says that there is nothing", "shows something"])
def test_only_a_page_that_says_there_is_nothing_is_read_again_behind_a_change_that_runs(
    qtbot: QtBot, window: MainWindow, nothing: bool
) -> None:
    window.go_to("candidacies")
    page(window).empty_handed = nothing
    window.go_to("jury")
    quiet(qtbot, window)
    go_on = threading.Event()
    reads = window.pages["candidacies"].refreshed
    before = len(reads)
    window.shell.run_operation(Operation("Importeren", lambda _, __: go_on.wait(5), frozenset(), Final.LEFT))

    window.go_to("candidacies")
    during = len(reads)
    go_on.set()
    quiet(qtbot, window)

    assert during - before == int(nothing)


def test_another_dossier_has_pages_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    overview = page(window)
    window.shell.notify(Notice("K-02 kwam te laat.", Tone.WARN))
    window.show_dossier(a_dossier())
    quiet(qtbot, window)
    settle()

    assert (shiboken6.isValid(overview), page(window).refreshed) == (False, [EVERYTHING])
    assert window.shell.notices.bars() == []


def test_a_dossier_on_its_way_shows_neither_welcome_nor_another(qtbot: QtBot, dutch: object) -> None:
    may_open = threading.Event()

    def slow(_place: str, _user: str) -> Dossier:
        may_open.wait(10)
        raise refuse("shell.no_dossier")

    window = a_window(open=slow)
    qtbot.addWidget(window)
    window.show()
    window.opening.open("lier.jury")
    waiting = window.welcome.isVisible()
    may_open.set()
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=5_000)

    assert (waiting, window.welcome.isVisible()) == (False, True)
    window.close()


def test_a_page_that_may_not_be_left_keeps_its_dossier(qtbot: QtBot, window: MainWindow) -> None:
    page(window).stays = True
    before = window.shell.dossier
    window.opening.open("ander.jury")
    quiet(qtbot, window)

    assert window.shell.dossier is before


def test_a_burst_of_saves_counts_the_rail_once(qtbot: QtBot, dutch: object) -> None:
    counted: list[Dossier] = []

    def rail(dossier: Dossier) -> RailState:
        counted.append(dossier)
        return RAIL

    window = a_window(rail=rail)
    window.rail_count.pause.setInterval(60_000)
    window.show_dossier(a_dossier())
    for _ in range(20):
        window.shell.run_operation(Operation("", lambda *_: None, EVERYTHING, Final.LEFT))
    quiet(qtbot, window)
    meanwhile = len(counted)
    window.rail_count.pause.start(0)
    qtbot.waitUntil(lambda: len(counted) > meanwhile and not window.shell.jobs.running, timeout=5_000)

    assert (meanwhile, len(counted), window.rail_count.pause.isActive()) == (1, 2, False)
    window.close()
    window.deleteLater()


def test_undo_says_what_it_would_undo(qtbot: QtBot, window: MainWindow) -> None:
    nothing = frozenset({Subject.PLAN})
    window.shell.run_operation(
        Operation("Score 4 voor K-02", lambda *_: None, nothing, inverse=lambda _: lambda *_: None)
    )
    quiet(qtbot, window)

    undo, redo = window.book.qt("edit.undo"), window.book.qt("edit.redo")
    assert (undo.text(), undo.isEnabled()) == ("Ongedaan maken: Score 4 voor K-02", True)
    assert (redo.text(), redo.isEnabled()) == ("Opnieuw", False)


def test_what_a_service_refuses_is_said_in_the_bar(qtbot: QtBot, window: MainWindow) -> None:
    def verb(*_: object) -> None:
        raise refuse("shell.no_dossier")

    window.shell.run_operation(Operation("", verb, EVERYTHING, Final.LEFT))
    quiet(qtbot, window)

    said = [bar.text.text() for bar in window.shell.notices.bars()]
    assert said == ["Er is geen dossier open. Open of maak eerst een dossier."]


def dismiss(window: MainWindow) -> None:
    palette = window.searching.palette()
    assert palette is not None
    palette.dismiss()


def test_the_palette_finds_candidacies_and_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    window.open_palette()
    quiet(qtbot, window)
    dismiss(window)
    lines = window.searching.lines()
    texts = [line.text for line in lines]

    (hit,) = [line for line in lines if line.text.startswith("K-02")]
    hit.run()

    assert "Exporteren" in texts
    assert (page(window).key, page(window).shown) == ("candidacies", ["K-02"])


def test_the_palette_offers_what_other_pages_can_do_and_does_it_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_palette()
    qtbot.waitUntil(lambda: len(window.pages) == len(STAGES))
    quiet(qtbot, window)
    dismiss(window)
    texts = [line.text for line in window.searching.lines()]
    assert texts.count("Importeren…") == 1  # here already

    window.go_and_do("planning", "planning.import")
    qtbot.waitUntil(lambda: page(window).pressed != [])
    assert (page(window).key, page(window).pressed) == ("planning", ["import"])


def test_a_narrow_window_shows_the_icons_of_the_rail_alone(qtbot: QtBot, window: MainWindow) -> None:
    widths = []
    for width in (1440, NARROW_BELOW - 1, 1440):
        window.resize(width, 700)
        settle()
        widths.append(window.rail.width())

    assert widths == [WIDE, NARROW, WIDE]


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700), (900, 600)])
def test_everything_fits_in_the_window(window: MainWindow, size: tuple[int, int]) -> None:
    window.go_to("candidacies")
    window.resize(*size)
    settle()

    inside = window.rect()
    lost = [
        w.accessibleName() or w.objectName()
        for w in window.findChildren(QWidget)
        if w.isVisible() and not inside.contains(w.rect().translated(w.mapTo(window, w.rect().topLeft())))
    ]
    assert (window.width(), window.height(), lost) == (*size, [])


def focusable(window: MainWindow) -> list[QWidget]:
    return [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = [
        type(w).__name__
        for w in focusable(window)
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]

    assert nameless == []


def test_tab_reaches_everything(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    reached = set()
    for _ in range(3 * len(focusable(window))):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())

    group = set(window.rail.buttons.values())  # one of them takes the Tab, the arrows do the rest
    assert {w for w in focusable(window) if w not in group} <= reached
    assert group & reached


def test_a_change_of_language_keeps_the_page(qtbot: QtBot, window: MainWindow, dutch: object) -> None:
    from jury_desktop.ui.text import Language

    window.go_to("jury")
    english = Language()
    english.use("en")
    window.rebuild()
    quiet(qtbot, window)
    settle()

    assert window.rail.buttons["jury"].text() == "Jury"
    assert window.rail.buttons["overview"].text() == "Overview"
    assert page(window).key == "jury"
    assert len(window.findChildren(type(window.rail))) == 1
    english.release()


def test_a_change_of_theme_needs_no_rebuilding(qapp: QApplication, window: MainWindow) -> None:
    before = page(window)
    theme.apply(qapp, "dark")
    settle()
    ground = window.grab().toImage().pixelColor(window.width() - 20, window.height() - 20).name()
    theme.apply(qapp, "light")

    assert page(window) is before
    assert ground == theme.load("dark").colours.ground


def test_closing_ends_the_work_and_frees_the_window(qtbot: QtBot) -> None:
    window = a_window()
    window.show_dossier(a_dossier())
    window.show()
    window.close()
    window.deleteLater()
    settle()

    assert not shiboken6.isValid(window)


def test_a_page_may_ask_not_to_be_closed(window: MainWindow) -> None:
    page(window).stays = True

    assert not window.close()
    assert window.isVisible()


def test_without_a_dossier_there_is_a_welcome_and_nowhere_to_go(qtbot: QtBot, dutch: object) -> None:
    window = a_window(Preferences(recent=("/dossiers/lier.jury",)))
    qtbot.addWidget(window)
    window.show()

    texts = [button.text() for button in window.welcome.findChildren(QPushButton)]
    assert window.header.title.text() == "Welkom"
    assert "lier.jury" in texts
    assert not any(button.isEnabled() for button in window.rail.buttons.values())
    window.close()


def test_every_stage_of_the_procedure_has_its_page() -> None:
    loaded = {stage.key: stage.load().key for stage in STAGES}

    assert loaded == {stage.key: stage.key for stage in STAGES}
