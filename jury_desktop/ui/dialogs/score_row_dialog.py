"""One score row that a motivation rests on: what was given and why, and what it was before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.score_row import RowChange, ScoreRow
from jury_desktop.domain.sheet import Answer
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.ui.widgets.form import Facts, scroll
from jury_desktop.wording import moment

tr = area("minutes")


class ScoreRowDialog(QDialog):
    """Shows the rows of one juror on one item, one for each round; ``dropped`` is called when the motivation
    no longer rests on them."""

    def __init__(
        self,
        rows: tuple[ScoreRow, ...],
        language: str,
        dropped: Callable[[], object] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._dropped = dropped
        first = rows[0]
        self.setWindowTitle(tr("Score of {juror}").format(juror=first.juror))
        self.setModal(True)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(14)
        for each in rows:
            self._show(each, inner)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(item_label(first.item), "muted", wrap=True))
        column.addWidget(scroll(holder, self.windowTitle()), 1)
        drop = button(tr("The reasons do not rest on this"), self._drop)
        drop.setVisible(dropped is not None)
        close = button(tr("Close"), self.reject, part="primary")
        close.setDefault(True)
        close.setFocus()
        column.addLayout(row(drop, None, close))
        self.resize(theme.metrics().base * 42, theme.metrics().base * 30)
        self.finished.connect(self.deleteLater)

    def _show(self, each: ScoreRow, column: QVBoxLayout) -> None:
        facts = Facts()
        facts.add(tr("Round"), round_name(each))
        facts.add(tr("Score"), value_text(each.answer))
        facts.add(tr("Comment"), each.answer.comment or "–")
        if each.sheet.submitted_at is not None:
            facts.add(tr("Submitted"), moment(each.sheet.submitted_at, self._language))
        column.addWidget(facts)
        if not each.counts:
            text = tr("It does not count any more: the juror is kept apart from this candidacy.")
            column.addWidget(note(text, Tone.WARN))
        for change in each.changes:
            column.addWidget(note(self._changed(change), Tone.INFO))

    def _changed(self, change: RowChange) -> str:
        text = tr("Changed on {when} by {who}, from {old} to {new}: {reason}")
        values = {"old": value_text(change.old), "new": value_text(change.new)}
        when = moment(change.at, self._language)
        return text.format(when=when, who=change.by, reason=change.reason or "–", **values)

    def _drop(self) -> None:
        self.accept()
        if self._dropped is not None:
            self._dropped()


def round_name(row_: ScoreRow) -> str:
    """The round of a row in a word."""
    return tr("written") if row_.sheet.round == "written" else tr("pitch")


def value_text(answer: Answer) -> str:
    """What was given, in a figure or a word."""
    if answer.not_applicable:
        return tr("n/a")
    return "–" if answer.value is None else str(answer.value)
