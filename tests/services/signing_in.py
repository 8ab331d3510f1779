"""Dossiers with people who signed in."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.account import Account
from jury_desktop.domain.role import Person, Role
from jury_desktop.services.ports import Dossier

ACCOUNTS = {
    Role.REGISSEUR: Account("a-regisseur", "An Maes", Role.REGISSEUR),
    Role.JUROR: Account("a-juror", "Jurylid 1", Role.JUROR, "j1"),
    Role.OBSERVER: Account("a-observer", "Jurylid 2", Role.OBSERVER, "j2"),
    Role.SECOND_READER: Account("a-second", "Bo Claes", Role.SECOND_READER),
}
"""One account for each role; nothing fits their empty verifiers."""


def with_accounts(dossier: Dossier) -> Dossier:
    """The dossier with the four accounts; whoever holds it has not signed in."""
    with dossier.change() as uow:
        for account in ACCOUNTS.values():
            uow.accounts.save(account)
        uow.journal.append("account.made", "account", "de vier")
    return dossier


def signed_in(dossier: Dossier, role: Role) -> Dossier:
    """The dossier for whoever has the account of a role."""
    person = ACCOUNTS[role].person
    return replace(dossier, actor=person.name, who=person)


def person(role: Role) -> Person:
    """Who has the account of a role."""
    return ACCOUNTS[role].person
