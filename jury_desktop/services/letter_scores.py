"""The scores and reasons that a letter gives, of the stage it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from jury_desktop.domain.call import Round, Rubric
from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.letter import LetterData, RoundScore, ScoreRow
from jury_desktop.domain.score import ItemScore, OfficialScore, item_scores, weight_of
from jury_desktop.domain.selection import Selection, deciding
from jury_desktop.domain.sheet import Item, items_of, label
from jury_desktop.domain.told import Act
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letter_words import words

_ROUNDING = 0.005
"""By how much a score with two decimals may be off."""


def scores(data: LetterData, wanted: Wanted) -> LetterData:
    """Score and motivation per criterion of the stage that the letter is about; none for one on form."""
    if wanted.act is Act.FORM:
        return data
    selection, key, stage, decision = wanted.selection, wanted.candidacy.id, wanted.stage, wanted.decision
    score, place = selection.open_scores(stage).get(key), selection.ranks(stage).get(key)
    total = deciding(score, stage) if score else None
    scored = _scored_rounds(wanted, score) if score else ()
    return replace(
        data,
        summary=decision.summary if decision else "",
        rows=_score_rows(wanted, decision, scored),
        total=total,
        maximum=float(wanted.call.rubric.highest),
        threshold=_missed_threshold(wanted.call.rubric, stage, total),
        rounds=tuple(each.told for each in scored) if len(scored) > 1 else (),
        scored_unequally=any(each.unequal(wanted.call.rubric) for each in scored),
        rank=_rank_words(selection, stage, place.first if place else None),
        challenges=challenges(wanted),
        reserve_place=decision.place if decision else None,
    )


@dataclass(frozen=True, slots=True)
class _ScoredRound:
    """A round that the total rests on: what it gave as a whole, and item by item."""

    told: RoundScore
    items: Mapping[str, ItemScore]

    def unequal(self, rubric: Rubric) -> bool:
        """Whether jurors scored different items, so that its score is not the weighted mean of the items'."""
        scored = [(each.mean, weight_of(each.item, rubric)) for each in self.items.values()]
        counted = [(mean, weight) for mean, weight in scored if mean is not None]
        whole = fsum(weight for _, weight in counted)
        if not whole or self.told.score is None:
            return False
        return abs(fsum(mean * weight for mean, weight in counted) / whole - self.told.score) > _ROUNDING


def _scored_rounds(wanted: Wanted, score: OfficialScore) -> tuple[_ScoredRound, ...]:
    """Of the rounds that the stage rests on those in which the candidate has a score."""
    shares = dict(wanted.call.rubric.round_weights)
    return tuple(
        _ScoredRound(
            RoundScore(words(f"round_{round_.value}"), score.of(round_), shares.get(round_, 1.0)),
            {each.item.key: each for each in _means(wanted, (round_,))},
        )
        for round_ in wanted.selection.rounds(wanted.stage)
        if score.of(round_) is not None
    )


def _means(wanted: Wanted, rounds: Sequence[Round]) -> tuple[ItemScore, ...]:
    """The mean of each item over the sheets of some rounds."""
    rubric, candidacy = wanted.call.rubric, wanted.candidacy
    items = {i.key: i for round_ in rounds for i in items_of(rubric, candidacy.challenges, round_)}
    sheets = [sheet for round_ in rounds for sheet in wanted.selection.open_sheets(candidacy.id, round_)]
    return item_scores(sheets, tuple(items.values()))


def _score_rows(
    wanted: Wanted, decision: Decision | None, scored: tuple[_ScoredRound, ...]
) -> tuple[ScoreRow, ...]:
    rubric = wanted.call.rubric
    reasons = {line.item: line.text for line in decision.lines} if decision else {}
    return tuple(
        ScoreRow(
            label(each.item),
            each.mean,
            float(rubric.highest),
            reasons.get(each.item.key, ""),
            weight_of(each.item, rubric),
            _by_round(each.item, scored),
        )
        for each in _means(wanted, wanted.selection.rounds(wanted.stage))
    )


def _by_round(item: Item, scored: tuple[_ScoredRound, ...]) -> tuple[RoundScore, ...]:
    """The mean of an item in each round, where there are several."""
    found = ((each.told, each.items.get(item.key)) for each in scored if len(scored) > 1)
    return tuple(replace(told, score=mine.mean if mine else None) for told, mine in found)


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
