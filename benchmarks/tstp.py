"""Public timetabling instances beside what was published: ``python benchmarks/tstp.py --folder F``.

Thesis and seminar timetabling, 20 instances (``instance_art01_WS.dzn`` and on) with the weighted cost that a
commercial solver reached and proved. For each the best timetable found here and what no timetable can cost
less than; every timetable is counted anew by code that knows nothing of the model. ``--engine`` has the
program's own run of CP-SAT work on the same choice of half-days instead. Ends with 1 when fewer than 18 of
20 are matched.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tstp_check import broken, cost
from tstp_instance import MILLIONTHS, read_seminars
from tstp_search import Answer, Solve, engine, scip, search

PUBLISHED = (
    *(0.95166, 0.98898, 1.39965, 1.20283, 1.39965),
    *(1.20283, 1.20283, 1.20283, 1.36233, 1.20283),
    *(3.07985, 2.76953, 2.78268, 3.22119, 2.88303),
    *(2.23067, 2.23067, 2.73221, 2.88303, 3.32154),
)
"""The published weighted cost of art01 and on, told to five decimals."""

WANTED = 0.9
"""The part of the instances that has to be matched."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of an instance; costs in millionths."""

    number: int
    cost: int | None
    """None when no sound timetable was found."""
    answer: Answer

    @property
    def published(self) -> float:
        return PUBLISHED[self.number - 1]

    @property
    def proven(self) -> bool:
        return self.cost is not None and self.answer.bound >= self.cost

    @property
    def matched(self) -> bool:
        """Whether the cost is no more than the published one, as far as that was told."""
        return self.cost is not None and round(self.cost / MILLIONTHS, 5) <= self.published

    def told(self) -> str:
        """The line of the table."""
        ours = "none" if self.cost is None else f"{self.cost / MILLIONTHS:.5f}"
        cells = (
            f"art{self.number:02d}",
            f"{self.published:.5f}",
            ours if self.matched else f"**{ours}**",
            f"{self.answer.bound / MILLIONTHS:.5f}",
            "proven" if self.proven else "",
            f"{self.answer.found:.1f} s",
            f"{self.answer.seconds:.1f} s",
            f"{self.answer.processor:.1f} s",
        )
        return f"| {' | '.join(cells)} |"


def measure(file: Path, solve: Solve, limit: float) -> Line:
    """Search one instance and count what came of it; SystemExit when a timetable breaks a rule."""
    seminars = read_seminars(file.read_text(encoding="utf-8"))
    answer = search(seminars, limit, solve)
    if answer.timetable is not None and (wrong := broken(seminars, answer.timetable)):
        raise SystemExit(f"{file.name}: {wrong}")
    price = cost(seminars, answer.timetable) if answer.timetable is not None else None
    return Line(number_of(file), price, answer)


def number_of(file: Path) -> int:
    """The number in the name of an instance."""
    found = re.search(r"art(\d+)", file.name)
    if found is None:
        raise SystemExit(f"{file.name} is no instance")
    return int(found[1])


def main() -> None:
    """Prints a line for each instance, and how many are matched and proven."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for each instance")
    parser.add_argument("--only", type=int, nargs="*", help="numbers of instances")
    parser.add_argument("--engine", action="store_true", help="CP-SAT as the program runs it")
    chosen = parser.parse_args()
    solve = engine if chosen.engine else scip
    files = sorted(chosen.folder.glob("instance_art*.dzn"))
    wanted = [file for file in files if not chosen.only or number_of(file) in chosen.only]
    if not wanted:
        raise SystemExit(f"no instances in {chosen.folder}")
    print("| instance | published | ours | bound | | found after | all after | processor |")
    print(f"|{'---|' * 8}")
    lines = []
    for file in wanted:
        lines.append(measure(file, solve, chosen.limit))
        print(lines[-1].told(), flush=True)
    matched = sum(line.matched for line in lines)
    print(f"\n{matched} of {len(lines)} matched or beaten, {sum(line.proven for line in lines)} proven")
    raise SystemExit(matched < WANTED * len(lines))


if __name__ == "__main__":
    main()
