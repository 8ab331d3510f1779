"""Bytes of unknown make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.charset import clean, decode


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("één".encode(), "utf-8", "één"),
        ("één".encode(), "", "één"),
        ("één".encode("cp1252"), "", "één"),
        ("één".encode("cp1252"), "utf-8", "één"),
        ("één".encode("latin-1"), "us-ascii", "één"),
        ("één".encode("utf-16"), "utf-8", "één"),
        (b"\xef\xbb\xbf\xc3\xa9", "iso-8859-1", "é"),
        ("één".encode(), "x-unknown", "één"),
        (b"6162", "hex", "6162"),
        (b"abc", "rot13", "abc"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        (b"een\r\ntwee\rdrie\0", "", "een\ntwee\ndrie"),
    ],
)
def test_become_text(data: bytes, declared: str, text: str) -> None:
    assert decode(data, declared) == text


@given(st.binary(), st.text())
def test_never_fail_and_can_always_be_kept(data: bytes, declared: str) -> None:
    text = decode(data, declared)

    assert text.encode("utf-8").decode("utf-8") == text
    assert "\0" not in text


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\udce9b") == "a?b"
