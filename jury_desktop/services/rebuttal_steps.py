"""What is still to be done about what candidates answer, and how long they still can."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import say
from jury_desktop.domain.rebuttal import FOLLOWED, Rebuttal, answer_by
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.term import day_of_call
from jury_desktop.domain.told import answers
from jury_desktop.services.letter_words import revision_now
from jury_desktop.services.step import Step, Urgency
from jury_desktop.services.terms import term_of


def rebuttal_steps(selection: Selection, today: date) -> Iterator[Step]:
    """The rebuttals that wait for an answer or for a new decision, then what is odd about the terms."""
    for rebuttal in selection.rebuttals:
        reference = selection.candidacy(rebuttal.candidacy).reference
        if _to_revise(selection, rebuttal):
            text, button = say("steps.revise", reference=reference), say("steps.decide_button")
            yield Step(Urgency.DECIDE, text, button, "deliberation", reference)
        if rebuttal.is_open:
            yield _to_answer(selection, rebuttal, reference, today)
    yield from _past_call(selection, today)


def reply_steps(waiting: int) -> Iterator[Step]:
    """The messages that may be a rebuttal and that nobody has looked at as one."""
    if waiting:
        text = say("steps.replies", count=waiting)
        yield Step(Urgency.TODAY, text, say("steps.rebuttal_button"), "rebuttal")


def first_answer(selection: Selection, today: date) -> date | None:
    """The first day ahead by which a rebuttal that is open is to be answered."""
    days = [_due(selection, rebuttal) for rebuttal in selection.rebuttals if rebuttal.is_open]
    return min((day for day in days if day >= today), default=None)


def _due(selection: Selection, rebuttal: Rebuttal) -> date:
    letter = next(letter for letter in selection.letters if letter.id == rebuttal.letter)
    return answer_by(rebuttal, term_of(selection.call, letter))


def _to_answer(selection: Selection, rebuttal: Rebuttal, reference: str, today: date) -> Step:
    due = _due(selection, rebuttal)
    received = rebuttal.received_at.astimezone(BRUSSELS).date()
    overdue = due < today
    key = "steps.rebuttal_overdue" if overdue else "steps.rebuttal"
    text = say(key, reference=reference, received=received, due=due)
    urgent = Urgency.DECIDE if overdue else Urgency.TODAY
    return Step(urgent, text, say("steps.rebuttal_button"), "rebuttal", reference, due)


def _past_call(selection: Selection, today: date) -> Iterator[Step]:
    """A warning for all terms that end on a day later than the call's; any other runs by itself."""
    limit = day_of_call(selection.call)
    late = [each for each in _terms(selection, today) if limit is not None and each[0] > limit]
    for end, group in groupby(late, key=lambda each: each[0]):
        references = [reference for _, reference in group]
        text = say("steps.terms_past_call", count=len(references), end=end, limit=limit or end)
        yield Step(Urgency.DATED, text, say("steps.rebuttal_button"), "rebuttal", references[0], end)


def first_term(selection: Selection, today: date) -> date | None:
    """The last day of the term that ends first of those that run."""
    return next((end for end, _ in _terms(selection, today)), None)


def _terms(selection: Selection, today: date) -> list[tuple[date, str]]:
    """The last day of every term that runs, with the reference of the candidacy; the first to end on top."""
    opened = [letter for letter in selection.letters if letter.sent and letter.opens_term]
    ends = [(term_of(selection.call, x).end, selection.candidacy(x.candidacy).reference) for x in opened]
    return sorted(each for each in ends if each[0] >= today)


def _to_revise(selection: Selection, rebuttal: Rebuttal) -> bool:
    """Whether the outcome says that the decision is taken anew, and it has not been yet."""
    answered = answers(rebuttal, selection.letters)
    if rebuttal.outcome not in FOLLOWED or answered is None:
        return False
    return revision_now(selection, selection.candidacy(rebuttal.candidacy), answered.act) == answered
