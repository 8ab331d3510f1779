"""The table of scores, however it is drawn: what stands in it, what closes it, and how the total follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jury_desktop import wording
from jury_desktop.domain.letter import LetterData, RoundScore, ScoreRow
from jury_desktop.domain.messages import Value, say
from jury_desktop.letters.filters import listed, score_out_of


@dataclass(frozen=True, slots=True)
class Closing:
    """A row under the criteria: one figure for each column of scores, or one for all of them."""

    label: str
    figures: tuple[str, ...]


CRITERION, MOTIVATION, WEIGHT = "score_criterion", "score_motivation", "score_weight"
"""What the columns before the scores are called, as :func:`worded` takes it."""


def worded(key: str, **values: Value) -> str:
    """A text of the table. Letters are in Dutch whatever the window speaks."""
    return wording.render(say(f"letter_text.{key}", **values), "nl")


def columns(data: LetterData) -> tuple[str, ...]:
    """The columns of scores: one for each round that the total rests on, or just one."""
    return tuple(each.name.capitalize() for each in data.rounds) or (worded("score_score"),)


def weight(row: ScoreRow) -> str:
    """How much a criterion counts, "1,5"."""
    return _number(row.weight)


def scores(data: LetterData, row: ScoreRow) -> tuple[str, ...]:
    """The score of a criterion in each of the columns."""
    return tuple(score_out_of(score, row.maximum) for score in _columns_of(data, row))


def closing(data: LetterData) -> tuple[Closing, ...]:
    """What closes the table: the score of each round, and the total."""
    if data.total is None or data.maximum is None:
        return ()
    total = score_out_of(data.total, data.maximum)
    if not data.rounds:
        return (Closing(worded("score_total"), (total,)),)
    by_round = tuple(score_out_of(each.score, data.maximum) for each in data.rounds)
    return (
        Closing(worded("score_of_round"), by_round),
        Closing(worded("score_total_of_rounds", shares=_shares(data.rounds)), (total,)),
    )


def explanation(data: LetterData) -> str:
    """How the total follows from the rows, so that anybody can reckon it again; "" where there is none."""
    if data.total is None or data.maximum is None:
        return ""
    left_out = any(score is None for row in data.rows for score in _columns_of(data, row))
    told = {
        "score_reckoned_by_round" if data.rounds else "score_reckoned": True,
        "score_left_out": left_out,
        "score_rounded": True,
        "score_unequal": data.scored_unequally,
    }
    return " ".join(worded(key) for key, holds in told.items() if holds)


def lines(data: LetterData) -> Iterator[str]:
    """The table as text, a line for each row, then how the total follows."""
    if data.rows:
        yield _line(worded(CRITERION), worded(MOTIVATION), worded(WEIGHT), *columns(data))
    for row in data.rows:
        yield _line(row.criterion, row.motivation, weight(row), *scores(data, row))
    for each in closing(data):
        yield _line(each.label, *each.figures)
    if told := explanation(data):
        yield told


@lru_cache(maxsize=64)
def _number(value: float) -> str:
    """A weight in figures; a call has few of them."""
    return wording.number(value)


def _columns_of(data: LetterData, row: ScoreRow) -> tuple[float | None, ...]:
    given = {each.name: each.score for each in row.by_round}
    return tuple(given.get(each.name) for each in data.rounds) or (row.score,)


def _line(*cells: str) -> str:
    return " | ".join(cells)


def _shares(rounds: tuple[RoundScore, ...]) -> str:
    """ "schriftelijk 60 % en pitch 40 %"."""
    whole = sum(each.weight for each in rounds)
    return listed([f"{each.name} {_number(100 * each.weight / whole)}\u00a0%" for each in rounds])
