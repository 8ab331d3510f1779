"""The rules of a call: how it scores, how a pitch goes, and the term for a weerwoord."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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


class Consequence(StrEnum):
    """What follows when a candidate comes late to the pitch, or not at all."""

    AS_PLANNED = "as_planned"
    """The whole pitch, later."""
    SHORTENED = "shortened"
    """The time that was lost is taken from the pitch."""
    MOVED = "moved"
    """The pitch gets another free place on the plan."""
    WITHDRAWN = "withdrawn"
    """No pitch, and so no score of one: never a zero. The written score stands."""


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
    """The course of a pitch and of a session; all lengths in minutes.

    :param juror_may_miss: percent of pitch and questions that a late juror may miss and still score; None
        where the call leaves that to the regisseur.
    :param candidate_late: what follows when a candidate comes late, ``candidate_absent`` when nobody comes;
        None where the call leaves that to the regisseur.
    """

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
    juror_may_miss: int | None = None
    candidate_late: Consequence | None = None
    candidate_absent: Consequence | None = None

    @property
    def minutes(self) -> int:
        """The whole length of one pitch on the plan."""
        return self.pitch_minutes + self.question_minutes + self.deliberation_minutes

    @property
    def length(self) -> timedelta:
        """The same as a stretch of time."""
        return timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class DeliberationRules:
    """How the jury decides.

    :param four_eyes: a second person confirms each decision before a letter that tells it becomes final.
    """

    four_eyes: bool = False


class Counts(StrEnum):
    """Which moment of the weerwoord must lie within the term."""

    DISPATCH = "dispatch"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class LetterRules:
    """What letters say by the call. A sentence that the call leaves out is one that holds for any call.

    :param reserve_until: last day on which a place on the reserve list counts; None where the call is silent.
    :param confirm_days: calendar days before the pitch by which a candidate confirms, at ``confirm_hour``.
    :param attendance: who may come to a pitch, a sentence.
    :param conditions: what a selection is subject to, and ``next_steps`` what follows it; a sentence each.
    """

    reserve_until: date | None = None
    confirm_days: int = 2
    confirm_hour: str = "12:00"
    attendance: str = ""
    conditions: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RebuttalRules:
    """The weerwoord term of the call: days to submit and assess, what it counts from, last hour.

    :param days_to_assess: calendar days for the answer; 0 where the call promises no term for it.
    :param shift: whether an end on a Saturday, Sunday or legal holiday moves to the next working day.
    :param third_working_day: of a registered letter: the third working day is day 1 or day 0 of the term.
    :param hour: last hour of the last day, "23:59", Europe/Brussels.
    :param extra_closing_days: days on which the office is closed besides the legal holidays.
    :param fixed_date: the day the term counts from when one of the anchors is a fixed date, else None.
    :param counts: whether a weerwoord must be sent or received within the term.
    :param latest_of: other readings of the call; of all ends the latest holds.
    """

    anchor: Anchor
    days_to_submit: int
    days_to_assess: int
    shift: bool
    third_working_day: int
    hour: str
    extra_closing_days: tuple[date, ...]
    fixed_date: date | None = None
    counts: Counts = Counts.RECEIPT
    latest_of: tuple[Anchor, ...] = ()
