"""What candidates have been told of what was decided about them. Until then a decision can be edited; after
that it can only be revised, with a reason, and the revision has to be told in its turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import UNHEARD, Rebuttal


class Act(StrEnum):
    """What may be decided about a candidacy: whether it is admissible, and the two stages of the jury."""

    FORM = "form"
    SHORTLIST = "shortlist"
    FINAL = "final"


ACTS = {
    LetterType.LATE: Act.FORM,
    LetterType.INADMISSIBLE: Act.FORM,
    LetterType.INVITATION: Act.SHORTLIST,
    LetterType.NOT_SHORTLISTED: Act.SHORTLIST,
    LetterType.SELECTED: Act.FINAL,
    LetterType.RESERVE: Act.FINAL,
    LetterType.NOT_SELECTED: Act.FINAL,
}
"""Which act a letter makes known for the first time."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An act as it was first taken (``number`` 0) or after it was formally revised that many times."""

    act: Act
    number: int = 0

    @property
    def key(self) -> str:
        """What a letter keeps of it: "final.1"."""
        return f"{self.act}.{self.number}"

    def is_before(self, decision: Decision) -> bool:
        """Whether a decision on the same act was formally revised since."""
        now = revision_of(decision)
        return self.act is now.act and self.number < now.number


def revision_of(decision: Decision) -> Revision:
    """The revision of a jury's decision as it stands now."""
    return Revision(act_of(decision.stage), decision.revised)


def act_of(stage: Stage) -> Act:
    """The act that closes a stage."""
    return Act(stage.value)


def announced(type_: LetterType, about: str) -> Revision | None:
    """The revision that a letter of this type makes known by itself; None when it announces no decision."""
    if type_ is LetterType.REVISED_DECISION:
        act, _, number = about.partition(".")
        return Revision(Act(act), int(number))
    return Revision(ACTS[type_]) if type_ in ACTS else None


DECIDED = {
    LetterType.INVITATION: DecisionKind.INVITED,
    LetterType.NOT_SHORTLISTED: DecisionKind.NOT_SHORTLISTED,
    LetterType.SELECTED: DecisionKind.SELECTED,
    LetterType.RESERVE: DecisionKind.RESERVE,
    LetterType.NOT_SELECTED: DecisionKind.NOT_SELECTED,
}
"""The decision of the jury that a letter makes known for the first time; a revision may be any."""


def told_before(decision: Decision, letters: Iterable[Letter]) -> Letter | None:
    """The last letter that left with a decision as it was before it was revised, if any did."""
    now = revision_of(decision)
    made = [(announced(LetterType(x.type), x.about), x) for x in letters]
    told = [x for known, x in made if known and known.act is now.act and known.number < now.number]
    left = [x for x in told if x.candidacy == decision.candidacy and x.sent_at is not None]
    return max(left, key=lambda letter: letter.sent_at or letter.created_at, default=None)


def is_told(
    revision: Revision, decided: Decision | None, rebuttals: Iterable[Rebuttal], letters: Iterable[Letter]
) -> bool:
    """Whether a letter that left made a revision known to the candidate with these rebuttals and letters.

    The outcome of a rebuttal tells what was ``decided`` on it before it was made.
    """
    letters = tuple(letters)
    if any(announced(LetterType(x.type), x.about) == revision for x in letters if x.sent):
        return True
    if revision.number == 0 or decided is None:
        return False
    rebuttal = told_by_outcome(decided, rebuttals, letters)
    outcome = _outcome(rebuttal, letters) if rebuttal is not None else None
    return outcome is not None and outcome.sent


def answers(rebuttal: Rebuttal, letters: Iterable[Letter]) -> Revision | None:
    """The revision that a rebuttal is about: that of the letter it answers."""
    letter = next((letter for letter in letters if letter.id == rebuttal.letter), None)
    return announced(LetterType(letter.type), letter.about) if letter is not None else None


def told_by_outcome(
    decision: Decision, rebuttals: Iterable[Rebuttal], letters: Iterable[Letter]
) -> Rebuttal | None:
    """The rebuttal whose outcome letter makes this revision of a decision known, so that no other has to.

    It answers the decision as it was before, however often that was revised since, was not shut out, and its
    outcome has not left too early.
    """
    letters = tuple(letters)
    for rebuttal in rebuttals:
        outcome = _outcome(rebuttal, letters)
        early = outcome is not None and outcome.sent and outcome.created_at < decision.decided_at
        shut_out = rebuttal.outcome in UNHEARD
        answered = answers(rebuttal, letters)
        if answered is not None and answered.is_before(decision) and not shut_out and not early:
            return rebuttal
    return None


def _outcome(rebuttal: Rebuttal, letters: Iterable[Letter]) -> Letter | None:
    wanted = (LetterType.REBUTTAL_OUTCOME.value, rebuttal.id)
    return next((letter for letter in letters if (letter.type, letter.about) == wanted), None)
