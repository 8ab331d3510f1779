"""Kills the real program at random moments of its work and looks at what is left of the dossier.

    python benchmarks/kills.py [--times 210] [--seed 0] [--at-once 2] [--job NAME …]

Each time a program of its own works in a dossier of its own: a mailbox comes in, a juror scores in the
window, pitches are planned, letters become final in the window, older dossiers are brought up to date, copies
are made and put back (``tests/kills/program.py``). It tells what it showed as kept, and is killed (SIGKILL).
Then the dossier must open, its check find nothing, all that was told be there with the same values, and
nothing be half there (``tests/kills/harness.py``). The exit code is 1 when anything was wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.kills.harness import JOBS, Trial, trial


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    asked = [
        (options.job[number % len(options.job)], options.seed + number // len(options.job))
        for number in range(options.times)
    ]
    found: dict[str, list[Trial]] = defaultdict(list)
    with ProcessPoolExecutor(options.at_once, get_context("spawn")) as pool:
        for each in pool.map(_tried, asked):
            found[each.job].append(each)
            if each.wrong:
                print(f"WRONG {each}", flush=True)
    for job in options.job:
        print(_line(job, found[job]), flush=True)
    return 1 if any(each.wrong for trials in found.values() for each in trials) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=210)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--job", choices=JOBS, action="append")
    options = parser.parse_args(arguments)
    options.job = options.job or list(JOBS)
    return options


def _tried(asked: tuple[str, int]) -> Trial:
    with tempfile.TemporaryDirectory() as folder:
        return trial(*asked, Path(folder))


def _line(job: str, trials: list[Trial]) -> str:
    kept = sum(each.kept for each in trials)
    wrong = sum(bool(each.wrong) for each in trials)
    early = sum(not each.kept for each in trials)
    return f"{job:10} {len(trials):4} kills  {kept:6} told as kept  {early:4} before any was  {wrong:3} wrong"


if __name__ == "__main__":
    sys.exit(main())
