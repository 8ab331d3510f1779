"""Of a damaged dossier everything that can be read comes into a new one, and what is lost is told."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier
from jury_desktop.services.salvage import save_readable
from jury_desktop.services.soundness import verify
from jury_desktop.storage import open_store
from jury_desktop.storage.engine import PAGE
from jury_desktop.storage.salvage import salvage
from tests.builders import NOW, a_juror

MANY = 600


@pytest.fixture
def dossier(dossier_file: Path) -> Path:
    """A dossier with enough jurors to fill many pages."""
    with closing(open_store(dossier_file)) as store:
        for hundred in range(0, MANY, 100):
            with store.change("regisseur", NOW) as uow:
                for number in range(hundred, hundred + 100):
                    uow.jurors.save(a_juror(number, organisation="x" * 900))
                uow.journal.append("juror.added", "juror", str(hundred))
    return dossier_file


def pages_of(file: Path, table: str) -> list[int]:
    """The pages on which rows of a table lie."""
    with closing(sqlite3.connect(file)) as bare:
        query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
        try:
            return [page for (page,) in bare.execute(query, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite does not tell where rows lie")


def damage(file: Path, *pages: int) -> None:
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    file.write_bytes(content)


def jurors(file: Path) -> set[str]:
    with closing(open_store(file)) as store, store.read() as uow:
        return {juror.id for juror in uow.jurors.find()}


def test_a_dossier_that_is_whole_is_carried_over_whole(dossier: Path, tmp_path: Path) -> None:
    found = save_readable(dossier, tmp_path / "gered.jury", "An", NOW)

    assert (found.lost, found.problems) == ((), 0)
    assert jurors(found.file) == jurors(dossier)


@pytest.mark.parametrize("which", [[0], [-1], [3], [2, 3, 9]], ids=["first", "last", "one", "several"])
def test_rows_on_a_damaged_page_are_lost_and_no_others(
    dossier: Path, tmp_path: Path, which: list[int]
) -> None:
    pages = pages_of(dossier, "juror")
    before = dossier.read_bytes()
    damage(dossier, *(pages[number] for number in which))
    damaged = dossier.read_bytes()

    found = save_readable(dossier, tmp_path / "gered.jury", "An", NOW)

    kept = jurors(found.file)
    per_page = MANY / len(pages)
    assert MANY - 2.5 * per_page * len(which) <= len(kept) < MANY
    assert found.problems > 0
    with closing(open_store(found.file)) as store:
        last = verify(Dossier(store, "An", lambda: NOW))
        assert not last.ok
        with store.read() as uow:
            events = uow.journal.all()
    assert (events[-1].action, len(events)) == ("dossier.salvaged", MANY // 100 + 1)
    assert dossier.read_bytes() == damaged != before


def test_what_a_lost_row_carried_goes_with_it(dossier: Path, tmp_path: Path) -> None:
    damage(dossier, pages_of(dossier, "juror")[1])

    salvage(dossier, tmp_path / "gered.jury")

    with closing(sqlite3.connect(tmp_path / "gered.jury")) as bare:
        assert bare.execute("PRAGMA foreign_key_check").fetchall() == []
        assert bare.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_without_the_call_nothing_is_made(dossier: Path, tmp_path: Path) -> None:
    damage(dossier, *pages_of(dossier, "dossier"))

    with pytest.raises(StorageError) as caught:
        salvage(dossier, tmp_path / "gered.jury")

    assert caught.value.message == say("storage.beyond_saving", name="lier.jury")
    assert not (tmp_path / "gered.jury").exists()


def test_nothing_is_overwritten(dossier: Path, tmp_path: Path) -> None:
    there = tmp_path / "gered.jury"
    there.write_bytes(b"belangrijk")

    with pytest.raises(StorageError) as caught:
        salvage(dossier, there)

    assert caught.value.message == say("storage.exists", name="gered.jury")
    assert there.read_bytes() == b"belangrijk"


def test_with_the_whole_journal_lost_a_new_one_begins(dossier: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(dossier)) as bare:
        bare.executescript("DELETE FROM journal; DELETE FROM journal_end")
        bare.commit()

    found = save_readable(dossier, tmp_path / "gered.jury", "An", NOW)

    with closing(open_store(found.file)) as store, store.read() as uow:
        assert [event.action for event in uow.journal.all()] == ["dossier.salvaged"]
        assert len(uow.jurors.find()) == MANY
        assert store.problems() == ()
