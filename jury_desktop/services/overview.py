"""Where the selection stands and what to do next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from jury_desktop.domain.call import BRUSSELS, Call, Milestone
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.letter_book import letter_rows
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.mail_steps import mail_steps, proof_steps
from jury_desktop.services.next_steps import next_steps
from jury_desktop.services.over import is_over
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_mail import replies
from jury_desktop.services.rebuttal_steps import first_answer, first_term, reply_steps
from jury_desktop.services.retention import retention_of, retention_steps
from jury_desktop.services.rounds import RoundState
from jury_desktop.services.stage_counts import begun_rounds, planned
from jury_desktop.services.step import Step
from jury_desktop.services.table_steps import meeting_steps


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures. ``days`` to the start of ``milestone``, or to its end once it is ``under_way``; None
    when all lie behind or are over in fact.

    :param rounds: the rounds in which somebody has to score, in their order; the last one is going on.
    :param pitches: how many have a place on the plan, of how many.
    """

    candidacies: int
    admissible: int
    rounds: tuple[RoundState, ...]
    pitches: tuple[int, int]
    milestone: Milestone | None
    days: int | None
    under_way: bool
    """Whether the milestone takes more than a day, and today is one of them."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the first page.

    :param first_term: the last day of the weerwoord term that ends first of those that run; None without one.
    :param first_answer: the first day ahead by which a rebuttal is to be answered; None without one.
    """

    call: Call
    today: date
    figures: Figures
    steps: tuple[Step, ...]
    per_challenge: dict[int, int]
    first_term: date | None = None
    first_answer: date | None = None


@needs(Right.SEE_SELECTION)
def overview(dossier: Dossier) -> Overview:
    """The state of the dossier today."""
    today = dossier.now().astimezone(BRUSSELS).date()
    selection, waiting = known(dossier).selection, len(replies(dossier))
    with dossier.read() as uow:
        house = house_of(selection.call, uow.settings)
        letters = letter_rows(selection, house)
        mail = tuple(mail_steps(uow, today))
        noted = {meeting.stage for meeting in uow.meetings.find()}
        kept = retention_of(uow)
    return Overview(
        selection.call,
        today,
        _figures(selection, today),
        (
            *mail,
            *proof_steps(selection),
            *next_steps(selection, house, letters, today),
            *reply_steps(waiting),
            *meeting_steps(selection, noted),
            *retention_steps(kept, today),
        ),
        _per_challenge(selection),
        first_term(selection, today),
        first_answer(selection, today),
    )


def _figures(selection: Selection, today: date) -> Figures:
    coming = _next_milestone(selection, today)
    under_way = coming is not None and coming.start != coming.end and (coming.start or today) <= today
    aim = coming and (coming.end if under_way else coming.start or coming.end)
    return Figures(
        len(selection.candidacies),
        sum(candidacy.takes_part for candidacy in selection.candidacies),
        begun_rounds(selection),
        planned(selection),
        coming,
        (aim - today).days if aim else None,
        under_way,
    )


def _next_milestone(selection: Selection, today: date) -> Milestone | None:
    """The first that ends today or later, and for which something has still to happen."""
    ahead = [m for m in selection.call.milestones if m.end is not None and m.end >= today]
    ordered = sorted(ahead, key=lambda m: m.end or today)
    return next((each for each in ordered if not is_over(selection, each)), None)


def _per_challenge(selection: Selection) -> dict[int, int]:
    counts = Counter(number for candidacy in selection.candidacies for number in candidacy.challenges)
    return {challenge.number: counts[challenge.number] for challenge in selection.call.challenges}
