"""What can be shown of a kept file; what may hurt is never opened."""

from __future__ import annotations

import io

import pytest
from docx import Document
from openpyxl import Workbook

from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier
from jury_desktop.services.preview import Preview, Show, preview
from tests.builders import an_attachment
from tests.mailbox.builders import pdf
from tests.mailbox.documents.forms import a_pdf_form
from tests.mailbox.documents.hostile import a_pdf_with_a_picture
from tests.services.mailing import a_dossier

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def keep(dossier: Dossier, content: bytes, media_type: str) -> Attachment:
    with dossier.change() as uow:
        uow.blobs.put(content)
        uow.journal.append("mail.imported", "mail", "export")
    return an_attachment(content, media_type=media_type)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


@pytest.mark.parametrize(
    ("media_type", "show"),
    [("image/png", Show.PICTURE), ("image/jpeg", Show.PICTURE)],
)
def test_pictures_are_shown_as_they_are(media_type, show):
    dossier = a_dossier()
    file = keep(dossier, b"as it came", media_type)

    assert preview(dossier, file) == Preview(show, b"as it came")


def test_pages_are_shown_as_they_are():
    dossier, content = a_dossier(), a_pdf_form()

    assert preview(dossier, keep(dossier, content, PDF)) == Preview(Show.PAGES, content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf("geheim", password="sesam"), "intake.attachment_encrypted"),
        (b"%PDF-1.7 niets", "intake.attachment_broken"),
        (a_pdf_with_a_picture(20_000), "intake.attachment_bomb"),
    ],
    ids=["locked", "broken", "bomb"],
)
def test_pages_that_a_process_of_its_own_cannot_draw_never_reach_the_window(content, why):
    dossier = a_dossier()

    assert preview(dossier, keep(dossier, content, PDF)) == Preview(Show.NOTHING, why=say(why))


def test_of_a_word_document_the_text_is_shown():
    document = Document()
    document.add_paragraph("Kandidatuur lokaal partnerschap")
    dossier = a_dossier()
    file = keep(dossier, saved(document), WORD)

    assert preview(dossier, file) == Preview(Show.TEXT, text="Kandidatuur lokaal partnerschap\n")


def test_of_a_workbook_the_rows_are_shown():
    book = Workbook()
    book.active.append(["Personeel", 12000])
    dossier = a_dossier()
    file = keep(dossier, saved(book), EXCEL)

    assert preview(dossier, file) == Preview(Show.TEXT, text="Personeel\t12000")


def test_a_file_with_a_problem_is_not_even_read():
    file = an_attachment(problem=say("intake.attachment_macros"))

    assert preview(a_dossier(), file) == Preview(Show.NOTHING, why=say("intake.attachment_macros"))


def test_a_broken_document_says_so():
    dossier = a_dossier()
    file = keep(dossier, b"PK\x03\x04 not a zip", WORD)

    assert preview(dossier, file) == Preview(Show.NOTHING, why=say("intake.attachment_broken"))


@pytest.mark.parametrize("media_type", ["video/mp4", "image/tiff", "application/octet-stream"])
def test_what_has_neither_pages_nor_text_says_that_it_was_kept(media_type):
    dossier = a_dossier()
    file = keep(dossier, b"\x00\x01\x02", media_type)

    assert preview(dossier, file) == Preview(Show.NOTHING, why=say("import.no_preview"))


def test_what_is_looked_for_is_found_on_its_page():
    dossier, content = a_dossier(), a_pdf_form()
    file = keep(dossier, content, PDF)

    found = preview(dossier, file, ("Staat er niet in", "E-mailadres:", "Telefoon"))

    assert found.place is not None
    page, below = found.place
    assert (page, round(below)) == (1, pytest.approx(841 - 712 - 8, abs=4))
    assert preview(dossier, file, ("Staat er niet in", "")).place is None
