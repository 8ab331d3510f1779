"""The review of an import by keyboard: one key for each message, proof, comparison, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.entry import EntryKind
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.places import places
from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import MailServers, Trust, mail_servers
from jury_desktop.ui.command_palette import action_line, rank
from jury_desktop.ui.dialogs.arrival_dialog import ArrivalDialog
from jury_desktop.ui.dialogs.compare_dialog import CompareDialog
from jury_desktop.ui.dialogs.import_dialog import ImportDialog
from jury_desktop.ui.dialogs.place_dialog import PlaceDialog
from jury_desktop.ui.dialogs.servers_dialog import ServersDialog
from jury_desktop.ui.help import ManualDialog
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from jury_desktop.ui.pages.candidacies.review_asking import comparable
from jury_desktop.ui.pages.candidacies.review_table import heading
from jury_desktop.ui.pages.candidacies.servers_bar import ServersBar
from jury_desktop.ui.shell import Answer
from tests.services.mailing import IN_TIME, OWN_SERVER, TOO_LATE, a_dossier, a_message, an_export, form
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import button, can_press, opened, press, texts

STAD = "mx.stad.example"
ANKER = a_message("info@anker.example", form("Anker vzw"))
AGAIN = a_message(
    "info@anker.example",
    form("Anker vzw", "1, 5"),
    subject="Nieuwe versie",
    arrived=IN_TIME.replace(hour=15),
)
BRUG = a_message("info@brug.example", form("Brug vzw", "2"), arrived=TOO_LATE)
QUESTION = a_message("info@kompas.example", "Tot wanneer kan het?", subject="Vraag")
BROKEN = b"\x00" * 8
ZONELESS = a_message("info@vuurtoren.example", form("Vuurtoren vzw", "4")).replace(b" +0200", b"", 1)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Anker in two versions, Brug too late, a question, a file that is no mail, and a time without a zone."""
    made = a_dossier()
    import_mail(made, [an_export(tmp_path, ANKER, AGAIN, BRUG, QUESTION, BROKEN, ZONELESS)])
    return made


@pytest.fixture
def review(qtbot: QtBot, dutch: object, dossier: Dossier) -> tuple[CandidaciesPage, DirectShell]:
    page, shell = opened(qtbot, CandidaciesPage, dossier)
    page.show_review()
    QApplication.processEvents()
    return page, shell


def choose(page: CandidaciesPage, words: str) -> None:
    """Choose the message whose heading has these words."""
    model = page.review.table.rows
    at = next(i for i in range(model.rowCount()) if words in model.index(i, 1).data())
    page.review.table.selectRow(at)
    QApplication.processEvents()


def kinds(dossier: Dossier) -> dict[str, tuple[EntryKind, bool]]:
    """What each message is, and whether that has been confirmed."""
    return {placed.mail.source: (placed.kind, placed.confirmed) for placed in places(dossier)}


def a_dialog(kind: type[QDialog]) -> QDialog:
    [found] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def test_one_key_says_what_a_message_is_and_goes_on(review, dossier, qtbot):
    page, shell = review
    choose(page, "brug.example")

    qtbot.keyClick(page.review.table, Qt.Key.Key_4)

    assert kinds(dossier)["export/03.eml"] == (EntryKind.OTHER, True)
    now = page.review.table.current()
    assert now is not None
    assert "brug.example" not in heading(now)
    shell.undo()
    assert kinds(dossier)["export/03.eml"] == (EntryKind.CANDIDACY, False)


def test_the_key_of_what_it_is_already_confirms_it(review, dossier, qtbot):
    page, _ = review
    choose(page, "brug.example")

    qtbot.keyClick(page.review.table, Qt.Key.Key_1)

    assert kinds(dossier)["export/03.eml"] == (EntryKind.CANDIDACY, True)


def test_the_upper_row_of_a_belgian_keyboard_works_too(review, dossier):
    page, _ = review
    choose(page, "brug.example")

    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Apostrophe, Qt.KeyboardModifier.NoModifier, "'")
    page.review.table.keyPressEvent(event)

    assert kinds(dossier)["export/03.eml"] == (EntryKind.OTHER, True)


def test_a_version_can_be_split_off_and_merged_again_with_one_key_each(review, dossier, qtbot):
    page, _ = review
    choose(page, "Nieuwe versie")
    qtbot.keyClick(page.review.table, Qt.Key.Key_1)
    assert kinds(dossier)["export/02.eml"] == (EntryKind.CANDIDACY, True)
    assert candidacy_list(dossier).account.candidacies == 4

    choose(page, "Nieuwe versie")
    qtbot.keyClick(page.review.table, Qt.Key.Key_2)

    assert kinds(dossier)["export/02.eml"] == (EntryKind.REVISION, True)
    assert candidacy_list(dossier).account.candidacies == 3


def test_a_version_of_nobody_knows_what_is_asked(review, qtbot):
    page, _ = review
    choose(page, "brug.example")

    qtbot.keyClick(page.review.table, Qt.Key.Key_2)

    dialog = a_dialog(PlaceDialog)
    assert isinstance(dialog, PlaceDialog)
    assert dialog.kind() is EntryKind.REVISION
    dialog.reject()


def test_every_message_is_done_by_enter_alone(review, dossier, qtbot):
    page, _ = review
    page.review.table.selectRow(0)

    for _ in range(6):
        qtbot.keyClick(page.review.table, Qt.Key.Key_Return)

    assert all(confirmed for _, confirmed in kinds(dossier).values())
    assert page.desk.isVisible()


def test_the_verdict_names_its_rule_its_proof_and_both_clocks(review):
    page, _ = review
    choose(page, "brug.example")

    shown = texts(page.review.message)

    assert "Laattijdig" in shown
    assert "Het bewijs ligt na de laatste seconde van de deadline." in shown
    assert "3 juni 2023 00:07 (22:07:00 UTC)" in shown
    assert "Een bestand toont samenhang, geen echtheid." in shown
    assert any(f"by {OWN_SERVER}" in text for text in shown)


def test_a_time_without_a_zone_is_asked_and_never_guessed(review, dossier, qtbot):
    page, shell = review
    choose(page, "vuurtoren")
    assert any("zonder tijdzone" in text for text in texts(page.review.message))

    page.review.message.arrival_wanted.emit(None)
    dialog = a_dialog(ArrivalDialog)
    assert isinstance(dialog, ArrivalDialog)
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.reason, "Logboek van de mailserver")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    home = next(r.candidacy for r in candidacy_list(dossier).rows if "Vuurtoren" in r.candidacy.organisation)
    assert (home.first.verdict, home.first.received_by) == (
        "in_time",
        "regisseur: Logboek van de mailserver",
    )
    shell.undo()
    home = next(r.candidacy for r in candidacy_list(dossier).rows if "Vuurtoren" in r.candidacy.organisation)
    assert home.first.verdict == "unknown"


def test_the_arrival_is_established_beside_the_candidacy_too(review, dossier, qtbot):
    page, _ = review
    home = next(r.candidacy for r in candidacy_list(dossier).rows if "Vuurtoren" in r.candidacy.organisation)
    page.show_object(f"{home.reference}.messages")

    qtbot.mouseClick(button(page.details.messages, "Aankomst vaststellen…"), Qt.MouseButton.LeftButton)
    dialog = a_dialog(ArrivalDialog)
    qtbot.keyClicks(dialog.reason, "Logboek van de mailserver")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    home = next(r.candidacy for r in candidacy_list(dossier).rows if "Vuurtoren" in r.candidacy.organisation)
    assert home.first.verdict == "in_time"
    assert "Op tijd" in texts(page.details.messages)


def test_a_verdict_that_asks_for_care_stays_in_sight_when_the_place_is_confirmed(review):
    page, _ = review

    def sure(words: str) -> tuple[str, str]:
        choose(page, words)
        at = page.review.table.currentIndex().siblingAtColumn(3)
        return at.data(), at.data(Qt.ItemDataRole.AccessibleTextRole)

    for words, before, after in (
        ("vuurtoren", "Niet bewezen", "✓ Niet bewezen"),
        ("brug", "Laattijdig", "✓ Laattijdig"),
    ):
        assert sure(words) == (before, f"Zekerheid: {before}")
        page.review.confirm_current()
        assert sure(words) == (after, f"Zekerheid: Bevestigd, {before}")


def test_versions_are_compared_in_two_columns_with_marks(review, qtbot):
    page, _ = review
    choose(page, "Nieuwe versie")

    qtbot.keyClick(page.review.table, Qt.Key.Key_V)

    dialog = a_dialog(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert dialog.other.currentText() == "K-01 · versie 1"
    assert dialog.summary.text().startswith("4 regels verschillen.")
    said = dialog.view.toPlainText()
    assert [said.count(f"Regio-uitdagingen: {numbers}") for numbers in ("1, 4", "1, 5")] == [2, 2]
    assert (dialog.view.count, dialog.view.at) == (4, 1)
    for key, at in ((Qt.Key.Key_N, 2), (Qt.Key.Key_F7, 3), (Qt.Key.Key_P, 2), (Qt.Key.Key_P, 1)):
        qtbot.keyClick(dialog.view, key)
        assert dialog.view.at == at
    dialog.accept()


def test_a_version_is_compared_with_the_one_before_it(qtbot, dutch, tmp_path):
    dossier = a_dossier()
    newest = a_message(
        "info@anker.example",
        form("Anker vzw", "1, 5, 7"),
        subject="Derde versie",
        arrived=IN_TIME.replace(hour=16),
    )
    import_mail(dossier, [an_export(tmp_path, ANKER, AGAIN, newest)])
    page, _ = opened(qtbot, CandidaciesPage, dossier)
    page.show_review()
    against = {}
    for words in ("Kandidatuur", "Nieuwe versie", "Derde versie"):
        choose(page, words)
        against[words] = [text for _, text in comparable(page.review.table.current())]

    assert against == {
        "Kandidatuur": ["K-01 · versie 3", "K-01 · versie 2"],
        "Nieuwe versie": ["K-01 · versie 1", "K-01 · versie 3"],
        "Derde versie": ["K-01 · versie 2", "K-01 · versie 1"],
    }


def test_the_versions_of_a_candidacy_are_compared_from_the_list(review):
    page, shell = review
    page.show_list()
    page.list.select("K-01")
    press(page, "candidacies.versions")
    dialog = a_dialog(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert (dialog.old.text(), dialog.new.text()) == (
        "versie 1 · 1 juni 2023 10:00",
        "versie 2 · 1 juni 2023 15:00",
    )
    dialog.accept()

    page.list.select("K-02")
    press(page, "candidacies.versions")

    assert shell.notices[-1].text == "K-02 heeft maar één versie: er valt niets te vergelijken."


def test_what_has_nothing_beside_it_is_not_compared(review, qtbot):
    page, _ = review
    choose(page, "brug.example")

    qtbot.keyClick(page.review.table, Qt.Key.Key_V)

    assert not page.review.compare.isEnabled()
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, CompareDialog)] == []


def test_servers_that_were_learned_are_confirmed_with_one_button(qtbot, dutch, tmp_path):
    dossier = a_dossier()
    messages = (raw.replace(OWN_SERVER.encode(), STAD.encode()) for raw in (ANKER, BRUG, QUESTION))
    import_mail(dossier, [an_export(tmp_path, *messages)])
    page, shell = opened(qtbot, CandidaciesPage, dossier)
    page.show_review()
    assert f"De aankomst steunt op {STAD}" in page.review.servers.text.text()

    qtbot.mouseClick(page.review.servers.agree, Qt.MouseButton.LeftButton)

    assert not page.review.servers.isVisible()
    assert mail_servers(dossier).trust is Trust.CONFIRMED
    shell.undo()
    assert page.review.servers.isVisible()


def test_loose_files_without_a_server_they_share_are_a_guess_until_one_click(qtbot, dutch, tmp_path):
    dossier = a_dossier()
    servers = (f"mx{number}.huis{number}.example" for number in range(1, 5))
    letters = (ANKER, BRUG, QUESTION, AGAIN)
    messages = (
        raw.replace(OWN_SERVER.encode(), by.encode()) for raw, by in zip(letters, servers, strict=True)
    )
    import_mail(dossier, [an_export(tmp_path, *messages)])
    page, shell = opened(qtbot, CandidaciesPage, dossier)
    page.show_review()
    bar = page.review.servers
    assert bar.isVisible()
    assert bar.text.text() == (
        "De berichten delen geen mailserver. Tot jij het bevestigt, telt bij elk bericht de laatste server "
        "als die van jullie (4 servers: mx1.huis1.example, mx2.huis2.example, mx3.huis3.example …). De regel "
        "van een server die niet van jullie is, bewijst niets."
    )
    assert bar.agree.text() == "Ja, allemaal van ons"
    guess = "Bewijs: de laatste mailserver; bevestig dat het die van jullie is"
    choose(page, "brug.example")
    assert guess in texts(page.review.message)

    qtbot.mouseClick(bar.agree, Qt.MouseButton.LeftButton)

    assert not bar.isVisible()
    assert (mail_servers(dossier).trust, len(mail_servers(dossier).servers)) == (Trust.CONFIRMED, 4)
    assert guess not in texts(page.review.message)
    shell.undo()
    assert bar.isVisible()


def test_one_loose_file_says_that_it_is_too_few(qtbot, dutch):
    bar = ServersBar()
    qtbot.addWidget(bar)
    bar.show_servers(MailServers(("mx.huis.example",), Trust.LAST_HOP, (("mx.huis.example", 1),)))

    assert bar.text.text().startswith("Er zijn te weinig berichten om jullie mailserver te herkennen.")
    assert bar.agree.text() == "Ja, die van ons"


def test_other_servers_can_be_named(review, dossier, qtbot):
    page, shell = review

    press(page, "candidacies.servers")
    dialog = a_dialog(ServersDialog)
    assert isinstance(dialog, ServersDialog)
    assert [box.text() for box in dialog.hosts] == [f"{OWN_SERVER}  ·  5 berichten"]
    dialog.hosts[0].click()
    assert OWN_SERVER not in dialog.names.toPlainText()
    dialog.hosts[0].click()
    assert OWN_SERVER in dialog.names.toPlainText().split()
    dialog.names.setPlainText("mx.elders.example")
    assert not dialog.hosts[0].isChecked()
    shell.answers = [Answer("confirm")]
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    assert [question.text for question in shell.questions] == [
        "mx.elders.example schreef geen enkel bericht van dit dossier. Klopt de naam?\n\n"
        "Het oordeel over de aankomst van 4 berichten zou veranderen.\n\n"
        "Van 4 berichten zou niets de aankomst nog bewijzen."
    ]
    verdicts = {row.candidacy.first.verdict for row in candidacy_list(dossier).rows}
    assert verdicts == {"unknown"}
    assert shell.said == ["Mailservers bevestigd. Het oordeel over 4 berichten is veranderd."]


def test_servers_that_wrote_nothing_are_not_confirmed_without_a_yes(review, dossier):
    page, shell = review

    page.review.naming.name(("mx.elders.example",))

    assert [question.title for question in shell.questions] == ["Deze mailservers bevestigen?"]
    assert mail_servers(dossier).trust is Trust.CALL
    assert not shell.done


def test_the_ticks_and_the_names_of_servers_say_the_same(qtbot, dutch):
    seen = (("mx1.stad.example", 4), ("mx2.stad.example", 2), ("mx.elders.example", 1))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ServersDialog(MailServers(("stad.example",), Trust.LEARNED, seen), parent)

    def ticked() -> list[bool]:
        return [box.isChecked() for box in dialog.hosts]

    assert ticked() == [True, True, False]
    dialog.names.setPlainText("mx.elders")
    assert ticked() == [False, False, False]
    dialog.names.setPlainText("stad.example")
    assert ticked() == [True, True, False]
    dialog.hosts[0].click()
    assert (ticked(), dialog.names.toPlainText()) == ([False, True, False], "mx2.stad.example")


@pytest.mark.parametrize("review_on_show", [True, False], ids=["review", "list"])
def test_the_palette_finds_what_a_person_means(review, review_on_show):
    page, _ = review
    if not review_on_show:
        page.show_list()
    lines = [action_line(action) for action in page.page_actions()]

    assert rank(lines, "aankomst")[0].text == "Aankomst vaststellen…"
    assert rank(lines, "server")[0].text == "Eigen mailservers…"
    rank(lines, "server")[0].run()
    a_dialog(ServersDialog).reject()
    rank(lines, "aankomst")[0].run()
    a_dialog(ArrivalDialog).reject()


def test_from_the_list_the_palette_goes_to_the_letter(review):
    page, shell = review
    page.show_list()
    lines = [action_line(action) for action in page.page_actions()]

    rank(lines, "naar de brief")[0].run()

    assert shell.visits == [("letters", page.details.details.candidacy.reference)]


def test_an_import_can_be_begun_from_the_review(review):
    page, _ = review

    press(page, "candidacies.import")

    assert a_dialog(ImportDialog)


def test_after_another_import_the_review_opens_on_what_waits(review, dossier, tmp_path):
    page, _ = review
    page.review.confirm_current()
    for row in page.review.table.rows.rows:
        page.review.verbs.confirm("", (row.placed.mail.sha256,))
    page.show_review()
    choose(page, "brug")

    page.read([an_export(tmp_path, a_message("info@nieuw.example", form("Nieuw vzw", "3")))])

    assert page.review.isVisible()
    assert "nieuw.example" in heading(page.review.table.current())


def test_undoing_goes_back_to_the_message_whose_step_was_undone(review, qtbot):
    page, shell = review
    choose(page, "vuurtoren")
    first = heading(page.review.table.current())
    qtbot.keyClick(page.review.table, Qt.Key.Key_Return)
    assert heading(page.review.table.current()) != first

    shell.undo()

    assert heading(page.review.table.current()) == first


def test_undoing_finds_the_message_that_the_filter_had_hidden(review, qtbot):
    page, shell = review
    page.review.filter.setCurrentText("Te bevestigen")
    choose(page, "vuurtoren")
    first = heading(page.review.table.current())
    qtbot.keyClick(page.review.table, Qt.Key.Key_Return)

    shell.undo()

    assert heading(page.review.table.current()) == first


def test_the_subject_has_the_first_line_of_a_message(review):
    page, _ = review
    choose(page, "brug")

    lines = page.review.table.currentIndex().siblingAtColumn(1).data(Qt.ItemDataRole.UserRole)

    assert lines.first.endswith(" · Kandidatuur")
    assert lines.second.startswith("info@brug.example · ")


def test_from_the_review_the_keyboard_goes_on_through_the_list(review):
    page, _ = review

    page.show_list()

    assert page.focusWidget() is page.list.table


def test_unreadable_messages_are_saved_as_they_were(review, tmp_path):
    page, shell = review
    place = tmp_path / "onleesbaar"
    place.mkdir()
    shell.files = [place]
    assert can_press(page, "candidacies.unreadable")

    page.review.unreadable.click()

    assert sorted(file.name for file in place.iterdir()) == ["001 05.eml", "onleesbare berichten.csv"]
    assert shell.notices[-1].text.startswith("1 onleesbaar bericht bewaard in onleesbaar")


def test_the_last_import_is_taken_back_after_a_question(review, dossier):
    page, shell = review

    press(page, "candidacies.take_back")
    assert candidacy_list(dossier).account.read == 6
    shell.answers = [Answer("take")]
    press(page, "candidacies.take_back")

    assert shell.questions[-1].title == "Laatste import terugnemen?"
    assert candidacy_list(dossier).account == Account()
    assert page.zone.isVisible()


def test_an_import_is_undone_as_any_step(qtbot, dutch, tmp_path):
    dossier = a_dossier()
    page, shell = opened(qtbot, CandidaciesPage, dossier)
    page.read([an_export(tmp_path, ANKER, QUESTION)])
    assert candidacy_list(dossier).account.read == 2

    shell.undo()

    assert candidacy_list(dossier).account == Account()


def test_the_import_dialog_explains_how_to_export(review, qtbot):
    page, _ = review
    page.show_list()
    page.ask_import()
    dialog = a_dialog(ImportDialog)
    assert isinstance(dialog, ImportDialog)

    qtbot.mouseClick(dialog.zone.help, Qt.MouseButton.LeftButton)

    manual = a_dialog(ManualDialog)
    assert isinstance(manual, ManualDialog)
    said = manual.text.toPlainText()
    programs = (
        "Outlook (klassiek)",
        "Nieuwe Outlook",
        "Thunderbird",
        "Gmail",
        "Apple Mail",
        "Outlook voor Mac",
    )
    assert [name for name in programs if name not in said] == []
    manual.close()
    dialog.reject()
