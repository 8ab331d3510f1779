"""What other scores would do to score and rank, tried before anything of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.sheet import Answer, Item
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.services.rebuttal_effect import Effect, Given, Standing, change_scores
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.deliberation.advice_words import place_text
from jury_desktop.ui.pages.deliberation.words import decision_name
from jury_desktop.ui.pages.rebuttal.answer_form import choice_box
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, row
from jury_desktop.ui.widgets.cells import MarkedCell
from jury_desktop.ui.widgets.form import Field, number_box, scroll, text_edit
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import score as written_score

tr = area("rebuttal")


class EffectDialog(QDialog):
    """Scores of the jurors at the left, the order that would follow at the right. Opens without blocking.

    :ivar kept: the user changes the scores so; carries the values by sheet and item, and the reason.
    :ivar decision_wanted: the user goes on to the deliberation.
    """

    kept = Signal(object, str)
    decision_wanted = Signal()

    def __init__(self, effect: Effect, rebuttal: Rebuttal, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._effect, self._language = effect, language
        self._supposed: dict[tuple[str, str], int] = {}
        self.boxes: dict[tuple[str, str], QSpinBox] = {}
        self.setWindowTitle(tr("Effect on score and rank"))
        self.setModal(True)
        self.item = self._item_box(rebuttal)
        self.table = Table(
            RowsModel(self._columns(), lambda each: each.candidacy), tr("Order with these scores")
        )
        self._cells = QGridLayout()
        self._told = note("", Tone.INFO)
        self.reason = text_edit(suggestion=tr("Why the jury changes these scores"), lines=2)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        GiveWay(self.table, 2)
        self.keep = button(tr("Change scores with reason"), self._keep)
        self.reason.textChanged.connect(self._judge)
        self.item.currentIndexChanged.connect(self._show_item)
        self.finished.connect(self.deleteLater)
        self._build()
        self._show_item()
        self._suppose()
        next(iter(self.boxes.values()), self.item).setFocus(Qt.FocusReason.TabFocusReason)

    def _item_box(self, rebuttal: Rebuttal) -> QComboBox:
        """Every criterion of the rounds that count, those of the arguments first."""
        items = {item.key: item for given in self._effect.given for item in given.items}
        argued = [point.item for point in rebuttal.points if point.item in items]
        keys = dict.fromkeys((*argued, *items))
        return choice_box(tr("Criterion"), {key: item_label(items[key]) for key in keys})

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        subject = self._effect.subject
        column.addWidget(label(self.windowTitle(), "title"))
        name = f"{subject.reference} {subject.organisation}"
        text = tr("{name}. Try other scores: nothing of it is kept until you change them with a reason.")
        column.addWidget(label(text.format(name=name), "muted", wrap=True))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._left(), 3)
        both.addWidget(self._right(), 5)
        column.addLayout(both, 1)
        self.reset = button(tr("As it is now"), self._reset, icon="undo-2")
        self.decide = button(tr("To the deliberation"), self._decide, icon="arrow-right")
        close = button(tr("Close"), self.reject)
        column.addLayout(row(self.reset, self.decide, None, close, self.keep))
        base = theme.metrics().base
        self.resize(base * 82, base * 48)

    def _left(self) -> QWidget:
        panel = Panel()
        panel.body.addWidget(Field(tr("Criterion"), self.item))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        self._cells.setHorizontalSpacing(12)
        self._cells.setVerticalSpacing(6)
        self._cells.setColumnStretch(0, 1)
        inner.addLayout(self._cells)
        inner.addStretch(1)
        panel.body.addWidget(scroll(holder, tr("Scores of the jurors")), 1)
        panel.body.addWidget(Field(tr("Reason"), self.reason))
        return panel

    def _right(self) -> QWidget:
        panel = Panel(margins=(10, 10, 10, 12))
        panel.body.addWidget(self.table, 1)
        panel.body.addWidget(self._told)
        return panel

    def _columns(self) -> tuple[Column[Standing], ...]:
        figures = Look.FIGURES
        return (
            Column(tr("No."), lambda each: each.reference, Look.MUTED, width=58),
            Column(tr("Organisation"), lambda each: each.organisation, Look.STRONG),
            Column(tr("Decision"), _decided, width=112),
            Column(tr("Score"), lambda each: self._score(each.score), figures, width=64),
            Column(
                tr("Becomes"),
                lambda each: self._score(each.new_score),
                figures,
                mark=lambda each: self._mark(each, self._score(each.new_score), each.score != each.new_score),
                delegate=MarkedCell,
                width=80,
            ),
            Column(tr("Place"), lambda each: place_text(each.rank), figures, order=_was, width=62),
            Column(
                tr("Becomes"),
                lambda each: place_text(each.new_rank),
                figures,
                order=_now,
                mark=lambda each: self._mark(each, place_text(each.new_rank), each.rank != each.new_rank),
                delegate=MarkedCell,
                width=80,
            ),
        )

    def _mark(self, each: Standing, text: str, differs: bool) -> Pill | None:
        own = each.candidacy == self._effect.subject.id
        return Pill(text, Tone.GOOD if own else Tone.WARN) if differs else None

    def _score(self, value: float | None) -> str:
        return "–" if value is None else written_score(value, self._language)

    def _show_item(self) -> None:
        """The jurors' scores on the criterion chosen, in every round that asks it."""
        clear(self._cells)
        self.boxes = {}
        key = str(self.item.currentData())
        for given in self._effect.given:
            for item in given.items:
                if item.key == key:
                    self._add_cell(given, item)

    def _add_cell(self, given: Given, item: Item) -> None:
        at, rubric = len(self.boxes), self._effect.rubric
        answer = given.sheet.answers.get(item.key, Answer())
        place = (given.sheet.id, item.key)
        rounds = {Round.WRITTEN: tr("written"), Round.PITCH: tr("pitch")}
        name = f"{given.juror} · {rounds[given.sheet.round]}"
        self._cells.addWidget(label(name, wrap=True), at, 0)
        before = "–" if answer.value is None else str(answer.value)
        was = tr("n/a") if answer.not_applicable else before
        self._cells.addWidget(label(tr("now {score}").format(score=was), "muted"), at, 1)
        value = rubric.lowest if answer.value is None else answer.value
        box = number_box(rubric.lowest, rubric.highest, self._supposed.get(place, value), "")
        box.setEnabled(answer.value is not None)  # what does not apply is no score to raise
        box.setAccessibleName(tr("Score of {name}").format(name=name))
        box.valueChanged.connect(lambda value: self._try(place, value))
        self.boxes[place] = box
        self._cells.addWidget(box, at, 2)

    def _try(self, place: tuple[str, str], value: int) -> None:
        self._supposed[place] = value
        self._suppose()

    def _suppose(self) -> None:
        """The order that would be: some sums over the sheets, quick enough for the window's thread."""
        order = self._effect.order(self._supposed)
        self.table.rows.set_rows(order)
        self.table.choose(self._effect.subject.id)
        others = [
            each.reference for each in order if each.moves and each.candidacy != self._effect.subject.id
        ]
        self._told.setText(_told(bool(self._effect.changed(self._supposed)), others))
        self._judge()

    def _judge(self) -> None:
        changed = bool(self._effect.changed(self._supposed))
        self.reset.setEnabled(changed)
        self.keep.setEnabled(changed and bool(self.reason.toPlainText().strip()))

    def _reset(self) -> None:
        self._supposed = {}
        self._show_item()
        self._suppose()

    @asks(change_scores)
    def _keep(self) -> None:
        self.accept()
        self.kept.emit(dict(self._supposed), self.reason.toPlainText().strip())

    def _decide(self) -> None:
        self.reject()
        self.decision_wanted.emit()


def _told(changed: bool, others: list[str]) -> str:
    if not changed:
        return tr("These are the scores as they are.")
    if not others:
        return tr("No other candidate would move.")
    return tr("Others would move too: {list}. Their letters then tell another place.").format(
        list=", ".join(others)
    )


def _decided(each: Standing) -> str:
    return decision_name(each.decided) if each.decided else "–"


def _was(each: Standing) -> int:
    return each.rank.first if each.rank else 1_000_000


def _now(each: Standing) -> int:
    return each.new_rank.first if each.new_rank else 1_000_000
