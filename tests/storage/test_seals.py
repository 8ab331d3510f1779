"""No row changes behind the journal: whatever is altered in the file by something else is found."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Table

from jury_desktop.domain.errors import JuryError, StorageError
from jury_desktop.domain.journal import broken_links
from jury_desktop.domain.messages import say
from jury_desktop.storage import create_store, open_store
from jury_desktop.storage.schema import metadata
from tests.builders import NOW, a_candidacy, a_juror
from tests.storage.conftest import a_small_call
from tests.storage.test_queries import JUROR, fill

CONTENTS = {"blob", "blob_chunk", "blob_stretch"}
"""Kept by their own hash: see test_integrity."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with two of everything."""
    path = tmp_path_factory.mktemp("seals") / "lier.jury"
    store = create_store(path, a_small_call())
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        uow.settings.set("house", "Het huis")
        fill(uow, 1)
        fill(uow, 2)
    assert store.problems() == ()
    store.close()
    return path


def tampered(whole: Path, folder: Path, statement: str) -> tuple[int, bool]:
    """How many rows a statement altered in a copy of the dossier, and whether that is found: when it is
    opened, by the check of the rows or by that of the journal."""
    copy = folder / "kopie.jury"
    shutil.copy(whole, copy)
    with closing(sqlite3.connect(copy)) as file, file:
        altered = file.execute(statement).rowcount
    return altered, bool(findings(copy))


def findings(path: Path) -> tuple[object, ...]:
    try:
        store = open_store(path)
    except JuryError as error:
        return (error.message,)
    try:
        with store.read() as uow:
            return *store.problems(), *broken_links(uow.journal.all())
    except StorageError as error:
        return (error.message,)
    finally:
        store.close()


def filled() -> Iterator[Table]:
    return (table for table in metadata.sorted_tables if table.name not in CONTENTS)


def columns() -> Iterator[tuple[Table, Column[object]]]:
    """Every column that says something; ``nr`` only keeps the order in which things came."""
    return ((table, column) for table in filled() for column in table.c if column.name != "nr")


def last_row(table: Table) -> str:
    """A condition that holds for one row, if there is any."""
    keys = ", ".join(f'"{column.name}"' for column in table.primary_key)
    backwards = ", ".join(f'"{column.name}" DESC' for column in table.primary_key)
    return f'({keys}) = (SELECT {keys} FROM "{table.name}" ORDER BY {backwards} LIMIT 1)'


@pytest.mark.parametrize(
    ("table", "column"), [pytest.param(t, c.name, id=f"{t.name}.{c.name}") for t, c in columns()]
)
def test_no_value_can_be_changed_unseen(whole: Path, tmp_path: Path, table: Table, column: str) -> None:
    other = f"""CASE typeof("{column}") WHEN 'text' THEN "{column}" || 'x'
                WHEN 'null' THEN 'x' ELSE "{column}" + 7 END"""
    change = f'UPDATE "{table.name}" SET "{column}" = {other} WHERE {last_row(table)}'

    assert tampered(whole, tmp_path, change) in ((1, True), (0, False))


@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in filled()])
def test_no_row_can_be_taken_out_unseen(whole: Path, tmp_path: Path, table: Table) -> None:
    gone = f'DELETE FROM "{table.name}" WHERE {last_row(table)}'

    assert tampered(whole, tmp_path, gone) in ((1, True), (0, False))


def test_a_row_that_was_put_in_is_named(whole: Path, tmp_path: Path) -> None:
    tampered(whole, tmp_path, "INSERT INTO setting VALUES ('geheim', '1')")

    assert findings(tmp_path / "kopie.jury") == (say("storage.row_unknown", table="setting", id="geheim"),)


def test_a_score_that_was_changed_is_named_with_the_event_it_contradicts(whole: Path, tmp_path: Path) -> None:
    tampered(whole, tmp_path, "UPDATE sheet_answer SET value = 5 - value WHERE rowid = 1")

    changed = say("storage.row_changed", table="sheet", sequence=1, subject="1")
    assert findings(tmp_path / "kopie.jury") == (changed,)


def test_two_names_that_changed_places_are_found(whole: Path, tmp_path: Path) -> None:
    names = "(SELECT organisation FROM candidacy AS other WHERE other.nr <> candidacy.nr)"

    assert tampered(whole, tmp_path, f"UPDATE candidacy SET organisation = {names}") == (2, True)


def test_many_changes_in_a_row_leave_a_sound_dossier(tmp_path: Path) -> None:
    """Saving, saving again, taking out and putting back: the newest seal of each counts."""
    store = create_store(tmp_path / "lier.jury", a_small_call())
    chance, there = random.Random(7), set()
    for step in range(60):
        with store.change("regisseur", NOW) as uow:
            number = chance.randrange(1, 6)
            if number in there and chance.random() < 0.4:
                uow.jurors.remove(a_juror(number).id)
                there.discard(number)
            else:
                uow.jurors.save(a_juror(number, name=f"Jurylid {number}, keer {step}"))
                there.add(number)
            if chance.random() < 0.5:
                uow.candidacies.save(a_candidacy(number, organisation=f"Organisatie {step}"))
            uow.journal.append("test.changed", "test", str(step))

    assert store.problems() == ()
    store.close()


def test_a_dossier_of_an_earlier_version_is_sealed_as_it_stands(whole: Path, tmp_path: Path) -> None:
    """The event tells how many objects had no seal that fits them: all of them, in the first version."""
    copy = tmp_path / "oud.jury"
    shutil.copy(whole, copy)
    with closing(sqlite3.connect(copy)) as file, file:
        file.executescript("DELETE FROM seal; UPDATE journal SET sealed = ''; UPDATE dossier SET sealed = ''")
    store = open_store(copy)
    before = store.problems()

    store.seal_anew("regisseur", NOW)
    store.seal_anew("regisseur", NOW)

    with store.read() as uow:
        events = uow.journal.of("dossier.sealed")
    assert (before, store.problems(), len(events)) == ((say("storage.not_sealed"),), (), 1)
    assert json.loads(events[0].new)["sheet"] == 2
    store.close()


def test_sealing_anew_tells_what_was_changed_before(whole: Path, tmp_path: Path) -> None:
    """Whoever takes the mark away to have a changed score sealed leaves that in the journal."""
    copy = tmp_path / "kopie.jury"
    shutil.copy(whole, copy)
    with closing(sqlite3.connect(copy)) as file, file:
        first = "position = 0 AND owner = (SELECT min(id) FROM sheet)"
        file.execute(f"UPDATE sheet_answer SET value = 5 - value WHERE {first}")
        file.execute("UPDATE dossier SET sealed = '0007'")
    store = open_store(copy)

    store.seal_anew("regisseur", NOW)

    with store.read() as uow:
        (event,) = uow.journal.of("dossier.sealed")
    assert json.loads(event.new) == {"dossier": 1, "sheet": 1}
    store.close()
