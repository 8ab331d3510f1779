"""The weerwoord: the term of every sent decision, what came in, and how it ended."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import Point, Rebuttal, RebuttalOutcome
from jury_desktop.domain.sheet import Item, items_of
from jury_desktop.domain.term import Term
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.terms import communicated, term_of
from jury_desktop.services.undoing import refuse_changed_since


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
        letters = [letter for letter in uow.letters.find(state=LetterState.SENT) if letter.opens_term]
        rows = [_row(uow, letter, today) for letter in letters]
    return tuple(sorted(rows, key=lambda row: (row.term.end, row.candidacy.reference)))


def decision_letter(dossier: Dossier, candidacy: str) -> Letter:
    """The newest sent letter with a decision that the candidate may answer; refused where none was sent."""
    with dossier.read() as uow:
        sent = [x for x in uow.letters.find(candidacy=candidacy) if x.sent and x.opens_term]
    if not sent:
        raise RuleError(say("rebuttal.letter_not_sent"))
    return max(sent, key=lambda letter: letter.sent_at or letter.created_at)


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
        communicated(answered)
        new = Rebuttal(uuid.uuid4().hex, answered.candidacy, letter, received_at, channel, points, mail=mail)
        return _keep(uow, "rebuttal.registered", None, new)


def in_time(row: TermRow, rebuttal: Rebuttal) -> bool:
    """Whether a rebuttal came within its term; the last minute counts in full."""
    return row.term.met_by(rebuttal.received_at, rebuttal.received_at)


def answer_points(
    dossier: Dossier, rebuttal: str, points: tuple[Point, ...], *, undoes: Rebuttal | None = None
) -> Rebuttal:
    """Keeps the jury's answer to each point.

    :param undoes: what the step that this takes back gave; refused when it was answered anew since.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        refuse_changed_since(old, undoes, ("points",), say("rebuttal.changed_since"))
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
        new = replace(old, outcome=outcome, outcome_text=text.strip(), concluded_at=dossier.now())
        return _keep(uow, "rebuttal.concluded", old, new)


def withdraw_rebuttal(dossier: Dossier, rebuttal: str) -> None:
    """Takes back a rebuttal that was registered by mistake; the journal keeps it.

    Refused once it was answered or concluded, or its receipt was confirmed to the candidate.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        _refuse_when_ended(old)
        if any(point.answer.strip() for point in old.points):
            raise RuleError(say("rebuttal.answered_already"))
        subject = ("candidacy", uow.candidacies.get(old.candidacy).reference)
        for letter in _letters_on(uow, old):
            uow.letters.remove(letter.id)
            record_change(uow, "letter.withdrawn", subject, letter, None)
        uow.rebuttals.remove(rebuttal)
        record_change(uow, "rebuttal.withdrawn", subject, old, None)


def reopen_rebuttal(dossier: Dossier, rebuttal: str, *, undoes: Rebuttal | None = None) -> Rebuttal:
    """Takes back the end of a rebuttal; refused once its outcome was sent to the candidate.

    :param undoes: what the end that this takes back gave; refused when it was ended anew since.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        ended = ("outcome", "outcome_text", "concluded_at")
        refuse_changed_since(old, undoes, ended, say("rebuttal.changed_since"))
        outcomes = [x for x in _on(uow, old) if x.type == LetterType.REBUTTAL_OUTCOME]
        _refuse_when_sent(outcomes)
        new = replace(old, outcome=RebuttalOutcome.OPEN, outcome_text="", concluded_at=None)
        return _keep(uow, "rebuttal.reopened", old, new)


def _row(uow: UnitOfWork, letter: Letter, today: date) -> TermRow:
    found = term_of(uow.call, letter)
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


def _letters_on(uow: UnitOfWork, rebuttal: Rebuttal) -> tuple[Letter, ...]:
    """The letters on a rebuttal, none of which may have left."""
    found = _on(uow, rebuttal)
    _refuse_when_sent(found)
    return found


def _on(uow: UnitOfWork, rebuttal: Rebuttal) -> tuple[Letter, ...]:
    return uow.letters.find(candidacy=rebuttal.candidacy, about=rebuttal.id)


def _refuse_when_sent(letters: Iterable[Letter]) -> None:
    if any(letter.sent for letter in letters):
        raise RuleError(say("rebuttal.told_already"))
