"""File names as senders write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.names import LONGEST, extension, safe_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kandidatuur De Brug.pdf", "Kandidatuur De Brug.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\an\\formulier.docx", "formulier.docx"),
        ("begroting\u202exslx.exe", "begrotingxslx.exe"),
        ("een\r\ntwee\x00.pdf", "een twee.pdf"),
        ("cafe\u0301.pdf", "café.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("a<b>:c|d?.pdf", "a_b__c_d_.pdf"),
        ("formulier.pdf. . ", "formulier.pdf"),
        ("", "naamloos"),
        ("...", "naamloos"),
        ("/", "naamloos"),
    ],
)
def test_become_text_that_is_safe_to_show(name: str, shown: str) -> None:
    assert safe_name(name, "naamloos") == shown


def test_too_long_keep_their_extension() -> None:
    shown = safe_name("x" * 500 + ".docx", "naamloos")

    assert (len(shown), shown[-7:]) == (LONGEST, "x….docx")


@given(st.text(max_size=300))
def test_are_never_a_path_never_hidden_and_never_empty(name: str) -> None:
    shown = safe_name(name, "naamloos")

    assert 0 < len(shown) <= LONGEST
    assert not set(shown) & set('/\\<>:"|?*\r\n\t\0\u202e\u200b')
    assert shown == unicodedata.normalize("NFC", shown).strip()
    assert safe_name(shown, "naamloos") == shown


@pytest.mark.parametrize(("name", "suffix"), [("a.PDF", "pdf"), ("a.tar.gz", "gz"), ("a", ""), ("", "")])
def test_have_an_extension(name: str, suffix: str) -> None:
    assert extension(name) == suffix
