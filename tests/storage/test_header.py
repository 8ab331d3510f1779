"""A dossier whose beginning was written over is told from one with a passphrase, and can be saved."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.services.salvage import save_readable
from jury_desktop.storage import open_store
from jury_desktop.storage.cipher import is_locked
from jury_desktop.storage.drivers import PAGE
from jury_desktop.storage.header import LENGTH, is_in_the_clear, lost_its_header
from tests.builders import NOW, a_juror


@pytest.fixture
def dossier(dossier_file: Path) -> Path:
    """A dossier with two jurors, all of it in the one file."""
    with closing(open_store(dossier_file)) as store:
        for number in (1, 2):
            with store.change("regisseur", NOW) as uow:
                uow.jurors.save(a_juror(number))
                uow.journal.append("juror.added", "juror", f"j{number}")
    return dossier_file


def overwrite(file: Path, length: int, begin: int = 0) -> None:
    content = bytearray(file.read_bytes())
    content[begin : begin + length] = random.Random(1).randbytes(length)
    file.write_bytes(content)


@pytest.mark.parametrize(("length", "begin"), [(16, 0), (LENGTH, 0), (4, 68)], ids=["name", "header", "mark"])
def test_a_dossier_that_lost_its_header_is_damaged_and_everything_in_it_is_saved(
    dossier: Path, tmp_path: Path, length: int, begin: int
) -> None:
    overwrite(dossier, length, begin)

    assert not is_locked(dossier)
    with pytest.raises(StorageError) as caught:
        open_store(dossier)
    assert caught.value.message == say("storage.damaged", name="lier.jury")

    before = dossier.read_bytes()
    found = save_readable(dossier, tmp_path / "gered.jury", "An", NOW)
    assert (found.lost, found.problems) == ((), 0)
    assert dossier.read_bytes() == before
    assert sorted(file.name for file in tmp_path.glob("gered*")) == ["gered.jury"]


def test_without_its_whole_first_page_it_is_still_no_dossier_with_a_passphrase(dossier: Path) -> None:
    overwrite(dossier, PAGE)

    assert (is_locked(dossier), is_in_the_clear(dossier)) == (False, True)


def test_a_file_that_looks_like_chance_may_have_a_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "lier.jury"
    file.write_bytes(random.Random(2).randbytes(PAGE * 4))

    assert (is_locked(file), lost_its_header(file)) == (True, False)


def test_a_file_of_something_else_is_no_dossier(tmp_path: Path) -> None:
    file = tmp_path / "lier.jury"
    file.write_bytes(b"CREATE TABLE foto (x)".ljust(PAGE))

    with pytest.raises(StorageError) as caught:
        open_store(file)

    assert caught.value.message == say("storage.not_a_dossier", name="lier.jury")
