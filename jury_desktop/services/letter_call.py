"""What the call makes letters say; where it is silent, what holds for any call."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.services.letter_words import words


def reserve_until(call: Call) -> date:
    """The last day on which a place on the reserve list counts; by default the end of next year."""
    return call.letters.reserve_until or date(call.year + 1, 12, 31)


def confirm_by(call: Call, pitch: datetime) -> datetime:
    """Until when a candidate confirms to come to a pitch that starts at ``pitch``."""
    day = pitch.astimezone(BRUSSELS).date() - timedelta(days=call.letters.confirm_days)
    return datetime.combine(day, time.fromisoformat(call.letters.confirm_hour), BRUSSELS)


def attendance(call: Call) -> str:
    """Who may come to a pitch."""
    return call.letters.attendance or words("attendance")


def conditions(call: Call) -> tuple[str, ...]:
    """Under which conditions somebody is selected."""
    return call.letters.conditions or (words("condition_funding"),)


def partner_steps(call: Call) -> tuple[str, ...]:
    """What happens next for who is selected."""
    return call.letters.next_steps or (words("next_step", contact=call.contact.name),)
