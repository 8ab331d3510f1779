"""What the chosen candidates cover together, challenge by challenge."""

from __future__ import annotations

from jury_desktop.domain.call import Call
from jury_desktop.domain.coverage import JointCoverage
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.standing import Ranking
from jury_desktop.plots.heat import coverage_drawing
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row
from jury_desktop.ui.widgets.drawing_view import DrawingView
from jury_desktop.ui.widgets.marks import StatusPill

tr = area("deliberation")

CHOSEN = frozenset({DecisionKind.SELECTED, DecisionKind.INVITED})


class CoveragePanel(Panel):
    """The matrix of the chosen candidates with what is still missing; the matrix is folded away until it is
    wanted, so that there is room to write."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._pills = row()
        self.matrix = DrawingView()
        self._text = label("", "muted", wrap=True)
        self.folder = button("", self._toggle, part="link")
        self._folded = True
        self._any = False
        self.body.addWidget(label(tr("Coverage of the selection"), "heading"))
        self.body.addLayout(row(self._pills, None, self.folder))
        self.body.addWidget(self.matrix)
        self.body.addWidget(self._text)
        self.fold(True)

    def fold(self, folded: bool) -> None:
        """Show the words alone, or the matrix too."""
        self._folded = folded
        self.matrix.setVisible(not folded and self._any)
        self.folder.setVisible(self._any)
        self.folder.setText(tr("Show") if folded else tr("Hide"))
        named = tr("Show the coverage per challenge") if folded else tr("Hide the coverage per challenge")
        self.folder.setAccessibleName(named)

    def show_ranking(self, ranking: Ranking, call: Call) -> None:
        """Show what the invited or selected ones of a ranking cover."""
        chosen = [r for r in ranking.rows if r.decision is not None and r.decision.kind in CHOSEN]
        numbers = tuple(challenge.number for challenge in call.challenges)
        clear(self._pills)
        for text, tone in _verdicts(ranking.chosen, len(numbers)) if chosen else ():
            self._pills.addWidget(StatusPill(text, tone))
        rows = [(row.candidacy, row.coverage) for row in chosen if row.coverage is not None]
        language = self._language
        self.matrix.show_drawing(lambda width: coverage_drawing(rows, numbers, width, language))
        self._text.setText(_told(ranking, len(chosen)))
        self._any = bool(chosen)
        self.fold(self._folded)

    def _toggle(self) -> None:
        self.fold(not self._folded)


def _verdicts(joint: JointCoverage, challenges: int) -> list[tuple[str, Tone]]:
    covered = tr("covers {done} of {all} challenges").format(done=len(joint.challenges), all=challenges)
    return [(covered, Tone.WARN if joint.uncovered_challenges else Tone.GOOD)]


def _told(ranking: Ranking, chosen: int) -> str:
    if not chosen:
        return tr("Nobody has been chosen yet. As you decide, you see here what they cover together.")
    joint = ranking.chosen
    goals = tr("{done} of {all} goals shown").format(done=len(joint.goals), all=joint.goals_total)
    who = tr("%n partners", "", chosen) if ranking.stage is Stage.FINAL else tr("%n invited", "", chosen)
    missing = ", ".join(str(number) for number in joint.uncovered_challenges)
    gap = tr("missing: {list}").format(list=missing)
    return " · ".join((who, goals, gap) if missing else (who, goals))
