"""A whole round trip as people do it: the officer makes a packet, the juror scores it elsewhere and sends the
sheet back, and the officer takes it over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.packet_desk import OwnWork, PacketDesk, own_work, sit_down
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers, submit_sheet
from jury_desktop.storage import memory_store
from jury_desktop.ui.dialogs.packet_made_dialog import PacketMadeDialog
from jury_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from jury_desktop.ui.dialogs.sheet_dialog import SheetDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.pages.desk import DeskPage
from jury_desktop.ui.pages.jury import JuryPage
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer as Reply
from tests.builders import NOW
from tests.services.packeting import (
    ELS,
    FIRST,
    KEYS,
    OPEN,
    SECOND,
    Issued,
    filled,
    issue,
    kept,
    sheet_files,
)
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts
from tests.ui.sample_page import a_wiring

pytestmark = pytest.mark.xdist_group("packet")


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return issue(tmp_path_factory.mktemp("packet"))


@pytest.fixture
def own(issued: Issued, tmp_path: Path) -> PacketDesk:
    """The packet, opened at the computer of the juror."""
    where = (issued.made.file.name, tmp_path / "werk")
    return sit_down(issued.packet, issued.files, *where, memory_store, lambda: NOW)


@pytest.fixture
def desk(qtbot: QtBot, own: PacketDesk, dutch: object) -> tuple[DeskPage, DirectShell]:
    return opened(qtbot, DeskPage, own.dossier)


@pytest.fixture
def jury(qtbot: QtBot, issued: Issued, dutch: object) -> tuple[JuryPage, DirectShell]:
    page, shell = opened(qtbot, JuryPage, issued.dossier())
    page.show_object(ELS.id)
    return page, shell


def dialog(kind: type[QDialog]) -> QDialog:
    """The dialog on show."""
    QApplication.processEvents()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert found, kind
    return found[0]


def everything(own: PacketDesk) -> None:
    """The juror submits both sheets."""
    for row in own_work(own).rows:
        save_answers(own.dossier, ELS.id, row.candidacy.id, Round.WRITTEN, filled().answers)
        submit_sheet(own.dossier, ELS.id, row.candidacy.id, Round.WRITTEN)


# the officer makes a packet


def test_a_packet_is_made_for_the_juror_on_show_and_its_passphrase_told_once(
    jury: tuple[JuryPage, DirectShell], tmp_path: Path
) -> None:
    page, shell = jury
    shell.files = [tmp_path / "els.jurypakket"]

    press(page, "jury.packet")

    shown = dialog(PacketMadeDialog)
    assert isinstance(shown, PacketMadeDialog)
    assert "2 kandidaturen: K-01, K-03" in texts(shown)
    assert "K-02: belangenconflict" in texts(shown)
    shown.copy.click()
    assert (QGuiApplication.clipboard().text(), len(shown.words.text().split())) == (shown.words.text(), 6)
    shown.reject()
    assert shown.isVisible(), "Escape may not take the passphrase away"
    shown.noted.click()
    assert (tmp_path / "els.jurypakket").is_file()


def test_the_form_of_a_juror_offers_a_packet_until_something_is_typed(
    jury: tuple[JuryPage, DirectShell],
) -> None:
    page, _ = jury

    assert button(page.form, "Pakket maken…").isVisible()
    page.form.name.setText("Els Maes-Peeters")
    page.form.name.textEdited.emit("Els Maes-Peeters")

    assert not page.form.packet.isVisible()


# the juror opens it


@pytest.fixture
def window(qtbot: QtBot, issued: Issued, tmp_path: Path, dutch: object) -> Iterator[MainWindow]:
    """The program as a juror starts it, without a dossier."""
    from jury_desktop.services.packet_desk import open_desk

    def open_packet(file: str, words: str) -> Dossier:
        return open_desk(Path(file), words, tmp_path / "werk", memory_store, lambda: NOW).dossier

    made = MainWindow(a_wiring(open=open_dossier, open_packet=open_packet), Preferences())
    made.shell.store_preferences = _keep(made)
    made.resize(1200, 800)
    made.show()
    yield made
    made.opening.close()
    made.close()
    made.deleteLater()


def _keep(window: MainWindow) -> Callable[[Preferences], None]:
    def store(chosen: Preferences) -> None:
        window.shell.preferences = chosen

    return store


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=90_000)


@pytest.mark.timeout(300)
def test_a_packet_opens_with_its_words_and_shows_the_juror_s_work_alone(
    qtbot: QtBot, window: MainWindow, issued: Issued
) -> None:
    window.opening.open(str(issued.made.file))
    asked = dialog(PassphraseDialog)
    assert isinstance(asked, PassphraseDialog)
    asked.words.setText("appel fiets lamp")
    asked.open_.click()
    quiet(qtbot, window)
    assert "Dit is niet de wachtzin van dit pakket" in asked.field.hint.text()
    assert window.shell.dossier is None

    asked.words.setText(issued.made.passphrase.replace("-", " ").upper())
    qtbot.keyClick(asked.words, Qt.Key.Key_Return)
    quiet(qtbot, window)

    assert isinstance(window.page, DeskPage)
    assert list(window.rail.buttons) == ["desk"]
    actions = {action.id for action in window.book.all()}
    assert {action for action in actions if action.startswith("go.")} == {"go.desk"}
    assert not [text for text in texts(window) if "K-02" in text or "Jan Claes" in text]
    qtbot.waitUntil(lambda: window.rail.buttons["desk"].count == "0/2")


def test_a_packet_that_is_damaged_is_told_and_the_welcome_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "stuk.jurypakket"
    file.write_bytes(b"niets")
    window.opening.open(str(file))
    asked = dialog(PassphraseDialog)
    assert isinstance(asked, PassphraseDialog)
    asked.words.setText("appel")
    asked.open_.click()
    quiet(qtbot, window)

    assert [bar.text.text() for bar in window.shell.notices.bars()] == [
        "Dit bestand is geen pakket van Jury Desktop. Kies het bestand dat je van de regisseur kreeg; "
        "de naam eindigt op .jurypakket."
    ]
    assert not shiboken6.isValid(asked)
    assert window.welcome.isVisible()


def test_after_a_packet_a_dossier_has_all_its_pages_again(
    qtbot: QtBot, window: MainWindow, own: PacketDesk
) -> None:
    window.show_dossier(own.dossier)
    quiet(qtbot, window)
    assert [stage.key for stage in window.stages] == ["desk"]

    from tests.ui.sample_page import a_dossier

    window.show_dossier(a_dossier())
    quiet(qtbot, window)

    assert window.stages[0].key == "overview"
    assert len(window.rail.buttons) == len(window.stages) > 5


# the juror scores


def test_the_desk_shows_the_own_candidacies_and_nothing_to_choose_but_them(
    desk: tuple[DeskPage, DirectShell],
) -> None:
    page, _ = desk

    assert (page.title(), page.subtitle()) == (
        "Mijn beoordeling",
        "Els Maes · Gemeente 1 · schriftelijke ronde",
    )
    assert [row.candidacy.reference for row in page.desk.table.rows.rows] == ["K-01", "K-03"]
    actions = {action.id for action in page.page_actions()}
    assert actions == {
        "desk.send",
        "assessment.submit",
        "assessment.next",
        "assessment.previous",
        "assessment.read",
    }
    hidden = (page.desk.who, page.desk.rounds, page.desk.far, page.desk.bar)
    assert not any(part.isVisible() for part in hidden)
    assert page.proposal.isVisible()
    assert nameless(page) == []


def test_digits_score_and_what_is_typed_is_kept_for_the_way_back(
    qtbot: QtBot, desk: tuple[DeskPage, DirectShell], own: PacketDesk
) -> None:
    page, _ = desk
    scale = page.form.items[0].scale
    scale.setFocus()
    qtbot.keyClick(scale, Qt.Key.Key_4)
    page.keeper.save()

    work: OwnWork = own_work(own)
    assert work.rows[0].answered == 0  # the call asks for a word of explanation with it
    with own.dossier.read() as uow:
        assert [sheet.answers[FIRST].value for sheet in uow.sheets.find(candidacy=OPEN.id)] == [4]


def test_who_has_a_conflict_elsewhere_is_told_whom_to_tell(desk: tuple[DeskPage, DirectShell]) -> None:
    page, shell = desk
    page.desk.conflict.click()

    assert shell.questions == []
    contact = page._call.contact if page._call else None
    assert contact is not None
    assert str(shell.notices[-1].text) == (
        f"Beoordeel deze kandidatuur niet en meld het aan {contact.name} ({contact.email}): "
        "dan verdwijnt ze van je lijst."
    )
    assert shell.done == []


def test_the_keyboard_reaches_the_form_from_the_list(
    qtbot: QtBot, desk: tuple[DeskPage, DirectShell]
) -> None:
    page, _ = desk

    assert page.form.items[0].scale in tabbed(qtbot, page, page.desk.table)


def test_who_sends_back_too_early_is_told_how_much_is_left(
    desk: tuple[DeskPage, DirectShell], tmp_path: Path
) -> None:
    page, shell = desk

    press(page, "desk.send")
    assert shell.questions[-1].text.startswith("2 beoordelingen zijn nog niet ingediend")  # type: ignore[union-attr]
    assert shell.notices == []

    shell.answers, shell.files = [Reply("send")], [tmp_path / "els.juryblad"]
    press(page, "desk.send")

    assert (tmp_path / "els.juryblad").is_file()
    assert "Mail dat bestand naar" in str(shell.notices[-1].text)


# and the officer takes it over


def take_over(page: JuryPage, shell: DirectShell, *files: Path) -> SheetDialog:
    shell.files = list(files)
    press(page, "jury.sheets")
    shown = dialog(SheetDialog)
    assert isinstance(shown, SheetDialog)
    return shown


def test_the_whole_way_there_and_back(
    desk: tuple[DeskPage, DirectShell],
    jury: tuple[JuryPage, DirectShell],
    own: PacketDesk,
    tmp_path: Path,
) -> None:
    (mine, elsewhere), (page, shell) = desk, jury
    everything(own)
    mine.refresh(frozenset(mine.subjects))
    elsewhere.files = [tmp_path / "els.juryblad"]
    press(mine, "desk.send")
    assert elsewhere.questions == []

    shown = take_over(page, shell, tmp_path / "els.juryblad")
    assert [row.reference for row in shown.sheets.rows.rows] == ["K-01", "K-03"]
    assert {"submitted"} == {row.outcome.value for row in shown.sheets.rows.rows}
    shown.keep.click()

    assert shell.dossier is not None
    assert {sheet.submitted for sheet in kept(shell.dossier).values()} == {True}
    assert shell.said[-1] == "Els Maes: 2 beoordelingen ingediend."


def test_the_preview_shows_no_score_at_all(jury: tuple[JuryPage, DirectShell], tmp_path: Path) -> None:
    page, shell = jury
    assert shell.dossier is not None
    answers = {key: Answer(4, comment="Woordelijk geheim") for key in KEYS}
    file = sheet_files(tmp_path, shell.dossier)(filled(answers=answers, remark="Ook geheim"))

    shown = take_over(page, shell, file)

    model = shown.cells.rows
    told = [model.data(model.index(row, column)) for row in range(model.rowCount()) for column in range(2)]
    assert told.count("nieuw") == len(KEYS) + 1
    assert not [text for text in (*map(str, told), *texts(shown)) if "geheim" in text.casefold()]
    shown.reject()


def test_where_something_else_stands_here_the_officer_chooses(
    jury: tuple[JuryPage, DirectShell], tmp_path: Path
) -> None:
    page, shell = jury
    assert shell.dossier is not None
    save_answers(shell.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(1), SECOND: Answer(1)})
    file = sheet_files(tmp_path, shell.dossier)(filled())
    shown = take_over(page, shell, file)
    assert (shown.theirs.isVisible(), shown.sheets.rows.rows[0].outcome.value) == (True, "kept")
    assert "2 antwoorden staan hier anders" in shown.notes.text()

    shown.theirs.click()
    assert shown.sheets.rows.rows[0].outcome.value == "submitted"
    shown.keep.click()

    assert kept(shell.dossier)["K-01"].answers == filled().answers


def test_an_older_sheet_is_told_and_the_next_file_follows(
    jury: tuple[JuryPage, DirectShell], tmp_path: Path
) -> None:
    page, shell = jury
    assert shell.dossier is not None
    write = sheet_files(tmp_path, shell.dossier)
    older, newer, newest = (write(filled(value=at), after=at) for at in (1, 2, 3))
    take_over(page, shell, newer).keep.click()

    shown = take_over(page, shell, older, newest)

    assert str(shell.notices[-1].text).startswith(
        "els-1.juryblad is ouder dan wat Els Maes al eerder stuurde"
    )
    assert shown.sheets.rows.rows[0].notes[0].key == "packet.sealed_since"
    shown.reject()


def test_what_is_no_sheet_is_told_in_the_window(jury: tuple[JuryPage, DirectShell], tmp_path: Path) -> None:
    page, shell = jury
    file = tmp_path / "foto.juryblad"
    file.write_bytes(b"\x89PNG")
    shell.files = [file]

    press(page, "jury.sheets")

    assert [notice.text.key for notice in shell.notices] == ["packet.no_sheet_file"]  # type: ignore[union-attr]


def test_the_preview_can_be_worked_by_keyboard(
    qtbot: QtBot, jury: tuple[JuryPage, DirectShell], tmp_path: Path
) -> None:
    page, shell = jury
    assert shell.dossier is not None
    shown = take_over(page, shell, sheet_files(tmp_path, shell.dossier)(filled()))

    assert nameless(shown) == []
    assert shown.keep in tabbed(qtbot, shown, shown.sheets)
    assert shown.rect().contains(shown.keep.mapTo(shown, QPoint(0, 0)))
    shown.reject()
    assert can_press(page, "jury.sheets")
