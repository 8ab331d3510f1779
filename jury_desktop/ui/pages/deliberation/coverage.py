"""What the chosen candidates cover together, challenge by challenge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.coverage import JointCoverage
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.standing import Ranking, RankingRow
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row
from jury_desktop.ui.widgets.marks import StatusPill

tr = area("deliberation")

CHOSEN = frozenset({DecisionKind.SELECTED, DecisionKind.INVITED})


class CoverageMatrix(QWidget):
    """A row per candidate, a column per challenge; a cell is filled by the share of goals shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RankingRow, ...] = ()
        self._numbers: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[RankingRow], numbers: Sequence[int]) -> None:
        """Show these candidates over these challenges."""
        self._rows, self._numbers = tuple(rows), tuple(numbers)
        self.setAccessibleName("; ".join(_spoken(found) for found in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = theme.metrics().chip + 10
        return QSize(300, line * (len(self._rows) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        names = self.width() * 0.42
        cell = (self.width() - names) / max(1, len(self._numbers))
        line = theme.metrics().chip + 10
        for at, number in enumerate(self._numbers):
            box = QRectF(names + at * cell, 0, cell - 4, theme.metrics().chip)
            paint.draw_chip(painter, box.center() - _half_chip(), number)
        for place, found in enumerate(self._rows, start=1):
            self._paint_row(painter, QRectF(0, place * line, self.width(), line), found, names, cell)

    def _paint_row(
        self, painter: QPainter, box: QRectF, found: RankingRow, names: float, cell: float
    ) -> None:
        colours = theme.current().colours
        painter.setFont(theme.font())
        painter.setPen(theme.colour(colours.text))
        name = QFontMetricsF(theme.font()).elidedText(
            found.candidacy.organisation, Qt.TextElideMode.ElideRight, names - 10
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        share = found.coverage.share if found.coverage else {}
        for at, number in enumerate(self._numbers):
            field = QRectF(names + at * cell, box.top() + 4, cell - 4, box.height() - 8)
            self._paint_cell(painter, field, share.get(number))

    def _paint_cell(self, painter: QPainter, field: QRectF, share: float | None) -> None:
        colours = theme.current().colours
        with paint.painting(painter):
            painter.setBrush(theme.colour(colours.line_soft))
            painter.drawRoundedRect(field, 4, 4)
            if share is not None:
                painter.setBrush(theme.colour(colours.accent))
                painter.setOpacity(0.35 + 0.65 * share)
                painter.drawRoundedRect(field, 4, 4)
                painter.setOpacity(1.0)
                ink = colours.accent_ink if share > 0.4 else colours.text
                painter.setPen(theme.colour(ink))
                painter.setFont(theme.font("tiny", 600))
                painter.drawText(field, Qt.AlignmentFlag.AlignCenter, f"{share:.0%}")


class CoveragePanel(Panel):
    """The matrix of the chosen candidates with what is still missing; the matrix can be folded away."""

    def __init__(self) -> None:
        super().__init__()
        self._pills = row()
        self.matrix = CoverageMatrix()
        self._text = label("", "muted", wrap=True)
        self.folder = button("", self._toggle, part="link")
        self._folded = False
        self._any = False
        self.body.addWidget(label(tr("Coverage of the selection"), "heading"))
        self.body.addLayout(row(self._pills, None, self.folder))
        self.body.addWidget(self.matrix)
        self.body.addWidget(self._text)
        self.fold(False)

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
        self.matrix.show_rows(chosen, numbers)
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


def _half_chip() -> QPointF:
    half = theme.metrics().chip / 2
    return QPointF(half, half)


def _spoken(found: RankingRow) -> str:
    share = found.coverage.share if found.coverage else {}
    parts = ", ".join(f"{number}: {part:.0%}" for number, part in share.items())
    return f"{found.candidacy.organisation} {parts}"
