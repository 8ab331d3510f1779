"""Every service checks who calls it: one test for each service and role."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from jury_desktop import services
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Reach, Right, reach
from jury_desktop.domain.role import STRANGER, Role
from jury_desktop.services.accounts import remove_account
from jury_desktop.services.admission import NEED, Need, needs, obstacle
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from tests.architecture.checkout import ROOT
from tests.builders import a_juror
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier
from tests.services.sealed import low
from tests.services.signing_in import person, signed_in, with_accounts
from tests.services.views import VIEWS, seen

Service = Callable[..., object]
SHUT = {"rights.refused", "rights.not_yours", "rights.undeclared", "sign_in.needed"}
"""What somebody is told who may not call a service."""
OWN, OTHERS = "j1", "j2"
"""The juror who signed in, and another one."""


def public_services() -> Iterator[tuple[str, Service]]:
    """Every public function of the services that takes a dossier."""
    for found in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{found.name}")
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == module.__name__
            if own and not name.startswith("_") and _takes_a_dossier(function):
                yield f"{found.name}.{name}", function


def _takes_a_dossier(function: Service) -> bool:
    taken = inspect.signature(function).parameters.get("dossier")
    return taken is not None and taken.annotation == "Dossier"


SERVICES: Mapping[str, Service] = dict(public_services())
NEEDS: Mapping[str, Need] = {name: getattr(each, NEED, Need(None)) for name, each in SERVICES.items()}
RIGHTS = {name: need.right for name, need in NEEDS.items() if need.right is not None}


@cache
def prepared() -> MemoryStore:
    store = MemoryStore(a_dossier().store._call)  # type: ignore[attr-defined]
    with_accounts(low(store))
    return store


def dossier_for(role: Role) -> Dossier:
    """A whole dossier of one's own, for whoever has a role."""
    return signed_in(a_dossier_on(prepared().copied()), role)


def a_dossier_on(store: MemoryStore) -> Dossier:
    now = a_dossier().now
    return Dossier(store, "Regisseur", now)


def attempt(name: str, dossier: Dossier, juror: str = OWN) -> str:
    """Calls a service with nothing for its arguments but the dossier and a juror: the check comes before they
    are looked at. Gives why it was shut, else nothing."""
    service, own = SERVICES[name], NEEDS[name].own
    taken = inspect.signature(service).parameters.values()
    given = {each.name: None for each in taken if each.kind is not each.VAR_POSITIONAL}
    try:
        service(**given | {"dossier": dossier} | ({own: juror} if own else {}))
    except JuryError as error:
        return error.message.key if error.message.key in SHUT else ""
    except Exception:
        return ""
    return ""


def test_every_service_of_a_dossier_says_who_may_call_it() -> None:
    """Who adds a service writes ``@needs(Right.…)`` above it, or ``@for_everybody`` with the reason."""
    assert [name for name, service in SERVICES.items() if not hasattr(service, NEED)] == []
    assert [name for name, need in NEEDS.items() if need.right is None and not need.why] == []
    assert len(SERVICES) > 180


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", RIGHTS)
def test_a_service_lets_in_who_has_its_right_and_nobody_else(name: str, role: Role) -> None:
    dossier = dossier_for(role)
    before = dossier.store._kept  # type: ignore[attr-defined]
    allowed = reach(person(role), RIGHTS[name]) is not None

    assert (attempt(name, dossier, person(role).juror) == "") is allowed
    if not allowed:
        assert dossier.store._kept is before  # type: ignore[attr-defined]


@pytest.mark.parametrize("role", Role)
def test_what_a_window_is_told_beforehand_is_what_the_service_answers(role: Role) -> None:
    dossier = dossier_for(role)
    refused = {name for name in RIGHTS if attempt(name, dossier, person(role).juror)}
    assert {name for name in RIGHTS if obstacle(SERVICES[name], dossier.who, None) is not None} == refused


@pytest.mark.parametrize("name", RIGHTS)
def test_nobody_is_let_in_before_they_sign_in(name: str) -> None:
    stranger = Dossier(prepared().copied(), "?", a_dossier().now, STRANGER)
    assert attempt(name, stranger) == "sign_in.needed"


@pytest.mark.parametrize("name", [name for name, need in NEEDS.items() if need.own])
def test_a_juror_calls_a_service_about_a_juror_for_themselves_alone(name: str) -> None:
    assert attempt(name, dossier_for(Role.JUROR), OWN) == ""
    assert attempt(name, dossier_for(Role.JUROR), OTHERS) == "rights.not_yours"


READING = [
    (name, role)
    for name in VIEWS
    for role in (Role.SECOND_READER, Role.OBSERVER)
    if name in RIGHTS and reach(person(role), RIGHTS[name]) is not None
]


@pytest.mark.parametrize(("name", "role"), READING)
def test_who_may_read_reads_the_same_as_the_regisseur(name: str, role: Role, tmp_path: Path) -> None:
    whole, own = (
        seen(name, dossier_for(who), tmp_path / who)
        .replace(person(role).name, "#")
        .replace(person(Role.REGISSEUR).name, "#")
        for who in (Role.REGISSEUR, role)
    )
    assert own == whole


def test_the_refusal_says_what_it_is_and_who_may() -> None:
    with pytest.raises(JuryError) as refused:
        save_juror(dossier_for(Role.JUROR), a_juror(9))

    message = say("rights.refused", name="Jurylid 1", what="rights.keep_jury", by="rights.by_regisseur")
    assert refused.value.message == message


def test_a_service_that_declares_nothing_is_closed_to_all_but_the_regisseur() -> None:
    def forgotten(dossier: Dossier) -> int:
        with dossier.read() as uow:
            return len(uow.candidacies.find())

    assert forgotten(dossier_for(Role.REGISSEUR)) == 3
    for role in (Role.JUROR, Role.OBSERVER, Role.SECOND_READER):
        with pytest.raises(JuryError) as refused:
            forgotten(dossier_for(role))
        assert refused.value.message == say("rights.undeclared")


def test_what_a_service_asks_of_another_is_its_own_matter() -> None:
    @needs(Right.SCORE)
    def outer(dossier: Dossier) -> int:
        return len(list_candidacies(dossier))

    assert outer(dossier_for(Role.JUROR)) == 3


def test_an_admission_ends_with_the_service_also_where_it_fails() -> None:
    dossier = dossier_for(Role.JUROR)

    @needs(Right.SCORE)
    def failing(dossier: Dossier) -> None:
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        failing(dossier)
    with pytest.raises(JuryError), dossier.read():
        pass


def test_a_dossier_with_accounts_is_shut_to_whoever_holds_it_without_signing_in() -> None:
    """Also a window that was open before the accounts were made."""
    dossier = a_dossier_on(prepared().copied())
    with pytest.raises(JuryError) as refused:
        list_candidacies(dossier)
    assert refused.value.message == say("sign_in.needed")


def test_who_loses_the_account_is_out_at_once() -> None:
    regisseur = dossier_for(Role.REGISSEUR)
    juror = signed_in(regisseur, Role.JUROR)
    assert len(list_candidacies(juror)) == 3

    remove_account(regisseur, person(Role.JUROR).account)

    with pytest.raises(JuryError) as refused:
        list_candidacies(juror)
    assert refused.value.message == say("sign_in.gone", name="Jurylid 1")


def test_who_leaves_the_jury_is_out_at_once() -> None:
    regisseur = dossier_for(Role.REGISSEUR)
    save_juror(regisseur, a_juror(1, active=False))
    with pytest.raises(JuryError) as refused:
        list_candidacies(signed_in(regisseur, Role.JUROR))
    assert refused.value.message == say("sign_in.left", name="Jurylid 1")


def test_an_order_is_for_who_has_no_conflict_at_all() -> None:
    """Rights that reach as far as that are those to see every candidate beside the others."""
    free = {right for right in Right if reach(person(Role.OBSERVER), right) is Reach.FREE}
    assert free == {Right.SEE_DELIBERATION}


def test_only_signing_in_and_copies_work_past_the_check() -> None:
    """``dossier.store`` is a way around it: nothing else in the program opens work on a store."""
    past = {
        file.name
        for folder in ("services", "ui", "cli")
        for file in (ROOT / "jury_desktop" / folder).rglob("*.py")
        if any(way in file.read_text(encoding="utf-8") for way in ("store.read()", "store.change("))
    }
    assert past == {"ports.py", "sign_in.py", "backups.py"}
