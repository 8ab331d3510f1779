"""Putting a copy back: byte for byte what was kept, with what was there put aside first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.backup import KeptCopy, Reason, Restored
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage import open_store
from jury_desktop.storage.backup import Snapshot
from jury_desktop.storage.copies import copies_in, folders_of, keep_copy
from jury_desktop.storage.restore import forget_note, note_of, put_back
from tests.builders import NOW, a_juror

AT = datetime(2026, 11, 26, 12, 25, 40, tzinfo=UTC)


def add_juror(file: Path, number: int) -> None:
    with closing(open_store(file)) as store, store.change("regisseur", NOW) as uow:
        uow.jurors.save(a_juror(number))
        uow.journal.append("juror.added", "juror", f"j{number}")


def jurors(file: Path) -> list[str]:
    with closing(open_store(file)) as store, store.read() as uow:
        return [juror.id for juror in uow.jurors.find()]


@pytest.fixture
def kept(dossier_file: Path) -> KeptCopy:
    """A copy with one juror, of a dossier that has two by now."""
    add_juror(dossier_file, 1)
    with closing(Snapshot(dossier_file)) as state:
        made = keep_copy(state, folders_of(dossier_file, "")[0], Reason.ASKED, AT)
    add_juror(dossier_file, 2)
    return made


def back(file: Path, copy: KeptCopy) -> Restored:
    return put_back(file, copy, copy.file.parent, "An Peeters", AT)


def test_the_dossier_is_byte_for_byte_what_was_kept(dossier_file: Path, kept: KeptCopy) -> None:
    done = back(dossier_file, kept)

    assert dossier_file.read_bytes() == kept.file.read_bytes()
    assert jurors(dossier_file) == ["j1"]
    assert note_of(dossier_file) == done


def test_what_was_there_is_a_copy_too(dossier_file: Path, kept: KeptCopy) -> None:
    done = back(dossier_file, kept)

    (aside,) = (copy for copy in copies_in(kept.file.parent) if copy.told.reason is Reason.RESTORE)
    assert (done.aside, aside.told.is_sound) == (str(aside.file), True)
    back(dossier_file, aside)
    assert jurors(dossier_file) == ["j1", "j2"]


def test_a_copy_that_is_not_what_was_kept_is_not_put_back(dossier_file: Path, kept: KeptCopy) -> None:
    kept.file.write_bytes(kept.file.read_bytes().replace(b"Jurylid", b"Jurylit"))

    with pytest.raises(StorageError) as caught:
        back(dossier_file, kept)

    assert caught.value.message == say("backup.not_as_kept", name=kept.file.name)
    assert jurors(dossier_file) == ["j1", "j2"]
    assert sorted(file.name for file in dossier_file.parent.iterdir()) == ["lier (kopieën)", "lier.jury"]


def test_a_dossier_that_somebody_has_open_is_not_replaced(dossier_file: Path, kept: KeptCopy) -> None:
    with closing(open_store(dossier_file)) as store:
        with store.read() as uow:
            uow.jurors.find()
        with pytest.raises(StorageError) as caught:
            back(dossier_file, kept)
        assert caught.value.message == say("storage.in_use", name="lier.jury")

    assert jurors(dossier_file) == ["j1", "j2"]
    assert note_of(dossier_file) is None


def scratched(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(content)


def no_longer_one(file: Path) -> None:
    file.write_bytes(b"geen dossier meer" * 1000)


@pytest.mark.parametrize("damage", [scratched, no_longer_one])
def test_what_is_too_damaged_to_copy_is_kept_to_the_byte(
    dossier_file: Path, kept: KeptCopy, damage: Callable[[Path], None]
) -> None:
    damage(dossier_file)
    before = dossier_file.read_bytes()
    log = dossier_file.with_name("lier.jury-wal")
    log.write_bytes(b"rest van het journaal")

    done = back(dossier_file, kept)

    aside = Path(done.aside)
    assert aside.name == "lier (beschadigd 2026-11-26 132540).jury"
    assert aside.read_bytes() == before
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"rest van het journaal"
    assert jurors(dossier_file) == ["j1"]


def test_a_dossier_that_is_gone_comes_back(dossier_file: Path, kept: KeptCopy) -> None:
    dossier_file.unlink()

    assert back(dossier_file, kept).aside == ""
    assert jurors(dossier_file) == ["j1"]


def test_the_note_is_there_until_it_is_forgotten(dossier_file: Path, kept: KeptCopy) -> None:
    back(dossier_file, kept)

    forget_note(dossier_file)

    assert note_of(dossier_file) is None
