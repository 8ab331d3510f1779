"""Headers, whatever the sender wrote into them."""

from __future__ import annotations

import base64
from email import message_from_bytes
from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox import headers, limits


def message(*lines: str | bytes) -> Message:
    raw = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return message_from_bytes(raw + b"\n\nDag")


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Subject: Kandidatuur", "Kandidatuur"),
        ("Subject: =?utf-8?B?w6nDqW4=?= =?utf-8?Q?_twee?=", "één twee"),
        ("Subject: =?iso-8859-1?Q?caf=E9?=", "café"),
        ("Subject: een\n\ttwee", "een twee"),
        (b"Subject: caf\xe9", "café"),
        (b"Subject: caf\xc3\xa9", "café"),
        ("Subject: =?x-unknown?Q?abc?=", "abc"),
        ("Subject: =?utf-8?B?!!?=", "=?utf-8?B?!!?="),
        ("Subject: =?utf-8?B?a===?=", "=?utf-8?B?a===?="),
        ("Subject: a\x00b", "ab"),
        ("X: y", ""),
    ],
)
def test_are_decoded_for_people(line: str | bytes, subject: str) -> None:
    assert headers.text(message(line), "Subject") == subject


@pytest.mark.parametrize(
    ("lines", "sender"),
    [
        (["From: An Peeters <an@debrug.example>"], ("An Peeters", "an@debrug.example")),
        (['From: "Peeters, An" <an@debrug.example>'], ("Peeters, An", "an@debrug.example")),
        (["From: =?utf-8?Q?An=C3=AFs?= <an@debrug.example>"], ("Anïs", "an@debrug.example")),
        (["From: an@debrug.example"], ("", "an@debrug.example")),
        (["From: Peeters, An <an@debrug.example>"], ("Peeters, An", "an@debrug.example")),
        (["From: An; De Brug <mailto:an@debrug.example>"], ("An; De Brug", "an@debrug.example")),
        (["From: An Peeters an@debrug.example"], ("An Peeters", "an@debrug.example")),
        (['From: "Peeters, An <an@debrug.example>'], ("Peeters, An", "an@debrug.example")),
        (["From: Peeters, An </O=STAD/CN=AN>"], ("Peeters, An", "")),
        (["From: ", "Sender: b@debrug.example"], ("", "b@debrug.example")),
        (["Return-Path: <c@debrug.example>"], ("", "c@debrug.example")),
        (["Subject: x"], ("", "")),
    ],
)
def test_name_the_sender(lines: list[str], sender: tuple[str, str]) -> None:
    assert headers.sender(message(*lines)) == sender


def test_name_every_recipient() -> None:
    found = message("To: a@x.example, B <b@x.example>", "Cc: c@x.example", "To: d@x.example")

    assert [email for _, email in headers.addresses(found, "To", "Cc")] == [
        "a@x.example",
        "b@x.example",
        "d@x.example",
        "c@x.example",
    ]


def test_identifiers_lose_their_brackets_and_doubles() -> None:
    found = message("Message-ID: <1@x>", "References: <a@x>\n <b@x> <a@x> niets")

    assert headers.message_id(found) == "1@x"
    assert headers.identifiers(found, "References") == ["a@x", "b@x"]


@pytest.mark.parametrize(
    ("line", "identifier"), [("Message-ID: los", "los"), ("Message-ID:", ""), ("X: y", "")]
)
def test_an_identifier_without_brackets_counts_too(line: str, identifier: str) -> None:
    assert headers.message_id(message(line)) == identifier


def test_outlook_conversations_share_sixteen_bytes() -> None:
    index = bytes(range(40))
    first, second = index[:22], index

    keys = [
        headers.conversation(message(f"Thread-Index: {base64.b64encode(value).decode()}"))
        for value in (first, second)
    ]

    assert keys == [[f"thread-index:{index[6:22].hex()}"]] * 2
    assert headers.conversation(message("Thread-Index: !!")) == []


def test_of_any_length_cost_little() -> None:
    found = message("Subject: " + "x" * 100_000, "To: " + "a@x.example, " * 20_000)

    assert len(headers.text(found, "Subject")) == limits.HEADER_CHARACTERS
    assert len(headers.addresses(found, "To")) < 1000


@given(st.binary(max_size=200))
def test_never_fail(value: bytes) -> None:
    found = message_from_bytes(
        b"From: " + value + b"\nSubject: " + value + b"\nMessage-ID: " + value + b"\n\n"
    )

    words = [*headers.sender(found), headers.text(found, "Subject"), headers.message_id(found)]
    assert all(word.encode("utf-8").decode("utf-8") == word for word in words)
