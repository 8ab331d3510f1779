"""The tree of parts is that of the standard library."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox import parse
from jury_desktop.mailbox.parse import message_from
from tests.mailbox.builders import raw_mail
from tests.mailbox.test_real_files import MAILS, raws


def told(message: Message) -> list[object]:
    """Headers, content and number of children of every part: what is used of a message."""
    return [
        (list(part.raw_items()), part.get_payload(decode=True), len(list(part.walk())))
        for part in message.walk()
    ]


def agree(raw: bytes) -> bool:
    return told(message_from(raw)) == told(message_from_bytes(raw, policy=compat32))


ORDINARY = [
    raw_mail("Dag"),
    raw_mail("Dag", html="<p>Dag"),
    raw_mail("Dag", attachments=[("a.pdf", "application/pdf", b"%PDF-1.7")]),
    raw_mail("Dag").replace(b"\n", b"\r\n"),
    raw_mail("Dag", html="<p>Dag", attachments=[("a.pdf", "application/pdf", b"%PDF")]).replace(
        b"\n", b"\r\n"
    ),
]


@pytest.mark.parametrize("raw", ORDINARY)
def test_an_ordinary_message_goes_the_short_way(raw: bytes) -> None:
    assert agree(raw)
    with patch.object(parse, "message_from_bytes", side_effect=AssertionError):
        message_from(raw)


@given(
    st.lists(
        st.sampled_from(
            [
                "From: a@x.example\n",
                "Subject: een\n twee\n",
                "Content-Type: multipart/mixed; boundary=b\n",
                'Content-Type: multipart/alternative; boundary="b c"\n',
                "Content-Type: multipart/digest; boundary=b\n",
                "Content-Type: message/rfc822\n",
                "Content-Type: text/plain\n",
                "Kop zonder dubbelpunt\n",
                ": leeg\n",
                "\n",
                "\r\n",
                "\r",
                "--b\n",
                "--b\r\n",
                "--b--\n",
                "--b--",
                "--b c\n",
                "--b c--\n",
                "tekst\n",
                "tekst",
                "\x0b\u00e9\u2028\n",
            ]
        ),
        max_size=16,
    )
)
def test_any_lines_give_the_same_tree(lines: list[str]) -> None:
    assert agree("".join(lines).encode())


@pytest.mark.skipif(not MAILS, reason="the collection is not here")
def test_real_messages_give_the_same_tree() -> None:
    assert [file.name for file in MAILS if not all(map(agree, raws(file)))] == []
