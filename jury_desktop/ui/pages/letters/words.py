"""What the kinds and states of letters are called."""

from __future__ import annotations

from datetime import date, datetime

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.term import Channel, day_of_call
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_told import Part
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.wording import clock, day

tr = area("letters")


def type_name(type_: LetterType) -> str:
    """A kind of letter."""
    return {
        LetterType.ACKNOWLEDGEMENT: tr("Acknowledgement"),
        LetterType.LATE: tr("Too late"),
        LetterType.INADMISSIBLE: tr("Inadmissible"),
        LetterType.INVITATION: tr("Invitation to pitch"),
        LetterType.NOT_SHORTLISTED: tr("Not shortlisted"),
        LetterType.SELECTED: tr("Selected"),
        LetterType.RESERVE: tr("Reserve"),
        LetterType.NOT_SELECTED: tr("Not selected"),
        LetterType.REBUTTAL_RECEIPT: tr("Rebuttal received"),
        LetterType.REBUTTAL_EXTENSION: tr("Answer comes later"),
        LetterType.REBUTTAL_OUTCOME: tr("Outcome of rebuttal"),
        LetterType.REVISED_DECISION: tr("Revised decision"),
    }[type_]


def row_name(row: LetterRow) -> str:
    """What a letter of the book is called, with its number where there are several of its kind; an invitation
    after the first tells another hour."""
    if row.type is LetterType.INVITATION and row.about:
        return tr("New appointment for the pitch")
    return f"{type_name(row.type)} {row.number}" if row.number else type_name(row.type)


def channel_name(channel: Channel) -> str:
    """A way in which a letter leaves."""
    return {
        Channel.EMAIL: tr("by e-mail"),
        Channel.HAND: tr("by hand"),
        Channel.REGISTERED: tr("registered"),
        Channel.REGISTERED_RECEIPT: tr("registered with receipt"),
    }[channel]


def last_day(end: datetime, language: str) -> str:
    """The last day on which a candidate can answer."""
    return tr("Rebuttal: until {day}, {hour}.").format(**_when(end, language))


def last_day_at_least(end: datetime, language: str) -> str:
    """The first day that can be the last, while nobody knows when a letter with receipt is presented."""
    known = tr("Rebuttal: until {day}, {hour} at the earliest. The days count from the presentation.")
    return known.format(**_when(end, language))


def past_call(call: Call, end: date, language: str) -> str:
    """A warning where a term ends after the day that follows from the call; empty where it does not."""
    limit = day_of_call(call)
    if limit is None or end <= limit:
        return ""
    text = tr("That is later than {day}, the day that follows from the call.")
    return text.format(day=day(limit, language, "EEEE d MMMM y"))


def other_last_day(printed: datetime, end: datetime, language: str) -> str:
    """Two last days, of which the later counts."""
    said = tr("The letter names {day}, {hour} as the last day.").format(**_when(printed, language))
    sent = tr("Sent so, the term ends on {day}, {hour}. The later day counts.").format(**_when(end, language))
    return f"{said} {sent}"


def _when(moment: datetime, language: str) -> dict[str, str]:
    local = moment.astimezone(BRUSSELS)
    return {"day": day(local.date(), language, "EEEE d MMMM y"), "hour": clock(moment)}


def part_name(part: Part) -> str:
    """What of a letter that left is otherwise now."""
    return {
        Part.DECISION: tr("the decision"),
        Part.SCORES: tr("the scores"),
        Part.MOTIVATION: tr("the motivation"),
        Part.TERM: tr("the term"),
    }[part]


def state_pill(row: LetterRow) -> Pill:
    """How far a letter is."""
    if row.letter is None:
        return Pill(tr("to make"), Tone.NEUTRAL)
    if row.came_back:
        return Pill(tr("came back"), Tone.BAD)
    if row.overtaken:
        return Pill(tr("overtaken"), Tone.BAD)
    if row.letter.state is LetterState.SENT:
        return Pill(tr("sent"), Tone.GOOD)
    if row.outdated:
        return Pill(tr("out of date"), Tone.BAD)
    if row.letter.state is LetterState.FINAL:
        return Pill(tr("final"), Tone.INFO)
    return Pill(tr("draft"), Tone.WARN)
