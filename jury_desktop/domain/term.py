"""The weerwoord term: the last day on which a candidate may answer a decision, with every step explained.

The addendum says "Ontvangen en beoordelen van weerwoord: einddatum + 14 dagen" and leaves open from when and
how the days count, so each reading is a setting of :class:`TermRules`. Dates are calendar dates in Brussels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from jury_desktop.domain.call import BRUSSELS, Anchor, Call, Counts, RebuttalRules
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import Message, say

IsClosed = Callable[[date], bool]
"""Whether a day is no working day: Saturday, Sunday, legal holiday, closing day of the service."""

_ONE_DAY = timedelta(days=1)
_MOST_CLOSED_DAYS = 60
_SATURDAY, _SUNDAY = 5, 6


class Channel(StrEnum):
    """How the decision reached the candidate."""

    EMAIL = "email"
    HAND = "hand"
    REGISTERED = "registered"
    REGISTERED_RECEIPT = "registered-receipt"


BY_POST = frozenset({Channel.REGISTERED, Channel.REGISTERED_RECEIPT})
"""The channels on which the post gives each item a number."""


@dataclass(frozen=True, slots=True)
class Communication:
    """A decision made known: the day it left, how, and the day it was presented or received if known."""

    sent: date
    channel: Channel
    presented: date | None = None


@dataclass(frozen=True, slots=True)
class TermRules:
    """How one call reads its term.

    :param anchor: what the days count from: the day the letter left (for registered post the day the law
        presumes it arrived), the day it was really received, or one date for everybody.
    :param days_to_assess: days after the end within which the answers are assessed; 0 when none are given.
    :param shift: an end on a closed day moves to the next working day.
    :param third_working_day: 1 when the third working day after registered posting is the first day of the
        term, 0 when it is the day before the first (Gerechtelijk Wetboek art. 53bis).
    :param fixed_date: the date that :attr:`Anchor.FIXED_DATE` counts from.
    :param latest_of: more anchors to work out; the latest end holds, since a longer term harms nobody.
    """

    anchor: Anchor = Anchor.INDIVIDUAL_COMMUNICATION
    days_to_submit: int = 14
    days_to_assess: int = 0
    shift: bool = True
    third_working_day: int = 1
    hour: time = time(23, 59)
    extra_closing_days: tuple[date, ...] = ()
    fixed_date: date | None = None
    counts: Counts = Counts.RECEIPT
    latest_of: tuple[Anchor, ...] = ()

    @classmethod
    def from_call(cls, rules: RebuttalRules) -> TermRules:
        """The rules as a call file states them."""
        return cls(
            anchor=rules.anchor,
            days_to_submit=rules.days_to_submit,
            days_to_assess=rules.days_to_assess,
            shift=rules.shift,
            third_working_day=rules.third_working_day,
            hour=time.fromisoformat(rules.hour),
            extra_closing_days=rules.extra_closing_days,
            fixed_date=rules.fixed_date,
            counts=rules.counts,
            latest_of=rules.latest_of,
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reckoning: the date it arrives at and the rule that led there."""

    date: date
    rule: Message


@dataclass(frozen=True, slots=True)
class Term:
    """The outcome: last day, its last moment (aware, Brussels), last day of the assessment, and the trace."""

    end: date
    last_moment: datetime
    assessed_by: date
    trace: tuple[Step, ...]
    counts: Counts = Counts.RECEIPT

    def met_by(self, dispatched: datetime, received: datetime) -> bool:
        """Whether a weerwoord is in time; the last minute counts in full."""
        moment = dispatched if self.counts is Counts.DISPATCH else received
        return moment.astimezone(UTC) < self.last_moment.astimezone(UTC) + timedelta(minutes=1)


def term(communication: Communication, rules: TermRules, is_closed: IsClosed) -> Term:
    """The term that ``communication`` starts under ``rules``.

    :raises RuleError: when a rule needs a date that is not known (presentation, fixed date).
    """

    def closed(day: date) -> bool:
        return is_closed(day) or day in rules.extra_closing_days

    anchors = dict.fromkeys((rules.anchor, *rules.latest_of))
    traces = [_trace(anchor, communication, rules, closed) for anchor in anchors]
    winner = max(traces, key=lambda trace: trace[-1].date)
    others = [Step(t[-1].date, say("term.earlier_reading")) for t in traces if t is not winner]
    end = winner[-1].date
    return Term(
        end=end,
        last_moment=_last_moment(end, rules.hour),
        assessed_by=end + timedelta(days=rules.days_to_assess),
        trace=(*others, *winner),
        counts=rules.counts,
    )


def _last_moment(day: date, hour: time) -> datetime:
    """The hour on that day in Brussels; of an hour that the clock goes through twice, the later."""
    both = (datetime.combine(day, hour.replace(fold=fold), BRUSSELS) for fold in (0, 1))
    return max(both, key=lambda moment: moment.astimezone(UTC))


def day_of_call(call: Call) -> date | None:
    """The day on which the call itself says that the weerwoord is over: the end of its milestone, or else the
    days to submit after the day that the call gives for the decisions ("einddatum + 14 dagen")."""
    if (named := call.milestone("rebuttal").end) is not None:
        return named
    decided = call.rebuttal.fixed_date or call.milestone("decision").end
    return None if decided is None else decided + timedelta(days=call.rebuttal.days_to_submit)


def with_printed(found: Term, printed: datetime | None) -> Term:
    """The term as it binds when the letter itself names ``printed`` as its last moment: the later of both
    counts, since a longer term harms nobody, and the trace shows both."""
    if printed is None or printed == found.last_moment:
        return found
    day = printed.astimezone(BRUSSELS).date()
    if printed < found.last_moment:
        return replace(found, trace=(Step(day, say("term.printed_earlier")), *found.trace))
    return replace(
        found,
        end=day,
        last_moment=printed.astimezone(BRUSSELS),
        assessed_by=day + (found.assessed_by - found.end),
        trace=(*found.trace, Step(day, say("term.printed_later"))),
    )


def provisional(communication: Communication, rules: TermRules, is_closed: IsClosed) -> Term:
    """The term of a letter with receipt while nobody knows yet when it was presented: as if it were
    registered without one. Any other letter has its term at once."""
    if communication.channel is not Channel.REGISTERED_RECEIPT or communication.presented is not None:
        return term(communication, rules, is_closed)
    found = term(replace(communication, channel=Channel.REGISTERED), rules, is_closed)
    return replace(found, trace=(Step(communication.sent, say("term.not_presented_yet")), *found.trace))


def _trace(anchor: Anchor, communication: Communication, rules: TermRules, closed: IsClosed) -> list[Step]:
    steps = _day_zero(anchor, communication, rules, closed)
    end = steps[-1].date + timedelta(days=rules.days_to_submit)
    steps.append(Step(end, say("term.days_added", days=rules.days_to_submit)))
    if rules.shift:
        steps.extend(_shifted(end, closed))
    return steps


def _day_zero(anchor: Anchor, communication: Communication, rules: TermRules, closed: IsClosed) -> list[Step]:
    """The steps up to the day before the first day of the term."""
    if anchor is Anchor.FIXED_DATE:
        if rules.fixed_date is None:
            raise RuleError(say("term.fixed_date_needed"))
        return [Step(rules.fixed_date, say("term.fixed_date"))]
    if anchor is Anchor.RECEIPT and communication.presented is not None:
        return [Step(_presented(communication), say("term.received"))]
    return _day_zero_by_channel(communication, rules, closed)


def _day_zero_by_channel(communication: Communication, rules: TermRules, closed: IsClosed) -> list[Step]:
    match communication.channel:
        case Channel.EMAIL:
            return [Step(communication.sent, say("term.mailed"))]
        case Channel.HAND:
            return [Step(communication.sent, say("term.handed_over"))]
        case Channel.REGISTERED_RECEIPT:
            return [Step(_presented(communication), say("term.presented"))]
        case Channel.REGISTERED:
            return _registered(communication.sent, rules.third_working_day, closed)


def _presented(communication: Communication) -> date:
    presented = communication.presented
    if presented is None:
        raise RuleError(say("term.presented_needed"))
    if presented < communication.sent:
        raise RuleError(say("term.presented_before_sent", presented=presented, sent=communication.sent))
    return presented


def _registered(posted: date, third_working_day: int, closed: IsClosed) -> list[Step]:
    third = posted
    for _ in range(3):
        third = next_working_day(third + _ONE_DAY, closed)
    steps = [Step(posted, say("term.posted")), Step(third, say("term.third_working_day"))]
    if third_working_day == 1:
        steps.append(Step(third - _ONE_DAY, say("term.third_day_counts")))
    return steps


def next_working_day(day: date, closed: IsClosed) -> date:
    """``day`` itself, or the first day after it on which people work.

    :raises RuleError: there is none for a long time.
    """
    for offset in range(_MOST_CLOSED_DAYS):
        candidate = day + timedelta(days=offset)
        if not closed(candidate):
            return candidate
    raise RuleError(say("term.no_working_day", day=day, days=_MOST_CLOSED_DAYS))


def _shifted(end: date, closed: IsClosed) -> list[Step]:
    """One step per closed day that is passed over, each dated with the day it moves to."""
    target = next_working_day(end, closed)
    days = [end + timedelta(days=offset) for offset in range((target - end).days)]
    return [Step(day + _ONE_DAY, say(_why_closed(day), day=day)) for day in days]


def _why_closed(day: date) -> str:
    return {_SATURDAY: "term.past_saturday", _SUNDAY: "term.past_sunday"}.get(
        day.weekday(), "term.past_holiday"
    )
