"""Beoordelingen: who has assessed the candidacy and who has not yet; never a score."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.candidacy_file import CandidacyDetails, JurorProgress, RoundProgress, Work
from jury_desktop.ui.pages.candidacies.words import pill
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import clear, label, row, rule, stack
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.figure import Bar
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.paint import Pill

tr = area("candidacies")


class ProgressTab(QWidget):
    """The progress of both rounds."""

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 2, 10, 8)
        self._column.setSpacing(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, tr("Assessments")))

    def show_details(self, details: CandidacyDetails) -> None:
        """Show how far the jury is with a candidacy."""
        clear(self._column)
        for progress in details.rounds:
            self._fill_round(progress)
        if not any(progress.jurors for progress in details.rounds):
            self._column.addWidget(label(self._why_none(details), "muted", wrap=True))
        self._column.addStretch(1)

    def _why_none(self, details: CandidacyDetails) -> str:
        if not details.candidacy.takes_part:
            return tr("The jury assesses a candidacy once you have judged it admissible.")
        return tr("There are no jurors yet. Add them on the page Jury.")

    def _fill_round(self, progress: RoundProgress) -> None:
        if not progress.jurors:
            return
        titles = {Round.WRITTEN: tr("Written round"), Round.PITCH: tr("Pitch round")}
        done = tr("{submitted} of {expected} submitted").format(
            submitted=progress.submitted, expected=progress.expected
        )
        self._column.addLayout(row(label(titles[progress.round], "heading"), None, label(done, "muted")))
        self._column.addWidget(Bar(progress.submitted / progress.expected if progress.expected else 0.0))
        for juror in progress.jurors:
            self._column.addLayout(juror_line(juror))
            self._column.addWidget(rule())
        self._column.addWidget(label(_sealed_or_open(progress), "small", wrap=True))
        self._column.addSpacing(12)


def juror_line(progress: JurorProgress) -> QVBoxLayout:
    """Name, organisation and how far the juror is."""
    name = ElidedLabel("", f"{progress.juror.name} · {progress.juror.organisation}")
    older = [pill(Pill(tr("Older version"), Tone.WARN))] if progress.outdated else []
    line = row(name, *older, pill(_work(progress)))
    line.setStretch(0, 1)
    return stack(line)


def _work(progress: JurorProgress) -> Pill:
    words = {
        Work.BARRED: Pill(tr("Conflict of interest"), Tone.WARN),
        Work.ABSENT: Pill(tr("Not at the pitch"), Tone.NEUTRAL),
        Work.NOT_STARTED: Pill(tr("Not started"), Tone.NEUTRAL),
        Work.STARTED: Pill(f"{progress.answered}/{progress.items}", Tone.INFO),
        Work.SUBMITTED: Pill(tr("Submitted"), Tone.GOOD),
    }
    return words[progress.work]


def _sealed_or_open(progress: RoundProgress) -> str:
    if progress.opened and not progress.submitted:
        return tr("The round has ended and nobody scored this candidacy.")
    if progress.opened:
        return tr("All scores are in; they can be seen at the deliberation.")
    return tr("Scores stay sealed until the call lets them be seen.")
