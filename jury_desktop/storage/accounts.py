"""The accounts of a dossier in a table; empty where nobody has to sign in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Table

from jury_desktop.domain.account import Account
from jury_desktop.domain.role import Role
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, number, refers, text
from jury_desktop.storage.types import Choice, Moment

account = Table(
    "account",
    metadata,
    *identity(),
    text("name"),
    Column("role", Choice(Role), nullable=False),
    refers("juror", "juror.id", optional=True),
    text("verifier"),
    text("recovery"),
    Column("provisional", Boolean, nullable=False),
    number("failures"),
    Column("failed_at", Moment),
)

ACCOUNTS = plain(account, Account)
