"""The weerwoord: the term of every sent decision, what came in, and how it ended."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.due import OPENS_TERM
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import Point, Rebuttal, RebuttalOutcome
from jury_desktop.domain.sheet import Item, items_of
from jury_desktop.domain.term import Channel, Communication, Term, TermRules, term
from jury_desktop.services.closing_days import closing_days
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change


@dataclass(frozen=True, slots=True)
class TermRow:
    """The term of one sent decision letter. ``days_left`` is negative once it has passed;
    ``items`` are what the candidacy was scored on, for an argument to be about."""

    candidacy: Candidacy
    letter: Letter
    term: Term
    days_left: int
    rebuttals: tuple[Rebuttal, ...]
    items: tuple[Item, ...]


def terms(dossier: Dossier) -> tuple[TermRow, ...]:
    """Every running or ended term, the one that ends first on top."""
    today = dossier.now().astimezone(BRUSSELS).date()
    with dossier.read() as uow:
        letters = [letter for letter in uow.letters.find(state=LetterState.SENT) if letter.type in OPENS_TERM]
        rows = [_row(uow, letter, today) for letter in letters]
    return tuple(sorted(rows, key=lambda row: (row.term.end, row.candidacy.reference)))


def decision_letter(dossier: Dossier, candidacy: str) -> Letter:
    """The newest sent letter with a decision that the candidate may answer; refused where none was sent."""
    with dossier.read() as uow:
        sent = [x for x in uow.letters.find(candidacy=candidacy) if x.sent_at and x.type in OPENS_TERM]
    if not sent:
        raise RuleError(say("rebuttal.letter_not_sent"))
    return max(sent, key=lambda letter: letter.sent_at or letter.created_at)


def term_of(uow: UnitOfWork, letter: Letter) -> Term:
    """The term that the dispatch of a letter started."""
    if letter.sent_at is None:
        raise RuleError(say("rebuttal.letter_not_sent"))
    sent = letter.sent_at.astimezone(BRUSSELS).date()
    return term_from(uow, sent, Channel(letter.channel))


def term_from(uow: UnitOfWork, sent: date, channel: Channel) -> Term:
    """The term if a decision were communicated on a date through a channel, by the rules of the call."""
    rules = TermRules.from_call(uow.call.rebuttal)
    return term(Communication(sent, channel), rules, closing_days(uow.call.rebuttal.extra_closing_days))


def explain_term(
    communicated: date,
    channel: str,
    presented: date | None = None,
    *,
    days: int = 14,
    shift: bool = True,
    third_working_day: int = 1,
) -> Term:
    """The term of a decision communicated on a date, apart from any dossier, with its trace."""
    if days < 1:
        raise refuse("term.outside_calendar", days=days)
    rules = TermRules(days_to_submit=days, shift=shift, third_working_day=third_working_day)
    try:
        return term(Communication(communicated, Channel(channel), presented), rules, closing_days())
    except OverflowError:
        raise refuse("term.outside_calendar", days=days) from None


def register_rebuttal(
    dossier: Dossier,
    letter: str,
    received_at: datetime,
    channel: str,
    points: tuple[Point, ...],
    mail: str | None = None,
) -> Rebuttal:
    """Keeps a rebuttal that came in, timely or not; at least one point is needed."""
    if not any(point.text.strip() for point in points):
        raise refuse("rebuttal.point_missing")
    with dossier.change() as uow:
        answered = uow.letters.get(letter)
        term_of(uow, answered)
        new = Rebuttal(uuid.uuid4().hex, answered.candidacy, letter, received_at, channel, points, mail=mail)
        return _keep(uow, "rebuttal.registered", None, new)


def in_time(row: TermRow, rebuttal: Rebuttal) -> bool:
    """Whether a rebuttal came within its term; the last minute counts in full."""
    return row.term.met_by(rebuttal.received_at, rebuttal.received_at)


def answer_points(dossier: Dossier, rebuttal: str, points: tuple[Point, ...]) -> Rebuttal:
    """Keeps the jury's answer to each point."""
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        _refuse_when_ended(old)
        return _keep(uow, "rebuttal.answered", old, replace(old, points=points))


def conclude_rebuttal(dossier: Dossier, rebuttal: str, outcome: RebuttalOutcome, text: str) -> Rebuttal:
    """Ends a rebuttal; refused while a point has no answer (a late one needs none) or without reasons."""
    if not text.strip():
        raise refuse("rebuttal.reasons_missing")
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        _refuse_when_ended(old)
        unanswered = [point for point in old.points if not point.answer.strip()]
        if unanswered and outcome is not RebuttalOutcome.INADMISSIBLE:
            raise RuleError(say("rebuttal.answer_missing", point=unanswered[0].text))
        return _keep(uow, "rebuttal.concluded", old, replace(old, outcome=outcome, outcome_text=text.strip()))


def _row(uow: UnitOfWork, letter: Letter, today: date) -> TermRow:
    found = term_of(uow, letter)
    return TermRow(
        uow.candidacies.get(letter.candidacy),
        letter,
        found,
        (found.end - today).days,
        uow.rebuttals.find(letter=letter.id),
        _items(uow, letter),
    )


def _items(uow: UnitOfWork, letter: Letter) -> tuple[Item, ...]:
    chosen = uow.candidacies.get(letter.candidacy).challenges
    rubric = uow.call.rubric
    return tuple({i.key: i for r in Round for i in items_of(rubric, chosen, r)}.values())


def _keep(uow: UnitOfWork, action: str, old: Rebuttal | None, new: Rebuttal) -> Rebuttal:
    uow.rebuttals.save(new)
    record_change(uow, action, ("candidacy", uow.candidacies.get(new.candidacy).reference), old, new)
    return new


def _refuse_when_ended(rebuttal: Rebuttal) -> None:
    if rebuttal.outcome is not RebuttalOutcome.OPEN:
        raise RuleError(say("rebuttal.ended"))
