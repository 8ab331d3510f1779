"""The weerwoord term, reckoned in this one place for the letter and for the register."""

from __future__ import annotations

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.closing_days import closing_days
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.term import (
    Channel,
    Communication,
    Term,
    TermRules,
    provisional,
    term,
    with_printed,
)


def term_if(call: Call, communication: Communication) -> Term:
    """The term of a decision that is communicated so, by the rules of the call. While the presentation of a
    letter with receipt is not known, as if it were registered without one."""
    closed = closing_days(call.rebuttal.extra_closing_days)
    return provisional(communication, TermRules.from_call(call.rebuttal), closed)


def term_of(call: Call, letter: Letter) -> Term:
    """The term that the dispatch of a letter started; never shorter than the letter itself says.

    :raises RuleError: the letter has not left.
    """
    return with_printed(term_if(call, communicated(letter)), letter.term_end)


def communicated(letter: Letter) -> Communication:
    """When and how a letter reached the candidate.

    :raises RuleError: it has not left.
    """
    if letter.sent_at is None:
        raise RuleError(say("rebuttal.letter_not_sent"))
    sent = letter.sent_at.astimezone(BRUSSELS).date()
    return Communication(sent, Channel(letter.channel), letter.presented)


def explain_term(communication: Communication, rules: TermRules) -> Term:
    """The term of a decision that is communicated so, apart from any dossier, with its trace."""
    days = rules.days_to_submit
    if days < 1 or rules.days_to_assess < 0:
        raise refuse("term.outside_calendar", days=min(days, rules.days_to_assess))
    try:
        return term(communication, rules, closing_days())
    except (OverflowError, ValueError):
        raise refuse("term.outside_calendar", days=days) from None
