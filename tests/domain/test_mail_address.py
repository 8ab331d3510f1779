"""Addresses from a field that anybody may have filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.mail_address import Addresses, addresses_in

AN, BEA = "an@brug.example", "bea@brug.example"


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (AN, (AN,)),
        (f" {AN} ", (AN,)),
        (f"{AN}, {BEA}", (AN, BEA)),
        (f"{AN}; {BEA}", (AN, BEA)),
        (f"{AN}\n{BEA}", (AN, BEA)),
        (f"An Peeters <{AN}>", (AN,)),
        (f'"Peeters, An" <{AN}>', (AN,)),
        (f"Peeters, An <{AN}>", (AN,)),
        (f'"vals@elders.example" <{AN}>', (AN,)),
        (f"{AN}, AN@brug.example", ("AN@brug.example",)),
        ("an@bücher.example", ("an@xn--bcher-kva.example",)),
        ("an+lier_1@sub.brug.example", ("an+lier_1@sub.brug.example",)),
        ("", ()),
        ("geen adres", ()),
    ],
)
def test_good_addresses(text: str, good: tuple[str, ...]) -> None:
    assert addresses_in(text) == Addresses(good)


@pytest.mark.parametrize(
    "text",
    [
        f"{AN}\nBcc: {BEA}",
        f"{AN}\r\nBcc:{BEA}",
        f"{AN} {BEA}",
        "an@localhost",
        "an@@brug.example",
        "an@brug..example",
        "an@-brug.example",
        ".an@brug.example",
        "zoë@brug.example",
        f"{'a' * 65}@brug.example",
        f"an@{'b' * 64}.example",
        "an@brug.example>",
        "<an@brug.example\x00>",
    ],
)
def test_what_looks_like_an_address_and_is_none_makes_the_field_unusable(text: str) -> None:
    found = addresses_in(text)
    assert found.bad
    assert not found.usable


@given(st.text(st.sampled_from('an@brug.example,;<>" \r\n:\x00é')))
def test_no_field_gives_more_than_letters_of_an_address(text: str) -> None:
    for address in addresses_in(text).good:
        assert address.isascii()
        assert not set(address) & set(' \r\n<>",;:\x00')
        assert address.count("@") == 1
