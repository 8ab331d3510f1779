"""The way back from each kind of event, by the service that takes such a step back: its rules hold here too.

An action that stands in no table here has no way back from the journal: ``past.py`` tells why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.talk import Talk
from jury_desktop.services.candidacies import (
    Particulars,
    correct_candidacy,
    particulars_of,
    set_availability,
    take_back_judgement,
)
from jury_desktop.services.confirm import take_back_confirmation
from jury_desktop.services.decide import put_back_decision, take_back_decision
from jury_desktop.services.dossier_settings import save_house
from jury_desktop.services.envelopes import envelope_of, save_envelope
from jury_desktop.services.jury_changes import JuryChange, pair_of, take_back_jury
from jury_desktop.services.letter_fate import take_back_fate
from jury_desktop.services.letter_texts import save_text, text_row, texts_of
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.meeting import MeetingChange, put_back_meeting, take_back_meeting
from jury_desktop.services.past_values import as_it_was, fields_of, the_one, whole
from jury_desktop.services.places import confirm_places, reopen_places
from jury_desktop.services.plan_moves import lock_pitch, take_back_communication
from jury_desktop.services.planning import communicate_plan
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rebuttal_register import (
    Arrived,
    WithdrawnRebuttal,
    correct_rebuttal,
    put_back_rebuttal,
    withdraw_rebuttal,
)
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    reopen_rebuttal,
    take_back_extension,
)
from jury_desktop.services.retention import put_retention, retention_of
from jury_desktop.services.rounds import latest_plan
from jury_desktop.services.sheet_history import names_of
from jury_desktop.services.talk import TalkChange, put_back_talk, take_back_talk
from jury_desktop.services.word_paper import paper_kept, set_word_paper

Back = Callable[[Dossier], object]
"""Takes a step back."""
Way = Callable[[UnitOfWork, Event], Back | None]
"""Finds, in a dossier as it is now, how an event is taken back; None when it is otherwise by now."""


def _candidacy(uow: UnitOfWork, event: Event) -> Candidacy | None:
    return next(iter(uow.candidacies.find(reference=event.subject)), None)


# candidacies


def _changed(uow: UnitOfWork, event: Event) -> Back | None:
    """Particulars, or when the candidate can pitch: each has a verb of its own."""
    now = _candidacy(uow, event)
    was = as_it_was(now, event) if now else None
    if now is None or was is None:
        return None
    if {field.name for field in fields(Particulars)}.issuperset(fields_of(event.new, Candidacy) or ()):
        return lambda dossier: correct_candidacy(dossier, now.id, particulars_of(was), undoes=now)
    stretches, preferred = was.unavailable, was.preferred_windows
    return lambda dossier: set_availability(dossier, now.id, stretches, preferred, undoes=now)


def _judged(uow: UnitOfWork, event: Event) -> Back | None:
    now = _candidacy(uow, event)
    was = as_it_was(now, event) if now else None
    if now is None or was is None:
        return None
    return lambda dossier: take_back_judgement(dossier, now, was)


def _confirmed(_uow: UnitOfWork, event: Event) -> Back | None:
    mails = tuple(json.loads(event.new))
    return lambda dossier: reopen_places(dossier, mails)


def _reopened(_uow: UnitOfWork, event: Event) -> Back | None:
    mails = tuple(json.loads(event.new))
    return lambda dossier: confirm_places(dossier, mails)


# the jury


def _juror(uow: UnitOfWork, event: Event) -> Back | None:
    """A juror is known by any name the journal has for this person."""
    if not event.old:
        added = whole(event.new, Juror)
        return _jury(JuryChange(jurors=((None, added),))) if added in uow.jurors.find() else None
    named = [juror for juror in uow.jurors.find() if event.subject in names_of(uow, juror.name)]
    found = the_one(named, event)
    return _jury(JuryChange(jurors=((found[1], found[0]),))) if found else None


def _juror_removed(uow: UnitOfWork, event: Event) -> Back | None:
    """The suspicions that went along with a juror come back along."""
    gone = whole(event.old, Juror)
    if gone is None or uow.jurors.find(id=gone.id):
        return None
    along = [each for each in uow.journal.of("conflict.withdrawn") if each.at == event.at]
    conflicts = (whole(each.old, Conflict) for each in along)
    back = tuple((conflict, None) for conflict in conflicts if conflict and conflict.juror == gone.id)
    return _jury(JuryChange(jurors=((gone, None),), conflicts=back))


def _conflict(uow: UnitOfWork, event: Event) -> Back | None:
    """Declared, confirmed or dismissed: what stood before it, or nothing."""
    if not event.old:
        new = whole(event.new, Conflict)
        return _jury(JuryChange(conflicts=((None, new),))) if new in uow.conflicts.find() else None
    found = the_one([each for each in uow.conflicts.find() if pair_of(uow, each) == event.subject], event)
    return _jury(JuryChange(conflicts=((found[1], found[0]),))) if found else None


def _conflict_withdrawn(uow: UnitOfWork, event: Event) -> Back | None:
    gone = whole(event.old, Conflict)
    if gone is None or not uow.jurors.find(id=gone.juror) or not uow.candidacies.find(id=gone.candidacy):
        return None
    return _jury(JuryChange(conflicts=((gone, None),)))


def _jury(change: JuryChange) -> Back:
    return lambda dossier: take_back_jury(dossier, change)


# the deliberation


def _decided(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = _candidacy(uow, event)
    decisions = uow.decisions.find(candidacy=candidacy.id) if candidacy else ()
    if not event.old:
        made = whole(event.new, Decision)
        return (lambda dossier: take_back_decision(dossier, made, None)) if made in decisions else None
    found = the_one(decisions, event)
    return (lambda dossier: take_back_decision(dossier, *found)) if found else None


def _eyes(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = _candidacy(uow, event)
    found = the_one(uow.decisions.find(candidacy=candidacy.id), event) if candidacy else None
    return (lambda dossier: take_back_confirmation(dossier, *found)) if found else None


def _undecided(_uow: UnitOfWork, event: Event) -> Back | None:
    gone = whole(event.old, Decision)
    return (lambda dossier: put_back_decision(dossier, gone)) if gone else None


def _talked(uow: UnitOfWork, event: Event) -> Back | None:
    if not event.new:
        gone = whole(event.old, Talk)
        return (lambda dossier: put_back_talk(dossier, gone)) if gone else None
    candidacy = _candidacy(uow, event)
    found = the_one(uow.talks.find(candidacy=candidacy.id), event) if candidacy else None
    if found is None:
        return None
    now, was = found
    nothing = was == Talk(was.id, was.candidacy, was.stage)
    return lambda dossier: take_back_talk(dossier, TalkChange(now, None if nothing else was))


def _met(uow: UnitOfWork, event: Event) -> Back | None:
    if not event.new:
        gone = whole(event.old, Meeting)
        return (lambda dossier: put_back_meeting(dossier, gone)) if gone else None
    now = next(iter(uow.meetings.find(stage=event.subject)), None)
    if now is None:
        return None
    first = not event.old and whole(event.new, Meeting) == now
    was = None if first else as_it_was(now, event)
    known = first or was is not None
    return (lambda dossier: take_back_meeting(dossier, MeetingChange(now, was))) if known else None


# letters, rebuttals, plan, settings


def _fate(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = _candidacy(uow, event)
    found = the_one(uow.letters.find(candidacy=candidacy.id), event) if candidacy else None
    return (lambda dossier: take_back_fate(dossier, *found)) if found else None


def _rebuttal(
    back: Callable[[Dossier, Rebuttal, Rebuttal], object], uow: UnitOfWork, event: Event
) -> Back | None:
    candidacy = _candidacy(uow, event)
    found = the_one(uow.rebuttals.find(candidacy=candidacy.id), event) if candidacy else None
    return (lambda dossier: back(dossier, *found)) if found else None


def _registered(uow: UnitOfWork, event: Event) -> Back | None:
    new = whole(event.new, Rebuttal)
    if new is None or new not in uow.rebuttals.find():
        return None
    return lambda dossier: withdraw_rebuttal(dossier, new.id)


def _withdrawn(uow: UnitOfWork, event: Event) -> Back | None:
    """The letters about it that went along are made again where they are owed."""
    gone = whole(event.old, Rebuttal)
    if gone is None or uow.rebuttals.find(id=gone.id):
        return None
    return lambda dossier: put_back_rebuttal(dossier, WithdrawnRebuttal(gone, ()))


def _answered(dossier: Dossier, now: Rebuttal, was: Rebuttal) -> object:
    return answer_points(dossier, now.id, was.points, was.outcome_text, undoes=now)


def _corrected(dossier: Dossier, now: Rebuttal, was: Rebuttal) -> object:
    arrived = Arrived(was.received_at, was.channel, was.mail, was.sent_at, was.submitted_by, was.entitled)
    return correct_rebuttal(dossier, now.id, arrived, was.points, undoes=now)


def _went_on(dossier: Dossier, now: Rebuttal, was: Rebuttal) -> object:
    return conclude_rebuttal(dossier, now.id, was.outcome, was.outcome_text)


def _concluded(dossier: Dossier, now: Rebuttal, _was: Rebuttal) -> object:
    return reopen_rebuttal(dossier, now.id, undoes=now)


def _locked(uow: UnitOfWork, event: Event) -> Back | None:
    plan, locked = latest_plan(uow), event.action == "plan.locked"
    pitches = plan.instance.pitches if plan else ()
    now = next((it for it in pitches if it.id == event.subject), None)
    if now is None or (now.pinned is not None) is not locked:
        return None
    return lambda dossier: lock_pitch(dossier, event.subject, locked=not locked)


def _communicated(uow: UnitOfWork, event: Event) -> Back | None:
    plan = latest_plan(uow)
    if plan is None or plan.communicated_at is None or f"v{plan.version}" != event.subject:
        return None
    return lambda dossier: take_back_communication(dossier, plan)


def _told_not(uow: UnitOfWork, event: Event) -> Back | None:
    plan = latest_plan(uow)
    if plan is None or plan.communicated_at is not None or f"v{plan.version}" != event.subject:
        return None
    return communicate_plan


def _set(uow: UnitOfWork, event: Event) -> Back | None:
    if event.subject == "envelope":
        place = as_it_was(envelope_of(uow.settings), event)
        return (lambda dossier: save_envelope(dossier, place)) if place else None
    if event.subject == "word_paper":
        paper = as_it_was(paper_kept(uow.settings), event)
        return (lambda dossier: set_word_paper(dossier, paper)) if paper else None
    house = as_it_was(house_of(uow.call, uow.settings), event)
    return (lambda dossier: save_house(dossier, house)) if house and event.subject == "letters" else None


def _retained(uow: UnitOfWork, event: Event) -> Back | None:
    kept = as_it_was(retention_of(uow), event)
    return (lambda dossier: put_retention(dossier, kept)) if kept else None


def _worded(uow: UnitOfWork, event: Event) -> Back | None:
    """An event on a text tells subject and body where they differ, and on a block its approval."""
    kind = next(each for each in (*LetterType, *Block) if each.value == event.subject)
    text = text_row(kind, texts_of(uow)).text
    now = {"subject_line": text.subject, "body": text.body}
    old, new = (
        {k: v for k, v in json.loads(side or "{}").items() if k in now} for side in (event.old, event.new)
    )
    if not new or any(now[name] != value for name, value in new.items()):
        return None
    was = {**now, **dict.fromkeys(new, ""), **old}
    return lambda dossier: save_text(dossier, kind, OwnText(was["subject_line"], was["body"]))


WAYS: Mapping[str, Way] = {
    "candidacy.changed": _changed,
    "candidacy.judged": _judged,
    "mail.confirmed": _confirmed,
    "mail.reopened": _reopened,
    "juror.added": _juror,
    "juror.changed": _juror,
    "juror.removed": _juror_removed,
    "conflict.declared": _conflict,
    "conflict.confirmed": _conflict,
    "conflict.dismissed": _conflict,
    "conflict.restored": _conflict,
    "conflict.withdrawn": _conflict_withdrawn,
    "decision.made": _decided,
    "decision.withdrawn": _undecided,
    "decision.confirmed": _eyes,
    "decision.sent_back": _eyes,
    "decision.confirmation_taken_back": _eyes,
    "talk.noted": _talked,
    "talk.agreed": _talked,
    "talk.second_look": _talked,
    "talk.looked_again": _talked,
    "talk.restored": _talked,
    "meeting.noted": _met,
    "meeting.restored": _met,
    "letter.bounced": _fate,
    "letter.received": _fate,
    "letter.presented": _fate,
    "letter.fate_withdrawn": _fate,
    "rebuttal.registered": _registered,
    "rebuttal.put_back": _registered,
    "rebuttal.withdrawn": _withdrawn,
    "rebuttal.answered": partial(_rebuttal, _answered),
    "rebuttal.corrected": partial(_rebuttal, _corrected),
    "rebuttal.extended": partial(_rebuttal, take_back_extension),
    "rebuttal.extension_withdrawn": partial(_rebuttal, take_back_extension),
    "rebuttal.concluded": partial(_rebuttal, _concluded),
    "rebuttal.reopened": partial(_rebuttal, _went_on),
    "plan.locked": _locked,
    "plan.unlocked": _locked,
    "plan.communicated": _communicated,
    "plan.not_communicated": _told_not,
    "settings.changed": _set,
    "retention.set": _retained,
    "text.changed": _worded,
    "text.restored": _worded,
}
"""By action; each is tried in ``tests/services/test_past.py``."""
