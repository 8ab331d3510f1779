"""Keeping a decision: with its inverse, and as a formal revision once the candidate has been told. What may
have been overlooked is asked first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.decision import Decision
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.decide import Deliberation, decide, take_back_decision
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb
from jury_desktop.ui.pages.deliberation.decision import DecisionPanel
from jury_desktop.ui.pages.deliberation.drafts import Draft, kept_draft
from jury_desktop.ui.pages.deliberation.words import decision_name
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("deliberation")

DECISIONS: Changes = frozenset({Subject.DECISION, Subject.LETTER})
TOPIC = "deliberation"


class Deciding(QObject):
    """Keeps what the panel says.

    :ivar kept: a decision has been kept; carries it. ``undone``: it was taken back; carries it, and the
        fields as they stood when it was kept.
    """

    kept = Signal(object)
    undone = Signal(object, object)

    def __init__(self, shell: Shell, panel: DecisionPanel) -> None:
        super().__init__(panel)
        self._shell = shell
        self._panel = panel

    @asks(decide)
    def keep(self) -> None:
        """Keep the decision as the panel has it, unless nobody chose one yet."""
        found = self._panel.shown
        doubts = _overlooked(found, self._panel.draft()) if found and not found.sealed else []
        if not doubts or self._panel.kind() is None:
            self._keep()
            return
        choices = (Choice("keep", tr("Keep it all the same"), primary=True),)
        title = tr("Keep this decision?")
        self._shell.ask(Question(title, "\n\n".join(doubts), choices), lambda answer: self._keep())

    def _keep(self, reason: str = "") -> None:
        """After the candidate was told it is a formal revision, with a reason."""
        found = self._panel.shown
        if found is None or found.sealed:
            return
        if (kind := self._panel.kind()) is None:
            self._ask_kind(found.candidacy.reference)
            return
        key, earlier = found.candidacy.id, found.decision
        draft, lines = self._panel.draft(), self._panel.lines()
        summary = draft.summary

        def verb(dossier: Dossier, context: JobContext) -> Decision:
            seen = () if earlier is None else (earlier,)
            return decide(dossier, key, kind, summary, lines, reason, seen=seen)

        def inverse(made: Decision) -> Verb[None]:
            return lambda dossier, context: take_back_decision(dossier, made, earlier)

        reference = found.candidacy.reference
        text = tr("Decision on {reference}").format(reference=reference)
        said = Always(tr("The decision on {reference} has been kept.").format(reference=reference))
        operation = Operation(
            text,
            verb,
            DECISIONS,
            inverse,
            done=self._done,
            failed=self._not_kept,
            said=said,
            undone=lambda made: self.undone.emit(made, draft),
        )
        self._shell.run_operation(operation)

    def _done(self, made: Decision) -> None:
        self._shell.withdraw(TOPIC)
        self.kept.emit(made)

    def _ask_kind(self, reference: str) -> None:
        text = tr("First choose the decision on {reference}. What you wrote is still there.")
        self._shell.notify(Notice(text.format(reference=reference), Tone.WARN, topic=TOPIC))
        self._panel.kinds.setFocus()

    def _not_kept(self, error: JuryError) -> None:
        if error.message.key == "decision.motivation_missing":
            self._panel.show_summary()
        if error.message.key != "decision.letter_sent":
            self._shell.notify(Notice(error.message, Tone.BAD, topic=TOPIC))
            return
        choices = (Choice("revise", tr("Revise the decision"), primary=True),)
        title, reason = tr("Revise the decision?"), tr("Reason (comes into the letter)")
        self._shell.ask(Question(title, error.message, choices, reason), self._revise)

    def _revise(self, answer: Answer) -> None:
        self._keep(answer.reason)


def _overlooked(found: Deliberation, draft: Draft) -> list[str]:
    """What may have been overlooked: a second look that was not had, and the reasons of another decision."""
    doubts = []
    if found.talk is not None and found.talk.waiting is not None:
        text = tr("The jury still wants to look at {reference} again: {reason}")
        reference = found.candidacy.reference
        doubts.append(text.format(reference=reference, reason=found.talk.waiting.reason))
    kept = kept_draft(found)
    other = found.decision is not None and draft.kind is not None and draft.kind is not found.decision.kind
    if other and (draft.summary, draft.texts) == (kept.summary, kept.texts) and kept.kind is not None:
        text = tr(
            "The motivation is still that of the decision “{decision}”. It comes into the letter as it is."
        )
        doubts.append(text.format(decision=decision_name(kept.kind)))
    return doubts
