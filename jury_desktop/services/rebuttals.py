"""The weerwoord: the term of every sent decision, what came in, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.closing_days import closing_days
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import (
    UNHEARD,
    Point,
    Rebuttal,
    RebuttalOutcome,
    answer_by,
    contradiction,
    unchecked,
)
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Item, items_of
from jury_desktop.domain.term import Term, day_of_call, next_working_day
from jury_desktop.domain.told import announced
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rebuttal_register import (
    keep_rebuttal,
    letters_on,
    refuse_when_ended,
    refuse_when_sent,
)
from jury_desktop.services.terms import term_of
from jury_desktop.services.undoing import refuse_changed_since

_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TermRow:
    """The term of one sent decision letter. ``days_left`` is negative once it has passed;
    ``items`` are what the candidacy was scored on, for an argument to be about.

    :param call_day: the day on which the weerwoord is over by the call itself; a term may run longer.
    :param told: the rebuttals of which the candidate was sent the outcome.
    :param decided_anew: what the letter tells was decided anew since it was made.
    :param closing: days on which the office is closed besides weekends and legal holidays.
    """

    candidacy: Candidacy
    letter: Letter
    term: Term
    days_left: int
    rebuttals: tuple[Rebuttal, ...]
    items: tuple[Item, ...]
    call_day: date | None = None
    told: frozenset[str] = frozenset()
    decided_anew: bool = False
    closing: tuple[date, ...] = ()

    @property
    def passes_call(self) -> bool:
        """Whether the term ends after the day of the call."""
        return self.call_day is not None and self.term.end > self.call_day

    @property
    def came_back(self) -> bool:
        """Whether the letter could not be delivered; who answered it has it all the same."""
        return self.letter.came_back and not self.rebuttals

    @property
    def _today(self) -> date:
        return self.term.end - timedelta(days=self.days_left)

    def answer_days(self, rebuttal: Rebuttal) -> int:
        """How many days are left to answer a rebuttal; negative once its day has passed."""
        return (answer_by(rebuttal, self.term) - self._today).days

    def later_day(self, rebuttal: Rebuttal) -> date:
        """To when the answer may well be put off: a day about a week later on which people work."""
        week_later = max(answer_by(rebuttal, self.term), self._today - _A_DAY) + _A_WEEK
        return next_working_day(week_later, closing_days(self.closing))


@needs(Right.SEE_LETTERS)
def terms(dossier: Dossier) -> tuple[TermRow, ...]:
    """Every running or ended term, the one that ends first on top."""
    today = dossier.now().astimezone(BRUSSELS).date()
    with dossier.read() as uow:
        letters = [letter for letter in uow.letters.find(state=LetterState.SENT) if letter.opens_term]
        rows = [_row(uow, letter, today) for letter in letters]
    return tuple(sorted(rows, key=lambda row: (row.term.end, row.candidacy.reference)))


@needs(Right.SEE_LETTERS)
def decision_letter(dossier: Dossier, candidacy: str) -> Letter:
    """The newest sent letter with a decision that the candidate may answer; refused where none was sent."""
    with dossier.read() as uow:
        sent = [x for x in uow.letters.find(candidacy=candidacy) if x.sent and x.opens_term]
    if not sent:
        raise RuleError(say("rebuttal.letter_not_sent"))
    return max(sent, key=lambda letter: letter.sent_at or letter.created_at)


@needs(Right.ANSWER)
def answer_points(
    dossier: Dossier,
    rebuttal: str,
    points: tuple[Point, ...],
    reasons: str | None = None,
    *,
    undoes: Rebuttal | None = None,
) -> Rebuttal:
    """Keeps the jury's answer to each point, and what has been written so far of the reasons of its end.

    :param reasons: None leaves them as they are.
    :param undoes: what the step that this takes back gave; refused when it was answered anew since.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        refuse_changed_since(old, undoes, ("points", "outcome_text"), say("rebuttal.changed_since"))
        refuse_when_ended(old)
        text = old.outcome_text if reasons is None else reasons.strip()
        if (points, text) == (old.points, old.outcome_text):
            return old
        return keep_rebuttal(uow, "rebuttal.answered", old, replace(old, points=points, outcome_text=text))


@needs(Right.ANSWER)
def conclude_rebuttal(dossier: Dossier, rebuttal: str, outcome: RebuttalOutcome, text: str) -> Rebuttal:
    """Ends a rebuttal.

    Refused without reasons (one that was withdrawn needs none: no letter tells of it), while nobody knows
    whether who handed in what is heard may, while an argument that is heard has no answer, and where the
    outcome contradicts what the jury thinks of the arguments.
    """
    if not text.strip() and outcome is not RebuttalOutcome.WITHDRAWN:
        raise refuse("rebuttal.reasons_missing")
    dossier.turning()
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        refuse_when_ended(old)
        unanswered = [point for point in old.points if not point.answer.strip()]
        if unanswered and outcome not in UNHEARD:
            raise RuleError(say("rebuttal.answer_missing", point=unanswered[0].text))
        if refused := unchecked(old, outcome) or contradiction(outcome, old.points):
            raise RuleError(refused)
        new = replace(old, outcome=outcome, outcome_text=text.strip(), concluded_at=dossier.now())
        return keep_rebuttal(uow, "rebuttal.concluded", old, new)


@needs(Right.ANSWER)
def extend_answer(dossier: Dossier, rebuttal: str, day: date, reason: str) -> Rebuttal:
    """Puts off the day by which a rebuttal is answered; refused without a reason, and for a day that is not
    later than the one it had or has passed."""
    if not reason.strip():
        raise refuse("rebuttal.extension_reason_missing")
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        refuse_when_ended(old)
        due = answer_by(old, term_of(uow.call, uow.letters.get(old.letter)))
        if day <= due or day < dossier.now().astimezone(BRUSSELS).date():
            raise RuleError(say("rebuttal.extension_not_later", day=due))
        new = replace(old, answer_by=day, extension_reason=reason.strip())
        return keep_rebuttal(uow, "rebuttal.extended", old, new, new.extension_reason)


@needs(Right.ANSWER)
def take_back_extension(dossier: Dossier, made: Rebuttal, earlier: Rebuttal) -> Rebuttal:
    """Puts back the day that ``earlier`` had; refused when it was put off again since it was ``made``."""
    extended = ("answer_by", "extension_reason")
    with dossier.change() as uow:
        old = uow.rebuttals.get(made.id)
        refuse_changed_since(old, made, extended, say("rebuttal.changed_since"))
        refuse_when_ended(old)
        new = replace(old, answer_by=earlier.answer_by, extension_reason=earlier.extension_reason)
        return keep_rebuttal(uow, "rebuttal.extension_withdrawn", old, new)


@needs(Right.ANSWER)
def reopen_rebuttal(dossier: Dossier, rebuttal: str, *, undoes: Rebuttal | None = None) -> Rebuttal:
    """Takes back the end of a rebuttal; its reasons stay, to be written on. Refused once its outcome was sent
    to the candidate.

    :param undoes: what the end that this takes back gave; refused when it was ended anew since.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        ended = ("outcome", "outcome_text", "concluded_at")
        refuse_changed_since(old, undoes, ended, say("rebuttal.changed_since"))
        outcomes = [x for x in letters_on(uow, old) if x.type == LetterType.REBUTTAL_OUTCOME]
        refuse_when_sent(outcomes)
        new = replace(old, outcome=RebuttalOutcome.OPEN, concluded_at=None)
        return keep_rebuttal(uow, "rebuttal.reopened", old, new)


def _row(uow: UnitOfWork, letter: Letter, today: date) -> TermRow:
    found = term_of(uow.call, letter)
    return TermRow(
        uow.candidacies.get(letter.candidacy),
        letter,
        found,
        (found.end - today).days,
        uow.rebuttals.find(letter=letter.id),
        _items(uow, letter),
        day_of_call(uow.call),
        frozenset(x.about for x in uow.letters.find(candidacy=letter.candidacy) if _tells_outcome(x)),
        _decided_anew(uow, letter),
        uow.call.rebuttal.extra_closing_days,
    )


def _decided_anew(uow: UnitOfWork, letter: Letter) -> bool:
    told = announced(LetterType(letter.type), letter.about)
    decided = uow.decisions.find(candidacy=letter.candidacy)
    return told is not None and any(told.is_before(decision) for decision in decided)


def _tells_outcome(letter: Letter) -> bool:
    return letter.sent and letter.type == LetterType.REBUTTAL_OUTCOME


def _items(uow: UnitOfWork, letter: Letter) -> tuple[Item, ...]:
    chosen = uow.candidacies.get(letter.candidacy).challenges
    rubric = uow.call.rubric
    return tuple({i.key: i for r in Round for i in items_of(rubric, chosen, r)}.values())
