"""The ranking as a table: place, score with its uncertainty, decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jury_desktop.domain.standing import RankingRow
from jury_desktop.services.attention import NOTHING, Attention
from jury_desktop.ui.pages.deliberation.advice_words import chance_text, interval_text
from jury_desktop.ui.pages.deliberation.words import (
    attention_text,
    decision_pill,
    rank_text,
    score_axis,
    score_interval,
    score_text,
    unheard_text,
)
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import ChipsCell, IntervalCell, MarkedCell, PillCell
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Interval, Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import decimal_sign

tr = area("deliberation")

AXIS = 5
"""The column whose header tells the ends of the axis."""
DECISION, NARROW, WIDE = 7, 132, 204
"""The column with the decision, and its pixels: without, and with what is still to be done about one."""
PLACE = 64
"""Pixels of a column with a place, wide enough for "10–12"."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a ranking, by candidacy (id).

    :param noticed: what to look into first.
    :param ties: how a place came about where others have the same score.
    :param cut: so many stand above the line.
    :param again: the jury wants to look at these again.
    :param four_eyes: a second person confirms each decision.
    """

    noticed: Mapping[str, Attention]
    ties: Mapping[str, str]
    cut: int
    again: frozenset[str] = frozenset()
    four_eyes: bool = False


NOTHING_BESIDE = Beside({}, {}, 0)


class RankingTable(Table[RankingRow]):
    """One row per candidacy; all intervals on one axis. In a narrow window the challenges give way first."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._axis = (0.0, 1.0)
        self._beside = NOTHING_BESIDE
        super().__init__(RowsModel(self._columns(), row_key), tr("Ranking"))
        GiveWay(self, 3, 6, 1)

    def show_ranking(self, rows: Sequence[RankingRow], beside: Beside = NOTHING_BESIDE) -> None:
        """Show other rows; the chosen one stays chosen."""
        self._axis = score_axis(rows)
        self._beside = beside
        low, high = (f"{end:g}".replace(".", decimal_sign(self._language)) for end in self._axis)
        self.rows.set_header(AXIS, tr("{low} ← score → {high}").format(low=low, high=high))
        self.draw_line(sum(row.rank is not None and row.rank.first <= beside.cut for row in rows))
        self.rows.set_rows(rows)
        longer = any(" · " in self._decision(row) for row in rows)
        scale = self.horizontalHeader().sectionSize(0) / PLACE
        self.horizontalHeader().resizeSection(DECISION, round((WIDE if longer else NARROW) * scale))

    def _columns(self) -> tuple[Column[RankingRow], ...]:
        return (
            Column("#", rank_text, Look.FIGURES, order=_rank_order, tip=self._tie, width=PLACE),
            Column(
                tr("No."),
                lambda row: row.candidacy.reference,
                Look.MUTED,
                mark=self._attention,
                delegate=MarkedCell,
                spoken=self._spoken,
                tip=self._why,
                width=68,
            ),
            Column(tr("Organisation"), lambda row: row.candidacy.organisation, Look.STRONG),
            Column(tr("Challenges"), _challenges, mark=_numbers, delegate=ChipsCell, width=106),
            Column(tr("Score"), self._figure, Look.FIGURES, spoken=self._score, tip=self._score, width=56),
            Column(
                tr("Uncertainty"),
                self._score,
                mark=self._interval,
                delegate=IntervalCell,
                tip=self._place_tip,
                width=104,
            ),
            Column(
                tr("Place · chance"),
                self._chance,
                Look.FIGURES,
                order=_place_order,
                tip=_chance_tip,
                width=104,
            ),
            Column(
                tr("Decision"),
                self._decision,
                mark=self._pill,
                delegate=PillCell,
                tip=self._decision,
                width=NARROW,
            ),
        )

    def _attention(self, row: RankingRow) -> Pill | None:
        noticed = self._beside.noticed.get(row.candidacy.id)
        if noticed is None:
            return None
        return Pill(f"{row.candidacy.reference} !", Tone.BAD if noticed.overtaken else Tone.WARN)

    def _why(self, row: RankingRow) -> str:
        return attention_text(self._beside.noticed.get(row.candidacy.id, NOTHING))

    def _tie(self, row: RankingRow) -> str:
        return self._beside.ties.get(row.candidacy.id, "")

    def _chance(self, row: RankingRow) -> str:
        """ "2–5 · 87 %"."""
        if row.uncertainty is None:
            return "–"
        return f"{interval_text(row.uncertainty)} · {chance_text(row.uncertainty, self._beside.cut)}"

    def _place_tip(self, row: RankingRow) -> str:
        return f"{tr('Place · chance')}: {self._chance(row)}"

    def _spoken(self, row: RankingRow) -> str:
        return " ".join(filter(None, (row.candidacy.reference, self._why(row))))

    def _interval(self, row: RankingRow) -> Interval | None:
        return score_interval(row, self._axis)

    def _pill(self, row: RankingRow) -> Pill:
        """The decision with what is still to be done about it."""
        if row.decision is None and row.score is None:
            return Pill(_without_score(row))
        to_do = self._to_do(row)
        if not to_do:
            return decision_pill(row.decision)
        words = (decision_pill(row.decision).text, to_do) if row.decision else (to_do,)
        return Pill(" · ".join(words), Tone.WARN)

    def _to_do(self, row: RankingRow) -> str:
        if row.candidacy.id in self._beside.again:
            return tr("once more")
        waits = self._beside.four_eyes and row.decision is not None and not row.decision.confirmed
        return tr("to confirm") if waits else ""

    def _decision(self, row: RankingRow) -> str:
        return self._pill(row).text

    def _figure(self, row: RankingRow) -> str:
        return "–" if row.score is None else self._score(row)

    def _score(self, row: RankingRow) -> str:
        if row.unheard:
            return unheard_text(row.unheard, self._language)
        if row.score is None and not row.sealed:
            return tr("nobody scored")
        return score_text(row.score, self._language)


def row_key(row: RankingRow) -> str:
    """What identifies a row: the id of its candidacy."""
    return row.candidacy.id


def _challenges(row: RankingRow) -> str:
    return ", ".join(map(str, row.candidacy.challenges))


def _numbers(row: RankingRow) -> tuple[int, ...]:
    return row.candidacy.challenges


def _without_score(row: RankingRow) -> str:
    """Why there is none."""
    if row.sealed:
        return tr("sealed")
    return tr("no pitch") if row.unheard else tr("nobody scored")


def _place_order(row: RankingRow) -> tuple[int, int]:
    return row.uncertainty.rank if row.uncertainty is not None else (1_000_000, 0)


def _chance_tip(row: RankingRow) -> str:
    return tr("The places between which it lies with 90 % certainty, and the chance to be above the line")


def _rank_order(row: RankingRow) -> int:
    return row.rank.first if row.rank else 1_000_000
