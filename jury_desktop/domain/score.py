"""The official score (scoring.md): weighted means, in which missing, n.v.t., recused and zero stay apart.

A sheet's score is the weighted mean over its scored items; a round's score the mean over the submitted
sheets of jurors without a conflict; the combined score the mean of both rounds by the call's fixed weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from jury_desktop.domain.call import Call, Round, Rubric
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.sheet import Answer, Item, Sheet, items_of


@dataclass(frozen=True, slots=True)
class ItemScore:
    """The mean of one item over the sheets that scored it; ``mean`` None when none did."""

    item: Item
    mean: float | None
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OfficialScore:
    """The score of a candidacy on the call's scale; None where nothing counts yet.

    :param combined: by the fixed weight of the rounds; None until every round with weight has a score.
    """

    candidacy: str
    written: float | None
    pitch: float | None
    combined: float | None

    def of(self, round_: Round) -> float | None:
        """The score of one round."""
        return self.written if round_ is Round.WRITTEN else self.pitch


def sheet_score(sheet: Sheet, items: Sequence[Item], rubric: Rubric) -> float | None:
    """Weighted mean over the items with a value; n.v.t. and missing items do not count at all."""
    scored = [
        (value, weight_of(item, rubric)) for item in items if (value := _value(sheet, item)) is not None
    ]
    total = fsum(weight for _, weight in scored)
    if total == 0:
        return None
    return fsum(value * weight for value, weight in scored) / total


def weight_of(item: Item, rubric: Rubric) -> float:
    """The weight of an item: the criterion's, times the challenge's factor where the call gives one."""
    return item.criterion.weight * factor_of(item, rubric)


def factor_of(item: Item, rubric: Rubric) -> float:
    """The factor of the challenge that an item is about; 1 where the call gives none."""
    return 1.0 if item.challenge is None else dict(rubric.challenge_weights).get(item.challenge, 1.0)


def counting(
    sheets: Iterable[Sheet], candidacy: str, round_: Round, barred: frozenset[tuple[str, str]]
) -> tuple[Sheet, ...]:
    """The sheets that count: submitted, of this candidacy and round, by jurors who are not barred."""
    return tuple(
        sheet
        for sheet in sheets
        if sheet.candidacy == candidacy
        and sheet.round is round_
        and sheet.submitted
        and (sheet.juror, sheet.candidacy) not in barred
    )


def round_score(sheets: Sequence[Sheet], items: Sequence[Item], rubric: Rubric) -> float | None:
    """Mean of the sheet scores; sheets without any value do not count."""
    return mean([score for sheet in sheets if (score := sheet_score(sheet, items, rubric)) is not None])


def official_score(
    call: Call, candidacy: Candidacy, sheets: Iterable[Sheet], barred: frozenset[tuple[str, str]]
) -> OfficialScore:
    """The official score of a candidacy from all sheets of the dossier."""
    everything = tuple(sheets)
    by_round = {
        round_: round_score(
            counting(everything, candidacy.id, round_, barred),
            items_of(call.rubric, candidacy.challenges, round_),
            call.rubric,
        )
        for round_ in Round
    }
    return OfficialScore(
        candidacy.id, by_round[Round.WRITTEN], by_round[Round.PITCH], combine(by_round, call.rubric)
    )


def combine(by_round: dict[Round, float | None], rubric: Rubric) -> float | None:
    """Both rounds by their fixed weight; None while a round that has weight has no score."""
    parts = [(by_round[round_], weight) for round_, weight in rubric.round_weights if weight > 0]
    scored = [(score, weight) for score, weight in parts if score is not None]
    if len(scored) < len(parts):
        return None
    return fsum(score * weight for score, weight in scored) / fsum(weight for _, weight in scored)


def item_scores(sheets: Sequence[Sheet], items: Sequence[Item]) -> tuple[ItemScore, ...]:
    """The mean per item over the sheets that gave it a value."""
    return tuple(_item_score(item, sheets) for item in items)


def mean(values: Sequence[float]) -> float | None:
    """Arithmetic mean, None of nothing; the same to the last digit in whatever order the values come."""
    return fsum(values) / len(values) if values else None


def _value(sheet: Sheet, item: Item) -> int | None:
    """What the juror gave; None for n.v.t. and for nothing yet, which a zero is not."""
    return sheet.answers.get(item.key, Answer()).value


def _item_score(item: Item, sheets: Sequence[Sheet]) -> ItemScore:
    given = tuple(value for sheet in sheets if (value := _value(sheet, item)) is not None)
    return ItemScore(item, mean([float(value) for value in given]), given)
