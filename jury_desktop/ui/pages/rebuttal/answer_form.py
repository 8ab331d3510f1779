"""One rebuttal with a field for each argument, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from jury_desktop.domain.rebuttal import (
    FOLLOWED,
    Entitled,
    Point,
    Rebuttal,
    RebuttalOutcome,
    Remedy,
    Ruling,
    answer_by,
    objections,
    proposed,
)
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.domain.term import Channel
from jury_desktop.services.rebuttal_register import correct_rebuttal, withdraw_rebuttal
from jury_desktop.services.rebuttals import (
    TermRow,
    answer_points,
    conclude_rebuttal,
    extend_answer,
    reopen_rebuttal,
)
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.pages.letters.words import channel_name
from jury_desktop.ui.pages.rebuttal.words import (
    ENDS,
    answer_text,
    entitled_names,
    outcome_choice,
    outcome_pill,
    remedy_names,
    ruling_names,
)
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.form import Facts, Field
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.wording import day, moment

tr = area("rebuttal")
C = TypeVar("C", bound=str)


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields: an answer and a ruling for each argument, the outcome and its reasons."""

    answers: tuple[str, ...]
    rulings: tuple[str, ...]
    outcome: str
    reasons: str


class AnswerForm(QWidget):
    """A rebuttal as it came, with what the jury answers.

    :ivar answered: keep what is written; carries the rebuttal's id, its points and the reasons so far.
    :ivar concluded: end it; carries id, points, outcome and reasons.
    :ivar edited: the user typed; carries the rebuttal's id.
    :ivar wanted: something else is asked of it; carries what (``entitled``, ``not_entitled``, ``correct``,
        ``extend``, ``withdraw``, ``effect``, ``reopen``, ``decide``, ``letters``) and the rebuttal.
    """

    answered = Signal(str, object, str)
    concluded = Signal(str, object, object, str)
    edited = Signal(str)
    wanted = Signal(str, object)

    def __init__(self, found: TermRow, rebuttal: Rebuttal, shell: Shell, typed: Draft | None = None) -> None:
        super().__init__()
        self.rebuttal = rebuttal
        self.unsaved = StatusPill(tr("not saved"), Tone.WARN)
        self._found, self._shell = found, shell
        self._names = {item.key: item_label(item) for item in found.items}
        self._chose = False
        self.answers: list[QPlainTextEdit] = []
        self.rulings: list[QComboBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._add_head()
        for number, point in enumerate(rebuttal.points, start=1):
            self._add_point(number, point)
        if self.is_open:
            self._add_outcome()
            self._fill(typed or self._kept())
            self._chose = typed is not None
            self._watch()
        else:
            self._add_end()
        self.unsaved.setVisible(self.draft() is not None)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.rebuttal.is_open

    def draft(self) -> Draft | None:
        """What was typed and not kept, if anything."""
        if not self.is_open:
            return None
        now = self._draft()
        return None if now == self._kept() else now

    def _draft(self) -> Draft:
        answers = tuple(field.toPlainText() for field in self.answers)
        outcome, reasons = str(self.outcomes.currentData()), self.reasons.toPlainText()
        return Draft(answers, tuple(ruling.value for ruling in self._rulings()), outcome, reasons)

    def _kept(self) -> Draft:
        """The fields before anybody types, with the outcome that follows."""
        points = self.rebuttal.points
        first = proposed(self.rebuttal, self._found.term, [point.ruling for point in points])
        rulings = tuple(point.ruling.value for point in points)
        return Draft(
            tuple(point.answer for point in points), rulings, first.value, self.rebuttal.outcome_text
        )

    def _fill(self, typed: Draft) -> None:
        for field, answer in zip(self.answers, typed.answers, strict=True):
            field.setPlainText(answer)
        for box, ruling in zip(self.rulings, typed.rulings, strict=True):
            box.setCurrentIndex(box.findData(ruling))
        self.outcomes.setCurrentIndex(self.outcomes.findData(typed.outcome))
        self.reasons.setPlainText(typed.reasons)

    def _watch(self) -> None:
        for field in (*self.answers, self.reasons):
            field.textChanged.connect(self._tell)
        for box in self.rulings:
            box.currentIndexChanged.connect(self._ruled)
        self.outcomes.activated.connect(self._choose)
        self.outcomes.currentIndexChanged.connect(self._tell)

    def _choose(self) -> None:
        """From now on the outcome is the user's: no ruling changes it."""
        self._chose = True

    def _ruled(self) -> None:
        if not self._chose:
            follows = proposed(self.rebuttal, self._found.term, self._rulings())
            self.outcomes.setCurrentIndex(self.outcomes.findData(follows.value))
        self._tell()

    def _rulings(self) -> list[Ruling]:
        return [Ruling(box.currentData()) for box in self.rulings]

    def _tell(self) -> None:
        self.unsaved.setVisible(self.draft() is not None)
        self.edited.emit(self.rebuttal.id)

    # what came in

    def _add_head(self) -> None:
        came = moment(self.rebuttal.received_at, self._shell.language)
        timely = self.rebuttal.in_time(self._found.term)
        text, tone = (tr("in time"), Tone.GOOD) if timely else (tr("too late"), Tone.BAD)
        pill = outcome_pill(self.rebuttal)
        self._column.addWidget(label(tr("Rebuttal of {moment}").format(moment=came), "heading", wrap=True))
        pills = (StatusPill(text, tone), StatusPill(pill.text, pill.tone), self.unsaved)
        self._column.addLayout(row(*pills, None))
        self._column.addWidget(self._facts())
        for objection in objections(self.rebuttal, self._found.term):
            self._column.addWidget(note(self._shell.words(objection), Tone.BAD))
        if self.is_open:
            self._add_verbs()

    def _facts(self) -> Facts:
        rebuttal, language = self.rebuttal, self._shell.language
        facts = Facts()
        facts.add(tr("Came"), channel_name(Channel(rebuttal.channel)))
        who = rebuttal.submitted_by or tr("not noted")
        checked = entitled_names()[rebuttal.entitled]
        entitled = tr("may hand it in: {answer}").format(answer=checked)
        facts.add(tr("Handed in by"), f"{who} · {entitled}")
        if self.is_open:
            due = answer_by(rebuttal, self._found.term)
            left, _ = answer_text(self._found, rebuttal)
            facts.add(tr("Answer by"), f"{day(due, language, 'EEEE d MMMM y')} · {left}")
        if rebuttal.extension_reason:
            facts.add(tr("Put off because"), rebuttal.extension_reason)
        return facts

    def _add_verbs(self) -> None:
        _, tone = answer_text(self._found, self.rebuttal)
        if tone is Tone.BAD:
            text = tr("The day for the answer is here or has passed: answer, or put it off with a reason.")
            self._column.addWidget(note(text, Tone.WARN))
        if self.rebuttal.entitled is Entitled.TO_CHECK:
            self._ask_entitled()
        self.correct = only_for(self._link(tr("Correct…"), "correct", "pencil"), correct_rebuttal)
        self.extend = only_for(self._link(tr("Put off…"), "extend", "calendar-clock"), extend_answer)
        self.withdraw = only_for(self._link(tr("Take back"), "withdraw", "undo-2"), withdraw_rebuttal)
        self._column.addWidget(flow(self.correct, self.extend, self.withdraw, spacing=2))

    def _ask_entitled(self) -> None:
        """Nothing is heard until this is known, so it is answered where it is asked."""
        text = tr("Look up whether this person may speak for the organisation; until then nothing is heard.")
        self._column.addWidget(note(text, Tone.WARN))
        self.may = only_for(self._link(tr("May speak for it"), "entitled", "check"), correct_rebuttal)
        self.may_not = only_for(self._link(tr("May not"), "not_entitled", "x"), correct_rebuttal)
        self._column.addWidget(flow(self.may, self.may_not, spacing=2))

    def _link(self, text: str, what: str, icon: str) -> QPushButton:
        return button(text, lambda: self.wanted.emit(what, self.rebuttal), icon=icon, part="link")

    def _add_point(self, number: int, point: Point) -> None:
        about = self._names.get(point.item, "")
        title = tr("Argument {number}").format(number=number)
        self._column.addWidget(label(f"{title} · {about}" if about else title, "strong", wrap=True))
        self._column.addWidget(label(point.text, wrap=True, select=True))
        asked = remedy_names()[point.remedy] if point.remedy is not Remedy.UNSAID else ""
        if not self.is_open:
            ruled = ruling_names()[point.ruling] if point.ruling is not Ruling.NONE else ""
            told = [part for part in (asked, ruled) if part]
            if told:
                self._column.addWidget(label(" · ".join(told), "muted", wrap=True))
            self._column.addWidget(note(point.answer or tr("No answer: it was not heard.")))
            return
        if asked:
            self._column.addWidget(label(asked, "muted", wrap=True))
        field = GrowingText(tr("Answer to argument {number}").format(number=number), tr("Answer of the jury"))
        ruling = choice_box(tr("Ruling on argument {number}").format(number=number), ruling_names())
        self.answers.append(only_for(field, answer_points))
        self.rulings.append(only_for(ruling, answer_points))
        self._column.addLayout(row(ruling, None))
        self._column.addWidget(field)

    # how it ends

    def _add_outcome(self) -> None:
        self.outcomes = choice_box(tr("Outcome"), {each: outcome_choice(each) for each in ENDS})
        self.outcomes.setMinimumContentsLength(12)  # a narrow panel is not as wide as its longest choice
        self.outcomes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reasons = only_for(GrowingText(tr("Reasons (come into the letter)")), answer_points)
        only_for(self.outcomes, conclude_rebuttal)
        self._column.addWidget(Field(tr("Outcome"), self.outcomes))
        self._column.addWidget(Field(tr("Reasons (come into the letter)"), self.reasons))
        self.effect = self._link(tr("Effect on score and rank…"), "effect", "scale")
        self.keep = button(tr("Keep answers"), self._answer)
        self.end = button(tr("Conclude rebuttal"), self._conclude)
        self._column.addLayout(row(self.effect, None))
        self._column.addLayout(row(None, self.keep, self.end))

    def _add_end(self) -> None:
        if self.rebuttal.outcome_text:
            self._column.addWidget(label(tr("Outcome"), "strong"))
            self._column.addWidget(note(self.rebuttal.outcome_text))
        told = self.rebuttal.id in self._found.told
        parts = [self._link(tr("To the letter"), "letters", "mail")]
        if self.rebuttal.outcome in FOLLOWED and not told and not self._found.decided_anew:
            text = tr("The letter waits for the new decision: the jury records it under Deliberation.")
            self._column.addWidget(note(text, Tone.WARN))
            parts.insert(0, self._link(tr("To the deliberation"), "decide", "arrow-right"))
        if self.rebuttal.outcome is RebuttalOutcome.WITHDRAWN:
            parts.clear()
        if not told:
            self.reopen = only_for(self._link(tr("Take outcome back"), "reopen", "undo-2"), reopen_rebuttal)
            parts.append(self.reopen)
        self._column.addWidget(flow(*parts))

    def points(self) -> tuple[Point, ...]:
        """The arguments with the answers and rulings as they stand in the fields."""
        return answered(self.rebuttal, self._draft())

    @asks(answer_points)
    def _answer(self) -> None:
        self.answered.emit(self.rebuttal.id, self.points(), self.reasons.toPlainText())

    @asks(conclude_rebuttal)
    def _conclude(self) -> None:
        outcome = RebuttalOutcome(self.outcomes.currentData())
        self.concluded.emit(self.rebuttal.id, self.points(), outcome, self.reasons.toPlainText())


def answered(rebuttal: Rebuttal, draft: Draft) -> tuple[Point, ...]:
    """The arguments with the answers and rulings of a draft."""
    typed = zip(rebuttal.points, draft.answers, draft.rulings, strict=True)
    return tuple(
        replace(point, answer=answer.strip(), ruling=Ruling(ruling)) for point, answer, ruling in typed
    )


def choice_box(name: str, choices: Mapping[C, str]) -> QComboBox:
    """A list to choose one value from; ``choices`` tells each value in words."""
    made = ChoiceBox()
    made.setAccessibleName(name)
    for value, text in choices.items():
        made.addItem(text, str(value))
    return made
