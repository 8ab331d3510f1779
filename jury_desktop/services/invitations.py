"""Which invitation a candidate is owed: the first, or a next one since the pitch was moved after it left."""

from __future__ import annotations

from datetime import datetime

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.pitch import Assignment
from jury_desktop.domain.selection import Selection

FIRST = 1


def number_of(about: str) -> int:
    """The number of an invitation by what it is about: the first is about nothing else, the next "2"."""
    return int(about) if about else FIRST


def invitation_now(selection: Selection, candidacy: Candidacy) -> str:
    """What the invitation that holds now is about: "" for the first, "2" once the pitch begins at another
    moment or has another address than the first one that left told, and so on."""
    last = last_invitation(selection, candidacy)
    if last is None:
        return ""
    told, now = _place_at(selection, candidacy, last.created_at), selection.place(candidacy.id)
    if now is None or not (_moved(told, now) or _readdressed(selection, now, last)):
        return last.about
    return str(number_of(last.about) + 1)


def _moved(told: Assignment | None, now: Assignment) -> bool:
    return told is not None and told.start != now.start


def _readdressed(selection: Selection, now: Assignment, last: Letter) -> bool:
    """Whether the session has got another address since the letter was made."""
    moments = (each.readdressed_at for each in selection.windows if each.id == now.window)
    return any(moment is not None and moment > last.created_at for moment in moments)


def last_invitation(selection: Selection, candidacy: Candidacy, before: str = "") -> Letter | None:
    """The last invitation that left; with ``before`` the last of a lower number than that."""
    sent = [
        letter
        for letter in selection.letters_to(candidacy.id)
        if letter.sent
        and letter.type == LetterType.INVITATION
        and (not before or number_of(letter.about) < number_of(before))
    ]
    return max(sent, key=lambda letter: number_of(letter.about), default=None)


def _place_at(selection: Selection, candidacy: Candidacy, moment: datetime) -> Assignment | None:
    """Where the pitch stood on the plan that was the newest at a moment."""
    known = [plan for plan in selection.plans if plan.created_at <= moment]
    newest = max(known, key=lambda plan: plan.version, default=None)
    places = newest.plan.assignments if newest is not None else ()
    return next((place for place in places if place.pitch == candidacy.reference), None)
