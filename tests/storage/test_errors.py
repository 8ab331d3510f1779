"""Which complaints of a database a person can do something about, and which are our own mistakes."""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.ports import Store
from jury_desktop.storage import open_store
from jury_desktop.storage.errors import BrokenRuleError, explained
from tests.builders import NOW, a_candidacy, a_juror, a_sheet


def postgres(state: str, words: str = "zo zegt de server") -> Exception:
    """The error of psycopg for an SQLSTATE, as SQLAlchemy passes it on."""
    return wrapped(psycopg.errors.lookup(state)(words))


def sqlite(code: int) -> Exception:
    """The error of sqlite3 with an (extended) result code, as SQLAlchemy passes it on."""
    error = sqlite3.OperationalError("zo zegt SQLite")
    error.sqlite_errorcode = code
    return wrapped(error)


def wrapped(error: Exception) -> Exception:
    driver = psycopg if isinstance(error, psycopg.Error) else sqlite3
    made: Exception = DBAPIError.instance("SELECT 1", {}, error, driver.Error)
    return made


LOST = say("storage.connection_lost", name="lier", answer="zo zegt de server")
KNOWN: list[tuple[Callable[[], Exception], Message]] = [
    (lambda: sqlite(sqlite3.SQLITE_BUSY), say("storage.locked", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), say("storage.locked", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), say("storage.read_only", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_FULL), say("storage.disk_full", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_IOERR_WRITE), say("storage.disk_failed", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_CANTOPEN), say("storage.cannot_open", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_CORRUPT), say("storage.damaged", name="lier")),
    (lambda: sqlite(sqlite3.SQLITE_NOTADB), say("storage.damaged", name="lier")),
    (lambda: postgres("53100"), say("storage.disk_full", name="lier")),
    (lambda: postgres("55P03"), say("storage.locked", name="lier")),
    (lambda: postgres("40P01"), say("storage.locked", name="lier")),
    (lambda: postgres("25006"), say("storage.read_only", name="lier")),
    (lambda: postgres("42501"), say("storage.no_rights", name="lier")),
    (lambda: postgres("XX001"), say("storage.damaged", name="lier")),
    (lambda: postgres("42P01"), say("storage.damaged", name="lier")),
    (lambda: postgres("42703"), say("storage.damaged", name="lier")),
    (lambda: postgres("57P01"), LOST),
    (lambda: postgres("28P01"), LOST),
    (lambda: wrapped(psycopg.OperationalError("connection failed: zo zegt de server")), LOST),
]


@pytest.mark.parametrize(("make", "message"), KNOWN)
def test_what_a_person_can_solve_is_said(make: Callable[[], Exception], message: Message) -> None:
    with pytest.raises(StorageError) as caught, explained("lier"):
        raise make()

    assert caught.value.message == message


@pytest.mark.parametrize("make", [lambda: sqlite(sqlite3.SQLITE_ERROR), lambda: postgres("42601")])
def test_our_own_mistakes_stay_what_they_are(make: Callable[[], Exception]) -> None:
    with pytest.raises(DBAPIError) as caught, explained("lier"):
        raise make()

    assert not isinstance(caught.value, StorageError)


def test_a_broken_rule_of_the_tables_is_our_mistake() -> None:
    with pytest.raises(BrokenRuleError), explained("lier"):
        raise postgres("23505")


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), explained("lier"):
        raise KeyError("j1")


def keep_twice(store: Store, comment: str) -> None:
    """Keeps two sheets of one juror on one candidacy, which the tables forbid."""
    juror, candidacy = a_juror(1), a_candidacy(1)
    given = {"outreach": Answer(4, comment=comment)}
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(juror)
        uow.candidacies.save(candidacy)
        for key in ("one", "two"):
            uow.sheets.save(a_sheet(juror, candidacy, id=key, answers=given, remark=comment))


def test_the_report_of_a_fault_holds_nothing_of_what_was_to_be_kept(target: str | Path) -> None:
    """A report is mailed to whoever mends the program: a sealed comment must not travel with it."""
    store, comment = open_store(target), "".join(("Prach", "tig"))  # the source line is in the report
    with pytest.raises(BrokenRuleError) as caught:
        keep_twice(store, comment)
    store.close()

    report = "".join(traceback.format_exception(caught.value))
    assert "INSERT INTO sheet" in report
    assert comment not in report
