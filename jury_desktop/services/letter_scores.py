"""The scores and reasons that a letter gives, of the stage it is about."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.call import Rubric
from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.letter import LetterData, ScoreRow
from jury_desktop.domain.score import item_scores
from jury_desktop.domain.selection import Selection, deciding
from jury_desktop.domain.sheet import items_of, label
from jury_desktop.domain.told import Act
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letter_words import words


def scores(data: LetterData, wanted: Wanted) -> LetterData:
    """Score and motivation per criterion of the stage that the letter is about; none for one on form."""
    if wanted.act is Act.FORM:
        return data
    selection, key, stage, decision = wanted.selection, wanted.candidacy.id, wanted.stage, wanted.decision
    score, place = selection.open_scores(stage).get(key), selection.ranks(stage).get(key)
    total = deciding(score, stage) if score else None
    return replace(
        data,
        summary=decision.summary if decision else "",
        rows=_score_rows(wanted, decision),
        total=total,
        maximum=float(wanted.call.rubric.highest),
        threshold=_missed_threshold(wanted.call.rubric, stage, total),
        rank=_rank_words(selection, stage, place.first if place else None),
        challenges=challenges(wanted),
        reserve_place=decision.place if decision else None,
    )


def _score_rows(wanted: Wanted, decision: Decision | None) -> tuple[ScoreRow, ...]:
    rubric, rounds, candidacy = wanted.call.rubric, wanted.selection.rounds(wanted.stage), wanted.candidacy
    reasons = {line.item: line.text for line in decision.lines} if decision else {}
    items = {i.key: i for round_ in rounds for i in items_of(rubric, candidacy.challenges, round_)}
    sheets = [sheet for round_ in rounds for sheet in wanted.selection.open_sheets(candidacy.id, round_)]
    return tuple(
        ScoreRow(label(score.item), score.mean, float(rubric.highest), reasons.get(score.item.key, ""))
        for score in item_scores(sheets, tuple(items.values()))
    )


def _missed_threshold(rubric: Rubric, stage: Stage, total: float | None) -> float | None:
    """The threshold a decision rests on: only one that was missed; above it the rank decides."""
    threshold = rubric.invite_threshold if stage is Stage.SHORTLIST else rubric.threshold
    return threshold if threshold is not None and total is not None and total < threshold else None


def _rank_words(selection: Selection, stage: Stage, rank: int | None) -> str:
    if rank is None:
        return ""
    return words("rank", rank=rank, total=len(selection.in_stage(stage)))


def challenges(wanted: Wanted) -> tuple[str, ...]:
    chosen = (wanted.call.challenge(number) for number in wanted.candidacy.challenges)
    return tuple(words("challenge", number=each.number, personas=each.personas) for each in chosen)
