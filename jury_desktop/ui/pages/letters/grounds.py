"""What each sentence of a motivation rests on, to read."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.letter_grounds import Ground, Grounds, Sentence
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Facts, scroll

tr = area("letters")


class GroundsDialog(QDialog):
    """Sentence by sentence: the juror, the round, the score and the words."""

    def __init__(self, name: str, grounds: Grounds, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the motivation rests on"))
        self.setModal(True)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(4)
        criterion = ""
        for sentence in grounds.sentences:
            if sentence.criterion != criterion:
                inner.addSpacing(16 if criterion else 0)
                criterion = sentence.criterion
                inner.addWidget(label(criterion, "heading", wrap=True))
            _show(sentence, inner)
        if not grounds.sentences:
            inner.addWidget(label(tr("This letter gives no reasons of the jury yet."), "muted", wrap=True))
        inner.addStretch(1)
        kept = tr("As it stood when the letter was made; the dossier keeps it with the letter.")
        now = tr("As it stands now. It is kept with the letter as soon as that is made.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(name, "muted", wrap=True))
        column.addWidget(scroll(holder, self.windowTitle()), 1)
        column.addWidget(label(kept if grounds.kept else now, "small", wrap=True))
        close = button(tr("Close"), self.reject, part="primary")
        close.setDefault(True)
        column.addLayout(row(None, close))
        self.resize(theme.metrics().base * 50, theme.metrics().base * 38)
        self.finished.connect(self.deleteLater)


def _show(sentence: Sentence, into: QVBoxLayout) -> None:
    into.addSpacing(8)
    into.addWidget(label(f"“{sentence.text}”", wrap=True, select=True))
    facts = Facts()
    facts.setContentsMargins(16, 0, 0, 0)
    if not sentence.rows:
        facts.add(tr("Rests on no row: the jury wrote it on its own."), "")
    for each in sentence.rows:
        facts.add(f"{each.juror}, {_round(each.round)}", _said(each))
    into.addWidget(facts)


def _round(round_: Round) -> str:
    return tr("written") if round_ is Round.WRITTEN else tr("pitch")


def _said(row_: Ground) -> str:
    score = tr("no score") if row_.score is None else str(row_.score)
    return f"{score} · {row_.comment}" if row_.comment else score
