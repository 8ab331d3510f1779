"""The selection that covers most together, with the reason for each member and each one left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.domain.portfolio import Aim, Eligible, Portfolio
from jury_desktop.plots.heat import coverage_drawing
from jury_desktop.services.known import known
from jury_desktop.services.portfolio import (
    choose_portfolio,
    left_aside,
    portfolio_candidates,
    reasons_by_reference,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.deliberation.view import Look, View
from jury_desktop.ui.pages.deliberation.words import score_text
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import rows_model
from jury_desktop.ui.widgets.basics import Panel, clear, label, note, row
from jury_desktop.ui.widgets.cells import ChipsCell, PillCell
from jury_desktop.ui.widgets.drawing_view import DrawingView
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("advice")

FIGURES, MUTED, STRONG = rows_model.Look.FIGURES, rows_model.Look.MUTED, rows_model.Look.STRONG


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: the best of these, at most so many; None for as few as their coverage needs.

    :param aside: who cannot be chosen, and why.
    """

    candidates: tuple[Eligible, ...]
    size: int | None
    candidacies: dict[str, Candidacy]
    call: Call
    aside: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidacy in the proposal or outside, with the reasons."""

    one: Eligible
    organisation: str
    chosen: bool
    reasons: tuple[str, ...]


class PortfolioTable(Table[Judged]):
    """Members first, then the others, each in the order of the ranking."""

    def __init__(self, language: str) -> None:
        self._language = language
        super().__init__(RowsModel(self._columns(), _key), tr("The proposal and who is left out"))
        GiveWay(self, 5, 2)

    def _columns(self) -> tuple[Column[Judged], ...]:
        return (
            Column(tr("Proposal"), _state, mark=_pill, delegate=PillCell, width=106),
            Column("#", lambda judged: str(judged.one.place), FIGURES, order=_place, width=44),
            Column(tr("No."), lambda judged: judged.one.reference, MUTED, width=58),
            Column(tr("Organisation"), lambda judged: judged.organisation, STRONG),
            Column(tr("Challenges"), _challenges, mark=_numbers, delegate=ChipsCell, width=106),
            Column(tr("Score"), self._score, FIGURES, order=lambda judged: -judged.one.score, width=64),
        )

    def _score(self, judged: Judged) -> str:
        return score_text(judged.one.score, self._language)


class PortfolioView(View):
    """The table at the left; what the proposal covers and the reasons of the chosen row at the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._look: Look | None = None
        self.table = PortfolioTable(shell.language)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self._open)
        self.few = QCheckBox(tr("As few as their coverage needs"))
        self.few.toggled.connect(self._again)
        self.told = label("", "muted", wrap=True)
        self.refused = note("", Tone.INFO)
        self.matrix = DrawingView()
        self._pills = row()
        self._why_title = label("", "heading", wrap=True)
        self._why = QVBoxLayout()
        self._why.setSpacing(8)
        self._build()

    def read(self, look: Look) -> None:
        self._look = look
        size = None if self.few.isChecked() else look.cut
        self.shell.run_job(
            lambda dossier, context: _read(dossier, size),
            self._solve,
            key="deliberation-portfolio",
            failed=self._refuse,
        )

    def _build(self) -> None:
        left = Panel(margins=(10, 10, 10, 12))
        left.body.addLayout(row(self.few, None))
        left.body.addWidget(self.refused)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.told)
        self.refused.hide()
        covered = Panel(tr("What the proposal covers"))
        covered.body.addLayout(row(self._pills, None))
        covered.body.addWidget(scroll(self.matrix, tr("What the proposal covers")), 1)
        reasons = Panel()
        reasons.body.addWidget(self._why_title)
        reasons.body.addLayout(self._why)
        reasons.body.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(covered, 3)
        right.addWidget(reasons, 2)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(left, 3)
        both.addLayout(right, 2)

    def _again(self) -> None:
        if self._look is not None:
            self.read(self._look)

    def _refuse(self, error: JuryError) -> None:
        """Why there is no proposal stands where it would be."""
        self.refused.setText(self.shell.words(error.message))
        self._show_parts(False)
        self.table.rows.set_rows(())
        self.told.setText("")

    def _show_parts(self, there: bool) -> None:
        self.refused.setVisible(not there)
        self.few.setVisible(there)
        self.matrix.setVisible(there)
        if not there:
            clear(self._pills)
            self._tell(None)

    def _solve(self, asked: Question) -> None:
        self.shell.run_calculation(
            partial(_choose, asked),
            partial(self._show, asked),
            key="deliberation-portfolio-solve",
            text=tr("Looking for the selection that covers most"),
        )

    def _show(self, asked: Question, found: Portfolio) -> None:
        why = reasons_by_reference(found)
        rows = [
            Judged(
                one,
                asked.candidacies[one.reference].organisation,
                one in found.members,
                tuple(self.shell.words(reason) for reason in why.get(one.reference, ())),
            )
            for one in (*found.members, *found.others)
        ]
        self._show_parts(True)
        self.table.rows.set_rows(rows)
        self._show_coverage(asked, found)
        self.told.setText(" ".join((*map(self.shell.words, asked.aside), _told(found))))
        if rows and self.table.current() is None:
            self.table.choose(_key(rows[0]))
        else:
            self._tell(self.table.current())

    def _show_coverage(self, asked: Question, found: Portfolio) -> None:
        members = [(asked.candidacies[one.reference], one.coverage) for one in found.members]
        numbers = [challenge.number for challenge in asked.call.challenges]
        language = self.shell.language
        self.matrix.show_drawing(lambda width: coverage_drawing(members, numbers, width, language))
        clear(self._pills)
        for text, whole in _verdicts(asked.call, found):
            self._pills.addWidget(StatusPill(text, Tone.GOOD if whole else Tone.WARN))

    def _tell(self, judged: Judged | None) -> None:
        """The reasons of the chosen row."""
        clear(self._why)
        self._why_title.setText(f"{judged.one.reference} {judged.organisation}" if judged else "")
        for reason in judged.reasons if judged else ():
            self._why.addWidget(label(reason, wrap=True))

    def _open(self, judged: Judged) -> None:
        self.candidacy_wanted.emit(judged.one.reference)


def _read(dossier: Dossier, size: int | None) -> Question:
    selection = known(dossier).selection
    candidacies = {candidacy.reference: candidacy for candidacy in selection.candidacies}
    return Question(portfolio_candidates(dossier), size, candidacies, selection.call, left_aside(dossier))


def _choose(asked: Question, context: JobContext) -> Portfolio:
    return choose_portfolio(asked.candidates, asked.size, cancelled=context.cancelled)


def _verdicts(call: Call, found: Portfolio) -> tuple[tuple[str, bool], ...]:
    """How many challenges and goals the members cover, and whether that is all of them."""
    goals = sum(len(challenge.goals) for challenge in call.challenges)
    everything = len(call.challenges)
    challenges, shown = len(found.covered(Aim.CHALLENGES)), len(found.covered(Aim.GOALS))
    covered = tr("{done} of {all} challenges").format(done=challenges, all=everything)
    goals_text = tr("{done} of {all} goals").format(done=shown, all=goals)
    return (covered, challenges == everything), (goals_text, shown == goals)


def _told(found: Portfolio) -> str:
    proven = (
        tr("Proven: no other choice covers more, or as much with higher scores.")
        if found.proven
        else tr("The best choice found in time; a better one is not ruled out.")
    )
    people = tr("A proposal: people decide.")
    return f"{proven} {people}"


def _key(judged: Judged) -> str:
    return judged.one.reference


def _place(judged: Judged) -> int:
    return judged.one.place


def _state(judged: Judged) -> str:
    return tr("In it") if judged.chosen else tr("Left out")


def _pill(judged: Judged) -> Pill:
    return Pill(_state(judged), Tone.GOOD if judged.chosen else Tone.NEUTRAL)


def _challenges(judged: Judged) -> str:
    return ", ".join(map(str, judged.one.coverage.challenges))


def _numbers(judged: Judged) -> tuple[int, ...]:
    return judged.one.coverage.challenges
