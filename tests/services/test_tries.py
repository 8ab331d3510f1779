"""Signing in to a dossier that can only be read: it lets in by the same secrets, and claims nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jury_desktop.domain.account import FREE_TRIES
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Person, Role
from jury_desktop.services import tries
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.jury import save_juror
from jury_desktop.services.sign_in import WrongSecret, choose_secret, recover, sign_in
from tests.builders import a_juror
from tests.fakes import MemoryStore
from tests.services.test_sign_in import OWN_PIN, PIN, WORDS, House, cheap, house, refusal  # noqa: F401

READ_ONLY = say("storage.read_only", name="lier.jury")


@pytest.fixture
def reading(house: House, monkeypatch: pytest.MonkeyPatch) -> House:  # noqa: F811
    """The house where nothing can be kept any more; the juror has a code of their own."""
    monkeypatch.setattr(tries, "_FAILED", {})
    choose_secret(house.enter("Jurylid 1", PIN), PIN, OWN_PIN)
    assert isinstance(house.bare.store, MemoryStore)
    house.bare.store.read_only = READ_ONLY
    return house


def test_who_gives_the_right_secret_reads_along_and_the_journal_knows_nothing_of_it(reading: House) -> None:
    before = reading.actions()

    entered = reading.enter("Jurylid 1", OWN_PIN)

    assert entered.who == Person("Jurylid 1", Role.JUROR, "j1", reading.juror.id)
    assert len(list_candidacies(entered)) == 1
    assert reading.actions() == before
    with pytest.raises(JuryError) as refused:
        save_juror(reading.enter("An Maes", WORDS), a_juror(9))
    assert refusal(refused) == READ_ONLY


def test_a_wrong_secret_is_counted_by_the_program_also_when_the_dossier_is_opened_again(
    reading: House,
) -> None:
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(WrongSecret) as refused:
            reading.enter("Jurylid 1", "000000")
        assert refusal(refused) == say("sign_in.wrong")

    with pytest.raises(WrongSecret) as refused:
        reading.enter("Jurylid 1", OWN_PIN)
    assert refusal(refused).key == "sign_in.wait_reading"
    reading.clock.now += timedelta(seconds=31)
    assert reading.enter("Jurylid 1", OWN_PIN).actor == "Jurylid 1"
    assert tries._FAILED == {}


def test_what_went_wrong_before_it_could_only_be_read_counts_along(house: House) -> None:  # noqa: F811
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(WrongSecret):
            house.enter("An Maes", "fout fout fout fout")
    assert isinstance(house.bare.store, MemoryStore)
    house.bare.store.read_only = READ_ONLY

    with pytest.raises(WrongSecret) as refused:
        house.enter("An Maes", WORDS)

    assert refusal(refused).key == "sign_in.wait_reading"


def test_a_code_that_somebody_else_chose_opens_nothing_here(house: House) -> None:  # noqa: F811
    assert isinstance(house.bare.store, MemoryStore)
    house.bare.store.read_only = READ_ONLY

    with pytest.raises(JuryError) as refused:
        house.enter("Jurylid 1", PIN)

    assert refusal(refused) == say("sign_in.choose_elsewhere")


def test_nobody_without_an_account_comes_in(reading: House) -> None:
    with pytest.raises(WrongSecret):
        sign_in(reading.shut, "a-nobody", OWN_PIN)


def test_the_recovery_key_asks_for_a_dossier_that_can_keep_the_new_secret(reading: House) -> None:
    with pytest.raises(JuryError) as refused:
        recover(reading.shut, reading.account("An Maes"), reading.key, "trein appel lamp fiets")
    assert refusal(refused) == READ_ONLY
