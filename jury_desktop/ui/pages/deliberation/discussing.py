"""The first tab: the ranking at the left, the candidacy under discussion at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.standing import Ranking, RankingRow
from jury_desktop.services.decide import Deliberation, deliberation
from jury_desktop.ui.pages.deliberation.coverage import CoveragePanel
from jury_desktop.ui.pages.deliberation.deciding import Deciding
from jury_desktop.ui.pages.deliberation.decision import DecisionPanel
from jury_desktop.ui.pages.deliberation.drafts import Draft, Drafts
from jury_desktop.ui.pages.deliberation.steps import Steps
from jury_desktop.ui.pages.deliberation.table import NOTHING_BESIDE, Beside, RankingTable, row_key
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, label

tr = area("deliberation")


class Discussing(QWidget):
    """Ranking with uncertainty, coverage of the chosen, and one candidacy with its decision.

    :ivar changed: another candidacy is under discussion, or what was typed about it; ``chosen`` carries the
        id of the candidacy that the user chose.
    """

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._ranking: Ranking | None = None
        self._beside = NOTHING_BESIDE
        self.drafts = Drafts()
        self.table = RankingTable(shell.language)
        self.table.chosen.connect(self._row_chosen)
        self.coverage = CoveragePanel(shell.language)
        self.panel = DecisionPanel(shell.language)
        self.panel.edited.connect(self._edited)
        self.panel.dropped.connect(self._drop_draft)
        self.panel.unlocked.connect(self.changed)
        self.panel.conflict_wanted.connect(self._to_conflict)
        self.deciding = Deciding(shell, self.panel)
        self.deciding.kept.connect(self._kept)
        self.deciding.undone.connect(self._undone)
        self.steps = Steps(shell, self.panel)
        self._told = label("", "muted", wrap=True)
        self.tie = label("", "small", wrap=True)
        self._build()

    @property
    def ready(self) -> bool:
        """Whether a decision on the candidacy under discussion can be kept."""
        return self.panel.shown is not None and not (self.panel.shown.sealed or self.panel.locked)

    def show_ranking(
        self, ranking: Ranking, call: Call, beside: Beside = NOTHING_BESIDE, reference: str = ""
    ) -> None:
        """Show another ranking; ``reference`` is the candidacy to discuss, else the one that was."""
        self._ranking, self._beside = ranking, beside
        self.table.show_ranking(ranking.rows, beside)
        self.coverage.show_ranking(ranking, call)
        self._told.setText(_told(ranking))
        self.discuss(reference)
        if self.table.current() is None:
            self.table.choose(row_key(_first_open(ranking)))
        else:
            self._row_chosen(self.table.current())

    def move_line(self, cut: int) -> None:
        """The line lies after so many places now."""
        if self._ranking is not None:
            self._beside = replace(self._beside, cut=cut)
            self.table.show_ranking(self._ranking.rows, self._beside)

    def discuss(self, reference: str) -> None:
        """Choose the candidacy with this reference, if it is there."""
        rows = self._ranking.rows if self._ranking else ()
        found = next((row for row in rows if row.candidacy.reference == reference), None)
        if found is not None:
            self.table.choose(row_key(found))

    def unsaved(self) -> list[str]:
        """The references of those about whom something was typed and not kept."""
        unsaved = set(self.drafts.candidacies())
        rows = self._ranking.rows if self._ranking else ()
        return [row.candidacy.reference for row in rows if row.candidacy.id in unsaved]

    def _build(self) -> None:
        left = Panel(margins=(10, 10, 10, 12))
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.tie)
        left.body.addWidget(self._told)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.coverage)
        right.addWidget(self.panel, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(left, 3)
        both.addLayout(right, 2)

    def _row_chosen(self, row: RankingRow | None) -> None:
        if row is None or self._ranking is None:
            return
        tie = self._beside.ties.get(row.candidacy.id, "")
        self.tie.setText(tie)
        self.tie.setVisible(bool(tie))
        stage, key = self._ranking.stage, row.candidacy.id
        self.chosen.emit(key)
        self._shell.run_job(
            lambda dossier, context: deliberation(dossier, key, stage), self._discuss, key="deliberation-one"
        )
        self.changed.emit()

    def _discuss(self, found: Deliberation) -> None:
        """Show it, unless it is what is on show already: then what is being typed is left alone."""
        if found != self.panel.shown:
            if (draft := self.drafts.of(found)) is not None:
                self.drafts.note(found, draft)  # what was typed may have been kept by now
            self.panel.show_deliberation(found, self.drafts.of(found))
        self.changed.emit()

    def _to_conflict(self, reference: str) -> None:
        self._shell.go_to("jury", reference)

    # what is typed

    def _edited(self) -> None:
        if self.panel.shown is not None:
            self.drafts.note(self.panel.shown, self.panel.draft())
            self._show_unsaved()

    def _drop_draft(self) -> None:
        found = self.panel.shown
        if found is not None:
            self.drafts.drop((found.candidacy.id, found.stage))
            self.panel.show_deliberation(found)
            self._show_unsaved()

    def _show_unsaved(self) -> None:
        found = self.panel.shown
        self.panel.show_unsaved(found is not None and self.drafts.of(found) is not None)
        self.changed.emit()

    def _kept(self, made: Decision) -> None:
        self.drafts.drop((made.candidacy, made.stage))
        self._show_unsaved()

    def _undone(self, made: Decision, typed: Draft) -> None:
        """The decision alone is undone: what was typed for it stays, not kept."""
        self.drafts.bring_back((made.candidacy, made.stage), typed)
        shown = self.panel.shown
        if shown is not None and shown.candidacy.id == made.candidacy and shown.decision != made:
            self.panel.show_deliberation(shown, self.drafts.of(shown))
        self.changed.emit()


def _first_open(ranked: Ranking) -> RankingRow:
    return next((row for row in ranked.rows if row.decision is None), ranked.rows[0])


def _told(ranked: Ranking) -> str:
    if ranked.sealed:
        return tr("%n candidacies are sealed until every juror has submitted.", "", ranked.sealed)
    if ranked.unscored:
        return tr("%n candidacies were scored by nobody, and so have no place.", "", ranked.unscored)
    return tr("Each bar shows within which the score lies with 90 % certainty. Overlap: too close to call.")
