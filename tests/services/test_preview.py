"""What can be shown of a kept file; what may hurt is never opened."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from docx import Document
from openpyxl import Workbook

from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.messages import say
from jury_desktop.services.preview import Drawer, Pages, Preview, Show, letter_pages, preview
from tests.builders import an_attachment
from tests.mailbox.builders import pdf
from tests.mailbox.documents.forms import a_pdf_form
from tests.mailbox.documents.hostile import a_picture

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    yield made
    made.stop()


def kept(content: bytes, media_type: str) -> Attachment:
    return an_attachment(content, media_type=media_type)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def pages_of(content: bytes, media_type: str, drawer: Drawer, *find: str) -> Pages:
    shown = preview(kept(content, media_type), content, drawer, find)
    assert shown.show is Show.PAGES
    assert shown.pages is not None
    return shown.pages


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_a_picture_is_shown_as_a_page_of_its_size_on_the_screen(kind, drawer):
    pages = pages_of(a_picture(192, 96, "L", kind), f"image/{kind.lower()}", drawer)

    assert (pages.sizes, pages.is_picture) == (((144.0, 72.0),), True)


def test_of_a_pdf_every_page_is_shown(drawer):
    pages = pages_of(a_pdf_form(), PDF, drawer)

    assert (len(pages.sizes), pages.is_picture, pages.place) == (2, False, None)
    assert pages.draw(1, 300).width == 300


def test_a_letter_is_drawn_in_the_same_way(drawer):
    content = pdf("Beste")

    assert letter_pages(content, drawer).content is content


@pytest.mark.parametrize(
    ("content", "media_type", "why"),
    [
        (pdf("geheim", password="sesam"), PDF, "intake.attachment_encrypted"),
        (b"%PDF-1.7 niets", PDF, "intake.attachment_broken"),
        (b"\x89PNG\r\n\x1a\n en dan niets", "image/png", "intake.attachment_broken"),
        (a_picture(50_000, 50_000), "image/png", "intake.attachment_bomb"),
    ],
    ids=["locked", "broken", "damaged picture", "bomb"],
)
def test_what_a_process_of_its_own_cannot_open_never_reaches_the_window(content, media_type, why, drawer):
    assert preview(kept(content, media_type), content, drawer) == Preview(Show.NOTHING, why=say(why))


def test_of_a_word_document_the_text_is_shown(drawer):
    document = Document()
    document.add_paragraph("Kandidatuur lokaal partnerschap")
    content = saved(document)

    assert preview(kept(content, WORD), content, drawer) == Preview(
        Show.TEXT, text="Kandidatuur lokaal partnerschap\n"
    )


def test_of_a_workbook_the_rows_are_shown(drawer):
    book = Workbook()
    book.active.append(["Personeel", 12000])
    content = saved(book)

    assert preview(kept(content, EXCEL), content, drawer) == Preview(Show.TEXT, text="Personeel\t12000")


def test_a_file_with_a_problem_is_not_opened(drawer):
    file = an_attachment(problem=say("intake.attachment_macros"))

    assert preview(file, b"", drawer) == Preview(Show.NOTHING, why=say("intake.attachment_macros"))


def test_a_broken_document_says_so(drawer):
    content = b"PK\x03\x04 not a zip"

    assert preview(kept(content, WORD), content, drawer) == Preview(
        Show.NOTHING, why=say("intake.attachment_broken")
    )


@pytest.mark.parametrize("media_type", ["video/mp4", "image/tiff", "application/octet-stream"])
def test_what_has_neither_pages_nor_text_says_that_it_was_kept(media_type, drawer):
    content = b"\x00\x01\x02"

    assert preview(kept(content, media_type), content, drawer) == Preview(
        Show.NOTHING, why=say("import.no_preview")
    )


def test_what_is_looked_for_is_found_on_its_page(drawer):
    found = pages_of(a_pdf_form(), PDF, drawer, "Staat er niet in", "E-mailadres:", "Telefoon")

    assert found.place is not None
    page, below = found.place
    assert (page, round(below)) == (1, pytest.approx(841 - 712 - 8, abs=4))
    assert pages_of(a_pdf_form(), PDF, drawer, "Staat er niet in", "").place is None
