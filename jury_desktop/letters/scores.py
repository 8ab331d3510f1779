"""Scores and reasons in a letter that are missing or contradict each other or the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from jury_desktop.domain.letter import LetterData, LetterProblem, LetterType, ProblemKind, ScoreRow
from jury_desktop.domain.messages import Value, say
from jury_desktop.letters.filters import score_text

_SCORED = frozenset(
    {LetterType.NOT_SHORTLISTED, LetterType.SELECTED, LetterType.RESERVE, LetterType.NOT_SELECTED}
)
_REFUSED = frozenset({LetterType.NOT_SHORTLISTED, LetterType.NOT_SELECTED})
_STATED_SCORE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|op)\s*(\d+)\b")
_SUMMED_UP = re.compile(
    r"\b(?:sco+r\w*|behaal\w*|krijg\w*|kreeg|totaal)\b[^.!?]{0,40}?"
    r"((\d+(?:[.,]\d+)?)\s*(?:/|op)\s*(\d+))\b",
    re.IGNORECASE,
)
"""A score in running text; "1 op 5 jongeren" is none."""
_COMPARED = re.compile(r"\b(?:onder|boven|drempel|minstens|hoogstens|minder dan|meer dan)\b", re.IGNORECASE)
"""Words before a figure that is not the score, but what the score is held against."""
_REFUSAL_STATED = re.compile(
    r"\bniet\s+(?:geselecteerd|weerhouden)\b|\bselecteert\b[^.!?]{0,120}?\bniet(?!\s+(?:alleen|enkel)\b)",
    re.IGNORECASE,
)
_SELECTED = re.compile(r"\b(?:geselecteerd|weerhouden)\b", re.IGNORECASE)
_SELECTION_STATED = re.compile(
    r"\b(?:u|uw kandidatuur|de kandidatuur)\s+(?:is|bent|wordt|werd)\s+(?:geselecteerd|weerhouden)\b",
    re.IGNORECASE,
)
_OPPOSITE = {LetterType.SELECTED: _REFUSAL_STATED} | dict.fromkeys(_REFUSED, _SELECTION_STATED)
"""What the reasons of a letter cannot say of its reader."""
_ANEW = frozenset({LetterType.REBUTTAL_OUTCOME, LetterType.REVISED_DECISION})
"""Letters that tell a decision taken anew."""
_ONE_MINUTE = timedelta(minutes=1)
_CLOSE = 0.05


def problems(letter_type: LetterType, data: LetterData) -> Iterator[LetterProblem]:
    """Missing reasons, scores off the scale, and whatever the figures contradict."""
    if letter_type in _SCORED and not data.rows:
        yield LetterProblem(ProblemKind.EMPTY_MOTIVATION, say("letters.no_scores"))
    for row in data.rows:
        yield from _row_problems(row)
    yield from _summary_problems(letter_type, data)
    yield from _total_problems(letter_type, data)
    yield from _arrival_problems(letter_type, data)
    yield from _outcome_problems(letter_type, data)


def _row_problems(row: ScoreRow) -> Iterator[LetterProblem]:
    if not row.motivation.strip():
        message = say("letters.empty_motivation", criterion=row.criterion)
        yield LetterProblem(ProblemKind.EMPTY_MOTIVATION, message)
    if row.score is not None and not 0 <= row.score <= row.maximum:
        yield _contradiction("letters.score_off_scale", criterion=row.criterion, score=row.score)
    for stated in _stated(row):
        yield _contradiction("letters.other_score_stated", criterion=row.criterion, stated=stated)


def _stated(row: ScoreRow) -> Iterator[str]:
    """Scores on the same scale that the motivation mentions and that are not this row's."""
    for match in _STATED_SCORE.finditer(row.motivation):
        value, maximum = float(match[1].replace(",", ".")), float(match[2])
        if maximum == row.maximum and not any(abs(value - score) <= _CLOSE for score in _given(row)):
            yield match[0]


def _given(row: ScoreRow) -> list[float]:
    """Every score that the letter gives for a criterion."""
    scores = (row.score, *(each.score for each in row.by_round))
    return [score for score in scores if score is not None]


def _summary_problems(letter_type: LetterType, data: LetterData) -> Iterator[LetterProblem]:
    """What the reasons as a whole say otherwise than the figures and the decision."""
    tells = _told(letter_type, data)
    reasons = f"{data.summary}\n{data.new_reasons}"
    totals = (data.total, *(each.score for each in data.rounds))
    given = [score for score in totals if score is not None]
    given += [score for row in data.rows for score in _given(row)]
    for match in _SUMMED_UP.finditer(reasons):
        value, maximum = float(match[2].replace(",", ".")), float(match[3])
        if _COMPARED.search(match[0]):
            continue
        if maximum == data.maximum and not any(abs(value - score) <= _CLOSE for score in given):
            yield _contradiction("letters.unknown_score_stated", stated=match[1])
    of_decision = data.new_reasons if letter_type in _ANEW else reasons
    for match in _OPPOSITE[tells].finditer(of_decision) if tells in _OPPOSITE else ():
        yield _contradiction("letters.other_decision_stated", stated=match[0])


def _told(letter_type: LetterType, data: LetterData) -> LetterType:
    """As which letter this one tells its reader the decision. Where it was taken anew, ``summary`` is what
    the jury says of the weerwoord, and may well name the earlier one."""
    if letter_type not in _ANEW or not data.new_decision:
        return letter_type
    if _REFUSAL_STATED.search(data.new_decision):
        return LetterType.NOT_SELECTED
    return LetterType.SELECTED if _SELECTED.search(data.new_decision) else letter_type


def _total_problems(letter_type: LetterType, data: LetterData) -> Iterator[LetterProblem]:
    letter_type = _told(letter_type, data)
    total, threshold = data.total, data.threshold
    if total is None:
        return
    if data.maximum is not None and not 0 <= total <= data.maximum:
        yield _contradiction("letters.total_off_scale", total=total)
    if threshold is None:
        return
    if letter_type in _REFUSED and (total >= threshold or score_text(total) == score_text(threshold)):
        yield _contradiction("letters.refused_above_threshold", total=total, threshold=threshold)
    if letter_type is LetterType.SELECTED and total < threshold:
        yield _contradiction("letters.selected_below_threshold", total=total, threshold=threshold)


def _arrival_problems(letter_type: LetterType, data: LetterData) -> Iterator[LetterProblem]:
    if letter_type is LetterType.LATE and data.arrival and data.deadline:
        arrival, deadline = data.arrival.at, data.deadline
        if arrival < deadline + _ONE_MINUTE:
            yield _contradiction("letters.late_but_in_time", arrival=arrival, deadline=deadline)
    if data.rebuttal_arrival and data.term_end and data.rebuttal_in_time is not None:
        arrival, end = data.rebuttal_arrival.at, data.term_end
        if (arrival < end + _ONE_MINUTE) != data.rebuttal_in_time:
            yield _contradiction("letters.rebuttal_time_contradicts", arrival=arrival, end=end)


def _outcome_problems(letter_type: LetterType, data: LetterData) -> Iterator[LetterProblem]:
    """An outcome says "confirmed" or "revised"; the decision as it stands now must say the same."""
    if letter_type is not LetterType.REBUTTAL_OUTCOME or data.earlier is None or not data.new_decision:
        return
    earlier, now = data.earlier.decision, data.new_decision
    if data.outcome_confirmed and now != earlier:
        key = "confirmed_but_changed" if data.points else "told_elsewhere_first"
        yield _contradiction(f"letters.{key}", earlier=earlier, now=now)
    if data.outcome_confirmed is False and now == earlier:
        yield _contradiction("letters.revised_but_the_same", earlier=earlier)


def _contradiction(key: str, **values: Value) -> LetterProblem:
    return LetterProblem(ProblemKind.CONTRADICTION, say(key, **values))
