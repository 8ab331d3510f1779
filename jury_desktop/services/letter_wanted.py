"""A letter to fill in, with all it may draw on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.due import Due
from jury_desktop.domain.letter import OPENS_TERM, SILENT, LetterData, LetterType
from jury_desktop.domain.rebuttal import rebuttal_in
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.term import Communication
from jury_desktop.domain.told import Act, announced, answers
from jury_desktop.services.letterhead import House

_ADVERSE = frozenset({DecisionKind.NOT_SHORTLISTED, DecisionKind.RESERVE, DecisionKind.NOT_SELECTED})
"""Decisions that a candidate may answer, whatever letter makes them known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter to fill in: what it is and to whom, how it is meant to leave, and what it may draw on."""

    selection: Selection
    house: House
    candidacy: Candidacy
    due: Due
    planned: Communication

    @property
    def call(self) -> Call:
        """The call of the selection."""
        return self.selection.call

    @property
    def act(self) -> Act:
        """What it is about: the act it makes known, or the one that its rebuttal answers."""
        rebuttals = [r for r in self.selection.rebuttals if r.id == rebuttal_in(self.due.about)]
        revision = announced(self.due.type, self.due.about)
        if revision is None and rebuttals:
            revision = answers(rebuttals[0], self.selection.letters)
        return revision.act if revision else Act.FINAL

    @property
    def decision(self) -> Decision | None:
        """The jury's decision on that act; None for one on form."""
        return self.selection.decision(self.candidacy.id, self.stage) if self.act is not Act.FORM else None

    @property
    def stage(self) -> Stage:
        """The stage of the jury that the act closes."""
        return Stage.FINAL if self.act is Act.FORM else Stage(self.act.value)

    @property
    def unconfirmed(self) -> bool:
        """Whether it tells a decision that a second person has still to confirm, by the rule of the call."""
        asked = self.call.deliberation.four_eyes and self.due.type not in SILENT
        return asked and self.decision is not None and not self.decision.confirmed

    @property
    def opens_term(self) -> bool:
        """Whether the letter names a weerwoord term: by its type, or by what was decided anew."""
        if self.due.type is not LetterType.REVISED_DECISION:
            return self.due.type in OPENS_TERM
        return self.decision is not None and self.decision.kind in _ADVERSE


Fill = Callable[[LetterData, Wanted], LetterData]
