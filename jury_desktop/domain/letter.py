"""Letters to candidates: their types, everything a letter may say, and what may be wrong with one.

What each type must contain stands in letters.md; the grounds are the wet van 29 juli 1991 (reasons in the act
itself) and the Bestuursdecreet, articles II.20 (contact person) and II.21 (mention of appeal).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jury_desktop.domain.call import Contact, Milestone
from jury_desktop.domain.messages import Message


class LetterType(StrEnum):
    """Every letter the program can write."""

    ACKNOWLEDGEMENT = "acknowledgement"
    LATE = "late"
    INADMISSIBLE = "inadmissible"
    INVITATION = "invitation"
    NOT_SHORTLISTED = "not_shortlisted"
    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    REBUTTAL_RECEIPT = "rebuttal_receipt"
    REBUTTAL_EXTENSION = "rebuttal_extension"
    """The answer to a rebuttal comes later than its receipt promised."""
    REBUTTAL_OUTCOME = "rebuttal_outcome"
    REVISED_DECISION = "revised_decision"


class Block(StrEnum):
    """A legal text of its own, versioned and approved apart from the letters that carry it."""

    APPEAL = "appeal"
    """Where and within which term to appeal: Raad van State, 60 days (Bestuursdecreet II.21)."""
    GROUNDS = "grounds"
    """The legal grounds of a reasoned decision (wet van 29 juli 1991)."""
    REBUTTAL = "rebuttal"
    """The weerwoord: who, how, and its last day in full with the hour."""
    COMPLAINT = "complaint"
    """A complaint about the service, which is something else than an appeal."""
    INSPECTION = "inspection"
    """The right to see one's own file."""
    CONTACT = "contact"
    """Who answers questions (Bestuursdecreet II.20)."""
    PERSONAL_DATA = "personal_data"
    """What happens with personal data."""


_ALWAYS = frozenset({Block.CONTACT, Block.PERSONAL_DATA})
_ACT = _ALWAYS | {Block.APPEAL, Block.GROUNDS}
_REFUSAL = _ACT | {Block.REBUTTAL, Block.COMPLAINT, Block.INSPECTION}

MANDATORY: dict[LetterType, frozenset[Block]] = {
    LetterType.ACKNOWLEDGEMENT: _ALWAYS,
    LetterType.LATE: _ACT,
    LetterType.INADMISSIBLE: _ACT,
    LetterType.INVITATION: _ALWAYS,
    LetterType.NOT_SHORTLISTED: _REFUSAL,
    LetterType.SELECTED: _ACT,
    LetterType.RESERVE: _ACT | {Block.REBUTTAL},
    LetterType.NOT_SELECTED: _REFUSAL,
    LetterType.REBUTTAL_RECEIPT: _ALWAYS,
    LetterType.REBUTTAL_EXTENSION: _ALWAYS,
    LetterType.REBUTTAL_OUTCOME: _ACT,
    LetterType.REVISED_DECISION: _ACT,
}
"""The blocks without which a letter of a type cannot become final."""

SILENT = frozenset({LetterType.ACKNOWLEDGEMENT, LetterType.REBUTTAL_RECEIPT, LetterType.REBUTTAL_EXTENSION})
"""The letters that make no decision known."""

OPENS_TERM = frozenset(type_ for type_, blocks in MANDATORY.items() if Block.REBUTTAL in blocks)
"""The letters whose dispatch starts a weerwoord term: those that name it. A revised decision starts one too
when it goes against the candidate."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends the letter. ``logo`` is a PNG or JPEG, described by ``logo_alt``."""

    name: str
    lines: tuple[str, ...]
    logo: bytes | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, and in which function."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class RoundScore:
    """What a round gave: ``name`` in a word, "pitch"; ``weight`` its part in the total, beside the others.

    :param score: on the call's scale; None where nobody scored it in that round.
    """

    name: str
    score: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One line of the score table.

    :param score: mean score on the call's scale, or None where the criterion did not apply ("n.v.t.").
    :param maximum: the top of the scale.
    :param motivation: the reasons on this criterion; blank lines part paragraphs.
    :param weight: how much it counts beside the others, as the call has it.
    :param by_round: its mean in each round, where the total rests on several.
    """

    criterion: str
    score: float | None
    maximum: float
    motivation: str
    weight: float = 1.0
    by_round: tuple[RoundScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a message arrived (aware) and which header or property proves it."""

    at: datetime
    proof: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the pitch plan; both moments are aware. Minutes of pitch and of questions."""

    start: datetime
    end: datetime
    place: str
    pitch_minutes: int
    question_minutes: int


@dataclass(frozen=True, slots=True)
class AnsweredPoint:
    """One argument of the weerwoord and the jury's answer to it.

    :param about: the criterion it is about, by name; "" for the decision as a whole.
    :param ruling: what the jury thinks of it in a word, "deels gegrond"; "" where that is not said.
    """

    argument: str
    answer: str
    about: str = ""
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class EarlierLetter:
    """The letter that a later one refers to; ``decision`` is what it said, "niet geselecteerd"."""

    reference: str
    dated: date
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterData:
    """Everything a template may use; what does not apply to a type stays at its default.

    :param reference: "ons kenmerk", unique per letter. ``candidacy`` is the number of the candidacy, "K-07".
    :param addressee: the lines in the address window, at most seven.
    :param salutation: without comma: "Geachte mevrouw Peeters", or neutral "Beste Noor Peeters".
    :param delivery: a line above the address: "Aangetekend", "Per e-mail".
    :param call_source: the document that holds the rules, as it is named in a decision.
    :param deciding_body: who decided, with its article: "de jury van het lokaal partnerschap".
    :param summary: the reasons for the decision as a whole, in the jury's words.
    :param total: combined score; ``maximum`` its scale, ``threshold`` the lowest score that can be selected.
    :param rounds: the score of each round that the total rests on; none where it rests on one.
    :param scored_unequally: a juror left a criterion out that another scored, so that the total does not
        follow to the last digit from the means in ``rows``.
    :param rank: the place in words, "plaats 9 van 14; de eerste acht zijn geselecteerd".
    :param criteria: the criteria of the round, by name.
    :param challenges: the challenges decided on: "Regio-uitdaging 2 (naam van de persona)".
    :param conditions: what the selection is subject to, a sentence each.
    :param next_steps: what happens now, a sentence each; ``next_step_on`` is the first date in it.
    :param valid_until: last day on which a place on the reserve list counts.
    :param deadline_source: the heading or line of ``call_source`` under which the deadline stands.
    :param condition: the condition that was not met, where the finding does not say it already;
        ``finding`` what was found, ``condition_source`` where the condition stands.
    :param attendance: who may come to the pitch, a sentence.
    :param term_end: last moment of the weerwoord (aware); ``rebuttal_to`` where it must arrive; ``term_note``
        what moves that moment, a sentence, where something still can.
    :param answer_by: the last day on which the weerwoord is answered; ``extension_reason`` why it is put off.
    :param rebuttal_in_time: whether the weerwoord arrived within its term.
    :param outcome_confirmed: True when the weerwoord leaves the decision as it was; ``outcome_in_part`` when
        it is followed in part, whatever becomes of the decision.
    :param scores_adapted: scores are others than in the letter that is answered; ``reasons_adapted`` the
        reasons of the decision. False where nobody knows.
    :param new_decision: the decision after weerwoord or revision, when it was taken anew: "geselecteerd".
    :param revision_reason: why the earlier decision is replaced; ``new_reasons`` those of the new one as a
        whole, where ``summary`` is what the jury says of the weerwoord.
    :param complaints_to: who handles complaints about the service; not the contact person.
    :param data_protection: whom to ask about personal data: an address or e-mail.
    :param other_names: names of candidates; no letter may mention another than its own. Not for templates.
    """

    sender: Sender
    contact: Contact
    signatory: Signatory
    place: str
    dated: date
    reference: str
    organisation: str
    addressee: tuple[str, ...]
    salutation: str
    candidacy: str
    call_title: str
    call_source: str = ""
    call_date: date | None = None
    milestones: tuple[Milestone, ...] = ()
    delivery: str = ""
    your_reference: str = ""
    deciding_body: str = ""
    decided_on: date | None = None
    summary: str = ""
    rows: tuple[ScoreRow, ...] = ()
    total: float | None = None
    maximum: float | None = None
    threshold: float | None = None
    rounds: tuple[RoundScore, ...] = ()
    scored_unequally: bool = False
    rank: str = ""
    criteria: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    next_step_on: date | None = None
    reserve_place: int | None = None
    valid_until: date | None = None
    arrival: Arrival | None = None
    deadline: datetime | None = None
    deadline_source: str = ""
    condition: str = ""
    condition_source: str = ""
    finding: str = ""
    slot: Slot | None = None
    attendance: str = ""
    confirm_by: datetime | None = None
    term_end: datetime | None = None
    rebuttal_to: str = ""
    term_note: str = ""
    rebuttal_arrival: Arrival | None = None
    rebuttal_in_time: bool | None = None
    answer_by: date | None = None
    extension_reason: str = ""
    points: tuple[AnsweredPoint, ...] = ()
    outcome_confirmed: bool | None = None
    outcome_in_part: bool = False
    scores_adapted: bool = False
    reasons_adapted: bool = False
    earlier: EarlierLetter | None = None
    revision_reason: str = ""
    new_reasons: str = ""
    new_decision: str = ""
    enclosures: tuple[str, ...] = ()
    complaints_to: str = ""
    data_protection: str = ""
    other_names: tuple[str, ...] = ()


class ProblemKind(StrEnum):
    """What pre-flight can find."""

    EMPTY_MOTIVATION = "empty_motivation"
    UNFILLED = "unfilled"
    OTHER_CANDIDATE = "other_candidate"
    WRONG_DATE = "wrong_date"
    CONTRADICTION = "contradiction"
    MISSING_BLOCK = "missing_block"
    UNAPPROVED_BLOCK = "unapproved_block"
    MISSING_CHARACTER = "missing_character"
    TOO_LONG = "too_long"
    UNCONFIRMED = "unconfirmed"
    UNHEEDED = "unheeded"
    """An argument is followed, and of its criterion neither score nor reason changed."""
    STALE_WORDS = "stale_words"
    """A score changed since the letter before, and the reasons beside it did not."""


_DOUBTS = frozenset({ProblemKind.UNHEEDED, ProblemKind.STALE_WORDS})
_WARNINGS = _DOUBTS | {ProblemKind.MISSING_CHARACTER}


@dataclass(frozen=True, slots=True)
class LetterProblem:
    """Something that pre-flight found. A letter with a blocking problem cannot become final."""

    kind: ProblemKind
    message: Message

    @property
    def blocking(self) -> bool:
        """Whether the letter may not become final because of it."""
        return self.kind not in _WARNINGS

    @property
    def doubtful(self) -> bool:
        """Whether somebody is asked about it before the letter becomes final."""
        return self.kind in _DOUBTS
