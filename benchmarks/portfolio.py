"""How long the best portfolio takes to be found and proven: ``python benchmarks/portfolio.py [--runs N]``.

Invented candidacies over the seven challenges, 62 goals and four municipalities of the shipped call. Prints
the median seconds of several different instances of each kind, and whether every one was proven.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time

from jury_desktop.domain.call import Call
from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.portfolio import Eligible
from jury_desktop.scheduling.portfolio import choose
from jury_desktop.services.calls import load_call

SIZES = (None, 5, 10, 25)


def invented(call: Call, count: int, generator: random.Random) -> list[Eligible]:
    """Candidacies with one to four challenges, of which each shows some goals, by score."""
    scores = sorted((generator.uniform(1, 5) for _ in range(count)), reverse=True)
    return [_one(call, place, score, generator) for place, score in enumerate(scores, start=1)]


def _one(call: Call, place: int, score: float, generator: random.Random) -> Eligible:
    chosen = generator.sample(call.challenges, generator.randint(1, 4))
    share = generator.uniform(0.1, 0.5)
    goals = {goal.key for challenge in chosen for goal in challenge.goals if generator.random() < share}
    towns = generator.sample(call.area, generator.randint(1, len(call.area)))
    numbers = tuple(sorted(challenge.number for challenge in chosen))
    reference = f"K-{place:03d}"
    return Eligible(reference, place, score, Coverage(reference, numbers, frozenset(goals), {}, tuple(towns)))


def main() -> None:
    """Prints a line for every number of candidacies and size of the portfolio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    call = load_call("lier-2023")
    goals = sum(len(challenge.goals) for challenge in call.challenges)
    for count in (20, 200):
        for size in SIZES:
            taken, proven = [], True
            for seed in range(runs):
                candidacies = invented(call, count, random.Random(seed))
                began = time.process_time()
                proven &= choose(candidacies, size).proven
                taken.append(time.process_time() - began)
            told = "all proven" if proven else "NOT all proven"
            size_told = f"at most {size}" if size else "as few as needed"
            median, worst = statistics.median(taken), max(taken)
            print(f"| {count} × {goals} | {size_told} | {median:.2f} s | {worst:.2f} s | {told} |")


if __name__ == "__main__":
    main()
