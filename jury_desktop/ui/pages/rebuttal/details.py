"""One decision: its term step by step, and the rebuttals that came in on it with their answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.services.rebuttals import TermRow
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.pages.rebuttal.answer_form import AnswerForm, Draft
from jury_desktop.ui.pages.rebuttal.words import came_back, last_day, term_pill
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, row, rule
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.wording import day

tr = area("rebuttal")


class Trace(QWidget):
    """How the last day was reckoned, step by step; folded away where there are rebuttals to read."""

    def __init__(self, found: TermRow, shell: Shell, *, unfolded: bool) -> None:
        super().__init__()
        self._steps = QWidget()
        steps = QVBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(8)
        for step in found.term.trace:
            date = label(day(step.date, shell.language, "dd/MM/yyyy"), "muted")
            date.setFixedWidth(date.fontMetrics().horizontalAdvance("00/00/0000") + 4)
            line = row(date, label(shell.words(step.rule), wrap=True), spacing=12)
            line.setStretch(1, 1)
            steps.addLayout(line)
        self.fold = button(tr("How it was reckoned"), self._turn, part="link")
        self.fold.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row(self.fold, None))
        column.addWidget(self._steps)
        self.fold.setChecked(unfolded)
        self._turn()

    def _turn(self) -> None:
        self._steps.setVisible(self.fold.isChecked())
        set_icon(self.fold, "chevron-down" if self.fold.isChecked() else "chevron-right", "accent_text")


class Details(Panel):
    """The panel at the right."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.forms: list[AnswerForm] = []
        self._head = QVBoxLayout()
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self.body.addLayout(self._head)
        self.body.addWidget(scroll(holder, tr("Term and rebuttals")), 1)

    def show_row(self, found: TermRow, typed: Mapping[str, Draft]) -> None:
        """Show a decision with its term and what came in; ``typed`` are unsaved answers by rebuttal."""
        clear(self._head)
        clear(self._column)
        pill = term_pill(found)
        self._head.addWidget(label(found.candidacy.reference, "muted"))
        name = label(found.candidacy.organisation, "large", wrap=True)
        self._head.addLayout(row(name, None, StatusPill(pill.text, pill.tone)))
        self._show_trace(found)
        what_waits_first = sorted(found.rebuttals, key=lambda rebuttal: not rebuttal.is_open)
        self.forms = [AnswerForm(found, it, self._shell, typed.get(it.id)) for it in what_waits_first]
        for form in self.forms:
            self._column.addWidget(rule())
            self._column.addWidget(form)
        if not self.forms:
            self._column.addWidget(rule())
            self._column.addWidget(label(tr("No rebuttal has come in."), "muted", wrap=True))

    def _show_trace(self, found: TermRow) -> None:
        language = self._shell.language
        self._column.addWidget(label(last_day(found, language), "strong", wrap=True))
        self._column.addWidget(Trace(found, self._shell, unfolded=not found.rebuttals))
        if found.letter.came_back:
            self._column.addWidget(
                note(came_back(found, language), Tone.BAD if found.came_back else Tone.INFO)
            )
        if found.passes_call and found.call_day is not None:
            limit = day(found.call_day, language, "EEEE d MMMM y")
            warning = tr("This is later than {day}, the day that follows from the call. This term holds.")
            self._column.addWidget(note(warning.format(day=limit), Tone.WARN))
