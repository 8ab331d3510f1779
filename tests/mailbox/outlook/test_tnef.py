"""What Outlook wraps in a winmail.dat."""

from __future__ import annotations

import hashlib
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.mail import Address, EvidenceKind, Mail
from jury_desktop.domain.messages import say
from jury_desktop.mailbox.outlook import tnef
from jury_desktop.mailbox.outlook.properties import OBJECT, Tag
from tests.mailbox.builders import FORM, mails, on, raw_mail, reasons, written
from tests.mailbox.outlook.builders import (
    DELIVERED,
    arrived,
    attached,
    attribute,
    block,
    letters,
    msg,
    plain_rtf,
    winmail,
)
from tests.mailbox.outlook.compound import compound

PDF = b"%PDF-1.7 " + bytes(5000)


def in_mail(content: bytes, text: str = "Beste", name: str = "winmail.dat") -> bytes:
    return raw_mail(text, at=on(2, "20:00"), attachments=[(name, "application/ms-tnef", content)])


def one(tmp_path: Path, data: bytes, name: str = "a.eml") -> Mail:
    (mail,) = mails(written(tmp_path, name, data))
    return mail


def files(mail: Mail) -> list[tuple[str, str]]:
    return [(item.name, item.sha256) for item in mail.attachments]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class TestInAMail:
    def test_gives_its_attachments_instead_of_itself(self, tmp_path: Path) -> None:
        wrapped = winmail(attachments=[("FORM~1.PDF", PDF, {Tag.ATTACH_LONG_FILENAME: "Formulier één.pdf"})])

        mail = one(tmp_path, in_mail(wrapped))

        assert files(mail) == [("Formulier één.pdf", digest(PDF))]
        assert mail.text == "Beste\n"

    def test_gives_its_text_where_the_mail_has_none(self, tmp_path: Path) -> None:
        wrapped = winmail({Tag.RTF_COMPRESSED: plain_rtf(r"{\rtf1\ansi Uit de verpakking}")})

        assert one(tmp_path, in_mail(wrapped, text="")).text.strip() == "Uit de verpakking"

    def test_a_form_in_its_text_is_read(self, tmp_path: Path) -> None:
        wrapped = winmail({Tag.BODY: FORM})

        assert one(tmp_path, in_mail(wrapped)).fields[0].value == "De Brug vzw"

    def test_never_proves_an_arrival(self, tmp_path: Path) -> None:
        forged = dict(arrived(TRANSPORT_HEADERS=f"Received: from x by mail.mechelen.example; {DELIVERED}\n"))

        mail = one(tmp_path, in_mail(winmail(forged)))

        assert mail.arrival.at == on(2, "20:00")
        assert [item.kind for item in mail.arrival.evidence] == ["own_received", "date_header"]

    def test_that_breaks_off_is_kept_beside_what_was_found(self, tmp_path: Path) -> None:
        wrapped = winmail(attachments=[("a.txt", b"heel", {}), ("b.pdf", PDF, {})])

        mail = one(tmp_path, in_mail(wrapped[:-3000]))

        assert [(item.name, item.problem) for item in mail.attachments] == [
            ("winmail.dat", say("intake.attachment_winmail")),
            ("a.txt", None),
            ("b.pdf", None),
        ]

    @pytest.mark.parametrize("content", [b"\x78\x9f\x3e\x22", b"\x78\x9f\x3e\x22" + bytes(49)])
    def test_that_holds_nothing_is_an_attachment_with_its_reason(
        self, tmp_path: Path, content: bytes
    ) -> None:
        (found,) = one(tmp_path, in_mail(content)).attachments

        assert (found.name, found.sha256, found.problem) == (
            "winmail.dat",
            digest(content),
            say("intake.attachment_winmail"),
        )

    def test_is_told_by_its_content(self, tmp_path: Path) -> None:
        wrapped = winmail(attachments=[("a.txt", b"a", {})])

        assert files(one(tmp_path, in_mail(wrapped, name="ATT00001.bin"))) == [("a.txt", digest(b"a"))]

    def test_within_itself_is_opened_to_a_limit(self, tmp_path: Path) -> None:
        inner = winmail(attachments=[("diep.txt", b"diep", {})])
        for _ in range(60):
            inner = winmail(attachments=[("winmail.dat", inner, {})])

        (found,) = one(tmp_path, in_mail(inner)).attachments

        assert (found.name, found.problem) == ("winmail.dat", say("intake.attachment_winmail"))


class TestAttachedMessages:
    def test_of_outlook_are_opened_and_kept(self, tmp_path: Path) -> None:
        data = msg(arrived(BODY=FORM), attachments=[attached("a.pdf", PDF)])

        mail = one(tmp_path, in_mail(data, name="Kandidatuur.msg"))

        assert files(mail) == [("Kandidatuur.msg", digest(data)), ("a.pdf", digest(PDF))]
        assert mail.text == "Beste\n"
        assert mail.fields[0].source == "Kandidatuur.msg"

    def test_that_are_broken_are_kept(self, tmp_path: Path) -> None:
        data = msg(arrived())[:-700]

        assert files(one(tmp_path, in_mail(data, name="a.msg"))) == [("a.msg", digest(data))]


class TestApart:
    def test_is_a_message(self, tmp_path: Path) -> None:
        sender = struct.pack("<4H", 4, 24, 7, 22) + b"Liesbet" + b"SMTP:info@brug.example"
        sent = struct.pack("<7h", 2023, 6, 2, 20, 15, 3, 5)
        data = winmail(
            {Tag.MESSAGE_DELIVERY_TIME: DELIVERED},
            before=[
                (0x8008, b"IPM.Microsoft Mail.Note\0"),
                (0x8004, b"Vraag \xe9\xe9n\0"),
                (0x8000, sender),
                (0x8005, sent),
                (0x800C, b"Dag\r\nallen\0"),
            ],
            attachments=[("a.txt", b"a", {})],
        )

        mail = one(tmp_path, data, "winmail.dat")

        assert (mail.sha256, mail.subject, mail.sender) == (
            digest(data),
            "Vraag één",
            Address("Liesbet", "info@brug.example"),
        )
        assert (mail.text, mail.date_header) == ("Dag\nallen", "Fri, 02 Jun 2023 20:15:03 +0000")
        assert (files(mail), mail.arrival.at) == ([("a.txt", digest(b"a"))], None)

    def test_proves_no_arrival_by_the_headers_it_claims(self, tmp_path: Path) -> None:
        forged = dict(arrived(TRANSPORT_HEADERS=f"Received: from x by mail.mechelen.example; {DELIVERED}\n"))

        mail = one(tmp_path, winmail(forged), "winmail.dat")

        assert mail.arrival.at is None
        assert [
            item.kind for item in mail.arrival.evidence if item.kind is not EvidenceKind.DATE_HEADER
        ] == []

    def test_that_breaks_off_says_so(self, tmp_path: Path) -> None:
        mail = one(tmp_path, winmail({Tag.SUBJECT: "x"}, [("a.pdf", PDF, {})])[:-2000], "winmail.dat")

        assert mail.notes == (say("intake.outlook_cut"),)

    @pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\0\0\r\n"])
    def test_ends_as_well_where_a_line_does(self, tmp_path: Path, end: bytes) -> None:
        mail = one(tmp_path, winmail({Tag.SUBJECT: "x"}, [("a.pdf", PDF, {})]) + end, "winmail.dat")

        assert (files(mail), mail.notes) == ([("a.pdf", digest(PDF))], ())

    def test_reports_keep_their_class(self, tmp_path: Path) -> None:
        data = winmail(before=[(0x8008, b"IPM.Microsoft Mail.Non-Delivery\0")])

        automatic = one(tmp_path, data, "winmail.dat").automatic

        assert automatic == say("intake.bounce")

    def test_that_is_empty_is_an_empty_message(self, tmp_path: Path) -> None:
        assert one(tmp_path, tnef.SIGNATURE + b"\x01\x00", "winmail.dat").text == ""


class TestReading:
    def test_messages_and_objects_within_are_opened(self) -> None:
        iid = bytes(16)
        message = (OBJECT, iid + winmail({Tag.SUBJECT: "binnen"}, [("b.txt", b"b", {})]))
        ole = (OBJECT, iid + compound({"CONTENTS": b"inhoud"}))
        data = winmail(
            attachments=[("m", b"", {Tag.ATTACH_DATA: message}), ("o", b"", {Tag.ATTACH_DATA: ole})]
        )

        first, second = tnef.read(data).attachments

        assert first.embedded is not None
        assert first.embedded.properties.text(Tag.SUBJECT) == "binnen"
        assert [bytes(item.content) for item in first.embedded.attachments] == [b"b"]
        assert bytes(second.content) == b"inhoud"

    def test_named_and_manifold_properties_are_passed_by(self) -> None:
        named = (
            struct.pack("<HH16sII", 0x1F, 0x8001, bytes(16), 1, 10) + "naam\0".encode("utf-16-le") + bytes(2)
        )
        named += struct.pack("<II", 1, 2) + b"x\0\0\0"
        numbered = struct.pack("<HH16sII", 3, 0x8002, bytes(16), 0, 7) + bytes(4)
        several = struct.pack("<HHI", 0x1003, 0x0E07, 2) + struct.pack("<II", 1, 2)
        content = struct.pack("<I", 4) + named + numbered + several + block({Tag.SUBJECT: "na"})[4:]

        item = tnef.read(tnef.SIGNATURE + b"\x01\x00" + attribute(1, 0x9003, content))

        assert item.properties.text(Tag.SUBJECT) == "na"
        assert not item.cut

    def test_letters_follow_the_code_page(self) -> None:
        data = tnef.SIGNATURE + b"\x01\x00" + attribute(1, 0x9007, struct.pack("<II", 1251, 0))
        data += attribute(1, 0x9003, block({Tag.SUBJECT: letters("Пароль", "cp1251")}))

        assert tnef.read(data).properties.text(Tag.SUBJECT) == "Пароль"

    @pytest.mark.parametrize("date", [(0, 99, 99, 99, 99, 99, 0), (302, 6, 2, 12, 0, 0, 0)])
    def test_a_moment_that_cannot_be_is_none(self, date: tuple[int, ...]) -> None:
        data = winmail(before=[(0x8005, struct.pack("<7h", *date))])

        assert tnef.read(data).properties.moment(Tag.CLIENT_SUBMIT_TIME) is None

    def test_moments_are_kept(self) -> None:
        moment = datetime(2023, 6, 2, 21, 59, 59, 999999, tzinfo=UTC)

        found = tnef.read(winmail({Tag.CLIENT_SUBMIT_TIME: moment}))

        assert found.properties.moment(Tag.CLIENT_SUBMIT_TIME) == moment

    @pytest.mark.parametrize("kind", [0x1003, 0x101F, 0x1102, 0x001F, 0x0003, 0x7777])
    def test_a_count_out_of_all_proportion_costs_nothing(self, kind: int) -> None:
        content = struct.pack("<IHHI", 0xFFFFFFFF, kind, 0x3001, 0xFFFFFFFF)

        assert tnef.read(tnef.SIGNATURE + b"\x01\x00" + attribute(1, 0x9003, content)).cut

    def test_a_length_out_of_all_proportion_costs_nothing(self, tmp_path: Path) -> None:
        data = tnef.SIGNATURE + b"\x01\x00" + struct.pack("<BHHI", 2, 0x800F, 6, 0xFFFFFFFF) + b"x"

        assert tnef.read(data).cut
        assert reasons(written(tmp_path, "winmail.dat", data)) == []
