"""Tampers with a dossier thousands of times, each time anew, and counts what the check finds and names.

    python benchmarks/tampering.py DOSSIER [--other FILE] [--times 3000] [--flips 400] [--seed N] [--server]

First in the tables: bits, rows, whole forgeries, values and tables that no program of ours would make
(``tests/storage/tampering.py``). Then in the bare file, where a bit may also lie in a corner that belongs to
nothing; what the dossier says may not change by it. Rows of ``--other`` (a dossier that a test makes, when
left out) turn up in it. With ``--server`` the dossier is moved to a real PostgreSQL first, and whoever owns
that database does it. The dossiers are copied first and not touched. The exit code is 1 when anything was
missed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.jurors import server
from jury_desktop import bootstrap_server
from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.soundness import verify
from tests.postgres import owned_database
from tests.storage.server.tampering import ON_SERVER, ServerBench
from tests.storage.tampered_rows import ROWS
from tests.storage.tampered_tables import TABLES
from tests.storage.tampered_values import VALUES
from tests.storage.tampering import Bench, Kind, Outcome, tampered
from tests.storage.test_tampering import made

IN_FILE = (*ROWS, *VALUES, *TABLES)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(options.dossier, Path(folder, "kopie.jury")))
        open_dossier(str(copy)).store.close()
        other = Path(folder, "ander.jury")
        _ = made(other, 2, 3) if options.other is None else shutil.copy(options.other, other)
        if options.server:
            return on_server(copy, other, options.times, options.seed)
        missed = in_tables(Bench(copy, other), options.times, options.seed)
        missed += in_the_file(copy, options.flips, options.seed)
    return 1 if missed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--other", type=Path)
    parser.add_argument("--server", action="store_true")
    parser.add_argument("--times", type=int, default=3000)
    parser.add_argument("--flips", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


def on_server(copy: Path, other: Path, times: int, seed: int) -> int:
    """The same in a PostgreSQL that lives as long; gives the exit code."""
    with server() as url:
        address = owned_database(url, "tampered")
        bootstrap_server.copy_dossier(str(copy), address)
        return 1 if in_tables(ServerBench(address, other), times, seed, ON_SERVER) else 0


def in_tables(bench: Bench, times: int, seed: int, kinds: tuple[Kind, ...] = IN_FILE) -> int:
    """Tampers with rows and tables; gives how often that was missed or not named."""
    outcomes, begun = [], time.perf_counter()
    for number in range(times):
        kind, at = kinds[number % len(kinds)], seed + number // len(kinds)
        outcome = tampered(bench, kind, at)
        outcomes.append(outcome)
        if not (outcome.found and outcome.named):
            print(f"MISSED by seed {at}: {outcome}", flush=True)
    bench.close()
    for line in _table(outcomes):
        print(line)
    print(f"{times} tamperings in {time.perf_counter() - begun:.0f} s", flush=True)
    return sum(not (outcome.found and outcome.named) for outcome in outcomes)


def _table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "| what was done | times | found | named | by an anchor alone |"
    yield "|---|---|---|---|---|"
    for kind in dict.fromkeys(outcome.kind for outcome in outcomes):
        of = [outcome for outcome in outcomes if outcome.kind == kind]
        figures = (
            len(of),
            *(sum(each) for each in zip(*((o.found, o.named, o.by_anchor_alone) for o in of), strict=True)),
        )
        yield f"| {kind} | {' | '.join(map(str, figures))} |"


def in_the_file(copy: Path, flips: int, seed: int) -> int:
    """Turns over single bits of the file; gives how often what the dossier says changed unseen."""
    whole, said, chance = copy.read_bytes(), _said(copy), random.Random(seed)
    outcomes: Counter[str] = Counter()
    for _ in range(flips):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        content = bytearray(whole)
        content[place] ^= 1 << bit
        copy.write_bytes(content)
        outcome = _looked_at(copy, said)
        outcomes[outcome] += 1
        if outcome == "missed":
            print(f"MISSED: bit {bit} of byte {place}", flush=True)
        for rest in ("-wal", "-shm"):
            copy.with_name(copy.name + rest).unlink(missing_ok=True)
    print(f"{flips} bits of the file of {len(whole) >> 10} KiB: {dict(outcomes)}", flush=True)
    return outcomes["missed"]


def _looked_at(copy: Path, said: str) -> str:
    """What opening the dossier and checking it say."""
    try:
        dossier = open_dossier(str(copy))
    except JuryError:
        return "refused"
    try:
        if not verify(dossier).ok:
            return "found"
    except JuryError:
        return "found"
    finally:
        dossier.store.close()
    return "nothing said changed" if _said(copy) == said else "missed"


def _said(copy: Path) -> str:
    """All that the dossier says, table by table; the names of tables have no capitals to SQLite."""
    digest = sha256()
    with closing(sqlite3.connect(copy)) as file:
        for line in file.iterdump():
            told = line.lower() if line.startswith("CREATE") else line
            digest.update(told.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
