"""Everything a letter says, gathered from the dossier."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache

from jury_desktop.domain.arrival import STATED_BY
from jury_desktop.domain.call import BRUSSELS, Call, Milestone, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.completeness import open_items
from jury_desktop.domain.due import Due
from jury_desktop.domain.letter import Arrival, EarlierLetter, LetterData, LetterType, Slot
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.pitch import Assignment
from jury_desktop.domain.sheet import items_of
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.domain.told import Act, announced
from jury_desktop.letters.filters import listed
from jury_desktop.letters.sources import wording
from jury_desktop.services import letter_call
from jury_desktop.services.invitations import last_invitation
from jury_desktop.services.letter_answers import ANSWERS
from jury_desktop.services.letter_scores import challenges, scores
from jury_desktop.services.letter_wanted import Fill, Wanted
from jury_desktop.services.letter_words import decision_in, reference_of, words
from jury_desktop.services.record import as_json
from jury_desktop.services.terms import term_if
from jury_desktop.services.whereabouts import address, room
from jury_desktop.wording import day

UNPLANNED = Communication(date.min + timedelta(days=400), Channel.EMAIL)
"""For what a letter rests on: that does not depend on the day it leaves, nor on the way."""


def letter_data(wanted: Wanted) -> LetterData:
    """Everything the letter says, dated with the day on which it is meant to leave."""
    data = _common(wanted)
    for fill in _FILLERS[wanted.due.type]:
        data = fill(data, wanted)
    return _term(data, wanted)


def basis_of(wanted: Wanted, lasting: LetterData | None = None) -> str:
    """SHA-256 of all that the letter rests on, whatever the day and the channel, then that of its wording.
    Before them stands by what fields it was reckoned, since a later program may know others.

    The names that it must not mention are none of what it says.

    :param lasting: what :func:`lasting_data` gave, where that is at hand.
    """
    data = replace(lasting or lasting_data(wanted), other_names=())
    worded = wording(wanted.due.type, "nl", wanted.selection.texts)
    return f"{_reckoned_by()}:{hashlib.sha256(as_json(data).encode()).hexdigest()}:{worded}"


def holds(letter: Letter, basis: str) -> bool:
    """Whether a letter still says what it would say now. A draft follows its wording too; what is final keeps
    the words it has, and what was made before wordings were noted tells nothing of them."""
    facts, _, worded = letter.basis.rpartition(":") if letter.basis.count(":") > 1 else (letter.basis, "", "")
    facts_now, _, worded_now = basis.rpartition(":")
    as_worded = letter.state is not LetterState.DRAFT or not worded or worded == worded_now
    return facts == facts_now and as_worded


def lasting_data(wanted: Wanted) -> LetterData:
    """What the letter says, whatever the day and the channel."""
    return letter_data(replace(wanted, planned=UNPLANNED))


@cache
def _reckoned_by() -> str:
    names = ",".join(sorted(field.name for field in fields(LetterData)))
    return hashlib.sha256(names.encode()).hexdigest()[:8]


def _common(wanted: Wanted) -> LetterData:
    call, house, candidacy, dated = wanted.call, wanted.house, wanted.candidacy, wanted.planned.sent
    return LetterData(
        sender=house.sender,
        contact=call.contact,
        signatory=house.signatory,
        place=house.place,
        dated=dated,
        reference=reference_of(wanted.selection, candidacy, wanted.due),
        organisation=candidacy.organisation,
        addressee=_addressee(candidacy),
        salutation=_salutation(candidacy),
        delivery=words(f"delivery_{wanted.planned.channel.name.lower()}"),
        candidacy=candidacy.reference,
        call_title=call.letter_title or call.short_title,
        call_source=words("call_source", title=call.title),
        call_date=call.milestones[0].start,
        milestones=call.milestones,
        deciding_body=_deciding_body(wanted),
        decided_on=_decided_on(wanted) or dated,
        data_protection=call.contact.email,
        complaints_to=house.complaints_to,
        other_names=wanted.selection.organisations,
    )


def _deciding_body(wanted: Wanted) -> str:
    """Who took the decision that the letter makes known: the regisseur judges the form, all else is the
    jury's."""
    made_known = announced(wanted.due.type, wanted.due.about)
    on_form = made_known is not None and made_known.act is Act.FORM
    return words("judge_of_form") if on_form else wanted.call.deciding_body


def _decided_on(wanted: Wanted) -> date | None:
    decision = wanted.decision
    moment = decision.decided_at if decision else wanted.candidacy.judged_at
    return moment.astimezone(BRUSSELS).date() if moment else None


def _salutation(candidacy: Candidacy) -> str:
    """Greets the contact person, without the function behind the comma, or whoever reads it."""
    person = candidacy.contact.partition(",")[0].strip()
    return words("salutation", name=person) if person else words("salutation_unknown")


def _addressee(candidacy: Candidacy) -> tuple[str, ...]:
    street, _, town = candidacy.address.partition(",")
    lines = (candidacy.organisation, candidacy.contact, street.strip(), town.strip())
    return tuple(line for line in lines if line)


def _arrival(data: LetterData, wanted: Wanted) -> LetterData:
    version = wanted.candidacy.first
    found = Arrival(version.received_at, _proof(version.received_by)) if version.received_at else None
    source = wanted.call.milestone("deadline").label
    return replace(data, arrival=found, deadline=wanted.call.deadline, deadline_source=source)


def _proof(received_by: str) -> str:
    """The proof as it was found; what the regisseur established, as such."""
    head, _, reason = received_by.partition(": ")
    return words("arrival_stated", reason=reason) if head == STATED_BY else received_by


def _acknowledged(data: LetterData, wanted: Wanted) -> LetterData:
    """What happens after a receipt: only what lies ahead of the letter."""
    result = wanted.call.milestone("written_result").end
    return replace(
        data,
        decided_on=None,
        challenges=challenges(wanted),
        next_steps=tuple(_steps_ahead(wanted.call, data.dated)),
        next_step_on=result if result and result > data.dated else None,
    )


def _steps_ahead(call: Call, dated: date) -> list[str]:
    assessed, pitched = call.milestone("written_assessment"), call.milestone("pitches")
    steps = []
    if assessed.end and assessed.end >= dated:
        steps.append(words("step_assessment", start=_first_day(assessed), end=assessed.end))
    days = dict.fromkeys(window.start.astimezone(BRUSSELS).date() for window in call.windows)
    if pitched.end and pitched.end >= dated and days:
        steps.append(words("step_pitch", days=listed([day(each) for each in days])))
    return steps


def _first_day(milestone: Milestone) -> date:
    assert milestone.end is not None
    return milestone.start or milestone.end


def _inadmissible(data: LetterData, wanted: Wanted) -> LetterData:
    """The reason is the finding; the condition is what the regisseur marked as lacking on the checklist."""
    reason = wanted.candidacy.admissibility_reason
    lacking = [each.item for each in open_items(wanted.call, wanted.candidacy) if each.check is not None]
    if not lacking:
        return replace(data, condition=reason, condition_source=words("condition_source"), finding=reason)
    asked = words("condition_items", items=tuple(item.title for item in lacking))
    lines = tuple(dict.fromkeys(item.source for item in lacking if item.source))
    source = words("condition_lines", title=wanted.call.title, lines="”, “".join(lines)) if lines else ""
    return replace(
        data, condition=asked, condition_source=source or words("condition_source"), finding=reason
    )


def _slot(data: LetterData, wanted: Wanted) -> LetterData:
    place = wanted.selection.place(wanted.candidacy.id)
    items = items_of(wanted.call.rubric, wanted.candidacy.challenges, Round.PITCH)
    names = dict.fromkeys(item.criterion.title for item in items)
    if place is None:
        return replace(data, criteria=tuple(names))
    decision = wanted.call.milestone("decision").end
    return replace(
        data,
        slot=pitch_slot(wanted, place),
        criteria=tuple(names),
        confirm_by=letter_call.confirm_by(wanted.call, place.start),
        attendance=letter_call.attendance(wanted.call),
        earlier=_replaced(wanted),
        next_step_on=decision if decision and decision > data.dated else None,
        enclosures=(words("enclosure_calendar"),),
    )


def pitch_slot(wanted: Wanted, place: Assignment) -> Slot:
    """What a candidate is told of a place on the plan: till the questions end; the jury deliberates alone."""
    rules = wanted.call.pitch
    heard = place.start + timedelta(minutes=rules.pitch_minutes + rules.question_minutes)
    where = _where(wanted, place)
    return Slot(place.start, min(heard, place.end), where, rules.pitch_minutes, rules.question_minutes)


def _where(wanted: Wanted, place: Assignment) -> str:
    """The address with the name of the room; nothing as long as nobody gave an address."""
    found = address(wanted.house, wanted.call, place.window)
    named = room(wanted.call, place.window, place.room, several=False)
    return f"{found}, {named}" if found and named else found


def _replaced(wanted: Wanted) -> EarlierLetter | None:
    """The invitation that no longer holds, since the pitch was moved after it left."""
    if not wanted.due.about:
        return None
    letter = last_invitation(wanted.selection, wanted.candidacy, wanted.due.about)
    if letter is None:
        return None
    dated = letter.dated or (letter.sent_at or letter.created_at).astimezone(BRUSSELS).date()
    due = Due(LetterType.INVITATION, letter.about)
    return EarlierLetter(reference_of(wanted.selection, wanted.candidacy, due), dated, decision_in(letter))


def _partnership(data: LetterData, wanted: Wanted) -> LetterData:
    """What follows for a partner, and how long a place on the reserve list counts."""
    call = wanted.call
    return replace(
        data,
        next_steps=letter_call.partner_steps(call),
        conditions=letter_call.conditions(call),
        valid_until=letter_call.reserve_until(call),
    )


def _term(data: LetterData, wanted: Wanted) -> LetterData:
    """The weerwoord, in the letters that open a term for it."""
    if not wanted.opens_term:
        return data
    end = term_if(wanted.call, wanted.planned).last_moment
    later = wanted.planned.channel is Channel.REGISTERED_RECEIPT
    note = words("term_note", days=wanted.call.rebuttal.days_to_submit) if later else ""
    return replace(data, term_end=end, term_note=note, rebuttal_to=wanted.call.submission_email)


_DECIDED: tuple[Fill, ...] = (scores, _partnership)
_FILLERS: dict[LetterType, tuple[Fill, ...]] = {
    LetterType.ACKNOWLEDGEMENT: (_arrival, _acknowledged),
    LetterType.LATE: (_arrival,),
    LetterType.INADMISSIBLE: (_arrival, _inadmissible),
    LetterType.INVITATION: (_slot,),
    LetterType.NOT_SHORTLISTED: (scores,),
    LetterType.SELECTED: _DECIDED,
    LetterType.RESERVE: _DECIDED,
    LetterType.NOT_SELECTED: _DECIDED,
    **ANSWERS,
}
