"""Signing in: by the right secret alone, more slowly after every wrong one, and never by what lies about."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.account import FREE_TRIES, LONGEST_WAIT, Account
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import STRANGER, Person, Role
from jury_desktop.services import table_files, verifier
from jury_desktop.services.account_changes import AccountsChange, take_back_accounts
from jury_desktop.services.accounts import (
    accounts,
    add_account,
    add_jury,
    begin_accounts,
    end_accounts,
    remove_account,
    renew_recovery,
    reset_account,
    set_lock_minutes,
)
from jury_desktop.services.archive import make_archive
from jury_desktop.services.bundle import BundleWish, make_bundle
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.journal import journal
from jury_desktop.services.jury import remove_juror
from jury_desktop.services.new_ids import Ids, same_ids
from jury_desktop.services.ports import Dossier
from jury_desktop.services.sign_in import WrongSecret, choose_secret, closed, door, recover, sign_in
from jury_desktop.storage.store import create_store
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier, after_both_rounds

WORDS, PIN, OWN_PIN = "fiets lamp appel trein", "402817", "918273645"


class Clock:
    """A clock that goes on only when told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class House:
    """A dossier with a regisseur and one juror who have accounts."""

    def __init__(self) -> None:
        self.clock = Clock()
        store = MemoryStore(a_call())
        a_dossier([a_candidacy(1)], [a_juror(1), a_juror(2, observer=True)], store=store)
        self.bare = Dossier(store, "Regisseur", self.clock)
        self.key = begin_accounts(self.bare, "An Maes", WORDS)
        self.shut = closed(self.bare)
        self.regisseur = self.enter("An Maes", WORDS)
        self.juror: Account = add_account(self.regisseur, Role.JUROR, PIN, juror="j1")

    def account(self, name: str) -> str:
        return next(each.account for each in door(self.shut).entrants if each.name == name)

    def enter(self, name: str, secret: str) -> Dossier:
        return sign_in(self.shut, self.account(name), secret)

    def actions(self) -> list[tuple[str, str, str]]:
        events = [line.event for line in reversed(journal(self.regisseur))]
        return [(e.action, e.actor, e.subject) for e in events if e.subject_kind == "account"]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets that are checked in a moment; what a real one costs is tested in ``test_verifier.py``."""
    monkeypatch.setattr(verifier, "MEMORY", 64)
    monkeypatch.setattr(verifier, "PASSES", 1)


@pytest.fixture
def house() -> House:
    return House()


def refusal(error: pytest.ExceptionInfo[JuryError]) -> Message:
    return error.value.message


def test_a_dossier_without_accounts_asks_nobody() -> None:
    dossier = a_dossier()
    assert closed(dossier) == dossier
    assert door(dossier).entrants == ()


def test_a_dossier_with_accounts_shows_nothing_before_somebody_signs_in(house: House) -> None:
    assert (house.shut.who, house.shut.actor) == (STRANGER, "?")
    with pytest.raises(JuryError) as refused:
        list_candidacies(house.shut)
    assert refusal(refused) == say("sign_in.needed")
    assert [(each.name, each.role) for each in door(house.shut).entrants] == [
        ("An Maes", Role.REGISSEUR),
        ("Jurylid 1", Role.JUROR),
    ]


def test_who_gives_the_right_secret_works_in_their_own_name(house: House) -> None:
    entered = choose_secret(sign_in(house.shut, house.juror.id, PIN), PIN, OWN_PIN)
    assert entered.actor == "Jurylid 1"
    assert entered.who == Person("Jurylid 1", Role.JUROR, "j1", house.juror.id)
    assert len(list_candidacies(entered)) == 1
    assert house.actions()[-2:] == [
        ("account.signed_in", "Jurylid 1", "Jurylid 1"),
        ("account.secret_chosen", "Jurylid 1", "Jurylid 1"),
    ]


def test_with_a_secret_that_somebody_else_chose_nothing_is_done_but_replacing_it(house: House) -> None:
    """Else whoever gave it could act in the name of its owner, and nobody could tell them apart."""
    entered = sign_in(house.shut, house.juror.id, PIN)
    with pytest.raises(JuryError) as refused:
        list_candidacies(entered)
    assert refusal(refused) == say("sign_in.choose_first")


def test_a_reset_puts_out_who_is_in(house: House) -> None:
    entered = choose_secret(sign_in(house.shut, house.juror.id, PIN), PIN, OWN_PIN)
    reset_account(house.regisseur, house.juror.id, "660402")
    with pytest.raises(JuryError) as refused:
        list_candidacies(entered)
    assert refusal(refused) == say("sign_in.gone", name="Jurylid 1")


def test_a_wrong_secret_is_counted_and_the_journal_names_nobody_for_it(house: House) -> None:
    with pytest.raises(WrongSecret) as refused:
        house.enter("Jurylid 1", "000111")
    assert refusal(refused) == say("sign_in.wrong")
    assert house.actions()[-1] == ("account.refused", "?", "Jurylid 1")


def test_after_some_wrong_ones_the_right_one_has_to_wait_too_also_in_another_program(house: House) -> None:
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(WrongSecret):
            house.enter("Jurylid 1", "000111")
    opened_again = closed(Dossier(house.shut.store, "Regisseur", house.clock))

    with pytest.raises(WrongSecret) as refused:
        sign_in(opened_again, house.juror.id, PIN)
    assert refusal(refused).key == "sign_in.wait"

    house.clock.now += timedelta(seconds=31)
    assert sign_in(opened_again, house.juror.id, PIN).actor == "Jurylid 1"


def test_the_wait_grows_to_a_quarter_of_an_hour_and_ends_with_the_right_secret(house: House) -> None:
    waits = []
    for _ in range(FREE_TRIES + 8):
        with pytest.raises(WrongSecret):
            house.enter("Jurylid 1", "000111")
        until = accounts(house.regisseur).rows[1].waits_until
        waits.append((until - house.clock.now).seconds if until else 0)
        house.clock.now = until or house.clock.now

    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert timedelta(seconds=waits[-1]) == LONGEST_WAIT
    house.enter("Jurylid 1", PIN)
    assert accounts(house.regisseur).rows[1].waits_until is None


def test_a_clock_that_is_put_back_ends_no_wait(house: House) -> None:
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(WrongSecret):
            house.enter("Jurylid 1", "000111")
    house.clock.now -= timedelta(days=1)
    with pytest.raises(WrongSecret):
        house.enter("Jurylid 1", PIN)


def test_a_secret_that_somebody_else_chose_is_replaced_by_its_owner(house: House) -> None:
    juror = house.enter("Jurylid 1", PIN)
    choose_secret(juror, PIN, OWN_PIN)

    with pytest.raises(WrongSecret):
        house.enter("Jurylid 1", PIN)
    assert not sign_in(house.shut, house.juror.id, OWN_PIN).who.provisional


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (OWN_PIN, "73519046", "sign_in.wrong"),
        (PIN, PIN, "sign_in.same_secret"),
        (PIN, "12345", "sign_in.pin_short"),
        (PIN, "123456", "sign_in.secret_row"),
        (PIN, "777777", "sign_in.secret_row"),
        (PIN, "jurylid9", "sign_in.secret_name"),
    ],
)
def test_another_secret_has_to_be_good_and_the_old_one_known(
    house: House, old: str, new: str, said: str
) -> None:
    juror = house.enter("Jurylid 1", PIN)
    with pytest.raises(JuryError) as refused:
        choose_secret(juror, old, new)
    assert refusal(refused).key == said
    assert house.enter("Jurylid 1", PIN).actor == "Jurylid 1"


def test_the_regisseur_gives_another_secret_and_with_it_the_wait_ends(house: House) -> None:
    choose_secret(house.enter("Jurylid 1", PIN), PIN, OWN_PIN)
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(WrongSecret):
            house.enter("Jurylid 1", "000111")

    reset_account(house.regisseur, house.juror.id, "660402")

    assert sign_in(house.shut, house.juror.id, "660402").who.provisional


def test_a_regisseur_who_forgot_comes_in_by_the_recovery_key_and_gets_another_one(house: House) -> None:
    key = house.account("An Maes")
    again, renewed = recover(house.shut, key, house.key.upper().replace("-", " "), "stoel maan brood vis")

    assert again.actor == "An Maes"
    assert house.enter("An Maes", "stoel maan brood vis").actor == "An Maes"
    with pytest.raises(WrongSecret):
        recover(house.shut, key, house.key, "stoel maan brood kaas")
    assert recover(house.shut, key, renewed, "stoel maan brood kaas")[0].actor == "An Maes"


def test_a_weak_secret_does_not_use_the_recovery_key_up(house: House) -> None:
    with pytest.raises(JuryError) as refused:
        recover(house.shut, house.account("An Maes"), house.key, "kort")
    assert refusal(refused).key == "sign_in.secret_short"
    assert recover(house.shut, house.account("An Maes"), house.key, "stoel maan brood vis")[0]


def test_nobody_but_a_regisseur_has_a_recovery_key(house: House) -> None:
    with pytest.raises(WrongSecret):
        recover(house.shut, house.juror.id, "", "73519046")
    with pytest.raises(JuryError) as refused:
        renew_recovery(house.regisseur, house.juror.id)
    assert refusal(refused) == say("sign_in.no_recovery")


def test_an_observer_on_the_list_gets_the_role_of_one(house: House) -> None:
    assert add_account(house.regisseur, Role.JUROR, PIN, juror="j2").role is Role.OBSERVER


def test_a_name_has_one_account(house: House) -> None:
    for role, given in ((Role.JUROR, {"juror": "j1"}), (Role.SECOND_READER, {"name": " an  MAES "})):
        with pytest.raises(JuryError) as refused:
            add_account(house.regisseur, role, "402817 trein", **given)
        assert refusal(refused).key == "sign_in.name_taken"


def test_a_juror_with_an_account_is_not_taken_off_the_list(house: House) -> None:
    with pytest.raises(JuryError) as refused:
        remove_juror(house.regisseur, "j1")
    assert refusal(refused).key == "jury.juror_in_use"


def test_the_last_regisseur_stays_unless_all_accounts_go(house: House) -> None:
    with pytest.raises(JuryError) as refused:
        remove_account(house.regisseur, house.account("An Maes"))
    assert refusal(refused) == say("sign_in.last_regisseur", name="An Maes")

    end_accounts(house.regisseur)

    assert closed(house.bare) == house.bare
    assert len(list_candidacies(house.bare)) == 1


def test_an_account_that_was_taken_away_comes_back_with_the_code_of_its_owner(house: House) -> None:
    choose_secret(sign_in(house.shut, house.juror.id, PIN), PIN, OWN_PIN)
    change = remove_account(house.regisseur, house.juror.id)
    assert [each.name for each in door(house.shut).entrants] == ["An Maes"]

    take_back_accounts(house.regisseur, change)

    assert house.enter("Jurylid 1", OWN_PIN).actor == "Jurylid 1"
    assert house.actions()[-3:-1] == [
        ("account.removed", "An Maes", "Jurylid 1"),
        ("account.put_back", "An Maes", "Jurylid 1"),
    ]


def test_accounts_that_were_made_go_again_unless_their_owners_chose_a_code(house: House) -> None:
    (handed,) = add_jury(house.regisseur, ["j2"])
    assert handed.account is not None
    made = AccountsChange(made=(house.juror, handed.account))
    with pytest.raises(WrongSecret):
        house.enter("Jurylid 1", "000000")  # a try that failed is no change of the account

    take_back_accounts(house.regisseur, made)
    assert [each.name for each in door(house.shut).entrants] == ["An Maes"]

    take_back_accounts(house.regisseur, AccountsChange(removed=made.made))
    choose_secret(sign_in(house.shut, house.juror.id, PIN), PIN, OWN_PIN)
    with pytest.raises(JuryError) as refused:
        take_back_accounts(house.regisseur, made)
    assert refusal(refused) == say("sign_in.changed_since", name="Jurylid 1")
    assert len(door(house.shut).entrants) == 3


def test_an_account_does_not_come_back_where_its_name_or_its_juror_has_changed(house: House) -> None:
    change = remove_account(house.regisseur, house.juror.id)
    add_account(house.regisseur, Role.JUROR, PIN, juror="j1")
    for reason in ("sign_in.name_taken", "sign_in.not_on_list", "sign_in.not_begun"):
        with pytest.raises(JuryError) as refused:
            take_back_accounts(house.regisseur, change)
        assert refusal(refused).key == reason
        if reason == "sign_in.name_taken":
            remove_account(house.regisseur, house.account("Jurylid 1"))
            remove_juror(house.regisseur, "j1")
        else:
            end_accounts(house.regisseur)
            house.regisseur = house.bare


def test_an_account_that_is_made_again_opens_with_the_code_that_was_told(house: House) -> None:
    ids: Ids = {}
    with same_ids(ids):
        (told,) = add_jury(house.regisseur, ["j2"])
    assert told.account is not None
    take_back_accounts(house.regisseur, AccountsChange(made=(told.account,)))
    with same_ids(ids):
        add_jury(house.regisseur, ["j2"])

    assert sign_in(house.shut, house.account("Jurylid 2"), told.secret).actor == "Jurylid 2"


def test_accounts_begin_once(house: House) -> None:
    with pytest.raises(JuryError) as refused:
        begin_accounts(house.regisseur, "Cas Wouters", WORDS)
    assert refusal(refused) == say("sign_in.begun")


def test_nobody_gets_an_account_before_the_regisseur_has_one() -> None:
    with pytest.raises(JuryError) as refused:
        add_account(a_dossier(jurors=[a_juror(1)]), Role.JUROR, PIN, juror="j1")
    assert refusal(refused) == say("sign_in.not_begun")


def test_the_time_to_the_lock_is_kept(house: House) -> None:
    assert door(house.shut).lock_minutes == 10
    set_lock_minutes(house.regisseur, 3)
    assert door(house.shut).lock_minutes == 3


def test_no_verifier_ever_reaches_the_journal_or_what_is_shown(house: House) -> None:
    reset_account(house.regisseur, house.juror.id, "660402")
    renew_recovery(house.regisseur, house.account("An Maes"))
    house.enter("Jurylid 1", "660402")
    with house.regisseur.read() as uow:
        kept = uow.accounts.find()
        events = uow.journal.all()
    assert all(each.verifier.startswith("$argon2id$") for each in kept)

    told = repr((kept, events, accounts(house.regisseur), door(house.shut)))

    assert "argon2" not in told
    assert not any(secret in told for each in kept for secret in (each.verifier, each.recovery) if secret)


def test_no_verifier_leaves_the_house(tmp_path: Path) -> None:
    """Neither in the bundle for an audit, nor in the archive, the tables, or what is held on one person."""
    dossier = after_both_rounds(store=create_store(tmp_path / "lier.jury", a_call()))
    begin_accounts(dossier, "An Maes", WORDS)
    shut = closed(dossier)
    regisseur = sign_in(shut, door(shut).entrants[0].account, WORDS)
    add_account(regisseur, Role.JUROR, PIN, juror="j1")
    (tmp_path / "uit").mkdir()

    make_bundle(regisseur, BundleWish(tmp_path / "uit" / "bundel"))
    make_archive(regisseur, tmp_path / "uit" / "archief.jury", "De termijn is om")
    tables = table_files.as_json_document(table_files.ask_tables(regisseur))
    (tmp_path / "uit" / "tabellen.json").write_bytes(tables)

    written = {file.name: file.read_bytes() for file in (tmp_path / "uit").rglob("*") if file.is_file()}
    assert len(written) > 10
    assert [name for name, content in written.items() if b"argon2" in content] == []
    regisseur.store.close()
    assert b"argon2" in (tmp_path / "lier.jury").read_bytes()
