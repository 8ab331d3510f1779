"""Attachments are lifted out of messages, and nothing comes out differently."""

from __future__ import annotations

import email
import os
from base64 import encodebytes
from email.message import Message
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox import limits
from jury_desktop.mailbox.lift import SHOWN, TOKEN, Content, Stretch, WholeError, lift, mark
from jury_desktop.mailbox.mime import opened, take_apart
from jury_desktop.mailbox.parse import message_from
from tests.mailbox.builders import raw_mail, reasons, written

BULK = bytes(range(256)) * 40
LINES = encodebytes(BULK)
BASE64 = b"Content-Transfer-Encoding: base64\n"


def mixed(*parts: bytes) -> bytes:
    return (
        b"From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"".join(b"--b\n" + part + b"\n" for part in parts)
        + b"--b--\n"
    )


def part(body: bytes, head: bytes = BASE64) -> bytes:
    return b"Content-Type: application/pdf\n" + head + b"\n" + body


def within(message: bytes, head: bytes = b"", kind: bytes = b"message/rfc822") -> bytes:
    """A part that holds a message, whose own boundary is another one."""
    own = b"c%d" % len(message)
    inner = message.replace(b"=b\n", b"=%s\n" % own).replace(b"--b", b"--%s" % own)
    return b"Content-Type: %s\n%s\n%s" % (kind, head, inner)


def lifted_files(raw: bytes) -> list[tuple[str, str]]:
    """Type and SHA-256 of the attachments, by way of lifting."""
    lifted = lift(raw)
    shown = [(content.shown(), len(content.data)) for content in lifted.contents]
    stretches = [Stretch(number, *pair) for number, pair in enumerate(shown)]
    try:
        found = opened(message_from(lifted.skeleton), stretches, TOKEN)
    except WholeError:
        return plainly(raw)
    return [
        (
            file.media_type,
            sha256(lifted.refilled(file.content, raw)).hexdigest()
            if file.lifted is None
            else lifted.contents[file.lifted].sha256,
        )
        for file in found.files
    ]


def plainly(raw: bytes) -> list[tuple[str, str]]:
    return [(file.media_type, sha256(file.content).hexdigest()) for file in take_apart(raw).files]


def by_the_library(raw: bytes) -> list[str]:
    return [_digest(leaf) for leaf in email.message_from_bytes(raw).walk() if not leaf.is_multipart()]


def _digest(leaf: Message) -> str:
    content = leaf.get_payload(decode=True)
    assert isinstance(content, bytes)
    return sha256(content).hexdigest()


@pytest.mark.parametrize(
    "raw",
    [
        mixed(part(LINES)),
        mixed(part(LINES), part(LINES[::-1][-5000:]), part(LINES)),
        mixed(part(LINES + b"\n\n")),
        mixed(part(LINES.rstrip(b"=\n"))),
        mixed(part(LINES.replace(b"\n", b" \n"))),
        mixed(part(LINES.replace(b"\n", b"!\n"))),
        mixed(part(LINES[:7000] + b"==\n" + LINES[7000:])),
        mixed(part(LINES + b"\nEen voettekst\n")),
        mixed(part(LINES + b"-- \nEen handtekening\n")),
        mixed(part(LINES, b"")),
        mixed(part(LINES, b"Content-Transfer-Encoding: quoted-printable\nX-Note: base64\n")),
        mixed(b"Content-Type: message/rfc822\n\nSubject: y\n" + BASE64 + b"\n" + LINES),
        mixed(part(LINES), within(mixed(part(LINES), part(b"kort", b"")))),
        mixed(within(mixed(part(LINES), within(mixed(part(LINES)))), b"Content-Disposition: attachment\n")),
        mixed(within(mixed(part(LINES)))).replace(b"\n", b"\r\n"),
        mixed(within(mixed(part(LINES)), BASE64), part(LINES)),
        mixed(within(encodebytes(mixed(part(LINES))), BASE64)),
        mixed(within(mixed(part(LINES)), kind=b"message/partial"), part(LINES)),
        mixed(within(b"Action: failed\n\n" + LINES, kind=b"message/delivery-status"), part(LINES)),
        mixed(within(mixed(part(LINES)), kind=b"message/global"), within(mixed(part(LINES)))),
        mixed(part(LINES)).replace(b"\n", b"\r\n"),
        BASE64 + b"Content-Type: application/pdf\n\n" + LINES,
        BASE64 + b"Content-Type: text/plain\n\n" + encodebytes(b"Dag allemaal\n" * 20_000),
        b"Content-Type: multipart/mixed; boundary=weg\n" + BASE64 + b"\n" + LINES,
    ],
)
def test_the_attachments_are_those_of_the_whole_message(raw: bytes) -> None:
    try:
        expected = plainly(raw)
    except Exception as refusal:
        with pytest.raises(type(refusal)):
            lifted_files(raw)
    else:
        assert lifted_files(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        mixed(part(LINES), part(LINES)),
        mixed(part(LINES)).replace(b"\n", b"\r\n"),
        mixed(part(encodebytes(BULK * 40))),
    ],
)
def test_an_ordinary_attachment_is_lifted_and_is_that_of_the_standard_library(raw: bytes) -> None:
    assert len(lift(raw).skeleton) < 500
    assert [content.sha256 for content in lift(raw).contents] == by_the_library(raw)


@given(
    st.lists(
        st.sampled_from(
            [LINES, LINES[:77], LINES[-77:], b"--b\n", b"--b--\n", b"X: y\n", b"\n", b"\r\n", b" x\n"]
        )
        | st.just(BASE64 + b"\n"),
        max_size=12,
    )
)
def test_any_mixture_gives_what_it_gives_whole(pieces: list[bytes]) -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
        + BASE64
        + b"\n"
        + b"".join(pieces)
        + b"\n--b--\n"
    )
    try:
        expected = plainly(raw)
    except Exception as refusal:
        with pytest.raises(type(refusal)):
            lifted_files(raw)
    else:
        assert lifted_files(raw) == expected


@given(st.binary(max_size=200), st.sampled_from([b"", b"=", b"==", b"===", b"A", b"AB="]))
def test_what_is_lifted_decodes_as_in_the_standard_library(noise: bytes, end: bytes) -> None:
    raw = mixed(part(LINES[:-5] + noise.replace(b"-", b"").replace(b"\n", b"") + end))

    assert all(content.sha256 in by_the_library(raw) for content in lift(raw).contents)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_message_within_a_message_need_not_be_seen_whole(end: bytes) -> None:
    raw = mixed(part(LINES), within(mixed(part(LINES)))).replace(b"\n", end)
    lifted = lift(raw)
    stretches = [Stretch(number, b"", len(BULK)) for number in range(2)]

    files = opened(message_from(lifted.skeleton), stretches, TOKEN).files

    assert len(lifted.skeleton) < 700
    assert [file.lifted for file in files] == [0, None, 1]
    assert lifted.refilled(files[1].content, raw) == take_apart(raw).files[1].content


@pytest.mark.parametrize("numbers", [(1,), (0, 0), (7, 0)])
def test_only_what_stood_in_a_message_is_put_back_and_once(numbers: tuple[int, ...]) -> None:
    raw = mixed(part(LINES))
    forged = b" ".join(mark(TOKEN, number) for number in numbers)

    with pytest.raises(ValueError, match="marks"):
        lift(raw).refilled(forged, raw)


def test_a_message_that_says_the_same_over_and_over_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that was taken over could otherwise fill the memory of the program."""
    monkeypatch.setattr(limits, "MESSAGE_BYTES", 60_000)
    deep = mixed(part(encodebytes(os.urandom(30_000))))
    for _ in range(4):
        deep = mixed(within(deep))

    assert reasons(written(tmp_path, "a.eml", deep)) == ["intake.reader_stopped"]


def test_a_short_attachment_stays_where_it_is() -> None:
    raw = raw_mail(attachments=[("a.pdf", "application/pdf", b"%PDF-1.7")])

    assert lift(raw).skeleton is raw


def test_of_a_large_one_enough_is_shown_and_of_a_zip_all() -> None:
    large = os.urandom(2 * SHOWN)

    assert [len(Content("", data).shown()) for data in (b"x" + large, b"PK\x03\x04" + large)] == [
        SHOWN,
        2 * SHOWN + 4,
    ]


def test_a_message_cannot_forge_a_mark() -> None:
    raw = mixed(part(b"@0-0@\n"), part(LINES))

    assert lifted_files(raw) == plainly(raw)


def test_many_false_beginnings_cost_no_more_than_one_reading() -> None:
    false = BASE64 + b"\n" + b"QUJD" * 16 + b"\n=x\n"

    assert lift(b"Subject: x\n" + false * 20_000).contents == ()
