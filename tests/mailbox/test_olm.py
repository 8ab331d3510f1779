"""Archives of Outlook for Mac."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import Address, EvidenceKind, ReadMail, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import olm
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.limits import MEBIBYTE, Limits
from tests.mailbox.builders import everything, mails, mbox, raw_mail, reasons, written, zipped

FOLDER = "Accounts/stad@stad.example/com.microsoft.__Messages/Postvak IN"
PDF = b"%PDF-1.7 inhoud"
MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<emails elementCount="1"><email>
  <OPFMessageCopyMessageID xml:space="preserve">1@debrug.example</OPFMessageCopyMessageID>
  <OPFMessageCopyInReplyTo>&lt;0@stad.example&gt;</OPFMessageCopyInReplyTo>
  <OPFMessageCopySubject xml:space="preserve">Kandidatuur De Brücke &amp; co</OPFMessageCopySubject>
  <OPFMessageCopySentTime>2023-06-02T21:58:00</OPFMessageCopySentTime>
  <OPFMessageCopyReceivedTime>2023-06-02T21:59:40</OPFMessageCopyReceivedTime>
  <OPFMessageCopyFromAddresses>
    <emailAddress OPFContactEmailAddressAddress="info@debrug.example"
      OPFContactEmailAddressName="Zoë, Aerts"/>
  </OPFMessageCopyFromAddresses>
  <OPFMessageCopyToAddresses>
    <emailAddress OPFContactEmailAddressAddress="stad@stad.example"
      OPFContactEmailAddressName="stad@stad.example"/>
  </OPFMessageCopyToAddresses>
  <OPFMessageCopyHTMLBody>&lt;html&gt;&lt;p&gt;Onze kandidatuur.&lt;/p&gt;</OPFMessageCopyHTMLBody>
  <OPFMessageCopyAttachmentList>
    <messageAttachment OPFAttachmentName="formulier.pdf" OPFAttachmentContentType="application/pdf"
      OPFAttachmentURL="Accounts/com.microsoft.__Attachments/a&amp;b_0001"/>
  </OPFMessageCopyAttachmentList>
</email></emails>
"""
ATTACHED = {"Accounts/com.microsoft.__Attachments/a&b_0001": PDF}


def archive(*messages: str, **files: bytes) -> dict[str, bytes]:
    named = {f"{FOLDER}/message_{number:05}.xml": text.encode() for number, text in enumerate(messages)}
    return {"Local/Calendar.xml": b"<appointments/>"} | named | files


class TestAMessage:
    def test_is_read_whole(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "stad.olm", zipped(archive(MESSAGE) | ATTACHED)))

        assert (mail.source, mail.message_id, mail.in_reply_to, mail.subject, mail.text, mail.notes) == (
            "stad.olm › Accounts/stad@stad.example/Postvak IN/message_00000.xml",
            "1@debrug.example",
            ("0@stad.example",),
            "Kandidatuur De Brücke & co",
            "Onze kandidatuur.",
            (),
        )
        assert (mail.sender, mail.recipients) == (
            Address("Zoë, Aerts", "info@debrug.example"),
            (Address("", "stad@stad.example"),),
        )
        assert [(item.name, item.media_type, item.bytes) for item in mail.attachments] == [
            ("formulier.pdf", "application/pdf", len(PDF))
        ]

    def test_proves_its_arrival_in_utc(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "stad.olm", zipped(archive(MESSAGE))))

        assert mail.arrival.at == datetime(2023, 6, 2, 21, 59, 40, tzinfo=UTC)
        assert mail.arrival.decisive is not None
        assert (mail.arrival.decisive.kind, mail.arrival.decisive.raw) == (
            EvidenceKind.MAPI_DELIVERY,
            "OPFMessageCopyReceivedTime 2023-06-02T21:59:40",
        )

    def test_is_kept_as_a_message_that_every_mail_program_opens(self, tmp_path: Path) -> None:
        path = written(tmp_path, "stad.olm", zipped(archive(MESSAGE) | ATTACHED))

        (found,), (again,) = everything(path), everything(path)

        assert found == again
        assert message_from_bytes(found.raw).get_payload()[1].get_payload(decode=True) == PDF

    def test_says_which_attachments_are_missing(self, tmp_path: Path) -> None:
        (mail,) = mails(written(tmp_path, "stad.olm", zipped(archive(MESSAGE))))

        assert (mail.attachments, mail.notes) == ((), (say("intake.olm_missing", missing=1),))

    def test_with_a_large_attachment_is_read_within_600_megabytes(self, tmp_path: Path) -> None:
        large = os.urandom(80 * MEBIBYTE)
        files = archive(MESSAGE) | dict.fromkeys(ATTACHED, large)
        path = written(tmp_path, "stad.olm", zipped(files, zipfile.ZIP_STORED))

        with Child(Limits(memory=600 * MEBIBYTE)) as child:
            (mail,) = mails(path, child=child)

        assert [item.bytes for item in mail.attachments] == [len(large)]

    def test_does_not_hide_other_mail_in_the_same_zip(self, tmp_path: Path) -> None:
        beside = {"los/a.eml": raw_mail("los"), "box": mbox([raw_mail("in een mbox")]), "x.csv": b"a,b"}

        found = everything(written(tmp_path, "e.zip", zipped(archive(MESSAGE) | ATTACHED | beside)))

        assert [item.mail.text.strip() for item in found if isinstance(item, ReadMail)] == [
            "Onze kandidatuur.",
            "in een mbox",
            "los",
        ]
        assert [item.source for item in found if isinstance(item, UnreadableMail)] == ["e.zip › x.csv"]

    def test_in_elements_rather_than_attributes_is_read_too(self) -> None:
        address = (
            "<emailAddress><OPFContactEmailAddressName>An</OPFContactEmailAddressName>"
            "<OPFContactEmailAddressAddress>an@x.example</OPFContactEmailAddressAddress></emailAddress>"
        )
        text = f"<email><OPFMessageCopyFromAddresses>{address}</OPFMessageCopyFromAddresses></email>"

        assert message_from_bytes(olm.rewrite(text.encode(), {}))["From"] == "An <an@x.example>"


class TestHostileMessages:
    BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    @pytest.mark.parametrize("entity", ["<!ENTITY x SYSTEM 'file:///etc/passwd'>", ""])
    def test_that_declare_a_document_type_are_refused(self, entity: str) -> None:
        with pytest.raises(JuryError) as refused:
            olm.rewrite(f"<!DOCTYPE email [{entity}]><email>&x;</email>".encode(), {})

        assert refused.value.message.key == "intake.xml_doctype"

    def test_cost_themselves_alone(self, tmp_path: Path) -> None:
        messages = archive(MESSAGE, self.BOMB + "<email>&b;</email>", "geen xml", MESSAGE.replace("1@", "2@"))
        path = written(tmp_path, "stad.olm", zipped(messages))

        assert reasons(path) == ["intake.xml_doctype", "intake.malformed"]
        assert len(everything(path)) == 4

    def test_cannot_break_out_of_their_headers(self) -> None:
        text = MESSAGE.replace("formulier.pdf", "a&#10;X-Kwaad: ja&quot;; x=").replace(
            "Brücke", "&#10;X-Kwaad: ja"
        )

        message = message_from_bytes(olm.rewrite(text.encode(), ATTACHED))

        assert [part["X-Kwaad"] for part in message.walk()] == [None, None, None]
