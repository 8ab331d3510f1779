"""A decision on form beside the proof of arrival: what the one says against the other."""

from __future__ import annotations

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.candidacy import TAKES_PART, Admissibility, Candidacy
from jury_desktop.domain.messages import Message, say

_AGAINST_LATE = {
    Verdict.IN_TIME: "candidacy.late_but_in_time",
    Verdict.BORDERLINE: "candidacy.late_but_borderline",
    Verdict.UNKNOWN: "candidacy.late_but_unproven",
}
"""What the verdict on the arrival says against "late"."""

_ADMITTED_IN_DOUBT = {
    Verdict.BORDERLINE: "candidacy.admitted_but_borderline",
    Verdict.UNKNOWN: "candidacy.admitted_but_unproven",
}
"""What the verdict on the arrival leaves open when a candidacy is let in."""


def against_proof(candidacy: Candidacy, decision: Admissibility) -> Message | None:
    """What the proof of arrival says against a decision on form, or None where nothing does.

    The arrival of the first version counts. The decision is the regisseur's: this only says what the letter
    and the candidate will say too.
    """
    verdict, at = Verdict(candidacy.first.verdict), candidacy.first.received_at
    if decision is Admissibility.LATE and verdict in _AGAINST_LATE:
        moment = at if at is not None else ""
        return Message(_AGAINST_LATE[verdict], {"reference": candidacy.reference, "moment": moment})
    if decision in TAKES_PART and verdict is Verdict.LATE and at is not None:
        return say("candidacy.admitted_but_late", reference=candidacy.reference, moment=at)
    return None


def in_doubt(candidacy: Candidacy, decision: Admissibility) -> Message | None:
    """What the proof of arrival leaves open when a decision lets a candidacy in, or None where nothing does.

    Once it has been let in, that was done knowing this.
    """
    verdict = Verdict(candidacy.first.verdict)
    if decision not in TAKES_PART or candidacy.takes_part or verdict not in _ADMITTED_IN_DOUBT:
        return None
    return say(_ADMITTED_IN_DOUBT[verdict], reference=candidacy.reference)
