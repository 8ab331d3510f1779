"""The official order beside other orders of the same scores, and without each juror."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.advice import Advice, Compared, LeftOut, Model, above, swing
from jury_desktop.services.pictures import Picture, Shown, drawing, shown
from jury_desktop.ui.pages.deliberation.advice_words import (
    chance_text,
    interval_text,
    listed,
    model_name,
    model_tip,
    place_text,
    sealed_text,
)
from jury_desktop.ui.pages.deliberation.table import PLACE
from jury_desktop.ui.pages.deliberation.view import Look, View
from jury_desktop.ui.pages.deliberation.words import score_text
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import rows_model
from jury_desktop.ui.widgets.basics import Panel, clear, label
from jury_desktop.ui.widgets.cells import MarkedCell, ShareCell
from jury_desktop.ui.widgets.drawing_view import Draw, DrawingView
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("advice")

FIGURES, MUTED, STRONG = rows_model.Look.FIGURES, rows_model.Look.MUTED, rows_model.Look.STRONG
MODEL = 74
"""Pixels of a column with a place and an arrow."""


class ComparedTable(Table[Compared]):
    """A row per candidacy in the official order; a place on the other side of the line stands out."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._cut = 1
        self._above: dict[Model | None, frozenset[str]] = {}
        super().__init__(RowsModel(self._columns(), _key), tr("The ranking beside other orders"))
        GiveWay(self, 3, 4, 1)

    def show_advice(self, found: Advice, cut: int) -> None:
        """Show the orders with the line after ``cut`` places."""
        self._cut = cut
        self._above = {None: above(found.places, cut), **{m: above(found.by(m), cut) for m in Model}}
        self.rows.set_rows(found.rows)
        self.draw_line(len(self._above[None]))

    def _columns(self) -> tuple[Column[Compared], ...]:
        return (
            Column(
                "#", lambda row: place_text(row.rank), FIGURES, order=lambda row: row.rank.first, width=PLACE
            ),
            Column(tr("No."), lambda row: row.candidacy.reference, MUTED, width=58),
            Column(tr("Organisation"), lambda row: row.candidacy.organisation, STRONG),
            Column(tr("Score"), self._score, FIGURES, order=lambda row: row.score, width=60),
            Column(tr("Place, 90 %"), _interval, FIGURES, order=_interval_order, width=88),
            Column(
                tr("Above the line"),
                self._chance_text,
                FIGURES,
                order=self._chance_order,
                mark=self._chance,
                delegate=ShareCell,
                width=116,
            ),
            *(self._place_column(model) for model in Model),
        )

    def _place_column(self, model: Model) -> Column[Compared]:
        return Column(
            model_name(model),
            lambda row: place_text(row.places.get(model)),
            FIGURES,
            order=lambda row: row.places[model].first,
            mark=partial(self._other_side, model),
            delegate=MarkedCell,
            tip=lambda row: model_tip(model),
            width=MODEL,
        )

    def _other_side(self, model: Model, row: Compared) -> Pill | None:
        """A mark where the model puts a candidacy on the other side of the line."""
        key = row.candidacy.id
        here, there = key in self._above.get(None, ()), key in self._above.get(model, ())
        return (
            None
            if here == there
            else Pill(f"{place_text(row.places.get(model))} {'↑' if there else '↓'}", Tone.WARN)
        )

    def _score(self, row: Compared) -> str:
        return score_text(row.score, self._language)

    def _chance(self, row: Compared) -> float | None:
        return row.uncertainty.chance(self._cut) if row.uncertainty is not None else None

    def _chance_order(self, row: Compared) -> float:
        return -(self._chance(row) or 0.0)

    def _chance_text(self, row: Compared) -> str:
        return chance_text(row.uncertainty, self._cut)


class WithoutPanel(Panel):
    """Who would come above the line, and who would fall below it, without each juror."""

    def __init__(self) -> None:
        super().__init__(tr("Without one juror"))
        holder = QWidget()
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(8)
        self.body.addWidget(scroll(holder, tr("Without one juror")), 1)

    def show_left_out(self, of: Shown, cut: int) -> None:
        """Those who change something first, then how many change nothing."""
        clear(self._lines)
        references = {row.candidacy.id: row.candidacy.reference for row in of.advice.rows}
        places = of.advice.places
        swings = [(each.juror, swing(places, each.places, cut)) for each in of.advice.left_out]
        turning = [(of.jurors[juror], found) for juror, found in swings if found]
        for name, found in turning:
            sides = (("↑", found.enters), ("↓", found.leaves))
            moves = [f"{arrow} {listed([references[key] for key in keys])}" for arrow, keys in sides if keys]
            self._lines.addWidget(label(f"{name}: {'  '.join(moves)}", wrap=True))
        self._lines.addWidget(label(_rest(of.advice.left_out, len(turning)), "muted", wrap=True))
        self._lines.addStretch(1)


class Comparing(View):
    """The table at the left; what each juror does to the order at the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.table = ComparedTable(shell.language)
        self.table.opened.connect(self._open)
        self.without = WithoutPanel()
        self.leniency = DrawingView()
        self._told = label("", "muted", wrap=True)
        left = Panel(margins=(10, 10, 10, 12))
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self._told)
        strict = Panel(tr("Strict and mild"))
        strict.body.addWidget(scroll(self.leniency, tr("Strict and mild")), 1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.without, 2)
        right.addWidget(strict, 3)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(left, 3)
        both.addLayout(right, 1)

    def read(self, look: Look) -> None:
        self.shell.run_job(
            lambda dossier, context: shown(dossier, look.stage),
            partial(self._show, look),
            key="deliberation-compare",
        )

    def _show(self, look: Look, found: Shown) -> None:
        self.table.show_advice(found.advice, look.cut)
        self.without.show_left_out(found, look.cut)
        self.leniency.show_drawing(_leniency(found, look.cut, self.shell.language))
        explained = tr(
            "Only the first column is the order. A place with an arrow lies on the other side of the line "
            "in that order."
        )
        self._told.setText(sealed_text(found.advice.sealed) or explained)

    def _open(self, row: Compared) -> None:
        self.candidacy_wanted.emit(row.candidacy.reference)


def _leniency(found: Shown, cut: int, language: str) -> Draw:
    return lambda width: drawing(found, Picture.LENIENCY, cut, language, width)


def _rest(left_out: tuple[LeftOut, ...], turning: int) -> str:
    if not left_out:
        return tr("Nobody's scores are open yet.")
    if not turning:
        return tr("Whoever is left out, the same candidacies are above the line.")
    return tr("Without one of the other %n jurors nothing changes.", "", len(left_out) - turning)


def _key(row: Compared) -> str:
    return row.candidacy.id


def _interval(row: Compared) -> str:
    return interval_text(row.uncertainty)


def _interval_order(row: Compared) -> tuple[int, int]:
    return row.uncertainty.rank if row.uncertainty is not None else (0, 0)
