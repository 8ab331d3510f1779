"""A dossier of an earlier version becomes one of this version, or stays what it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url

from jury_desktop.domain.backup import KeptCopy, Reason
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage import create_store, migrate, open_store
from jury_desktop.storage.copies import copies_in, folders_of
from jury_desktop.storage.earlier_seals import DOUBTFUL
from jury_desktop.storage.schema import metadata
from tests.builders import NOW, a_candidacy, a_conflict, a_juror, a_letter, a_rebuttal, a_sheet
from tests.storage.conftest import DATABASE, FILE, a_small_call

NEXT = '''
"""A revision of a later version of the program."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"


def upgrade() -> None:
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
    with op.batch_alter_table("juror", recreate=anew) as juror:
        juror.add_column(sa.Column("nickname", sa.Text, nullable=False, server_default="Jan"))
    {more}
'''
JUROR, CANDIDACY = a_juror(1), a_candidacy(1)


def look(target: str | Path, see: Callable[[Connection], Any]) -> Any:
    """What one sees in a dossier without the program."""
    url = make_url(f"sqlite:///{target}" if isinstance(target, Path) else target)
    engine = create_engine(url if isinstance(target, Path) else url.set(drivername="postgresql+psycopg"))
    try:
        with engine.connect() as connection:
            return see(connection)
    finally:
        engine.dispose()


def differences(connection: Connection) -> list[Any]:
    return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)


@pytest.fixture
def later(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes this program a later version, with one revision more that does ``more`` besides."""

    def install(more: str = "pass") -> None:
        folder = tmp_path_factory.mktemp("later") / "migrations"
        shutil.copytree(migrate.REVISIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        text = NEXT.format(head=migrate.HEAD, more=more)
        (folder / "versions" / "9001_next.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(migrate, "REVISIONS", folder)
        monkeypatch.setattr(migrate, "HEAD", "9001")

    return install


@pytest.fixture(params=[FILE, DATABASE])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """A dossier with something in it, made by this version."""
    file = request.param == "file"
    target: str | Path = tmp_path / "lier.jury" if file else request.getfixturevalue("empty_database")
    store = create_store(target, a_small_call())
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        uow.candidacies.save(CANDIDACY)
        uow.conflicts.save(a_conflict(JUROR, CANDIDACY))
        uow.sheets.save(a_sheet(JUROR, CANDIDACY))
        uow.journal.append("test.kept", "test", "1")
    store.close()
    return target


def assert_nothing_lost(target: str | Path) -> None:
    store = open_store(target)
    with store.read() as uow:
        assert uow.jurors.find() == (JUROR,)
        assert uow.conflicts.find() == (a_conflict(JUROR, CANDIDACY),)
        assert uow.sheets.find() == (a_sheet(JUROR, CANDIDACY),)
        assert len(uow.journal.all()) == 1
    store.seal_anew("regisseur", NOW)
    fresh = {"name": "juror", "parts": "nickname"}  # the tables of the later version are not known here
    assert [each for each in store.problems() if each.what != say("storage.table_altered", **fresh)] == []
    store.close()


def kept_copies(file: Path) -> tuple[KeptCopy, ...]:
    return copies_in(folders_of(file, "")[0])


def copies(target: str | Path) -> list[str]:
    """The files beside the dossier."""
    return sorted(file.name for file in Path(target).parent.iterdir()) if isinstance(target, Path) else []


def test_the_revisions_are_one_line_without_a_way_back() -> None:
    script = ScriptDirectory(migrate.REVISIONS)

    assert script.get_heads() == [migrate.HEAD] == [migrate.known_revisions()[0]]
    assert script.get_bases() == [migrate.known_revisions()[-1]]
    assert [hasattr(entry.module, "downgrade") for entry in script.walk_revisions()] == [False] * len(
        migrate.known_revisions()
    )


def test_the_revisions_make_the_tables_the_program_works_with(target: str | Path) -> None:
    assert look(target, differences) == []


def test_a_table_that_differs_would_be_noticed(old: str | Path) -> None:
    def add(connection: Connection) -> list[Any]:
        connection.exec_driver_sql("ALTER TABLE juror ADD COLUMN nickname TEXT")
        return differences(connection)

    assert [kind for kind, *_ in look(old, add)] == ["remove_column"]


def test_a_dossier_that_is_up_to_date_is_not_copied(old: str | Path) -> None:
    before = copies(old)

    assert_nothing_lost(old)
    assert copies(old) == before


def test_an_older_dossier_is_brought_up_to_date(old: str | Path, later: Callable[..., None]) -> None:
    head = migrate.HEAD
    later()

    assert_nothing_lost(old)

    assert look(old, migrate.revision) == "9001"
    nickname = "SELECT nickname FROM juror"
    assert look(old, lambda connection: connection.exec_driver_sql(nickname).scalar()) == "Jan"
    if isinstance(old, Path):
        (copy,) = kept_copies(old)
        assert (copy.told.reason, copy.told.problems) == (Reason.UPGRADE, 0)
        assert look(copy.file, migrate.revision) == head
        assert copies(old) == ["lier (kopieën)", "lier.jury"]


def test_letters_on_a_rebuttal_of_before_say_which_one(old: str | Path, later: Callable[..., None]) -> None:
    announced = a_letter(CANDIDACY)
    answer = a_letter(CANDIDACY, id="answer", type="rebuttal_outcome")
    store = open_store(old)
    with store.change("regisseur", NOW) as uow:
        for letter in (announced, answer):
            uow.letters.save(letter)
        uow.rebuttals.save(a_rebuttal(announced))
        uow.journal.append("test.kept", "test", "2")
    store.close()
    module = "jury_desktop.storage.migrations.versions.0003_revisions"
    later(more=f"import importlib; op.execute(importlib.import_module('{module}').ABOUT)")

    store = open_store(old)
    with store.read() as uow:
        about = {letter.id: letter.about for letter in uow.letters.find()}
    store.close()

    assert about == {announced.id: "", "answer": a_rebuttal(announced).id}


def test_the_copy_is_the_dossier_as_it_was(
    tmp_path: Path, empty_file: Path, later: Callable[..., None]
) -> None:
    path, head = Path(shutil.copy(empty_file, tmp_path / "lier.jury")), migrate.HEAD
    later()

    open_store(path).close()

    (copy,) = kept_copies(path)
    assert look(copy.file, migrate.revision) == head
    open_store(copy.file).close()
    assert copies(path)[-1] == "lier.jury"


def test_a_dossier_is_brought_up_to_date_once(old: str | Path, later: Callable[..., None]) -> None:
    later()
    open_store(old).close()
    after = copies(old)

    assert_nothing_lost(old)
    assert copies(old) == after


def test_a_revision_that_fails_changes_nothing(
    old: str | Path, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    head = migrate.HEAD
    later(more="raise ZeroDivisionError")

    with pytest.raises(ZeroDivisionError):
        open_store(old)

    assert look(old, migrate.revision) == head
    monkeypatch.undo()
    assert_nothing_lost(old)


def test_a_revision_that_would_lose_what_is_referred_to_changes_nothing(
    tmp_path: Path, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lier.jury"
    store = create_store(path, a_small_call())
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        uow.candidacies.save(CANDIDACY)
        uow.conflicts.save(a_conflict(JUROR, CANDIDACY))
        uow.sheets.save(a_sheet(JUROR, CANDIDACY))
        uow.journal.append("test.kept", "test", "1")
    store.close()
    later(more='op.execute("DELETE FROM juror")')

    with pytest.raises(StorageError) as caught:
        open_store(path)

    assert caught.value.message == say("storage.upgrade_failed", name="lier.jury")
    monkeypatch.undo()
    assert_nothing_lost(path)


def test_what_was_changed_before_an_upgrade_is_found_after_it(
    old: str | Path, later: Callable[..., None]
) -> None:
    """A juror whose table is made anew, and a sheet whose table stays: neither is sealed as it was found."""
    spoil(old, "UPDATE juror SET email = 'iemand@anders.example'")
    spoil(old, "UPDATE sheet_answer SET value = 5 - value WHERE position = 0")
    later()
    store = open_store(old)
    store.seal_anew("regisseur", NOW)

    found = {(finding.kind, finding.key) for finding in store.problems() if finding.kind}

    assert found == {("juror", JUROR.id), ("sheet", a_sheet(JUROR, CANDIDACY).id)}
    store.close()


def test_a_sound_dossier_is_sound_after_an_upgrade(old: str | Path, later: Callable[..., None]) -> None:
    later()
    store = open_store(old)
    store.seal_anew("regisseur", NOW)

    with store.read() as uow:
        noted = uow.settings.get(DOUBTFUL)
    assert ([finding for finding in store.problems() if finding.kind], noted) == ([], "")
    store.close()


def spoil(target: str | Path, statement: str) -> None:
    """Changes a dossier without the program."""
    url = make_url(f"sqlite:///{target}" if isinstance(target, Path) else target)
    engine = create_engine(url if isinstance(target, Path) else url.set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
