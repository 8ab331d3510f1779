"""One decision: its term step by step, and the rebuttals that came in on it with their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.domain.rebuttal import Point, Rebuttal, RebuttalOutcome
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.services.rebuttals import TermRow, in_time
from jury_desktop.ui.pages.rebuttal.words import outcome_name, outcome_pill, term_pill
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, row, rule
from jury_desktop.ui.widgets.form import Field, scroll
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.wording import day, moment

tr = area("rebuttal")


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields of a rebuttal: an answer per argument, the outcome and its reasons."""

    answers: tuple[str, ...]
    outcome: str
    reasons: str


class AnswerForm(QWidget):
    """A rebuttal with a field per argument, and its outcome.

    :ivar answered: keep the answers; carries the rebuttal's id and its points.
    :ivar concluded: end it; carries id, points, outcome and reasons.
    :ivar edited: the user typed; carries the rebuttal's id.
    """

    answered = Signal(str, object)
    concluded = Signal(str, object, object, str)
    edited = Signal(str)

    def __init__(self, found: TermRow, rebuttal: Rebuttal, shell: Shell, typed: Draft | None = None) -> None:
        super().__init__()
        self.rebuttal = rebuttal
        self.unsaved = StatusPill(tr("not saved"), Tone.WARN)
        self._timely = in_time(found, rebuttal)
        self._names = {item.key: item_label(item) for item in found.items}
        self.answers: list[QPlainTextEdit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._add_head(shell.language)
        for number, point in enumerate(rebuttal.points, start=1):
            self._add_point(number, point)
        self._add_outcome()
        if self.is_open:
            self._fill(typed or self._kept())
            self._watch()
        self.unsaved.setVisible(self.draft() is not None)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.rebuttal.outcome is RebuttalOutcome.OPEN

    def draft(self) -> Draft | None:
        """What was typed and not kept, if anything."""
        if not self.is_open:
            return None
        answers = tuple(field.toPlainText() for field in self.answers)
        now = Draft(answers, str(self.outcomes.currentData()), self.reasons.toPlainText())
        return None if now == self._kept() else now

    def _kept(self) -> Draft:
        """The fields before anybody types. What came too late is proposed as not admissible."""
        first = RebuttalOutcome.CONFIRMED if self._timely else RebuttalOutcome.INADMISSIBLE
        return Draft(tuple(point.answer for point in self.rebuttal.points), first.value, "")

    def _fill(self, typed: Draft) -> None:
        for field, answer in zip(self.answers, typed.answers, strict=True):
            field.setPlainText(answer)
        self.outcomes.setCurrentIndex(self.outcomes.findData(typed.outcome))
        self.reasons.setPlainText(typed.reasons)

    def _watch(self) -> None:
        for field in (*self.answers, self.reasons):
            field.textChanged.connect(self._tell)
        self.outcomes.currentIndexChanged.connect(self._tell)

    def _tell(self) -> None:
        self.unsaved.setVisible(self.draft() is not None)
        self.edited.emit(self.rebuttal.id)

    def _add_head(self, language: str) -> None:
        came = moment(self.rebuttal.received_at, language)
        text, tone = (tr("in time"), Tone.GOOD) if self._timely else (tr("too late"), Tone.BAD)
        pill = outcome_pill(self.rebuttal)
        self._column.addWidget(label(tr("Rebuttal of {moment}").format(moment=came), "heading", wrap=True))
        pills = (StatusPill(text, tone), StatusPill(pill.text, pill.tone), self.unsaved)
        self._column.addLayout(row(*pills, None))

    def _add_point(self, number: int, point: Point) -> None:
        about = self._names.get(point.item, "")
        title = tr("Argument {number}").format(number=number)
        self._column.addWidget(label(f"{title} · {about}" if about else title, "strong", wrap=True))
        self._column.addWidget(label(point.text, wrap=True, select=True))
        if not self.is_open:
            self._column.addWidget(note(point.answer or tr("No answer: it came too late.")))
            return
        named = tr("Answer to argument {number}").format(number=number)
        field = GrowingText(named, tr("Answer of the jury"))
        self.answers.append(field)
        self._column.addWidget(field)

    def _add_outcome(self) -> None:
        if not self.is_open:
            self._column.addWidget(label(tr("Outcome"), "strong"))
            self._column.addWidget(note(self.rebuttal.outcome_text))
            return
        self.outcomes = QComboBox()
        self.outcomes.setAccessibleName(tr("Outcome"))
        for outcome in (RebuttalOutcome.CONFIRMED, RebuttalOutcome.REVISED, RebuttalOutcome.INADMISSIBLE):
            self.outcomes.addItem(outcome_name(outcome), outcome.value)
        self.reasons = GrowingText(tr("Reasons (come into the letter)"))
        self._column.addWidget(Field(tr("Outcome"), self.outcomes))
        self._column.addWidget(Field(tr("Reasons (come into the letter)"), self.reasons))
        self.keep = button(tr("Keep answers"), self._answer)
        self.end = button(tr("Conclude rebuttal"), self._conclude)
        self._column.addLayout(row(None, self.keep, self.end))

    def _points(self) -> tuple[Point, ...]:
        pairs = zip(self.rebuttal.points, self.answers, strict=True)  # one field each while it is open
        return tuple(Point(point.text, point.item, field.toPlainText().strip()) for point, field in pairs)

    def _answer(self) -> None:
        self.answered.emit(self.rebuttal.id, self._points())

    def _conclude(self) -> None:
        outcome = RebuttalOutcome(self.outcomes.currentData())
        self.concluded.emit(self.rebuttal.id, self._points(), outcome, self.reasons.toPlainText())


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
        self.forms = [AnswerForm(found, it, self._shell, typed.get(it.id)) for it in found.rebuttals]
        for form in self.forms:
            self._column.addWidget(rule())
            self._column.addWidget(form)
        if not self.forms:
            self._column.addWidget(rule())
            self._column.addWidget(label(tr("No rebuttal has come in."), "muted", wrap=True))

    def _show_trace(self, found: TermRow) -> None:
        language = self._shell.language
        last = day(found.term.end, language, "EEEE d MMMM y")
        text = tr("Last day: {day}, {hour}").format(day=last, hour=f"{found.term.last_moment:%H:%M}")
        self._column.addWidget(label(text, "strong", wrap=True))
        for step in found.term.trace:
            when = day(step.date, language, "dd/MM/yyyy")
            date = label(when, "muted")
            date.setFixedWidth(date.fontMetrics().horizontalAdvance("00/00/0000") + 4)
            line = row(date, label(self._shell.words(step.rule), wrap=True), spacing=12)
            line.setStretch(1, 1)
            self._column.addLayout(line)
