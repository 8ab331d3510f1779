"""Addresses and names out of running text; dates, scores and references stay."""

from __future__ import annotations

import pytest

from jury_desktop.domain.hiding import Hiding, parts_of, without_addresses

PERSONAL = (
    "an.peeters@ankerpunt.example",
    "0470 12 34 56",
    "0470/12.34.56",
    "03 480 12 34",
    "+32 470 12 34 56",
    "+32 (0)3 480 12 34",
    "0032470123456",
)
PLAIN = (
    "op 05/07/2023 om 11:00",
    "2023-07-05",
    "4,50 op 5",
    "oproepen 457 en 528",
    "K-01, 2500 Lier",
)


@pytest.mark.parametrize("found", PERSONAL)
def test_an_address_or_number_is_taken_out_and_what_stands_around_it_stays(found: str) -> None:
    assert without_addresses(f"Bel of mail {found}, graag.", "…") == "Bel of mail …, graag."


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert without_addresses(text, "…") == text


def test_the_longest_words_go_first() -> None:
    hiding = Hiding({"Jan": "A", "Jan Maes": "B", "": "C"})
    assert hiding.hide("jan maes en Jan, niet Janssens") == "B en A, niet Janssens"
    assert Hiding({}).hide("Jan") == "Jan"


def test_a_short_first_name_is_a_word_too() -> None:
    assert list(parts_of("An Van den Broeck")) == ["An Van den Broeck", "Van den Broeck"]
    assert list(parts_of("Jan Maes")) == ["Jan Maes", "Maes", "Jan"]
