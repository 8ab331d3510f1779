"""The message that a signature wraps whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.signed import content
from tests.mailbox.cms import SIGNED_DATA, around, der, open_ended, signed

MESSAGE = b"Content-Type: text/plain\r\n\r\nDag\r\n" * 30


def test_is_taken_out() -> None:
    assert content(signed(MESSAGE)) == MESSAGE


def test_may_be_written_in_pieces_of_which_nobody_knew_how_many() -> None:
    pieces = open_ended(0x24, der(0x04, MESSAGE[:500]), open_ended(0x24, der(0x04, MESSAGE[500:])))

    assert content(around(pieces, wrap=open_ended)) == MESSAGE


def test_of_an_empty_message_is_empty() -> None:
    assert content(signed(b"")) == b""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        around(der(0x04, MESSAGE), kind=SIGNED_DATA[:-1] + b"\x03"),
        der(0x30, der(0x06, SIGNED_DATA)),
        signed(MESSAGE)[:-1],
        open_ended(0x30, der(0x06, SIGNED_DATA))[:-2],
        around(der(0x02, b"\1")),
        around(b"".join([b"\x24\x80"] * 40 + [b"\0\0"] * 40)),
    ],
    ids=["nothing", "no CMS", "encrypted", "detached", "cut off", "never ended", "no letters", "too deep"],
)
def test_is_none_where_it_cannot_be_read(data: bytes) -> None:
    assert content(data) is None


@given(st.integers(0, 200), st.integers(0, 255))
def test_of_damaged_bytes_is_some_of_them_or_none(at: int, byte: int) -> None:
    data = bytearray(signed(MESSAGE))
    data[at] = byte

    found = content(bytes(data))

    assert found is None or found in bytes(data)
