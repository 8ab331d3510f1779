"""What checking a large dossier costs: ``python benchmarks/soundness.py --folder F [--gigabytes 5]``.

Makes a dossier of 2,000 candidacies, each with a message that carries its share of the bytes, 14,000 score
sheets and 20,000 events, and measures, each in a process of its own, the check of the journal that every
opening does and the check of everything: seconds on the clock and of processor, and the peak of memory
(Linux).
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from jury_desktop.bootstrap import open_dossier
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import Verification, glance, verify
from jury_desktop.storage.store import create_store
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_mail, a_sheet, a_version, placed

CANDIDACIES, JURORS, EVENTS = 2_000, 7, 20_000
AT_ONCE = 50
CHECKS: dict[str, Callable[[Dossier], Verification]] = {
    "journal, at every opening": glance,
    "everything": verify,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--gigabytes", type=float, default=5.0)
    options = parser.parse_args()
    file = options.folder / f"{options.gigabytes:g}-GB.jury"
    if not file.exists():
        make(file, int(options.gigabytes * 1e9 / CANDIDACIES))
    print(f"{file.stat().st_size / 1e9:.2f} GB, {EVENTS:,} events")
    print("| check | clock | processor | peak of memory before | and after |\n|---|---|---|---|---|")
    for name in CHECKS:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            clock, worked, before, after, events = process.submit(checked, file, name).result()
        assert events == EVENTS
        memory = f"{before >> 10} MB | {after >> 10} MB"
        print(f"| {name} | {clock:.2f} s | {worked:.2f} s | {memory} |", flush=True)


def make(file: Path, share: int) -> None:
    """The dossier, with contents that no two share."""
    chance = random.Random(7)
    jurors = [a_juror(number) for number in range(1, JURORS + 1)]
    store = create_store(file, a_call())
    for start in range(0, CANDIDACIES, AT_ONCE):
        with store.change("Regisseur", NOW, bulk=True) as uow:
            if not start:
                for juror in jurors:
                    uow.jurors.save(juror)
            for number in range(start + 1, start + AT_ONCE + 1):
                content = chance.randbytes(share)
                uow.blobs.keep({(key := sha256(content).hexdigest()): content})
                uow.mails.add(placed(a_mail(content, message_id=f"<{number}@x.example>")))
                candidacy = a_candidacy(number, versions=(a_version(mail=key),))
                uow.candidacies.save(candidacy)
                for juror in jurors:
                    uow.sheets.save(a_sheet(juror, candidacy))
                for _ in range(EVENTS // CANDIDACIES):
                    uow.journal.append("test.kept", "candidacy", candidacy.reference, new='{"a": 1}' * 20)
    store.close()


def checked(file: Path, name: str) -> tuple[float, float, int, int, int]:
    """Seconds on the clock and of processor, the peaks in KiB before and after, and how many events."""
    dossier = open_dossier(str(file))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, worked = time.perf_counter(), time.process_time()
    found = CHECKS[name](dossier)
    clock, worked = time.perf_counter() - begun, time.process_time() - worked
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    dossier.store.close()
    assert found.ok, found.problems[:3]
    return clock, worked, before, after, found.events


if __name__ == "__main__":
    main()
