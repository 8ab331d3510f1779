"""A whole form is read, whatever it was made with, and each field knows its line and its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jury_desktop.domain.form import challenge_numbers
from jury_desktop.domain.mail import FieldValue
from jury_desktop.mailbox.describe import BODY
from tests.mailbox.builders import mails, raw_mail, written
from tests.mailbox.documents.forms import (
    ANSWERS,
    CHOSEN,
    LABELS,
    a_pdf_form,
    a_text_form,
    a_word_form,
    a_workbook_form,
    an_old_word_form,
)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ATTACHED = {
    "formulier.pdf": ("application/pdf", a_pdf_form),
    "formulier.docx": (WORD, a_word_form),
    "oud formulier.docx": (WORD, an_old_word_form),
    "formulier.xlsx": (EXCEL, a_workbook_form),
}


def read(folder: Path, raw: bytes) -> dict[str, FieldValue]:
    [mail] = mails(written(folder, "kandidatuur.eml", raw))
    return {field.key: field for field in mail.fields}


def assert_whole(found: dict[str, FieldValue], source: str) -> None:
    assert {key: found[key].value for key in ANSWERS if key in found} == ANSWERS
    assert challenge_numbers(found["challenges"].value) == CHOSEN
    assert {field.source for field in found.values()} == {source}
    assert [key for key, label in LABELS.items() if label not in found[key].line] == []


@pytest.mark.parametrize("name", ATTACHED)
def test_an_attached_form_is_read_whole(tmp_path: Path, name: str) -> None:
    media_type, make = ATTACHED[name]

    found = read(tmp_path, raw_mail("Zie bijlage.", attachments=[(name, media_type, make())]))

    assert_whole(found, name)


def test_a_form_in_the_mail_itself_is_read_whole(tmp_path: Path) -> None:
    assert_whole(read(tmp_path, raw_mail(a_text_form())), BODY)


def test_what_the_form_leaves_out_is_completed_from_the_mail(tmp_path: Path) -> None:
    attached = [("formulier.docx", WORD, a_word_form())]

    found = read(tmp_path, raw_mail("Adres: Kaaihof 7, 2500 Lier", attachments=attached))

    assert (found["address"].value, found["address"].source) == ("Kaaihof 7, 2500 Lier", BODY)
    assert found["contact"].source == "formulier.docx"
