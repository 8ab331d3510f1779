"""Whatever became of a document on its way, it is read, or refused in a sentence; nothing else happens."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.mailbox import limits, sniff
from jury_desktop.mailbox.child import UnreadError
from jury_desktop.wording import LANGUAGES, catalogue
from tests.mailbox.builders import SHARED, docx, zipped
from tests.mailbox.documents.forms import a_pdf_form, a_word_form, a_workbook_form
from tests.mailbox.documents.hostile import a_picture

KINDS = {sniff.PDF: a_pdf_form, sniff.DOCX: a_word_form, sniff.XLSX: a_workbook_form}


@cache
def whole(kind: str) -> bytes:
    return KINDS[kind]()


def outcome(do: str, data: bytes, kind: str) -> str:
    """The text, or the reason why there is none, which must be a sentence in both languages."""
    try:
        head, _ = SHARED.ask(do, data, media_type=kind, key="k", find=("Naam",), page=0, width=200)
    except UnreadError as error:
        reason = error.message.key
    else:
        if not head.get("problem"):
            assert len(head.get("text", "")) <= limits.TEXT_CHARACTERS
            return ""
        reason = str(head["problem"]["key"])
    assert [reason in catalogue(language) for language in LANGUAGES] == [True, True]
    return reason


def look(data: bytes, kind: str) -> None:
    """Opens it and draws a page, or is refused."""
    if not outcome("lay", data, kind):
        outcome("page", b"", kind)


@st.composite
def damage(draw: st.DrawFn, size: int) -> list[tuple[int, bytes]]:
    """Where bytes are overwritten, and with what."""
    places = draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=6))
    return [(place, draw(st.binary(min_size=1, max_size=8))) for place in places]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_damaged_document_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    content = bytearray(whole(kind))
    for place, letters in data.draw(damage(len(content))):
        content[place : place + len(letters)] = letters
    cut = data.draw(st.integers(0, len(content)))
    damaged = bytes(content[:cut] if data.draw(st.booleans()) else content)

    outcome("document", damaged, kind)
    if kind == sniff.PDF:
        outcome("pdf_form", damaged, kind)
        look(damaged, kind)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_damaged_picture_is_drawn_or_refused(form: str, data: st.DataObject) -> None:
    content = bytearray(a_picture(60, 40, "L", form))
    for place, letters in data.draw(damage(len(content))):
        content[place : place + len(letters)] = letters

    look(bytes(content), f"image/{form.lower()}")


@settings(max_examples=40, deadline=None)
@given(xml=st.binary(max_size=400), kind=st.sampled_from((sniff.DOCX, sniff.XLSX, sniff.ODT, sniff.ZIP)))
def test_an_office_file_with_anything_inside_is_read_or_refused(xml: bytes, kind: str) -> None:
    names = ("[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "content.xml")

    outcome("document", zipped(dict.fromkeys(names, xml)), kind)


@pytest.mark.parametrize("kind", [sniff.DOCX, sniff.XLSX])
def test_entities_within_entities_are_refused(kind: str) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><x>&a11;</x>'.encode()
    names = ("[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")

    assert outcome("document", zipped(dict.fromkeys(names, xml)), kind) == "intake.attachment_bomb"


def test_a_document_that_unfolds_beyond_all_measure_is_refused() -> None:
    body = "<w:p/>" * (limits.ZIP_BYTES // 6 + 1)

    assert outcome("document", docx(body), sniff.DOCX) == "intake.attachment_bomb"


def test_a_locked_zip_says_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", b"<x/>")
    locked = bytearray(out.getvalue())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        locked[at] |= 1

    assert outcome("document", bytes(locked), sniff.DOCX) == "intake.attachment_encrypted"
