"""What the columns hold on disk, as somebody sees it who opens the dossier with another program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from jury_desktop.services.ports import Store
from jury_desktop.storage import open_store
from tests.builders import NOW, a_candidacy, a_juror, a_letter


@pytest.fixture
def opened(dossier_file: Path) -> Iterator[Store]:
    store = open_store(dossier_file)
    with store.change("regisseur", NOW) as uow:
        uow.candidacies.save(a_candidacy(1, organisation="Nul\x00, half \ud83d, eigen \ue000"))
        uow.jurors.save(a_juror(1))
        uow.letters.save(a_letter(a_candidacy(1)))
        uow.journal.append("test.kept", "test", "1")
    yield store
    store.close()


@pytest.fixture
def raw(opened: Store, dossier_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(dossier_file)) as connection:
        yield connection


def test_a_moment_is_utc_text_of_one_width(raw: sqlite3.Connection) -> None:
    assert raw.execute("SELECT created_at, sent_at FROM letter").fetchall() == [
        ("2023-06-09T12:00:00.000000+00:00", None)
    ]


def test_a_choice_is_its_value(raw: sqlite3.Connection) -> None:
    assert raw.execute("SELECT state FROM letter").fetchall() == [("draft",)]


def test_a_key_of_nothing_is_null(raw: sqlite3.Connection) -> None:
    assert raw.execute("SELECT pdf FROM letter").fetchall() == [(None,)]


def test_what_no_database_takes_is_escaped(raw: sqlite3.Connection) -> None:
    assert raw.execute("SELECT organisation FROM candidacy").fetchall() == [
        ("Nul\ue0000000, half \ue000d83d, eigen \ue000e000",)
    ]


def test_escaped_text_is_found_by_what_it_says(opened: Store) -> None:
    with opened.read() as uow:
        assert [c.id for c in uow.candidacies.find(organisation="Nul\x00, half \ud83d, eigen \ue000")] == [
            "c1"
        ]


def test_a_moment_is_found_in_any_zone(opened: Store) -> None:
    with opened.read() as uow:
        assert len(uow.letters.find(created_at=NOW.astimezone(timezone(timedelta(hours=2))))) == 1


def test_a_moment_without_zone_is_not_kept(opened: Store) -> None:
    naive = replace(a_letter(a_candidacy(1)), created_at=datetime(2023, 6, 9, 12, 0))  # noqa: DTZ001

    with opened.change("regisseur", NOW) as uow:
        with pytest.raises(ValueError, match="without time zone"):
            uow.letters.save(naive)
        uow.journal.append("test.refused", "test", "1")
