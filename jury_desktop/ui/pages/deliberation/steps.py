"""What is done at the table besides deciding: agreeing, noting, looking again, and confirming."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from jury_desktop.domain.decision import Decision, MotivationLine, Stage
from jury_desktop.services.confirm import confirm_decision, send_back_decision, take_back_confirmation
from jury_desktop.services.decide import Deliberation
from jury_desktop.services.ports import Dossier
from jury_desktop.services.talk import (
    TalkChange,
    agree,
    ask_second_look,
    end_second_look,
    keep_notes,
    take_back_talk,
)
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb
from jury_desktop.ui.pages.deliberation.decision import DecisionPanel
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area

tr = area("minutes")

TALK: Changes = frozenset({Subject.DECISION, Subject.LETTER})


class Steps(QObject):
    """Each step of the panel as an operation with its inverse."""

    def __init__(self, shell: Shell, panel: DecisionPanel) -> None:
        super().__init__(panel)
        self._shell = shell
        self._panel = panel
        panel.agreed.connect(self.agree)
        panel.talk.kept.connect(self.keep_notes)
        panel.talk.again.connect(self.ask_again)
        panel.talk.had.connect(self.end_again)
        panel.eyes.confirmed.connect(self.confirm)
        panel.eyes.sent_back.connect(self.ask_send_back)

    def agree(self, line: MotivationLine) -> None:
        """The jury agrees on a sentence."""
        said = tr("What the jury agreed on {reference} has been kept.")
        self._talk(tr("Consensus"), said, lambda dossier, at: agree(dossier, *_place(at), line))

    def keep_notes(self) -> None:
        """Keep notes and votes as they stand."""
        notes, votes = self._panel.talk.said()
        said = tr("The notes on {reference} have been kept.")
        self._talk(tr("Notes"), said, lambda dossier, at: keep_notes(dossier, *_place(at), notes, votes))

    def ask_again(self) -> None:
        """Ask why the jury wants to come back to the candidacy."""
        found = self._panel.shown
        if found is None or (found.talk and found.talk.waiting):
            return
        title = tr("Look at {reference} again?").format(reference=found.candidacy.reference)
        text = tr("It comes back at the end of the discussion, until it has been looked at again.")
        choices = (Choice("again", tr("Look again later"), primary=True),)
        self._shell.ask(Question(title, text, choices, tr("Reason")), self._again)

    def _again(self, answer: Answer) -> None:
        said, reason = tr("{reference} comes back at the end."), answer.reason
        self._talk(tr("Look again"), said, lambda dossier, at: ask_second_look(dossier, *_place(at), reason))

    def end_again(self) -> None:
        """The second look was had."""
        said = tr("{reference} has been looked at again.")
        self._talk(tr("Looked at again"), said, lambda dossier, at: end_second_look(dossier, *_place(at)))

    def _talk(self, text: str, said: str, step: Callable[[Dossier, Deliberation], TalkChange]) -> None:
        found = self._panel.shown
        if found is None or found.sealed:
            return
        done = Always(said.format(reference=found.candidacy.reference))
        self._shell.run_operation(
            Operation(text, lambda dossier, context: step(dossier, found), TALK, _back, said=done)
        )

    # four eyes

    def confirm(self) -> None:
        """The user of the window confirms the decision on show."""
        said = tr("The decision on {reference} has been confirmed.")
        self._eyes(tr("Confirm"), said, confirm_decision)

    def ask_send_back(self) -> None:
        """Ask why the decision goes back to the jury."""
        title = tr("Send the decision back?")
        text = tr("Its letter cannot become final before the jury decided again and somebody confirmed it.")
        choices = (Choice("back", tr("Send back"), primary=True),)
        self._shell.ask(Question(title, text, choices, tr("Reason")), self._send_back)

    def _send_back(self, answer: Answer) -> None:
        said, reason = tr("The decision on {reference} has been sent back."), answer.reason
        self._eyes(tr("Send back"), said, lambda dossier, made: send_back_decision(dossier, made, reason))

    def _eyes(self, text: str, said: str, step: Callable[[Dossier, Decision], Decision]) -> None:
        found = self._panel.shown
        if found is None or found.decision is None:
            return
        earlier = found.decision

        def inverse(made: Decision) -> Verb[None]:
            return lambda dossier, context: take_back_confirmation(dossier, made, earlier)

        done = Always(said.format(reference=found.candidacy.reference))
        self._shell.run_operation(
            Operation(text, lambda dossier, context: step(dossier, earlier), TALK, inverse, said=done)
        )


def _place(found: Deliberation) -> tuple[str, Stage]:
    return found.candidacy.id, found.stage


def _back(made: TalkChange) -> Verb[None]:
    return lambda dossier, context: take_back_talk(dossier, made)
