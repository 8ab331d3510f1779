"""What everybody gave in practice, side by side: the ground of a talk about the scale."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.practice import PracticeItem
from jury_desktop.services.practice import PracticeTable
from jury_desktop.ui import theme
from jury_desktop.ui.pages.assessment.head import one_decimal
from jury_desktop.ui.pages.assessment.paper.entry import written
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("assessment")

WIDE, FAR = 3, 2
"""From these points between highest and lowest on, a spread asks to be talked about first, or also."""
CRITERION, PERSON = 240, 74
"""Widths of the columns, at the usual text size; a large jury scrolls sideways."""


class TableDialog(QDialog):
    """A row for each criterion, a column for each juror, most divided first. Opens without blocking."""

    def __init__(self, found: PracticeTable, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._found = found
        self._language = language
        self.setWindowTitle(tr("Practice: side by side"))
        self.setModal(True)
        self.hide_names = QCheckBox(tr("Hide the names"))
        self.about = label("", "strong", wrap=True)
        self.comments = label("", wrap=True, select=True)
        self.table = self._table()
        self._column = QVBoxLayout(self)
        self._fill()
        self.hide_names.clicked.connect(self._names_changed)
        self.finished.connect(self.deleteLater)
        self._show_rows()

    def _fill(self) -> None:
        column = self._column
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self._found.candidacy.organisation, "title", wrap=True))
        told = tr(
            "Where you differ most comes first. Talk about what each number stands for. "
            "It counts for nothing."
        )
        column.addWidget(label(told, "muted", wrap=True))
        if self._found.waiting:
            waiting = tr("Submitted nothing: {names}").format(names=", ".join(self._found.waiting))
            column.addWidget(note(waiting, Tone.INFO))
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        column.addWidget(self.comments)
        self.comments.setMinimumHeight(4 * self.comments.fontMetrics().lineSpacing())
        column.addLayout(row(self.hide_names, None, button(tr("Close"), self.accept, part="primary")))
        self.resize(theme.metrics().base * 82, theme.metrics().base * 50)

    def _names(self) -> list[str]:
        if self.hide_names.isChecked():
            return [tr("Juror {number}").format(number=at) for at in range(1, len(self._found.jurors) + 1)]
        return [juror.name for juror in self._found.jurors]

    def _table(self) -> Table[PracticeItem]:
        people: list[Column[PracticeItem]] = [
            Column(_short(name), partial(_given, at), Look.FIGURES, width=PERSON)
            for at, name in enumerate(self._names())
        ]
        columns: tuple[Column[PracticeItem], ...] = (
            Column(tr("Criterion"), _name, Look.STRONG, tip=_question, width=CRITERION),
            Column(tr("Spread"), _spread, mark=_spread_pill, delegate=PillCell, order=_order, width=100),
            Column(tr("Mean"), self._mean, Look.FIGURES, width=90),
            *people,
        )
        table = Table(RowsModel(columns, _key), tr("Scores side by side"), tr("Nobody submitted anything."))
        table.chosen.connect(self._show_comments)
        return table

    def _show_rows(self) -> None:
        self.table.rows.set_rows(sorted(self._found.items, key=_order, reverse=True))
        if self._found.items:
            self.table.choose(self.table.rows.rows[0].item.key)

    def _names_changed(self) -> None:
        """The columns are called otherwise; what they hold stays."""
        chosen = self.table.current()
        old, self.table = self.table, self._table()
        self._column.replaceWidget(old, self.table)
        old.deleteLater()
        self._show_rows()
        if chosen is not None:
            self.table.choose(chosen.item.key)

    def _show_comments(self, chosen: PracticeItem | None) -> None:
        self.about.setText("" if chosen is None else _name(chosen))
        answers = chosen.answers if chosen is not None else ()
        said = [
            f"{name}: {answer.comment}"
            for name, answer in zip(self._names(), answers, strict=False)
            if answer is not None and answer.comment
        ]
        self.comments.setText("\n".join(said) or tr("Nobody wrote a word of explanation here."))

    def _mean(self, each: PracticeItem) -> str:
        return "–" if each.mean is None else one_decimal(each.mean, self._language)


def _key(each: PracticeItem) -> str:
    return each.item.key


def _short(name: str) -> str:
    """As much of a name as a narrow column holds: "Annick R."."""
    first, _, last = name.partition(" ")
    return name if last.isdigit() or not last else f"{first} {last[0]}."


def _name(each: PracticeItem) -> str:
    title, number = each.item.criterion.title, each.item.challenge
    if number is None:
        return title
    return tr("Challenge {number}: {title}").format(number=number, title=title[:1].lower() + title[1:])


def _question(each: PracticeItem) -> str:
    return each.item.criterion.question


def _given(at: int, each: PracticeItem) -> str:
    answer = each.answers[at]
    return "" if answer is None else written(answer)


def _spread(each: PracticeItem) -> str:
    return "–" if each.spread is None else tr("%n points", "", each.spread)


def _order(each: PracticeItem) -> int:
    return -1 if each.spread is None else each.spread


def _spread_pill(each: PracticeItem) -> Pill:
    tone = Tone.BAD if _order(each) >= WIDE else Tone.WARN if _order(each) >= FAR else Tone.GOOD
    return Pill(_spread(each), Tone.NEUTRAL if each.spread is None else tone)
