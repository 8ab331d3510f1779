"""What happened to a dossier behind the program's back is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage import open_store
from jury_desktop.storage.drivers import PAGE
from tests.builders import NOW, a_candidacy, a_conflict, a_juror

JUROR, CANDIDACY = a_juror(1), a_candidacy(1)
CONFLICT = a_conflict(JUROR, CANDIDACY)
LETTER = b"%PDF-1.7 " + b"brief " * 1000


def fill(target: str | Path) -> str:
    """A dossier with something of much; gives the key of its one content."""
    store = open_store(target)
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        uow.candidacies.save(CANDIDACY)
        uow.conflicts.save(CONFLICT)
        key = uow.blobs.put(LETTER)
        uow.journal.append("test.kept", "test", "1")
        uow.journal.append("test.kept", "test", "2")
    store.close()
    return key


def tamper(target: str | Path, statement: str) -> None:
    """Changes a dossier without the program, with no foreign keys in the way."""
    if isinstance(target, Path):
        with closing(sqlite3.connect(target)) as file, file:
            file.execute(statement)
    else:
        with psycopg.connect(target) as database:
            database.execute("SET session_replication_role = replica")
            database.execute(statement)


def problems(target: str | Path) -> list[Finding]:
    store = open_store(target)
    try:
        return list(store.problems())
    finally:
        store.close()


def of_the_first_event(what: str, kind: str, key: str) -> Finding:
    about = {} if what == "row_changed" else {"subject": "1"}
    return Finding(say(f"storage.{what}", sequence=1, **about), kind, key)


def changed(key: str) -> Finding:
    return Finding(say("storage.content_changed", sha256=key), "blob", key)


def test_a_content_that_changed_is_named_and_not_given(target: str | Path) -> None:
    key = fill(target)
    other = "x'616e64657273'" if isinstance(target, Path) else "'anders'"
    tamper(target, f"UPDATE blob_chunk SET content = {other}")

    assert problems(target) == [of_the_first_event("row_changed", "blob", key), changed(key)]
    store = open_store(target)
    with store.read() as uow, pytest.raises(StorageError) as caught:
        uow.blobs.get(key)
    store.close()
    assert caught.value.message == say("storage.content_changed", sha256=key)


def test_a_content_that_is_cut_off_is_named(target: str | Path) -> None:
    key = fill(target)
    tamper(target, "DELETE FROM blob_chunk")

    assert problems(target) == [of_the_first_event("row_changed", "blob", key), changed(key)]


def test_a_journal_whose_end_was_cut_off_is_named(target: str | Path) -> None:
    fill(target)
    tamper(target, "DELETE FROM journal WHERE sequence = 2")

    assert problems(target) == [Finding(say("storage.journal_end", found=1, recorded=2), "journal", "2")]


def test_a_journal_that_was_emptied_is_named(target: str | Path) -> None:
    fill(target)
    tamper(target, "DELETE FROM journal")

    assert problems(target) == [
        Finding(say("storage.journal_end", found=0, recorded=2), "journal", "2"),
        Finding(say("storage.seals_changed", sequence=1), "journal", "1"),
    ]


def test_a_value_that_means_nothing_is_named(target: str | Path) -> None:
    fill(target)
    tamper(target, "UPDATE conflict SET state = 'misschien'")

    assert problems(target) == [
        Finding(
            say("storage.row_unreadable", problem="'misschien' is not a valid ConflictState"),
            "conflict",
            CONFLICT.id,
        ),
        of_the_first_event("row_changed", "conflict", CONFLICT.id),
    ]


def test_a_key_that_leads_nowhere_is_named_in_a_file(dossier_file: Path) -> None:
    fill(dossier_file)
    tamper(dossier_file, "DELETE FROM juror")

    assert problems(dossier_file) == [
        Finding(say("storage.row_missing", parent="juror"), "conflict", CONFLICT.id),
        of_the_first_event("row_gone", "juror", JUROR.id),
    ]


def test_a_constraint_that_was_never_checked_is_named_in_a_database(dossier_database: str) -> None:
    fill(dossier_database)
    tamper(dossier_database, "ALTER TABLE conflict ADD CONSTRAINT los CHECK (reason <> '') NOT VALID")
    try:
        assert problems(dossier_database) == [Finding(say("storage.never_checked", name="los"), "conflict")]
    finally:
        tamper(dossier_database, "ALTER TABLE conflict DROP CONSTRAINT los")


def findings(path: Path) -> list[Finding]:
    """What opening says, or else the check."""
    try:
        return problems(path)
    except StorageError as error:
        return [Finding(error.message)]


def scratch_page(number: int) -> Callable[[Path], None]:
    def scratch(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[number * PAGE : (number + 1) * PAGE] = b"\xff" * PAGE
        path.write_bytes(content)

    return scratch


def test_a_damaged_page_is_reported_and_not_raised(dossier_file: Path) -> None:
    """Whatever page it is (one in three is tried): opening says so, or the check does."""
    fill(dossier_file)
    whole = dossier_file.read_bytes()

    for page in range(1, len(whole) // PAGE, 3):
        dossier_file.write_bytes(whole)
        scratch_page(page)(dossier_file)
        assert findings(dossier_file) != [], f"page {page}"


def test_the_check_tells_how_many_contents_it_read_and_can_be_broken_off(dossier_file: Path) -> None:
    fill(dossier_file)
    heard: list[tuple[int, int]] = []
    store = open_store(dossier_file)

    def stop(done: int, total: int) -> None:
        raise StorageError(say("storage.disk_full", name="lier"))

    assert store.problems(lambda done, total: heard.append((done, total))) == ()
    assert (0, 1) in heard
    with pytest.raises(StorageError):
        store.problems(stop)
    store.close()


@pytest.mark.parametrize("value", ["x'00ff'", "x'41'"])
def test_a_text_that_was_made_bytes_is_told_and_breaks_nothing_off(dossier_file: Path, value: str) -> None:
    with closing(open_store(dossier_file)) as store, store.change("regisseur", NOW) as uow:
        uow.jurors.save(a_juror())
        uow.journal.append("test.kept", "dossier", "lier")
    tamper(dossier_file, f"UPDATE juror SET name = {value}")
    with closing(open_store(dossier_file)) as store:
        assert {(each.what.key, each.kind) for each in store.problems()} >= {("storage.row_changed", "juror")}
