"""How terms and outcomes are told."""

from __future__ import annotations

from jury_desktop.domain.rebuttal import Rebuttal, RebuttalOutcome
from jury_desktop.services.rebuttals import TermRow
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Pill

tr = area("rebuttal")

SOON = 3
"""From this many days left a running term is marked."""


def outcome_name(outcome: RebuttalOutcome) -> str:
    """How a rebuttal ended."""
    return {
        RebuttalOutcome.OPEN: tr("to answer"),
        RebuttalOutcome.CONFIRMED: tr("decision confirmed"),
        RebuttalOutcome.REVISED: tr("decision revised"),
        RebuttalOutcome.INADMISSIBLE: tr("not admissible"),
    }[outcome]


def outcome_pill(rebuttal: Rebuttal) -> Pill:
    """The outcome as a mark."""
    tones = {
        RebuttalOutcome.OPEN: Tone.WARN,
        RebuttalOutcome.CONFIRMED: Tone.INFO,
        RebuttalOutcome.REVISED: Tone.GOOD,
        RebuttalOutcome.INADMISSIBLE: Tone.BAD,
    }
    return Pill(outcome_name(rebuttal.outcome), tones[rebuttal.outcome])


def term_pill(row: TermRow) -> Pill:
    """How long a term still runs."""
    if row.days_left < 0:
        return Pill(tr("ended"), Tone.NEUTRAL)
    if row.days_left == 0:
        return Pill(tr("last day"), Tone.BAD)
    tone = Tone.WARN if row.days_left <= SOON else Tone.INFO
    return Pill(tr("%n days left", "", row.days_left), tone)


def rebuttal_pill(row: TermRow) -> Pill | None:
    """What came in on a decision, if anything."""
    return outcome_pill(row.rebuttals[-1]) if row.rebuttals else None
