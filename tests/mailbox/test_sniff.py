"""What a file is, and whether the program will open it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox import sniff
from jury_desktop.mailbox.sniff import danger, media_type
from tests.mailbox.builders import docx, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(*streams: str) -> bytes:
    return OLE + b"".join(stream.encode("utf-16-le") for stream in streams)


@pytest.mark.parametrize(
    ("data", "declared", "kind"),
    [
        (b"%PDF-1.7 ...", "application/octet-stream", sniff.PDF),
        (b"\r\n\r\n%PDF-1.4", "text/plain", sniff.PDF),
        (b"MZ\x90\0", "application/pdf", sniff.EXECUTABLE),
        (b"\x7fELF", "image/png", sniff.EXECUTABLE),
        (b"\x89PNG\r\n\x1a\n", "application/octet-stream", "image/png"),
        (docx(paragraph("x")), "application/octet-stream", sniff.DOCX),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "", sniff.XLSX),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}, 0), "", sniff.ODT),
        (zipped({"a.pdf": b"%PDF-"}), sniff.DOCX, sniff.ZIP),
        (ole("WordDocument"), "application/pdf", "application/msword"),
        (ole("__properties_version1.0"), "", sniff.OUTLOOK),
        (b"\x78\x9f\x3e\x22", "application/octet-stream", sniff.TNEF),
        (b"BEGIN:VCALENDAR\r\n", "text/plain", "text/calendar"),
        (b"<!DOCTYPE html><p>x", "application/octet-stream", "text/html"),
        (b"Dag allemaal", "application/octet-stream", "text/plain"),
        (b"Dag allemaal", "application/pdf", "application/octet-stream"),
        (b"a;b;c", "text/csv", "text/csv"),
        (b"\0\1\2", "", "application/octet-stream"),
        (b"x", "no type at all", "text/plain"),
        (b"", "", "application/octet-stream"),
    ],
)
def test_content_tells_the_type(data: bytes, declared: str, kind: str) -> None:
    assert media_type(data, declared) == kind


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"%PDF-1.7", "formulier.pdf", None),
        (b"MZ\x90\0", "formulier.pdf", "attachment_program"),
        (b"MZ\x90\0", "formulier.pdf.exe", "attachment_disguised"),
        (b"alert(1)", "lees.js", "attachment_program"),
        (b"[InternetShortcut]", "formulier.docx.url", "attachment_disguised"),
        (b"L\0\0\0\x01\x14\x02\0", "formulier", "attachment_program"),
        (bytes(0x8001) + b"CD001", "schijf.img", "attachment_program"),
        (ole("EncryptedPackage"), "formulier.docx", "attachment_encrypted"),
        (ole("WordDocument", "_VBA_PROJECT"), "formulier.doc", "attachment_macros"),
        (docx(paragraph("x"), vbaProject=""), "formulier.docx", None),
        (
            zipped({"[Content_Types].xml": b"", "word/vbaProject.bin": b""}),
            "formulier.docm",
            "attachment_macros",
        ),
        (b"\x78\x9f\x3e\x22", "winmail.dat", "attachment_winmail"),
        (b"x", "tarief.v2.pdf.txt", None),
    ],
)
def test_programs_disguises_macros_and_locks_stay_closed(data: bytes, name: str, problem: str | None) -> None:
    found = danger(data, media_type(data, "application/octet-stream"), name)

    assert (found.key if found else None) == (problem and f"intake.{problem}")


@given(st.binary(max_size=300), st.text(max_size=30), st.text(max_size=30))
def test_nothing_makes_it_fail(data: bytes, declared: str, name: str) -> None:
    danger(data, media_type(data, declared), name)
    danger(b"PK\x03\x04" + data, media_type(b"PK\x03\x04" + data, declared), name)
