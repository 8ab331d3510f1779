"""The ranking as a table: place, score with its uncertainty, decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jury_desktop.domain.standing import RankingRow
from jury_desktop.services.attention import NOTHING, Attention
from jury_desktop.ui.pages.deliberation.words import (
    attention_text,
    decision_pill,
    rank_text,
    score_axis,
    score_interval,
    score_text,
)
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import ChipsCell, IntervalCell, MarkedCell, PillCell
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Interval, Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("deliberation")

Noticed = Mapping[str, Attention]
NOTHING_NOTICED: Noticed = MappingProxyType({})


class RankingTable(Table[RankingRow]):
    """One row per candidacy; all intervals on one axis. In a narrow window the challenges give way first."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._axis = (0.0, 1.0)
        self._noticed = NOTHING_NOTICED
        super().__init__(RowsModel(self._columns(), row_key), tr("Ranking"))
        GiveWay(self, 3, 1)

    def show_ranking(self, rows: Sequence[RankingRow], noticed: Noticed = NOTHING_NOTICED) -> None:
        """Show other rows; the chosen one stays chosen.

        :param noticed: what to look into first, by candidacy.
        """
        self._axis = score_axis(rows)
        self._noticed = noticed
        self.rows.set_rows(rows)

    def _columns(self) -> tuple[Column[RankingRow], ...]:
        return (
            Column("#", rank_text, Look.FIGURES, order=_rank_order, width=44),
            Column(
                tr("No."),
                lambda row: row.candidacy.reference,
                Look.MUTED,
                mark=self._attention,
                delegate=MarkedCell,
                spoken=self._spoken,
                tip=self._why,
                width=70,
            ),
            Column(tr("Organisation"), lambda row: row.candidacy.organisation, Look.STRONG),
            Column(tr("Challenges"), _challenges, mark=_numbers, delegate=ChipsCell, width=106),
            Column(tr("Score"), self._figure, Look.FIGURES, spoken=self._score, width=64),
            Column(tr("Uncertainty"), self._score, mark=self._interval, delegate=IntervalCell, width=128),
            Column(tr("Decision"), _decision, mark=_pill, delegate=PillCell, width=124),
        )

    def _attention(self, row: RankingRow) -> Pill | None:
        noticed = self._noticed.get(row.candidacy.id)
        if noticed is None:
            return None
        return Pill(f"{row.candidacy.reference} !", Tone.BAD if noticed.overtaken else Tone.WARN)

    def _why(self, row: RankingRow) -> str:
        return attention_text(self._noticed.get(row.candidacy.id, NOTHING))

    def _spoken(self, row: RankingRow) -> str:
        return " ".join(filter(None, (row.candidacy.reference, self._why(row))))

    def _interval(self, row: RankingRow) -> Interval | None:
        return score_interval(row, self._axis)

    def _figure(self, row: RankingRow) -> str:
        return "–" if row.score is None else self._score(row)

    def _score(self, row: RankingRow) -> str:
        return score_text(row.score, self._language)


def row_key(row: RankingRow) -> str:
    """What identifies a row: the id of its candidacy."""
    return row.candidacy.id


def _challenges(row: RankingRow) -> str:
    return ", ".join(map(str, row.candidacy.challenges))


def _numbers(row: RankingRow) -> tuple[int, ...]:
    return row.candidacy.challenges


def _pill(row: RankingRow) -> Pill:
    if row.decision is None and row.score is None:
        return Pill(tr("sealed"))
    return decision_pill(row.decision)


def _decision(row: RankingRow) -> str:
    return _pill(row).text


def _rank_order(row: RankingRow) -> int:
    return row.rank.first if row.rank else 1_000_000
