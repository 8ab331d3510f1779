"""Takes what lies on the disk at random moments while changes are kept, as a power cut would leave it.

    python benchmarks/power_cut.py [--times 100] [--seed N]

The end of the log is as it lies, torn, or followed by rubbish.
What was said to be kept before has to be there, and the check has to find nothing. What the disk itself
forgets of what it said to have kept cannot be tried so.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from jury_desktop.storage import create_store, open_store
from jury_desktop.storage.drivers import PAGE
from jury_desktop.storage.store import SqlStore
from tests.builders import NOW, a_juror
from tests.storage.conftest import a_small_call

HEADER = 32
"""Bytes with which a log begins; others when it begins anew."""
FRAME = PAGE + 24


class Worker(threading.Thread):
    """Keeps one change after the other; ``said`` is the last that was kept."""

    def __init__(self, store: SqlStore) -> None:
        super().__init__()
        self._store = store
        self.said = 0
        self.enough = threading.Event()

    def run(self) -> None:
        while not self.enough.is_set():
            number = self.said + 1
            with self._store.change("regisseur", NOW) as uow:
                uow.jurors.save(a_juror(number % 40 + 1, organisation=str(number) * 50))
                if number % 7 == 0:
                    uow.blobs.put(random.Random(number).randbytes(60_000))
                uow.journal.append("juror.added", "juror", str(number))
            self.said = number


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance, cuts, lost = random.Random(options.seed), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "lier.jury")
        with closing(create_store(file, a_small_call())) as store:
            worker = Worker(store)
            worker.start()
            while cuts < options.times:
                time.sleep(chance.random() / 20)
                before, copy = worker.said, Path(folder, "na de stroompanne.jury")
                if taken(file, copy):
                    tear(log_of(copy), chance)
                    cuts, lost = cuts + 1, lost + (not whole(copy, before))
                for left in copy.parent.glob(f"{copy.name}*"):
                    left.unlink()
            worker.enough.set()
            worker.join()
    print(f"{cuts} power cuts during {worker.said:,} changes: {lost} lost something")
    return 1 if lost else 0


def taken(file: Path, copy: Path) -> bool:
    """Copies the file and then its log, by another program, so that no lock is lost; whether they belong to
    one moment: what went from the log into the file meanwhile is in the log, unless that began anew."""
    begun = copy.with_name(f"{copy.name}.log")
    for source, target in ((log_of(file), begun), (file, copy), (log_of(file), log_of(copy))):
        subprocess.run(["cp", "--", source, target], check=True)
    return begun.read_bytes()[:HEADER] == log_of(copy).read_bytes()[:HEADER]


def tear(log: Path, chance: random.Random) -> None:
    """What was being written behind the last change that was kept."""
    kept = log.read_bytes()
    rubbish = chance.randbytes(chance.randrange(1, FRAME))
    part = kept[-FRAME:][: chance.randrange(FRAME)] + bytes(chance.randrange(9000))
    log.write_bytes(kept + chance.choice((b"", rubbish, part)))


def whole(copy: Path, before: int) -> bool:
    """Whether the dossier opens, its check finds nothing, and it has what was said to be kept."""
    with closing(open_store(copy)) as store:
        found = store.problems()
        with store.read() as uow:
            newest = uow.journal.newest()
    return not found and (newest.sequence if newest else 0) >= before


def log_of(file: Path) -> Path:
    """The write-ahead log beside a dossier."""
    return file.with_name(f"{file.name}-wal")


if __name__ == "__main__":
    raise SystemExit(main())
