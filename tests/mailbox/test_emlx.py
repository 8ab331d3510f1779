"""Messages of Apple Mail."""

from __future__ import annotations

import hashlib
import os
import sys
import zipfile
from base64 import encodebytes
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.mail import EvidenceKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.emlx import read
from jury_desktop.mailbox.folders import beside
from jury_desktop.mailbox.places import Place, Raw
from tests.mailbox.builders import mails, raw_mail, reasons, written, zipped

RECEIVED = 1685743140
"""2 June 2023, 23:59:00 in Brussels."""
PARTIAL = (
    b"From: a@x.example\nSubject: groot\nContent-Type: multipart/mixed; boundary=g\n\n"
    b"--g\nContent-Type: text/plain\n\nZie bijlage\n"
    b"--g\nContent-Type: application/pdf; name=f.pdf\nContent-Transfer-Encoding: base64\n"
    b"Content-Disposition: attachment; filename=f.pdf\nX-Apple-Content-Length: 6789\n\n"
    b"--g--\n"
)
PDF = b"%PDF-1.7 inhoud"


def emlx(raw: bytes, length: int | None = None, flags: int = 8623489025) -> bytes:
    listed = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n'
        f'<plist version="1.0">\n<dict>\n\t<key>date-received</key>\n\t<integer>{RECEIVED}</integer>\n'
        f"\t<key>flags</key>\n\t<integer>{flags}</integer>\n</dict>\n</plist>\n"
    )
    return b"%-10d\n" % (len(raw) if length is None else length) + raw + listed.encode()


class TestAMessage:
    @pytest.mark.parametrize("length", [None, 0, 3, 999_999])
    def test_is_read_whatever_length_it_claims(self, tmp_path: Path, length: int | None) -> None:
        (mail,) = mails(written(tmp_path, "12.emlx", emlx(raw_mail("Dag"), length)))

        assert (mail.text, mail.subject) == ("Dag\n", "Kandidatuur De Brug")

    @pytest.mark.parametrize(("length", "noted"), [(999_999, [say("intake.cut_off")]), (None, []), (0, [])])
    def test_that_is_shorter_than_it_claims_says_so(
        self, tmp_path: Path, length: int | None, noted: list[Message]
    ) -> None:
        (mail,) = mails(written(tmp_path, "12.emlx", emlx(raw_mail("Dag"), length)))

        assert list(mail.notes) == noted

    def test_proves_its_arrival(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "12.emlx", emlx(raw_mail("Dag"))))

        assert mail.arrival.at == datetime(2023, 6, 2, 21, 59, tzinfo=UTC)
        assert mail.arrival.decisive is not None
        assert (mail.arrival.decisive.kind, mail.arrival.decisive.raw) == (
            EvidenceKind.EMLX_RECEIVED,
            str(RECEIVED),
        )

    def test_that_is_a_draft_proves_nothing(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "12.emlx", emlx(raw_mail("Dag"), flags=1 << 6 | 1)))

        assert mail.arrival.at is None
        assert EvidenceKind.SENT_COPY in [item.kind for item in mail.arrival.evidence]

    def test_without_a_list_is_still_a_message(self, tmp_path: Path) -> None:
        raw = raw_mail("Dag")
        (mail,) = mails(written(tmp_path, "12.emlx", b"%d\n" % len(raw) + raw))

        assert (mail.text, mail.arrival.at) == ("Dag\n", None)


class TestAPartialMessage:
    def test_says_what_is_missing(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "Messages/12.partial.emlx", emlx(PARTIAL)))

        assert mail.notes == (say("intake.apple_partial", missing=1),)

    @pytest.mark.parametrize("packed", [False, True])
    def test_gets_back_what_lies_beside_it(self, tmp_path: Path, packed: bool) -> None:
        files = {
            "INBOX.mbox/Info.plist": b"<plist/>",
            "INBOX.mbox/Data/Messages/12.partial.emlx": emlx(PARTIAL),
            "INBOX.mbox/Data/Messages/13.emlx": emlx(raw_mail("Dag")),
            "INBOX.mbox/Data/Attachments/12/2/f.pdf": PDF,
        }
        for name, content in {"mail.zip": zipped(files)}.items() if packed else files.items():
            written(tmp_path, f"export/{name}", content)

        found = mails(tmp_path / "export")

        assert [(mail.source.rpartition("/")[2], mail.text.strip(), mail.notes) for mail in found] == [
            ("12.partial.emlx", "Zie bijlage", ()),
            ("13.emlx", "Dag", ()),
        ]
        assert [(item.name, item.bytes) for item in found[0].attachments] == [("f.pdf", len(PDF))]

    def test_gets_back_no_more_than_goes_into_a_mail(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MESSAGE_BYTES", 3000)
        files = {f"Attachments/12/{number}/f.pdf": bytes(1000) for number in range(2, 9)}
        for name, content in (files | {"Messages/12.partial.emlx": emlx(PARTIAL)}).items():
            written(tmp_path, f"export/{name}", content)
        (path,) = (tmp_path / "export/Messages").iterdir()
        place = Place(path.name, lambda: path.open("rb"), path.stat().st_size, beside=beside(path))

        (found,) = read(place)

        assert isinstance(found, Raw)
        assert found.files == (("2", bytes(1000)), ("3", bytes(1000)), ("4", bytes(1000)))
        assert found.size == len(found.data) + 3000

    @pytest.mark.parametrize("packed", [False, True])
    def test_gets_back_what_stood_in_the_mail(self, tmp_path: Path, packed: bool) -> None:
        """Older versions keep an attachment as it was, in base64, in a file beside the message."""
        files = {
            "Data/Messages/12.partial.emlx": emlx(PARTIAL),
            "Data/Messages/12.2.emlxpart": encodebytes(PDF),
            "Data/Attachments/12/2/f.pdf": b"dezelfde, maar niet zoals hij was",
            "Data/Messages/112.2.emlxpart": b"van een ander",
            "Data/Messages/112.emlx": emlx(PARTIAL),
        }
        for name, content in {"mail.zip": zipped(files)}.items() if packed else files.items():
            written(tmp_path, f"export/{name}", content)

        other, mail = mails(tmp_path / "export")

        assert [(item.name, item.sha256) for item in mail.attachments] == [
            ("f.pdf", hashlib.sha256(PDF).hexdigest())
        ]
        assert (mail.notes, other.notes) == ((), ())

    def test_gets_it_back_when_its_files_are_picked_one_by_one(self, tmp_path: Path) -> None:
        message = written(tmp_path, "12.partial.emlx", emlx(PARTIAL))
        part = written(tmp_path, "12.2.emlxpart", encodebytes(PDF))

        (mail,) = mails(message, part)

        assert [item.bytes for item in mail.attachments] == [len(PDF)]

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    @pytest.mark.parametrize("linked", ["Attachments", "Attachments/12", "Attachments/12/2/f.pdf"])
    def test_gets_nothing_that_a_link_leads_to(self, tmp_path: Path, linked: str) -> None:
        elsewhere = tmp_path / "elders" / "2"
        written(elsewhere, "f.pdf", PDF)
        written(tmp_path, "export/Messages/12.partial.emlx", emlx(PARTIAL))
        link = tmp_path / "export" / linked
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(elsewhere / "f.pdf" if link.suffix else elsewhere.parent)

        (mail,) = mails(tmp_path / "export")

        assert [item.bytes for item in mail.attachments] == [0]
        assert mail.notes == (say("intake.apple_partial", missing=1),)

    def test_says_what_is_larger_than_any_mail(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MESSAGE_BYTES", 3000)
        files = {"Messages/12.partial.emlx": emlx(PARTIAL), "Attachments/12/2/f.pdf": bytes(3001)}
        for name, content in files.items():
            written(tmp_path, f"export/{name}", content)

        for source in (tmp_path / "export", written(tmp_path, "e.zip", zipped(files, zipfile.ZIP_STORED))):
            (mail,) = mails(source)
            assert mail.notes == (say("intake.apple_partial", missing=1),)

    @pytest.mark.parametrize("as_it_stood", [False, True])
    def test_gets_back_a_large_one_within_600_megabytes(self, tmp_path: Path, as_it_stood: bool) -> None:
        large = os.urandom(80 * limits.MEBIBYTE)
        written(tmp_path, "export/Messages/12.partial.emlx", emlx(PARTIAL))
        if as_it_stood:
            written(tmp_path, "export/Messages/12.2.emlxpart", encodebytes(large))
        else:
            written(tmp_path, "export/Attachments/12/2/f.pdf", large)

        with Child(limits.Limits(memory=600 * limits.MEBIBYTE)) as child:
            (mail,) = mails(tmp_path / "export", child=child)

        assert [item.sha256 for item in mail.attachments] == [hashlib.sha256(large).hexdigest()]

    def test_is_needed_to_read_its_attachment(self, tmp_path: Path) -> None:
        assert reasons(written(tmp_path, "12.2.emlxpart", encodebytes(PDF))) == ["intake.apple_part"]

    def test_leaves_what_belongs_to_no_message_accounted_for(self, tmp_path: Path) -> None:
        written(tmp_path, "export/Messages/12.partial.emlx", emlx(PARTIAL))
        written(tmp_path, "export/Attachments/120/2/g.pdf", PDF)

        assert reasons(tmp_path / "export") == ["intake.no_mail"]
