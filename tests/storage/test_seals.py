"""No row changes behind the journal: whatever is altered in the file by something else is found."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.errors import JuryError, StorageError
from jury_desktop.domain.journal import broken_links
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage import create_store, open_store
from tests.builders import NOW, a_candidacy, a_juror, a_sheet
from tests.storage.conftest import a_small_call
from tests.storage.rewriting import rewrite_chain
from tests.storage.test_queries import JUROR, fill

FIRST_SHEET = a_sheet(JUROR, a_candidacy(1)).id
NOT_SEALED = Finding(say("storage.not_sealed"), "dossier", "1")
SEALED_ANEW = "UPDATE dossier SET sealed = '0007'"
"""Takes away the mark that every object is sealed, as if an earlier version of the program had made them."""


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


def test_a_row_that_was_put_in_is_named(whole: Path, tmp_path: Path) -> None:
    tampered(whole, tmp_path, "INSERT INTO setting VALUES ('geheim', '1')")

    assert findings(tmp_path / "kopie.jury") == (Finding(say("storage.row_unknown"), "setting", "geheim"),)


def test_a_score_that_was_changed_is_named_with_the_event_it_contradicts(whole: Path, tmp_path: Path) -> None:
    tampered(whole, tmp_path, "UPDATE sheet_answer SET value = 5 - value WHERE rowid = 1")

    changed = Finding(say("storage.row_changed", sequence=1), "sheet", FIRST_SHEET)
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


TAMPERINGS = {
    "a score": ("UPDATE sheet_answer SET value = 5 - value WHERE rowid = 1", "sheet", FIRST_SHEET),
    "a setting": ("UPDATE setting SET value = 'Een ander huis'", "setting", "house"),
    "a row put in": ("INSERT INTO setting VALUES ('geheim', '1')", "setting", "geheim"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_later_step_on_what_was_tampered_with_does_not_pass_for_it(
    whole: Path, tmp_path: Path, name: str
) -> None:
    """Whoever corrects a remark does not vouch for a score that something else changed before."""
    statement, kind, key = TAMPERINGS[name]
    tampered(whole, tmp_path, statement)
    found = findings(tmp_path / "kopie.jury")
    store = open_store(tmp_path / "kopie.jury")

    for step in range(2):
        with store.change("regisseur", NOW) as uow:
            if kind == "sheet":
                uow.sheets.save(replace(uow.sheets.get(key), goal_marks={}))
            else:
                uow.settings.set(key, f"Wat de regisseur koos, keer {step}")
            uow.journal.append("test.changed", "test", key)

    assert store.problems() == found
    assert [(each.kind, each.key) for each in found] == [(kind, key)]
    store.close()


def test_what_is_again_as_the_journal_says_is_sound(whole: Path, tmp_path: Path) -> None:
    tampered(whole, tmp_path, "UPDATE setting SET value = 'Een ander huis'")
    store = open_store(tmp_path / "kopie.jury")
    before = len(store.problems())

    with store.change("regisseur", NOW) as uow:
        uow.settings.set("house", "Het huis")
        uow.journal.append("test.changed", "test", "house")

    assert (before, store.problems()) == (1, ())
    store.close()


def test_a_dossier_of_an_earlier_version_is_sealed_as_it_stands(whole: Path, tmp_path: Path) -> None:
    """The event tells how many objects had no seal that fits them: all of them, in the first version."""
    copy = tmp_path / "oud.jury"
    shutil.copy(whole, copy)
    with closing(sqlite3.connect(copy)) as file, file:
        file.executescript("DELETE FROM seal; UPDATE journal SET sealed = ''; UPDATE dossier SET sealed = ''")
        rewrite_chain(file)
    store = open_store(copy)
    before = store.problems()

    store.seal_anew("regisseur", NOW)
    store.seal_anew("regisseur", NOW)

    with store.read() as uow:
        events = uow.journal.of("dossier.sealed")
    assert (before, store.problems(), len(events)) == ((NOT_SEALED,), (), 1)
    assert json.loads(events[0].new)["sheet"] == 2
    store.close()


def test_who_takes_the_mark_away_gets_no_changed_score_sealed(whole: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.jury"
    shutil.copy(whole, copy)
    with closing(sqlite3.connect(copy)) as file, file:
        first = "position = 0 AND owner = (SELECT min(id) FROM sheet)"
        file.execute(f"UPDATE sheet_answer SET value = 5 - value WHERE {first}")
        file.execute(SEALED_ANEW)
    store = open_store(copy)

    store.seal_anew("regisseur", NOW)

    with store.read() as uow:
        events = uow.journal.of("dossier.sealed")
    assert (events, store.problems()) == ((), (NOT_SEALED,))
    store.close()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "CREATE TRIGGER stil AFTER UPDATE ON sheet BEGIN UPDATE sheet_answer SET value = 1; END",
            say("storage.foreign_part", name="stil"),
        ),
        ("CREATE TABLE kladblok (tekst)", say("storage.foreign_part", name="kladblok")),
        ("DROP INDEX ix_letter_candidacy", say("storage.part_gone", name="ix_letter_candidacy")),
        ("INSERT INTO alembic_version VALUES ('0001')", say("storage.version_changed")),
    ],
)
def test_what_is_put_into_the_database_itself_is_named(
    whole: Path, tmp_path: Path, statement: str, named: Message
) -> None:
    tampered(whole, tmp_path, statement)

    assert findings(tmp_path / "kopie.jury") == (Finding(named),)


def test_a_text_that_is_none_is_named_and_not_raised(whole: Path, tmp_path: Path) -> None:
    tampered(whole, tmp_path, "UPDATE juror SET name = CAST(X'C3' AS TEXT)")

    changed = Finding(say("storage.row_changed", sequence=1), "juror", JUROR.id)
    assert findings(tmp_path / "kopie.jury") == (changed,)


@pytest.mark.parametrize("version", ["0003", "9999", ""])
def test_a_version_that_is_not_so_is_told_when_the_dossier_is_opened(
    whole: Path, tmp_path: Path, version: str
) -> None:
    tampered(whole, tmp_path, f"UPDATE alembic_version SET version_num = '{version}'")

    assert len(findings(tmp_path / "kopie.jury")) == 1
