"""Whatever something else than the program does to a dossier is found, and named. ``benchmarks/tampering.py``
does the same thousands of times to the demonstration."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from jury_desktop.domain.sheet import GoalMark
from jury_desktop.storage import create_store
from jury_desktop.storage.schema import metadata
from tests.builders import NOW, a_candidacy, a_meeting, a_sheet
from tests.storage.conftest import a_small_call
from tests.storage.loose_rows import Table
from tests.storage.tampered_rows import ROWS, turn
from tests.storage.tampered_tables import TABLES
from tests.storage.tampered_values import VALUES
from tests.storage.tampering import Bench, Kind, Tampering, tampered
from tests.storage.test_queries import JUROR, fill

PHOTO = bytes(range(256)) * 100
"""Large enough to be left out of the message that carries it."""

ROUNDS = {ROWS: 4, VALUES: 6, TABLES: 2}
"""Tamperings of each kind."""
ALL = [(kind, seed) for kinds, rounds in ROUNDS.items() for kind in kinds for seed in range(rounds)]
pytestmark = pytest.mark.xdist_group("tampering")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A dossier with two of everything, and another with a third, of which rows may turn up in it."""
    folder = tmp_path_factory.mktemp("tampering")
    found = Bench(made(folder / "lier.jury", 1, 2), made(folder / "ander.jury", 2, 3))
    yield found
    found.close()


def made(path: Path, *numbers: int) -> Path:
    """A dossier with so many of everything, kept in six events, and a message that carries an attachment."""
    store = create_store(path, a_small_call())
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        for number in numbers:
            fill(uow, number)
            uow.settings.set(f"house.{number}", "Het huis")
            uow.journal.append("test.kept", "test", str(number))
    goals = {"1.1": GoalMark.SHOWN, "1.2": GoalMark.PARTLY}
    message = b"Subject: Kandidatuur\n\n" + base64.encodebytes(PHOTO)
    contents = {sha256(content).hexdigest(): content for content in (PHOTO, message)}
    photo, carrier = contents
    with store.change("regisseur", NOW) as uow:
        uow.blobs.keep(contents, {carrier: [photo]})
        uow.meetings.save(a_meeting(JUROR))
        uow.sheets.save(a_sheet(JUROR, a_candidacy(numbers[0]), goal_marks=goals))
        for number in range(3):
            uow.journal.append("test.kept", "test", str(number), reason="Zomaar")
    assert store.problems() == ()
    store.close()
    return path


@pytest.mark.parametrize(("kind", "seed"), ALL, ids=lambda each: getattr(each, "__name__", str(each)))
def test_tampering_is_found_and_named(bench: Bench, kind: Kind, seed: int) -> None:
    outcome = tampered(bench, kind, seed)

    assert (outcome.found, outcome.named) == (True, True), outcome


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_no_value_of_a_table_can_be_changed_unseen(bench: Bench, name: str) -> None:
    """But for what the database itself refuses."""
    for column in metadata.tables[name].c:
        with bench.opened(0) as desk, suppress(sqlite3.IntegrityError):
            table = Table(desk.file, name)
            done = turn(table, table.any_row(desk.chance), column.name, desk.chance)

            found = bench.looked(desk.connection)
            assert done.is_named(found), (done.words, found)


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_no_row_of_a_table_can_be_taken_out_unseen(bench: Bench, name: str) -> None:
    with bench.opened(0) as desk:
        table = Table(desk.file, name)
        row = table.any_row(desk.chance)
        table.remove(row)

        found = bench.looked(desk.connection)
        assert Tampering("", table.place(row)).is_named(found), found


def test_nothing_is_found_where_nobody_tampered(bench: Bench) -> None:
    with bench.opened(0) as desk:
        assert bench.looked(desk.connection) == ()
