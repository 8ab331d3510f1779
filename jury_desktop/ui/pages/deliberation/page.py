"""The deliberation page: ranking at the left, the candidacy under discussion at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.standing import Ranking, RankingRow
from jury_desktop.services.decide import Deliberation, decide, deliberation, take_back_decision
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.deliberation.coverage import CoveragePanel
from jury_desktop.ui.pages.deliberation.decision import DecisionPanel
from jury_desktop.ui.pages.deliberation.drafts import Drafts
from jury_desktop.ui.pages.deliberation.table import RankingTable, row_key
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, label
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.switch import Switch

tr = area("deliberation")

DECISIONS: Changes = frozenset({Subject.DECISION, Subject.LETTER})
LOW = 720
"""Below this height of the page the coverage starts folded, so that there is room to write."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: the call and the ranking of a stage."""

    call: Call
    ranking: Ranking


class DeliberationPage(Page):
    """Ranking with uncertainty, coverage of the chosen, and one candidacy under discussion.

    Scores show only once the call's rule has opened them. The program proposes sentences; people decide.
    """

    key = "deliberation"
    subjects = frozenset(
        {
            Subject.DECISION,
            Subject.SHEET,
            Subject.CANDIDACY,
            Subject.CONFLICT,
            Subject.JUROR,
            Subject.PLAN,
            Subject.LETTER,
        }
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._seen: Seen | None = None
        self._wanted = ""
        self._drafts = Drafts()
        self._low = False
        stages = ((Stage.SHORTLIST.value, tr("After the written round")), (Stage.FINAL.value, tr("Final")))
        self.stages = Switch(stages, tr("Stage"))
        self.stages.choose(Stage.FINAL.value)
        self.stages.chosen.connect(self._stage_chosen)
        self.table = RankingTable(shell.language)
        self.table.chosen.connect(self._row_chosen)
        self.coverage = CoveragePanel()
        self.panel = DecisionPanel(shell.language)
        self.panel.edited.connect(self._edited)
        self.panel.dropped.connect(self._drop_draft)
        self.panel.unlocked.connect(self.header_changed)
        self._told = label("", "muted", wrap=True)
        self._build()

    def title(self) -> str:
        return tr("Deliberation")

    def subtitle(self) -> str:
        if self._seen is None or not self._seen.ranking.rows:
            return ""
        text = tr("%n candidates", "", len(self._seen.ranking.rows))
        drafts = len(self._drafts.candidacies())
        unsaved = tr("%n not saved", "", drafts)
        return f"{text} · {unsaved}" if drafts else text

    def page_actions(self) -> Sequence[Action]:
        ready = self.panel.shown is not None and not (self.panel.shown.sealed or self.panel.locked)
        text = tr("Keep decision")
        return (
            Action("deliberation.keep", text, self._decide, icon="check", place=Place.PRIMARY, enabled=ready),
        )

    def refresh(self, changed: Changes) -> None:
        stage, ref = Stage(self.stages.current()), self._wanted
        self.load(lambda dossier, context: _read(dossier, stage, ref), self._show)

    def show_object(self, ref: str) -> None:
        """``ref`` is the reference of a candidacy; it opens in the last stage that decides on it."""
        self._wanted = ref
        self.refresh(frozenset(Subject))

    def leave(self) -> bool:
        unsaved = set(self._drafts.candidacies())
        rows = self._seen.ranking.rows if self._seen else ()
        names = [row.candidacy.reference for row in rows if row.candidacy.id in unsaved]
        if names:
            text = tr("Not saved yet: the motivation of {list}.").format(list=", ".join(names))
            back = Back(self.shell, names[0])
            self.shell.notify(Notice(text, Tone.WARN, tr("Go back"), back, topic=self.key, everywhere=True))
        return True

    def _build(self) -> None:
        left = Panel(margins=(10, 10, 10, 12))
        line = QHBoxLayout()
        line.addWidget(self.stages)
        line.addStretch(1)
        left.body.addLayout(line)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self._told)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.coverage)
        right.addWidget(self.panel, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(left, 3)
        both.addLayout(right, 2)
        self.column().addLayout(both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < LOW
        if low != self._low:
            self._low = low
            self.coverage.fold(low)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        ranked = seen.ranking
        self.stages.choose(ranked.stage.value)
        if ranked.rows:
            self._show_ranking(seen)
        else:
            self.show_empty(self._nothing())
        self.header_changed.emit()

    def _show_ranking(self, seen: Seen) -> None:
        ranked = seen.ranking
        self.show_content()
        self.table.show_ranking(ranked.rows)
        self.coverage.show_ranking(ranked, seen.call)
        self._told.setText(_told(ranked))
        self._choose_wanted()
        if self.table.current() is None:
            self.table.choose(row_key(_first_open(ranked)))
        else:
            self._row_chosen(self.table.current())

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "scale",
            tr("Nothing to deliberate yet"),
            tr("First judge which candidacies are admissible. Then the jury can score them."),
            tr("To candidacies"),
            self._to_candidacies,
        )

    def _to_candidacies(self) -> None:
        self.shell.go_to("candidacies")

    def _stage_chosen(self, _stage: str) -> None:
        self._wanted = ""
        self.refresh(frozenset(Subject))

    def _choose_wanted(self) -> None:
        rows = self._seen.ranking.rows if self._seen else ()
        found = next((row for row in rows if row.candidacy.reference == self._wanted), None)
        self._wanted = ""
        if found is not None:
            self.table.choose(row_key(found))

    def _row_chosen(self, row: RankingRow | None) -> None:
        if row is None:
            return
        stage, key = Stage(self.stages.current()), row.candidacy.id
        self.shell.run_job(
            lambda dossier, context: deliberation(dossier, key, stage), self._discuss, key="deliberation-one"
        )
        self.header_changed.emit()

    def _discuss(self, found: Deliberation) -> None:
        """Show it, unless it is what is on show already: then what is being typed is left alone."""
        if found != self.panel.shown:
            self.panel.show_deliberation(found, self._drafts.of(found))
        self.header_changed.emit()

    # deciding

    def _edited(self) -> None:
        if self.panel.shown is not None:
            self._drafts.note(self.panel.shown, self.panel.draft())
            self._show_unsaved()

    def _drop_draft(self) -> None:
        found = self.panel.shown
        if found is not None:
            self._drafts.drop((found.candidacy.id, found.stage))
            self.panel.show_deliberation(found)
            self._show_unsaved()

    def _show_unsaved(self) -> None:
        found = self.panel.shown
        self.panel.show_unsaved(found is not None and self._drafts.of(found) is not None)
        self.header_changed.emit()

    def _decide(self) -> None:
        self._keep()

    def _keep(self, reason: str = "") -> None:
        """Keep what the panel says; after the candidate was told it is a formal revision, with a reason."""
        found = self.panel.shown
        if found is None or found.sealed:
            return
        if (kind := self.panel.kind()) is None:
            self._ask_kind(found.candidacy.reference)
            return
        key, earlier = found.candidacy.id, found.decision
        summary, lines = self.panel.summary.toPlainText(), self.panel.lines()

        def verb(dossier: Dossier, context: JobContext) -> Decision:
            return decide(dossier, key, kind, summary, lines, reason)

        def inverse(made: Decision) -> Verb[None]:
            return lambda dossier, context: take_back_decision(dossier, made, earlier)

        text = tr("Decision on {reference}").format(reference=found.candidacy.reference)
        said = Always(
            tr("The decision on {reference} has been kept.").format(reference=found.candidacy.reference)
        )
        operation = Operation(
            text, verb, DECISIONS, inverse, done=self._kept, failed=self._not_kept, said=said
        )
        self.shell.run_operation(operation)

    def _ask_kind(self, reference: str) -> None:
        text = tr("First choose the decision on {reference}. What you wrote is still there.")
        self.shell.notify(Notice(text.format(reference=reference), Tone.WARN, topic=self.key))
        self.panel.kinds.setFocus()

    def _not_kept(self, error: JuryError) -> None:
        if error.message.key != "decision.letter_sent":
            self.shell.notify(Notice(error.message, Tone.BAD))
            return
        choices = (Choice("revise", tr("Revise the decision"), primary=True),)
        title, reason = tr("Revise the decision?"), tr("Reason (comes into the letter)")
        self.shell.ask(Question(title, error.message, choices, reason), self._revise)

    def _revise(self, answer: Answer) -> None:
        self._keep(answer.reason)

    def _kept(self, made: Decision) -> None:
        self._drafts.drop((made.candidacy, made.stage))
        self._show_unsaved()


class Back:
    """Goes back to a candidacy under discussion."""

    def __init__(self, shell: Shell, reference: str) -> None:
        self._shell, self._reference = shell, reference

    def __call__(self) -> None:
        self._shell.go_to("deliberation", self._reference)


def _read(dossier: Dossier, stage: Stage, ref: str = "") -> Seen:
    """The ranking of a stage, of the shortlist while there is no other; with the reference of a candidacy
    that of the last stage that decides on it."""
    with dossier.read() as uow:
        call = uow.call
    final = ranking(dossier, Stage.FINAL)
    fits = any(row.candidacy.reference == ref for row in final.rows) if ref else stage is Stage.FINAL
    return Seen(call, final if fits and final.rows else ranking(dossier, Stage.SHORTLIST))


def _first_open(ranked: Ranking) -> RankingRow:
    return next((row for row in ranked.rows if row.decision is None), ranked.rows[0])


def _told(ranked: Ranking) -> str:
    if ranked.sealed:
        return tr("%n candidacies are sealed until every juror has submitted.", "", ranked.sealed)
    return tr("Each bar shows how far the score would move with other jurors. Overlap: too close to call.")
