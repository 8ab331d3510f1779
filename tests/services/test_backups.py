"""Copies of a dossier: when they are made, what is told of them, and how one comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.bootstrap import open_dossier, restore_dossier
from jury_desktop.domain.backup import Keeping, Reason
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.backups import (
    Choices,
    backup_book,
    backup_when_due,
    choose_backups,
    copies_of,
    copy_to,
    find_copy,
    hold_before_phase,
    keeping_before_phases,
    make_backup,
)
from jury_desktop.services.demo_state import leave_at
from jury_desktop.services.journal_words import changes
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.soundness import verify
from jury_desktop.storage.copies import is_as_kept
from jury_desktop.storage.store import create_store
from tests.builders import NOW, a_call, a_juror
from tests.fakes import MemoryStore
from tests.storage.conftest import a_small_call

LATER = timedelta(days=1)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    made = Dossier(create_store(tmp_path / "lier.jury", a_small_call()), "An Peeters", lambda: NOW)
    save_juror(made, a_juror(1))
    yield made
    made.store.close()


def at(dossier: Dossier, after: timedelta) -> Dossier:
    return replace(dossier, now=lambda: NOW + after)


def test_the_book_lists_the_copies_newest_first(dossier: Dossier, tmp_path: Path) -> None:
    first, second = make_backup(dossier), make_backup(at(dossier, LATER))

    book = backup_book(dossier)

    assert book.copies == (second, first)
    assert (book.folder, book.is_astray) == (tmp_path / "lier (kopieën)", False)


def test_another_dossier_with_copies_in_the_same_folder_is_none_of_ours(
    dossier: Dossier, tmp_path: Path
) -> None:
    folder = tmp_path / "alle"
    folder.mkdir()
    choose_backups(dossier, Choices(str(folder)))
    own = make_backup(dossier)
    other = Dossier(create_store(tmp_path / "ander.jury", a_small_call()), "Bea", lambda: NOW)
    save_juror(other, a_juror(2))
    foreign = make_backup(other)
    other.store.close()
    foreign.file.rename(own.file.parent / foreign.file.name)

    assert backup_book(dossier).copies == (own,)


def test_a_copy_of_the_day_is_made_once_and_only_when_something_changed(dossier: Dossier) -> None:
    first = backup_when_due(dossier)
    assert first is not None
    assert first.told.reason is Reason.DAILY

    assert backup_when_due(at(dossier, LATER)) is None
    save_juror(dossier, a_juror(2))
    assert backup_when_due(at(dossier, LATER / 2)) is None
    assert backup_when_due(at(dossier, LATER)) is not None


def test_of_a_sample_no_copies_are_made(dossier: Dossier) -> None:
    leave_at(dossier, "halverwege")

    assert backup_when_due(dossier) is None


def test_a_dossier_in_a_database_is_copied_by_its_administrator() -> None:
    dossier = Dossier(MemoryStore(a_call()), "An", lambda: NOW)

    assert backup_book(dossier).folder is None
    assert backup_when_due(dossier) is None
    assert hold_before_phase(dossier) is None
    with pytest.raises(JuryError) as caught:
        make_backup(dossier)
    assert caught.value.message == say("backup.in_database", name="geheugen")


def test_before_a_round_is_ended_what_was_there_is_kept(dossier: Dossier) -> None:
    kept = []
    keeping = replace(dossier, before_phase=keeping_before_phases(kept.append))
    before = verify(dossier).events

    close_round(keeping, Round.WRITTEN, "Genoeg gewacht")

    (copy,) = kept
    assert (copy.told.reason, copy.told.events) == (Reason.PHASE, before)
    assert verify(dossier).events == before + 1


def test_a_step_right_after_a_copy_makes_no_second_one(dossier: Dossier) -> None:
    make_backup(dossier)

    assert hold_before_phase(dossier) is None


def test_a_state_held_before_a_step_is_copied_while_others_work(dossier: Dossier) -> None:
    held = hold_before_phase(dossier)
    assert held is not None
    before = verify(dossier).events
    save_juror(dossier, a_juror(2))

    assert held.keep().told.events == before


def test_how_many_stay_is_chosen_and_stands_in_the_journal(dossier: Dossier) -> None:
    few = Choices(keeping=Keeping(newest=2, days=0, weeks=0))

    assert choose_backups(dossier, few) == Choices()
    with dossier.read() as uow:
        assert [event.action for event in uow.journal.all()][-1] == "backups.chosen"
    made = [make_backup(at(dossier, timedelta(hours=hours))) for hours in range(4)]

    assert backup_book(dossier).copies == (made[3], made[2])


def test_a_folder_that_is_not_there_is_not_chosen(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(JuryError) as caught:
        choose_backups(dossier, Choices(str(tmp_path / "weg")))

    assert caught.value.message == say("backup.no_folder", folder=str(tmp_path / "weg"))
    assert backup_book(dossier).choices == Choices()


def test_a_folder_that_was_taken_away_is_told_and_copies_go_beside_the_dossier(
    dossier: Dossier, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_backups(dossier, Choices(str(stick)))
    stick.rmdir()

    book = backup_book(dossier)

    assert (book.is_astray, book.folder) == (True, tmp_path / "lier (kopieën)")


def test_a_copy_elsewhere_never_takes_anything_away(dossier: Dossier, tmp_path: Path) -> None:
    choose_backups(dossier, Choices(keeping=Keeping(newest=1, days=0, weeks=0)))

    made = [copy_to(at(dossier, timedelta(hours=hours)), tmp_path / "elders") for hours in range(3)]

    assert all(is_as_kept(copy) for copy in made)


def test_a_copy_is_put_back_and_the_journal_says_so(dossier: Dossier, tmp_path: Path) -> None:
    copy = make_backup(dossier)
    save_juror(dossier, a_juror(2))
    dossier.store.close()
    file = tmp_path / "lier.jury"

    done = restore_dossier(str(file), "", "Bea Claes", lambda: NOW + LATER)
    assert file.read_bytes() == copy.file.read_bytes()

    again = open_dossier(str(file), now=lambda: NOW + LATER)
    with again.read() as uow:
        assert [juror.id for juror in uow.jurors.find()] == ["j1"]
        last = uow.journal.all()[-1]
    assert (last.action, last.subject) == ("dossier.restored", copy.told.name)
    assert Path(done.aside).name in last.new
    told = ["opzijgezet bestand", "door", "aantal gebeurtenissen"]
    assert [change.name for change in changes(last)] == told
    assert verify(again).ok
    again.store.close()
    open_dossier(str(file)).store.close()
    assert [kept.told.reason for kept in copies_of(file)] == [Reason.RESTORE, Reason.ASKED]
    assert len(list(tmp_path.iterdir())) == 2


def test_what_came_aside_can_be_put_back_too(dossier: Dossier, tmp_path: Path) -> None:
    make_backup(dossier)
    save_juror(dossier, a_juror(2))
    dossier.store.close()
    file = str(tmp_path / "lier.jury")
    done = restore_dossier(file, "", now=lambda: NOW + LATER)

    restore_dossier(file, done.aside, now=lambda: NOW + 2 * LATER)

    again = open_dossier(file)
    with again.read() as uow:
        assert [juror.id for juror in uow.jurors.find()] == ["j1", "j2"]
    again.store.close()


def test_a_copy_is_found_by_name_and_by_path(dossier: Dossier, tmp_path: Path) -> None:
    first, second = make_backup(dossier), make_backup(at(dossier, LATER))
    file = tmp_path / "lier.jury"

    assert find_copy(file, "") == second
    assert find_copy(file, first.told.name) == find_copy(file, str(first.file)) == first
    for name in ("ander.jury", str(tmp_path / "ander.jury")):
        with pytest.raises(JuryError) as caught:
            find_copy(file, name)
        assert caught.value.message == say("backup.missing", name=name)
