"""Long stretches of base64 are spared the parser, and nothing comes out differently."""

from __future__ import annotations

import email
from base64 import encodebytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.runs import put_back, take_out
from tests.mailbox.builders import raw_mail

LONG = encodebytes(bytes(range(256)) * 40)
"""180 lines of base64."""


def agree(raw: bytes) -> bool:
    """Whether parsing with the stretches taken out and put back gives what parsing the whole gives."""
    plain = email.message_from_bytes(raw)
    small, stretches = take_out(raw)
    spared = email.message_from_bytes(small)
    put_back(spared.walk(), stretches)
    return [_told(part) for part in plain.walk()] == [_told(part) for part in spared.walk()]


def _told(part: email.message.Message) -> tuple[object, ...]:
    payload = None if part.is_multipart() else part.get_payload()
    return part.items(), payload, part.preamble, part.epilogue, [type(found) for found in part.defects]


@pytest.mark.parametrize(
    "raw",
    [
        raw_mail(attachments=[("a.bin", "application/octet-stream", bytes(range(256)) * 40)]),
        b"Subject: x\nContent-Transfer-Encoding: base64\n\n" + LONG,
        b"Subject: x\n\n" + LONG.rstrip(b"\n"),
        b"Subject: x\n\n" + LONG.replace(b"\n", b"\r\n"),
        b"Subject: x\n" + LONG + b"To: y\n\nz",
        b"Content-Type: multipart/mixed; boundary=b\n\n"
        + LONG
        + b"--b\n\n"
        + LONG
        + b"--b\n\nx\n--b--\n"
        + LONG,
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + LONG[: 77 * 60] + b"--b--\n",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
        + LONG[: 77 * 60].replace(b"\n", b"\r\n")
        + b"--b--\r\n",
        b"Content-Type: message/rfc822\n\nSubject: y\n\n" + LONG,
    ],
)
def test_a_message_parses_as_before(raw: bytes) -> None:
    assert b"@" in take_out(raw)[0]
    assert len(take_out(raw)[0]) < len(raw) / 2
    assert agree(raw)


@given(
    st.lists(
        st.sampled_from([LONG, LONG[:77], b"--b\n", b"--b--\n", b"X: y\n", b"\n", b"\r\n", b" x\n", b"a@b"])
    )
)
def test_any_mixture_parses_as_before(pieces: list[bytes]) -> None:
    assert agree(b"Content-Type: multipart/mixed; boundary=b\n" + b"".join(pieces))


def test_a_message_cannot_forge_a_mark() -> None:
    small, _ = take_out(b"Subject: x\n\n" + LONG)

    again, stretches = take_out(small + b"\n" + LONG)
    message = email.message_from_bytes(b"Subject: y\n\n@0-0@\n" + LONG)
    put_back([message], stretches)

    assert message.get_payload().startswith("@0-0@")
    assert len(stretches) == 1
    assert again.startswith(b"Subject: x")
