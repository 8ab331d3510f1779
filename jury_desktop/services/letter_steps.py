"""What is still to be done with letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.reserve import place_now, standing
from jury_desktop.domain.selection import Selection
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_texts import open_blocks
from jury_desktop.services.letter_told import Part
from jury_desktop.services.letterhead import House
from jury_desktop.services.step import Step, Urgency, milestone_day, urgency
from jury_desktop.services.whereabouts import address


def pitch_place(selection: Selection, house: House, letters: tuple[LetterRow, ...]) -> Iterator[Step]:
    invited = any(row.type is LetterType.INVITATION and not row.sent for row in letters)
    call = selection.call
    if invited and not all(address(house, call, window.id) for window in call.windows):
        yield Step(Urgency.TODAY, say("steps.pitch_place"), say("steps.settings_button"), "settings", "house")


def unapproved_texts(selection: Selection, letters: tuple[LetterRow, ...]) -> Iterator[Step]:
    """While a letter waits, the legal blocks that a lawyer has still to approve."""
    if any(not row.sent for row in letters) and (waiting := open_blocks(selection.texts)):
        text = say("steps.approve_texts", count=len(waiting))
        yield Step(Urgency.TODAY, text, say("steps.approve_texts_button"), "settings", "texts")


def open_letters(selection: Selection, letters: tuple[LetterRow, ...], today: date) -> Iterator[Step]:
    yield from _overtaken([row for row in letters if row.sent and set(row.changed) - {Part.TERM}])
    yield from _moved_up(selection)
    yield from _came_back([row for row in letters if row.asked_again])
    waiting = [row for row in letters if not row.sent]
    for type_, count in Counter(row.type for row in waiting).items():
        due = _letter_due(selection, type_)
        text = say(f"steps.letters_{type_.value}", count=count)
        button = say("steps.letters_button")
        yield Step(urgency(due, today), text, button, "letters", type_.value, due)
    yield from _outdated([row for row in waiting if row.outdated])


_FOR_NOW = frozenset(
    {
        LetterType.ACKNOWLEDGEMENT,
        LetterType.REBUTTAL_RECEIPT,
        LetterType.REBUTTAL_EXTENSION,
        LetterType.REBUTTAL_OUTCOME,
        LetterType.REVISED_DECISION,
    }
)
"""Letters on what a candidate sent, and revisions: no milestone of the call is their date."""


def _letter_due(selection: Selection, type_: LetterType) -> date | None:
    if type_ in _FOR_NOW:
        return None
    early = {LetterType.INVITATION, LetterType.NOT_SHORTLISTED}
    return milestone_day(selection, "written_result" if type_ in early else "decision")


def _outdated(rows: list[LetterRow]) -> Iterator[Step]:
    """One step per candidacy; it goes to the first of its letters that are out of date."""
    firsts = {row.candidacy.reference: row for row in reversed(rows)}
    for reference, count in Counter(row.candidacy.reference for row in rows).items():
        text = say("steps.outdated", reference=reference, count=count)
        ref = f"{reference}.{firsts[reference].type.value}"
        yield Step(Urgency.DECIDE, text, say("steps.letters_button"), "letters", ref)


def _moved_up(selection: Selection) -> Iterator[Step]:
    """Who stands higher on the reserve list than was decided, since another left it; the first on top."""
    for decision in sorted(standing(selection), key=lambda each: each.place or 0):
        now = place_now(decision, standing(selection))
        if now is not None and now != decision.place:
            reference = selection.candidacy(decision.candidacy).reference
            text = say("steps.moved_up", reference=reference, old=decision.place or now, new=now)
            yield Step(Urgency.DECIDE, text, say("steps.decide_button"), "deliberation", reference)


def _came_back(rows: list[LetterRow]) -> Iterator[Step]:
    """A letter that could not be delivered has to leave again, or by another way."""
    for row in rows:
        reference, letter = row.candidacy.reference, row.letter
        if letter is not None and letter.bounced_at is not None:
            text = say(
                "steps.came_back", reference=reference, day=letter.bounced_at.astimezone(BRUSSELS).date()
            )
            ref = f"{reference}.{row.type.value}"
            yield Step(Urgency.TODAY, text, say("steps.letters_button"), "letters", ref)


def _overtaken(rows: list[LetterRow]) -> Iterator[Step]:
    """One step per candidacy that was told something of a decision that no longer holds."""
    for reference in dict.fromkeys(row.candidacy.reference for row in rows):
        sent = min(row.letter.sent_at for row in rows if row.letter and row.letter.sent_at)
        text = say("steps.overtaken", reference=reference, sent=sent.astimezone(BRUSSELS).date())
        yield Step(Urgency.DECIDE, text, say("steps.decide_button"), "deliberation", reference)
