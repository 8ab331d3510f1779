"""How long people wait at a large deliberation: ``python -m benchmarks.deliberation [--runs N]``.

200 candidacies, each scored by 30 jurors on 12 items, in a dossier file. Prints the milliseconds of the first
look, and the median and worst of later looks, of sorting, of moving the slider of a weight and of keeping one
score: by the clock and of the processor. Every look is drawn to the last pixel, without a screen; what the
window does on other threads counts in full.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Admissibility, Candidacy, Version
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, SheetState, items_of
from jury_desktop.services.calls import load_call
from jury_desktop.services.decide import decide
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers
from jury_desktop.storage.store import create_store
from jury_desktop.ui import theme
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.deliberation import DeliberationPage
from tests.ui.doubles import DirectShell

CANDIDACIES, JURORS, ITEMS = 200, 30, 12
NOW = datetime(2023, 6, 9, 12, 0, tzinfo=UTC)
TYPED = ("j0", "c0", Round.PITCH)
"""The sheet on which scores are kept one by one."""


def large(folder: Path) -> Dossier:
    """A dossier with the written round submitted by everybody."""
    call = load_call("lier-2023")
    dossier = Dossier(create_store(folder / "groot.jury", call), "Regisseur", lambda: NOW)
    generator = random.Random(1)
    jurors = [Juror(f"j{n}", f"Jurylid {n}", "Gemeente", f"j{n}@gemeente.example") for n in range(JURORS)]
    strict = {juror.id: generator.gauss(0, 0.4) for juror in jurors}
    with dossier.change() as uow:
        for juror in jurors:
            uow.jurors.save(juror)
        for number in range(CANDIDACIES):
            candidacy, worth = _candidacy(call, number), generator.gauss(3, 0.8)
            uow.candidacies.save(candidacy)
            for juror in jurors:
                uow.sheets.save(_sheet(call, juror, candidacy, worth + strict[juror.id], generator))
        uow.journal.append("benchmark.prepared", "dossier", "groot")
    return dossier


def _candidacy(call: Call, number: int) -> Candidacy:
    """So many challenges that there are as many items as wanted."""
    per_candidacy = len(items_of(call.rubric, (), Round.WRITTEN))
    wanted = range(ITEMS - per_candidacy)
    chosen = tuple(sorted(1 + (number + step) % len(call.challenges) for step in wanted))
    return Candidacy(
        f"c{number}",
        f"K-{number + 1:03d}",
        f"Organisatie {number + 1} vzw",
        "",
        "",
        "",
        "",
        chosen,
        call.area[: 1 + number % len(call.area)],
        (),
        (Version(1, "", NOW, "", "in_time", (), ()),),
        Admissibility.ADMISSIBLE,
    )


def _sheet(call: Call, juror: Juror, candidacy: Candidacy, mean: float, generator: random.Random) -> Sheet:
    def value() -> int:
        return min(5, max(0, round(generator.gauss(mean, 0.9))))

    items = items_of(call.rubric, candidacy.challenges, Round.WRITTEN)
    answers = {item.key: Answer(value(), comment="Onderbouwd met cijfers.") for item in items}
    goals = [goal.key for number in candidacy.challenges for goal in call.challenge(number).goals]
    marks = {key: generator.choice(list(GoalMark)) for key in generator.sample(goals, len(goals) // 3)}
    key = f"{juror.id}-{candidacy.id}"
    place = (key, juror.id, candidacy.id, Round.WRITTEN, 1)
    return Sheet(*place, SheetState.SUBMITTED, answers, marks, submitted_at=NOW)


Work = Callable[[int], object]
"""Something that is done many times over; the number says which time it is."""


class Bench:
    """The page on a large dossier, drawn at the size of an ordinary screen."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        call = load_call("lier-2023")
        items = items_of(call.rubric, _candidacy(call, 0).challenges, TYPED[2])
        self._keys = [item.key for item in items]
        self.page = DeliberationPage(DirectShell(dossier, moment=NOW))
        self.page.resize(1240, 820)
        self.page.show()

    def look(self, _: int) -> None:
        """The page reads again and shows everything, as when it is opened."""
        self.page.refresh(EVERYTHING)
        self._drawn()

    def tab(self, key: str) -> Work:
        """Another tab, and back to the first."""

        def work(_: int) -> None:
            self.page.show_object(key)
            self._drawn()

        return work

    def sort(self, number: int) -> None:
        """The ranking by another column, up or down."""
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        self.page.discussing.table.sortByColumn((0, 2, 4)[number % 3], orders[number % 2])
        self._drawn()

    def slide(self, number: int) -> None:
        """One step of the slider of a weight, with the order that follows it."""
        sliders = self.page.views["weigh"].sliders  # type: ignore[attr-defined]
        sliders[number % len(sliders)].slider.setValue(10 + number % 25)
        self._drawn()

    def keep(self, number: int) -> None:
        """A juror's score on one item, kept with its event in the journal."""
        key, value = self._keys[number % len(self._keys)], number // len(self._keys) % 6
        save_answers(self.dossier, *TYPED, {key: Answer(value)})

    def _drawn(self) -> None:
        QApplication.processEvents()
        self.page.grab()


def measure(name: str, work: Work, runs: int) -> None:
    """Prints one line of the table: the first time apart, for that one reads and works out."""
    taken = [_taken(work, number) for number in range(runs + 1)]
    (first, _), rest = taken[0], taken[1:]
    clock, processor = zip(*rest, strict=True)
    middle = " | ".join(f"{statistics.median(each):.1f}" for each in (clock, processor))
    print(f"| {name} | {first:.0f} | {middle} | {max(processor):.1f} |", flush=True)


def _taken(work: Work, number: int) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work(number)
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=31)
    runs = parser.parse_args().runs
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        dossier = large(Path(folder))
        bench = Bench(dossier)
        measure("opening the page", bench.look, runs)
        measure("sorting the ranking", bench.sort, runs)
        for key in bench.page.views:
            measure(f"the tab {key}", bench.tab(key), runs)
        measure("moving the slider of a weight", bench.slide, runs)
        decide(dossier, TYPED[1], DecisionKind.INVITED, "Sterk")
        measure("keeping a score", bench.keep, runs)
        dossier.store.close()


if __name__ == "__main__":
    main()
