"""Where the selection stands and what to do next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jury_desktop.domain.assessment import Panel
from jury_desktop.domain.call import BRUSSELS, Call, Milestone, Round
from jury_desktop.domain.rebuttal import RebuttalOutcome
from jury_desktop.domain.selection import Selection
from jury_desktop.services.letter_book import LetterRow, letter_rows
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.next_steps import Step, next_steps
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


class Stage(StrEnum):
    """Keys of the rail, in the order of the procedure."""

    CANDIDACIES = "candidacies"
    JURY = "jury"
    ASSESSMENT = "assessment"
    PLANNING = "planning"
    LETTERS = "letters"
    REBUTTAL = "rebuttal"


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures; pairs are (done, to do). ``days`` to ``milestone``, None when all lie behind."""

    candidacies: int
    admissible: int
    sheets: tuple[int, int]
    pitches: tuple[int, int]
    milestone: Milestone | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the first page, and the counts on the rail (text by stage key)."""

    call: Call
    today: date
    figures: Figures
    steps: tuple[Step, ...]
    per_challenge: dict[int, int]
    counts: dict[str, str]


def overview(dossier: Dossier) -> Overview:
    """The state of the dossier today."""
    today = dossier.now().astimezone(BRUSSELS).date()
    with dossier.read() as uow:
        selection = selection_of(uow)
        letters = letter_rows(selection, house_of(selection, uow.settings))
    figures = _figures(selection, today)
    return Overview(
        selection.call,
        today,
        figures,
        next_steps(selection, letters, today),
        _per_challenge(selection),
        _counts(selection, figures, letters),
    )


def active_panel(selection: Selection) -> Panel:
    """The round that is being scored: the pitch round once somebody is invited to it."""
    pitch = selection.panel(Round.PITCH)
    return pitch if pitch.expected else selection.panel(Round.WRITTEN)


def _figures(selection: Selection, today: date) -> Figures:
    panel = active_panel(selection)
    coming = _next_milestone(selection.call, today)
    return Figures(
        len(selection.candidacies),
        sum(candidacy.takes_part for candidacy in selection.candidacies),
        (len(panel.submitted), len(panel.expected)),
        _planned(selection),
        coming,
        (coming.end - today).days if coming and coming.end else None,
    )


def _next_milestone(call: Call, today: date) -> Milestone | None:
    ahead = [m for m in call.milestones if m.end is not None and m.end >= today]
    return min(ahead, key=lambda m: m.end or today) if ahead else None


def _planned(selection: Selection) -> tuple[int, int]:
    invited = selection.in_round(Round.PITCH)
    return sum(selection.place(candidacy.id) is not None for candidacy in invited), len(invited)


def _per_challenge(selection: Selection) -> dict[int, int]:
    counts = Counter(number for candidacy in selection.candidacies for number in candidacy.challenges)
    return {challenge.number: counts[challenge.number] for challenge in selection.call.challenges}


def _counts(selection: Selection, figures: Figures, letters: tuple[LetterRow, ...]) -> dict[str, str]:
    rebuttals = selection.rebuttals
    concluded = sum(rebuttal.outcome is not RebuttalOutcome.OPEN for rebuttal in rebuttals)
    return {
        Stage.CANDIDACIES: str(figures.candidacies or ""),
        Stage.JURY: str(len(selection.jurors) or ""),
        Stage.ASSESSMENT: _percentage(*figures.sheets),
        Stage.PLANNING: _fraction(*figures.pitches),
        Stage.LETTERS: _fraction(sum(row.sent for row in letters), len(letters)),
        Stage.REBUTTAL: _fraction(concluded, len(rebuttals)),
    }


def _percentage(done: int, total: int) -> str:
    return f"{100 * done // total}%" if total else ""


def _fraction(done: int, total: int) -> str:
    return f"{done}/{total}" if total else ""
