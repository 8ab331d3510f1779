"""Two programs on one dossier: the second reads and is told who works; one that is gone is in no way."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.storage import open_store
from jury_desktop.storage.presence import holder_of, is_held, note_of
from jury_desktop.storage.restore import put_back
from tests.builders import NOW, a_juror
from tests.storage.test_crash import ROOT, kill
from tests.storage.test_restore import back, kept  # noqa: F401 - a fixture

WINDOW = """
import sys
from datetime import UTC, datetime
from jury_desktop.storage import open_store

store = open_store(sys.argv[1], alone="An Peeters", since=datetime(2026, 11, 26, 12, tzinfo=UTC))
print(store.read_only.key if store.read_only else "works", flush=True)
sys.stdin.readline()
store.close()
print("closed", flush=True)
sys.stdin.read()
"""


def another(file: Path) -> subprocess.Popen[str]:
    """Another program with the dossier open, once it has said whether it works in it."""
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def said(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_the_second_program_reads_and_is_told_who_works(dossier_file: Path) -> None:
    first = another(dossier_file)
    assert said(first) == "works"

    with closing(open_store(dossier_file, alone="Bea Claes")) as store:
        assert store.read_only is not None
        told = store.read_only.values
        with store.read() as uow:
            assert uow.jurors.find() == ()
        with pytest.raises(StorageError) as caught, store.change("Bea Claes", NOW) as uow:
            uow.jurors.save(a_juror(1))
    kill(first)

    assert caught.value.message.key == "storage.held"
    assert (told["who"], told["host"]) == ("An Peeters", socket.gethostname())


def test_what_the_first_keeps_appears_with_the_second(dossier_file: Path) -> None:
    with closing(open_store(dossier_file, alone="An Peeters")) as working:
        second = another(dossier_file)
        assert said(second) == "storage.held"
        with working.change("An Peeters", NOW) as uow:
            uow.jurors.save(a_juror(1))
            uow.journal.append("juror.added", "juror", "j1")
        kill(second)
        assert working.problems() == ()


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_once_the_first_is_gone_the_next_works(dossier_file: Path, end: str) -> None:
    first = another(dossier_file)
    assert said(first) == "works"
    if end == "closed":
        assert first.stdin is not None
        first.stdin.write("\n")
        first.stdin.flush()
        assert said(first) == "closed"
    else:
        kill(first)
        assert holder_of(dossier_file) is not None
    assert not is_held(dossier_file)

    with closing(open_store(dossier_file, alone="Bea Claes")) as store:
        assert store.read_only is None
        found = holder_of(dossier_file)
        assert found is not None
        assert (found.who, found.pid) == ("Bea Claes", os.getpid())
    if end == "closed":
        kill(first)

    assert not note_of(dossier_file).exists()


def test_a_program_does_not_stand_in_its_own_way(dossier_file: Path) -> None:
    first = open_store(dossier_file, alone="An")
    second = open_store(dossier_file, alone="An")
    assert (first.read_only, second.read_only) == (None, None)
    first.close()

    assert is_held(dossier_file)
    second.close()
    assert not is_held(dossier_file)


def test_a_command_joins_for_a_moment(dossier_file: Path) -> None:
    """Each of its changes is one piece of work; the window sees it by itself."""
    with (
        closing(open_store(dossier_file, alone="An")) as window,
        closing(open_store(dossier_file)) as command,
    ):
        with command.change("Bea", NOW) as uow:
            uow.jurors.save(a_juror(1))
            uow.journal.append("juror.added", "juror", "j1")
        with window.read() as uow:
            assert uow.jurors.find() == (a_juror(1),)


def test_words_that_are_no_note_are_nobodys(dossier_file: Path) -> None:
    note_of(dossier_file).write_bytes(b"\xff\x00 geen nota")

    with closing(open_store(dossier_file, alone="An")) as store:
        assert store.read_only is None


def test_a_dossier_that_is_open_is_not_put_back(dossier_file: Path, kept) -> None:  # noqa: F811
    program = another(dossier_file)
    assert said(program) == "works"

    with pytest.raises(StorageError) as caught:
        put_back(dossier_file, kept, kept.file.parent, "Bea", NOW)
    kill(program)

    assert caught.value.message.key == "storage.in_use"
    back(dossier_file, kept)
