"""A passphrase can be read out over the telephone, and cannot be guessed."""

from __future__ import annotations

import math
import re

import pytest

from jury_desktop.packets import words


def test_the_words_are_short_plain_and_all_different() -> None:
    known = words.known_words()

    assert [word for word in known if not re.fullmatch("[a-z]{3,8}", word)] == []
    assert len(set(known)) == len(known)


def test_no_two_words_sound_alike() -> None:
    pairs = (("ij", "y"), ("ei", "y"), ("au", "ou"), ("ch", "g"), ("c", "k"), ("z", "s"), ("v", "f"))

    def sound(word: str) -> str:
        for written, heard in pairs:
            word = word.replace(written, heard)
        return re.sub("d$", "t", re.sub("b$", "p", word))

    assert len({sound(word) for word in words.known_words()}) == len(words.known_words())


def test_a_passphrase_takes_sixty_bits_to_guess() -> None:
    assert words.COUNT * math.log2(len(words.known_words())) > 60


def test_every_passphrase_is_another_and_made_of_known_words() -> None:
    made = {words.new_passphrase() for _ in range(20)}

    assert len(made) == 20
    assert {word for each in made for word in each.split("-")} <= set(words.known_words())


@pytest.mark.parametrize(
    "typed",
    [
        "appel-fiets-lamp",
        " Appel  Fiets Lamp ",
        "APPEL FIETS\nLAMP",
        "appel, fiets, lamp.",
        "appél–fiets–lamp",
    ],
)
def test_however_it_is_typed_it_is_the_same_passphrase(typed: str) -> None:
    assert words.as_made(typed) == "appel-fiets-lamp"
