"""The meeting of the jury at a stage: when, where and who was there, for the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """What somebody fills in about a meeting; see :class:`~jury_desktop.domain.meeting.Meeting`."""

    started_at: datetime
    ended_at: datetime | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    present: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What a step changed: the meeting as it is, and as it was (None: nothing had been noted)."""

    new: Meeting
    old: Meeting | None


@dataclass(frozen=True, slots=True)
class MeetingForm:
    """What there is to fill in: the meeting as noted, if it was, and who may have been there."""

    meeting: Meeting | None
    jurors: tuple[Juror, ...]
    proposed: MeetingDetails


@needs(Right.SEE_DELIBERATION)
def meeting_form(dossier: Dossier, stage: Stage) -> MeetingForm:
    """The meeting of a stage; until it was noted, a proposal with the whole jury from now on."""
    with dossier.read() as uow:
        noted, jurors = meeting_of(uow, stage), tuple(juror for juror in uow.jurors.find() if juror.active)
    contact = MeetingDetails(dossier.now(), present=tuple(juror.id for juror in jurors))
    return MeetingForm(noted, jurors, contact)


def meeting_of(uow: UnitOfWork, stage: Stage) -> Meeting | None:
    """The meeting of a stage, if it was noted."""
    return next(iter(uow.meetings.find(stage=stage)), None)


@needs(Right.DECIDE)
def keep_meeting(dossier: Dossier, stage: Stage, details: MeetingDetails) -> MeetingChange:
    """Keeps when and where the jury met and who was there.

    :raises JuryError: it ends before it begins, or somebody present is not of the jury.
    """
    if details.ended_at is not None and details.ended_at < details.started_at:
        raise refuse("meeting.ends_before", start=details.started_at, end=details.ended_at)
    with dossier.change() as uow:
        old = meeting_of(uow, stage)
        _refuse_strangers(uow, details.present)
        new = _filled(old or Meeting(new_id("meeting", stage), stage, details.started_at), details)
        if new != old:
            uow.meetings.save(new)
            record_change(uow, "meeting.noted", ("meeting", stage.value), old, new)
        return MeetingChange(new, old)


@needs(Right.DECIDE)
def take_back_meeting(dossier: Dossier, change: MeetingChange) -> None:
    """Puts back what was noted of the meeting before; refused when it was changed since."""
    with dossier.change() as uow:
        if uow.meetings.find(id=change.new.id) != (change.new,):
            raise refuse("meeting.changed_since")
        if change.old is None:
            uow.meetings.remove(change.new.id)
        else:
            uow.meetings.save(change.old)
        record_change(uow, "meeting.restored", ("meeting", change.new.stage.value), change.new, change.old)


@needs(Right.DECIDE)
def put_back_meeting(dossier: Dossier, meeting: Meeting) -> None:
    """What was noted of a meeting stands again as it was; refused when it was noted anew since."""
    with dossier.change() as uow:
        if meeting_of(uow, meeting.stage) is not None:
            raise refuse("meeting.changed_since")
        uow.meetings.save(meeting)
        record_change(uow, "meeting.restored", ("meeting", meeting.stage.value), None, meeting)


def _filled(meeting: Meeting, details: MeetingDetails) -> Meeting:
    return replace(
        meeting,
        started_at=details.started_at,
        ended_at=details.ended_at,
        place=details.place.strip(),
        chair=details.chair.strip(),
        secretary=details.secretary.strip(),
        present=tuple(dict.fromkeys(details.present)),
        guests=tuple(dict.fromkeys(filter(None, map(str.strip, details.guests)))),
    )


def _refuse_strangers(uow: UnitOfWork, present: Iterable[str]) -> None:
    known = {juror.id for juror in uow.jurors.find()}
    if strangers := [key for key in present if key not in known]:
        raise RuleError(say("meeting.not_of_the_jury", name=strangers[0]))
