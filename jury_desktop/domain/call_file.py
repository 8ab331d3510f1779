"""A call file (TOML) into a :class:`~jury_desktop.domain.call.Call`: what each table holds.

The fields are listed here, their kinds are in ``call_fields``, the rules between fields in ``call_checks``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from jury_desktop.domain.call import (
    Anchor,
    Call,
    Challenge,
    Completeness,
    Consequence,
    Contact,
    Counts,
    Criterion,
    CriterionKind,
    DeliberationRules,
    FormField,
    Goal,
    Headings,
    LetterRules,
    LocalAnalysis,
    Milestone,
    Obstacle,
    PitchRules,
    RebuttalRules,
    RequiredItem,
    Reveal,
    Round,
    Rubric,
    ServiceType,
    SessionWindow,
    TieRule,
)
from jury_desktop.domain.call_checks import check
from jury_desktop.domain.call_fields import (
    Field,
    Omittable,
    Reader,
    by_number,
    choice,
    clock,
    day,
    email,
    flag,
    host,
    many,
    moment,
    number,
    slug,
    table,
    whole,
    words,
)
from jury_desktop.domain.call_lines import field_lines
from jury_desktop.domain.errors import CallFileError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Expertise


@lru_cache(maxsize=8)
def parse_call(text: str, source: str) -> Call:
    """The call that ``text`` describes; known again when a dossier is opened again.

    Moments must carry the offset of Brussels on their day and come back in Brussels time. The deadline
    is the minute it names: 23:59:00 in the file admits everything through 23:59:59 (intake.md).

    :param source: the name of the file, for messages.
    :raises CallFileError: the text is no TOML, or a field lacks, is unknown, of the wrong kind or against
        a rule; the message names the field and the line and says what was expected.
    """
    root = _root(text, source)
    call = _CALL(root)
    check(root, call)
    return replace(call, text=text, rubric=_with_plain_weights(call))


def _root(text: str, source: str) -> Field:
    try:
        return Field(tomllib.loads(text), source, field_lines(text))
    except (ValueError, RecursionError) as error:
        raise _not_toml(str(error), text, source) from None


def _not_toml(reason: str, text: str, source: str) -> CallFileError:
    """The error for a text that is no TOML; the place is taken from the words of tomllib."""
    lines = text.split("\n")  # as tomllib counts them
    place = re.search(r"at line (\d+), column (\d+)", reason)
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    key = "twice" if reason.startswith(("Cannot", "Duplicate")) else "not_toml"
    shown = lines[min(line, len(lines)) - 1].strip()
    return CallFileError(say(f"call.{key}", source=source, line=line, column=column, shown=shown[:60]))


def _with_plain_weights(call: Call) -> Rubric:
    """The rubric with a weight for every challenge: 1 where the call file gives none."""
    given = dict(call.rubric.challenge_weights)
    plain = tuple((challenge.number, given.get(challenge.number, 1.0)) for challenge in call.challenges)
    return replace(call.rubric, challenge_weights=plain)


def _challenge(number: int, obstacles: tuple[str, ...], goals: tuple[str, ...], **texts: Any) -> Challenge:
    return Challenge(
        number=number,
        obstacles=tuple(Obstacle(f"{number}.{place:02}", text) for place, text in enumerate(obstacles, 1)),
        goals=tuple(Goal(f"{number}.{place:02}", text) for place, text in enumerate(goals, 1)),
        **texts,
    )


def _round_weights(written: float, pitch: float) -> tuple[tuple[Round, float], ...]:
    return (Round.WRITTEN, written), (Round.PITCH, pitch)


_MINUTES = whole(1, 480)
_PAUSE = whole(0, 480)
_DAYS = whole(0, 366)
_SHARE = number(0, 1)
_WEIGHT = number(0.01, 1000)
_TEXTS = many(words)
_NO_TEXT = Omittable(words, "")
_NO_TEXTS = Omittable(many(words, at_least=0), ())

_HEADINGS = table(
    Headings,
    area=_NO_TEXT,
    challenges=_NO_TEXT,
    analysis=_NO_TEXT,
    enrichment=_NO_TEXT,
    arena=_NO_TEXT,
    personas=_NO_TEXT,
    other_input=_NO_TEXT,
    timing=_NO_TEXT,
    timing_points=_NO_TEXTS,
    contact=_NO_TEXT,
)

_CHALLENGE = table(
    _challenge,
    number=whole(1, 99),
    prevalence=whole(1, 99),
    personas=words,
    heading=_NO_TEXT,
    statement=_NO_TEXTS,
    obstacles=_TEXTS,
    goals_intro=_NO_TEXT,
    goals=_TEXTS,
)

_SERVICES = many(lambda entry: ServiceType(words(entry)), at_least=0)

_ANALYSIS = table(
    LocalAnalysis,
    enrichment_intro=_NO_TEXTS,
    recurring_points=_NO_TEXTS,
    extra_ideas=_NO_TEXTS,
    extra_obstacles_intro=_NO_TEXT,
    extra_obstacles=_NO_TEXTS,
    arena_intro=_NO_TEXTS,
    arena_preferences=_NO_TEXTS,
    arena_needs=_NO_TEXTS,
    services_intro=_NO_TEXT,
    services=Omittable(_SERVICES, ()),
    arena_closing=_NO_TEXTS,
    other_input=_NO_TEXTS,
)

_MILESTONE = table(Milestone, key=slug, label=words, text=words, start=Omittable(day), end=Omittable(day))

_WINDOW = table(SessionWindow, id=slug, start=moment, end=moment, rooms=whole(1, 50))

_PITCH = table(
    PitchRules,
    pitch_minutes=_MINUTES,
    question_minutes=_PAUSE,
    deliberation_minutes=_PAUSE,
    quorum=whole(1, 100),
    panel_max=Omittable(whole(1, 100)),
    break_after=whole(1, 100),
    break_minutes=_PAUSE,
    changeover_minutes=_PAUSE,
    grid_minutes=whole(1, 60),
    expertise=choice(Expertise),
    common_jurors=whole(0, 100),
    juror_may_miss=Omittable(whole(0, 100)),
    candidate_late=Omittable(choice(Consequence)),
    candidate_absent=Omittable(choice(Consequence, Consequence.MOVED, Consequence.WITHDRAWN)),
)

_CRITERION = table(
    Criterion,
    key=slug,
    kind=choice(CriterionKind),
    title=words,
    question=words,
    source=words,
    weight=_WEIGHT,
    rounds=many(choice(Round)),
    comment_required=flag,
    not_applicable_allowed=flag,
    anchors=_TEXTS,
)

_RUBRIC = table(
    Rubric,
    lowest=whole(0, 99),
    highest=whole(1, 100),
    threshold=Omittable(number(0, 100)),
    invite_threshold=Omittable(number(0, 100)),
    ties=many(choice(TieRule), at_least=0),
    reveal=choice(Reveal),
    round_weights=table(_round_weights, written=_SHARE, pitch=_SHARE),
    challenge_weights=Omittable(by_number(_WEIGHT), ()),
    criteria=many(_CRITERION),
)

_DELIBERATION = table(DeliberationRules, four_eyes=Omittable(flag, False))

_LETTERS = table(
    LetterRules,
    reserve_until=Omittable(day),
    confirm_days=Omittable(whole(0, 30), LetterRules().confirm_days),
    confirm_hour=Omittable(clock, LetterRules().confirm_hour),
    attendance=_NO_TEXT,
    conditions=_NO_TEXTS,
    next_steps=_NO_TEXTS,
)

_REBUTTAL = table(
    RebuttalRules,
    anchor=choice(Anchor),
    fixed_date=Omittable(day),
    days_to_submit=whole(1, 366),
    days_to_assess=_DAYS,
    shift=flag,
    third_working_day=whole(0, 1),
    hour=clock,
    extra_closing_days=many(day, at_least=0),
    counts=Omittable(choice(Counts), Counts.RECEIPT),
    latest_of=Omittable(many(choice(Anchor)), ()),
)

_CONTACT = table(Contact, name=words, role=words, email=email, phone=words)

_FORM_FIELD = table(FormField, key=slug, labels=_TEXTS, required=flag)

_ITEM = table(
    RequiredItem,
    key=slug,
    title=words,
    source=_NO_TEXT,
    fields=Omittable(many(slug), ()),
    files=_NO_TEXTS,
    only_with=Omittable(slug, ""),
)

_COMPLETENESS = table(Completeness, answer_days=whole(1, 90), items=Omittable(many(_ITEM), ()))

_CALL: Reader[Call] = table(
    partial(Call, text=""),
    id=slug,
    title=words,
    short_title=words,
    letter_title=Omittable(words, ""),
    year=whole(2000, 2999),
    area=_TEXTS,
    municipalities=_TEXTS,
    intro=_NO_TEXTS,
    deadline=moment,
    submission_email=email,
    submission_text=words,
    contact_text=words,
    deciding_body=words,
    own_servers=many(host, at_least=0),
    contact=_CONTACT,
    headings=Omittable(_HEADINGS, Headings()),
    challenges=many(_CHALLENGE),
    analysis=Omittable(_ANALYSIS, LocalAnalysis()),
    milestones=many(_MILESTONE),
    windows=many(_WINDOW),
    pitch=_PITCH,
    rebuttal=_REBUTTAL,
    rubric=_RUBRIC,
    form=many(_FORM_FIELD),
    deliberation=Omittable(_DELIBERATION, DeliberationRules()),
    letters=Omittable(_LETTERS, LetterRules()),
    completeness=Omittable(_COMPLETENESS, Completeness()),
)
