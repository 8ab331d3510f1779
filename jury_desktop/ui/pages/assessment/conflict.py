"""A juror who finds out at the desk that a candidacy comes too close says so there."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.jury_changes import JuryChange
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import SheetView
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Operation, Subject
from jury_desktop.ui.pages.assessment import verbs
from jury_desktop.ui.pages.assessment.keeper import SheetKeeper
from jury_desktop.ui.shell import Answer, Choice, Question
from jury_desktop.ui.text import area

tr = area("assessment")

CHANGES: Changes = frozenset({Subject.CONFLICT, Subject.SHEET})


@dataclass(frozen=True, slots=True)
class Declare:
    """The juror of a sheet declares a conflict of interest with its candidacy."""

    place: verbs.Place
    reason: str

    def __call__(self, dossier: Dossier, context: JobContext) -> JuryChange:
        juror, candidacy, _round = self.place
        return declare_conflict(dossier, juror, candidacy, self.reason, by_juror=True)


class ConflictStep:
    """Asks why, and declares the conflict. Taking it back is for the officer: the juror sees it no more."""

    def __init__(self, keeper: SheetKeeper) -> None:
        self._keeper = keeper

    def ask(self) -> None:
        """Ask about the candidacy on show."""
        view = self._keeper.form.view
        if view is not None and not self._keeper.waiting and self._keeper.may_leave():
            self._keeper.shell.ask(_question(view), self._declared)

    def _declared(self, answer: Answer) -> None:
        verb = Declare(self._keeper.place, answer.reason)
        text = tr("Declare a conflict of interest")
        self._keeper.shell.run_operation(Operation(text, verb, CHANGES, Final.ASIDE, said=_said))


def _question(view: SheetView) -> Question:
    text = tr("From now on you see nothing of {reference} any more, nor its scores, and you do not score it.")
    if view.sheet.submitted:
        submitted = tr("You have submitted already; that sheet no longer counts.")
        text = f"{text} {submitted}"
    title = tr("A conflict of interest with {reference}?").format(reference=view.candidacy.reference)
    choices = (Choice("declare", tr("Declare it"), danger=True),)
    return Question(title, text.format(reference=view.candidacy.reference), choices, tr("Reason"))


def _said(change: JuryChange) -> str:
    said = tr("The conflict of interest has been declared.")
    if change.uncounted:
        uncounted = tr("The sheet that {name} had submitted no longer counts.")
        said = f"{said} {uncounted.format(name=change.uncounted)}"
    return said
