"""What planning costs and how good plans are: ``python benchmarks/planning.py PART [PART ...]``.

``sizes``     S, M, L and XL through ``jury-desktop plan-instance``: levels, seconds by the clock and of the
              processor with the start of the program, peak of memory (Linux), what the verifier says
``kinds``     the same for 120 and 600 pitches under other rules
``lier``      every kind of Lier size: seconds from problem to verified plan, by the clock and of the
              processor, and how many are proven
``dossier``   the same from the dossier of the sample
``replan``    random disturbances of a communicated plan: is the number of moves the proven minimum?
``long``      L and XL with ten times the time: how far the plan within the limit is from the best known
``growth``    from 12 to 600 pitches: first plan, whole search, memory; draws docs/planning-growth.svg

``--count`` sets how many random instances each kind gets. Everything comes from seeds. ``--slow 8`` gives
plans of Lier size as much work as ever and eight times the clock, where others are at work on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from growth import Measured, picture

from jury_desktop.domain.pitch import (
    Assignment,
    LeftOut,
    Level,
    LevelResult,
    PitchPlan,
    PlanInstance,
    PlanStatus,
    Progress,
)
from jury_desktop.plots.svg import svg
from jury_desktop.scheduling import engine
from jury_desktop.scheduling.instance_file import instance_document
from jury_desktop.scheduling.solve import Wish, best_plan
from jury_desktop.scheduling.verify import verify
from jury_desktop.services.planning import plan_objections, planning_problem, solve_plan
from tests.scheduling import families

LIMITS = {"S": 10, "M": 10, "L": 10, "XL": 60}
GROWTH = (12, 20, 30, 45, 60, 90, 120, 180, 240, 400, 600)
PICTURE = Path(__file__).parents[1] / "docs" / "planning-growth.svg"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run of the command."""

    plan: PitchPlan
    seconds: float
    processor: float
    megabytes: int
    objections: int


def planned(instance: PlanInstance, limit: float, seed: int = 1) -> Outcome:
    """The plan that the command line gives, with its time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        file, answer = Path(folder) / "problem.json", Path(folder) / "plan.json"
        file.write_text(json.dumps(instance_document(instance)), encoding="utf-8")
        command = [sys.executable, "-m", "jury_desktop", "plan-instance", str(file), "--json"]
        command += ["--time-limit", str(limit), "--seed", str(seed)]
        began = time.perf_counter()
        with answer.open("wb") as out:
            process = subprocess.Popen(command, stdout=out)
            _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        plan = plan_of(json.loads(answer.read_text(encoding="utf-8")))
    processor = usage.ru_utime + usage.ru_stime
    return Outcome(plan, seconds, processor, usage.ru_maxrss // 1024, len(verify(instance, plan)))


def plan_of(document: Mapping[str, Any]) -> PitchPlan:
    """The plan in a file, without its explanations."""
    return PitchPlan(
        PlanStatus(document["status"]),
        tuple(LevelResult(Level(it["name"]), it["value"], it["bound"]) for it in document["levels"]),
        tuple(
            Assignment(
                it["pitch"],
                it["window"],
                it["room"],
                datetime.fromisoformat(it["start"]),
                datetime.fromisoformat(it["end"]),
                tuple(it["jurors"]),
            )
            for it in document["assignments"]
        ),
        tuple(LeftOut(it["pitch"], ()) for it in document["left_out"]),
        (),
        document["seconds"],
        document["seed"],
    )


def told(plan: PitchPlan) -> str:
    """The levels as value/bound, where either is not zero."""
    levels = (f"{it.name.value} {it.value}/{it.bound}" for it in plan.levels if it.value or it.bound)
    return f"{plan.status.value:8} {', '.join(levels) or 'every level 0'}"


def show(name: str, outcome: Outcome) -> None:
    """One line about a run."""
    sound = "verified" if not outcome.objections else f"{outcome.objections} OBJECTIONS"
    cost = f"{outcome.seconds:6.2f} s, processor {outcome.processor:6.2f} s {outcome.megabytes:5} MB"
    print(f"{name:22} {cost}  {sound}  {told(outcome.plan)}", flush=True)


def sizes(_: int) -> None:
    """S, M, L and XL."""
    for name, limit in LIMITS.items():
        show(name, planned(families.sized(name), limit))


def kinds(_: int) -> None:
    """120 and 600 pitches by kind."""
    for pitches, limit in ((120, LIMITS["L"]), (600, LIMITS["XL"])):
        for kind in families.LARGE_KINDS:
            show(f"{pitches} {kind}", planned(families.many(kind, pitches), limit))


def lier(count: int, kinds: Sequence[str] = (), slow: float = 1.0) -> None:
    """Every kind of Lier size; on a machine so many times slower the same work has as much more time."""
    engine.WORK_PER_SECOND /= slow
    for kind in kinds or families.LIER_KINDS:
        taken, worked, proven = [], [], 0
        for seed in range(count):
            instance = families.lier_size(kind, seed)
            began = time.process_time()
            seconds, plan = clocked(lambda instance=instance: best_plan(instance, Wish(10 * slow)))  # type: ignore[misc]
            worked.append(time.process_time() - began)
            taken.append(seconds)
            proven += plan.status in (PlanStatus.OPTIMAL, PlanStatus.INFEASIBLE)
            if verify(instance, plan):
                raise SystemExit(f"{kind} {seed}: {verify(instance, plan)}")
        print(
            f"{kind:16} median {statistics.median(taken):5.2f} s  longest {max(taken):5.2f} s  "
            f"processor {statistics.median(worked):5.2f} s, {max(worked):5.2f} s  proven {proven} of {count}",
            flush=True,
        )


def clocked(work: Callable[[], PitchPlan]) -> tuple[float, PitchPlan]:
    """Seconds of one run, and what it gave."""
    began = time.perf_counter()
    found = work()
    return time.perf_counter() - began, found


def dossier(count: int) -> None:
    """From the dossier of the sample to a plan that could be shown."""
    from chain import dossier_of_the_sample

    with dossier_of_the_sample() as opened:

        def once() -> PitchPlan:
            problem = planning_problem(opened)
            plan = solve_plan(problem)
            if plan_objections(problem, plan):
                raise SystemExit("the verifier objects")
            return plan

        runs = [clocked(once) for _ in range(count)]
    print(
        f"sample dossier         median {statistics.median(it for it, _ in runs):.2f} s  {told(runs[0][1])}"
    )


def replan(count: int) -> None:
    """Random disturbances of communicated plans."""
    proven, moves = 0, 0
    for seed in range(count):
        made = families.lier_size("everyone", seed)
        known = families.told(made, best_plan(made, Wish()))
        plan = best_plan(families.disturbed(known, random.Random(seed)), Wish())
        levels = {it.name: it for it in plan.levels}
        moved = levels[Level.MOVED]
        proven += moved.value == moved.bound and levels[Level.LEFT_OUT].value == levels[Level.LEFT_OUT].bound
        moves += moved.value
    print(f"{proven} of {count} re-plans move as few as is proven to be needed; {moves} moves together")


def long(_: int) -> None:
    """The plan within the limit beside that of a run of ten times as long."""
    for name in ("L", "XL"):
        instance = families.sized(name)
        quick, slow = (planned(instance, LIMITS[name] * more) for more in (1, 10))
        show(name, quick)
        show(f"{name}, ten times", slow)


def growth(_: int) -> None:
    """From 12 to 600 pitches; each in a process of its own for its memory."""
    found = []
    for pitches in GROWTH:
        limit = LIMITS["L"] if pitches <= 120 else LIMITS["XL"]
        command = [sys.executable, __file__, "--one", str(pitches), str(limit)]
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen(command, stdout=out)
            _, _, usage = os.wait4(process.pid, 0)
            out.seek(0)
            first, last, whole = json.loads(out.read())
        found.append(Measured(pitches, first, last, whole, usage.ru_maxrss // 1024))
        print(
            f"{pitches:4} pitches  first {first:6.2f} s  best {last:6.2f} s  whole {whole:6.2f} s  "
            f"{found[-1].megabytes} MB",
            flush=True,
        )
    PICTURE.write_text(svg(picture(found)), encoding="utf-8")


def one(pitches: int, limit: float) -> Iterator[float]:
    """Seconds to the first plan, to the last better one, and of the whole search."""
    heard: list[Progress] = []
    instance = families.many("everyone", pitches)
    plan = best_plan(instance, Wish(limit, on_progress=heard.append))
    yield heard[0].seconds if heard else plan.seconds
    yield heard[-1].seconds if heard else plan.seconds
    yield plan.seconds


PARTS: dict[str, Callable[[int], None]] = {
    "sizes": sizes,
    "kinds": kinds,
    "lier": lier,
    "dossier": dossier,
    "replan": replan,
    "long": long,
    "growth": growth,
}


def main() -> None:
    """Measures the parts that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--count", type=int, default=20, help="random instances of each kind")
    parser.add_argument("--kinds", nargs="*", default=(), choices=families.LIER_KINDS, help="of Lier size")
    parser.add_argument("--slow", type=float, default=1.0, help="how busy the machine is, for Lier size")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(list(one(int(asked.one[0]), float(asked.one[1])))))
        return
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for part in asked.parts or PARTS:
        if part == "lier":
            lier(asked.count, asked.kinds, asked.slow)
        else:
            PARTS[part](asked.count)


if __name__ == "__main__":
    main()
