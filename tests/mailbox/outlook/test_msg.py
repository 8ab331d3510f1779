"""A message saved from Outlook, from the file to the mail."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.arrival import Verdict, judge
from jury_desktop.domain.mail import Address, Arrival, Attachment, Evidence, EvidenceKind, Mail, ReadMail
from jury_desktop.domain.messages import say
from jury_desktop.mailbox.outlook.properties import Tag
from tests.builders import a_call
from tests.mailbox.builders import everything, mails, on, reasons, received, written
from tests.mailbox.cms import signed
from tests.mailbox.outlook.builders import (
    DELIVERED,
    HEADERS,
    arrived,
    attached,
    embedded,
    letters,
    message,
    msg,
    plain_rtf,
)
from tests.mailbox.outlook.builders import (
    Attachment as Given,
)
from tests.mailbox.outlook.compound import compound

PDF = b"%PDF-1.7 " + bytes(range(256)) * 40


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def one(tmp_path: Path, data: bytes) -> Mail:
    (mail,) = mails(written(tmp_path, "bericht.msg", data))
    return mail


def files(mail: Mail) -> list[tuple[str, str]]:
    return [(item.name, item.sha256) for item in mail.attachments]


def holding(*given: Given) -> bytes:
    return msg(arrived(), attachments=given)


def evidence(mail: Mail) -> list[tuple[EvidenceKind, datetime | None]]:
    return [(item.kind, item.at) for item in mail.arrival.evidence]


class TestAMessage:
    def test_is_read_whole(self, tmp_path: Path) -> None:
        data = msg(arrived(), attachments=[attached("Kandidatuur.pdf", PDF)])
        proof = Evidence(EvidenceKind.MAPI_DELIVERY, "2023-06-02 20:15:03.000000 UTC", DELIVERED)
        line = Evidence(EvidenceKind.OWN_RECEIVED, received(on(2, "22:15")), on(2, "22:15"))
        dated = Evidence(EvidenceKind.DATE_HEADER, "Fri, 02 Jun 2023 22:14:50 +0200", on(2, "22:14:50"))

        (found,) = everything(written(tmp_path, "bericht.msg", data))

        assert isinstance(found, ReadMail)
        assert found.mail == Mail(
            sha256=digest(data),
            source="bericht.msg",
            message_id="1@debrug.example",
            in_reply_to=(),
            references=(),
            sender=Address("Liesbet Aerts", "info@debrug.example"),
            recipients=(Address("", "kandidaturen@mechelen.example"),),
            subject="Kandidatuur De Brug",
            date_header="Fri, 02 Jun 2023 22:14:50 +0200",
            automatic=None,
            text="Beste,\n\nzie bijlage.",
            arrival=Arrival(DELIVERED, proof, (proof, line, dated)),
            attachments=(
                Attachment(
                    "Kandidatuur.pdf",
                    "application/pdf",
                    digest(PDF),
                    len(PDF),
                    say("intake.attachment_broken"),
                ),
            ),
            fields=(),
            form_text="Beste,\n\nzie bijlage.",
        )
        assert (found.raw, found.contents) == (data, {digest(PDF): PDF})

    def test_without_headers_says_what_its_properties_say(self, tmp_path: Path) -> None:
        data = msg(
            {
                Tag.SUBJECT: "Käse, vraag",
                Tag.SENT_REPRESENTING_NAME: "Aerts, Liesbet",
                Tag.SENT_REPRESENTING_SMTP: "info@debrug.example",
                Tag.CLIENT_SUBMIT_TIME: datetime(2023, 6, 2, 10, 0, 0, 5, tzinfo=UTC),
                Tag.INTERNET_MESSAGE_ID: "<9@debrug.example>",
                Tag.IN_REPLY_TO: "<8@mechelen.example>",
                Tag.INTERNET_REFERENCES: "<7@mechelen.example> <8@mechelen.example>",
                Tag.CONVERSATION_INDEX: bytes(range(27)),
            },
            recipients=[
                {
                    Tag.DISPLAY_NAME: "Lokaal Bestuur",
                    Tag.SMTP_ADDRESS: "kandidaturen@mechelen.example",
                    Tag.RECIPIENT_TYPE: 1,
                },
                {
                    Tag.DISPLAY_NAME: "Intern",
                    Tag.EMAIL_ADDRESS: "/O=STAD/CN=INTERN",
                    Tag.RECIPIENT_TYPE: 0x10000002,
                },
            ],
        )

        mail = one(tmp_path, data)

        assert (mail.subject, mail.sender) == (
            "Käse, vraag",
            Address("Aerts, Liesbet", "info@debrug.example"),
        )
        assert mail.recipients == (
            Address("Lokaal Bestuur", "kandidaturen@mechelen.example"),
            Address("Intern", ""),
        )
        assert (mail.message_id, mail.in_reply_to, mail.date_header) == (
            "9@debrug.example",
            ("8@mechelen.example",),
            "Fri, 02 Jun 2023 10:00:00 +0000",
        )
        assert mail.references == (
            "7@mechelen.example",
            "8@mechelen.example",
            f"thread-index:{bytes(range(6, 22)).hex()}",
        )

    @pytest.mark.parametrize(
        ("codepage", "codec", "text"),
        [(1252, "cp1252", "Sœur à l’école"), (1251, "cp1251", "Пароль"), (65001, "utf-8", "Пароль – œ")],
    )
    def test_in_letters_of_eight_bits_is_read_in_its_code_page(
        self, tmp_path: Path, codepage: int, codec: str, text: str
    ) -> None:
        data = msg(
            {
                Tag.SUBJECT: letters(text, codec),
                Tag.BODY: letters(text, codec),
                Tag.MESSAGE_CODEPAGE: codepage,
            }
        )

        mail = one(tmp_path, data)

        assert (mail.subject, mail.text) == (text, text)

    def test_without_a_list_of_its_properties_is_read_from_their_streams(self, tmp_path: Path) -> None:
        tree = dict(message({Tag.SUBJECT: "Kandidatuur", Tag.BODY: "Dag"}))

        mail = one(tmp_path, compound({**tree, "__properties_version1.0": bytes(32)}))

        assert (mail.subject, mail.text) == ("Kandidatuur", "Dag")

    def test_is_recognised_whatever_it_is_called(self, tmp_path: Path) -> None:
        large = holding(attached("a.bin", bytes(200_000)))

        assert [mail.source for mail in mails(written(tmp_path, "zonder naam", large))] == ["zonder naam"]

    @pytest.mark.parametrize(
        ("name", "reason"), [("oud.doc", "no_mail"), ("oud", "no_mail"), ("oud.msg", "outlook_broken")]
    )
    def test_is_not_what_other_compound_files_are(self, tmp_path: Path, name: str, reason: str) -> None:
        path = written(tmp_path, name, compound({"WordDocument": bytes(5000)}))

        assert reasons(path) == [f"intake.{reason}"]


class TestTheBody:
    @pytest.mark.parametrize(
        ("given", "text"),
        [
            ({"HTML": b"<p>Dag <b>jij</b></p>", "BODY": ""}, "Dag jij"),
            ({"HTML": "<p>Été</p>".encode("cp1252"), "INTERNET_CODEPAGE": 1252, "BODY": ""}, "Été"),
            ({"HTML": letters("<p>Dag</p>"), "BODY": ""}, "Dag"),
            ({"HTML": "<p>Žluťoučký</p>", "BODY": ""}, "Žluťoučký"),
            ({"HTML": b"<p>Dag in opmaak</p>", "BODY": "Dag in letters"}, "Dag in letters"),
            ({"RTF_COMPRESSED": plain_rtf(r"{\rtf1\ansi Dag\par allen}"), "BODY": " "}, "Dag\nallen"),
            (
                {"RTF_COMPRESSED": plain_rtf(r"{\rtf1\fromhtml1{\*\htmltag <p>}Dag{\*\htmltag </p>}}")},
                "Beste,\n\nzie bijlage.",
            ),
            ({}, "Beste,\n\nzie bijlage."),
            ({"BODY": ""}, ""),
        ],
    )
    def test_is_the_plainest_there_is(self, tmp_path: Path, given: dict[str, object], text: str) -> None:
        assert one(tmp_path, msg(arrived(**given))).text.strip() == text  # type: ignore[arg-type]


class TestAttachments:
    def test_keep_their_names_and_bytes(self, tmp_path: Path) -> None:
        contents = [b"", b"x", bytes(4095), bytes(4096), PDF]
        names = ["leeg.bin", "één.bin", "naam met spaties en 'aanhaling\" %41.bin", "z.bin", "z.bin"]

        mail = one(
            tmp_path,
            holding(*(attached(name, content) for name, content in zip(names, contents, strict=True))),
        )

        assert files(mail) == list(
            zip(
                ["leeg.bin", "één.bin", "naam met spaties en 'aanhaling_ %41.bin", "z.bin", "z.bin"],
                map(digest, contents),
                strict=True,
            )
        )

    @pytest.mark.parametrize(
        ("given", "name"),
        [
            ({Tag.ATTACH_LONG_FILENAME: "lang.txt", Tag.ATTACH_FILENAME: "KORT.TXT"}, "lang.txt"),
            ({Tag.ATTACH_FILENAME: "KORT.TXT", Tag.DISPLAY_NAME: "Een tekst"}, "KORT.TXT"),
            ({Tag.DISPLAY_NAME: "Een tekst", Tag.ATTACH_EXTENSION: ".txt"}, "Een tekst.txt"),
            ({}, "naamloos-1"),
        ],
    )
    def test_are_called_by_the_best_name_they_have(
        self, tmp_path: Path, given: dict[Tag, str], name: str
    ) -> None:
        part: Given = ({**given, Tag.ATTACH_METHOD: 1, Tag.ATTACH_DATA: b"tekst"}, None)

        assert [found for found, _ in files(one(tmp_path, holding(part)))] == [name]

    def test_that_are_messages_are_opened_too(self, tmp_path: Path) -> None:
        inner = embedded(
            "Kandidatuur", {Tag.SUBJECT: "Kandidatuur", Tag.BODY: "Naam"}, [attached("a.pdf", PDF)]
        )

        mail = one(tmp_path, holding(attached("b.txt", b"b"), inner))

        assert [name for name, _ in files(mail)] == ["b.txt", "Kandidatuur.eml", "a.pdf"]
        assert files(mail)[2] == ("a.pdf", digest(PDF))
        assert mail.text == "Beste,\n\nzie bijlage."

    @pytest.mark.parametrize(
        ("held", "content"),
        [
            ({"CONTENTS": b"inhoud", "\x01CompObj": bytes(99)}, b"inhoud"),
            ({"Package": b"inhoud"}, b"inhoud"),
            (
                {
                    "\x01Ole10Native": b"\x99\0\0\0\x02\0a.txt\0c:\\a.txt\0\0\0\x03\0"
                    b"\x05\0\0\0tmp1\0\x06\0\0\0inhoud"
                },
                b"inhoud",
            ),
            ({"\x01Ole10Native": b"stuk"}, b"stuk"),
            ({"klein": b"x", "groot": b"een beeld"}, b"een beeld"),
            ({}, b""),
        ],
    )
    def test_that_are_embedded_objects_give_the_file_inside(
        self, tmp_path: Path, held: dict[str, bytes], content: bytes
    ) -> None:
        part: Given = ({Tag.ATTACH_METHOD: 6, Tag.ATTACH_LONG_FILENAME: "object.bin"}, held)

        assert files(one(tmp_path, holding(part))) == [("object.bin", digest(content))]

    def test_that_the_text_shows_are_not_listed(self, tmp_path: Path) -> None:
        logo = b"\x89PNG\r\n\x1a\n" + bytes(500)
        given = arrived(HTML=b'<p>Dag <img src="cid:logo@01"></p>')
        parts = [
            attached("logo.png", logo, ATTACH_CONTENT_ID="logo@01"),
            attached("foto.png", logo, ATTACH_CONTENT_ID="elders@02"),
        ]

        assert [name for name, _ in files(one(tmp_path, msg(given, attachments=parts)))] == ["foto.png"]

    @pytest.mark.parametrize("sign", [{"ATTACH_FLAGS": 4}, {"ATTACHMENT_HIDDEN": True}])
    def test_that_outlook_hides_are_not_listed_either(self, tmp_path: Path, sign: dict[str, int]) -> None:
        logo = b"\x89PNG\r\n\x1a\n" + bytes(500)
        parts = [attached("logo.png", logo, ATTACH_CONTENT_ID="l@1", **sign), attached("a.txt", b"a", **sign)]

        assert [name for name, _ in files(one(tmp_path, holding(*parts)))] == ["a.txt"]

    def test_that_lie_elsewhere_are_named(self, tmp_path: Path) -> None:
        part: Given = ({Tag.ATTACH_METHOD: 7, Tag.ATTACH_LONG_FILENAME: "begroting.xlsx"}, None)

        mail = one(tmp_path, holding(part))

        assert mail.notes == (say("intake.attachment_elsewhere", name="begroting.xlsx"),)
        assert files(mail) == [("begroting.xlsx", digest(b""))]


class TestArrival:
    def test_is_the_moment_of_delivery(self, tmp_path: Path) -> None:
        late = datetime(2023, 6, 2, 22, 0, 0, tzinfo=UTC)

        mail = one(tmp_path, msg(arrived(MESSAGE_DELIVERY_TIME=late, TRANSPORT_HEADERS="Received: from x\n")))

        assert mail.arrival.at == late
        assert judge(mail.arrival, a_call().deadline) is Verdict.LATE

    @pytest.mark.parametrize(
        ("given", "copy"),
        [
            ({"MESSAGE_FLAGS": 0x09}, True),
            ({"MESSAGE_FLAGS": 0x29}, True),
            ({"MESSAGE_FLAGS": 0x21, "TRANSPORT_HEADERS": "From: a@x.example\n"}, True),
            ({"TRANSPORT_HEADERS": "From: a@x.example\n"}, False),
            ({"TRANSPORT_HEADERS": ""}, False),
        ],
    )
    def test_is_not_proven_by_drafts_and_sent_copies(
        self, tmp_path: Path, given: dict[str, int | str], copy: bool
    ) -> None:
        mail = one(tmp_path, msg(arrived(**given)))

        assert mail.arrival.at is None
        assert evidence(mail)[0] == (EvidenceKind.MAPI_DELIVERY, None)
        assert ((EvidenceKind.SENT_COPY, None) in evidence(mail)) is copy

    def test_is_proven_for_what_one_sent_to_oneself(self, tmp_path: Path) -> None:
        assert one(tmp_path, msg(arrived(MESSAGE_FLAGS=0x21))).arrival.at == DELIVERED

    def test_is_not_proven_by_a_message_within(self, tmp_path: Path) -> None:
        data = msg({Tag.BODY: "doorgestuurd"}, attachments=[embedded("x", arrived())])

        assert one(tmp_path, data).arrival == Arrival(None, None, ())


class TestKinds:
    @pytest.mark.parametrize(
        ("kind", "reason"),
        [
            ("IPM.Note", None),
            ("IPM.Note.Custom", None),
            ("REPORT.IPM.Note.NDR", "intake.bounce"),
            ("REPORT.IPM.Note.DR", "intake.bounce"),
            ("REPORT.IPM.Note.IPNRN", "intake.receipt"),
            ("REPORT.IPM.Note.IPNNRN", "intake.receipt"),
            ("IPM.Note.Rules.OofTemplate.Microsoft", "intake.automatic_reply"),
            ("IPM.Note.Rules.ReplyTemplate.Microsoft", "intake.automatic_reply"),
            ("IPM.Schedule.Meeting.Request", "intake.meeting"),
            ("IPM.Appointment", "intake.outlook_item"),
            ("IPM.Contact", "intake.outlook_item"),
            ("IPM.Task", "intake.outlook_item"),
        ],
    )
    def test_are_told_by_the_class_of_the_message(
        self, tmp_path: Path, kind: str, reason: str | None
    ) -> None:
        found = one(tmp_path, msg(arrived(MESSAGE_CLASS=kind))).automatic

        assert (found and found.key) == reason

    def test_sealed_mail_is_kept_unread(self, tmp_path: Path) -> None:
        part = attached("smime.p7m", b"\x30\x80", ATTACH_MIME_TAG="application/pkcs7-mime")
        data = msg(arrived(MESSAGE_CLASS="IPM.Note.SMIME"), attachments=[part])

        assert reasons(written(tmp_path, "a.msg", data)) == ["intake.sealed"]

    def test_mail_that_only_a_signature_wraps_is_read(self, tmp_path: Path) -> None:
        inner = b"Content-Type: text/plain\r\n\r\nDag\rallemaal\r\n"
        part = attached("smime.p7m", signed(inner), ATTACH_MIME_TAG="application/pkcs7-mime")
        data = msg(arrived(MESSAGE_CLASS="IPM.Note.SMIME"), attachments=[part])

        mail = one(tmp_path, data)

        assert (mail.text.split(), mail.attachments) == (["Dag", "allemaal"], ())

    @pytest.mark.parametrize("first", [b"", b"MIME-Version: 1.0\r\nX-MimeOLE: Produced By\r\n\tOutlook\r\n"])
    def test_signed_mail_is_read(self, tmp_path: Path, first: bytes) -> None:
        entity = (
            first + b'Content-Type: multipart/signed; boundary="b"\r\n\r\n'
            b"--b\r\nContent-Type: text/plain\r\n\r\nDag\r\n"
            b'--b\r\nContent-Type: application/pkcs7-signature; name="smime.p7s"\r\n\r\nx\r\n--b--\r\n'
        )
        part = attached("smime.p7m", entity, ATTACH_MIME_TAG="multipart/signed")
        data = msg(arrived(MESSAGE_CLASS="IPM.Note.SMIME.MultipartSigned", BODY=""), attachments=[part])

        mail = one(tmp_path, data)

        assert (mail.text, [item.name for item in mail.attachments]) == ("Dag", ["smime.p7s"])
        assert mail.subject == "Kandidatuur De Brug"

    def test_what_was_signed_proves_no_arrival(self, tmp_path: Path) -> None:
        entity = f"Received: {received(on(1, '10:00'))}\r\nContent-Type: text/plain\r\n\r\nDag"
        part = attached("smime.p7m", entity.encode(), ATTACH_MIME_TAG="multipart/signed")
        data = msg({Tag.MESSAGE_CLASS: "IPM.Note.SMIME.MultipartSigned"}, attachments=[part])

        mail = one(tmp_path, data)

        assert (mail.text, mail.arrival.evidence) == ("Dag", ())


class TestHeaders:
    def test_of_the_transport_end_at_the_first_empty_line(self, tmp_path: Path) -> None:
        headers = f"{HEADERS}\nReceived: {received(on(1, '10:00'))}\n"

        mail = one(tmp_path, msg(arrived(TRANSPORT_HEADERS=headers)))

        assert len([item for item in mail.arrival.evidence if "received" in item.kind]) == 1

    @pytest.mark.parametrize(
        "tag",
        [Tag.SUBJECT, Tag.SENDER_NAME, Tag.SENDER_EMAIL, Tag.INTERNET_MESSAGE_ID, Tag.CONVERSATION_TOPIC],
    )
    def test_cannot_be_made_by_a_property(self, tmp_path: Path, tag: Tag) -> None:
        mail = one(tmp_path, msg({tag: f"x\nReceived: {received(on(1, '10:00'))}\n\nweg", Tag.BODY: "Dag"}))

        assert mail.arrival.evidence == ()
        assert mail.text == "Dag"

    def test_of_a_message_within_change_nothing(self, tmp_path: Path) -> None:
        inner = compound(message(arrived()))

        mail = one(tmp_path, msg({Tag.SUBJECT: "Buiten"}, attachments=[attached("binnen.msg", inner)]))

        assert (mail.subject, mail.arrival.evidence) == ("Buiten", ())
        assert [item.name for item in mail.attachments] == ["binnen.msg"]
