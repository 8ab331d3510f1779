"""What a letter that left made known, and whether that was formally decided anew since."""

from __future__ import annotations

from enum import StrEnum

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import FOLLOWED
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.told import Act, Revision, announced, answers
from jury_desktop.services.letter_words import revision_now


class Replaced(StrEnum):
    """Whether what a letter made known was formally decided anew."""

    NOT = ""
    UNTOLD = "untold"
    """It was, and no letter that tells so has left: its reader still goes by what it says."""
    TOLD = "told"
    """It was, and a later letter told so; or its reader withdrew, and is owed nothing."""


def replaced(selection: Selection, letter: Letter) -> Replaced:
    """Whether what a letter made known was formally decided anew since."""
    made, candidacy = made_known(selection, letter), selection.candidacy(letter.candidacy)
    if made is None or revision_now(selection, candidacy, made.act).number <= made.number:
        return Replaced.NOT
    if candidacy.admissibility is Admissibility.WITHDRAWN:
        return Replaced.TOLD
    left = (made_known(selection, each) for each in selection.letters_to(candidacy.id) if each.sent)
    later = any(each and each.act is made.act and each.number > made.number for each in left)
    return Replaced.TOLD if later else Replaced.UNTOLD


def made_known(selection: Selection, letter: Letter) -> Revision | None:
    """The newest revision that a letter may have made known. An outcome tells the decision as it stood when
    the letter was made; where it follows the rebuttal, at least the one after what it answers."""
    rebuttal = next((each for each in selection.rebuttals if each.id == letter.about), None)
    if rebuttal is None or letter.type != LetterType.REBUTTAL_OUTCOME:
        return announced(LetterType(letter.type), letter.about)
    answered = answers(rebuttal, selection.letters)
    if answered is None:
        return None
    decided = (
        selection.decision(letter.candidacy, Stage(answered.act)) if answered.act is not Act.FORM else None
    )
    known = decided.revised if decided is not None and decided.decided_at <= letter.created_at else 0
    return Revision(answered.act, max(answered.number + (rebuttal.outcome in FOLLOWED), known))
