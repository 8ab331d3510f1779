"""Other weights, tried with sliders: the ranking follows the hand, and nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.advice import Sensitivity
from jury_desktop.domain.call import Criterion
from jury_desktop.domain.ranking import Rank
from jury_desktop.services.advice import sensitivities
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.what_if import Reweighed, WhatIf, what_if
from jury_desktop.ui.pages.deliberation.advice_words import place_text, sealed_text
from jury_desktop.ui.pages.deliberation.table import PLACE
from jury_desktop.ui.pages.deliberation.view import Look, View
from jury_desktop.ui.pages.deliberation.weight_slider import WeightSlider
from jury_desktop.ui.pages.deliberation.words import score_text
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import rows_model
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row
from jury_desktop.ui.widgets.cells import MarkedCell
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("advice")

FIGURES, MUTED, STRONG = rows_model.Look.FIGURES, rows_model.Look.MUTED, rows_model.Look.STRONG


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidacy under the weights on the sliders beside its official place."""

    reference: str
    organisation: str
    official: Rank
    now: Reweighed


@dataclass(frozen=True, slots=True)
class Scale:
    """What the tab works with: the scores to weigh, and how people call the candidacies."""

    what_if: WhatIf
    sensitivities: tuple[Sensitivity, ...]
    names: dict[str, tuple[str, str]]
    official: dict[str, Rank]
    sealed: int


class TriedTable(Table[Tried]):
    """The order under the weights on the sliders; who crosses the line stands out."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._cut = 1
        super().__init__(
            RowsModel(self._columns(), lambda tried: tried.reference), tr("Order with these weights")
        )

    def show_order(self, rows: list[Tried], cut: int) -> None:
        """Show another order with the line after ``cut`` places."""
        self._cut = cut
        self.rows.set_rows(rows)
        self.draw_line(sum(_now(tried) <= cut for tried in rows))

    def _columns(self) -> tuple[Column[Tried], ...]:
        return (
            Column("#", lambda tried: place_text(tried.now.rank), FIGURES, order=_now, width=PLACE),
            Column(
                tr("Moves"), _moves, FIGURES, order=_move, mark=self._crosses, delegate=MarkedCell, width=72
            ),
            Column(tr("No."), lambda tried: tried.reference, MUTED, width=58),
            Column(tr("Organisation"), lambda tried: tried.organisation, STRONG),
            Column(tr("Score"), self._score, FIGURES, width=64),
            Column(tr("Official"), lambda tried: place_text(tried.official), FIGURES, order=_was, width=70),
        )

    def _score(self, tried: Tried) -> str:
        return "–" if tried.now.score is None else score_text(tried.now.score, self._language)

    def _crosses(self, tried: Tried) -> Pill | None:
        was, now = _was(tried) <= self._cut, _now(tried) <= self._cut
        return None if was == now else Pill(_moves(tried), Tone.WARN)


class Weighing(View):
    """Sliders at the left, the order that goes with them at the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._scale: Scale | None = None
        self._look: Look | None = None
        self.sliders: list[WeightSlider] = []
        self.table = TriedTable(shell.language)
        self.table.opened.connect(self._open)
        self._told = label("", "muted", wrap=True)
        self.back = button(tr("Weights of the call"), self.reset, icon="undo-2")
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 10, 0)
        self._column.setSpacing(14)
        left = Panel(tr("Try other weights"))
        left.body.addWidget(
            label(tr("Nothing of it is kept: the call decides the weights."), "muted", wrap=True)
        )
        left.body.addWidget(scroll(holder, tr("Try other weights")), 1)
        left.body.addLayout(row(self.back, None))
        right = Panel(margins=(10, 10, 10, 12))
        right.body.addWidget(self.table, 1)
        right.body.addWidget(self._told)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(left, 2)
        both.addWidget(right, 3)

    def read(self, look: Look) -> None:
        self.shell.run_job(
            lambda dossier, context: _read(dossier, look), partial(self._show, look), key="deliberation-weigh"
        )

    def reset(self) -> None:
        """All sliders back to the weights of the call."""
        for slider in self.sliders:
            slider.reset()
        self._weigh()

    def _show(self, look: Look, found: Scale) -> None:
        self._scale, self._look = found, look
        keys = [criterion.key for criterion in found.what_if.criteria]
        if keys != [slider.key for slider in self.sliders]:
            self._make_sliders(found.what_if.criteria)
        turns = {each.criterion: each.turns(look.cut) for each in found.sensitivities}
        for slider in self.sliders:
            slider.show_turns(*turns.get(slider.key, (None, None)))
        self._weigh()

    def _make_sliders(self, criteria: tuple[Criterion, ...]) -> None:
        clear(self._column)
        self.sliders = [WeightSlider(criterion, self.shell.language) for criterion in criteria]
        for slider in self.sliders:
            slider.moved.connect(self._weigh)
            self._column.addWidget(slider)
        self._column.addStretch(1)
        for before, after in pairwise((*(each.slider for each in self.sliders), self.back, self.table)):
            QWidget.setTabOrder(before, after)

    def _weigh(self) -> None:
        """The order under the weights on the sliders: a few sums, quick enough for the window's thread."""
        if self._scale is None or self._look is None:
            return
        order = self._scale.what_if.order({slider.key: slider.weight for slider in self.sliders})
        official, names = self._scale.official, self._scale.names
        rows = [Tried(*names[each.candidacy], official[each.candidacy], each) for each in order]
        self.table.show_order(rows, self._look.cut)
        self._told.setText(sealed_text(self._scale.sealed) or _told(rows, self._look.cut))

    def _open(self, tried: Tried) -> None:
        self.candidacy_wanted.emit(tried.reference)


def _read(dossier: Dossier, look: Look) -> Scale:
    selection = known(dossier).selection
    found = what_if(dossier, look.stage)
    found.order({})  # what is slow the first time is done here, not under the user's hand
    open_ = [selection.candidacy(key) for key in found.candidacies]
    names = {candidacy.id: (candidacy.reference, candidacy.organisation) for candidacy in open_}
    sealed = selection.sealed_at(look.stage)
    return Scale(found, sensitivities(dossier, look.stage), names, selection.ranks(look.stage), sealed)


def _now(tried: Tried) -> int:
    return tried.now.rank.first if tried.now.rank is not None else 1_000_000


def _was(tried: Tried) -> int:
    return tried.official.first


def _move(tried: Tried) -> int:
    return _now(tried) - _was(tried)


def _moves(tried: Tried) -> str:
    """How many places up or down, with an arrow."""
    if tried.now.rank is None:
        return "–"
    by = _move(tried)
    return "=" if by == 0 else f"{'↑' if by < 0 else '↓'} {abs(by)}"


def _told(rows: list[Tried], cut: int) -> str:
    enters = [tried.reference for tried in rows if _now(tried) <= cut < _was(tried)]
    if not enters:
        return tr("With these weights the same candidacies are above the line.")
    return tr("With these weights above the line too: {list}").format(list=", ".join(enters))
