"""Kandidaturen as the regisseur uses it: import, review by keyboard, the list, corrections, judgements."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import shiboken6
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility, Candidacy, ItemCheck, ItemState
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.sheet import Answer as Answered
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import candidacy_list, judge_admissibility
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers
from jury_desktop.storage.store import create_store
from jury_desktop.ui.dialogs.import_dialog import ImportDialog
from jury_desktop.ui.dialogs.place_dialog import PlaceDialog
from jury_desktop.ui.dialogs.request_dialog import RequestDialog
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.widgets.state_segments import StateSegments
from jury_desktop.ui.wiring import Wiring
from tests.builders import NOW, a_call, a_juror, a_letter
from tests.services.mailing import IN_TIME, TOO_LATE, a_dossier, a_message, an_export, form
from tests.ui.conftest import settle
from tests.ui.doubles import DirectShell


def a_pdf(text: str) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 720, text)
    canvas.save()
    return stream.getvalue()


def a_document(text: str) -> bytes:
    document, stream = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


MESSAGES = (
    a_message(
        "An Peeters <an@anker.example>",
        form("Anker vzw"),
        files={"Formulier.pdf": a_pdf("Kandidatuur"), "Begroting.docx": a_document("Personeel 12000")},
    ),
    a_message("info@brug.example", form("Brug vzw", "2"), arrived=TOO_LATE),
    a_message("info@kompas.example", form("Kompas vzw", "5", contact=""), arrived=IN_TIME.replace(hour=12)),
    a_message("info@kompas.example", "Mogen wij met twee indienen?", subject="Vraag"),
    a_message(
        "info@vuurtoren.example",
        "Hierbij nog een document bij onze kandidatuur.",
        subject="Re: kandidatuur",
        files={"Nota.pdf": a_pdf("Nota")},
        arrived=IN_TIME.replace(hour=14),
    ),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with three candidacies, made once; every test works on a copy."""
    folder = tmp_path_factory.mktemp("dossier")
    dossier = a_dossier(create_store(folder / "template.jury", a_call()))
    import_mail(dossier, [an_export(folder, *MESSAGES)])
    save_juror(dossier, a_juror(1))
    dossier.store.close()
    return folder / "template.jury"


@pytest.fixture
def dossier(template: Path, tmp_path: Path) -> Iterator[Dossier]:
    file = tmp_path / "lier.jury"
    shutil.copy(template, file)
    opened = open_dossier(str(file), now=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Dossier]:
    made = a_dossier(create_store(tmp_path / "leeg.jury", a_call()))
    yield made
    made.store.close()


@pytest.fixture
def show(qtbot: QtBot, dutch: object) -> Callable[[Dossier], tuple[CandidaciesPage, DirectShell]]:
    def shown(dossier: Dossier) -> tuple[CandidaciesPage, DirectShell]:
        shell = DirectShell(dossier)
        page = CandidaciesPage(shell)
        qtbot.addWidget(page)
        shell.on_change = page.refresh
        page.resize(1180, 780)
        page.refresh(EVERYTHING)
        page.show()
        page.activateWindow()
        return page, shell

    return shown


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def a_dialog(kind: type[QDialog]) -> QDialog:
    [found] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def kept(dossier: Dossier, reference: str) -> Candidacy:
    rows = candidacy_list(dossier).rows
    return next(row.candidacy for row in rows if row.candidacy.reference == reference)


def cells(page: CandidaciesPage) -> list[tuple[str, str, str]]:
    """Number, organisation and status of the rows on show."""
    model = page.list.table.rows
    shown = ((model.index(at, column).data() for column in (0, 1, 4)) for at in range(model.rowCount()))
    return [(number, name, status) for number, name, status in shown]


def messages(page: CandidaciesPage) -> list[tuple[str, str]]:
    """Kind and certainty of the messages of the review, with the heading of each."""
    model = page.review.table.rows
    return [(model.index(at, 0).data(), model.index(at, 3).data()) for at in range(model.rowCount())]


# the import


def test_an_empty_dossier_asks_for_the_export_and_reading_it_leads_to_the_review(
    show, empty, qtbot, tmp_path
):
    page, shell = show(empty)
    assert page.zone.isVisible()
    assert page.zone.accessibleName() == "Sleep je postvakexport hierheen of kies bestanden"
    shell.files = [an_export(tmp_path, *MESSAGES)]

    qtbot.mouseClick(page.zone.folder, Qt.MouseButton.LeftButton)

    assert page.review.isVisible()
    assert messages(page) == [
        ("Kandidatuur", "Twijfelachtig"),
        ("Kandidatuur", "Laattijdig"),
        ("Kandidatuur", "Zeker"),
        ("Ander bericht", "Zeker"),
        ("Kandidatuur", "Zeker"),
    ]
    assert page.subtitle() == "import nakijken · 5 berichten · 5 te bevestigen"
    assert shell.notices[-1].text == "5 berichten gelezen. Kijk na wat ze zijn en bevestig."


def test_the_choice_of_files_hides_none_at_first(show, empty):
    """Thunderbird keeps its mailboxes in files without an ending."""
    page, shell = show(empty)
    offered: list[str] = []
    shell.pick_open = lambda title, filters, picked, many: offered.append(filters)

    page.choice.choose_files()

    [filters] = offered
    first, second = filters.split(";;")
    assert first == "Alle bestanden (*)"
    assert "*.mbox" in second


def test_files_dropped_anywhere_on_the_page_are_read(show, dossier, tmp_path):
    page, _ = show(dossier)
    data = QMimeData()
    export = an_export(tmp_path, a_message("info@nieuw.example", form("Nieuw vzw", "3")))
    data.setUrls([QUrl.fromLocalFile(str(export))])
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, bare)

    page.dropEvent(event)

    assert kept(dossier, "K-05").organisation == "Nieuw vzw"
    assert page.review.isVisible()


def test_the_button_in_the_header_opens_a_dialog_that_takes_files_or_a_folder(show, dossier, qtbot, tmp_path):
    page, shell = show(dossier)
    shell.files = [an_export(tmp_path, MESSAGES[3])]

    page.show_object("import")
    dialog = a_dialog(ImportDialog)
    qtbot.mouseClick(dialog.zone.folder, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()
    assert page.review.account.text() == (
        "6 berichten gelezen: 4 kandidaturen, 1 dubbel, 1 ander bericht. Niets verloren."
    )


def test_the_progress_counts_the_messages_and_names_them(show, empty, tmp_path):
    page, shell = show(empty)

    page.read([an_export(tmp_path, *MESSAGES[:2])])

    said = [(step.total, shell.words(step.text)) for step in shell.progress]
    assert said[0] == (1000, "1 bericht gelezen · export/01.eml")
    assert said[-2:] == [
        (1000, "2 berichten gelezen; ze worden gesorteerd."),
        (1000, "2 van 2 nieuwe berichten bewaard"),
    ]


def test_an_empty_folder_is_told_and_the_page_asks_again(show, empty, tmp_path):
    page, shell = show(empty)

    page.read([an_export(tmp_path)])

    assert [notice.text for notice in shell.notices] == [
        "Er zat geen mail in. Kies een ander bestand of een andere map."
    ]
    assert page.zone.isVisible()


def test_what_cannot_be_read_is_told_and_the_page_stays_where_it_was(show, dossier, tmp_path):
    page, shell = show(dossier)

    page.read([tmp_path / "weg.mbox"])

    assert shell.words(shell.notices[0].text).startswith("Er is geen bestand of map")
    assert page.desk.isVisible()


def test_a_cancelled_import_keeps_nothing(qtbot, dutch, empty, tmp_path):
    wiring = Wiring(
        open=_none, create=_none, open_packet=_none, now=lambda: NOW, manual=lambda _page, _language: ""
    )
    window = MainWindow(wiring, Preferences(user="Regisseur"))
    qtbot.addWidget(window)
    window.show_dossier(empty, "candidacies")
    window.show()
    page = window.page
    assert isinstance(page, CandidaciesPage)
    qtbot.waitUntil(page.zone.isVisible)

    page.read([an_export(tmp_path, *MESSAGES)])
    qtbot.mouseClick(page.reading.cancel, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(page.zone.isVisible)
    qtbot.waitUntil(lambda: not window.shell.jobs.running)
    assert candidacy_list(empty).account == Account()
    assert [bar.text.text() for bar in window.shell.notices.bars()] == [
        "De import is gestopt. Er is niets van bewaard: het dossier is zoals het ervoor was. "
        "Importeer opnieuw wanneer je wil; niets komt er dubbel in."
    ]
    window.close()


def _none(*_: str) -> Dossier:
    raise AssertionError("not asked for")


def test_the_shortcut_on_an_empty_page_asks_for_files_at_once(show, empty, tmp_path):
    page, shell = show(empty)
    shell.files = sorted(an_export(tmp_path, *MESSAGES[:2]).iterdir())

    page.show_object("import")
    assert page.zone.isVisible()
    page.ask_import()

    assert len(messages(page)) == 2


# the review


def test_enter_confirms_and_goes_on_to_the_next_that_waits(show, dossier, qtbot):
    page, shell = show(dossier)
    page.show_review()

    press(qtbot, page.review.table, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert [certainty for _, certainty in messages(page)] == [
        "Bevestigd",
        "Laattijdig",
        "Bevestigd",
        "Zeker",
        "Zeker",
    ]
    assert page.review.table.currentIndex().row() == 3
    assert page.subtitle() == "import nakijken · 5 berichten · 3 te bevestigen"
    assert [operation.text for operation in shell.done] == [
        "Plaats bevestigen van K-03 · info@vuurtoren.example – Re: kandidatuur",
        "Plaats bevestigen van K-01 · An Peeters – Kandidatuur",
    ]


def test_a_message_is_placed_differently_with_a_reason(show, dossier, qtbot):
    page, _ = show(dossier)
    page.show_review()

    press(qtbot, page.review.table, Qt.Key.Key_P)
    dialog = a_dialog(PlaceDialog)
    assert isinstance(dialog, PlaceDialog)
    assert dialog.kind() is EntryKind.CANDIDACY
    assert not dialog.keep.isEnabled()
    dialog.radios[EntryKind.OTHER].click()
    qtbot.keyClicks(dialog.reason, "Een nota, geen kandidatuur")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    assert messages(page)[-1] == ("Ander bericht", "Bevestigd")
    assert [row.candidacy.reference for row in candidacy_list(dossier).rows] == ["K-01", "K-02", "K-04"]
    assert page.review.account.text() == (
        "5 berichten gelezen: 3 kandidaturen, 2 andere berichten. Niets verloren."
    )


def test_a_version_needs_its_candidacy(show, dossier, qtbot):
    page, _ = show(dossier)
    page.show_review()

    press(qtbot, page.review.table, Qt.Key.Key_2)
    dialog = a_dialog(PlaceDialog)
    assert isinstance(dialog, PlaceDialog)
    qtbot.keyClicks(dialog.reason, "Vuurtoren heet nu Anker")
    dialog.candidacy.setCurrentIndex(0)
    assert not dialog.keep.isEnabled()
    dialog.candidacy.setCurrentIndex(1)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    assert [version.number for version in kept(dossier, "K-01").versions] == [1, 2]


def test_confirming_everything_asks_first_while_there_is_doubt(show, dossier):
    page, shell = show(dossier)
    page.show_review()

    page.review.confirm_all()
    assert [question.title for question in shell.questions] == ["Alles bevestigen?"]
    assert candidacy_list(dossier).account.unconfirmed == 5

    shell.answers = [Answer("all")]
    page.review.confirm_all()
    assert candidacy_list(dossier).account.unconfirmed == 0
    assert page.desk.isVisible()
    assert shell.notices[-1].text == "Elk bericht heeft zijn plaats, door jou bevestigd."


def test_the_review_can_show_only_what_waits(show, dossier, qtbot):
    page, _ = show(dossier)
    page.show_review()
    press(qtbot, page.review.table, Qt.Key.Key_Return)

    page.review.filter.setCurrentText("Te bevestigen")

    assert len(messages(page)) == 4


def test_a_message_shows_its_raw_proof_of_arrival(show, dossier):
    page, _ = show(dossier)
    page.show_review()
    page.review.table.choose(page.review.table.rows.rows[2].placed.mail.sha256)

    said = [each.text() for each in page.review.message.findChildren(QLabel)]

    assert "Kandidatuur" in said
    assert "An Peeters <an@anker.example>" in said
    assert "1 juni 2023 10:00 (08:00:00 UTC)" in said
    assert "Bewijs: Ontvangen door je eigen mailserver" in said
    assert any(text.startswith("from anker.example by ") for text in said)


# the list


def test_the_list_shows_what_each_candidacy_needs(show, dossier):
    page, _ = show(dossier)

    assert cells(page) == [
        ("K-01", "Anker vzw", "Te beoordelen"),
        ("K-02", "Kompas vzw", "Aanvullen? (1)"),
        ("K-03", "info@vuurtoren.example", "Aanvullen? (2)"),
        ("K-04", "Brug vzw", "Laattijdig?"),
    ]
    assert page.list.account.text() == (
        "5 berichten gelezen: 4 kandidaturen, 1 ander bericht. Niets verloren."
    )
    assert page.subtitle() == "deadline 02/06/2023 23:59 · klok van de mailserver"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("brug", ["K-04"]), ("begroting.docx", ["K-01"]), ("peeters k-01", ["K-01"]), ("niets", [])],
)
def test_typing_finds_names_files_and_numbers(show, dossier, qtbot, typed, wanted):
    page, _ = show(dossier)

    qtbot.keyClicks(page.list.search, typed)

    assert [number for number, *_ in cells(page)] == wanted


def test_what_is_open_is_always_what_is_chosen_in_the_list(show, dossier, qtbot):
    page, _ = show(dossier)

    qtbot.keyClicks(page.list.search, "brug")
    assert page.list.table.current().candidacy.reference == "K-04"
    assert page.details.organisation.text() == "Brug vzw"

    qtbot.keyClicks(page.list.search, " nergens")
    assert page.list.table.current() is None
    assert not page.details.isVisible()

    page.list.search.clear()
    assert page.list.table.current().candidacy.reference == "K-01"
    assert page.details.isVisible()
    assert page.details.organisation.text() == "Anker vzw"


def test_no_key_judges_a_candidacy_that_is_not_in_the_list(show, dossier, qtbot):
    page, shell = show(dossier)
    qtbot.keyClicks(page.list.search, "nergens")

    for action in page.page_actions():
        if action.id.partition(".")[2] in {
            "admit",
            "complete",
            "late",
            "inadmissible",
            "request",
            "versions",
        }:
            action.run()

    assert [row.candidacy.admissibility for row in candidacy_list(dossier).rows] == [
        Admissibility.UNDECIDED
    ] * 4
    assert not shell.questions
    assert not shell.done


def test_nothing_is_judged_while_the_candidacy_that_was_chosen_is_still_being_read(show, dossier):
    page, shell = show(dossier)
    late: list[Callable[[], object]] = []
    at_once = shell.run_job
    shell.run_job = lambda work, done, **how: late.append(lambda: at_once(work, done, **how))

    page.list.select("K-02")
    page.details.judge(Admissibility.ADMISSIBLE)
    assert kept(dossier, "K-01").admissibility is Admissibility.UNDECIDED
    assert not shell.done

    late.pop()()
    page.details.judge(Admissibility.ADMISSIBLE)
    assert kept(dossier, "K-02").admissibility is Admissibility.ADMISSIBLE


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return], ids=["down", "return"])
def test_from_the_search_one_key_goes_to_the_list(show, dossier, qtbot, key):
    page, _ = show(dossier)
    page.list.search.setFocus()
    qtbot.waitUntil(page.list.search.hasFocus)
    qtbot.keyClicks(page.list.search, "vzw")

    press(qtbot, page.list.search, key)

    assert page.list.table.hasFocus()


def test_what_leaves_the_list_by_its_judgement_gives_its_place_to_the_next(show, dossier):
    page, _ = show(dossier)
    page.list.filter.setCurrentText("Te beoordelen")
    page.show_object("K-02")

    page.details.judge(Admissibility.ADMISSIBLE)

    assert [number for number, *_ in cells(page)] == ["K-01", "K-03", "K-04"]
    assert page.list.table.current().candidacy.reference == "K-03"
    assert page.details.reference.text() == "K-03"


def test_the_filter_keeps_one_judgement_and_a_wanted_candidacy_comes_out_of_it(show, dossier):
    page, _ = show(dossier)
    page.details.judge(Admissibility.ADMISSIBLE)

    page.list.filter.setCurrentText("Ontvankelijk")
    assert [number for number, *_ in cells(page)] == ["K-01"]
    page.show_object("K-04")

    assert page.list.table.current().candidacy.reference == "K-04"
    assert page.details.organisation.text() == "Brug vzw"


def test_the_list_can_be_exported(show, dossier, tmp_path):
    page, shell = show(dossier)
    shell.files = [tmp_path / "lijst.xlsx"]

    page.exporter.export()

    assert load_workbook(tmp_path / "lijst.xlsx").active.max_row == 5
    assert shell.notices[-1].text == "4 kandidaturen geschreven in lijst.xlsx."


# one candidacy


def test_the_first_candidacy_is_open_with_its_pdf(show, dossier):
    page, _ = show(dossier)

    assert page.details.reference.text() == "K-01"
    assert [chip.text() for chip in page.details.files.chips()] == ["Formulier.pdf", "Begroting.docx"]
    assert page.details.files.view.pages.area.count == 1


def test_the_same_content_under_two_names_is_two_files(show, empty, tmp_path, qtbot):
    files = dict.fromkeys(("statuten.docx", "begroting.docx"), a_document("Gelijk"))
    import_mail(empty, [an_export(tmp_path, a_message("info@anker.example", form("Anker vzw"), files=files))])
    page, _ = show(empty)
    chips = page.details.files.chips()

    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)

    assert [(chip.text(), chip.isChecked()) for chip in chips] == [
        ("statuten.docx", False),
        ("begroting.docx", True),
    ]
    assert page.details.files.view.text.toPlainText() == "Gelijk\n"


def test_of_another_kind_of_file_the_text_is_shown(show, dossier, qtbot):
    page, _ = show(dossier)

    qtbot.mouseClick(page.details.files.chips()[1], Qt.MouseButton.LeftButton)

    assert page.details.files.view.text.toPlainText() == "Personeel 12000\n"


def test_a_copy_of_a_file_can_be_saved(show, dossier, qtbot, tmp_path):
    page, shell = show(dossier)
    shell.files = [tmp_path / "kopie.pdf"]

    qtbot.mouseClick(page.details.files.save, Qt.MouseButton.LeftButton)

    assert (tmp_path / "kopie.pdf").read_bytes().startswith(b"%PDF")
    assert shell.notices[-1].text == "Bewaard als kopie.pdf."


def test_a_place_that_cannot_be_written_is_told(show, dossier, qtbot, tmp_path):
    page, shell = show(dossier)
    shell.files = [tmp_path / "nergens" / "kopie.pdf"]

    qtbot.mouseClick(page.details.files.save, Qt.MouseButton.LeftButton)

    assert "kon niet geschreven worden" in shell.words(shell.notices[-1].text)


def test_every_field_names_the_line_it_came_from(show, dossier):
    page, _ = show(dossier)
    page.show_object("K-02")
    page.details.choose_tab("particulars")

    hints = {name: field.hint.text() for name, field in page.details.particulars._fields.items()}

    assert hints["organisation"] == "Uit e-mail: “Naam van de organisatie: Kompas vzw”"
    assert hints["contact"] == "Ontbreekt op het formulier"
    assert hints["phone"] == "Staat niet op het formulier"
    assert page.details.remarks.text() == "Nog niet in orde: Contactpersoon."


def test_a_correction_is_kept_when_the_field_is_left(show, dossier, qtbot):
    page, shell = show(dossier)
    page.show_object("K-02")
    page.details.choose_tab("particulars")
    fields = page.details.particulars.lines
    qtbot.waitUntil(page.isActiveWindow)
    fields["contact"].setFocus()

    qtbot.keyClicks(fields["contact"], "Jan Wouters")
    fields["phone"].setFocus()

    assert kept(dossier, "K-02").contact == "Jan Wouters"
    assert cells(page)[1] == ("K-02", "Kompas vzw", "Te beoordelen")
    assert [operation.text for operation in shell.done] == ["Gegevens van K-02 wijzigen"]


def test_leaving_the_candidacy_keeps_what_was_typed(show, dossier, qtbot):
    page, _ = show(dossier)
    page.details.choose_tab("particulars")
    qtbot.keyClicks(page.details.particulars.lines["phone"], "03 111 11 11")

    page.show_object("K-02")

    assert kept(dossier, "K-01").phone == "03 111 11 11"
    assert kept(dossier, "K-02").phone == ""


def test_what_is_no_address_is_marked_and_not_kept_but_the_rest_is(show, dossier):
    page, shell = show(dossier)
    page.details.choose_tab("particulars")
    tab = page.details.particulars
    tab.lines["email"].setText("anker")
    tab.lines["address"].setText("Markt 1, Lier")

    tab.commit()

    assert (kept(dossier, "K-01").email, kept(dossier, "K-01").address) == (
        "info@anker.example",
        "Markt 1, Lier",
    )
    assert tab.lines["email"].text() == "anker"
    assert len(shell.done) == 1


def test_challenges_municipalities_and_partners_are_kept_too(show, dossier, qtbot):
    page, _ = show(dossier)
    tab = page.details.particulars
    page.details.choose_tab("particulars")

    tab.challenges.toggles[7].click()
    tab.municipalities.chips["Nijlen"].click()
    tab.partners.setPlainText("De Klink\n\nHuis van Morgen vzw")
    tab.commit()

    found = kept(dossier, "K-01")
    assert (found.challenges, found.municipalities, found.partners) == (
        (1, 4, 7),
        ("Nijlen",),
        ("De Klink", "Huis van Morgen vzw"),
    )


def test_availability_for_the_pitch_is_entered_in_windows_and_stretches(show, dossier, qtbot):
    page, _ = show(dossier)
    editor = page.details.particulars.availability
    page.details.choose_tab("particulars")
    wednesday, friday, _ = a_call().windows

    editor.windows.chips[friday.id].click()
    editor.add.click()

    found = kept(dossier, "K-01")
    assert found.preferred_windows == (friday.id,)
    assert [(s.start, s.end) for s in found.unavailable] == [(wednesday.start, wednesday.end)]

    editor.rows[0].removed.emit(editor.rows[0])
    assert kept(dossier, "K-01").unavailable == ()


def test_a_stretch_that_ends_before_it_begins_is_marked_and_not_kept(show, dossier):
    page, shell = show(dossier)
    page.details.choose_tab("particulars")
    editor = page.details.particulars.availability
    editor.add.click()
    done = len(shell.done)

    editor.rows[0].start.setTime(editor.rows[0].end.time())
    editor.rows[0].start.editingFinished.emit()

    assert len(shell.done) == done
    assert editor.rows[0].stretch() is None


def test_messages_open_their_files_and_give_their_original(show, dossier, tmp_path):
    page, shell = show(dossier)
    page.details.choose_tab("messages")
    shell.files = [tmp_path / "origineel.eml"]
    save = next(
        b for b in page.details.messages.findChildren(QPushButton) if b.text() == "Origineel bewaren…"
    )
    chip = next(b for b in page.details.messages.findChildren(QPushButton) if b.text() == "Begroting.docx")

    save.click()
    chip.click()

    assert (tmp_path / "origineel.eml").read_bytes() == MESSAGES[0]
    assert page.details.files.isVisible()
    assert page.details.files.view.text.toPlainText() == "Personeel 12000\n"


def test_assessments_show_progress_and_no_score(show, dossier):
    page, _ = show(dossier)
    page.details.judge(Admissibility.ADMISSIBLE)
    page.show_object("K-01")
    page.details.choose_tab("progress")

    said = [label.text() for label in page.details.progress.findChildren(QLabel)]

    assert said == [
        "Schriftelijke ronde",
        "0 van 1 ingediend",
        "Jurylid 1 · Gemeente 1",
        "De scores blijven verzegeld tot de oproep ze laat zien.",
    ]


def test_the_history_tells_what_was_changed_by_whom(show, dossier):
    page, _ = show(dossier)
    page.details.choose_tab("particulars")
    page.details.particulars.lines["phone"].setText("03 111 11 11")
    page.details.particulars.commit()
    page.details.choose_tab("history")

    said = [label.text() for label in page.details.history.findChildren(QLabel)]

    assert said[:4] == [
        "Gegevens van kandidatuur K-01 gewijzigd",
        "9 juni 2023 14:00 · Regisseur",
        "telefoon",
        "03 111 11 11",
    ]


@pytest.mark.parametrize("which", ["import", "place", "file"])
def test_a_dialog_that_was_closed_is_gone(show, dossier, which):
    page, _ = show(dossier)
    page.show_review()
    if which == "import":
        page.ask_import()
    elif which == "place":
        page.review.place_with_reason()
    else:
        [chip] = [each for each in page.review.message.findChildren(QPushButton) if each.text() == "Nota.pdf"]
        chip.click()
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]

    dialog.reject()
    settle()

    assert not shiboken6.isValid(dialog)


# judging


def test_admissible_goes_on_to_the_next(show, dossier, qtbot):
    page, _ = show(dossier)

    qtbot.mouseClick(page.details.footer.admit, Qt.MouseButton.LeftButton)

    assert kept(dossier, "K-01").admissibility is Admissibility.ADMISSIBLE
    assert page.details.reference.text() == "K-02"
    qtbot.mouseClick(page.details.footer.previous, Qt.MouseButton.LeftButton)
    assert page.details.status.accessibleName() == "Ontvankelijk"


def test_late_asks_for_the_reason_and_proposes_what_the_mail_server_says(show, dossier, qtbot):
    page, shell = show(dossier)
    page.show_object("K-04")
    shell.answers = [Answer("late", "Zeven minuten te laat.")]

    page.details.judge(Admissibility.LATE)

    proof = f"mailserver {a_call().own_servers[0]}"
    assert [(question.title, question.proposal) for question in shell.questions] == [
        (
            "K-04 Brug vzw laattijdig verklaren?",
            f"Kwam aan op 3 juni 2023 00:07 ({proof}); de deadline was 2 juni 2023 23:59.",
        )
    ]
    found = kept(dossier, "K-04")
    assert (found.admissibility, found.admissibility_reason) == (Admissibility.LATE, "Zeven minuten te laat.")
    assert page.details.reference.text() == "K-04"


def test_lateness_is_not_proposed_against_the_proof(show, dossier):
    page, shell = show(dossier)
    page.show_object("K-01")

    page.details.judge(Admissibility.LATE)

    (question,) = shell.questions
    assert question.proposal == ""
    assert question.text.startswith(
        "Let op: het bewijs zegt dat K-01 op tijd aankwam, op 1 juni 2023 10:00. Een brief over "
        "laattijdigheid wordt zo niet definitief."
    )
    assert [(choice.primary, choice.danger) for choice in question.choices] == [(False, True)]


def test_a_late_candidacy_is_only_admitted_with_a_reason_and_says_so_from_then_on(show, dossier):
    page, shell = show(dossier)
    page.show_object("K-04")
    warning = "Let op: het bewijs zegt dat K-04 na de deadline aankwam, op 3 juni 2023 00:07."

    page.details.judge(Admissibility.ADMISSIBLE)

    assert kept(dossier, "K-04").admissibility is Admissibility.UNDECIDED
    assert (shell.questions[-1].title, shell.questions[-1].text.startswith(warning)) == (
        "K-04 Brug vzw toch toelaten?",
        True,
    )
    shell.answers = [Answer("admissible", "De mailserver lag een uur plat.")]
    page.details.judge(Admissibility.ADMISSIBLE)
    found = kept(dossier, "K-04")
    assert (found.admissibility, found.admissibility_reason) == (
        Admissibility.ADMISSIBLE,
        "De mailserver lag een uur plat.",
    )
    page.show_object("K-04")
    assert warning in page.details.remarks.text()
    shell.undo()
    assert kept(dossier, "K-04").admissibility is Admissibility.UNDECIDED


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.UNKNOWN, "candidacy.admitted_but_unproven"),
        (Verdict.BORDERLINE, "candidacy.admitted_but_borderline"),
    ],
)
def test_what_nothing_proves_to_be_in_time_is_only_admitted_after_a_question(show, dossier, verdict, said):
    page, shell = show(dossier)
    details = page.details.details
    first = replace(details.candidacy.first, verdict=verdict.value)
    doubtful = replace(details.candidacy, versions=(first,))

    page.details.judging.judge(replace(details, candidacy=doubtful), Admissibility.ADMISSIBLE)

    [question] = shell.questions
    assert (question.text, question.reason) == (say(said, reference="K-01"), "")
    assert kept(dossier, "K-01").admissibility is Admissibility.UNDECIDED

    shell.answers = [Answer("admissible")]
    page.details.judging.judge(replace(details, candidacy=doubtful), Admissibility.ADMISSIBLE)
    assert kept(dossier, "K-01").admissibility is Admissibility.ADMISSIBLE


def test_backing_out_of_the_question_changes_nothing(show, dossier):
    page, shell = show(dossier)

    page.details.judge(Admissibility.INADMISSIBLE)

    assert len(shell.questions) == 1
    assert kept(dossier, "K-01").admissibility is Admissibility.UNDECIDED


def test_what_a_candidate_was_told_is_revised_with_a_reason_for_the_new_letter(show, dossier):
    candidacy = kept(dossier, "K-04")
    judge_admissibility(dossier, candidacy.id, Admissibility.LATE, "Te laat.")
    with dossier.change() as uow:
        told = a_letter(candidacy, type="late", state=LetterState.SENT, channel="email", sent_at=NOW)
        uow.letters.save(replace(told, pdf=uow.blobs.put(b"%PDF")))
        uow.journal.append("letter.sent", "candidacy", "K-04")
    page, shell = show(dossier)
    page.show_object("K-04")
    shell.answers = [Answer("revise", "De mailserver liep voor.")]

    page.details.judge(Admissibility.ADMISSIBLE)

    found = kept(dossier, "K-04")
    assert (found.admissibility, found.admissibility_reason, found.form_revised) == (
        Admissibility.ADMISSIBLE,
        "De mailserver liep voor.",
        1,
    )


def test_a_judgement_can_be_taken_back_with_undo(qtbot, dutch, dossier):
    wiring = Wiring(
        open=_none, create=_none, open_packet=_none, now=lambda: NOW, manual=lambda _page, _language: ""
    )
    window = MainWindow(wiring, Preferences(user="Regisseur"))
    qtbot.addWidget(window)
    window.show_dossier(dossier, "candidacies")
    window.show()
    page = window.page
    assert isinstance(page, CandidaciesPage)
    qtbot.waitUntil(lambda: page.details.reference.text() == "K-01")

    qtbot.mouseClick(page.details.footer.admit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.details.reference.text() == "K-02")
    assert cells(page)[0][2] == "Ontvankelijk"
    window.shell.operations.undo()

    qtbot.waitUntil(lambda: cells(page)[0][2] == "Te beoordelen")
    qtbot.waitUntil(lambda: not window.shell.jobs.running)
    window.close()


# the checklist


def an_item(page: CandidaciesPage, key: str) -> StateSegments:
    return page.details.checklist.items[key].choice


def test_undoing_a_judgement_goes_back_to_its_candidacy(show, dossier):
    page, shell = show(dossier)
    page.details.judge(Admissibility.ADMISSIBLE)
    assert page.list.table.current().candidacy.reference == "K-02"

    shell.undo()

    assert page.list.table.current().candidacy.reference == "K-01"
    assert page.details.reference.text() == "K-01"


def test_the_checklist_is_done_by_keyboard_and_undone(show, dossier, qtbot):
    page, shell = show(dossier)
    page.show_object("K-02.checklist")
    assert page.details.tabs.buttons["checklist"].text() == "Controle (1)"
    contact = an_item(page, "form.contact")
    assert contact.state == "missing"

    qtbot.waitUntil(page.isActiveWindow)
    contact.setFocus()
    press(qtbot, contact, Qt.Key.Key_3)

    assert kept(dossier, "K-02").checks == (ItemCheck("form.contact", ItemState.TO_REQUEST),)
    assert an_item(page, "form.contact").hasFocus()
    press(qtbot, an_item(page, "form.contact"), Qt.Key.Key_Backspace)
    assert kept(dossier, "K-02").checks == ()
    shell.undo()
    assert an_item(page, "form.contact").state == "to_request"


def test_what_lacks_is_asked_in_a_draft_mail_that_can_be_changed_first(show, dossier, tmp_path):
    page, shell = show(dossier)
    page.show_object("K-02.checklist")
    shell.files = [tmp_path / "vraag.eml"]
    page.details.checklist.request.click()
    dialog = a_dialog(RequestDialog)
    dialog.subject.setText("Nog één vraag")

    dialog.save.click()

    mail = message_from_bytes((tmp_path / "vraag.eml").read_bytes(), policy=default)
    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == ("info@kompas.example", "Nog één vraag", "1")
    assert [check.item for check in kept(dossier, "K-02").checks] == ["form.contact"]
    assert page.details.history.isHidden()
    page.details.choose_tab("history")
    told = [shown.text() for shown in page.details.history.findChildren(QLabel)]
    assert "Aan kandidatuur K-02 gevraagd wat ontbreekt" in told


def test_a_request_stays_on_the_screen_until_it_is_kept(show, dossier, tmp_path):
    page, shell = show(dossier)
    page.show_object("K-02.checklist")
    page.details.checklist.request.click()
    dialog = a_dialog(RequestDialog)
    dialog.text.setPlainText("Wie is uw contactpersoon?")

    dialog.save.click()
    shell.files = [tmp_path / "nergens" / "vraag.eml"]
    dialog.save.click()

    assert kept(dossier, "K-02").checks == ()
    assert a_dialog(RequestDialog).request().text == "Wie is uw contactpersoon?"
    shell.files = [tmp_path / "vraag.eml"]
    dialog.save.click()
    assert not dialog.isVisible()
    assert "Wie is uw contactpersoon?" in (tmp_path / "vraag.eml").read_text(encoding="utf-8")


def test_the_request_goes_to_the_clipboard_as_well(show, dossier):
    page, _ = show(dossier)
    page.show_object("K-02.checklist")
    page.details.checklist.request.click()

    a_dialog(RequestDialog).copy.click()

    assert "- Contactpersoon" in QApplication.clipboard().text()
    assert kept(dossier, "K-02").checks[0].state is ItemState.TO_REQUEST


def test_nothing_is_asked_when_nothing_lacks(show, dossier):
    page, shell = show(dossier)
    page.show_object("K-01.checklist")

    assert not page.details.checklist.request.isEnabled()
    page.details.ask_for_what_lacks()
    assert [notice.text for notice in shell.notices] == [say("completeness.nothing_lacks", reference="K-01")]


def test_a_candidacy_that_is_shut_out_leads_to_its_letter(show, dossier):
    page, shell = show(dossier)
    page.show_object("K-04")
    assert page.details.letter.isHidden()
    shell.answers = [Answer("late", "Kwam te laat aan.")]

    page.details.footer.late.click()
    page.details.letter.click()

    assert kept(dossier, "K-04").admissibility is Admissibility.LATE
    assert shell.questions[-1].reason == "Reden (blijft in het dossier)"
    assert shell.visits[-1] == ("letters", "K-04.late")
    shell.undo()
    assert page.details.letter.isHidden()


def test_the_reason_for_inadmissibility_starts_from_what_lacks(show, dossier):
    page, shell = show(dossier)
    page.show_object("K-02")
    shell.answers = [Answer("inadmissible", "Geen contactpersoon.")]

    page.details.footer.inadmissible.click()
    page.details.letter.click()

    asked = shell.questions[-1]
    assert (asked.reason, asked.proposal) == (
        "Reden (komt in de brief)",
        "Nog niet in orde: Contactpersoon.",
    )
    assert shell.visits[-1] == ("letters", "K-02.inadmissible")


def test_alt_and_a_digit_enter_a_tab(show, dossier, qtbot):
    page, _ = show(dossier)
    page.show_object("K-02")
    qtbot.waitUntil(page.isActiveWindow)
    actions = {action.id: action for action in page.page_actions()}

    entered = {}
    for number, key in enumerate(("files", "particulars", "checklist", "messages"), start=1):
        assert actions[f"candidacies.tab_{key}"].shortcut == f"Alt+{number}"
        actions[f"candidacies.tab_{key}"].run()
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        tab = page.details._stack.currentWidget()
        inside = focused if tab.isAncestorOf(focused) else None
        entered[key] = [kind for kind in (QLineEdit, QPushButton) if isinstance(inside, kind)]

    assert entered == {
        "files": [],
        "particulars": [QLineEdit],
        "checklist": [QPushButton],
        "messages": [QPushButton],
    }
    assert page.details.tabs.current() == "messages"


def test_of_sealed_scores_the_history_only_tells_how_many_events_there_are(show, dossier):
    key = kept(dossier, "K-01").id
    judge_admissibility(dossier, key, Admissibility.ADMISSIBLE)
    juror = a_juror(1).id
    save_answers(dossier, juror, key, Round.WRITTEN, {"outreach": Answered(3)})
    page, _ = show(dossier)
    page.show_object("K-01.history")

    told = [shown.text() for shown in page.details.history.findChildren(QLabel)]

    assert told[0] == "1 gebeurtenis over een beoordeling is nog verzegeld. Ze staat in het logboek."
    assert "Geoordeeld over de vorm van kandidatuur K-01" in told
    assert [text for text in told if text.startswith("Beoordeling bewaard")] == []
