"""What is still to do about the mail: places nobody confirmed, messages nobody could read, decisions against
the proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jury_desktop.domain.entry import EntryKind, Placed
from jury_desktop.domain.messages import say
from jury_desktop.domain.proven import against_proof
from jury_desktop.domain.selection import Selection
from jury_desktop.services.copy_request import copies_asked
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.step import Step, Urgency

_REVIEW = "review"
"""The place on the page of the candidacies where messages are placed."""


def mail_steps(uow: UnitOfWork, today: date) -> Iterator[Step]:
    """A message that is confirmed as what it is asks for nothing more; an unreadable one that was asked for
    again waits for its answer."""
    tally = uow.mails.tally()
    waiting = {kind: count for (kind, confirmed), count in tally.items() if not confirmed}
    unreadable = waiting.pop(EntryKind.UNREADABLE, 0)
    if places := sum(waiting.values()):
        text, review = say("steps.unconfirmed", count=places), say("steps.unconfirmed_button")
        yield Step(Urgency.TODAY, text, review, "candidacies", _REVIEW)
    if any(kind is EntryKind.UNREADABLE for kind, _ in tally):
        yield from _unreadable(uow, unreadable, today)


def _unreadable(uow: UnitOfWork, unconfirmed: int, today: date) -> Iterator[Step]:
    asked = list(_asked(uow))
    waiting = unconfirmed - sum(not placed.confirmed for placed, _ in asked)
    overdue = sum(answer_by < today for _, answer_by in asked)
    button = say("steps.unreadable_button")
    if waiting:
        text = say("steps.unreadable", count=waiting)
        yield Step(Urgency.TODAY, text, button, "candidacies", _REVIEW)
    if overdue:
        text = say("steps.copy_overdue", count=overdue)
        yield Step(Urgency.DECIDE, text, button, "candidacies", _REVIEW)


def proof_steps(selection: Selection) -> Iterator[Step]:
    """Decisions on form that the proof of arrival contradicts, until the jury decides: a letter about
    lateness cannot become final like that. Who was let in with a reason was let in knowingly."""
    decided = {decision.candidacy for decision in selection.decisions}
    for candidacy in selection.candidacies:
        against = against_proof(candidacy, candidacy.admissibility)
        knowingly = candidacy.takes_part and candidacy.admissibility_reason
        if against is not None and not knowingly and candidacy.id not in decided:
            text = say("steps.against_proof", reference=candidacy.reference)
            button = say("steps.judge_button")
            yield Step(Urgency.DECIDE, text, button, "candidacies", candidacy.reference)


def _asked(uow: UnitOfWork) -> Iterator[tuple[Placed, date]]:
    """The unreadable messages that were asked for again, with the day by which to answer."""
    for sha256, answer_by in copies_asked(uow).items():
        try:
            placed = uow.mails.get(sha256)
        except KeyError:  # its import was taken back since
            continue
        if placed.kind is EntryKind.UNREADABLE:
            yield placed, answer_by
