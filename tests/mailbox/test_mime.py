"""One message taken apart."""

from __future__ import annotations

from base64 import b64encode, encodebytes
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, ordinary, sniff
from jury_desktop.mailbox.mime import File, Opened, take_apart
from tests.mailbox.builders import mails, raw_mail, written
from tests.mailbox.cms import signed

PGP = "-----BEGIN PGP MESSAGE-----\n\nhQEMA3x\n=aB1c\n-----END PGP MESSAGE-----\n"


def parts(kind: str, *bodies: str) -> bytes:
    inner = "".join(f"--grens\n{body}\n" for body in bodies)
    return f"From: a@x.example\nContent-Type: {kind}; boundary=grens\n\n{inner}--grens--\n".encode()


def names(opened: Opened) -> list[str]:
    return [file.name for file in opened.files]


def reason(raw: bytes) -> str:
    with pytest.raises(JuryError) as refused:
        take_apart(raw)
    return refused.value.message.key


class TestText:
    def test_plain_is_preferred_to_html(self) -> None:
        assert take_apart(raw_mail("Dag", html="<p>Dag html</p>")).text.strip() == "Dag"

    def test_html_serves_where_plain_is_empty(self) -> None:
        assert take_apart(raw_mail("\n", html="<p>Dag html</p>")).text.strip() == "Dag html"

    def test_html_serves_where_plain_says_little(self) -> None:
        raw = raw_mail("Zie de opmaak.", html="<p>Organisatie: De Brug vzw, Kaaihof 7, Lier</p>")

        assert take_apart(raw).text == "Organisatie: De Brug vzw, Kaaihof 7, Lier"

    def test_of_several_parts_is_joined(self) -> None:
        raw = parts(
            "multipart/mixed", "Content-Type: text/plain\n\neen", "Content-Type: text/html\n\n<p>twee"
        )

        assert take_apart(raw).text == "een\n\ntwee"

    def test_of_a_multipart_without_parts_is_still_text(self) -> None:
        raw = b"From: a@x.example\nContent-Type: multipart/mixed; boundary=weg\n\nGewoon een tekst."

        assert take_apart(raw).text == "Gewoon een tekst."

    def test_in_a_wrong_charset_loses_no_more_than_letters(self) -> None:
        raw = b"From: a@x.example\nContent-Type: text/plain; charset=klingon\n\ncaf\xe9"

        assert take_apart(raw).text == "café"


class TestAttachments:
    def test_keep_name_type_and_content(self) -> None:
        raw = raw_mail(attachments=[("Kandidatuur é.pdf", "application/octet-stream", b"%PDF-1.7")])

        assert take_apart(raw).files == [
            File("Kandidatuur é.pdf", sniff.PDF, b"%PDF-1.7", None, decorates=False)
        ]

    def test_with_a_name_in_raw_bytes_keep_it(self) -> None:
        body = 'Content-Type: application/pdf; name="caf\u00e9.pdf"\n\n%PDF-'

        assert names(take_apart(parts("multipart/mixed", body))) == ["café.pdf"]

    def test_without_a_name_get_a_number(self) -> None:
        raw = parts(
            "multipart/mixed", "Content-Type: application/pdf\n\n%PDF-", "Content-Type: image/png\n\nx"
        )

        assert names(take_apart(raw)) == ["naamloos-1", "naamloos-2"]

    def test_that_are_dangerous_say_why(self) -> None:
        raw = raw_mail(attachments=[("formulier.pdf.exe", "application/pdf", b"MZ\x90")])

        assert [file.problem for file in take_apart(raw).files] == [say("intake.attachment_disguised")]

    def test_text_that_was_attached_is_an_attachment(self) -> None:
        raw = parts(
            "multipart/mixed",
            "Content-Type: text/plain\nContent-Disposition: attachment\n\nx",
            "Content-Type: text/plain; name=b.txt\n\ny",
        )

        assert (names(take_apart(raw)), take_apart(raw).text) == (["naamloos-1", "b.txt"], "")


class TestDecorations:
    LOGO = (
        "Content-Type: image/png; name=logo.png\nContent-ID: <1>\nContent-Transfer-Encoding: base64\n{}\n\n"
        + b64encode(b"\x89PNG\r\n\x1a\n").decode()
    )

    def decorates(self, kind: str, part: str) -> list[bool]:
        return [file.decorates for file in take_apart(parts(kind, part)).files]

    def test_are_small_images_within_the_text(self) -> None:
        assert self.decorates("multipart/related", self.LOGO.format("X: y")) == [True]

    @pytest.mark.parametrize("header", ["Content-Disposition: attachment", "X: y"])
    def test_are_not_what_was_attached_beside_it(self, header: str) -> None:
        kind = "multipart/related" if "attachment" in header else "multipart/mixed"

        assert self.decorates(kind, self.LOGO.format(header)) == [False]

    def test_are_not_images_as_large_as_a_scanned_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "DECORATION_BYTES", 5)

        assert self.decorates("multipart/related", self.LOGO.format("X: y")) == [False]

    def test_are_other_wordings_of_the_text(self) -> None:
        assert self.decorates("multipart/alternative", "Content-Type: text/calendar\n\nBEGIN:VCALENDAR") == [
            True
        ]
        assert self.decorates("multipart/report", "Content-Type: message/delivery-status\n\nStatus: 5") == [
            True
        ]


class TestMessagesWithinMessages:
    INNER = raw_mail("Hierbij", subject="Kandidatuur", attachments=[("a.pdf", "application/pdf", b"%PDF-")])

    def opened(self) -> Opened:
        return take_apart(parts("multipart/mixed", "Content-Type: message/rfc822\n\n" + self.INNER.decode()))

    def test_are_attachments_and_so_are_their_own(self) -> None:
        assert names(self.opened()) == ["Kandidatuur.eml", "a.pdf"]

    def test_keep_their_text_apart(self) -> None:
        opened = self.opened()

        assert opened.text == ""
        assert [(name, text.split()) for name, text in opened.nested] == [
            ("Kandidatuur.eml", ["Kandidatuur", "Hierbij"])
        ]

    def test_are_decoded_though_they_should_not_be_encoded(self) -> None:
        head = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"

        opened = take_apart(parts("multipart/mixed", head + encodebytes(self.INNER).decode()))

        assert names(opened) == ["Kandidatuur.eml", "a.pdf"]
        assert [text.split() for _, text in opened.nested] == [["Kandidatuur", "Hierbij"]]

    @pytest.mark.parametrize(
        ("head", "body"),
        [
            ("Content-Type: multipart/mixed", "caf\u00e9\n"),
            ("Content-Type: multipart/mixed; boundary*=idna''b", "--b\n\ncaf\u00e9\n--b--\n"),
            ("Subject: een\rTo: twee\nX-Naam: caf\u00e9", "Dag\n"),
        ],
        ids=["letters in a multipart without parts", "an unreadable boundary", "a header within a header"],
    )
    def test_are_kept_as_they_came_where_they_cannot_be_written_anew(self, head: str, body: str) -> None:
        inner = f"{head}\n\n{body}".encode()

        opened = take_apart(b"From: a@x.example\nContent-Type: message/rfc822\n\n" + inner)

        assert [file.content for file in opened.files] == [inner.replace(b"\r", b"\n")]


class TestWhatASignatureWraps:
    INNER = raw_mail("Hierbij", attachments=[("a.pdf", "application/pdf", b"%PDF-" + bytes(9_000))])
    KIND = 'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"'

    def wrapped(self) -> str:
        letters = encodebytes(signed(self.INNER)).decode()
        return f"{self.KIND}\nContent-Transfer-Encoding: base64\n\n{letters}"

    def test_is_the_message(self) -> None:
        opened = take_apart(f"From: a@x.example\n{self.wrapped()}".encode())

        assert (opened.text.strip(), names(opened)) == ("Hierbij", ["smime.p7m", "a.pdf"])
        assert [file.decorates for file in opened.files] == [True, False]

    def test_is_so_within_another_message_too(self) -> None:
        opened = take_apart(parts("multipart/mixed", self.wrapped(), "\nVerstuurd door de lijst"))

        assert names(opened) == ["smime.p7m", "a.pdf"]
        assert [text.strip() for text in opened.texts] == ["Hierbij", "Verstuurd door de lijst"]

    def test_is_read_whole_when_it_is_long(self, tmp_path: Path) -> None:
        inner = raw_mail("Hierbij", attachments=[("a.pdf", "application/pdf", bytes(range(256)) * 400)])
        letters = encodebytes(signed(inner)).decode()
        raw = f"From: a@x.example\n{self.KIND}\nContent-Transfer-Encoding: base64\n\n{letters}"

        (mail,) = mails(written(tmp_path, "a.eml", raw.encode()))

        assert (mail.text.strip(), [item.name for item in mail.attachments]) == ("Hierbij", ["a.pdf"])


CODECS = ["idna", "punycode", "undefined", "base64", "rot13", "a\0b", "..", "utf-8''utf-8", "x" * 5_000]
"""What Python knows, or chokes on, and no mail program writes."""


@pytest.mark.parametrize("coding", ["base64 ", "Base64;", "base64 ; "])
def test_what_stands_behind_the_encoding_does_not_matter(coding: str) -> None:
    part = f"Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: {coding}\n\nJVBERi0x"

    (file,) = take_apart(parts("multipart/mixed", part)).files

    assert file.content == b"%PDF-1"


class TestHostileMessages:
    @pytest.mark.parametrize("codec", CODECS)
    @pytest.mark.parametrize(
        "head",
        [
            "text/plain; charset={}",
            "text/plain; charset*={}",
            "text/plain; charset*=utf-8''{}",
            "application/pdf; name*={}''h%FFa.pdf",
            "multipart/mixed; boundary*={}''b",
        ],
    )
    def test_that_name_impossible_letters_are_read(self, head: str, codec: str) -> None:
        raw = f"From: a@x.example\nContent-Type: {head.format(codec)}\n\nDag ".encode() + b"\xff"

        opened = take_apart(raw)

        assert opened.text.startswith("Dag") or opened.files

    def test_that_nest_without_end_are_refused(self) -> None:
        raw = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(250))

        assert reason(b"From: a@x.example\n" + raw) == "intake.too_deep"

    def test_with_thousands_of_parts_are_refused(self) -> None:
        assert reason(parts("multipart/mixed", *["\nx"] * 2001)) == "intake.too_many_parts"

    @pytest.mark.parametrize(
        "body", ["JVBERi0x" * 9 + "\n" + ("QUJD" * 18 + "\n") * 3, "JVBERi0xLjQK" + "\u00e9\u00ff\u0001" * 20]
    )
    def test_whose_parts_can_no_longer_be_told_apart_are_wrecks(self, body: str) -> None:
        raw = f"Received: x\nContent-Type: multipart/mixed; boundary=weg\n\n{body}"

        assert reason(raw.encode("latin-1")) == "intake.wreck"

    @pytest.mark.parametrize(
        "kind", ["application/pkcs7-mime; smime-type=enveloped-data", "multipart/encrypted"]
    )
    def test_that_are_sealed_say_so(self, kind: str) -> None:
        assert reason(f"From: a@x.example\nContent-Type: {kind}\n\nMIAGCSqG".encode()) == "intake.sealed"

    @pytest.mark.parametrize("file", ["", "plan.pdf.pgp"])
    def test_of_nothing_but_a_block_of_pgp_say_so(self, file: str) -> None:
        attached = [(file, "application/octet-stream", b"x")] if file else []

        message = raw_mail(PGP, attachments=attached)

        assert reason(message) == "intake.sealed"
        assert ordinary.read(message) is None

    def test_with_something_to_read_beside_a_block_of_pgp_are_read(self) -> None:
        assert PGP in take_apart(raw_mail(f"Beste,\n\n{PGP}")).text
        assert take_apart(raw_mail(PGP, attachments=[("a.txt", "text/plain", b"x")])).files

    @given(st.binary(max_size=300))
    def test_of_any_bytes_are_read_or_refused(self, raw: bytes) -> None:
        try:
            opened = take_apart(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" + raw)
        except JuryError:
            return
        assert all(file.name for file in opened.files)

    @given(st.text(st.sampled_from("ab;=\"'*%?()<>\\ \n\t0é"), max_size=80))
    def test_with_any_parameters_are_read(self, parameters: str) -> None:
        head = f"Content-Type: application/pdf;{parameters}\nContent-Disposition: x;{parameters}"

        take_apart(f"From: a@x.example\n{head}\n\nx".encode())
