"""A program that dies in the middle of its work loses that work, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jury_desktop.domain.journal import broken_links
from jury_desktop.storage import open_store
from tests.builders import a_juror

CHILD = """
import sys
from jury_desktop.storage import open_store
from tests.builders import NOW, a_juror

store = open_store(sys.argv[1])

def add(number, die=False, bulk=False):
    with store.change("regisseur", NOW, bulk=bulk) as uow:
        uow.jurors.save(a_juror(number))
        for part in range(20 if bulk else 1):
            uow.blobs.put(bytes(3_000_000) + (100 * part + number).to_bytes(4, "big"))
        uow.journal.append("juror.added", "juror", f"j{number}")
        if die:
            print("half done", flush=True)
            sys.stdin.read()

"""
ROOT = Path(__file__).parents[2]


def start(target: str | Path, work: str) -> subprocess.Popen[str]:
    """A program of its own that works on the dossier and says how far it is."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD + work, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def kill(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


@pytest.mark.parametrize("bulk", [False, True], ids=["little", "much"])
def test_what_was_half_done_is_gone_and_what_was_kept_is_there(target: str | Path, bulk: bool) -> None:
    """Much is more than the database keeps in memory: a part of it lies in the file by then."""
    child = start(target, f"add(1); add(2, die=True, bulk={bulk})")
    assert child.stdout is not None
    assert child.stdout.readline() == "half done\n"
    kill(child)

    store = open_store(target)
    with store.read() as uow:
        assert uow.jurors.find() == (a_juror(1),)
        assert [event.subject for event in uow.journal.all()] == ["j1"]
        now = uow.call.deadline
    assert store.problems() == ()
    with store.change("regisseur", now) as uow:
        uow.jurors.save(a_juror(2))
        uow.journal.append("juror.added", "juror", "j2")
    store.close()
    if isinstance(target, Path):
        assert target.stat().st_size < 8_000_000


def test_whatever_was_said_to_be_kept_is_kept(target: str | Path) -> None:
    """Killed at no chosen moment, while one change follows another."""
    child = start(target, "for number in range(1, 10_000):\n    add(number); print(number, flush=True)")
    assert child.stdout is not None
    said = [int(child.stdout.readline()) for _ in range(5)]
    kill(child)

    store = open_store(target)
    with store.read() as uow:
        kept = [juror.id for juror in uow.jurors.find()]
        events = uow.journal.all()
    assert kept[:5] == [f"j{number}" for number in said]
    assert [event.subject for event in events] == kept
    assert broken_links(events) == ()
    assert store.problems() == ()
    store.close()
