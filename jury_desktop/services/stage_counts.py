"""How far each stage of the procedure is, as the rail shows it: counts only, cheap enough after each save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.rebuttal import RebuttalOutcome
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.letter_book import letters_sent
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import RoundState, round_state, selection_of


class Counted(StrEnum):
    """What the rail counts: the keys of its entries, in the order of the procedure."""

    CANDIDACIES = "candidacies"
    JURY = "jury"
    ASSESSMENT = "assessment"
    PLANNING = "planning"
    LETTERS = "letters"
    REBUTTAL = "rebuttal"


@dataclass(frozen=True, slots=True)
class StageCounts:
    """The counts as text by stage key, empty where there is nothing to count.

    :param saved: when the dossier was last written, aware; None if never.
    """

    call: Call
    saved: datetime | None
    counts: Mapping[str, str]


@needs(Right.SEE_SELECTION)
def stage_counts(dossier: Dossier) -> StageCounts:
    """The counts as they are now."""
    with dossier.read() as uow:
        newest = uow.journal.newest()
        return StageCounts(uow.call, newest.at if newest else None, _counts(selection_of(uow)))


def begun_rounds(selection: Selection) -> tuple[RoundState, ...]:
    """The rounds in which somebody has to score: the pitch round once somebody is invited to it."""
    states = (round_state(selection, round_) for round_ in (Round.WRITTEN, Round.PITCH))
    return tuple(state for state in states if state.expected)


def planned(selection: Selection) -> tuple[int, int]:
    """How many of those invited to pitch have a place on the plan, of how many."""
    invited = selection.in_round(Round.PITCH)
    return sum(selection.place(candidacy.id) is not None for candidacy in invited), len(invited)


def _counts(selection: Selection) -> dict[str, str]:
    rebuttals, rounds = selection.rebuttals, begun_rounds(selection)
    concluded = sum(rebuttal.outcome is not RebuttalOutcome.OPEN for rebuttal in rebuttals)
    return {
        Counted.CANDIDACIES: str(len(selection.candidacies) or ""),
        Counted.JURY: str(sum(not juror.observer for juror in selection.jurors) or ""),
        Counted.ASSESSMENT: _percentage(rounds[-1]) if rounds else "",
        Counted.PLANNING: _fraction(*planned(selection)),
        Counted.LETTERS: _fraction(*letters_sent(selection)),
        Counted.REBUTTAL: _fraction(concluded, len(rebuttals)),
    }


def _percentage(state: RoundState) -> str:
    return f"{100 * state.submitted // state.expected}%"


def _fraction(done: int, total: int) -> str:
    return f"{done}/{total}" if total else ""
