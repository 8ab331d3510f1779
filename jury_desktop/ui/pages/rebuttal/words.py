"""How terms, arguments and outcomes are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jury_desktop.domain.rebuttal import Entitled, Rebuttal, RebuttalOutcome, Remedy, Ruling
from jury_desktop.domain.rebuttal_match import Match, Sign
from jury_desktop.services.rebuttal_mail import Reply
from jury_desktop.services.rebuttals import TermRow
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.wording import clock, day, moment

tr = area("rebuttal")

SOON = 3
"""From this many days left a running term is marked."""
ENDS = (
    RebuttalOutcome.CONFIRMED,
    RebuttalOutcome.IN_PART,
    RebuttalOutcome.REVISED,
    RebuttalOutcome.INADMISSIBLE,
    RebuttalOutcome.WITHDRAWN,
)
"""The outcomes to choose from, in the order of the list."""


def outcome_name(outcome: RebuttalOutcome) -> str:
    """How a rebuttal ended, in a few words."""
    return {
        RebuttalOutcome.OPEN: tr("to answer"),
        RebuttalOutcome.CONFIRMED: tr("unfounded"),
        RebuttalOutcome.IN_PART: tr("founded in part"),
        RebuttalOutcome.REVISED: tr("founded"),
        RebuttalOutcome.INADMISSIBLE: tr("not admissible"),
        RebuttalOutcome.WITHDRAWN: tr("withdrawn by the candidate"),
    }[outcome]


def outcome_choice(outcome: RebuttalOutcome) -> str:
    """An outcome with what it does to the decision."""
    return {
        RebuttalOutcome.CONFIRMED: tr("Unfounded: the decision stays"),
        RebuttalOutcome.IN_PART: tr("Founded in part: the decision is taken anew"),
        RebuttalOutcome.REVISED: tr("Founded: another decision"),
        RebuttalOutcome.INADMISSIBLE: tr("Not admissible: the jury does not hear it"),
        RebuttalOutcome.WITHDRAWN: tr("Withdrawn by the candidate"),
    }[outcome]


def outcome_pill(rebuttal: Rebuttal) -> Pill:
    """The outcome as a mark."""
    tones = {
        RebuttalOutcome.OPEN: Tone.WARN,
        RebuttalOutcome.CONFIRMED: Tone.INFO,
        RebuttalOutcome.IN_PART: Tone.GOOD,
        RebuttalOutcome.REVISED: Tone.GOOD,
        RebuttalOutcome.INADMISSIBLE: Tone.BAD,
        RebuttalOutcome.WITHDRAWN: Tone.NEUTRAL,
    }
    return Pill(outcome_name(rebuttal.outcome), tones[rebuttal.outcome])


def remedy_names() -> Mapping[Remedy, str]:
    """What an argument may ask for."""
    return {
        Remedy.UNSAID: tr("asks nothing in particular"),
        Remedy.SCORE: tr("asks a higher score"),
        Remedy.DECISION: tr("asks another decision"),
        Remedy.CORRECTION: tr("asks to put a mistake right"),
        Remedy.REASONS: tr("asks fuller reasons"),
    }


def ruling_names() -> Mapping[Ruling, str]:
    """What the jury may think of an argument."""
    return {
        Ruling.NONE: tr("ruling to choose"),
        Ruling.FOUNDED: tr("argument founded"),
        Ruling.IN_PART: tr("argument founded in part"),
        Ruling.UNFOUNDED: tr("argument unfounded"),
    }


def entitled_names() -> Mapping[Entitled, str]:
    """Whether whoever handed it in may."""
    return {
        Entitled.TO_CHECK: tr("still to check"),
        Entitled.YES: tr("yes, for the organisation"),
        Entitled.NO: tr("no"),
    }


def term_pill(row: TermRow) -> Pill:
    """How long a term still runs; that its letter came back matters more."""
    if row.came_back:
        return Pill(tr("letter came back"), Tone.BAD)
    if row.days_left < 0:
        return Pill(tr("ended"), Tone.NEUTRAL)
    if row.days_left == 0:
        return Pill(tr("last day"), Tone.BAD)
    tone = Tone.WARN if row.days_left <= SOON else Tone.INFO
    return Pill(tr("%n days left", "", row.days_left), tone)


def last_day(row: TermRow, language: str) -> str:
    """Until when the decision can be answered."""
    told = tr("Last day: {day}, {hour}")
    return told.format(day=day(row.term.end, language, "EEEE d MMMM y"), hour=clock(row.term.last_moment))


def came_back(row: TermRow, language: str) -> str:
    """That a letter came back, and what to do about it: nothing where the candidate answered it."""
    letter = row.letter
    assert letter.bounced_at is not None
    when, why = moment(letter.bounced_at, language), letter.bounce.rstrip(".")
    if row.rebuttals:
        text = tr("The letter came back on {moment}: {reason}. The candidate answered it, so it arrived.")
    elif row.decided_anew:
        text = tr("The letter came back on {moment}: {reason}. What it says was decided anew since.")
    else:
        text = tr("The letter came back on {moment}: {reason}. Send it again under Letters.")
    return text.format(moment=when, reason=why)


def rebuttal_pill(row: TermRow) -> Pill | None:
    """What came in on a decision, if anything: what is open before what has ended, and how many there are."""
    waiting = [rebuttal for rebuttal in row.rebuttals if rebuttal.is_open]
    if not row.rebuttals:
        return None
    if any(row.answer_days(rebuttal) < 0 for rebuttal in waiting):
        return _counted(Pill(tr("answer overdue"), Tone.BAD), waiting, row)
    if waiting:
        return _counted(outcome_pill(waiting[-1]), waiting, row)
    pills = {outcome_pill(rebuttal) for rebuttal in row.rebuttals}
    ended = pills.pop() if len(pills) == 1 else Pill(tr("concluded"), Tone.INFO)
    return _counted(ended, row.rebuttals, row)


def _counted(pill: Pill, of: Sequence[Rebuttal], row: TermRow) -> Pill:
    """The mark with how many rebuttals it is about, where there are several."""
    every = len(row.rebuttals)
    if every == 1:
        return pill
    count = str(every) if len(of) == every else tr("{some} of {all}").format(some=len(of), all=every)
    return replace(pill, text=f"{count} · {pill.text}")


def rebuttals_told(row: TermRow, language: str) -> str:
    """Each rebuttal on a line: when it came and how it stands; empty where one or none came."""
    if len(row.rebuttals) < 2:
        return ""
    lines = ((moment(it.received_at, language), outcome_name(it.outcome)) for it in row.rebuttals)
    return "\n".join(f"{came}: {stands}" for came, stands in lines)


def answer_text(row: TermRow, rebuttal: Rebuttal) -> tuple[str, Tone]:
    """How long there is to answer."""
    left = row.answer_days(rebuttal)
    if left < 0:
        return tr("%n days overdue", "", -left), Tone.BAD
    if left == 0:
        return tr("today"), Tone.BAD
    return tr("%n days left", "", left), Tone.WARN if left <= SOON else Tone.NEUTRAL


def reply_pill(reply: Reply, references: Mapping[str, str]) -> Pill:
    """Which candidate a message is from, as far as that is sure; once registered, whom it names too."""
    others = [references[key] for key in reply.left(references)]
    if reply.registered:
        return Pill(tr("also {references}").format(references=", ".join(others)), Tone.WARN)
    match = reply.match
    if match.sure is not None and match.sure in references:
        return Pill(references[match.sure], Tone.GOOD)
    return Pill(tr("to choose"), Tone.WARN)


def match_reasons(match: Match, key: str) -> str:
    """What connects a message with a candidacy, in words; that nothing does, too."""
    names = {
        Sign.ADDRESS: tr("sent from its own address"),
        Sign.HOUSE: tr("sent from its domain, by somebody we do not know"),
        Sign.THREAD: tr("answers its mail"),
        Sign.REFERENCE: tr("names its reference"),
    }
    found = [names[sign] for sign in Sign if sign in match.of(key)]
    return ", ".join(found) if found else tr("nothing in the message points to this candidate")
