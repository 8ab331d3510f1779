"""Everything a letter says, gathered from the dossier."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from jury_desktop import wording
from jury_desktop.domain.call import BRUSSELS, Round, Rubric
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.letter import (
    AnsweredPoint,
    Arrival,
    EarlierLetter,
    LetterData,
    LetterType,
    ScoreRow,
    Slot,
)
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import Rebuttal, RebuttalOutcome
from jury_desktop.domain.score import item_scores
from jury_desktop.domain.selection import Selection, deciding
from jury_desktop.domain.sheet import items_of, label
from jury_desktop.domain.term import Channel, Communication, Term, TermRules, term
from jury_desktop.services.closing_days import closing_days
from jury_desktop.services.letterhead import House
from jury_desktop.services.record import as_json

_STAGE = {LetterType.INVITATION: Stage.SHORTLIST, LetterType.NOT_SHORTLISTED: Stage.SHORTLIST}
_CONFIRM_DAYS = 2
_ANSWER_DAYS = 14
"""Within how many days a rebuttal is answered where the call does not say."""
_UNDATED = date.min


def letter_data(
    selection: Selection, house: House, candidacy: Candidacy, type_: LetterType, today: date
) -> LetterData:
    """Everything the letter of this type to this candidate says, dated today."""
    data = _common(selection, house, candidacy, type_, today)
    for fill in _FILLERS[type_]:
        data = fill(data, selection, house, candidacy)
    return data


def basis_of(selection: Selection, house: House, candidacy: Candidacy, type_: LetterType) -> str:
    """SHA-256 of all that the letter rests on, whatever the day: another basis makes a letter outdated."""
    data = letter_data(selection, house, candidacy, type_, _UNDATED + timedelta(days=400))
    return hashlib.sha256(as_json(data).encode()).hexdigest()


def reference_of(selection: Selection, candidacy: Candidacy, type_: LetterType) -> str:
    """ "Ons kenmerk": call, candidacy and what the letter is, in the language of the letter."""
    return f"{selection.call.id}/{candidacy.reference}/{_words(f'kind_{type_.value}')}"


Fill = Callable[[LetterData, Selection, House, Candidacy], LetterData]


def _common(
    selection: Selection, house: House, candidacy: Candidacy, type_: LetterType, today: date
) -> LetterData:
    call = selection.call
    decision = selection.decision(candidacy.id, _STAGE.get(type_, Stage.FINAL))
    decided = decision.decided_at.astimezone(BRUSSELS).date() if decision else None
    return LetterData(
        sender=house.sender,
        contact=call.contact,
        signatory=house.signatory,
        place=house.place,
        dated=today,
        reference=reference_of(selection, candidacy, type_),
        organisation=candidacy.organisation,
        addressee=_addressee(candidacy),
        salutation=_salutation(candidacy),
        candidacy=candidacy.reference,
        call_title=call.letter_title or call.short_title,
        call_source=_words("call_source", title=call.title),
        call_date=call.milestones[0].start,
        milestones=call.milestones,
        deciding_body=call.deciding_body,
        decided_on=decided or today,
        data_protection=call.contact.email,
        complaints_to=house.complaints_to,
        other_names=tuple(c.organisation for c in selection.candidacies if c.id != candidacy.id),
    )


def _salutation(candidacy: Candidacy) -> str:
    """Greets the contact person, without the function behind the comma, or whoever reads it."""
    person = candidacy.contact.partition(",")[0].strip()
    return _words("salutation", name=person) if person else _words("salutation_unknown")


def _addressee(candidacy: Candidacy) -> tuple[str, ...]:
    street, _, town = candidacy.address.partition(",")
    lines = (candidacy.organisation, candidacy.contact, street.strip(), town.strip())
    return tuple(line for line in lines if line)


def _arrival(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    version = candidacy.first
    found = Arrival(version.received_at, version.received_by) if version.received_at else None
    source = selection.call.milestone("deadline").label
    return replace(data, arrival=found, deadline=selection.call.deadline, deadline_source=source)


def _inadmissible(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    source = _words("condition_source")
    reason = candidacy.admissibility_reason
    return replace(data, condition=reason, condition_source=source, finding=reason)


def _slot(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    place, rules = selection.place(candidacy.id), selection.call.pitch
    items = items_of(selection.call.rubric, candidacy.challenges, Round.PITCH)
    names = dict.fromkeys(item.criterion.title for item in items)
    if place is None:
        return replace(data, criteria=tuple(names))
    slot = Slot(place.start, place.end, house.pitch_place, rules.pitch_minutes, rules.question_minutes)
    confirm = datetime.combine(place.start.date() - timedelta(days=_CONFIRM_DAYS), time(12), BRUSSELS)
    attendance = _words("attendance")
    return replace(data, slot=slot, criteria=tuple(names), confirm_by=confirm, attendance=attendance)


def _final_scores(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    return _scores(data, selection, candidacy, Stage.FINAL)


def _shortlist_scores(
    data: LetterData, selection: Selection, house: House, candidacy: Candidacy
) -> LetterData:
    return _scores(data, selection, candidacy, Stage.SHORTLIST)


def _scores(data: LetterData, selection: Selection, candidacy: Candidacy, stage: Stage) -> LetterData:
    decision = selection.decision(candidacy.id, stage)
    score, place = (
        selection.open_scores(stage).get(candidacy.id),
        selection.ranks(stage).get(candidacy.id),
    )
    total = deciding(score, stage) if score else None
    rubric = selection.call.rubric
    return replace(
        data,
        summary=decision.summary if decision else "",
        rows=_score_rows(selection, candidacy, stage, decision),
        total=total,
        maximum=float(rubric.highest),
        threshold=_missed_threshold(rubric, stage, total),
        rank=_rank_words(selection, stage, place.first if place else None),
        challenges=tuple(f"{n}. {selection.call.challenge(n).personas}" for n in candidacy.challenges),
        reserve_place=decision.place if decision else None,
    )


def _score_rows(
    selection: Selection, candidacy: Candidacy, stage: Stage, decision: Decision | None
) -> tuple[ScoreRow, ...]:
    rubric = selection.call.rubric
    reasons = {line.item: line.text for line in decision.lines} if decision else {}
    rounds = selection.rounds(stage)
    items = {i.key: i for round_ in rounds for i in items_of(rubric, candidacy.challenges, round_)}
    sheets = [sheet for round_ in rounds for sheet in selection.open_sheets(candidacy.id, round_)]
    return tuple(
        ScoreRow(label(score.item), score.mean, float(rubric.highest), reasons.get(score.item.key, ""))
        for score in item_scores(sheets, tuple(items.values()))
    )


def _missed_threshold(rubric: Rubric, stage: Stage, total: float | None) -> float | None:
    """The threshold a decision rests on: only one that was missed; above it the rank decides."""
    threshold = rubric.invite_threshold if stage is Stage.SHORTLIST else rubric.threshold
    return threshold if threshold is not None and total is not None and total < threshold else None


def _rank_words(selection: Selection, stage: Stage, rank: int | None) -> str:
    if rank is None:
        return ""
    return _words("rank", rank=rank, total=len(selection.in_stage(stage)))


def _rebuttal_term(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    closed = closing_days(selection.call.rebuttal.extra_closing_days)
    sent = Communication(data.dated, Channel.EMAIL)
    end = term(sent, TermRules.from_call(selection.call.rebuttal), closed).last_moment
    return replace(data, term_end=end, rebuttal_to=selection.call.submission_email)


def _next_steps(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    valid = date(selection.call.year + 1, 12, 31)
    steps = (_words("next_step", contact=selection.call.contact.name),)
    conditions = (_words("condition_funding"),)
    return replace(data, next_steps=steps, conditions=conditions, valid_until=valid)


def _newest(selection: Selection, candidacy: Candidacy) -> Rebuttal:
    """The rebuttal that a letter on one is about."""
    found = [rebuttal for rebuttal in selection.rebuttals if rebuttal.candidacy == candidacy.id]
    return max(found, key=lambda rebuttal: rebuttal.received_at)


def _received(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    """What a receipt says; what the jury answers later does not touch it."""
    rebuttal = _newest(selection, candidacy)
    letter = next(letter for letter in selection.letters if letter.id == rebuttal.letter)
    ends = _term_of(selection, letter)
    return replace(
        data,
        decided_on=None,
        rebuttal_arrival=Arrival(rebuttal.received_at, rebuttal.channel),
        rebuttal_in_time=ends.met_by(rebuttal.received_at, rebuttal.received_at),
        term_end=ends.last_moment,
        answer_by=data.dated + timedelta(days=selection.call.rebuttal.days_to_assess or _ANSWER_DAYS),
        points=tuple(AnsweredPoint(point.text, "") for point in rebuttal.points),
        earlier=_earlier(selection, candidacy, letter),
    )


def _concluded(data: LetterData, selection: Selection, house: House, candidacy: Candidacy) -> LetterData:
    rebuttal = _newest(selection, candidacy)
    heard = rebuttal.outcome is not RebuttalOutcome.INADMISSIBLE
    return replace(
        data,
        decided_on=data.dated,
        rows=data.rows if heard else (),
        points=tuple(AnsweredPoint(p.text, p.answer) for p in rebuttal.points) if heard else (),
        outcome_confirmed=rebuttal.outcome is not RebuttalOutcome.REVISED,
        new_decision=rebuttal.outcome_text,
        summary=rebuttal.outcome_text,
    )


def _term_of(selection: Selection, letter: Letter) -> Term:
    sent = (letter.sent_at or letter.created_at).astimezone(BRUSSELS).date()
    communication = Communication(sent, Channel(letter.channel or Channel.EMAIL))
    closed = closing_days(selection.call.rebuttal.extra_closing_days)
    return term(communication, TermRules.from_call(selection.call.rebuttal), closed)


def _earlier(selection: Selection, candidacy: Candidacy, letter: Letter) -> EarlierLetter:
    sent = (letter.sent_at or letter.created_at).astimezone(BRUSSELS).date()
    reference = reference_of(selection, candidacy, LetterType(letter.type))
    return EarlierLetter(reference, sent, _words(f"decision_{letter.type}"))


def _words(key: str, **values: Value) -> str:
    """A sentence of the letters' own catalogue; letters are in Dutch whatever the window speaks."""
    return wording.render(say(f"letter_text.{key}", **values), "nl")


_DECIDED: tuple[Fill, ...] = (_final_scores, _next_steps, _rebuttal_term)
_FILLERS: dict[LetterType, tuple[Fill, ...]] = {
    LetterType.ACKNOWLEDGEMENT: (_arrival, _next_steps),
    LetterType.LATE: (_arrival, _rebuttal_term),
    LetterType.INADMISSIBLE: (_arrival, _inadmissible, _rebuttal_term),
    LetterType.INVITATION: (_slot,),
    LetterType.NOT_SHORTLISTED: (_shortlist_scores, _next_steps, _rebuttal_term),
    LetterType.SELECTED: _DECIDED,
    LetterType.RESERVE: _DECIDED,
    LetterType.NOT_SELECTED: _DECIDED,
    LetterType.REBUTTAL_RECEIPT: (_received,),
    LetterType.REBUTTAL_OUTCOME: (_final_scores, _received, _concluded),
    LetterType.REVISED_DECISION: (_final_scores, _received, _concluded),
}
