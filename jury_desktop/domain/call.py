"""The call and its rules, exactly as a call file states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
"""The zone in which every date and hour of a call is meant."""

MILESTONES = ("launch", "deadline", "written_assessment", "written_result", "pitches", "decision", "rebuttal")
"""The milestones every call has; a call may have more."""

FORM_KEYS = ("organisation", "challenges")
"""The fields without which a candidacy cannot be told from another; a call form has at least these."""


class Round(StrEnum):
    """The two rounds of assessment."""

    WRITTEN = "written"
    PITCH = "pitch"


class CriterionKind(StrEnum):
    """Whether a criterion is scored once per chosen challenge or once per candidacy."""

    CHALLENGE = "challenge"
    GENERAL = "general"


class TieRule(StrEnum):
    """How the call breaks a tie, in the order the call file lists them."""

    PITCH_SCORE = "pitch_score"
    WRITTEN_SCORE = "written_score"
    CHALLENGES_COVERED = "challenges_covered"


class Reveal(StrEnum):
    """When a score sheet of somebody else may be seen."""

    CANDIDACY_COMPLETE = "candidacy_complete"
    """Once every juror who must score the candidacy in this round has submitted."""
    ROUND_COMPLETE = "round_complete"
    """Once every sheet of the round has been submitted."""


class Anchor(StrEnum):
    """What the weerwoord term counts from (letters.md: "einddatum + 14 dagen" leaves it open)."""

    INDIVIDUAL_COMMUNICATION = "individual_communication"
    RECEIPT = "receipt"
    FIXED_DATE = "fixed_date"


@dataclass(frozen=True, slots=True)
class Goal:
    """One "zodat ze …" of a challenge. ``key`` is challenge and position: ``"1.03"``."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One obstacle of a challenge. ``key`` is challenge and position: ``"1.03"``."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """A regio-uitdaging, in the call's own words.

    :param prevalence: its place in order of how common the persona is (1 = most).
    :param statement: the paragraphs before the obstacles.
    :param heading: the line above it in the call.
    :param goals_intro: the question the goals complete ("… zodat ze:").
    """

    number: int
    personas: str
    prevalence: int
    statement: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    goals: tuple[Goal, ...]
    heading: str = ""
    goals_intro: str = ""


@dataclass(frozen=True, slots=True)
class SessionWindow:
    """A half-day of pitches. ``start`` and ``end`` are aware; ``rooms`` pitches can run side by side."""

    id: str
    start: datetime
    end: datetime
    rooms: int

    @property
    def minutes(self) -> int:
        """Length of the window in minutes."""
        return int((self.end - self.start).total_seconds() // 60)


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
class Criterion:
    """What a juror scores.

    :param key: stable name within the call, for example ``"outreach"``.
    :param anchors: one sentence per value of the scale, lowest first.
    :param source: the line of the addendum it rests on.
    :param weight: relative weight within a sheet; a challenge criterion carries it per chosen challenge.
    """

    key: str
    kind: CriterionKind
    title: str
    question: str
    source: str
    weight: float
    anchors: tuple[str, ...]
    rounds: tuple[Round, ...]
    comment_required: bool
    not_applicable_allowed: bool


@dataclass(frozen=True, slots=True)
class Rubric:
    """How the call scores: scale, criteria, the fixed weight of the rounds, thresholds and tie rules.

    :param round_weights: weight of written and pitch, together 1.
    :param threshold: the lowest combined score with which a candidacy may be selected, or None.
    :param challenge_weights: factor per challenge number (prevalence may serve as weight), 1.0 if plain.
    """

    lowest: int
    highest: int
    criteria: tuple[Criterion, ...]
    round_weights: tuple[tuple[Round, float], ...]
    threshold: float | None
    invite_threshold: float | None
    ties: tuple[TieRule, ...]
    reveal: Reveal
    challenge_weights: tuple[tuple[int, float], ...]

    def weight_of(self, round_: Round) -> float:
        """The fixed weight of a round in the combined score."""
        return dict(self.round_weights)[round_]

    def criterion(self, key: str) -> Criterion:
        """The criterion with this key; KeyError if there is none."""
        return {criterion.key: criterion for criterion in self.criteria}[key]


@dataclass(frozen=True, slots=True)
class PitchRules:
    """The course of a pitch and of a session; all lengths in minutes."""

    pitch_minutes: int
    question_minutes: int
    deliberation_minutes: int
    quorum: int
    panel_max: int | None
    break_after: int
    break_minutes: int
    changeover_minutes: int
    grid_minutes: int
    expertise: str
    common_jurors: int

    @property
    def minutes(self) -> int:
        """The whole length of one pitch on the plan."""
        return self.pitch_minutes + self.question_minutes + self.deliberation_minutes


@dataclass(frozen=True, slots=True)
class RebuttalRules:
    """The weerwoord term of the call: days to submit and assess, what it counts from, last hour.

    :param days_to_assess: calendar days for the answer; 0 where the call promises no term for it.
    :param shift: whether an end on a Saturday, Sunday or legal holiday moves to the next working day.
    :param third_working_day: of a registered letter: the third working day is day 1 or day 0 of the term.
    :param hour: last hour of the last day, "23:59", Europe/Brussels.
    :param extra_closing_days: days on which the office is closed besides the legal holidays.
    :param fixed_date: the day the term counts from when the anchor is a fixed date, else None.
    """

    anchor: Anchor
    days_to_submit: int
    days_to_assess: int
    shift: bool
    third_working_day: int
    hour: str
    extra_closing_days: tuple[date, ...]
    fixed_date: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceType:
    """A type of service the arena analysis found most needed."""

    text: str


@dataclass(frozen=True, slots=True)
class LocalAnalysis:
    """Verrijking, arena analysis and the other local input, in the call's own words; a call may lack any.

    :param arena_preferences: the way of working the participants prefer, one paragraph per group.
    :param arena_needs: what else they need, such as support for families.
    """

    enrichment_intro: tuple[str, ...] = ()
    recurring_points: tuple[str, ...] = ()
    extra_ideas: tuple[str, ...] = ()
    extra_obstacles_intro: str = ""
    extra_obstacles: tuple[str, ...] = ()
    arena_intro: tuple[str, ...] = ()
    arena_preferences: tuple[str, ...] = ()
    arena_needs: tuple[str, ...] = ()
    services_intro: str = ""
    services: tuple[ServiceType, ...] = ()
    arena_closing: tuple[str, ...] = ()
    other_input: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headings:
    """What the call prints above its parts; letters cite them ("zie Lokale timing"). Empty where it has none.

    :param timing_points: the points listed under the heading of the timing, before its table.
    """

    area: str = ""
    challenges: str = ""
    analysis: str = ""
    enrichment: str = ""
    arena: str = ""
    personas: str = ""
    other_input: str = ""
    timing: str = ""
    timing_points: tuple[str, ...] = ()
    contact: str = ""


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
    headings: Headings = Headings()
    letter_title: str = ""
    completeness: Completeness = Completeness()

    def challenge(self, number: int) -> Challenge:
        """The challenge with this number; KeyError if the call has none."""
        return {challenge.number: challenge for challenge in self.challenges}[number]

    def milestone(self, key: str) -> Milestone:
        """The milestone with this key; every call has those of :data:`MILESTONES`, KeyError for another."""
        return {milestone.key: milestone for milestone in self.milestones}[key]
