"""The call and its rules, exactly as a call file states them.

The rules stand in ``call_rules``, the texts in ``call_texts``; whoever needs a call finds all of it here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jury_desktop.domain.call_rules import (
    Anchor,
    Consequence,
    Counts,
    Criterion,
    CriterionKind,
    DeliberationRules,
    LetterRules,
    PitchRules,
    RebuttalRules,
    Reveal,
    Round,
    Rubric,
    TieRule,
)
from jury_desktop.domain.call_texts import Challenge, Goal, Headings, LocalAnalysis, Obstacle, ServiceType

__all__ = [
    "BRUSSELS",
    "FORM_KEYS",
    "MILESTONES",
    "Anchor",
    "Call",
    "Challenge",
    "Completeness",
    "Consequence",
    "Contact",
    "Counts",
    "Criterion",
    "CriterionKind",
    "DeliberationRules",
    "FormField",
    "Goal",
    "Headings",
    "LetterRules",
    "LocalAnalysis",
    "Milestone",
    "Obstacle",
    "PitchRules",
    "RebuttalRules",
    "RequiredItem",
    "Reveal",
    "Round",
    "Rubric",
    "ServiceType",
    "SessionWindow",
    "TieRule",
]

BRUSSELS = ZoneInfo("Europe/Brussels")
"""The zone in which every date and hour of a call is meant."""

MILESTONES = ("launch", "deadline", "written_assessment", "written_result", "pitches", "decision", "rebuttal")
"""The milestones every call has; a call may have more."""

FORM_KEYS = ("organisation", "challenges")
"""The fields without which a candidacy cannot be told from another; a call form has at least these."""


@dataclass(frozen=True, slots=True)
class SessionWindow:
    """A half-day of pitches. ``start`` and ``end`` are aware; ``rooms`` pitches can run side by side.

    :param place: where candidates have to be; empty is the place of the pitches in the settings.
    :param room_names: what the rooms are called, the first in front; one without goes by its number.
    :param online: candidates come by network; ``place`` is then how.
    """

    id: str
    start: datetime
    end: datetime
    rooms: int
    place: str = ""
    room_names: tuple[str, ...] = ()
    online: bool = False

    @property
    def minutes(self) -> int:
        """Length of the window in minutes."""
        return int((self.end - self.start).total_seconds() // 60)

    def room_name(self, room: int) -> str:
        """What a room (from 1) is called; empty when it goes by its number."""
        return self.room_names[room - 1] if room <= len(self.room_names) else ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One line of the timing. ``text`` is the call's own wording of the moment; ``start`` and ``end`` are
    calendar dates (equal for one day; for "before the 15th" both are the 14th, the last day allowed),
    None where the call gives a rule instead of a date."""

    key: str
    label: str
    text: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers questions about the call."""

    name: str
    role: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the candidacy form: its key in the dossier and the labels a form may print before it."""

    key: str
    labels: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class RequiredItem:
    """Something the call asks of a candidacy, for the regisseur to tick off.

    :param source: the line of the call it rests on; empty for what is only asked to be able to work.
    :param fields: fields of the form that together show it.
    :param files: patterns of file names that show it, such as ``*begroting*``, without regard to capitals.
    :param only_with: a field of the form without which it is not asked; empty when it always is.
    """

    key: str
    title: str
    source: str = ""
    fields: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    only_with: str = ""


@dataclass(frozen=True, slots=True)
class Completeness:
    """What makes a candidacy complete, and the calendar days a candidate gets to send what lacks."""

    answer_days: int = 7
    items: tuple[RequiredItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call: all that is a rule or a text of one selection, and nothing of the program.

    :param id: name of the call file, for example ``"lier-2023"``.
    :param area: the area in the call's own words; ``municipalities`` are the official names.
    :param deadline: the minute the call names, in Brussels time. Everything through the last second of
        that minute counts as in time (intake.md): a deadline of 23:59:00 admits 23:59:59.
    :param windows: the session windows in order of time, never overlapping.
    :param letter_title: how a letter names what is applied for ("het lokaal partnerschap …").
    :param own_servers: host names of the mail servers whose Received line proves the time of arrival.
    """

    id: str
    title: str
    short_title: str
    year: int
    area: tuple[str, ...]
    municipalities: tuple[str, ...]
    intro: tuple[str, ...]
    challenges: tuple[Challenge, ...]
    analysis: LocalAnalysis
    milestones: tuple[Milestone, ...]
    deadline: datetime
    windows: tuple[SessionWindow, ...]
    pitch: PitchRules
    rubric: Rubric
    rebuttal: RebuttalRules
    contact: Contact
    contact_text: str
    submission_email: str
    submission_text: str
    own_servers: tuple[str, ...]
    deciding_body: str
    form: tuple[FormField, ...]
    text: str
    """The call file itself, as read; kept in the dossier."""
    headings: Headings = field(default_factory=Headings)
    letter_title: str = ""
    completeness: Completeness = Completeness()
    deliberation: DeliberationRules = field(default_factory=DeliberationRules)
    letters: LetterRules = field(default_factory=LetterRules)

    def challenge(self, number: int) -> Challenge:
        """The challenge with this number; KeyError if the call has none."""
        return {challenge.number: challenge for challenge in self.challenges}[number]

    def milestone(self, key: str) -> Milestone:
        """The milestone with this key; every call has those of :data:`MILESTONES`, KeyError for another."""
        return {milestone.key: milestone for milestone in self.milestones}[key]
