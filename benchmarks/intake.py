"""How fast a mailbox is read: ``python benchmarks/intake.py --folder F [--runs N] [--large]``.

Makes two mailboxes in the folder (``corpus.py``): one with large attachments, one of small mails.
Measures, in turn within one run, so that a slow moment hits all: reading and SHA-256 alone; ``mailbox``
and ``email`` of the standard library, every part decoded and hashed; ours with all safety on, up to the
place of every message; and ours with writing into a new dossier. Then the peak of memory of our two
processes at growing sizes, each time in processes of their own (Linux). Prints medians and ratios;
``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import argparse
import hashlib
import mailbox
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jury_desktop import bootstrap
from jury_desktop.cli import collector
from jury_desktop.domain.call import Call
from jury_desktop.domain.intake import sort
from jury_desktop.domain.mail import ReadMail
from jury_desktop.mailbox.reader import read
from jury_desktop.services.calls import load_call
from jury_desktop.services.import_mail import import_mail

sys.path.insert(0, str(Path(__file__).parent))
from corpus import MEBIBYTE, write_large, write_small

Work = Callable[[Path], None]
Taken = tuple[float, float]
"""Seconds on the clock and of processor time."""

_PEAK = """
import sys
from pathlib import Path
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.reader import read
from jury_desktop.services.calls import load_call

def peak(process):
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))

call = load_call("lier-2023")
with Child() as child:
    child.ask("document", b"x", media_type="text/plain")
    before = peak("self"), peak(child.pid)
    for item in read([Path(sys.argv[1])], call.own_servers, call.form, child=child):
        del item  # as the import does, when it has been put away
    print(*before, peak("self"), peak(child.pid))
"""


def read_and_hash(path: Path) -> None:
    """The bytes of the file and their SHA-256: nobody can be faster who proves what he read."""
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")


def standard_library(path: Path) -> None:
    """The mailbox and email modules: every part decoded and hashed, nothing kept, no limits."""
    for message in mailbox.mbox(path):
        for part in message.walk():
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                hashlib.sha256(content).hexdigest()


def ours(path: Path) -> None:
    """Read in a confined process, texts of documents and forms taken out, every message given its place."""
    call = the_call()
    found = read([path], call.own_servers, call.form)
    sort([item.mail if isinstance(item, ReadMail) else item for item in found], (), call)


def ours_kept(path: Path) -> None:
    """The same and everything written into a new dossier, with its event in the journal."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        dossier = bootstrap.create_dossier(str(Path(folder) / "b.jury"), the_call().id)
        import_mail(dossier, [path])
        dossier.store.close()


def the_call() -> Call:
    """The call that the messages are read for."""
    return load_call("lier-2023")


def compare(path: Path, runs: int) -> None:
    """Every way in turn, so many times; prints medians, and ours against the two others."""
    works: tuple[Work, ...] = (read_and_hash, standard_library, ours, ours_kept)
    taken: dict[Work, list[Taken]] = {work: [] for work in works}
    read_and_hash(path)
    for _ in range(runs):
        for work in works:
            taken[work].append(seconds(work, path))
    medians = {work: statistics.median(wall for wall, _ in times) for work, times in taken.items()}
    for work, median in medians.items():
        processor = statistics.median(spent for _, spent in taken[work])
        print(f"  {work.__name__.replace('_', ' '):<20} {median:8.2f} s, {processor:8.2f} s of processor")
    print(f"  ours is {medians[standard_library] / medians[ours]:.1f} times as fast as the standard library")
    print(f"  ours reaches {medians[read_and_hash] / medians[ours]:.0%} of the speed of read and hash")


def seconds(work: Work, path: Path) -> Taken:
    """Wall and processor time of one run, with that of the reading process (which Windows does not tell)."""
    began, spent = time.perf_counter(), sum(os.times()[:4])
    work(path)
    return time.perf_counter() - began, sum(os.times()[:4]) - spent


def memory(path: Path) -> None:
    """Prints how far the peak of the reading lies above what the program needs before it reads."""
    run = subprocess.run(
        [sys.executable, "-c", _PEAK, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    *before, program, child = map(int, run.stdout.split())
    size = path.stat().st_size // MEBIBYTE
    print(
        f"  {size:6} MB: program {program - before[0]:3} MB above {before[0]}, "
        f"reading process {child - before[1]:3} MB above {before[1]}"
    )


def made(folder: Path, name: str, write: Callable[[Path], object]) -> Path:
    """The mailbox of this name in the folder, made when it is not there yet."""
    path = folder / name
    if not path.exists():
        part = path.with_suffix(".part")
        write(part)
        part.replace(path)
    return path


def main() -> None:
    """Runs every comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where the mailboxes are made and kept")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--megabytes", type=int, default=1024, help="size of the mailbox with attachments")
    parser.add_argument("--messages", type=int, default=60_000, help="number of small mails")
    parser.add_argument("--large", action="store_true", help="measures memory at four times the size too")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)

    def large(megabytes: int) -> Path:
        return made(
            chosen.folder, f"large-{megabytes}.mbox", lambda path: write_large(path, megabytes * MEBIBYTE)
        )

    def small(path: Path) -> None:
        write_small(path, chosen.messages)

    print(f"{chosen.megabytes} MB with attachments, median of {chosen.runs}")
    compare(large(chosen.megabytes), chosen.runs)
    print(f"{chosen.messages} small mails, median of {chosen.runs}")
    compare(made(chosen.folder, f"small-{chosen.messages}.mbox", small), chosen.runs)
    print("memory at its highest")
    for share in (0.1, 1, 4) if chosen.large else (0.1, 1):
        memory(large(round(chosen.megabytes * share)))


if __name__ == "__main__":
    with collector.seldom_at_work():  # as in the command line; the standard library has it as easy
        main()
