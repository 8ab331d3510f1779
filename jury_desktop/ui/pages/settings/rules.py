"""The rules of the call in words, each with the line it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jury_desktop.domain.call import (
    BRUSSELS,
    Anchor,
    Call,
    Consequence,
    Counts,
    Criterion,
    PitchRules,
    RebuttalRules,
    Reveal,
    Round,
    SessionWindow,
    TieRule,
)
from jury_desktop.services.letter_call import attendance, conditions, partner_steps, reserve_until
from jury_desktop.ui.text import area
from jury_desktop.wording import day, moment, number

tr = area("settings")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    :param lines: what holds.
    :param source: the line of the addendum it rests on; empty where the call itself is silent.
    """

    title: str
    lines: tuple[str, ...]
    source: str = ""


def rules(call: Call, language: str, *, other_sessions: bool = False) -> tuple[Rule, ...]:
    """The rules that a candidate, an auditor or a judge may ask about.

    :param other_sessions: the sessions are no longer those of the call file.
    """
    criteria = tuple(_criterion(criterion, language) for criterion in call.rubric.criteria)
    return (
        _deadline(call, language),
        _arrival(call),
        _sessions(call, language, other=other_sessions),
        _pitch(call),
        _scores(call, language),
        *criteria,
        _decision(call),
        _letters(call, language),
        _rebuttal(call),
    )


def _milestone(call: Call, key: str) -> str:
    """A line of the timing, as the call prints it."""
    found = call.milestone(key)
    return f"{found.label}: {found.text}"


def _deadline(call: Call, language: str) -> Rule:
    lines = (
        moment(call.deadline, language),
        tr("What arrives in the last second of that minute is in time."),
    )
    return Rule(tr("Deadline"), lines, _milestone(call, "deadline"))


def _arrival(call: Call) -> Rule:
    text = tr("What these mail servers note decides when a message arrived: {servers}.")
    return Rule(tr("Proof of arrival"), (text.format(servers=", ".join(call.own_servers)),))


def _sessions(call: Call, language: str, *, other: bool) -> Rule:
    lines = tuple(_window(window, language) for window in call.windows)
    if other:
        lines = (*lines, tr("Changed in this dossier (Planning, Sessions); the journal says how and why."))
    return Rule(tr("Pitch sessions"), lines, _milestone(call, "pitches"))


def _window(window: SessionWindow, language: str) -> str:
    start, end = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
    hours = f"{day(start.date(), language, 'EEEE d MMMM y')} {start:%H:%M}–{end:%H:%M}"
    return f"{hours} · " + tr("%n rooms", "", window.rooms)


def _pitch(call: Call) -> Rule:
    rules_ = call.pitch
    course = tr("{pitch} minutes of pitch, {questions} of questions, {deliberation} of deliberation").format(
        pitch=rules_.pitch_minutes,
        questions=rules_.question_minutes,
        deliberation=rules_.deliberation_minutes,
    )
    break_ = tr("A break of {minutes} minutes after at most {count} pitches").format(
        minutes=rules_.break_minutes, count=rules_.break_after
    )
    lines = (course, tr("At least %n jurors at every pitch", "", rules_.quorum), break_)
    return Rule(tr("Course of a pitch"), (*lines, *_absences(rules_)))


def _absences(rules_: PitchRules) -> tuple[str, ...]:
    """What follows when somebody comes late or not at all; the regisseur decides where the call is silent."""
    silent = tr("the regisseur decides, with a reason")
    missed = silent
    if rules_.juror_may_miss is not None:
        text = tr("scores as long as at most {percent} % of pitch and questions was missed")
        missed = text.format(percent=rules_.juror_may_miss)
    told = {
        tr("A juror who comes late: {consequence}"): missed,
        tr("A candidate who comes late: {consequence}"): _consequences(silent)[rules_.candidate_late],
        tr("A candidate who does not come: {consequence}"): _consequences(silent)[rules_.candidate_absent],
    }
    return tuple(text.format(consequence=follows) for text, follows in told.items())


def _consequences(silent: str) -> Mapping[Consequence | None, str]:
    return {
        None: silent,
        Consequence.AS_PLANNED: tr("the whole pitch, later"),
        Consequence.SHORTENED: tr("a shorter pitch"),
        Consequence.MOVED: tr("another free place on the plan"),
        Consequence.WITHDRAWN: tr("no pitch and no score of it; the written score stands"),
    }


def _scores(call: Call, language: str) -> Rule:
    rubric = call.rubric
    weights = ", ".join(f"{_rounds()[round_]} {weight:.0%}" for round_, weight in rubric.round_weights)
    lines = [
        tr("Scores from {lowest} to {highest}").format(lowest=rubric.lowest, highest=rubric.highest),
        tr("Weight of the rounds: {weights}").format(weights=weights),
    ]
    if rubric.invite_threshold is not None:
        lines.append(
            tr("Invited to pitch from {score}").format(score=number(rubric.invite_threshold, language))
        )
    if rubric.threshold is not None:
        lines.append(tr("Selected from {score}").format(score=number(rubric.threshold, language)))
    if rubric.ties:
        order = ", ".join(_ties()[tie] for tie in rubric.ties)
        lines.append(tr("A tie is broken by, in this order: {rules}").format(rules=order))
    return Rule(tr("Scores"), (*lines, _reveals()[rubric.reveal]))


def _criterion(criterion: Criterion, language: str) -> Rule:
    rounds = ", ".join(_rounds()[round_] for round_ in criterion.rounds)
    weight = tr("Weight {weight} · {rounds}").format(weight=number(criterion.weight, language), rounds=rounds)
    return Rule(tr("Criterion: {title}").format(title=criterion.title), (weight,), criterion.source)


def _decision(call: Call) -> Rule:
    text = tr("Decides: {body}").format(body=call.deciding_body)
    return Rule(tr("Decision"), (text,), _milestone(call, "decision"))


def _letters(call: Call, language: str) -> Rule:
    """What the letters say by the call: to whom is invited, selected or on the reserve list."""
    told = call.letters
    confirm = tr(
        "An invitation is confirmed %n days before the pitch, at {hour} at the latest", "", told.confirm_days
    )
    until = tr("The reserve list counts until {day}").format(day=day(reserve_until(call), language))
    lines = (
        confirm.format(hour=told.confirm_hour),
        attendance(call),
        *conditions(call),
        *partner_steps(call),
    )
    return Rule(tr("What letters say"), (*lines, until))


def _rebuttal(call: Call) -> Rule:
    rules_ = call.rebuttal
    lines = [
        tr("%n days to answer, until {hour}", "", rules_.days_to_submit).format(hour=rules_.hour),
        _anchors()[rules_.anchor],
    ]
    if rules_.shift:
        lines.append(tr("An end on a Saturday, Sunday or holiday moves to the next working day."))
    lines.extend(_readings(rules_))
    return Rule(tr("Rebuttal"), tuple(lines), _milestone(call, "rebuttal"))


def _rounds() -> Mapping[Round, str]:
    return {Round.WRITTEN: tr("written"), Round.PITCH: tr("pitch")}


def _ties() -> Mapping[TieRule, str]:
    return {
        TieRule.PITCH_SCORE: tr("score of the pitch"),
        TieRule.WRITTEN_SCORE: tr("written score"),
        TieRule.CHALLENGES_COVERED: tr("number of challenges"),
    }


def _reveals() -> Mapping[Reveal, str]:
    return {
        Reveal.CANDIDACY_COMPLETE: tr("Scores open once every juror has submitted on the candidacy."),
        Reveal.ROUND_COMPLETE: tr("Scores open once every sheet of the round has been submitted."),
    }


def _readings(rules_: RebuttalRules) -> Iterator[str]:
    """What else decides whether a rebuttal is in time, where the call says so."""
    for anchor in rules_.latest_of:
        other = _anchors()[anchor]
        yield tr("Also worked out: {reading}; of both the latest day holds").format(reading=_lowered(other))
    if rules_.counts is Counts.DISPATCH:
        yield tr("It is in time when it was sent within the term.")
    else:
        yield tr("It is in time when it was received within the term.")
    if rules_.extra_closing_days:
        days_ = ", ".join(f"{closed:%d/%m/%Y}" for closed in rules_.extra_closing_days)
        yield tr("Closed besides the legal holidays: {days}").format(days=days_)
    if rules_.days_to_assess:
        yield tr("%n days after it to assess the rebuttals", "", rules_.days_to_assess)


def _lowered(text: str) -> str:
    """A sentence as a part of another."""
    return text[:1].lower() + text[1:]


def _anchors() -> Mapping[Anchor, str]:
    return {
        Anchor.INDIVIDUAL_COMMUNICATION: tr("Counted from the letter to the candidate"),
        Anchor.RECEIPT: tr("Counted from the receipt of the letter"),
        Anchor.FIXED_DATE: tr("Counted from a fixed date"),
    }
