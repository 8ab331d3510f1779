"""Where messages come from: files, folders, Maildirs, mboxes and zips."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import EvidenceKind, ReadMail, UnreadableMail
from jury_desktop.mailbox import limits
from jury_desktop.wording import render
from tests.mailbox.builders import everything, mails, mbox, on, raw_mail, reasons, received, written, zipped

ONE = raw_mail("een", message_id="<1@x.example>")
TWO = raw_mail("twee", message_id="<2@x.example>")


def sources(*paths: Path) -> list[str]:
    return [mail.source for mail in mails(*paths)]


class TestFilesAndFolders:
    def test_an_mbox_is_read_whatever_it_is_called(self, tmp_path: Path) -> None:
        path = written(tmp_path, "Postvak IN", mbox([ONE, TWO]))

        assert sources(path) == ["Postvak IN · 1", "Postvak IN · 2"]

    @pytest.mark.parametrize(
        "before", [b"\xef\xbb\xbf", b"\r\n\n", b">From x@y.example Fri Jun  2 10:00:00 2023\n"]
    )
    def test_what_stands_before_the_headers_is_not_the_message(self, tmp_path: Path, before: bytes) -> None:
        (item,) = everything(written(tmp_path, "a.eml", before + ONE))

        assert isinstance(item, ReadMail)
        assert (item.raw, item.mail.message_id) == (ONE, "1@x.example")

    def test_a_folder_is_read_in_order_with_its_subfolders(self, tmp_path: Path) -> None:
        for name in ("b.eml", "a.eml", "map/c.eml", "map/d.eml"):
            written(tmp_path, f"export/{name}", ONE)

        assert sources(tmp_path / "export") == [
            f"export/{name}" for name in ("a.eml", "b.eml", "map/c.eml", "map/d.eml")
        ]

    def test_files_that_never_hold_messages_are_passed_over(self, tmp_path: Path) -> None:
        for name in (
            "Thumbs.db",
            "desktop.ini",
            ".DS_Store",
            "Inbox.msf",
            "cur/dovecot-uidlist",
            "__MACOSX/x",
        ):
            written(tmp_path, f"export/{name}", b"x")

        assert everything(tmp_path / "export") == []

    def test_everything_else_is_accounted_for(self, tmp_path: Path) -> None:
        written(tmp_path, "brief.pdf", b"%PDF-1.7")
        written(tmp_path, "leeg.eml", b"")
        written(tmp_path, "ook leeg.eml", b"")

        found = everything(tmp_path)

        assert [item.reason.key for item in found if isinstance(item, UnreadableMail)] == [
            "intake.no_mail",
            "intake.empty_file",
            "intake.empty_file",
        ]
        assert (
            len({digest for item in found if isinstance(item, UnreadableMail) for digest in [item.sha256]})
            == 3
        )

    @pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
    def test_links_and_pipes_are_not_followed(self, tmp_path: Path) -> None:
        written(tmp_path, "elders/geheim.eml", ONE)
        (tmp_path / "export").mkdir()
        (tmp_path / "export" / "map").symlink_to(tmp_path / "elders")
        (tmp_path / "export" / "los.eml").symlink_to(tmp_path / "elders" / "geheim.eml")
        os.mkfifo(tmp_path / "export" / "pijp.eml")

        assert everything(tmp_path / "export") == []

    def test_a_path_that_is_gone_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(JuryError) as refused:
            everything(tmp_path / "weg.mbox")

        assert refused.value.message.key == "intake.no_such_file"

    def test_the_export_is_only_read(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.eml", ONE)
        path.chmod(0o400)
        before = path.stat()

        mails(path)

        assert (path.stat().st_mtime_ns, path.read_bytes()) == (before.st_mtime_ns, ONE)


class TestMaildir:
    def test_gives_its_messages_and_a_hint_of_their_arrival(self, tmp_path: Path) -> None:
        written(tmp_path, "box/cur/1685743200.M1P2.host:2,S".replace(":", "!"), ONE)
        written(tmp_path, "box/new/1685743260.M1P2.host", TWO)

        found = mails(tmp_path / "box")

        hints = [item.evidence for item in (mail.arrival for mail in found)]
        assert [[item.kind for item in hint] for hint in hints] == [
            [EvidenceKind.MAILDIR_NAME, EvidenceKind.DATE_HEADER]
        ] * 2
        assert [mail.arrival.at for mail in found] == [None, None]

    @pytest.mark.parametrize("packed", [False, True])
    def test_names_what_was_not_delivered_yet(self, tmp_path: Path, packed: bool) -> None:
        files = {"box/cur/1685743200.M1P2.host": ONE, "box/tmp/half": TWO, "tmp/b.eml": TWO}
        for name, content in {"box.zip": zipped(files)}.items() if packed else files.items():
            written(tmp_path, f"export/{name}", content)

        found = everything(tmp_path / "export")

        assert [
            (item.source.rpartition("box/")[2], item.reason.key)
            for item in found
            if isinstance(item, UnreadableMail)
        ] == [("tmp/half", "intake.undelivered")]
        assert sum(isinstance(item, ReadMail) for item in found) == 2

    @pytest.mark.parametrize("packed", [False, True])
    def test_has_folders_that_begin_with_a_dot(self, tmp_path: Path, packed: bool) -> None:
        files = {"box/.Kandidaturen/cur/1685743200.M1P2.host": ONE, "box/.Kandidaturen/.x": b"x"}
        for name, content in {"box.zip": zipped(files)}.items() if packed else files.items():
            written(tmp_path, f"export/{name}", content)

        assert [source.rpartition("box/")[2] for source in sources(tmp_path / "export")] == [
            ".Kandidaturen/cur/1685743200.M1P2.host"
        ]


class TestZips:
    def test_of_files_folders_and_mboxes_are_read(self, tmp_path: Path) -> None:
        path = written(tmp_path, "e.zip", zipped({"a.eml": ONE, "map/box": mbox([ONE, TWO]), "map/.x": b"x"}))

        assert sources(path) == ["e.zip › a.eml", "e.zip › map/box · 1", "e.zip › map/box · 2"]

    def test_within_zips_are_read_to_a_depth(self, tmp_path: Path) -> None:
        inner = zipped({"a.eml": ONE})
        for _ in range(2):
            inner = zipped({"e.zip": inner})

        assert sources(written(tmp_path, "ok.zip", inner)) == ["ok.zip › e.zip › e.zip › a.eml"]
        assert reasons(written(tmp_path, "te.zip", zipped({"e.zip": inner}))) == ["intake.zip_nested"]

    def test_names_that_lead_elsewhere_are_only_names(self, tmp_path: Path) -> None:
        path = written(tmp_path, "in/e.zip", zipped({"../../weg.eml": ONE, "/etc/x.eml": TWO}))

        assert sources(path) == ["e.zip › weg.eml", "e.zip › etc/x.eml"]
        assert [item.name for item in tmp_path.iterdir()] == ["in"]

    @pytest.mark.parametrize(
        ("written_as", "flagged", "read_as"),
        [
            ("Café ☕.eml".encode(), True, "Café ☕.eml"),
            ("Café ☕.eml".encode(), False, "Café ☕.eml"),
            ("Café België.eml".encode("cp850"), False, "Café België.eml"),
            ("Cañón ø.eml".encode("cp850"), False, "Cañón ø.eml"),
        ],
        ids=["says UTF-8", "UTF-8 of macOS", "Windows", "Windows, western letters"],
    )
    def test_give_names_as_they_were_meant(
        self, tmp_path: Path, written_as: bytes, flagged: bool, read_as: str
    ) -> None:
        name = "x" * len(written_as)
        data = bytearray(zipped({name: ONE}, zipfile.ZIP_STORED).replace(name.encode(), written_as))
        for record, flags in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
            data[data.index(record) + flags] = 8 * flagged

        assert sources(written(tmp_path, "e.zip", bytes(data))) == [f"e.zip › {read_as}"]

    def test_prove_nothing_by_the_date_of_a_member(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "e.zip", zipped({"a.eml": ONE})))

        assert [item.kind for item in mail.arrival.evidence] == [EvidenceKind.DATE_HEADER]

    def test_of_google_are_read_but_for_what_google_says_of_itself(self, tmp_path: Path) -> None:
        sent = b"X-Gmail-Labels: =?UTF-8?Q?Verzonden,Geopend?=\n" + ONE
        data = zipped(
            {
                "Takeout/Mail/Alle e-mail.mbox": mbox([sent, TWO]),
                "Takeout/Mail/Gebruikersinstellingen/Filters.json": b"{}",
                "Takeout/archive_browser.html": b"<html>",
            }
        )

        found = mails(written(tmp_path, "takeout.zip", data))

        kinds = [{item.kind for item in mail.arrival.evidence} for mail in found]
        assert [EvidenceKind.SENT_COPY in kind for kind in kinds] == [True, False]

    def test_with_too_many_members_are_not_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "ZIP_MEMBERS", 0)

        assert reasons(written(tmp_path, "e.zip", zipped({"a.eml": ONE}))) == ["intake.zip_bomb"]

    def test_have_members_without_a_name(self, tmp_path: Path) -> None:
        data = zipped({"x": ONE, "..": TWO}, zipfile.ZIP_STORED)
        nameless = bytearray(data)
        for record, length, name in ((b"PK\x03\x04", 26, 30), (b"PK\x01\x02", 28, 46)):
            at = nameless.index(record)
            nameless[at + length : at + length + 4] = b"\0\0\x01\0"  # the name becomes the extra field
            assert nameless[at + name : at + name + 1] == b"x"

        found = everything(written(tmp_path, "e.zip", bytes(nameless)))

        assert [item.mail.source for item in found if isinstance(item, ReadMail)] == ["e.zip › ?"] * 2

    def test_lose_a_bomb_alone_and_name_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "ARCHIVE_FREE", 1_000_000)
        inner = zipped({"nul.eml": b" " * 900_000, "twee.eml": TWO})
        files = {"nul.eml": b" " * 2_000_000, "een.eml": ONE, "in.zip": inner, "ruim.eml": b" " * 500_000}

        found = everything(written(tmp_path, "e.zip", zipped(files)))

        assert [(item.source, item.reason.key) for item in found if isinstance(item, UnreadableMail)] == [
            ("e.zip › nul.eml", "intake.zip_bomb"),
            ("e.zip › in.zip › nul.eml", "intake.zip_bomb"),
            ("e.zip › ruim.eml", "intake.empty_file"),
        ]
        assert [item.mail.source for item in found if isinstance(item, ReadMail)] == [
            "e.zip › een.eml",
            "e.zip › in.zip › twee.eml",
        ]

    def test_keep_a_mail_however_small_it_packs(self, tmp_path: Path) -> None:
        """A white scan of 12 MB packs to some kilobytes, a thousand times as small."""
        scan = raw_mail("scan", attachments=[("wit.tif", "image/tiff", b"II*\0" + b"\xff" * 12_000_000)])

        assert sources(written(tmp_path, "e.zip", zipped({"a.eml": ONE, "scan.eml": scan}))) == [
            "e.zip › a.eml",
            "e.zip › scan.eml",
        ]

    def test_with_a_password_say_which_member(self, tmp_path: Path) -> None:
        data = bytearray(zipped({"a.eml": ONE}, zipfile.ZIP_STORED))
        data[data.index(b"PK\x01\x02") + 8] |= 1

        found = everything(written(tmp_path, "e.zip", bytes(data)))

        assert [(item.source, item.reason.key) for item in found if isinstance(item, UnreadableMail)] == [
            ("e.zip › a.eml", "intake.zip_encrypted")
        ]

    @pytest.mark.parametrize("data", [b"PK\x03\x04 geen zip", zipped({"a.eml": ONE * 50})[:-30]])
    def test_that_are_broken_say_so(self, tmp_path: Path, data: bytes) -> None:
        assert reasons(written(tmp_path, "e.zip", data)) == ["intake.zip_broken"]

    def test_with_one_broken_member_lose_only_that(self, tmp_path: Path) -> None:
        data = bytearray(zipped({"a.eml": ONE, "b.eml": TWO}, zipfile.ZIP_STORED))
        data[data.index(b"een") : data.index(b"een") + 3] = b"EEN"

        found = everything(written(tmp_path, "e.zip", bytes(data)))

        assert [isinstance(item, UnreadableMail) for item in found] == [True, False]

    @pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_with_one_member_that_cannot_be_unpacked_lose_only_that(
        self, tmp_path: Path, packing: int
    ) -> None:
        data = bytearray(zipped({"a.eml": ONE, "b.eml": TWO}, packing))
        packed = data.index(b"a.eml") + len(b"a.eml")
        data[packed : packed + 40] = b"\xff" * 40

        found = everything(written(tmp_path, "e.zip", bytes(data)))

        assert [(item.source, item.reason.key) for item in found if isinstance(item, UnreadableMail)] == [
            ("e.zip › a.eml", "intake.broken")
        ]
        assert [item.mail.source for item in found if isinstance(item, ReadMail)] == ["e.zip › b.eml"]

    def test_that_are_documents_are_no_mail(self, tmp_path: Path) -> None:
        path = written(tmp_path, "formulier.docx", zipped({"[Content_Types].xml": b""}))

        assert reasons(path) == ["intake.no_mail"]


class TestUnsupportedFiles:
    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("export.pst", b"!BDN" + bytes(20), "pst_broken"),
            ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "outlook_broken"),
            ("export.csv", b'"Onderwerp","Hoofdtekst","Van: (naam)"\n', "csv_refused"),
        ],
    )
    def test_say_what_to_export_instead_and_keep_the_beginning(
        self, tmp_path: Path, name: str, data: bytes, reason: str
    ) -> None:
        (found,) = everything(written(tmp_path, name, data))

        assert isinstance(found, UnreadableMail)
        assert (found.source, found.reason.key, found.raw) == (name, f"intake.{reason}", data)

    def test_that_are_too_large_for_a_mail_keep_the_beginning(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MESSAGE_BYTES", 1000)
        monkeypatch.setattr(limits, "KEPT_BYTES", 100)
        large = raw_mail("x\n" * 2000)
        export = zipped({"a.eml": large, "b": mbox([large, ONE])})

        found = everything(written(tmp_path, "e.zip", export), written(tmp_path, "a.eml", large))

        assert [(item.reason.key, len(item.raw)) for item in found if isinstance(item, UnreadableMail)] == [
            ("intake.too_large", 100)
        ] * 3
        assert len(found) == 4

    @pytest.mark.parametrize(("size", "whole"), [(100, True), (101, False)])
    def test_that_are_not_kept_whole_say_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, whole: bool
    ) -> None:
        monkeypatch.setattr(limits, "KEPT_BYTES", 100)

        (found,) = everything(written(tmp_path, "film.mp4", bytes(size)))

        assert isinstance(found, UnreadableMail)
        assert (found.whole, len(found.raw)) == (whole, 100)
        said = ("Alleen de eerste megabyte is bewaard" in render(found.reason)) is not whole
        assert said

    def test_that_are_too_large_for_a_mail_say_that_only_the_beginning_is_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MESSAGE_BYTES", 1000)
        monkeypatch.setattr(limits, "KEPT_BYTES", 100)

        (found, _) = everything(written(tmp_path, "b", mbox([raw_mail("x\n" * 2000), ONE])))

        assert isinstance(found, UnreadableMail)
        assert render(found.reason, "en").endswith("the file itself stays where it is.")


def test_the_mark_of_an_mbox_is_evidence(tmp_path: Path) -> None:
    raw = raw_mail("een", at=on(2, "20:00"))
    path = written(
        tmp_path, "box", mbox([raw], "From 1844347792267117879@xxx Fri Jun 02 18:00:05 +0000 2023")
    )

    (mail,) = mails(path)

    assert [item.raw for item in mail.arrival.evidence] == [
        "From 1844347792267117879@xxx Fri Jun 02 18:00:05 +0000 2023",
        received(on(2, "20:00")),
        "Fri, 02 Jun 2023 20:00:00 +0200",
    ]
    assert mail.arrival.at == on(2, "20:00:05")
