"""The short way gives what the long way gives, or leaves the message to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox import ordinary
from jury_desktop.mailbox.answers import Asked, Read, Request
from jury_desktop.mailbox.describe import describe
from jury_desktop.mailbox.mime import Opened, opened
from jury_desktop.mailbox.parse import message_from
from tests.mailbox.builders import FORM, on, raw_mail
from tests.mailbox.test_real_files import MAILS, raws

ASKED = Asked("0" * 64, "a.mbox · 1")
NOBODY = Request("", (), (), ())


def agrees(raw: bytes) -> bool:
    """Whether both ways say the same; what is left to the long way always does."""
    letter = ordinary.read(raw)
    return letter is None or told(letter) == told(opened(message_from(raw)))


def told(found: Opened) -> Read:
    """What becomes of a message taken apart, with its attachments."""
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        patch.setattr(ordinary, "read", lambda _: found)
        answer, _ = describe(ASKED, b"", (), NOBODY)
    assert isinstance(answer, Read)
    return answer


ORDINARY = {
    "plain": raw_mail("Dag"),
    "two wordings": raw_mail("Dag allemaal", html="<p>Dag allemaal</p>"),
    "line ends of a server": raw_mail("Dag", html="<p>Dag").replace(b"\n", b"\r\n"),
    "Unicode as it stands": raw_mail("x").replace(b"\n\nx", "\n\nGeëerde café".encode()),
    "quoted-printable": raw_mail("Geëerde lezer, " * 20),
    "base64": raw_mail("☒ 1 Saled", at=on(1, "10:00")),
    "a form": raw_mail(FORM, at=on(1, "10:00")),
    "a newsletter": raw_mail("Dag", List_Id="<nieuws.example>"),
    "an absence": raw_mail("Ik ben er niet", Auto_Submitted="auto-replied"),
    "a draft": raw_mail("Dag", X_Unsent="1"),
    "a conversation": raw_mail("Dag", In_Reply_To="<0@x>", References="<0@x> <9@x>"),
    "Windows-1252": b"Content-Type: text/plain; charset=windows-1252\n\nCaf=E9".replace(b"=E9", b"e"),
}

UNUSUAL = {
    "an attachment": raw_mail(attachments=[("a.pdf", "application/pdf", b"%PDF-1.7")]),
    "HTML alone": b"Content-Type: text/html\n\n<p>Dag",
    "HTML that says more": raw_mail("Dag", html="<p>Een heel ander en veel langer verhaal"),
    "a text with a name": b"Content-Type: text/plain; name=a.txt\n\nDag",
    "a report": b"Content-Type: multipart/report; boundary=b\n\n--b\n\nDag\n--b--\n",
    "raw bytes in a header": b"Subject: caf\xe9\n\nDag",
    "no end of its headers": b"Subject: x",
    "a broken line": b"Subject: x\nKop zonder dubbelpunt\n\nDag",
    "other letters than those of ASCII": b"Content-Type: text/plain; charset=utf-16\n\nDag",
    "Latin-1 as it stands": b"Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xe9",
    "a broken encoding": b"Content-Transfer-Encoding: base64\n\nA",
    "two types": b"Content-Type: text/plain\nContent-Type: text/html\n\nDag",
    "much text": b"Subject: x\n\n" + b"dag " * 20_000,
}


@pytest.mark.parametrize("raw", ORDINARY.values(), ids=ORDINARY.keys())
def test_an_ordinary_letter_is_read_at_once(raw: bytes) -> None:
    assert ordinary.read(raw) is not None
    assert agrees(raw)


@pytest.mark.parametrize("raw", UNUSUAL.values(), ids=UNUSUAL.keys())
def test_what_is_unusual_is_left_to_the_long_way(raw: bytes) -> None:
    assert ordinary.read(raw) is None


HEADERS = [
    b"From: An <a@x.example>\n",
    b"Subject: een\n twee\n",
    b"Subject:\n",
    b"subject: =?utf-8?q?caf=C3=A9?=\n",
    b"Return-Path: <>\n",
    b"Message-ID: <1@x>\n",
    b"Message-ID: 1@x <2@x>\n",
    b"Received: from a by b.example; Fri, 2 Jun 2023 20:00:00 +0200\n",
    b"Content-Type: text/plain; charset=utf-8\n",
    b"Content-Type: text/plain; charset=utf-16\n",
    b'Content-Type: text/plain;\n\tcharset="iso-8859-1"; format=flowed\n',
    b"Content-Type: text/html\n",
    b"Content-Type: text\n",
    b"Content-Type: multipart/alternative; boundary=b\n",
    b'Content-Type: multipart/alternative; boundary="b "\n',
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Transfer-Encoding: quoted-printable\n",
    b"Content-Transfer-Encoding: BASE64\n",
    b"Content-Transfer-Encoding: uuencode\n",
    b"Content-Disposition: inline\n",
    b"List-Id: <x>\n",
    b"X-Unsent: 1\n",
    b" vervolg\n",
    b"Kop : x\n",
    b": leeg\n",
]
BODIES = [
    b"\n",
    b"\r\n",
    b"\r",
    b"--b\n",
    b"--b--\n",
    b"--b--",
    b"--bb\n",
    b"tekst =E9=\n",
    b"ZGFn\n",
    b"<p>veel meer <b>woorden</b> dan daar&nbsp;staan",
    "caf\u00e9\u2028\u00a0\x0b\n".encode(),
    b"\xef\xbb\xbf",
    b"\xff",
    b"\0",
]


@given(
    st.lists(st.sampled_from(HEADERS), max_size=6),
    st.lists(st.sampled_from([*BODIES, *HEADERS]), max_size=12),
)
def test_any_headers_and_lines_give_the_same_both_ways(head: list[bytes], body: list[bytes]) -> None:
    assert agrees(b"".join([*head, b"\n", *body]))


@given(st.sampled_from(HEADERS), st.sampled_from(HEADERS), st.sampled_from(BODIES), st.sampled_from(BODIES))
def test_any_two_wordings_give_the_same_both_ways(one: bytes, other: bytes, text: bytes, html: bytes) -> None:
    parts = b"--b\n" + one + b"\n" + text + b"\n--b\n" + other + b"\n" + html + b"\n--b--\n"

    assert agrees(b"Content-Type: multipart/alternative; boundary=b\n\n" + parts)


@pytest.mark.skipif(not MAILS, reason="the collection is not here")
def test_real_messages_give_the_same_both_ways() -> None:
    assert [file.name for file in MAILS if not all(map(agrees, raws(file)))] == []
