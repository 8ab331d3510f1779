"""What 2,000 letters are like in the window: ``python benchmarks/letters_page.py``.

Makes a dossier of 2,000 candidacies that three jurors scored in both rounds, all decided with reasons. In the
real window their letters are made, stopped half way, made again, made final, set out in a folder and recorded
as sent. A timer on the window's thread looks every 5 ms how long it was kept waiting; the processor time that
the thread spent meanwhile tells whether it worked itself or waited for the others. Without a screen:
``QT_QPA_PLATFORM=offscreen``. ``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[1]))  # this checkout, whichever is installed
sys.path.insert(0, str(Path(__file__).parent))
from window_import import EVERY, LONG, Gap, turn, waited_for

from jury_desktop import bootstrap
from jury_desktop.domain.call import BRUSSELS, Call, Round
from jury_desktop.domain.candidacy import Admissibility, Candidacy, Version
from jury_desktop.domain.decision import Decision, DecisionKind, MotivationLine, Stage
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.letter import Block
from jury_desktop.domain.outgoing import Dispatch
from jury_desktop.domain.sheet import Answer, Sheet, SheetState, items_of
from jury_desktop.domain.term import Channel
from jury_desktop.services.letter_texts import approve_blocks
from jury_desktop.services.outbox import Wish
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.app import Program
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.pages.letters.making import MakeDialog
from jury_desktop.ui.pages.letters.sending import sending
from jury_desktop.ui.pages.letters.setting_out import SetOutDialog
from jury_desktop.ui.settings import Preferences, SettingsFile

NOW = datetime(2023, 7, 5, 14, tzinfo=BRUSSELS)
JURORS = 3
REASON = "De jury volgt het voorstel. De werkwijze is helder beschreven en past bij de doelgroep."


def filled(file: Path, count: int) -> Dossier:
    """A dossier in which the jury has decided on so many candidacies."""
    dossier = bootstrap.create_dossier(str(file), "lier-2023", now=lambda: NOW)
    with dossier.change(bulk=True) as uow:
        jurors = [Juror(f"j{n}", f"Jurylid {n}", "Gemeente", "") for n in range(JURORS)]
        for juror in jurors:
            uow.jurors.save(juror)
        for number in range(count):
            candidacy = _candidacy(number)
            uow.candidacies.save(candidacy)
            for sheet in _sheets(uow.call, candidacy, jurors):
                uow.sheets.save(sheet)
            for decision in _decisions(uow.call, candidacy, number):
                uow.decisions.save(decision)
        uow.journal.append("benchmark.filled", "dossier", str(count))
    approve_blocks(dossier, tuple(Block), "mr. An Peeters")
    return dossier


def _candidacy(number: int) -> Candidacy:
    version = Version(1, "", NOW.replace(month=5), "MAPI 0x0E06", "in_time", (), ())
    return Candidacy(
        id=f"c{number}",
        reference=f"K-{number + 1:04}",
        organisation=f"Organisatie {number + 1} vzw",
        contact="Noor Peeters",
        email=f"info@organisatie{number + 1}.example",
        phone="",
        address="Grote Markt 1, 2500 Lier",
        challenges=(1 + number % 7,),
        municipalities=(),
        partners=(),
        versions=(version,),
        admissibility=Admissibility.ADMISSIBLE,
    )


def _sheets(call: Call, candidacy: Candidacy, jurors: list[Juror]) -> Iterator[Sheet]:
    for juror in jurors:
        for round_ in Round:
            items = items_of(call.rubric, candidacy.challenges, round_)
            answers = {item.key: Answer(1 + len(candidacy.id + juror.id) % 5) for item in items}
            key = f"{juror.id}-{candidacy.id}-{round_.value}"
            yield Sheet(
                key, juror.id, candidacy.id, round_, 1, SheetState.SUBMITTED, answers, submitted_at=NOW
            )


def _decisions(call: Call, candidacy: Candidacy, number: int) -> Iterator[Decision]:
    keys = {item.key for round_ in Round for item in items_of(call.rubric, candidacy.challenges, round_)}
    lines = tuple(MotivationLine(key, REASON, (f"j0-{candidacy.id}-pitch",)) for key in sorted(keys))
    kind = DecisionKind.NOT_SELECTED if number % 4 else DecisionKind.SELECTED
    yield Decision(f"s{number}", candidacy.id, Stage.SHORTLIST, DecisionKind.INVITED, "", (), NOW)
    yield Decision(f"f{number}", candidacy.id, Stage.FINAL, kind, REASON, lines, NOW)


class Watch(QObject):
    """Looks at the clock on the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps: list[Gap] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start(EVERY)

    def begin(self) -> None:
        """Look from now on."""
        self.gaps.clear()
        self._last = time.perf_counter(), time.thread_time()

    def _look(self) -> None:
        now = time.perf_counter(), time.thread_time()
        waited, worked = ((now[at] - self._last[at]) * 1000 for at in (0, 1))
        self.gaps.append(Gap(waited, worked, ""))
        self._last = now


class Driver:
    """Does in the window what a person would, and tells how it went."""

    def __init__(self, program: Program, page: LettersPage) -> None:
        self.program, self.page = program, page
        self.watch = Watch(page)

    def done(self, title: str, step: Callable[[], object], stop_at: float = 2.0) -> None:
        """One step, stopped when so much of it is done, until the window is at rest."""
        self.watch.begin()
        began, stopped = time.perf_counter(), False
        step()
        turn()
        while self.program.window.shell.jobs.running:
            for job in self.program.window.shell.jobs.running:
                far = job.progress.total and job.progress.done >= stop_at * job.progress.total
                if far and not stopped:
                    stopped = True
                    job.cancel()
            turn()
        self._tell(title, time.perf_counter() - began)

    def make(self) -> None:
        """Make what has to be made, as the dialog proposes."""
        self.page.steps.make()
        self._accept(MakeDialog)

    def finalise(self) -> None:
        """Make all of them final."""
        self.page.table.selectAll()
        self.page.steps.finalise()

    def set_out(self, folder: Path) -> None:
        """Set all of them out, as the dialog proposes."""
        self.page.steps.set_out()
        (asked,) = self.page.findChildren(SetOutDialog)
        asked.reject()
        setting = self.page.steps.setting_out
        setting.write_to(folder, Wish())

    def send(self) -> None:
        """Record that they left."""
        shell = self.program.window.shell
        letters = [found.letter for found in self.page.steps.may_leave() if found.letter]
        shell.run_operation(sending(letters, Dispatch(Channel.EMAIL, NOW)))

    def _accept(self, kind: type[MakeDialog]) -> None:
        (asked,) = [each for each in self.page.findChildren(kind) if each.isVisible()]
        asked.make.click()

    def _tell(self, title: str, seconds: float) -> None:
        dossier = self.program.window.shell.dossier
        assert dossier is not None
        with dossier.read() as uow:
            letters = uow.letters.find()
            states = Counter(letter.state.value for letter in letters)
            whole = all(uow.blobs.get(letter.pdf).endswith(b"%%EOF\n") for letter in letters)
        longest = max(self.watch.gaps, key=lambda gap: gap.waited)
        busiest = max(gap.worked for gap in self.watch.gaps)
        late = sum(gap.waited > LONG for gap in self.watch.gaps)
        print(
            f"  {title:<22} {seconds:6.1f} s; longest wait {longest.waited:.0f} ms ({late} above {LONG}), "
            f"most work at a time {busiest:.0f} ms; {dict(states)}, {'whole' if whole else 'NOT WHOLE'}",
            flush=True,
        )


def main() -> None:
    """Makes the dossier and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=2000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jury-letters-") as name:
        folder = Path(name)
        filled(folder / "groot.jury", chosen.letters).store.close()
        app = QApplication.instance() or QApplication(sys.argv[:1])
        program = Program(app, bootstrap.wiring(lambda: NOW), SettingsFile(folder / "s.ini"), Preferences())
        program.show(str(folder / "groot.jury"))
        waited_for(lambda: program.window.shell.dossier is not None)
        program.window.go_to("letters")
        page = program.window.page
        assert isinstance(page, LettersPage)
        driver = Driver(program, page)
        print(f"{chosen.letters} letters")
        driver.done("shown", lambda: None)
        driver.done("stopped half way", driver.make, stop_at=0.5)
        driver.done("made", driver.make)
        driver.done("made final", driver.finalise)
        driver.done("set out", lambda: driver.set_out(folder / "uit"))
        driver.done("recorded as sent", driver.send)
        program.window.close()
        program.close()


if __name__ == "__main__":
    main()
