"""Whatever something else than the program does to a dossier is found, and named. ``benchmarks/tampering.py``
does the same thousands of times to the demonstration."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256

import pytest

from jury_desktop.domain.sheet import GoalMark
from jury_desktop.storage import create_store
from jury_desktop.storage.schema import metadata
from tests.builders import NOW, a_candidacy, a_meeting, a_sheet
from tests.storage.conftest import a_small_call
from tests.storage.loose_rows import Table
from tests.storage.tampering import KINDS, Bench, Tampering, tampered, turn
from tests.storage.test_queries import JUROR, fill

PHOTO = bytes(range(256)) * 100
"""Large enough to be left out of the message that carries it."""

ROUNDS = 8
"""Tamperings of each kind."""
pytestmark = pytest.mark.xdist_group("tampering")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A dossier with two of everything, kept in six events, and a message that carries an attachment."""
    path = tmp_path_factory.mktemp("tampering") / "lier.jury"
    store = create_store(path, a_small_call())
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        for number in (1, 2):
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
        uow.sheets.save(a_sheet(JUROR, a_candidacy(1), goal_marks=goals))
        for number in range(3):
            uow.journal.append("test.kept", "test", str(number), reason="Zomaar")
    assert store.problems() == ()
    store.close()
    found = Bench(path)
    yield found
    found.close()


@pytest.mark.parametrize("seed", range(ROUNDS * len(KINDS)))
def test_tampering_is_found_and_named(bench: Bench, seed: int) -> None:
    outcome = tampered(bench, seed)

    assert (outcome.found, outcome.named) == (True, True), outcome


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_no_value_of_a_table_can_be_changed_unseen(bench: Bench, name: str) -> None:
    """But for what the database itself refuses."""
    for column in metadata.tables[name].c:
        with bench.opened(0) as desk, suppress(sqlite3.IntegrityError):
            table = Table(desk.file, name)
            done = turn(table, table.any_row(desk.chance), column.name, desk.chance)

            found = bench.found(desk.connection)
            assert done.is_named(found), (done.words, found)


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_no_row_of_a_table_can_be_taken_out_unseen(bench: Bench, name: str) -> None:
    with bench.opened(0) as desk:
        table = Table(desk.file, name)
        row = table.any_row(desk.chance)
        table.remove(row)

        found = bench.found(desk.connection)
        assert Tampering("", table.place(row)).is_named(found), found


def test_nothing_is_found_where_nobody_tampered(bench: Bench) -> None:
    with bench.opened(0) as desk:
        assert bench.found(desk.connection) == ()
