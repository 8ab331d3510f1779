"""Setting, changing and taking away the passphrase of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.lock import Advice, Lock, Strength
from jury_desktop.packets.words import known_words
from jury_desktop.services.ports import Dossier
from jury_desktop.services.protection import advise, draw_passphrase, lock_of, protect, unprotect
from jury_desktop.storage import cipher, create_store
from tests.builders import a_call, a_candidacy
from tests.fakes import MemoryStore
from tests.storage.conftest import a_small_call

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
WORDS, OTHER = "appel-fiets-lamp-wolk-trein-boter", "stoel-regen-tafel-kers-molen-brief"


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    store = create_store(tmp_path / "lier.jury", a_small_call())
    yield Dossier(store, "Regisseur", lambda: NOW)
    store.close()
    cipher._known.clear()


def refusal(call: object) -> str:
    with pytest.raises(JuryError) as refused:
        call()  # type: ignore[operator]
    return refused.value.message.key


def actions(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()]


def test_the_journal_says_when_and_never_what(dossier: Dossier) -> None:
    assert lock_of(dossier) is Lock.NOTHING
    recovery = protect(dossier, WORDS)
    assert lock_of(dossier) is Lock.PASSPHRASE
    other = protect(dossier, OTHER, WORDS)
    unprotect(dossier, other)
    assert lock_of(dossier) is Lock.NOTHING
    assert actions(dossier) == ["dossier.locked", "dossier.relocked", "dossier.unlocked"]
    with dossier.read() as uow:
        told = repr(uow.journal.all())
    assert [word for word in (WORDS, OTHER, recovery, other) if word in told] == []


def test_who_sits_at_an_open_dossier_does_not_yet_know_its_passphrase(dossier: Dossier) -> None:
    protect(dossier, WORDS)
    assert refusal(lambda: protect(dossier, OTHER)) == "protection.wrong"
    assert refusal(lambda: unprotect(dossier, OTHER)) == "protection.wrong"
    assert actions(dossier) == ["dossier.locked"]


def test_what_has_no_passphrase_cannot_lose_it(dossier: Dossier) -> None:
    assert refusal(lambda: unprotect(dossier, WORDS)) == "protection.none"


def test_a_dossier_without_a_file_is_protected_where_it_lies() -> None:
    elsewhere = Dossier(MemoryStore(a_small_call()), "Regisseur", lambda: NOW)
    assert lock_of(elsewhere) is Lock.ELSEWHERE
    assert refusal(lambda: protect(elsewhere, WORDS)) == "protection.elsewhere"


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("", Strength.EASY),
        ("geheim", Strength.EASY),
        ("Wachtwoord1", Strength.EASY),
        ("q8$kLm2!x", Strength.WEAK),
        ("correcthorsebatterystaple", Strength.STRONG),
        (WORDS, Strength.STRONG),
        ("a" * 100_000, Strength.EASY),
    ],
)
def test_advice_goes_by_how_people_choose(words: str, strength: Strength) -> None:
    assert advise(words).strength is strength


def test_the_name_of_the_dossier_is_no_secret() -> None:
    assert advise("verkiezing-lier.jury", "verkiezing-lier.jury").will_do is False


@pytest.mark.parametrize(
    "words",
    ["Lier2023!", "Selectie2023", "DeBrug2023", "lokale partnerschappen", "q8$kLm2!x"],
)
def test_what_who_knows_the_dossier_tries_first_is_refused(tmp_path: Path, words: str) -> None:
    dossier = Dossier(create_store(tmp_path / "proef.jury", a_call()), "Regisseur", lambda: NOW)
    with dossier.change() as uow:
        uow.candidacies.save(a_candidacy(1, organisation="De Brug", contact="An Peeters"))
        uow.journal.append("test.kept", "test", "candidacy")
    assert refusal(lambda: protect(dossier, words)) == "protection.easy"
    assert lock_of(dossier) is Lock.NOTHING
    dossier.store.close()


def test_what_is_too_easy_is_refused(dossier: Dossier) -> None:
    assert refusal(lambda: protect(dossier, "geheim")) == "protection.easy"
    assert lock_of(dossier) is Lock.NOTHING


@pytest.mark.parametrize(
    ("power", "strength"),
    [
        (7.9, Strength.EASY),
        (8.0, Strength.WEAK),
        (10.9, Strength.WEAK),
        (11.0, Strength.FAIR),
        (14.0, Strength.STRONG),
    ],
)
def test_strength_follows_from_the_number_of_guesses(power: float, strength: Strength) -> None:
    assert Advice(power).strength is strength


def test_drawn_words_are_strong() -> None:
    words = draw_passphrase()
    assert set(words.split("-")) <= set(known_words())
    assert advise(words).strength is Strength.STRONG
